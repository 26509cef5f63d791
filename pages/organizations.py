"""Who does the work: every organization with its status, money, results and actions, and what to check before giving."""

import streamlit as st

from lib.exhibits import fact, page_params
from lib.i18n import _
from lib.numbers import Number
from lib.settings import read_settings
from lib.ui import organizations, shell
from lib.ui.escape import md
from lib.ui.exhibits import show
from lib.ui.facts import cards, figures, lead
from lib.ui.filters import Filters

COUNTS = ("organizations.listed", "organizations.active", "organizations.last_seen", "organizations.unknown")
MONEY = ("organizations.accounts_known", "organizations.money_known", "organizations.money_whole")
PARTS = (
    ("find", _("Find an organization")),
    ("check-before-you-give", _("Check before you give")),
    ("fields", _("Fields and status")),
    ("money", _("What is known about money")),
    ("rescues", _("One group's rescues and costs")),
)

with shell.page("organizations") as catalog:
    filters = Filters("organizations", page_params(catalog, "organizations"))
    total, active = (Number(fact(catalog, fact_id).quantity.value or 0) for fact_id in COUNTS[:2])
    headings = dict(PARTS)
    st.title(
        md(_("{active} of {total} organizations that work on North Korea are known to be active", active=active, total=total)),
        anchor="organizations",
    )
    trace = lead(
        catalog,
        _(
            "The list says what each does, when it was last seen at work, and what is known of its money and results. A listing is not "
            "an endorsement. An unknown status does not mean that a group has closed."
        ),
        COUNTS,
    )
    st.markdown(" · ".join(f"[{md(words)}](#{key})" for key, words in PARTS))
    cards(catalog, COUNTS)
    trace()
    organizations.status_words_fold()

    st.header(md(headings["find"]), anchor="find")
    organizations.finder(catalog, filters)

    st.header(md(headings["check-before-you-give"]), anchor="check-before-you-give")
    st.markdown(md(_("Ask these questions of any group. Each opens what our data says about it, with its sources.")))
    organizations.checks(catalog)

    st.header(md(headings["fields"]), anchor="fields")
    show(catalog, "organizations.by_focus_status", today=read_settings().today().isoformat())

    st.header(md(headings["money"]), anchor="money")
    st.markdown(md(_("Little is published. Most sums are single grants, and they say nothing about a whole budget.")))
    figures(catalog, MONEY)
    show(catalog, "organizations.money")

    st.header(md(headings["rescues"]), anchor="rescues")
    st.markdown(
        md(
            _(
                "Liberty in North Korea (LiNK) has published both counts and costs. Its costs count from China onward, in the money of their "
                "time. Other groups' counts and costs stand on the page about costs."
            )
        )
    )
    show(catalog, "organizations.link_rescues")
    show(catalog, "organizations.link_totals")
    shell.link("costs", str(_("What groups say a rescue costs")))
    filters.finish()
