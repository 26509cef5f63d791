"""The word for how sure a figure is, explained so that it is true of a figure over many rows, too."""

import pytest

from lib.certainty import certainty
from lib.exhibits import exhibit, fact
from lib.export.notes import of_exhibit, of_fact
from lib.provenance import Confidence, weakest
from tests.unit.record_rows import record_with, rows_of


def test_the_meaning_of_a_level_is_true_of_every_record(catalog, records):
    for code, record in records.items():
        levels = [Confidence(row.text("confidence")) for row in rows_of(catalog, record)]
        said = str(certainty(catalog, record))
        if len(levels) == 1:
            assert said == str(record.confidence.meaning), code
        elif weakest(levels) is record.confidence:
            assert f"its {len(levels)} rows" in said, code
            assert said != str(record.confidence.meaning)
        elif weakest([*levels, record.confidence]) is record.confidence:
            assert said == str(record.confidence.meaning), "two counts disagree, each is sure of its own"
        else:
            for level in set(levels):
                assert f"{levels.count(level)} {level.label}" in said, code
        assert not (len(levels) > 1 and said.startswith("One credible source")), code


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Confidence.VERIFIED, "Each of its 2 rows rests on an original or official source"),
        (Confidence.REPORTED, "The least certain of its 2 rows rests on one credible source"),
        (Confidence.DISPUTED, "On the least certain of its 2 rows credible sources disagree"),
        (Confidence.MEMORY, "The least certain of its 2 rows is widely known, but"),
    ],
)
def test_every_level_has_a_sentence_for_several_rows(catalog, level, words):
    first = catalog["missions"].where(confidence="verified")[0]
    second = next(row for table in catalog.tables.values() for row in table if "confidence" in row and row["confidence"] == level)
    second = catalog["missions"].where(confidence="verified")[1] if level is Confidence.VERIFIED else second
    record = record_with(first.sources, [(row.table, row.key) for row in (first, second)], confidence=level)
    assert str(certainty(catalog, record)).startswith(words)


def test_notes_say_the_meaning_of_all_rows(catalog):
    assert "The least certain of its " in of_exhibit(catalog, exhibit(catalog, "policy.office_board")).confidence
    listed = of_exhibit(catalog, exhibit(catalog, "claims.verdicts_by_topic")).confidence
    assert listed.startswith("reported: Each of its 99 rows says for itself how sure it is: ")
    assert of_fact(catalog, fact(catalog, "returns.since_2020")).confidence == "reported: One credible source, not confirmed by another."
