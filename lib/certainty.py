"""What the confidence of a record means, said so that it is true of a record over many rows, too."""

from __future__ import annotations

from collections import Counter

from lib.catalog import Catalog
from lib.i18n import LazyText, Listed, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, Record, weakest

OF_SEVERAL_ROWS = _("Where several rows stand behind a figure, some may be surer than the word says.")


def _of_rows(level: Confidence, count: int) -> LazyText:
    """One sentence that explains a level where several rows stand behind a figure: it is that of the least certain one."""
    number = Number(count)
    match level:
        case Confidence.VERIFIED:
            return ngettext(
                "Its {number} row rests on an original or official source, or on two independent ones that agree.",
                "Each of its {number} rows rests on an original or official source, or on two independent ones that agree.",
                count, number=number,
            )  # fmt: skip
        case Confidence.REPORTED:
            return ngettext(
                "Its {number} row rests on one credible source, not confirmed by another.",
                "The least certain of its {number} rows rests on one credible source, not confirmed by another.",
                count, number=number,
            )  # fmt: skip
        case Confidence.DISPUTED:
            return ngettext(
                "On its {number} row credible sources disagree; the note says how.",
                "On the least certain of its {number} rows credible sources disagree; the note says how.",
                count, number=number,
            )  # fmt: skip
        case Confidence.MEMORY:
            return ngettext(
                "Its {number} row is widely known, but we hold no page that shows it.",
                "The least certain of its {number} rows is widely known, but we hold no page that shows it.",
                count, number=number,
            )  # fmt: skip


_ROWS_OF: dict[Confidence, LazyText] = {
    Confidence.VERIFIED: _("{number} verified"),
    Confidence.REPORTED: _("{number} reported"),
    Confidence.DISPUTED: _("{number} disputed"),
    Confidence.MEMORY: _("{number} unsourced"),
}


def certainty(catalog: Catalog, record: Record) -> LazyText:
    """What the level of a record means, in one sentence that is true of all of its rows.

    A record over several rows has the level of the least certain one. Where it has a better one, because it is a list in
    which each row says its own, the rows are counted by level; where it has a worse one, the level is about the whole.
    """
    rows = [catalog[table].row(key) for table, key in dict.fromkeys(record.rows)]
    levels = Counter(Confidence(row.text("confidence")) for row in rows if "confidence" in row)
    if len(rows) < 2 or not levels:
        return record.confidence.meaning
    least = weakest(list(levels))
    if least is record.confidence:
        return _of_rows(least, len(rows))
    if weakest([least, record.confidence]) is record.confidence:
        return record.confidence.meaning
    counts = Listed(tuple(_ROWS_OF[level].filled(number=Number(levels[level])) for level in Confidence if levels[level]))
    return ngettext(
        "Its {number} row says for itself how sure it is: {counts}.",
        "Each of its {number} rows says for itself how sure it is: {counts}.",
        len(rows),
        number=Number(len(rows)),
        counts=counts,
    )
