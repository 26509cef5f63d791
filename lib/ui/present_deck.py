"""The slides of the present plan: made once for each state of it, kept in the session, shown as stage and as text.

They are kept in the session and not in a cache of the server, because they may hold the speaker's name.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import clear_cache  # type: ignore[attr-defined]  # in every Python, in no stub

import streamlit as st

from lib.catalog import Catalog
from lib.export.deck import build_deck
from lib.export.plan import Plan
from lib.export.slide import Deck, Notes, Slide
from lib.i18n import LazyText, Text, _, language, ngettext
from lib.links import only_here
from lib.numbers import Number
from lib.settings import read_settings
from lib.typefaces import FontsMissingError, forget
from lib.ui import share
from lib.ui.escape import md, tag

_log = logging.getLogger("inroads")
_KEPT = "present_made"
MANY_SLIDES = 20  # from here on drawing may take so long that a bar shows how far it is
MOST_SOURCES = 8  # of each slide, in the text on the page
NO_FONTS = _("The fonts of this copy are not complete, so it can make no slides. Whoever runs it finds the missing file in its log.")
NO_STAGE = _("The stage could not be drawn. Your list is safe, and the files below may still work.")


@dataclass(eq=False)
class Made:
    """The slides of a plan, and what was made of them so far."""

    key: tuple[Plan, str, date, str]
    deck: Deck
    stage: str = ""
    text: str = ""

    @property
    def screens(self) -> dict[str, int]:
        """How many screens each item makes, by its code."""
        return Counter(slide.item.code for slide in self.deck.slides if slide.item)


def made(catalog: Catalog, plan: Plan) -> Made | None:
    """The slides of a plan; None, said in calm words, when they cannot be made."""
    key = (plan, share.site(), read_settings().today(), language())
    before = st.session_state.get(_KEPT)
    if isinstance(before, Made) and before.key == key:
        return before
    try:
        now = Made(key, build_deck(catalog, plan, key[1], key[2]))
    except FontsMissingError:
        _log.exception("no slides were made")
        st.warning(md(NO_FONTS), icon=":material/report:")
        return None
    st.session_state[_KEPT] = now
    return now


def draw(shown: Made) -> None:
    """The stage with a hint on its keys, a word about addresses that work here only, and everything as text."""
    st.header(md(_("Stage")), anchor="stage")
    with st.container(key="screen-stage"):  # on paper the text under it is enough
        hint = _(
            "This is what the hall sees. Click into it and turn the slides with the arrow keys or the space bar. Its buttons open the "
            "full screen and your notes."
        )
        st.caption(md(hint))
        _stage(shown)
        if only_here(shown.deck.site):
            here = _(
                "The QR codes and addresses lead to this computer or network only: people in the hall cannot open them. Use a public copy "
                "for the evening, or set the address of yours first (INROADS_BASE_URL, see docs/DEPLOY.md)."
            )
            st.warning(md(here), icon=":material/qr_code:")
    _text(shown)


def _stage(shown: Made) -> None:
    """The stage itself, in a frame: what the offline file holds too."""
    if not shown.stage:
        from lib.export import stage as drawn

        words = md(_("The stage is being drawn."))
        bar = st.progress(0.0, text=words) if len(shown.deck.slides) > MANY_SLIDES else None
        try:
            shown.stage = drawn.html(shown.deck, partial(bar.progress, text=words) if bar else None)
        except Exception as error:  # noqa: BLE001 - the rest of the page must stay
            _log.exception("no stage was drawn")
            st.warning(md(NO_FONTS if isinstance(error, FontsMissingError) else NO_STAGE), icon=":material/report:")
            return
        finally:
            if bar:
                bar.empty()
            forget()
    with st.container(key="stage"):
        st.iframe(shown.stage, height=340, alt=str(_("Stage: the slides of “{title}”", title=shown.deck.title)))
    clear_cache()  # Streamlit asks whether the text is an address, and there the whole deck would stay, with the speaker's name


def _text(shown: Made) -> None:
    """All slides and notes as text behind a line; on paper it stands open."""
    if not shown.text:
        slides = "".join(_slide_html(number, slide) for number, slide in enumerate(shown.deck.slides, start=1) if not slide.goes_on)
        summary = tag(_("All slides and your notes as text"))
        shown.text = f'<details class="inr-fold inr-notes"><summary>{summary}</summary>{slides}</details>'
    st.html(shown.text)


def _slide_html(number: int, slide: Slide) -> str:
    place = f"{number}–{number + slide.part[1] - 1}" if slide.part[1] > 1 else str(number)
    lines = [slide.caption, slide.figure, *slide.lines]
    body = "".join(f"<p>{tag(line)}</p>" for line in lines if line)
    if slide.care:
        body += f"<p><strong>{tag(_('Take care'))}</strong>: {tag(' '.join(slide.care))}</p>"
    if slide.alt and slide.chart:
        body += f"<p>{tag(slide.alt)}</p>"
    body += f'<p class="inr-quiet">{tag(slide.source_line)}</p>' if slide.source_line else ""
    return f'<p dir="auto"><strong>{place}. {tag(slide.heading)}</strong></p><div class="inr-said" dir="auto">{body}{_notes_html(slide.notes)}</div>'


def _notes_html(notes: Notes | None) -> str:
    """The notes of a slide as a list of pairs: what to say, what not to say, what is counted, the sources."""
    if notes is None:
        return ""
    pairs: tuple[tuple[LazyText, tuple[Text, ...]], ...] = (
        (_("Say"), notes.say),
        (_("Do not say"), notes.avoid),
        (_("What is counted"), (notes.counted,) if notes.counted else ()),
        (_("What is not counted"), (notes.not_counted,) if notes.not_counted else ()),
        (_("Read before quoting"), notes.caveats),
        (_("Sources"), (*notes.sources[:MOST_SOURCES], *_rest(notes))),
    )
    body = "".join(f"<dt>{tag(name)}</dt><dd>{_listed(texts)}</dd>" for name, texts in pairs if texts)
    return f'<dl class="inr-record">{body}</dl>' if body else ""


def _rest(notes: Notes) -> tuple[Text, ...]:
    rest = len(notes.sources) - MOST_SOURCES
    words = ngettext(
        "{number} more source is in the offline kit.", "{number} more sources are in the offline kit.", rest, number=Number(rest)
    )
    return (words,) if rest > 0 else ()


def _listed(texts: tuple[Text, ...]) -> str:
    if len(texts) == 1:
        return tag(texts[0])
    return f'<ul class="inr-list">{"".join(f"<li>{tag(text)}</li>" for text in texts)}</ul>'
