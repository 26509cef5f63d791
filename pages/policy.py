"""What was decided, what is in force, and what comes next."""

import streamlit as st

from lib.exhibits import fact, page_params
from lib.i18n import _
from lib.numbers import Number
from lib.ui import policy, shell
from lib.ui.escape import md
from lib.ui.facts import lead
from lib.ui.filters import Filters

with shell.page("policy") as catalog:
    filters = Filters("policy", page_params(catalog, "policy"))
    st.title(
        md(
            _(
                "{decisions} on record, {number} rules in force, and the next date in {days}",
                decisions=fact(catalog, "policy.recorded").quantity,
                number=Number(fact(catalog, "policy.in_force").quantity.value or 0),
                days=fact(catalog, "policy.days_to_next").quantity,
            )
        ),
        anchor="policy",
    )
    lead(
        catalog,
        _(
            "What is decided in Geneva, New York, Seoul, Washington and Beijing settles who may ask for protection and who pays for it. "
            "Each state is given with the day of its evidence."
        ),
        ("policy.recorded", "policy.in_force", "policy.days_to_next"),
    )()
    policy.at_a_glance(catalog)
    policy.dates(catalog)
    policy.decisions(catalog, filters)
    policy.posts(catalog)
    policy.votes(catalog, filters)
    filters.finish()
