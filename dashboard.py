"""The overview: the state of things in one screen, and the entry of `streamlit run dashboard.py`."""

from functools import partial

import streamlit as st

from lib.dates import When
from lib.exhibits import fact
from lib.i18n import _
from lib.ui import actions, calendar, exhibits, facts, gaps, overview, shell
from lib.ui.escape import md
from lib.ui.filters import Filters

HEADLINES = (
    "arrivals.latest",
    "arrivals.women_share",
    "arrivals.cumulative",
    "returns.since_2020",
    "presence.staffed_now",
    "presence.un_staff",
    "information.hours_after",
)

with shell.page("overview") as catalog:
    Filters("overview", ())  # this page has none: what an old or forged address asks for is named and left out
    latest, peak = fact(catalog, "arrivals.latest"), fact(catalog, "arrivals.peak")
    st.title(md(_("In {date}, {people} reached South Korea from North Korea", date=When(latest.period), people=latest.quantity)))
    trace = facts.lead(
        catalog,
        _(
            "In {year} it was {people}. Inroads keeps count of who gets out, which foreigners left, and what an escape costs. It says how "
            "sure each number is, and shows what one person can do.",
            year=When(peak.period),
            people=peak.quantity,
        ),
        ("arrivals.latest", "arrivals.peak"),
    )
    facts.cards(catalog, HEADLINES, last=partial(overview.price_card, catalog))
    trace()

    st.header(md(_("Who gets out")))
    exhibits.show(catalog, "departures.arrivals_by_year")
    shell.link("departures", str(_("More on departures")))

    st.header(md(_("What an escape costs")))
    exhibits.show(catalog, "costs.fees_over_time", scale="log")
    shell.link("costs", str(_("More on costs")))

    st.header(md(_("What you can do")))
    actions.panel(catalog)

    st.header(md(_("What is next")))
    calendar.upcoming(catalog, 5)

    st.header(md(_("What is unknown or out of date")))
    gaps.show(catalog)
