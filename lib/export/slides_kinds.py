"""What each kind of slide holds between its message and its source line: chart, table, figure, lines, or the title and the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lib.charts.spec import Bars, Board, Chart, Ladder
from lib.charts.theme import Theme
from lib.export import slides_bars, slides_board, slides_frame, slides_points
from lib.export.slide import Slide
from lib.export.slides_chart import Drawing
from lib.export.slides_frame import Canvas, beside, has_code, heading
from lib.export.slides_legend import legend_of
from lib.export.slides_look import (
    LEFT,
    LINE,
    QR_CLOSING,
    RIGHT,
    ROOM,
    SOURCE_TOP,
    Box,
    clean,
    cut,
    heading_size,
    height,
    largest,
    text_width,
)
from lib.export.slides_shapes import group, line_of, paragraph, placeholder, run, text_box
from lib.export.slides_table import table_of
from lib.export.slides_template import BODY_INDEX, LINES_BOX, TITLE_BOX, TITLE_LINES, TITLE_SIZE
from lib.export.words import TAKE_CARE, rows_left_out
from lib.i18n import _
from lib.links import web_address
from lib.texts import right_to_left, without_scheme

_ABOVE_SOURCE = 22
_SIZES = (56, 52, 48, 44, 42, 40, 38, 36, 34, 32, 30, 28)
_SAY, _CARE, _BESIDE_FIGURE = 56, 44, 44  # the largest lines of an action, of its care, and below a figure
_CARE_PART = 0.85  # the size of care lines, as a part of the size of the other ones
_GAP = 0.42  # space between paragraphs, as a part of their size
_MORE = 34  # the line that says how many rows are left out


def _draw_chart(chart: Chart, look: Theme, room: Box) -> Drawing:
    if isinstance(chart, Bars):
        return slides_bars.draw(chart, look, room)
    if isinstance(chart, Board):
        return slides_board.draw(chart, look, room)
    return slides_points.draw_ladder(chart, look, room) if isinstance(chart, Ladder) else slides_points.draw_points(chart, look, room)


def _room_below(slide: Slide, top: float) -> Box:
    """What is left between the words above and the source line below."""
    return Box(LEFT, top, beside(slide), SOURCE_TOP - _ABOVE_SOURCE - top)


def _chart_slide(canvas: Canvas, slide: Slide) -> None:
    assert slide.chart is not None  # noqa: S101
    top = heading(canvas, slide)
    xml, high = legend_of(slide.chart, canvas.theme, LEFT, top, ROOM)
    canvas.add(xml)
    drawing = _draw_chart(slide.chart, canvas.theme, _room_below(slide, top + high + (14 if high else 0)))
    name = clean(slide.caption).split(" · ")[0] or str(_("Chart"))
    if drawing.native is None:
        canvas.add(group(drawing.frame, drawing.over, name, slide.alt))
    elif not drawing.over:
        canvas.chart(drawing.native, drawing.frame, name, slide.alt)
    else:  # the chart and the texts over it stay together when someone moves them
        whole = canvas.add(group(drawing.frame, drawing.over, name, slide.alt))
        whole.insert(2, canvas.chart(drawing.native, drawing.frame, name, slide.alt))


def _table_slide(canvas: Canvas, slide: Slide) -> None:
    assert slide.table is not None  # noqa: S101
    room = _room_below(slide, heading(canvas, slide))
    xml, high, shown = table_of(slide.table, room, _MORE, clean(slide.caption).split(" · ")[0] or str(_("Table")), slide.alt)
    canvas.add(xml)
    rest = slide.table.left_out + len(slide.table.rows) - shown
    if rest:
        words = rows_left_out(rest, slide.scan)
        place = Box(room.x, room.y + high + 6, room.w, _MORE - 6)
        canvas.add(text_box(place, [line_of(str(words), 24, "tx2")], str(_("Rows left out"))))


@dataclass(frozen=True)
class _Text:
    """A paragraph: its bold beginning or none, its words, its largest size, and its part of the size of other paragraphs."""

    start: str
    words: str
    size: float
    part: float = 1.0

    def smaller(self, most: float) -> _Text:
        """The same, no larger than a size (or its part of that size)."""
        return replace(self, size=min(self.size, max(_SIZES[-1], round(most * self.part))))

    def height(self, room: float) -> float:
        """Its height in this width, with the space above it."""
        return height(f"{self.start} {self.words}".strip(), self.size, room) + self.size * _GAP

    def paragraph(self, first: bool) -> str:
        """The paragraph as XML."""
        runs = [run(f"{self.start} ", self.size, bold=True)] if self.start else []
        return paragraph([*runs, run(self.words, self.size)], self.words, before=0 if first else self.size * _GAP)


def _fitting(texts: list[_Text], box: Box) -> list[_Text]:
    """Paragraphs that fit: all a little smaller if they must, the last ones left out (they stand in the notes), the first one cut."""
    for count in range(len(texts), 0, -1):
        for most in _SIZES:
            shown = [text.smaller(most) for text in texts[:count]]
            if sum(text.height(box.w - 4) for text in shown) <= box.h:
                return shown
    first = texts[0].smaller(_SIZES[-1])
    return [replace(first, words=cut(first.words, first.size, box.w * 0.8, max(1, int(box.h / (first.size * LINE)) - 1)))]


def _body(canvas: Canvas, texts: list[_Text], box: Box) -> None:
    if texts:
        shown = [text.paragraph(index == 0) for index, text in enumerate(_fitting(texts, box))]
        canvas.add(placeholder("body", BODY_INDEX, box, shown, str(_("Text"))))


def _figure_slide(canvas: Canvas, slide: Slide) -> None:
    top = heading(canvas, slide)
    text = clean(slide.figure)
    size: float = next((size for size in range(200, 60, -4) if text_width(text, size, serif=True) <= ROOM), 60)
    texts = [_Text("", clean(line), _BESIDE_FIGURE) for line in slide.lines]
    wanted = sum(text.smaller(32).height(beside(slide) - 4) for text in texts)
    size = max(min(size, 110), min(size, (SOURCE_TOP - _ABOVE_SOURCE - top - wanted - 20) / LINE))
    high = size * LINE
    figure = line_of(text, size, "tx1", serif=True)
    canvas.add(text_box(Box(LEFT, top - 10, ROOM, high), [figure], str(_("Figure")), wrap=text_width(text, size, serif=True) > ROOM))
    _body(canvas, texts, _room_below(slide, top + high + 10))


def _action_slide(canvas: Canvas, slide: Slide) -> None:
    room = _room_below(slide, heading(canvas, slide))
    most = min(_SAY, heading_size(clean(slide.heading)) - 4)  # never as large as the heading
    texts = [_Text("", clean(line), most) for line in slide.lines]
    _body(canvas, texts + [_Text(str(TAKE_CARE), clean(line), _CARE, _CARE_PART) for line in slide.care], room)


def _large_title(canvas: Canvas, text: str, box: Box, sizes: tuple[int, ...]) -> float:
    size = next((size for size in sizes if height(text, size, box.w, serif=True) <= box.h), sizes[-1])
    shown = line_of(text, size if size != TITLE_SIZE else 0)
    canvas.add(placeholder("ctrTitle", 0, box if box != TITLE_BOX else None, [shown], str(_("Title"))))
    return size


_TITLE_SIZES = (96, 88, 80, 72, 64, 56, 48, 44, 40, 36, 32)


def _title_slide(canvas: Canvas, slide: Slide) -> None:
    _large_title(canvas, clean(slide.heading), TITLE_BOX, _TITLE_SIZES)
    lines = [clean(line) for line in slide.lines]
    if lines:
        box = Box(LINES_BOX.x, LINES_BOX.y, beside(slide), SOURCE_TOP - _ABOVE_SOURCE - LINES_BOX.y)
        sizes = (TITLE_LINES, 40, 36, 32)
        size = next((size for size in sizes if sum(height(line, size, box.w) + 10 for line in lines) <= box.h), 32)
        side = "r" if right_to_left(clean(slide.heading)) else "l"  # names in another script stand below the title, not across from it
        own = size if size != TITLE_LINES else 0
        shown = [line_of(line, own, align=side, before=8 if index else 0) for index, line in enumerate(lines)]
        canvas.add(placeholder("subTitle", BODY_INDEX, box, shown, str(_("Host, date, speaker"))))


def _closing_slide(canvas: Canvas, slide: Slide) -> None:
    wide = ROOM - QR_CLOSING - 72 if has_code(slide) else ROOM
    text = clean(slide.heading)
    box = Box(LEFT, 150, wide, 440)
    _large_title(canvas, text, box, _TITLE_SIZES)
    shown = [line_of(clean(line), 36, before=10 if index else 0) for index, line in enumerate(slide.lines)]
    link = web_address(slide.address)
    if link:
        written = without_scheme(link)
        size = largest(written, (TITLE_LINES, 40, 36, 32), wide, 4)
        shown.append(paragraph(run(written, size, link=canvas.link(link)), written, before=24 if shown else 0))
    if shown:
        room = Box(LEFT, 620, wide, SOURCE_TOP - _ABOVE_SOURCE - 620)
        canvas.add(placeholder("subTitle", BODY_INDEX, room, shown, str(_("Text"))))
    if has_code(slide):
        slides_frame.code(canvas, slide, Box(RIGHT - QR_CLOSING, 330, QR_CLOSING, QR_CLOSING))


DRAW: dict[str, Callable[[Canvas, Slide], None]] = {
    "title": _title_slide,
    "chart": _chart_slide,
    "table": _table_slide,
    "figure": _figure_slide,
    "action": _action_slide,
    "empty": _action_slide,
    "closing": _closing_slide,
}
