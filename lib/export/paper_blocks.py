"""The items of a deck as blocks of paper: plain texts, numbers of sources, and one whole chart each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from lib.certainty import OF_SEVERAL_ROWS
from lib.charts.parts import whole
from lib.charts.spec import Chart, legend
from lib.charts.theme import LIGHT
from lib.charts.vector import natural_height, sign, svg
from lib.export.paper import words
from lib.export.plan import ACTION
from lib.export.slide import Deck, Slide, Table
from lib.export.words import TAKE_CARE
from lib.i18n import _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence
from lib.texts import runs, without_scheme
from lib.typefaces import script_of, width

# Tables: the space beside a text, letters of a word before it may be broken, letters that stay together, tries.
INSET, LONGEST_IN_TABLE, LONGEST_WORD, STEPS = 3.0, 20, 20, 24
# Paper is white whatever the hall: what is hollow on the screen must not be tinted when printed.
PAPER = replace(LIGHT, background="#FFFFFF", grid="#D8D8D8")


def whole_slides(deck: Deck) -> tuple[Slide, ...]:
    """The slide of each item, once: a chart that goes on over several slides is whole again."""
    own = (slide for slide in deck.slides if slide.item)
    runs = [list(run) for _code, run in groupby(own, key=lambda slide: slide.item.code if slide.item else "")]
    return tuple(
        replace(run[0], chart=whole([slide.chart for slide in run if slide.chart]) if run[0].chart else None, part=(1, 1)) for run in runs
    )


def link_of(link: str, text: str = "") -> dict[str, Any] | None:
    """An address that can be opened, written in pieces between which a line may be broken; None without one."""
    if not link:
        return None
    host, slash, rest = (text or without_scheme(link)).partition("/")
    return {"url": link, "pieces": [host + slash, *(piece for piece in re.split(r"(?<=[/?=&._])", rest) if piece)]}


@dataclass(frozen=True, eq=False)
class Block:
    """An item on paper; without `drawn` its chart is only named."""

    slide: Slide
    cited: tuple[int, ...]
    printed: tuple[int, ...]
    drawn: bool = True

    @property
    def chart(self) -> Chart | None:
        """The chart that is drawn, if any."""
        return self.slide.chart if self.drawn else None

    @property
    def is_shown(self) -> bool:
        """Whether what the caption explains is there: it speaks of the marks of the chart."""
        return self.drawn or self.slide.chart is None

    def chart_height(self, wide: float, size: float) -> float:
        """The height that the chart asks for, 0 without one."""
        return natural_height(self.chart, wide, size) if self.chart else 0.0

    def data(self, size: float, wide: float = 0.0, height: float = 0.0) -> dict[str, Any]:
        """What the template needs; the chart itself only when its height is given."""
        slide, chart = self.slide, self.chart
        drawn = svg(chart, PAPER, wide, height, size) if chart and height else None
        return {
            "heading": words(slide.heading),
            "figure": words(slide.figure) if slide.figure else None,
            "caption": words(_kept(slide.caption)) if slide.caption and self.is_shown else None,
            "legend": [{"svg": sign(role, shape, PAPER, size), "words": words(str(name))} for role, shape, name in legend(chart)]
            if chart
            else [],
            "chart": chart is not None,
            "svg": drawn,
            "alt": slide.alt or slide.heading,
            "table": _table(slide.table, size + 0.4, wide) if slide.table else None,
            "lines": self._lines(),
            "details": words(_kept(self._details())),
            "more": self._more(),
        }

    def _lines(self) -> list[dict[str, Any]]:
        slide = self.slide
        lines = [_line(text) for text in slide.lines]
        lines += [_line(text, lead=str(TAKE_CARE)) for text in slide.care]
        if begin := slide.link:  # where an action begins, if readers may be sent there
            lines.append(_line(str(_("Begin here:")), link=begin))
        if slide.chart and not self.drawn:
            lines.append(
                _line(str(_("Chart at")), link=slide.address) if slide.address else _line(str(_("The chart is not printed here.")))
            )
        if slide.table and slide.table.left_out:
            left = ngettext("{number} more row", "{number} more rows", slide.table.left_out, number=Number(slide.table.left_out))
            lines.append(_line(str(_("{rows} at", rows=left)) if slide.address else f"{left}", link=slide.address))
        return lines

    def _details(self) -> str:
        """Numbers of sources, as of when, how sure: the end of the source line says the latter two."""
        sources = str(_("Sources [{numbers}]", numbers=runs(self.printed))) if self.printed else ""
        is_dated = self.slide.kind != "empty" and self.slide.item is not None and self.slide.item.kind != ACTION
        ends = self.slide.source_line.rsplit(" · ", 2)[1:] if is_dated else []
        return " · ".join(part for part in (sources, *ends) if part)

    def _more(self) -> dict[str, Any] | None:
        rest = len(self.cited) - len(self.printed)
        if not rest:
            return None
        words_of = ngettext("{number} more source", "{number} more sources", rest, number=Number(rest))
        return {"words": str(_("{sources} at", sources=words_of) if self.slide.address else words_of), "link": link_of(self.slide.address)}


def _kept(text: str) -> str:
    """A text whose dots between parts never begin a line."""
    return text.replace(" · ", "\u00a0· ")


def _line(text: str, lead: str = "", link: str = "") -> dict[str, Any]:
    return {"words": words(text), "lead": lead or None, "link": link_of(link)}


def _table(table: Table, size: float, wide: float) -> dict[str, Any]:
    """The table with the widths of its columns. Words are hyphenated only where not even the longest ones fit side by side."""
    widths = column_widths([table.headers, *table.rows], size, wide)
    return {
        "headers": [words(cell, LONGEST_IN_TABLE) for cell in table.headers],
        "rows": [[words(cell, LONGEST_IN_TABLE) for cell in row] for row in table.rows],
        "widths": widths,
        "hyphenate": sum(widths) > wide + 0.5,
        "size": size,
    }


def _unbroken(cell: str) -> list[str]:
    """The words of a cell as far as they should stay whole; Korean and Chinese may be broken anywhere."""
    return [word[: 3 if script_of(word[0]) in ("korean", "han") else LONGEST_WORD] for word in cell.split()] or [""]


def column_widths(rows: Sequence[Sequence[str]], size: float, wide: float) -> list[float]:
    """Columns that make a table low: each holds its longest word, the rest goes step by step to where rows are highest."""
    count = len(rows[0])
    long = [[width(cell, size, bold=number == 0) for cell in row] for number, row in enumerate(rows)]
    found = [max(width(part, size, bold=True) for row in rows for part in _unbroken(row[place])) for place in range(count)]
    step = (wide - 2 * INSET * count - sum(found)) / STEPS

    def lines(widths: Sequence[float]) -> float:
        return sum(max(text / max(room, 1.0) for text, room in zip(row, widths, strict=True)) for row in long)

    for _step in range(STEPS if step > 0 else 0):
        tried = [[room + (step if place == wider else 0) for place, room in enumerate(found)] for wider in range(count)]
        found = min(tried, key=lines)
    return [round(room + 2 * INSET, 2) for room in found]


def blocks(deck: Deck, most_sources: int) -> tuple[Block, ...]:
    """The items of a deck with at most so many sources each (0 for all): the strongest one, and others among its strongest.

    Of those, twice as many as are printed, the ones that another item prints already come first: they take no room.
    """
    found: list[Block] = []
    printed: set[int] = set()
    for slide in whole_slides(deck):
        cited = deck.cited.get(slide.item.code, ()) if slide.item else ()
        near = sorted(cited[1 : 2 * most_sources], key=lambda number: number not in printed)
        own = [*cited[:1], *near][:most_sources] if most_sources else cited
        printed.update(own)
        found.append(Block(slide, cited, tuple(sorted(own))))
    return tuple(found)


def printed_references(deck: Deck, shown: Sequence[Block]) -> list[dict[str, Any]]:
    """The sources that the blocks name, in the order of their numbers; a link stands as its host, the whole is behind it."""
    wanted = {number for block in shown for number in block.printed}
    return [
        {"number": item.number, "words": words(_without(item.citation, item.link)), "link": link_of(item.link, _host(item.link))}
        for item in deck.references
        if item.number in wanted
    ]


def _without(citation: str, link: str) -> str:
    return citation.removesuffix(link).rstrip() if link else citation


def _host(link: str) -> str:
    return without_scheme(link).split("/")[0]


def meanings(shown: Sequence[Block]) -> list[str]:
    """What the words about confidence mean that end the source lines, each once."""
    said = {block.slide.source_line.rsplit(" · ", 1)[-1] for block in shown if block.slide.notes and block.slide.notes.confidence}
    used = [level for level in Confidence if str(level.label) in said]
    found = [str(_("{level}: {meaning}", level=level.label, meaning=level.meaning)) for level in used]
    return [*found, str(OF_SEVERAL_ROWS)] if set(used) - {Confidence.VERIFIED} else found
