"""Taking a presentation along: slides, handout, offline stage and kit in one click each, and saving and opening the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from lib.catalog import Catalog
from lib.export.names import file_name
from lib.export.plan import write_file
from lib.export.slide import Deck
from lib.i18n import LazyText, _
from lib.ui import present_state
from lib.ui.escape import md
from lib.ui.present_deck import Made
from lib.ui.present_work import BUSY, DONE, NO_FONTS, WAITING, Look, Report, Work

_WORKS = "present_works"
LOOK_EVERY = 1.5
# A file lies ready on the server until two further runs of any page have ended: its reader gets a moment to fetch it.
FETCHED_AFTER = 3.0
TOLD_AFTER = 0.5  # the same for the word that a file could not be made
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


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


def _works() -> dict[str, Work]:
    works: dict[str, Work] = st.session_state.setdefault(_WORKS, {output.kind: Work() for output in OUTPUTS})
    return works


def draw(catalog: Catalog, shown: Made | None) -> None:
    """The files to take along, when something is chosen, and the saved list."""
    st.header(md(_("Take it along")), anchor="files")
    if shown and shown.deck.plan.items:
        _downloads(catalog, shown)
    _saving(catalog)


def _downloads(catalog: Catalog, shown: Made) -> None:
    """The four files. While one is being made, a line or a bar says how far it is."""
    works, today = _works(), shown.key[2]
    with st.grid(2, min_column_width=300, gap="small", key="present-files"):
        for output in OUTPUTS:
            work = works[output.kind]
            with st.container(key=f"file-{output.kind}", gap=None):
                st.download_button(
                    str(output.label),
                    work.maker(partial(output.build, catalog, shown.deck, today), output.kind),
                    file_name=file_name(shown.deck.plan, output.kind, output.ending),
                    mime=output.mime,
                    icon=f":material/{output.icon}:",
                    key=f"present-{output.kind}",
                    on_click=work.wait,
                    width="stretch",
                )
                st.caption(md(output.use))
    _progress(works)


def _progress(works: dict[str, Work]) -> None:
    """What is under way, looked at again and again until it is done; and what could not be made."""
    looks = {output: works[output.kind].look() for output in OUTPUTS}
    if _under_way(looks.values()):
        st.fragment(_watch, run_every=LOOK_EVERY)(works)
    for output, look in looks.items():
        if look.why:
            st.warning(md(_trouble(output, look.why)), icon=":material/report:")


def _under_way(looks: Iterable[Look]) -> bool:
    return any(look.busy or look.fresh(FETCHED_AFTER if look.state == DONE else TOLD_AFTER) for look in looks)


def _watch(works: dict[str, Work]) -> None:
    """The bars. When all is done and fetched, the whole page runs once more, and the looking ends."""
    looks = {output: works[output.kind].look() for output in OUTPUTS}
    if not _under_way(looks.values()):
        st.rerun()
    for output, look in looks.items():
        if look.state == WAITING:
            st.caption(md(_("{file}: waiting, because this server is making another file.", file=output.label)))
        elif look.busy and look.share:
            st.progress(look.share, text=md(_("{file}: {step}", file=output.label, step=look.words)))
        elif look.busy:
            st.caption(md(_("{file}: in the making. The download begins by itself.", file=output.label)))


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
    try:
        st.session_state["present_file_dropped"] = present_state.open_file(catalog, chosen.getvalue())
    except ValueError:
        present_state.say(_("This file is no saved list of Inroads, so nothing was changed."))
    else:
        present_state.say(_("The saved list is open. “Undo” brings back the one before."))
