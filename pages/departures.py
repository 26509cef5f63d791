"""Who gets out of North Korea: how many reach South Korea and other countries, who they are, and who is sent back."""

import streamlit as st

from lib.exhibits import fact, page_params
from lib.i18n import _
from lib.topics.actions import actions
from lib.ui import exhibits, facts, shell
from lib.ui.escape import md
from lib.ui.filters import Filters
from lib.ui.terms import say

SENT_BACK = _(
    "China publishes no figures on the people it sends back. What is known comes from a few organizations and is a minimum. "
    "Totals of periods contain single returns, so nothing here is added up."
)
ACTIONS = ("fund-link-rescue", "press-china-refoulement", "us-reauthorize-nkhra")
FURTHER = (
    "arrivals.latest_women",
    "arrivals.latest_men",
    "arrivals.peak",
    "arrivals.fall_from_peak",
    "arrivals.last_before_closing",
    "arrivals.cumulative_women",
    "arrivals.cumulative_men",
    "arrivals.cumulative_women_share",
)

with shell.page("departures") as catalog:
    filters = Filters("departures", page_params(catalog, "departures"))
    latest, fall, women = (fact(catalog, f"arrivals.{name}") for name in ("latest", "fall_from_peak", "women_share"))
    everyone, before = fact(catalog, "arrivals.cumulative"), fact(catalog, "arrivals.last_before_closing")
    st.title(
        md(
            _(
                "{people} from North Korea reached South Korea in {year}, {fall} fewer than in {peak}",
                people=latest.quantity,
                year=latest.period,
                fall=fall.quantity,
                peak=fact(catalog, "arrivals.peak").period,
            )
        )
    )
    trace = facts.lead(
        catalog,
        _(
            "{women} of them were women. In {before_year}, before the border shut, {before} arrived; {everyone} have come since the count "
            "began. Many spent years in other countries first, so the year of arrival is not the year of leaving.",
            women=women.quantity,
            before_year=before.period,
            before=before.quantity,
            everyone=everyone.quantity,
        ),
        ("arrivals.latest", "arrivals.fall_from_peak", "arrivals.women_share", "arrivals.last_before_closing", "arrivals.cumulative"),
    )
    facts.cards(catalog, ("arrivals.latest", "arrivals.women_share", "arrivals.cumulative", "arrivals.lowest"))
    trace()

    st.header(md(_("Arrivals in South Korea")), anchor="arrivals")
    filters.draw("years", "sex", "measure")
    filters.reset_button()
    years, sex = filters.years("years"), filters.text("sex")
    exhibits.show(catalog, "departures.arrivals_by_year", years=years, sex=sex, measure=filters.text("measure"))
    exhibits.show(catalog, "departures.women_share", years=years)
    exhibits.show(catalog, "departures.arrivals_by_quarter", sex=sex)
    exhibits.show(catalog, "departures.before_1999")
    facts.figures(catalog, FURTHER)

    st.header(md(_("Who they are")), anchor="profile")
    say(
        catalog,
        _("Everyone who arrived since the count began, as the ministry described them at three dates. Women, men or all is chosen above."),
    )
    filters.draw("snapshot")
    for name in ("origin", "age", "occupation", "schooling"):
        exhibits.show(catalog, f"departures.{name}", snapshot=filters.text("snapshot"), sex=sex)

    st.header(md(_("In other countries")), anchor="elsewhere")
    facts.cards(
        catalog, ("elsewhere.us_total", "elsewhere.us_latest_year", "elsewhere.unhcr_world_refugees", "elsewhere.unhcr_world_pending")
    )
    exhibits.show(catalog, "departures.us_admissions")
    filters.draw("stock")
    exhibits.show(catalog, "departures.unhcr_stock", stock=filters.text("stock"))

    st.header(md(_("Sent back")), anchor="returns")
    say(catalog, SENT_BACK)
    facts.cards(catalog, ("returns.since_2020", "returns.since_2024", "returns.oct_2023", "returns.latest_known"))
    for name in ("forced_returns", "return_totals", "other_estimates"):
        exhibits.show(catalog, f"departures.{name}")

    st.header(md(_("How the country closed")), anchor="closing")
    exhibits.show(catalog, "departures.closing_timeline")

    st.header(md(_("What you can do about it")))
    tied = [item for item in actions(catalog) if item.action_id in ACTIONS]
    st.markdown("\n".join(f"- **{md(item.row.text('title'))}**: {md(str(item.summary))}" for item in tied))
    shell.link("act", str(_("All the things one person can do")))
    filters.finish()
