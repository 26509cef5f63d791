"""What one screen of a presentation holds, in plain words: every output lays out the same slides."""

from __future__ import annotations

from dataclasses import dataclass

from lib.charts.spec import Chart
from lib.export.plan import Item, Plan


@dataclass(frozen=True)
class Notes:
    """What the speaker needs: what to say, what not to say and why, what is counted, as of when, and the sources in APA style."""

    say: tuple[str, ...]
    avoid: tuple[str, ...]
    counted: str
    not_counted: str
    as_of: str
    confidence: str
    caveats: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The part of a table that fits on a slide; `left_out` rows are only at the address."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: int = 0


@dataclass(frozen=True, eq=False)
class Slide:
    """One screen: one message, at most one figure, its source line, and the address that opens it.

    `kind` is title, chart, table, figure, action, closing or empty (filters left nothing). `figure` is the big number of
    a fact with its unit. `chart` is the part that this slide draws, `part` its place ("2", "3" for the second of three).
    `address` opens what is shown; `scan` is where the QR code leads: there, or to the same without filters where that is
    too long to be scanned, or nowhere. `link` is where an action or the call of the evening begins, if anywhere. `item` is
    None on the first and last slide.
    """

    kind: str
    heading: str
    caption: str = ""
    figure: str = ""
    lines: tuple[str, ...] = ()
    care: tuple[str, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    alt: str = ""
    source_line: str = ""
    address: str = ""
    scan: str = ""
    link: str = ""
    notes: Notes | None = None
    item: Item | None = None
    part: tuple[int, int] = (1, 1)

    @property
    def scans_whole(self) -> bool:
        """Whether the QR code leads to more than is shown, because an address with these filters cannot be scanned."""
        return bool(self.scan) and self.scan != self.address

    @property
    def goes_on(self) -> bool:
        """Whether this slide continues the chart of the one before."""
        return self.part[0] > 1


@dataclass(frozen=True)
class Reference:
    """A numbered source of the whole deck: its number, its citation, the link where readers may be sent (or empty)."""

    number: int
    citation: str
    link: str


@dataclass(frozen=True, eq=False)
class Deck:
    """A whole presentation.

    `references` are all sources in the order in which the slides name them; `cited` gives for the code of each item the
    numbers of its sources. `day` and `made` are written-out dates; `address` opens the composer in this very state.
    """

    plan: Plan
    slides: tuple[Slide, ...]
    references: tuple[Reference, ...]
    cited: dict[str, tuple[int, ...]]
    day: str
    made: str
    version: str
    site: str
    address: str
    language: str

    @property
    def title(self) -> str:
        """What the presentation is called."""
        return self.slides[0].heading


def heading_start(text: str) -> int:
    """The size with which a heading begins on a screen of 1920 by 1080 pixels: smaller for long ones."""
    return next((size for longest, size in ((90, 60), (140, 52), (190, 44)) if len(text) <= longest), 40)
