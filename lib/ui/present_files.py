"""Taking a presentation along: slides, handout, offline stage and kit in one click each, and saving and opening the list.

Streamlit could make a file when its download is clicked, but the start of the next run drops the answer, and no bar can
be shown. So the click begins a run that makes the file, and the finished download is clicked by a line of script.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from lib.catalog import Catalog
from lib.export.names import file_name
from lib.export.plan import NewerFileError, write_file
from lib.export.slide import Deck
from lib.i18n import LazyText, _
from lib.settings import NAME
from lib.typefaces import forget
from lib.ui import present_state
from lib.ui.escape import md
from lib.ui.present_deck import Made
from lib.ui.present_work import BUSY, NO_FONTS, Report, make

_READY, _COUNT, _MAKING = "present_ready", "present_files_made", "present_making"
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
# The file is made in the run that the click began, so that a bar can show how far it is; then the browser is told to fetch it.
_FETCH = """<script>(() => {
  let looks = 0;
  const timer = setInterval(() => {
    const button = document.querySelector(".st-key-present-file-%d button");
    if (button || ++looks > 100) clearInterval(timer);
    if (button) button.click();
  }, 50);
})();</script>"""


@dataclass(frozen=True)
class _Output:
    """One kind of file: how it is called, what it is for, and what makes it."""

    kind: str
    ending: str
    mime: str
    label: LazyText
    use: LazyText
    icon: str
    build: Callable[[Catalog, Deck, date, Report], bytes]


def _slides(_catalog: Catalog, deck: Deck, _today: date, _report: Report) -> bytes:
    from lib.export import slides

    return slides.pptx(deck)


def _handout(_catalog: Catalog, deck: Deck, _today: date, _report: Report) -> bytes:
    from lib.export import handout

    return handout.pdf(deck)


def _stage(_catalog: Catalog, deck: Deck, _today: date, _report: Report) -> bytes:
    from lib.export import stage

    return stage.html(deck).encode("utf-8")


def _kit(catalog: Catalog, deck: Deck, today: date, report: Report) -> bytes:
    from lib.export import kit

    return kit.build(catalog, deck.plan, deck.site, today, report)


OUTPUTS: tuple[_Output, ...] = (
    _Output("slides", "pptx", _PPTX, _("PowerPoint slides"), _("with speaker notes"), "slideshow", _slides),
    _Output("handout", "pdf", "application/pdf", _("Handout (PDF)"), _("to print for the hall"), "picture_as_pdf", _handout),
    _Output("stage", "html", "text/html", _("Offline stage (HTML)"), _("one file for any browser"), "web_asset", _stage),
    _Output("kit", "zip", "application/zip", _("Offline kit (zip)"), _("all of these, cards and data; takes longer"), "folder_zip", _kit),
)


@dataclass(frozen=True)
class _Ready:
    """The last file that was made in this session, for one state of the list."""

    number: int
    name: str
    mime: str
    content: bytes
    key: tuple[object, ...]


def draw(catalog: Catalog, shown: Made | None) -> None:
    """The files to take along, when something is chosen, and the saved list."""
    st.header(md(_("Take it along")), anchor="files")
    if shown and shown.deck.plan.items:
        _downloads(catalog, shown)
    _saving(catalog)


def _downloads(catalog: Catalog, shown: Made) -> None:
    """The four files, each made and fetched with one click."""
    asked = None
    with st.grid(2, min_column_width=300, gap="small", key="present-files"):
        for output in OUTPUTS:
            with st.container(key=f"file-{output.kind}", gap=None):
                if st.button(str(output.label), icon=f":material/{output.icon}:", key=f"present-{output.kind}", width="stretch"):
                    asked = output
                st.caption(md(output.use))
    _say_interrupted(asked)
    if asked:
        st.session_state.pop(_READY, None)
        st.session_state[_MAKING] = asked.kind
        _make(catalog, shown, asked)
        del st.session_state[_MAKING]
    ready = st.session_state.get(_READY)
    if isinstance(ready, _Ready) and ready.key == shown.key:
        _hand_over(ready, fetch=asked is not None)


def _say_interrupted(asked: _Output | None) -> None:
    """Names a file whose making was ended by another click or a change of the page: a run in Streamlit ends the one before."""
    kind = st.session_state.pop(_MAKING, "")
    left = next((output for output in OUTPUTS if output.kind == kind), None)
    if left and left is not asked:
        words = _("{file}: not finished, because something else was clicked or changed meanwhile. Click it again.", file=left.label)
        st.info(md(words), icon=":material/info:")


def _make(catalog: Catalog, shown: Made, output: _Output) -> None:
    """Makes a file while a bar shows how far it is, and keeps it in the session; says so calmly when it cannot be made."""
    bar = st.progress(0.0, text=md(_("{file}: in the making.", file=output.label)))

    def report(share: float, words: str) -> None:
        bar.progress(min(max(share, 0.0), 1.0), text=md(_("{file}: {step}", file=output.label, step=words)))

    def waits() -> None:
        bar.progress(0.0, text=md(_("{file}: waiting, because this server is making another file.", file=output.label)))

    try:
        made = make(output.kind, partial(output.build, catalog, shown.deck, shown.key[2], report), waits)
    finally:  # also when the reader leaves while the file is made
        forget()
    bar.empty()
    if made.why:
        st.warning(md(_trouble(output, made.why)), icon=":material/report:")
        return
    number = st.session_state[_COUNT] = st.session_state.get(_COUNT, 0) + 1
    name = file_name(shown.deck.plan, output.kind, output.ending)
    st.session_state[_READY] = _Ready(number, name, output.mime, made.content, shown.key)


def _hand_over(ready: _Ready, fetch: bool) -> None:
    """The finished file: fetched by itself once, and again for whoever wants it."""
    with st.container(horizontal=True, vertical_alignment="center", key="present-ready"):
        st.caption(md(_("{name} is ready. Your browser saves it by itself.", name=ready.name)))
        st.download_button(
            str(_("Save it again")),
            ready.content,
            file_name=ready.name,
            mime=ready.mime,
            icon=":material/download:",
            type="tertiary",
            key=f"present-file-{ready.number}",
            on_click="ignore",
        )
    if fetch:
        st.html(_FETCH % ready.number, unsafe_allow_javascript=True)


def _trouble(output: _Output, why: str) -> LazyText:
    if why == BUSY:
        return _("{file}: not made, because this server was busy with other files. Try again in a minute.", file=output.label)
    if why == NO_FONTS:
        return _(
            "{file}: not made, because the fonts of this copy are not complete. Whoever runs it finds the missing file in its log. The "
            "saved list below needs no fonts.",
            file=output.label,
        )
    return _(
        "{file}: not made, because of an error that is ours. Whoever runs this copy finds it in the log. Your list is safe: the other "
        "files may still work.",
        file=output.label,
    )


def _saving(catalog: Catalog) -> None:
    """The list as a small file, and the field that opens it again."""
    plan = present_state.kept()
    st.download_button(
        str(_("Save this list (JSON)")),
        partial(write_file, plan),
        file_name=file_name(plan, "presentation", "json"),
        mime="application/json",
        icon=":material/save:",
        key="present-save",
        on_click="ignore",
    )
    with st.container(key="filters-present-open"):
        st.file_uploader(
            str(_("Open a saved list")), type=["json"], max_upload_size=1, key="present-file", on_change=partial(_opened, catalog)
        )
    if dropped := st.session_state.pop("present_file_dropped", ()):
        words = _("The file asks for something this copy does not have, so it was left out: {listed}.")
        present_state.left_out(words, dropped)


def _opened(catalog: Catalog) -> None:
    chosen = st.session_state["present-file"]
    if chosen is None:
        return
    before = present_state.kept()
    try:
        st.session_state["present_file_dropped"] = present_state.open_file(catalog, chosen.getvalue())
    except NewerFileError:
        present_state.say(_("This list was saved by a newer {name} than this copy, so nothing was changed.", name=NAME))
    except ValueError:
        present_state.say(_("This file is no saved list of {name}, so nothing was changed.", name=NAME))
    else:
        same = present_state.kept() == before
        present_state.say(_("This list is open already.") if same else _("The saved list is open. “Undo” brings back the one before."))
