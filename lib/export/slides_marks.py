"""Marks as points of a native scatter chart: one series for each meaning, ranges as lines, hollow signs for doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lib.charts.rules import spots
from lib.charts.spec import Mark, MarkSeries
from lib.charts.theme import Theme
from lib.export import slides_chart as xml
from lib.export.slides_labels import Spot, sides
from lib.export.slides_look import CHART, Box, clean
from lib.export.slides_shapes import colour, fill, outline, units
from lib.export.slides_workbook import Column
from lib.i18n import _

X_AXIS, Y_AXIS = 121, 122
SIGN, SMALL_SIGN, CROWDED = 22, 18, 40
# The signs that the file format has; it has no triangle that points down.
SYMBOLS = {
    "circle": "circle",
    "square": "square",
    "diamond": "diamond",
    "triangle-up": "triangle",
    "triangle-down": "dash",
    "cross": "plus",
    "star": "star",
    "x": "x",
}
_DRAWN_AS_LINES = ("plus", "star", "x")


@dataclass(frozen=True)
class Dot:
    """A sign of a mark: on its value, or on one end of its range; `length` is the range that ends here."""

    mark: Mark
    value: float
    length: float = 0.0
    label: str = ""


def dots(series: MarkSeries) -> tuple[Dot, ...]:
    """Where the signs of a series stand, and how long a range is at its upper end."""
    return tuple(Dot(mark, value, _length(series, mark, value), clean(label)) for mark, value, label in spots(series))


def _length(series: MarkSeries, mark: Mark, value: float) -> float:
    """How long the range is that ends in this value, 0 if none does."""
    if series.joined or mark.low is None or mark.high is None or value != mark.high:
        return 0.0
    return mark.high - mark.low


def all_numbers(series: Sequence[MarkSeries]) -> list[float]:
    """Every number that is drawn."""
    return [dot.value for item in series for dot in dots(item)]


@dataclass(frozen=True)
class Field:
    """A scatter field: where a dot's mark stands along its other axis, and how both axes turn into pixels.

    `place` gives for the number of a series and a mark its place along the other axis. In a ladder values run across, and
    its lanes may be so close that signs are smaller.
    """

    ladder: bool
    place: Callable[[int, Mark], float]
    across: Callable[[float], float]
    down: Callable[[float], float]
    largest_sign: float = SIGN

    def spot(self, number: int, dot: Dot) -> Spot:
        """The middle of a dot's sign in pixels."""
        other = self.place(number, dot.mark)
        x, y = (dot.value, other) if self.ladder else (other, dot.value)
        return Spot(self.across(x), self.down(y), dot.label)

    def range_of(self, number: int, dot: Dot) -> Box:
        """The range that ends in a dot, in pixels."""
        end, start = self.spot(number, dot), self.spot(number, Dot(dot.mark, dot.value - dot.length))
        thick = 8.0
        if self.ladder:
            return Box(start.x, end.y - thick / 2, end.x - start.x, thick)
        return Box(end.x - thick / 2, end.y, thick, start.y - end.y)


def _sign(symbol: str, ink: str, hollow: bool, size: float, ground: str) -> str:
    """A sign. Those that consist of lines are thin instead of hollow.

    Hollow ones are nearly as light as the ground and a point larger: LibreOffice draws no edges, and looks at the sign of
    a single mark only if its size is another one.
    """
    lined = symbol in _DRAWN_AS_LINES
    inside = fill("") if lined else fill(tint(ink, ground) if hollow else ink)
    around = outline(ink, (2 if hollow else 5) if lined else 3)
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{round(size / 2) + hollow}"/>{xml.look(inside, around)}</c:marker>'


def tint(ink: str, ground: str, part: float = 0.32) -> str:
    """A colour of the ground with a part of another one."""
    mixed = (round(int(ink[at : at + 2], 16) * part + int(ground[at : at + 2], 16) * (1 - part)) for at in (1, 3, 5))
    return "#" + "".join(f"{value:02X}" for value in mixed)


def _faded(ink: str) -> str:
    return colour(ink).replace("/>", '><a:alpha val="60000"/></a:srgbClr>')


@dataclass(frozen=True)
class _Rows:
    """The rows of one series in the sheet: its dots, and an empty row (None) after each mark, so that no line joins two ranges."""

    series: MarkSeries
    number: int
    first: int
    dots: tuple[Dot | None, ...]

    @property
    def has_ranges(self) -> bool:
        """Whether the line of the series draws ranges."""
        return any(dot and dot.length for dot in self.dots)


def _rows(series: Sequence[MarkSeries]) -> list[_Rows]:
    found, first = [], 0
    for number, item in enumerate(series):
        mine = dots(item)
        spaced: list[Dot | None] = []
        for index, dot in enumerate(mine):
            spaced.append(dot)
            goes_on = index + 1 < len(mine) and mine[index + 1].mark is dot.mark
            if any(other.length for other in mine) and not goes_on:
                spaced.append(None)
        if mine:
            found.append(_Rows(item, number, first, tuple(spaced)))
            first += len(spaced)
    return found


def _range_line(ink: str, field: Field) -> str:
    return f'<a:ln w="{units(8 if field.ladder else 6)}" cap="flat"><a:solidFill>{_faded(ink)}</a:solidFill><a:round/></a:ln>'


def _series_xml(order: int, name: str, look: str, signs: str, labels: str, numbers: str) -> str:
    head = f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/>{name}{look}{signs}{labels}'
    return f'{head}{numbers}<c:smooth val="0"/></c:ser>'


def _drawn(rows: _Rows, sheet: _Sheet, index: int, order: int, field: Field, theme: Theme, size: float, ways: Sequence[str]) -> list[str]:
    """A series as one of signs, and before it one of lines if it has ranges: both read the same cells.

    One series could do both, but then LibreOffice gives hollow signs the colour of the line.
    """
    ink, symbol = theme.colour(rows.series.role), SYMBOLS[rows.series.shape]
    line = outline(ink, 4) if rows.series.joined else outline("", 0)
    placed = [(rows.first + offset, dot) for offset, dot in enumerate(rows.dots) if dot]
    single = "".join(
        f'<c:dPt><c:idx val="{row}"/>'
        f"{_sign(symbol, theme.colour(dot.mark.role or rows.series.role), dot.mark.hollow, size, theme.background)}"
        f'<c:bubble3D val="0"/>{xml.look("", line)}</c:dPt>'
        for row, dot in placed
        if dot.mark.hollow or dot.mark.role
    )
    texts = [xml.label(row, dot.label, CHART, theme.quiet, way) for (row, dot), way in zip(placed, ways, strict=True) if dot.label]
    name = xml.names(3 + index, sheet.columns[3 + index].header)
    across, up = xml.numbers(2, sheet.shared), xml.numbers(3 + index, sheet.own[index])
    numbers = f"<c:xVal>{across}</c:xVal><c:yVal>{up}</c:yVal>"
    found = []
    if rows.has_ranges:
        no_sign = '<c:marker><c:symbol val="none"/></c:marker>'
        found.append(_series_xml(order, name, xml.look("", _range_line(ink, field)), no_sign, xml.NO_LABELS, numbers))
    signs = _sign(symbol, ink, False, size, theme.background) + single
    labels = xml.labels(texts) if texts else xml.NO_LABELS
    return [*found, _series_xml(order + len(found), name, xml.look("", line), signs, labels, numbers)]


@dataclass(frozen=True)
class _Sheet:
    """The numbers of the chart: the column that all series share, the column of each series, and both with their words."""

    shared: tuple[float, ...]
    own: tuple[tuple[float | None, ...], ...]
    columns: tuple[Column, ...]


def _sheet(rows: Sequence[_Rows], field: Field, names: Callable[[Mark], str], heads: tuple[str, str], unit: str) -> _Sheet:
    refs: list[str] = []
    words: list[str] = []
    shared: list[float] = []
    own: list[list[float | None]] = [[] for _block in rows]
    for block in rows:
        for dot in block.dots:
            place = field.place(block.number, dot.mark) if dot else 0.0
            refs.append(dot.mark.ref if dot else "")
            words.append(names(dot.mark) if dot else "")
            shared.append((dot.value if field.ladder else place) if dot else shared[-1])
            for column, other in zip(own, rows, strict=True):
                column.append((place if field.ladder else dot.value) if dot and other is block else None)
    columns = [Column(str(_("Row")), tuple(refs)), Column(heads[0], tuple(words)), Column(heads[1], tuple(shared))]
    columns += [Column(str(block.series.name) or unit, tuple(cells)) for block, cells in zip(rows, own, strict=True)]
    return _Sheet(tuple(shared), tuple(tuple(cells) for cells in own), tuple(columns))


def scatter(
    series: Sequence[MarkSeries], field: Field, frame: Box, theme: Theme, names: Callable[[Mark], str], heads: tuple[str, str], unit: str
) -> tuple[str, tuple[Column, ...]]:
    """The field with all series, and its numbers.

    `names` says a mark's place in words; `heads` are the headers of the columns with these words and with the numbers across.
    """
    rows = _rows(series)
    sheet = _sheet(rows, field, names, heads, unit)
    every = [(block.number, dot) for block in rows for dot in block.dots if dot]
    size = min(field.largest_sign, SMALL_SIGN if len(every) > CROWDED else SIGN)
    ranges = [field.range_of(number, dot) for number, dot in every if dot.length]
    ways = sides([field.spot(number, dot) for number, dot in every], ranges, frame, CHART, size, "rltb" if field.ladder else "trlb")
    drawn: list[str] = []
    done = 0
    for index, block in enumerate(rows):
        count = sum(1 for dot in block.dots if dot)
        drawn += _drawn(block, sheet, index, len(drawn), field, theme, size, ways[done : done + count])
        done += count
    field_xml = (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{"".join(drawn)}'
        f'<c:axId val="{X_AXIS}"/><c:axId val="{Y_AXIS}"/></c:scatterChart>'
    )
    return field_xml, sheet.columns
