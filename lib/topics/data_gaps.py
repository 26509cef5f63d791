"""The gap board: what is not known, up to when it was, and who could know."""

from __future__ import annotations

from collections import Counter

from lib.catalog import Catalog
from lib.dates import When, first_day
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Text, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, record_of
from lib.topics.data_tables import OWN_COUNT
from lib.topics.gaps import GAP_TOPICS, Gap, gaps


def _finding(found: tuple[Gap, ...], topic: str) -> Text:
    if not found:
        return _("No open question fits")
    number = Number(len(found))
    if topic != "all":
        return ngettext(
            "{number} open question on {topic}",
            "{number} open questions on {topic}",
            len(found),
            number=number,
            topic=GAP_TOPICS[topic],
        )
    most, count = Counter(gap.topic for gap in found).most_common(1)[0]
    return _("{number} open questions, {count} of them on {topic}", number=number, count=Number(count), topic=GAP_TOPICS[most])


def row_words(gap: Gap) -> LazyText | str:
    """The rows of a gap in words: one by its key, several as a count by table."""
    if len(gap.rows) == 1:
        return "/".join(gap.rows[0])
    counts = Counter(table for table, _key in gap.rows)
    return "; ".join(f"{table} ({number})" for table, number in counts.items())


@exhibit_of("data.gaps", page="data")
def board(catalog: Catalog, topic: str = "all", today: str = "") -> Exhibit:
    """Every open question of a topic (or "all"), with what is known, up to when, and who could know."""
    day = first_day(today or catalog.last_check)
    found = tuple(gap for gap in gaps(catalog, day) if topic in ("all", gap.topic))
    finding = _finding(found, topic)
    places = dict.fromkeys(place for gap in found for place in gap.rows) or {("instruments", catalog["instruments"].rows[-1].key): None}
    return Exhibit(
        exhibit_id="data.gaps",
        page="data",
        title=_("What is not known"),
        takeaway=finding,
        subtitle=_("each with what is known, up to when, and who could know; counted to {date}", date=When(day.isoformat())),
        chart=None,
        alt=_("A table of {number} open questions. {finding}.", number=Number(len(found)), finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("topic", _("Topic")),
            Column("what", _("Not known")),
            Column("why", _("What is known")),
            Column("known_until", _("Known up to")),
            Column("who", _("Who could know")),
            Column("rows", _("Rows")),
        ),
        rows=tuple((gap.gap_id, GAP_TOPICS[gap.topic], gap.what, gap.why, gap.known_until, gap.who, row_words(gap)) for gap in found),
        record=record_of(
            tuple(catalog[table].row(key) for table, key in places),
            as_of=catalog.last_check,
            counted_by=OWN_COUNT,
            counted=_("Questions that readers ask and that our tables cannot answer, read from the rows or written down as questions."),
            not_counted=_("Questions that nobody has asked us, and details inside rows, which the caveat of the row names."),
            confidence=Confidence.REPORTED,
            with_row_caveats=False,
        ),
        is_table=True,
    )
