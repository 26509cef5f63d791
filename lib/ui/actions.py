"""What one can do: the compact panel of the overview, the finder, and every action with what it rests on."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

from lib.catalog import Catalog
from lib.dates import When
from lib.exhibits import fact
from lib.i18n import Joined, Text, _, language, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, source
from lib.settings import read_settings
from lib.topics.actions import AUDIENCE, COST, EFFORT, REGION, Action, actions, find, first_of
from lib.topics.standing import standing
from lib.topics.steps import STEPS, Step
from lib.ui import shell
from lib.ui.escape import Html, anchor, host, md, tag
from lib.ui.filters import Filters
from lib.ui.records import source_html, trace_html

MOST_OPEN = 12
_FURTHER = (
    ("organizations", _("Who does what, whether it is active, and what is known of its money and results."), "organizations.active"),
    ("information", _("What still reaches people inside North Korea, what ended, and what the law threatens."), "information.hours_after"),
    ("policy", _("The latest decisions, what is in force, the next dates, and which posts are vacant."), "policy.in_force"),
)
COUNTS = ("actions.listed", "actions.free", "actions.minutes")

_CHOICES = ("effort", "cost", "audience", "region", "step")
_WORDS = "q"


def panel(catalog: Catalog) -> None:
    """The steps as small cards: what each is, an easy way to begin, and the way to all its actions."""
    with st.grid(3, min_column_width=240, gap="small"):
        for step in STEPS:
            easy, number = first_of(catalog, step.key), len(find(catalog, step=step.key))
            with st.container(border=True, height="stretch", key=f"panel-{step.key}"):
                begin = _("Begin with: {title}", title=easy.title)
                st.markdown(f"{step.icon} **{md(step.name)}**  \n{md(step.what)}")
                st.caption(f"{md(begin)} ({md(EFFORT[easy.row.text('effort')])} · {md(COST[easy.row.text('cost')])})")
                shell.link(
                    "act", str(ngettext("See {number} action", "See all {number} actions", number, number=Number(number))), step=step.key
                )


def go_on(catalog: Catalog) -> None:
    """Cards that lead on to the pages behind the actions, each with a fact of its own."""
    with st.grid(3, min_column_width=240, gap="small"):
        for page_id, what, fact_id in _FURTHER:
            with st.container(border=True, height="stretch", key=f"go-{page_id}"):
                st.markdown(md(what))
                st.caption(md(fact(catalog, fact_id).sentence()))
                shell.link(page_id)


def finder(catalog: Catalog, filters: Filters) -> tuple[Action, ...]:
    """Draws the finder and says how many actions suit the choice; returns them."""
    filters.draw(*_CHOICES)
    filters.draw(_WORDS)
    found = find(catalog, **{name: filters.text(name) for name in (*_CHOICES, _WORDS)})
    total = len(actions(catalog))
    if len(found) == total:
        words: Text = _("{total} actions in {steps} steps", total=Number(total), steps=Number(len(STEPS)))
    else:
        words = ngettext(
            "{number} of {total} actions suits you",
            "{number} of {total} actions suit you",
            len(found),
            number=Number(len(found)),
            total=Number(total),
        )
    st.markdown(f"**{md(words)}**")
    filters.reset_button()
    if not found:
        st.info(
            str(_("No action in the list suits this choice. Widen it: most actions work anywhere and cost nothing.")),
            icon=":material/filter_alt_off:",
        )
    return found


def _anchor(step: Step) -> str:
    return step.key.replace("_", "-")


def steps(catalog: Catalog, found: tuple[Action, ...]) -> None:
    """Every step that has actions among those found, in order, each with the facts it rests on."""
    unfold = len(found) <= MOST_OPEN
    today = read_settings().today()
    shown = {step: chosen for step in STEPS if (chosen := tuple(action for action in found if action.step is step))}
    if len(shown) > 1:
        st.markdown(" · ".join(f"[{md(step.name)}](#{_anchor(step)})" for step in shown))
    for step, chosen in shown.items():
        st.header(f"{step.icon} {md(step.name)}", anchor=_anchor(step))
        st.html(Html(_step_html(catalog, step, chosen, unfold, today, language())))


def address_of(action: Action) -> str:
    """Where one action stands alone, as seen from any page."""
    return f"exhibit?{urlencode({'action': action.action_id})}"


def whole(catalog: Catalog, action: Action) -> None:
    """One action in full, where its address leads: everything that its step says about it, and every record in reach."""
    st.html(Html(_whole_html(catalog, action, read_settings().today(), language())))


@lru_cache(maxsize=64)
def _whole_html(catalog: Catalog, action: Action, today: date, _language: str) -> str:
    lead = f'<p>{tag(action.summary)}</p><p class="inr-chips">{_chips(action)}</p>'
    return f'{lead}<dl class="inr-record">{_parts_html(catalog, action, today, None)}</dl>'


def _fact_html(catalog: Catalog, fact_id: str, step: Step | None = None) -> str:
    """A fact as a sentence that opens its record; facts of `step` open it at the top of the step and are only said here."""
    item = fact(catalog, fact_id)
    words = f'{tag(item.sentence())} <span class="inr-quiet">{tag(item.record.confidence.label)}</span>'
    if step and fact_id in step.facts:
        return f"<p>{words}</p>"
    counted = f'<span class="inr-lead inr-quiet">{tag(item.record.counted)}</span>' if step else ""
    note = f"<p>{tag(item.note)}</p>" if str(item.note) else ""
    record = trace_html(catalog, item.fact_id, item.sentence(), item.record, str(item.quantity))
    return f'<details class="inr-trace"><summary>{words} <u>{tag(_("trace this number"))}</u>{counted}</summary>{note}{record}</details>'


@lru_cache(maxsize=128)
def _step_html(catalog: Catalog, step: Step, chosen: tuple[Action, ...], unfold: bool, today: date, _language: str) -> str:
    facts = "".join(_fact_html(catalog, fact_id) for fact_id in step.facts)
    listed = "".join(_action_html(catalog, action, unfold, today) for action in chosen)
    return f"<p>{tag(step.what)} {tag(step.why)}</p>{facts}{listed}"


def _chips(action: Action) -> str:
    row = action.row
    chips = (EFFORT[row.text("effort")], COST[row.text("cost")], AUDIENCE[row.text("audience")], REGION[row.text("region")])
    return "".join(f"<span>{tag(chip)}</span>" for chip in chips)


def _action_html(catalog: Catalog, action: Action, unfold: bool, today: date) -> str:
    words = _("On its own page, to share it or to put it on a slide")
    alone = f'<dt>{tag(_("Show it"))}</dt><dd><a href="{tag(address_of(action))}">{tag(words)}</a></dd>'
    return (
        f'<details class="inr-fold" id="action-{tag(action.action_id)}"{" open" if unfold else ""}><summary>'
        f'<strong>{tag(action.title)}</strong> <span class="inr-chips">{_chips(action)}</span>'
        f'<span class="inr-lead">{tag(action.summary)}</span></summary>'
        f'<dl class="inr-record">{_parts_html(catalog, action, today, action.step)}{alone}</dl></details>'
    )


def _parts_html(catalog: Catalog, action: Action, today: date, step: Step | None) -> str:
    """Why, what to be careful about, who, where, and the sources. Facts of `step` have their record at the top of the step."""
    row = action.row
    parts: list[tuple[Text, str]] = [(_("Why it helps"), _why(catalog, action, step))]
    if action.care:
        parts.append((_("Take care"), _care(catalog, action, step)))
    if row.items_of("org_ids"):
        parts.append((_("Who"), _organizations(catalog, action, today)))
    if link := row.text("link"):
        parts.append((_("Begin here"), anchor(link, host(link))))
    parts.append((_("Sources"), _sources(catalog, action)))
    return "".join(f"<dt>{tag(name)}</dt><dd>{html}</dd>" for name, html in parts)


def _why(catalog: Catalog, action: Action, step: Step | None) -> str:
    """The reasons and the facts behind them."""
    facts = "".join(_fact_html(catalog, fact_id, step) for fact_id in action.facts)
    return f'{" ".join(tag(text) for text in action.why)}<div class="inr-facts">{facts}</div>'


def _care(catalog: Catalog, action: Action, step: Step | None) -> str:
    named = [fact_id for fact_id in action.traced if fact_id not in action.facts]
    facts = "".join(_fact_html(catalog, fact_id, step) for fact_id in named)
    return " ".join(tag(text) for text in action.care) + facts


def _organizations(catalog: Catalog, action: Action, today: date) -> str:
    rows = [catalog["organizations"].row(key) for key in action.row.items_of("org_ids")]
    items = [f'<li>{tag(row.text("name"))}: <span class="inr-quiet">{tag(standing(catalog, row, today).words)}</span></li>' for row in rows]
    return f'<ul class="inr-list">{"".join(items)}</ul>'


def _sources(catalog: Catalog, action: Action) -> str:
    row = action.row
    checked = str(catalog["actions"].schema.inroads["last_check"])
    said = Joined((_("checked {date}", date=When(checked)), Confidence(row.text("confidence")).label), " · ")
    count = ngettext("{number} source", "{number} sources", len(row.sources), number=Number(len(row.sources)))
    listed = "".join(source_html(source(catalog, source_id)) for source_id in row.sources)
    return f'<details class="inr-inner"><summary>{tag(count)} · {tag(said)}</summary><ul class="inr-list">{listed}</ul></details>'
