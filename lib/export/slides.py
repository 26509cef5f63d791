"""The slides as a PowerPoint file: real titles, native charts and tables that can be edited, notes for the speaker.

python-pptx is imported when a file is asked for. Nothing is shared between two calls but the empty template.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from lib.charts.theme import theme
from lib.export.slide import Deck
from lib.export.slides_frame import Canvas, foot
from lib.export.slides_kinds import DRAW
from lib.export.slides_look import clean
from lib.export.slides_notes import notes_text
from lib.export.slides_template import CONTENT, MESSAGE, OPENING, empty_file
from lib.i18n import _
from lib.settings import NAME
from lib.texts import right_to_left

_LAYOUTS = {"title": OPENING, "closing": OPENING, "chart": MESSAGE, "table": MESSAGE}


def _describe(file: Any, deck: Deck) -> None:
    """What the file says about itself."""
    said = file.core_properties
    said.title = clean(deck.title)[:255]
    said.author = said.last_modified_by = clean(deck.plan.host)[:255] or NAME
    said.language = {"en": "en-US", "ko": "ko-KR"}.get(deck.language, deck.language)
    said.subject = str(_("Figures and sources: {name}", name=NAME))
    said.keywords = said.comments = said.category = ""
    said.created = said.modified = datetime.now(UTC).replace(tzinfo=None)
    said.revision = 1


def _write_notes(page: Any, text: str) -> None:
    """The notes of a slide, each paragraph with the direction in which it is read."""
    if not text:
        return
    page.notes_slide.notes_text_frame.text = text
    for written in page.notes_slide.notes_placeholder.element.iter("{*}p"):
        written.get_or_add_pPr().set("rtl", str(int(right_to_left("".join(written.itertext())))))


def pptx(deck: Deck) -> bytes:
    """The presentation as a PowerPoint file, light or dark as its plan says. Raises FontsMissingError without our fonts."""
    look = theme(deck.plan.hall)
    file = empty_file(look.name, deck.language)
    layouts = {layout.name: layout for layout in file.slide_layouts}
    for number, slide in enumerate(deck.slides, start=1):
        canvas = Canvas(file.slides.add_slide(layouts[_LAYOUTS.get(slide.kind, CONTENT)]), look)
        DRAW[slide.kind](canvas, slide)
        foot(canvas, slide, number)
        _write_notes(canvas.page, notes_text(slide))
    _describe(file, deck)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()
