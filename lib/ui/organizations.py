"""Who works on North Korea: the searchable list of organizations, with status, money and results."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

import streamlit as st

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.exhibits import expand_facts
from lib.i18n import Text, _, language, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, source
from lib.settings import read_settings
from lib.topics.accounts import finance_words, finances, result_words, results
from lib.topics.standing import FOCUS, Standing, find, standing
from lib.ui.escape import anchor, host, md, tag
from lib.ui.exhibits import show
from lib.ui.facts import cards
from lib.ui.filters import Filters
from lib.ui.records import source_html

MOST_OPEN = 3
CHOICES = ("q", "focus", "country", "status")
FACTS = ("organizations.listed", "organizations.active", "organizations.last_seen", "organizations.unknown")


def draw(catalog: Catalog, filters: Filters) -> None:
    """The section: how many are active, the chart by field, the search and the list; the page draws its heading."""
    cards(catalog, FACTS)
    show(catalog, "organizations.by_focus_status", level=2)
    st.header(md(_("Find an organization")), anchor="find")
    filters.draw(*CHOICES)
    today = read_settings().today()
    found = find(catalog, today, **{name: filters.text(name) for name in CHOICES})
    st.markdown(f"**{md(_found(len(found), len(catalog['organizations'])))}**")
    if found:
        st.html(_list_html(catalog, tuple(row.key for row, _known in found), today, language()))
    else:
        st.info(
            str(_("No organization in the list fits this choice. Search for fewer words, or widen the choice.")),
            icon=":material/filter_alt_off:",
        )


def _found(number: int, total: int) -> Text:
    if number == total:
        return ngettext("{total} organization", "{total} organizations", total, total=Number(total))
    return ngettext(
        "{number} of {total} organizations fits",
        "{number} of {total} organizations fit",
        number,
        number=Number(number),
        total=Number(total),
    )


@lru_cache(maxsize=64)
def _list_html(catalog: Catalog, keys: tuple[str, ...], today: date, _language: str) -> str:
    rows = [catalog["organizations"].row(key) for key in keys]
    return "".join(_organization(catalog, row, standing(catalog, row, today), len(keys) <= MOST_OPEN) for row in rows)


def _names(row: Row) -> str:
    others = ", ".join(text for text in (row.text("acronym"), row.text("native_name")) if text and text not in row.text("name"))
    return f"<strong>{tag(row.text('name'))}</strong>" + (f' <span class="inr-quiet">({tag(others)})</span>' if others else "")


def _organization(catalog: Catalog, row: Row, known: Standing, opened: bool) -> str:
    seat = ", ".join(text for text in (row.text("hq_city"), row.text("hq_country")) if text) or str(_("seat not stated"))
    return (
        f'<details class="inr-fold" id="org-{tag(row.key)}"{" open" if opened else ""}><summary>{_names(row)} '
        f'<span class="inr-lead inr-quiet inr-status">{tag(known.words)} · {tag(seat)}</span></summary>'
        f'<dl class="inr-record">{"".join(f"<dt>{tag(name)}</dt><dd>{html}</dd>" for name, html in _parts(catalog, row))}</dl></details>'
    )


def _parts(catalog: Catalog, row: Row) -> list[tuple[Text, str]]:
    """What is said of one organization; behind a safeguarding note stand no links, no money and no results."""
    fields = ", ".join(str(FOCUS[key]) for key in row.items_of("focus"))
    parts: list[tuple[Text, str]] = [
        (_("What it does"), f'{tag(expand_facts(catalog, row.text("summary")))} <span class="inr-quiet">{tag(fields)}.</span>')
    ]
    guarded = row.flag("safeguarding")
    if guarded:
        parts.append((_("Safeguarding note"), tag(row.text("safeguarding_note"))))
    if row.text("founded"):
        parts.append((_("Founded"), tag(When(row.text("founded")))))
    if not guarded:
        parts += _links(row) + _accounts(catalog, row)
    if row.text("caveat"):
        parts.append((_("Read before quoting"), tag(expand_facts(catalog, row.text("caveat")))))
    parts.append((_("Sources"), _sources(catalog, row, linked=not guarded)))
    return parts


def _links(row: Row) -> list[tuple[Text, str]]:
    names = (("website", _("Website")), ("donate_url", _("To give")), ("volunteer_url", _("To volunteer")))
    return [(words, anchor(row.text(name), host(row.text(name)))) for name, words in names if row.text(name)]


def _accounts(catalog: Catalog, row: Row) -> list[tuple[Text, str]]:
    money = [tag(expand_facts(catalog, row.text("funding_transparency")))] if row.text("funding_transparency") else []
    money += [_with_caveat(item, finance_words(item)) for item in finances(catalog, row.key)]
    done = [_with_caveat(item, result_words(item)) for item in results(catalog, row.key)]
    named = ((_("Money"), money), (_("Results"), done))
    return [(name, f'<ul class="inr-list">{"".join(f"<li>{line}</li>" for line in lines)}</ul>') for name, lines in named if lines]


def _with_caveat(row: Row, words: Text) -> str:
    caveat = f' <span class="inr-quiet">{tag(row.text("caveat"))}</span>' if row.text("caveat") else ""
    return f"{tag(words)}.{caveat}"


def _sources(catalog: Catalog, row: Row, linked: bool) -> str:
    """The sources of the organization's row and of its money and results; without links behind a safeguarding note."""
    rows = (row, *finances(catalog, row.key), *results(catalog, row.key)) if linked else (row,)
    items = [source(catalog, source_id) for source_id in dict.fromkeys(key for item in rows for key in item.sources)]
    listed = "".join(source_html(item if linked else replace(item, link="")) for item in items)
    count = ngettext("{number} source", "{number} sources", len(items), number=Number(len(items)))
    label = Confidence(row.text("confidence")).label
    return f'<details class="inr-inner"><summary>{tag(count)} · {tag(label)}</summary><ul class="inr-list">{listed}</ul></details>'
