"""The two shapes of share cards: their size, their margins, and the letters that each may use."""

from __future__ import annotations

from dataclasses import dataclass

LETTERS, LEAST_LETTERS = 20, 17  # pixels: what a phone's feed asks for, and the least for names in a crowded chart or table


@dataclass(frozen=True)
class Shape:
    """A card in pixels: its size and margins, sizes of letters, and how wide heading and chart are side by side."""

    size: tuple[int, int]
    margin: tuple[int, int, int]
    headings: tuple[int, ...]
    small: float
    chart: tuple[float, ...]
    table: tuple[float, ...]
    figure: float
    texts: tuple[float, ...]
    qr: int
    beside: tuple[int, ...]
    least_chart: float

    @property
    def room(self) -> tuple[int, int]:
        """Width and height between the margins."""
        return self.size[0] - 2 * self.margin[0], self.size[1] - self.margin[1] - self.margin[2]


SHAPES = {
    "wide": Shape(
        (1200, 630), (56, 44, 40), (72, 64, 56, 48, 44, 40), 21, (22, 21.3, 20), (28, 24, 22, 20, 18.5, LEAST_LETTERS), 170,
        (40, 34, 30, 27, 24), 112, (400, 500), 215,
    ),
    "square": Shape(
        (1080, 1080), (64, 64, 56), (84, 76, 68, 60, 54, 48, 44), 24, (24, 21.3), (32, 28, 24, 22, 20, 18.5), 220,
        (52, 46, 42, 38, 34, 30, 27), 168, (), 300,
    ),
}  # fmt: skip
