"""What the speaker can open: the notes of each slide. They are hidden until a key or a button asks for them."""

from __future__ import annotations

from collections.abc import Sequence

from lib.export.slide import Deck, Slide
from lib.export.stage.markup import block, element, safe
from lib.i18n import _


def panel(deck: Deck) -> str:
    """The panel with the notes of all slides; the script shows those of the slide that is shown."""
    notes = "".join(_note(slide, number, deck) for number, slide in enumerate(deck.slides, start=1))
    elapsed = f'{safe(_("Time since the first turn:"))} <time id="elapsed">0:00</time>'
    return (
        f'<aside id="notes" class="panel" aria-label="{safe(_("Speaker notes"))}" tabindex="0" hidden><div class="top"><p>{elapsed}</p>'
        f'<button type="button" id="again">{safe(_("Start the time again"))}</button>'
        f'<button type="button" data-do="notes">{safe(_("Close notes"))}</button></div>{notes}</aside>'
    )


def _note(slide: Slide, number: int, deck: Deck) -> str:
    follows = deck.slides[number].heading if number < len(deck.slides) else ""
    coming = _entry(str(_("Next")), (follows,)) if follows else ""
    return f'<div class="note" id="note-{number}" hidden>{_words(slide)}{block("dl", (coming,), "next")}</div>'


def _words(slide: Slide) -> str:
    notes = slide.notes
    if notes is None:
        return element("p", _("No notes for this slide."))
    said = (_entry(str(_("Say")), notes.say), _entry(str(_("Do not say")), notes.avoid))
    record = (
        _entry(str(_("What is counted")), (notes.counted,)),
        _entry(str(_("What is not counted")), (notes.not_counted,)),
        _entry(str(_("As of")), (notes.as_of,)),
        _entry(str(_("How sure")), (notes.confidence,)),
        _entry(str(_("Read before quoting")), notes.caveats),
        _entry(str(_("Sources")), notes.sources),
    )
    return block("dl", said, "said") + block("dl", record, "record")


def _entry(name: str, texts: Sequence[str]) -> str:
    parts = "".join(element("dd", text) for text in texts if text)
    return f"{element('dt', name)}{parts}" if parts else ""
