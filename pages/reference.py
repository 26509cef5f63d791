"""Timeline and terms: what happened when, and what the words of the field mean."""

import streamlit as st

from lib.dates import When
from lib.exhibits import page_params
from lib.i18n import _
from lib.numbers import Number
from lib.topics.timeline import events
from lib.ui import reference, shell, terms
from lib.ui.escape import md
from lib.ui.filters import Filters

with shell.page("reference") as catalog:
    filters = Filters("reference", page_params(catalog, "reference"))
    st.title(md(_("What happened when, and what the words mean")), anchor="reference")
    known = events(catalog)
    terms.say(
        catalog,
        _(
            "{events} dated events from {first} on, and {terms} terms with their Korean form. Each event stands once, as the table that owns "
            "it gives it, and leads to its sources.",
            events=Number(len(known)),
            first=When(known[-1].date[:4]),
            terms=Number(len(catalog["glossary"])),
        ),
    )
    if filters.segments("view", reference.VIEWS) == "terms":
        reference.terms(catalog, filters)
    else:
        reference.timeline(catalog, filters)
    filters.finish()
