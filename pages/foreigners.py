"""Which foreigners left North Korea, who came back, and when the border was shut."""

import streamlit as st

from lib.exhibits import page_params
from lib.i18n import _
from lib.topics import presence_texts
from lib.ui import facts, shell
from lib.ui.escape import md
from lib.ui.exhibits import show
from lib.ui.filters import Filters
from lib.ui.terms import say

HEADLINES = (
    "presence.staffed_now",
    "presence.un_staff",
    "presence.embassies_returned",
    "presence.embassies_away",
    "presence.western_staffed",
    "presence.last_un_ngo_left",
    "presence.ngo_staff",
    "presence.days_border_closed",
)

with shell.page("foreigners") as catalog:
    st.title(md(presence_texts.title(catalog)))
    trace = facts.lead(catalog, presence_texts.lead(catalog), presence_texts.NAMED)
    filters = Filters("foreigners", page_params(catalog, "foreigners"))
    facts.cards(catalog, HEADLINES)
    trace()

    st.header(md(_("Who left, and who came back")))
    show(catalog, "foreigners.staffed_embassies")
    say(catalog, presence_texts.embassies(catalog))
    say(catalog, presence_texts.who_left(catalog))
    filters.draw("kind", "status")
    filters.reset_button()
    missions = {"kind": filters.many("kind"), "status": filters.many("status")}
    show(catalog, "foreigners.missions_by_status", **missions)
    show(catalog, "foreigners.presence_board", **missions)
    filters.draw("q")
    show(catalog, "foreigners.every_mission", q=filters.text("q"), **missions)
    show(catalog, "foreigners.european_embassies")

    st.header(md(_("Aid workers and groups")))
    say(catalog, presence_texts.staff(catalog))
    show(catalog, "foreigners.un_staff")
    show(catalog, "foreigners.other_staff")
    filters.draw("direction")
    show(catalog, "foreigners.groups_leaving", direction=filters.text("direction"))

    st.header(md(_("The border and tourism")))
    say(catalog, presence_texts.border(catalog))
    filters.draw("category", "years")
    show(catalog, "foreigners.border_timeline", category=filters.many("category"), years=filters.text("years"))
    show(catalog, "foreigners.tourism_counts")
    show(catalog, "foreigners.fence")

    st.header(md(_("North Korea's own missions abroad")))
    show(catalog, "foreigners.dprk_missions_total")
    show(catalog, "foreigners.dprk_missions")
    filters.finish()
