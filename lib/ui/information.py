"""The page on information inflow: what stopped, what runs, what to support, what was counted, what the laws threaten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from lib.catalog import Catalog
from lib.exhibits import fact
from lib.i18n import Text, _, language, ngettext
from lib.numbers import Number, Year
from lib.settings import read_settings
from lib.status import OLD_AFTER_MONTHS
from lib.topics.information import efforts_in
from lib.topics.information_drives import DRIVE_FACTS
from lib.topics.information_events import media_events
from lib.topics.information_tables import PLACES
from lib.ui import shell, terms
from lib.ui.escape import Html, md
from lib.ui.exhibits import show
from lib.ui.facts import cards, figures, lead
from lib.ui.filters import Filters
from lib.ui.information_lists import channels_html, events_html, laws_html, running_html, stopped_html, support_html

FACTS = (
    "information.hours_after",
    "information.stations_after",
    "information.stopped_in_cuts",
    "information.efforts_active",
)

SECTIONS = (
    ("now", _("Stopped, running, to support")),
    ("radio", _("Radio hours")),
    ("channels", _("Channels")),
    ("reached", _("Surveys")),
    ("laws", _("Laws")),
    ("events", _("Events")),
    ("volume", _("Drives and leaflets")),
)


def title(catalog: Catalog) -> Text:
    """The finding of the page."""
    before, after = fact(catalog, "information.hours_before"), fact(catalog, "information.hours_after")
    return _(
        "Radio aimed at North Korea fell from {before} to {after} in {year}",
        before=Number(before.quantity.value or 0),
        after=after.quantity,
        year=Year(int(after.record.as_of[:4])),
    )


def draw(catalog: Catalog, filters: Filters) -> None:
    """Draws the whole page; its script draws its heading."""
    today = read_settings().today()
    trace = lead(
        catalog,
        _(
            "Radio, drives and family calls tell people inside North Korea what their state does not. Much of the radio stopped "
            "within one year. What is left rests on a few stations and small groups. North Korean law threatens those who listen and "
            "watch; South Korean law limits some ways of sending."
        ),
        ("information.hours_before", "information.hours_after"),
        title(catalog),
    )
    st.markdown(" · ".join(f"[{md(words)}](#{anchor})" for anchor, words in SECTIONS))
    cards(catalog, FACTS)
    trace()
    _overview(catalog, today)
    _radio(catalog)
    _channels(catalog, filters, today)
    _people(catalog, filters)
    _laws(catalog, filters)
    _events(catalog, filters)
    _volumes(catalog, filters)


def _overview(catalog: Catalog, today: date) -> None:
    """Three parts side by side; one under the other on a phone."""
    st.header(md(_("What stopped, what runs, what you can support")), anchor="now")
    stopped = fact(catalog, "information.stopped_in_cuts")
    parts: tuple[tuple[str, Text, Text, Callable[[], str]], ...] = (
        (
            "stopped",
            _("What stopped"),
            _("{number} in {year}, each with its last day as far as it is known.", number=stopped.quantity, year=stopped.period),
            lambda: stopped_html(catalog, language()),
        ),
        (
            "runs",
            _("What runs"),
            _(
                "Each date is that of the evidence. After {months} months without news we write: active when last seen.",
                months=Number(OLD_AFTER_MONTHS),
            ),
            lambda: running_html(catalog, today, language()),
        ),
        (
            "support",
            _("What you can support"),
            _("A listing is no endorsement. Nothing here asks you to send anything over the border yourself."),
            lambda: support_html(catalog, today, language()),
        ),
    )
    with st.grid(3, min_column_width=270, gap="medium"):
        for key, name, words, html in parts:
            with st.container(key=f"now-{key}"):
                st.subheader(md(name), anchor=key)
                st.markdown(md(words))
                st.html(html())


def _radio(catalog: Catalog) -> None:
    st.header(md(_("Radio before and after the cuts")), anchor="radio")
    terms.say(
        catalog,
        _(
            "A transmission hour is one hour on one frequency. Stations often send the same program on several frequencies at once, because "
            "North Korea jams them. One hour on three frequencies counts as three transmission hours. So a day can hold hundreds of them. "
            "They say how much is sent, not how much is heard."
        ),
    )
    show(catalog, "information.hours")
    figures(
        catalog, ("information.hours_change", "information.later_estimate", "information.stations_before", "information.stations_after")
    )
    show(catalog, "information.hours_by_broadcaster")


def _channels(catalog: Catalog, filters: Filters, today: date) -> None:
    st.header(md(_("Every channel, and who runs it")), anchor="channels")
    terms.say(
        catalog,
        _(
            "A channel is one way of sending by one operator. The mark † means that the operator is believed to run it and never said so. "
            "Where no end is known, we say unknown."
        ),
    )
    filters.draw("channel")
    filters.draw("runs")
    channel, runs = filters.many("channel"), filters.text("runs")
    show(catalog, "information.channel_board", channel=channel, runs=runs)
    rows = efforts_in(catalog, channel, runs)
    if rows:
        counted = ngettext("{number} channel, one by one", "{number} channels, one by one", len(rows), number=Number(len(rows)))
        st.subheader(md(counted), anchor="channel-list")
        st.html(Html(channels_html(catalog, tuple(row.key for row in rows), today, language())))


def _people(catalog: Catalog, filters: Filters) -> None:
    st.header(md(_("Who has been reached")), anchor="reached")
    terms.say(
        catalog,
        _(
            "Nobody can poll North Korea freely. Surveys ask people who left, or a few who can be reached. Those samples are not the "
            "population. Each result stands with its own question and with n, the number of people asked."
        ),
    )
    show(catalog, "information.video_cohorts")
    figures(catalog, ("information.video_cohort_before_2000", "information.video_cohort_2016_2020"))
    filters.draw("surveys")
    show(catalog, "information.surveys", surveys=filters.text("surveys"))


def _laws(catalog: Catalog, filters: Filters) -> None:
    st.header(md(_("What the law threatens, on both sides of the border")), anchor="laws")
    figures(catalog, ("information.laws_death",))
    with st.grid(2, min_column_width=300, gap="medium"):
        for place in ("KP", "KR"):
            with st.container(key=f"laws-{place}"):
                st.subheader(md(PLACES[place]), anchor=f"laws-{place.lower()}")
                st.html(Html(laws_html(catalog, place, language())))
    filters.draw("laws")
    show(catalog, "information.laws", laws=filters.text("laws"))


def _events(catalog: Catalog, filters: Filters) -> None:
    st.header(md(_("What happened, and when")), anchor="events")
    terms.say(
        catalog,
        _(
            "A crackdown is an act of North Korea. South Korean measures on leaflets are called restrictions. Reports of executions rest "
            "on testimony, often of one person."
        ),
    )
    filters.draw("event")
    filters.draw("years")
    event, years = filters.many("event"), filters.years("years")
    item = show(catalog, "information.events", event=event, years=years)
    if not item.empty:
        st.html(Html(events_html(catalog, tuple(row.key for row in media_events(catalog, event, years)), language())))


def _volumes(catalog: Catalog, filters: Filters) -> None:
    st.header(md(_("What was given and sent")), anchor="volume")
    terms.say(
        catalog,
        _(
            "Donated is not delivered, and sent is not received. One campaign, Flash Drives for Freedom, has three figures in "
            "circulation. Each counts something else."
        ),
    )
    figures(catalog, DRIVE_FACTS)
    shell.link("disagreements", str(_("See the three definitions side by side, with other figures that disagree")))
    filters.draw("counted")
    show(catalog, "information.volume", counted=filters.text("counted"))
