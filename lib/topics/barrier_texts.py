"""Headings and words of the page on barriers, with live figures. Tables: those of the facts, `indicators`, `forced_returns`."""

from __future__ import annotations

from lib.catalog import Catalog
from lib.dates import Period
from lib.exhibits import fact
from lib.fact_texts import expand_facts
from lib.i18n import LazyText, Text, _
from lib.numbers import Number
from lib.topics.barrier_words import figure_of, indicator
from lib.topics.presence_border import study_area
from lib.topics.presence_words import bare
from lib.topics.returns import TOTAL_SINCE_2020


def _number(catalog: Catalog, fact_id: str) -> Number:
    return Number(fact(catalog, fact_id).quantity.value or 0)


def title(catalog: Catalog) -> LazyText:
    """The page's heading: how few come straight, and what stands in the way."""
    item = fact(catalog, "barriers.direct_arrivals")
    return _("Five walls keep people in: {people} came straight to South Korea in {year}", people=item.quantity, year=item.record.as_of)


def lead(_catalog: Catalog) -> LazyText:
    """What the page does, and what it leaves out."""
    return _(
        "The walls are the border, the family, control inside the country, China, and the lack of a legal way out. Each part says who counted, "
        "what is disputed and what nobody knows. Places, distances and hours are left out on purpose."
    )


def border_heading(catalog: Catalog) -> LazyText:
    """The finding on the border."""
    return _(
        "The border: {new} of new fence on {area} km studied",
        new=fact(catalog, "border.fence_new").quantity,
        area=bare(study_area(catalog)),
    )


def border_lead(catalog: Catalog) -> LazyText:
    """Two counters of works at the border, kept apart."""
    return _(
        "Human Rights Watch measured fences and counted guard buildings on satellite images of part of the northern border. Reuters and "
        "the Middlebury Institute looked for works of any kind and found {works}. These are two counts, and they do not add up to one.",
        works=fact(catalog, "barriers.works_reuters").quantity,
    )


def family_heading(catalog: Catalog) -> LazyText:
    """The finding on families and camps, with the newest estimate."""
    return _(
        "The family: fear for relatives, and an estimated {people} in political camps", people=fact(catalog, "barriers.camps_kinu").quantity
    )


def family_lead(_catalog: Catalog) -> LazyText:
    """What guilt by association is, and what differs."""
    return _(
        "Guilt by association (yeonjwaje) means that relatives are punished too. It is documented. How often it strikes families of people who "
        "left, and how hard, differs by time, place and rank."
    )


def inside_heading(catalog: Catalog) -> LazyText:
    """The finding on control inside the country."""
    return _(
        "Information: {classes} classes by birth, and a network that ends at the border",
        classes=_number(catalog, "barriers.songbun_classes"),
    )


def inside_lead(_catalog: Catalog) -> LazyText:
    """What songbun, fixed radios and the closed network are."""
    return _(
        "Songbun is a family's inherited record. It shapes where people live, study and work. Legal radios are fixed to state stations, and "
        "the computer network, Kwangmyong, has no link to the world."
    )


def china_heading(catalog: Catalog) -> LazyText:
    """The finding on China, with the total of people sent back."""
    start = catalog["forced_returns"].row(TOTAL_SINCE_2020).text("period_start")
    return _(
        "China: no refugee status, and {people} sent back since {year}", people=fact(catalog, "returns.since_2020").quantity, year=start[:4]
    )


def china_lead(_catalog: Catalog) -> LazyText:
    """What China says, and why every number is a minimum."""
    return _(
        "China calls North Koreans illegal economic migrants and not refugees. Nobody there is protected from being sent back, though some are "
        "left alone for years. China publishes no figures, so every number is a minimum or an estimate."
    )


def exit_heading(catalog: Catalog) -> LazyText:
    """The finding on legal exit, with the latest UN estimate of workers."""
    return _("Legal exit: {people} sent abroad to work, and few other ways out", people=fact(catalog, "barriers.workers_abroad").quantity)


def exit_lead(catalog: Catalog) -> LazyText:
    """Who may go, who stays behind, who did not come back."""
    return _(
        "Permission to go abroad is for a few groups. The state chooses its workers, and diplomats often leave a child or other relatives "
        "behind. {escaped} people who worked in Russia reached South Korea in {year}.",
        escaped=_first_large(fact(catalog, "barriers.escaped_from_russia").quantity.short()),
        year=fact(catalog, "barriers.escaped_from_russia").record.as_of,
    )


def _first_large(text: str) -> str:
    return text[:1].upper() + text[1:]


def food_heading(catalog: Catalog) -> LazyText:
    """The newest share of undernourished people that we hold, with its period."""
    row = indicator(catalog, fact(catalog, "barriers.undernourished").record.rows[-1][1])
    return _(
        "Hunger: {share} of people undernourished in {period}, by a model",
        share=fact(catalog, "barriers.undernourished").quantity,
        period=Period(row.text("period_start"), row.text("period_end")),
    )


def closing_heading(catalog: Catalog) -> LazyText:
    """How long regular flights were stopped."""
    return _("The closing and its cracks: {days} without regular flights", days=fact(catalog, "presence.days_border_closed").quantity)


def doubt_words(catalog: Catalog, table: str, key: str) -> Text:
    """What one should know before quoting a row: its caveat, and for an indicator first its figure and counter."""
    row = catalog[table].row(key)
    caveat = expand_facts(catalog, row.text("caveat"))
    if table != "indicators":
        return _("{caveat}", caveat=caveat)
    figure = str(row["statement"]).removesuffix(".") if row["statement"] else figure_of(row)
    if row["counted_by"]:
        return _("{figure} ({counter}). {caveat}", figure=figure, counter=row.text("counted_by"), caveat=caveat)
    return _("{figure}. {caveat}", figure=figure, caveat=caveat)
