"""One section for each slide, laid out by its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lib.charts.spec import legend
from lib.export.slide import Deck, Slide
from lib.export.stage import drawings, fit
from lib.export.stage.markup import anchor, block, element, safe
from lib.export.words import TAKE_CARE, rows_left_out, scan_words
from lib.i18n import _
from lib.numbers import Number
from lib.texts import right_to_left

CLOSING_CODE = 420
CLOSING_ROOM = fit.ROOM_WIDTH - CLOSING_CODE - 96
OPENING_TEXT = 44


def section(slide: Slide, number: int, deck: Deck) -> str:
    """A slide as a section with its place, its heading, and the size of its sheet in the stylesheet's units."""
    name = _("{number} of {count}: {heading}", number=Number(number), count=Number(len(deck.slides)), heading=slide.heading)
    place = element("p", _("{number} / {count}", number=Number(number), count=Number(len(deck.slides))), "place")
    inside = _LAYOUTS.get(slide.kind, _framed)(slide)
    return (
        f'<section class="slide" data-kind="{safe(slide.kind)}" id="slide-{number}" aria-roledescription="{safe(_("slide"))}" '
        f'aria-label="{safe(name)}"><div class="sheet">{inside}{place}</div></section>'
    )


def _code(slide: Slide) -> str:
    return drawings.code(slide.scan, str(_("QR code:")), str(scan_words(slide))) if slide.scan else ""


def _part(slide: Slide) -> str:
    number, count = slide.part
    return str(_("{number} of {count}", number=Number(number), count=Number(count))) if count > 1 else ""


def _head(slide: Slide, size: int) -> str:
    part = _part(slide)
    caption = element("span", slide.caption) if slide.caption else ""
    more = f'<span class="part">{" · " if caption else ""}{safe(part)}</span>' if part else ""
    return f"<header>{element('h2', slide.heading, f'f{size}')}{block('p', (caption, more), 'caption')}</header>"


def _source(slide: Slide) -> str:
    return element("p", slide.source_line, "source") if slide.source_line else ""


def _body(slide: Slide, figure: str) -> str:
    """Left what is shown and its source line, right the QR code."""
    return f'<div class="body"><div class="shown">{figure}{_source(slide)}</div>{_code(slide)}</div>'


def _chart(slide: Slide, frame: fit.Frame) -> str:
    if slide.chart is None:
        return _lines(slide, frame)
    names = [str(words) for _role, _shape, words in legend(slide.chart)]
    height = max(200.0, frame.height - fit.legend_height(names, frame.width))
    drawing = drawings.chart(slide.chart, frame.width, round(height), slide.alt or slide.heading)
    return drawings.legend_of(slide.chart) + drawing


def _table(slide: Slide, frame: fit.Frame) -> str:
    if slide.table is None:
        return _lines(slide, frame)
    fitted = fit.fit_table(slide.table, frame.width, frame.height)
    heads = "".join(
        f'<th scope="col" class="w{wide}" dir="auto">{safe(header)}</th>'
        for header, wide in zip(slide.table.headers, fitted.widths, strict=True)
    )
    rows = "".join(f"<tr>{''.join(element('td', cell) for cell in row)}</tr>" for row in fitted.rows)
    count = fitted.left_out
    rest = element("p", rows_left_out(count, slide.scan), "more") if count else ""
    return f'<div class="figure"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{rest}</div>'


def _figure(slide: Slide, frame: fit.Frame) -> str:
    """The number as large as its line and the lines under it allow."""
    for most in (200, 160, 128, 104):
        number = fit.number_size(slide.figure, frame.width, most)
        room = frame.height - number * fit.HEADING_LEADING - 24
        size = fit.texts_size(slide.lines, frame.width, room, (44, 40, 36, 34, 32), 16)
        if fit.texts_size(slide.lines, frame.width, room, (size, 0), 16) == size:
            break
    lines = block("div", (element("p", line) for line in slide.lines), f"lines f{size}")
    return f'<div class="figure">{element("p", slide.figure, f"number f{number}")}{lines}</div>'


def _action(slide: Slide, frame: fit.Frame) -> str:
    cares = [f"{TAKE_CARE} {text}" for text in slide.care]
    for size in (56, 52, 48, 44, 40, 38, 36, 34, 32):
        care = min(size, 34 if size <= 40 else 44)
        used = sum(fit.lines(text, size, frame.width) * size * fit.LIST_LEADING + 18 for text in slide.lines)
        if cares:
            used += 26 + sum(fit.lines(text, care, frame.width, bold=True) * care * fit.LIST_LEADING + 14 for text in cares)
        if used <= frame.height:
            break
    care_lines = (f'<p dir="auto"><strong>{safe(TAKE_CARE)}</strong> {safe(text)}</p>' for text in slide.care)
    lines = block("div", (element("p", line) for line in slide.lines), f"lines f{size}")
    return f'<div class="figure">{lines}{block("div", care_lines, f"care f{care}")}</div>'


def _lines(slide: Slide, frame: fit.Frame) -> str:
    size = fit.texts_size(slide.lines, frame.width, frame.height, (40, 36, 32), 18)
    return f'<div class="figure">{block("div", (element("p", line) for line in slide.lines), f"lines f{size}")}</div>'


def _opening(slide: Slide, inside: str) -> str:
    return f'<header dir="{"rtl" if right_to_left(slide.heading) else "ltr"}">{inside}</header>'


def _title(slide: Slide) -> str:
    room = fit.ROOM_WIDTH
    below = _texts_height(slide.lines, room)
    size = fit.title_size(slide.heading, room, fit.ROOM_HEIGHT - fit.RULE_ROOM - 300 - below)
    lines = block("div", (element("p", line) for line in slide.lines), f"lines f{OPENING_TEXT}")
    head = _opening(slide, element("h1", slide.heading, f"f{size}") + lines)
    return f"{head}{_body(slide, '')}"


def _closing(slide: Slide) -> str:
    """The call and its link on the left, its QR code large on the right."""
    room = CLOSING_ROOM if slide.scan else fit.ROOM_WIDTH
    link = anchor(slide.address, f"link f{OPENING_TEXT}") if slide.address else ""
    below = _texts_height((*slide.lines, slide.address), room)
    size = fit.title_size(slide.heading, room, fit.ROOM_HEIGHT - fit.RULE_ROOM - 120 - below)
    lines = block("div", (element("p", line) for line in slide.lines), f"lines f{OPENING_TEXT}")
    head = _opening(slide, element("h2", slide.heading, f"f{size}") + lines + link)
    return f'<div class="last"><div class="said">{head}</div>{_code(slide)}</div>{_source(slide)}'


def _texts_height(texts: Sequence[str], room: float) -> float:
    return sum(fit.lines(text, OPENING_TEXT, room) * OPENING_TEXT * fit.LIST_LEADING + 18 for text in texts)


_FILL: dict[str, Callable[[Slide, fit.Frame], str]] = {"chart": _chart, "table": _table, "figure": _figure, "action": _action}


def _framed(slide: Slide) -> str:
    frame = fit.frame(slide, fit.caption_of(slide, _part(slide)), bool(slide.scan))
    return _head(slide, frame.heading) + _body(slide, _FILL.get(slide.kind, _lines)(slide, frame))


_LAYOUTS: dict[str, Callable[[Slide], str]] = {"title": _title, "closing": _closing}
