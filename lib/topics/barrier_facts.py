"""Facts on what keeps people in: camps, punishment, songbun, returns, workers abroad. Table: `indicators`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.dates import Period, When, year_of
from lib.exhibits import fact_of
from lib.i18n import Text, _
from lib.numbers import Year
from lib.provenance import Fact, record_of, row_quantity
from lib.topics.barrier_words import bare, indicator, oldest_first
from lib.topics.presence_words import ShortMonth


def indicator_fact(
    fact_id: str,
    label: Text,
    row: Row,
    counted: Text,
    not_counted: Text,
    *,
    context: Text = "",
    counted_by: Text = "",
    note: Text = "",
    beside: tuple[Row, ...] = (),
) -> Fact:
    """A fact that is one row of the table of indicators; `beside` are rows that its chip or note quotes."""
    record = record_of(
        oldest_first((*beside, row)),
        as_of=row.text("as_of"),
        counted_by=counted_by or row.text("counted_by"),
        counted=counted,
        not_counted=not_counted,
    )
    return Fact(fact_id, label, row_quantity(row, row.text("unit")), record, context=context or _at(row), note=note)


def _at(row: Row) -> Text:
    return _("{date}", date=When(row.text("as_of")))


_CAMPS = _("Prisoners of other camps and prisons, and people who died. The estimates of different authors are not one series.")


@fact_of("barriers.camps_kinu")
def camps_kinu(catalog: Catalog) -> Fact:
    """People held in political prison camps by the newest estimate of a South Korean state institute."""
    return indicator_fact(
        "barriers.camps_kinu",
        _("In prison camps, KINU estimate"),
        indicator(catalog, "camps-people-kinu-2025-10-17"),
        _("People estimated to be held in the political prison camps that still operate."),
        _CAMPS,
        context=_("{when}", when=When(indicator(catalog, "camps-people-kinu-2025-10-17").text("as_of")[:7])),
    )


@fact_of("barriers.camps_un")
def camps_un(catalog: Catalog) -> Fact:
    """People held in political prison camps by the report of the UN Commission of Inquiry."""
    return indicator_fact(
        "barriers.camps_un",
        _("In prison camps, UN estimate"),
        indicator(catalog, "camps-people-un-2014-02"),
        _("People estimated to be held in political prison camps when the UN Commission of Inquiry reported."),
        _CAMPS,
        note=_("Often repeated as if it were today's number: always say the year."),
    )


@fact_of("barriers.camps_open")
def camps_open(catalog: Catalog) -> Fact:
    """Political prison camps in operation."""
    row = indicator(catalog, "camps-in-operation-2025-10-17")
    return indicator_fact(
        "barriers.camps_open",
        _("Political prison camps in use"),
        row,
        _("Political prison camps that were in operation, by the reading of one institute."),
        _("Re-education camps, labor-training camps and other prisons, and camps that were closed."),
        context=_("{when}", when=When(row.text("as_of")[:7])),
    )


@fact_of("barriers.capital_offenses")
def capital_offenses(catalog: Catalog) -> Fact:
    """Offenses in the criminal law that carry the death penalty, now and before."""
    before, row = (indicator(catalog, f"death-eligible-offenses-{date}") for date in ("2022-05", "2023-12"))
    return indicator_fact(
        "barriers.capital_offenses",
        _("Offenses punishable by death"),
        row,
        _("Offenses that carry the death penalty in the criminal law, as one institute reads the text."),
        _("Offenses in other laws, among them those against foreign media, and how often the penalty is used."),
        context=_("{count} in {when}", count=bare(before), when=When(before.text("as_of"))),
        beside=(before,),
    )


@fact_of("barriers.songbun_classes")
def songbun_classes(catalog: Catalog) -> Fact:
    """Classes of the inherited record of loyalty."""
    parts, row = indicator(catalog, "songbun-subcategories"), indicator(catalog, "songbun-classes")
    return indicator_fact(
        "barriers.songbun_classes",
        _("Classes of loyalty (songbun)"),
        row,
        _("Classes into which the state sorts families by their record of loyalty."),
        _("How many people stand in each class today: the state publishes nothing on it."),
        context=_("{count} categories", count=bare(parts)),
        counted_by=_("Researchers, from documents and people who left"),
        beside=(parts,),
    )


@fact_of("barriers.mobile_subscriptions")
def mobile_subscriptions(catalog: Catalog) -> Fact:
    """Mobile phone subscriptions on the domestic network."""
    return indicator_fact(
        "barriers.mobile_subscriptions",
        _("Mobile phone subscriptions"),
        indicator(catalog, "mobile-subscriptions-2024"),
        _("Subscriptions on the domestic mobile networks, as estimated from outside."),
        _("People: one person may have several. Foreign phones used in secret are not in it."),
        context=_("domestic network only"),
    )


@fact_of("barriers.arrests_china")
def arrests_china(catalog: Catalog) -> Fact:
    """Arrests of North Koreans in China in the first months of a year, known to one source."""
    row = indicator(catalog, "arrests-in-china-2024-01-2024-04")
    months = Period(row.text("period_start"), row.text("period_end"))
    return indicator_fact(
        "barriers.arrests_china",
        _("Arrested in China"),
        row,
        _("North Koreans known to one source to have been arrested in China, {months}.", months=months),
        _("Arrests that this source did not learn of. What became of the people is not known for each of them."),
        context=_("{start} to {end}", start=ShortMonth(row.text("period_start")), end=ShortMonth(row.text("period_end"))),
        note=_("From {months}; a minimum.", months=months),
    )


@fact_of("barriers.first_return_term")
def first_return_term(catalog: Catalog) -> Fact:
    """The usual term in a labor camp after a first return, before the punishment became harsher."""
    row, since = indicator(catalog, "first-return-term-until-2013"), indicator(catalog, "return-treatment-since-2014")
    return indicator_fact(
        "barriers.first_return_term",
        _("Term for first return, to {year}", year=Year(year_of(row.text("period_end")))),
        row,
        _(
            "The usual term in a labor-training camp after a first return from China, in the years to {year}.",
            year=Year(year_of(row.text("period_end"))),
        ),
        _(
            "Questioning and detention before the sentence, repeat returns, and what happens since then: long terms, also for a first return."
        ),
        context=_("long terms since {year}", year=Year(year_of(since.text("period_start")))),
        beside=(since,),
    )


@fact_of("barriers.direct_arrivals")
def direct_arrivals(catalog: Catalog) -> Fact:
    """People who reached South Korea straight from North Korea in the latest year."""
    row = indicator(catalog, "direct-arrivals-2025")
    return indicator_fact(
        "barriers.direct_arrivals",
        _("Came directly to South Korea"),
        row,
        _(
            "People who reached South Korea straight from North Korea, without years in another country, in {year}.",
            year=Year(year_of(row.text("as_of"))),
        ),
        _(
            "People who had left before and lived in a third country, who are most of the arrivals, and people who left but have not arrived."
        ),
        context=_("in {year}", year=Year(year_of(row.text("as_of")))),
    )


@fact_of("barriers.workers_abroad")
def workers_abroad(catalog: Catalog) -> Fact:
    """Workers whom the state sent abroad, by the latest UN estimate."""
    row = indicator(catalog, "workers-abroad-un-panel-2023")
    return indicator_fact(
        "barriers.workers_abroad",
        _("Workers sent abroad"),
        row,
        _("North Koreans whom the state had sent to work abroad, as UN member states told the Panel of Experts."),
        _("Diplomats, students and soldiers. The estimates of other authors and years are lower or higher and are not comparable."),
        context=_("in {year}", year=Year(year_of(row.text("as_of")))),
    )


@fact_of("barriers.workers_russia")
def workers_russia(catalog: Catalog) -> Fact:
    """Workers in Russia by a press report."""
    return indicator_fact(
        "barriers.workers_russia",
        _("North Korean workers in Russia"),
        indicator(catalog, "workers-russia-2025-08"),
        _("North Korean workers in Russia, as the press reported them."),
        _("Soldiers. Forecasts for a later date are higher and are not a count."),
        counted_by=_("The BBC, as the press reported it"),
    )


@fact_of("barriers.escaped_from_russia")
def escaped_from_russia(catalog: Catalog) -> Fact:
    """Workers who left their post in Russia and reached South Korea in a year."""
    before, row = indicator(catalog, "escapees-from-russia-2022"), indicator(catalog, "escapees-from-russia-2024")
    return indicator_fact(
        "barriers.escaped_from_russia",
        _("Workers escaped from Russia"),
        row,
        _("People who left their work in Russia and reached South Korea in {year}.", year=Year(year_of(row.text("as_of")))),
        _("People who left and have not arrived, and people who were caught."),
        context=_("{count} in {when}", count=bare(before), when=When(before.text("as_of"))),
        counted_by=_("As told to the BBC"),
        beside=(before,),
    )
