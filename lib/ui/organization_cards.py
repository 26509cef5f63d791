"""One organization as a card that opens: what it does, status, money, results, links, actions, sources.

Behind a safeguarding note stand the note and the sources without links: no way to give, no money, no results, no actions.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from lib.catalog import Catalog, Row
from lib.dates import When
from lib.fact_texts import expand_facts
from lib.i18n import Joined, Text, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, source
from lib.topics.accounts import finance_words, finances, result_words, results
from lib.topics.actions import REGION
from lib.topics.organization_audience import AUDIENCES, OFFERED, Way, actions_of, evidence, ways
from lib.topics.standing import FOCUS, MEANING, Standing, standing
from lib.ui.escape import anchor, host, tag
from lib.ui.records import source_html

LINKS = (("website", _("Website")), ("donate_url", _("To give")), ("volunteer_url", _("To volunteer")))


def _sentence(text: Text) -> str:
    words = str(text).rstrip(".")
    return f"{words[:1].upper()}{words[1:]}."


def _items(lines: list[str]) -> str:
    return f'<ul class="inr-list">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'


def seat(row: Row) -> str:
    """City and country of the main office, as far as they are known."""
    return ", ".join(text for text in (row.text("hq_city"), row.text("hq_country")) if text) or str(_("seat not stated"))


def fields(row: Row) -> str:
    """What an organization works on, in words."""
    return ", ".join(str(FOCUS[key]) for key in row.items_of("focus"))


def status_line(known: Standing) -> Text:
    """The status with its date; where it is not known to be active, also what a public directory says."""
    return _("{words}; {also}", words=known.words, also=known.also) if str(known.also) and known.key != "active" else known.words


def audiences(catalog: Catalog, row: Row) -> tuple[str, ...]:
    """The kinds of people who can take part, once each."""
    return tuple(dict.fromkeys(way.audience for way in ways(catalog, row)))


def link_count(row: Row) -> int:
    """How many links the page gives to an organization; none behind a safeguarding note."""
    return 0 if row.flag("safeguarding") else sum(1 for name, _words in LINKS if row.text(name))


def card_html(catalog: Catalog, row: Row, today: date, opened: bool, chosen: tuple[str, ...] = ()) -> str:
    """An organization as one fold; with `chosen` audiences its first lines say what makes it fit."""
    known = standing(catalog, row, today)
    others = ", ".join(text for text in (row.text("acronym"), row.text("native_name")) if text and text not in row.text("name"))
    name = f"<strong>{tag(row.text('name'))}</strong>" + (f' <span class="inr-quiet">({tag(others)})</span>' if others else "")
    reasons = [_reason(catalog, way) for way in ways(catalog, row) if way.audience in chosen]
    shown = "".join(f'<span class="inr-lead">{tag(words)}</span>' for words in reasons) or _chips(catalog, row)
    parts = "".join(f"<dt>{tag(words)}</dt><dd>{html}</dd>" for words, html in _parts(catalog, row, known))
    return (
        f'<details class="inr-fold" id="org-{tag(row.key)}"{" open" if opened else ""}><summary>{name} '
        f'<span class="inr-lead inr-quiet inr-status">{tag(status_line(known))} · {tag(seat(row))} · {tag(fields(row))}</span>{shown}'
        f'</summary><dl class="inr-record">{parts}</dl></details>'
    )


def _chips(catalog: Catalog, row: Row) -> str:
    chips = "".join(f"<span>{tag(AUDIENCES[key])}</span>" for key in audiences(catalog, row))
    return f'<span class="inr-chips">{chips}</span>' if chips else ""


def _reason(catalog: Catalog, way: Way) -> Text:
    """Why an organization fits a chosen audience: the action that names it, or its own page."""
    if way.action is None:
        return _("{audience}: it has a page of its own ({domain})", audience=AUDIENCES[way.audience], domain=host(way.page))
    return _(
        "{audience}: “{action}” ({region}; {evidence})",
        audience=AUDIENCES[way.audience],
        action=way.action.text("title"),
        region=REGION[way.action.text("region")],
        evidence=evidence(catalog, way.action),
    )


def _parts(catalog: Catalog, row: Row, known: Standing) -> list[tuple[Text, str]]:
    guarded = row.flag("safeguarding")
    parts: list[tuple[Text, str]] = [(_("What it does"), tag(expand_facts(catalog, row.text("summary"))))]
    if guarded:
        parts.append((_("Safeguarding note"), tag(row.text("safeguarding_note"))))
    parts.append((_("Status"), _status(known)))
    if row.text("founded"):
        parts.append((_("Founded"), tag(When(row.text("founded")))))
    if not guarded:
        parts += [(_("Money"), _money(catalog, row)), *_results(catalog, row), *_links(row), *_actions(catalog, row)]
    if row.text("caveat"):
        parts.append((_("Read before quoting"), tag(expand_facts(catalog, row.text("caveat")))))
    parts.append((_("Sources"), _sources(catalog, row, linked=not guarded)))
    return parts


def _status(known: Standing) -> str:
    said = [known.words, known.also] if str(known.also) else [known.words]
    return (
        f'{" ".join(tag(_sentence(text)) for text in said)} <span class="inr-quiet">{tag(Joined((known.basis, MEANING[known.key])))}</span>'
    )


def _with_caveat(row: Row, words: Text) -> str:
    caveat = f' <span class="inr-quiet">{tag(row.text("caveat"))}</span>' if row.text("caveat") else ""
    return f"{tag(words)}.{caveat}"


def _money(catalog: Catalog, row: Row) -> str:
    text = expand_facts(catalog, row.text("funding_transparency"))
    lines = [tag(_sentence(str(text)))] if str(text) else []
    lines += [_with_caveat(item, finance_words(item)) for item in finances(catalog, row.key)] or [
        tag(_("No sum of its money is known here."))
    ]
    return _items(lines)


def _results(catalog: Catalog, row: Row) -> list[tuple[Text, str]]:
    lines = [_with_caveat(item, result_words(item)) for item in results(catalog, row.key)]
    return [(_("Results, as stated"), _items(lines))] if lines else []


def _links(row: Row) -> list[tuple[Text, str]]:
    return [(words, anchor(row.text(name), host(row.text(name)))) for name, words in LINKS if row.text(name)]


def _actions(catalog: Catalog, row: Row) -> list[tuple[Text, str]]:
    suited: dict[str, list[Text]] = {}
    for way in ways(catalog, row):
        if way.action is not None:
            suited.setdefault(way.action.key, []).append(AUDIENCES[way.audience])
    lines = [_action(catalog, action, suited.get(action.key, [])) for action in actions_of(catalog, row)]
    return [(_("Actions that name it"), _items(lines))] if lines else []


def _action(catalog: Catalog, action: Row, suited: list[Text]) -> str:
    """An action as a link to the finder, for whom it is, how old its newest source is, and what to be careful about."""
    said: list[Text] = [_("for: {audiences}", audiences=Joined(tuple(suited), ", "))] if suited else []
    said += [REGION[action.text("region")], evidence(catalog, action)]
    if action.key in OFFERED:
        said.append(_("you offer it; no source says that this group asks for it"))
    care = tag(expand_facts(catalog, action.text("caution"))) if action.text("caution") else ""
    title = f'<a href="act?{tag(urlencode({"q": action.text("title")}))}">{tag(action.text("title"))}</a>'
    return f'{title} <span class="inr-quiet">({tag(Joined(tuple(said), " · "))})</span> {care}'.rstrip()


def _sources(catalog: Catalog, row: Row, linked: bool) -> str:
    """The sources of the organization's row and of its money and results; without links behind a safeguarding note."""
    rows = (row, *finances(catalog, row.key), *results(catalog, row.key)) if linked else (row,)
    items = [source(catalog, source_id) for source_id in dict.fromkeys(key for item in rows for key in item.sources)]
    listed = "".join(source_html(item if linked else replace(item, link="")) for item in items)
    count = ngettext("{number} source", "{number} sources", len(items), number=Number(len(items)))
    label = Confidence(row.text("confidence")).label
    return f'<details class="inr-inner"><summary>{tag(count)} · {tag(label)}</summary><ul class="inr-list">{listed}</ul></details>'
