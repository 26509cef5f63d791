"""The parts of the page about Inroads: what only we can say of it, with its figures read from the data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from lib.catalog import Catalog
from lib.citations import Citation
from lib.dates import When
from lib.i18n import LazyText, _
from lib.settings import NAME, VERSION, read_settings
from lib.ui import shell
from lib.ui.about_method import age, confidence, items, method, pairs, say
from lib.ui.escape import anchor, md, tag

# As in CITATION.cff; a test holds the two together.
TITLE = "Inroads: an advocacy resource dashboard on North Korea"
AUTHORS = "Inroads contributors"
APACHE = "https://www.apache.org/licenses/LICENSE-2.0"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Part:
    """One part of the page: its anchor, its heading, and what draws it."""

    anchor: str
    heading: LazyText
    draw: Callable[[Catalog], None]


def _harm(catalog: Catalog) -> None:
    say(
        catalog,
        _("Nothing here should help to find or stop people who leave, or endanger their families. So some things are left out:"),
    )
    items(
        _("how and where people leave, hide or travel, and whom they pay;"),
        _("how the border is guarded;"),
        _("names and details of people who did not make them public themselves;"),
        _("details of stations and launches that help those who jam or stop them."),
    )
    say(
        catalog,
        _("Some sources are cited without a link, because a visit could harm a reader. State media are labeled as such."),
        _(
            "An organization with a safeguarding note is listed with the note. There is no link to it, no figure about it, and no way to "
            "give to it."
        ),
        _(
            "If leaving something out changes a total, the page says so. Programs refuse known forms of harm in the data; people read the rest."
        ),
    )


def _privacy(catalog: Catalog) -> None:
    say(catalog, _("There is no account, no tracking, and no request to another site while you read."))
    pairs(
        (
            _("What your browser keeps"),
            tag(_("A cookie named _streamlit_xsrf, which protects the connection, and an entry that remembers light or dark.")),
        ),
        (
            _("What the address holds"),
            tag(
                _(
                    "The filters you choose. On the search page also the words you typed; on the page Present what you chose to show and "
                    "the words of your event, but never the speaker's name. It stays in the history of your browser, and whoever gets "
                    "your link sees it."
                )
            ),
        ),
        (
            _("What files hold"),
            tag(
                _(
                    "A saved presentation, slides, the handout and the offline deck hold the speaker's name if you typed one. Give them "
                    "only to people who may know it."
                )
            ),
        ),
        (
            _("What we keep"),
            tag(_("Nothing about readers. What you choose or paste lives in the memory of your session and ends with it.")),
        ),
        (
            _("What the host sees"),
            tag(_("Network addresses, times, and which pages are asked for. Whoever runs this copy decides what is written down.")),
        ),
        (
            _("Streamlit Community Cloud"),
            tag(
                _(
                    "If this copy runs there, the host forces its own usage statistics on, sets cookies of its own, and reports visits to "
                    "the maker of Streamlit. Our settings cannot change that."
                )
            ),
        ),
        (
            _("What others see"),
            tag(
                _(
                    "Your network can see which site you visit. A page that you open from here is not told where you came from. Each "
                    "link names its site first."
                )
            ),
        ),
    )
    say(catalog, _("If a visit could put you at risk, ask who runs this copy, or run your own. The guide is docs/DEPLOY.md."))


def _independence(catalog: Catalog) -> None:
    say(
        catalog,
        _(
            "The project's files name no funder, no sponsor and no parent organization. Its authors sign as {authors}.",
            authors=AUTHORS,
        ),
        _(
            "No page asks for money for Inroads. Ways to give lead to the organizations themselves. A listing is not an endorsement. An "
            "organization that objects to what we say gets its statement shown, or our text corrected."
        ),
        _("Anyone may run a copy and change it. Who runs this one is not known to its data."),
    )


def _license(catalog: Catalog) -> None:
    pairs(
        (_("Code"), anchor(APACHE, _("Apache License 2.0"))),
        (_("Data and texts"), anchor(CC_BY, _("Creative Commons Attribution 4.0 International (CC BY 4.0)"))),
    )
    say(
        catalog,
        _(
            "You may copy, change and share the data, also for money. Name Inroads and the data version, link to the license, and say what you changed."
        ),
        _("Please also name the source of each figure. Titles and quoted words stay with their authors."),
    )


def project_citation(catalog: Catalog) -> Citation:
    """How to cite the whole project as it is today, as in CITATION.cff, with both versions."""
    settings = read_settings()
    today = settings.today().isoformat()
    note = _("Version {version}, data version {data}, seen on {date}", version=VERSION, data=catalog.version, date=When(today))
    return Citation(f"{NAME.lower()}-{catalog.version}", TITLE, AUTHORS, today, settings.base_url, str(note))


def _cite(catalog: Catalog) -> None:
    say(catalog, _("For one figure, copy the citation in its record: it names the publishers behind it. For the whole project:"))
    cited = project_citation(catalog)
    for style, text in (("APA", cited.apa()), ("BibTeX", cited.bibtex()), ("RIS", cited.ris().strip())):
        st.caption(style)
        st.code(text, language=None, wrap_lines=True)


def _correct(catalog: Catalog) -> None:
    say(
        catalog,
        _("Choose “Correct us” at the foot of any page. You need no name, only a source. It gives you a text to fill in."),
        _(
            "A confirmed error is corrected on all pages at once, because each figure is defined once. The old value stays in the log of "
            "corrections. What could endanger someone is removed first and discussed later."
        ),
    )
    shell.link("data", str(_("Find the row to correct, and see what was corrected")), view="changes")


def _accessibility(catalog: Catalog) -> None:
    say(catalog, _("Our aim is the standard WCAG 2.2, levels A and AA."))
    pairs(
        (
            _("What programs test"),
            tag(
                _(
                    "Every page with axe-core, in the light and the dark theme, on a wide and a narrow window. Also contrast, use by "
                    "keyboard, a text and a table beside every chart, and the length of sentences."
                )
            ),
        ),
        (
            _("Known limits"),
            tag(
                _(
                    "Pages need JavaScript. Charts are pictures to a screen reader: read the text or open the table beside them. What stands "
                    "in a closed box of the menu does not print. Programs find only part of what hinders people."
                )
            ),
        ),
        (
            _("If something hinders you"),
            tag(_("Tell us as you would report an error, with “Correct us” at the foot of the page. Say which page and which device.")),
        ),
    )


PARTS: tuple[Part, ...] = (
    Part("method", _("How a number gets here"), method),
    Part("confidence", _("How sure we are"), confidence),
    Part("age", _("How old a number is"), age),
    Part("do-no-harm", _("What is left out, and why"), _harm),
    Part("privacy", _("What we see of you"), _privacy),
    Part("independence", _("Who stands behind it"), _independence),
    Part("license", _("What you may do with it"), _license),
    Part("cite", _("How to cite it"), _cite),
    Part("correct", _("How to correct us"), _correct),
    Part("accessibility", _("Accessibility"), _accessibility),
)


def draw(catalog: Catalog) -> None:
    """All parts one under the other, with a list of links to them first."""
    st.markdown(" · ".join(f"[{md(part.heading)}](#{part.anchor})" for part in PARTS))
    for part in PARTS:
        st.header(md(part.heading), anchor=part.anchor)
        part.draw(catalog)
