"""The speaker's notes of a slide as text: what to say, what not to say, and what stands behind the figures."""

from __future__ import annotations

from lib.export.slide import Notes, Slide
from lib.export.slides_look import clean
from lib.i18n import _, ngettext
from lib.numbers import Number

MOST_SOURCES = 12


def _block(heading: object, texts: tuple[str, ...]) -> list[str]:
    kept = [text for text in texts if text]
    return [str(heading), *kept, ""] if kept else []


def _sources(notes: Notes, address: str) -> list[str]:
    rest = len(notes.sources) - MOST_SOURCES
    shown = list(notes.sources[:MOST_SOURCES])
    if rest > 0 and address:
        shown.append(str(ngettext("{number} more at {address}", "{number} more at {address}", rest, number=Number(rest), address=address)))
    elif rest > 0:
        shown.append(str(ngettext("{number} more on the page", "{number} more on the page", rest, number=Number(rest))))
    return _block(_("Sources"), tuple(shown))


def notes_text(slide: Slide) -> str:
    """Everything for the speaker; a slide that goes on with a chart says so and keeps the sources. Empty without notes."""
    notes = slide.notes
    if notes is None:
        return ""
    if slide.goes_on:
        place = _(
            "Part {part} of {parts} of the same chart: what to say stands with the first.",
            part=Number(slide.part[0]),
            parts=Number(slide.part[1]),
        )
        lines = [str(place), "", *_block(_("As of"), (notes.as_of,))]
    else:
        lines = [
            *_block(_("Say"), notes.say),
            *_block(_("Do not say"), notes.avoid),
            *_block(_("What is shown"), (slide.alt,) if slide.kind == "chart" else ()),
            *_block(_("What is counted"), (notes.counted,)),
            *_block(_("What is not counted"), (notes.not_counted,)),
            *_block(_("As of"), (notes.as_of,)),
            *_block(_("How sure"), (notes.confidence,)),
            *_block(_("Read before quoting"), notes.caveats),
        ]
    lines += _sources(notes, slide.address)
    if slide.address:
        lines.append(slide.address)
    return clean("\n".join(lines).strip())
