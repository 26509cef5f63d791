"""What an escape costs: leg by leg, over time, against what people earn, and what groups say a rescue costs."""

import streamlit as st

from lib.dates import When
from lib.exhibits import fact, page_params
from lib.i18n import _
from lib.ui import costs, shell
from lib.ui.escape import md
from lib.ui.exhibits import show
from lib.ui.facts import cards, figures, lead
from lib.ui.filters import Filters

with shell.page("costs") as catalog:
    filters = Filters("costs", page_params(catalog, "costs"))
    way_out, river = fact(catalog, "costs.nk_third_latest"), fact(catalog, "costs.river_latest")
    heading = _(
        "In {date}, brokers asked {sum} for the way out to a third country",
        date=When(way_out.record.as_of[:7]),
        sum=way_out.quantity,
    )
    st.title(md(heading))
    trace = lead(
        catalog,
        _(
            "That was for one person. For the river crossing alone they asked {sum}. Prices belong to one leg of the way and are never added "
            "up. KRW is South Korean won, KPW is North Korean won. US dollars are of the time.",
            sum=river.quantity,
        ),
        ("costs.nk_third_latest", "costs.river_latest"),
        heading,
    )
    cards(catalog, ("costs.river_latest", "costs.nk_third_latest", "costs.china_sk_latest", "costs.fee_in_wage_years"))
    trace()

    st.header(md(_("Leg by leg")))
    costs.meanings()
    filters.draw("period", "scale")
    filters.reset_button()
    scale = filters.text("scale")
    show(catalog, "costs.ladder", period=filters.text("period"), scale=scale)
    figures(catalog, ("costs.china_third_latest", "costs.nk_sk_latest", "costs.nk_third_2016"))
    show(catalog, "costs.off_ladder")

    st.header(md(_("Over time")))
    filters.draw("leg", "years")
    years, legs = filters.years("years"), filters.many("leg")
    show(catalog, "costs.river_over_time", scale=scale, years=years)
    figures(catalog, ("costs.river_first", "costs.river_2016", "costs.river_rise"))
    show(catalog, "costs.fees_over_time", leg=legs, scale=scale, years=years)

    st.header(md(_("Against what people earn and get")))
    figures(catalog, ("costs.state_wage", "costs.exchange_rate", "costs.rice_price"))
    show(catalog, "costs.fee_in_wage_years", scale=scale, leg=legs)
    show(catalog, "costs.wages", scale=scale, years=years)
    show(catalog, "costs.exchange_rate", scale=scale, years=years)
    figures(catalog, ("costs.settlement_grant", "costs.settlement_grant_proposed", "costs.fee_vs_grant", "costs.remittance_commission"))
    show(catalog, "costs.fee_vs_grant", scale=scale, leg=legs)
    show(catalog, "costs.remittance_commission", years=years)

    st.header(md(_("What groups say a rescue costs")))
    figures(catalog, ("costs.link_stated_2013", "costs.link_stated_2019", "costs.widely_quoted_5000"))
    show(catalog, "costs.rescue_stated", period=filters.text("period"), scale=scale)
    figures(catalog, ("rescues.link_total", "rescues.link_latest_year"))
    show(catalog, "costs.rescues_per_year", years=years)

    st.header(md(_("What would my gift do")))
    costs.gift_section(catalog, filters)
    filters.finish()
