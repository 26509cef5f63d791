"""Surveys on outside information, one group for each survey: samples differ, so nothing joins them. Table: `surveys`."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Ladder, Mark, MarkSeries
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import Joined, LazyText, Text, _, ngettext
from lib.numbers import Number, Quantity
from lib.provenance import Confidence, record_of, row_quantity
from lib.topics.information_survey_words import POLLSTERS, POPULATIONS, TOPICS, WHO, pollster_of, question_of, years_left
from lib.topics.information_volume import QUALIFIED

Survey = tuple[str, str, str]

# Who was asked, in four kinds: shape and colour of the marks.
_SAMPLES: tuple[tuple[LazyText, str, str, frozenset[str]], ...] = (
    (_("escapees asked in South Korea"), "main", "circle", frozenset({"escapees_in_south_korea"})),
    (_("residents asked inside North Korea"), "accent", "square", frozenset({"residents_inside_north_korea"})),
    (
        _("other groups: refugees, travelers, one school, recent arrivals"),
        "second",
        "triangle-up",
        frozenset({"refugees_and_travelers", "north_koreans_in_china", "teenage_escapees_one_school", "recent_arrivals"}),
    ),
    (_("an operator's estimate, nobody asked"), "third", "diamond", frozenset({"population_estimate"})),
)


def survey_rows(catalog: Catalog, surveys: str) -> tuple[Row, ...]:
    """Results on a topic or by a pollster, grouped by pollster and survey in time, in the order of the questions."""
    rows = catalog["surveys"].where(lambda row: surveys in (question_of(row).topic, pollster_of(row)))
    names = list(POLLSTERS)
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                names.index(pollster_of(row)), row.text("year"), _survey(row), row.text("metric"), row.text("cohort_end") or "9", row.number("value_pct") or 0, row.key,
            ),
        )
    )  # fmt: skip


def _survey(row: Row) -> Survey:
    """What makes a survey one group: who asked, when, and whom."""
    return (pollster_of(row), row.text("year"), row.text("population"))


def _base(row: Row) -> Text:
    size = row.number("sample_size")
    if row["kind"] == "estimate":
        return _("nobody asked")
    return _("n = {number}", number=Number(size)) if size else _("n not stated")


def _line(row: Row) -> str:
    """The key of the line on which a result stands: two reports of the same result share one."""
    return "|".join((*_survey(row), row.text("survey"), row.text("metric"), row.text("cohort")))


def _figure(row: Row) -> Quantity:
    return row_quantity(row, "percent", "value_pct", "low_pct", "high_pct")


def _line_label(row: Row) -> LazyText:
    left = years_left(row)
    second: Text = _("{left}, {base}", left=left, base=_base(row)) if left else _base(row)
    return _("{question}\n{base}", question=question_of(row).short, base=second)


def _mark_label(row: Row, same: tuple[Row, ...]) -> Text:
    """The figure behind a mark; where reports disagree, both stand behind the higher one."""
    if len(same) == 1:
        return _("{figure}", figure=_figure(row))
    low, high = sorted(same, key=lambda item: item.known("value_pct"))[:: len(same) - 1]
    return _("{low} or {high}", low=_figure(low), high=_figure(high)) if row is high else ""


def _mark(row: Row, rows: tuple[Row, ...]) -> Mark:
    same = tuple(item for item in rows if _line(item) == _line(row))
    figure = _figure(row)
    hover = Joined((question_of(row).full, row.text("survey"), _("{year}, {base}", year=row.text("year"), base=_base(row))), " · ")
    return Mark(
        _line(row),
        row.key,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        hollow=row["confidence"] == "disputed" or row["kind"] == "estimate",
        label=_mark_label(row, same),
        hover=_("{words}", words=hover),
    )


def _is_share(row: Row) -> bool:
    """Whether a row is a share of people: subscriptions per 100 people are not, and do not stand on the same scale."""
    return row["metric"] != "mobile_subscriptions_per_100"


def _heading(row: Row) -> LazyText:
    who = WHO.get(row.text("population"), row.text("population"))
    return _("{pollster},\n{year}, {who}", pollster=POLLSTERS[pollster_of(row)][1], year=row.text("year"), who=who)


def _chart(rows: tuple[Row, ...]) -> Ladder:
    """The results as lines under the name of their survey; no line joins anything."""
    order: list[str] = []
    labels: list[tuple[str, Text]] = []
    headings = []
    for row in rows:
        survey = "|".join(_survey(row))
        if survey not in order:
            headings.append(survey)
            order.append(survey)
            labels.append((survey, _heading(row)))
        if _line(row) not in order:
            order.append(_line(row))
            labels.append((_line(row), _line_label(row)))
    series = tuple(
        MarkSeries(words, role, marks, shape)
        for words, role, shape, kinds in _SAMPLES
        if (marks := tuple(_mark(row, rows) for row in rows if row["population"] in kinds))
    )
    return Ladder(tuple(order), tuple(labels), series, _("% of those asked"), headings=tuple(headings))


def _cells(row: Row) -> tuple[Cell, ...]:
    figure = _figure(row)
    ranged = figure.low is not None
    return (
        row.key,
        int(row.known("year")),
        row.text("pollster"),
        row.text("survey"),
        POPULATIONS.get(row.text("population"), row.text("population")),
        question_of(row).full,
        row.text("cohort") or "–",
        "–" if ranged else figure.value,
        figure.low if ranged else "–",
        figure.high if ranged else "–",
        QUALIFIED.get(row.text("qualifier"), "–"),
        "–" if row["kind"] == "estimate" else row.number("sample_size"),
        Confidence(row.text("confidence")).label,
        row.text("caveat") or "–",
    )


def _finding(rows: tuple[Row, ...], surveys: str) -> Text:
    """How many results, from how many samples, and from where to where they run."""
    if not rows:
        return _("No survey fits")
    subject: Text = TOPICS[surveys] if surveys in TOPICS else POLLSTERS[surveys][1]
    asked = tuple(row for row in rows if row["kind"] != "estimate")
    shown = asked or rows
    number = Number(len(shown))
    counted = (
        ngettext("{number} result on {subject}", "{number} results on {subject}", len(shown), number=number, subject=subject)
        if surveys in TOPICS
        else ngettext("{number} result of {subject}", "{number} results of {subject}", len(shown), number=number, subject=subject)
    )
    if not asked:
        return _("{counted}, an estimate for which nobody was asked", counted=counted)
    shares = [end for row in asked if _is_share(row) for end in _figure(row).bounds or ()]
    samples = len({_survey(row) for row in asked})
    finding = ngettext(
        "{counted}{span}, from {number} sample that does not stand for the population",
        "{counted}{span}, from {number} samples that cannot be compared or joined",
        samples,
        counted=counted,
        span=_span(min(shares), max(shares)) if shares else "",
        number=Number(samples),
    )
    beside = len(rows) - len(asked)
    if not beside:
        return finding
    return ngettext(
        "{finding}; {number} estimate beside them",
        "{finding}; {number} estimates beside them",
        beside,
        finding=finding,
        number=Number(beside),
    )


def _span(low: float, high: float) -> Text:
    if low == high:
        return _(": {share}%", share=Number(low))
    return _(": {low}% to {high}%", low=Number(low), high=Number(high))


@exhibit_of("information.surveys", page="information")
def surveys(catalog: Catalog, surveys: str = "video") -> Exhibit:
    """What surveys found on one topic, or by one pollster: each result with its own question, base and sample."""
    rows = survey_rows(catalog, surveys)
    drawn = tuple(row for row in rows if _is_share(row))
    finding = _finding(rows, surveys)
    subtitle: Text = _("% of those asked, by pollster and year; n is the number of people asked; hollow: disputed, or an estimate")
    if len(drawn) < len(rows):
        subtitle = _("{subtitle}; subscriptions per 100 people are not drawn", subtitle=subtitle)
    newest = tuple(sorted(rows, key=lambda row: row.text("year"))) or catalog["surveys"].rows
    return Exhibit(
        exhibit_id="information.surveys",
        page="information",
        title=_("What surveys found, pollster by pollster"),
        takeaway=finding,
        subtitle=subtitle,
        chart=_chart(drawn) if drawn else None,
        alt=_("Marks in groups, one group for each survey, joined by no line. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("year", _("Year")),
            Column("pollster", _("Pollster")),
            Column("survey", _("Survey")),
            Column("population", _("Who was asked")),
            Column("question", _("Question")),
            Column("cohort", _("Group within the survey")),
            Column("value_pct", _("Share"), "%"),
            Column("low_pct", _("Lower end of a range"), "%"),
            Column("high_pct", _("Upper end of a range"), "%"),
            Column("qualifier", _("Stated as")),
            Column("sample_size", _("People asked")),
            Column("confidence", _("Confidence")),
            Column("caveat", _("Note")),
        ),
        rows=tuple(_cells(row) for row in rows),
        record=record_of(
            newest,
            as_of=newest[-1].text("year"),
            counted_by=_("the pollsters, each for its own survey"),
            counted=_("Shares of the people asked in each survey, with the question and the number of people asked, as published."),
            not_counted=_("People who were not asked: no sample stands for the population of North Korea. Some surveys do not state how many they asked."),
            extra_caveats=(
                _("Surveys differ in question, year, place and way of asking. A higher share in a later survey by someone else is no rise."),
                _("Most people asked had left the country, and people who left are not the people who stayed."),
                _("The confidence named is that of the weakest result shown: single results can be surer."),
                _("Operators' estimates of their own reach are no surveys. They are drawn hollow, with a shape of their own."),
            ),
            with_row_caveats=False,
        ),
        is_table=not drawn,
    )  # fmt: skip
