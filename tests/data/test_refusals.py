"""Bad data is refused with file, row, column, value and rule: all problems at once."""

import json
import shutil
from datetime import date

import pytest

from lib.audit import audit, harm, links, words
from lib.catalog import DATA_DIR, read_catalog
from lib.problems import DataError, Problem


@pytest.fixture
def package(tmp_path):
    target = tmp_path / "data"
    shutil.copytree(DATA_DIR, target)
    return target


def replace_cell(package, path, line, column, value):
    file = package / path
    import csv

    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    rows[line - 1][rows[0].index(column)] = value
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


def refused(package) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as caught:
        read_catalog(package)
    return caught.value.problems


def test_a_wrong_cell_is_named_with_its_row_column_value_and_rule(package):
    replace_cell(package, "departures/arrivals_annual.csv", 5, "total", "about 300")
    assert refused(package) == (Problem("departures/arrivals_annual.csv", 5, "total", "about 300", "must be a whole number"),)


def test_all_problems_are_told_at_once(package):
    replace_cell(package, "departures/arrivals_annual.csv", 5, "total", "-3")
    replace_cell(package, "costs/broker_fees.csv", 3, "leg", "by_boat")
    replace_cell(package, "foreigners/missions.csv", 4, "left_on", "2021-02-30")
    replace_cell(package, "policy/votes_unga.csv", 2, "source_ids", "f-no-such-source")
    replace_cell(package, "actions/actions.csv", 2, "org_ids", "no-such-group")
    found = {(problem.file, problem.row, problem.column) for problem in refused(package)}
    assert {
        ("departures/arrivals_annual.csv", 5, "total"),
        ("costs/broker_fees.csv", 3, "leg"),
        ("foreigners/missions.csv", 4, "left_on"),
        ("policy/votes_unga.csv", 2, "source_ids"),
        ("actions/actions.csv", 2, "org_ids"),
    } <= found


def test_a_doubled_key_is_refused(package):
    file = package / "policy" / "office_holders.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + text.splitlines()[1] + "\n", encoding="utf-8")
    assert any("is used in row 2 already" in problem.rule for problem in refused(package))


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (lambda file: file.unlink(), "missing"),
        (lambda file: file.write_bytes(file.read_bytes() + b"\xff\xfe\n"), "UTF-8"),
        (lambda file: file.write_text("", encoding="utf-8"), "header"),
        (lambda file: file.write_text("a,b\n1,2\n", encoding="utf-8"), "header"),
        (lambda file: file.write_text(file.read_text(encoding="utf-8") + "only,two\n", encoding="utf-8"), "cells instead of"),
    ],
)
def test_a_broken_file_is_refused_in_words(package, damage, rule):
    damage(package / "costs" / "broker_fees.csv")
    assert any(problem.file == "costs/broker_fees.csv" and rule in problem.rule for problem in refused(package))


def test_a_broken_descriptor_is_refused_in_words(package):
    (package / "datapackage.json").write_text("{", encoding="utf-8")
    assert refused(package)[0].file == "datapackage.json"


def test_an_unknown_type_in_the_descriptor_is_refused(package):
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["resources"][0]["schema"]["fields"][0]["type"] = "anything"
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    assert "unknown type" in refused(package)[0].rule


def audited(package, today=date(2026, 11, 22)):
    return audit(read_catalog(package), today)


@pytest.mark.parametrize(
    ("path", "line", "column", "value", "rule"),
    [
        ("departures/arrivals_annual.csv", 20, "total", "9999", "must add up"),
        ("departures/arrivals_annual.csv", 20, "as_of", "2027-01-01", "future"),
        ("costs/broker_fees.csv", 2, "caveat", "Write to a broker at a@b.org.", "no e-mail addresses"),
        ("costs/broker_fees.csv", 2, "caveat", "People crossed near Hyesan.", "no towns on the border"),
        ("costs/broker_fees.csv", 2, "caveat", "Half of it is for bribes.", "no payments to guards"),
        ("costs/broker_fees.csv", 2, "caveat", "Received on 1143 kHz.", "no radio frequencies"),
        ("costs/broker_fees.csv", 2, "caveat", "Call 010-1234-5678.", "no phone numbers"),
        ("costs/broker_fees.csv", 2, "caveat", "Seen at 41.402 N.", "no coordinates"),
        ("costs/broker_fees.csv", 2, "caveat", "No stored page says more.", "no talk of how data was found"),
        ("costs/broker_fees.csv", 2, "caveat", "A program of the North.", "say North Korea or South Korea"),
        ("costs/broker_fees.csv", 2, "caveat", "Said by a defector.", "people first"),
        ("costs/broker_fees.csv", 2, "caveat", "An organisation for labour rights.", "American spelling"),
        ("costs/broker_fees.csv", 2, "caveat", "<b>bold</b>", "no markup in data"),
        ("actions/organizations.csv", 3, "website", "https://bit.ly/x", "no link shorteners"),
        ("actions/organizations.csv", 3, "website", "https://user:pw@example.org/", "no credentials"),
    ],
)
def test_the_audits_catch(package, path, line, column, value, rule):
    replace_cell(package, path, line, column, value)
    found = [problem for problem in audited(package) if rule in problem.rule]
    assert found, rule
    assert all(problem.file == path for problem in found)


def test_an_address_that_is_none_is_refused(package):
    replace_cell(package, "actions/organizations.csv", 3, "website", "javascript:alert(1)")
    assert [(problem.row, problem.column) for problem in refused(package)] == [(3, "website")]
    assert list(links.broken("javascript:alert(1)")) == ["must be an http(s) address"]


def test_a_way_to_give_beside_a_safeguarding_note_is_caught(package):
    catalog = read_catalog(package)
    line = next(number for number, row in enumerate(catalog["organizations"], start=2) if row.key == "durihana")
    replace_cell(package, "actions/organizations.csv", line, "donate_url", "https://example.org/give")
    replace_cell(package, "actions/actions.csv", 2, "org_ids", "durihana")
    rules = {problem.rule for problem in audited(package)}
    assert "no link to an organization with a safeguarding note" in rules
    assert "no row may lead to an organization with a safeguarding note" in rules


def test_a_conversion_that_does_not_agree_with_its_rate_is_caught(package):
    catalog = read_catalog(package)
    line, row = next((n, row) for n, row in enumerate(catalog["broker_fees"], start=2) if row["fx_rate"] and row["usd_low"])
    replace_cell(package, "costs/broker_fees.csv", line, "usd_low", str(int(row.known("usd_low") * 2)))
    assert any("does not agree with" in problem.rule for problem in audited(package))


def test_a_vote_that_does_not_add_up_is_caught(package):
    catalog = read_catalog(package)
    line = next(n for n, row in enumerate(catalog["votes_unga"], start=2) if row["not_voting"] is not None)
    replace_cell(package, "policy/votes_unga.csv", line, "not_voting", "1")
    assert any("the vote adds up to" in problem.rule for problem in audited(package))


def test_the_deny_lists_leave_plain_sentences_alone():
    fine = "In 2016 a crossing cost 10–12 million South Korean won (KRW), US$8,330–10,000, said the BBC on 16 March 2016 (n=414)."
    assert harm.denied(fine) == []
    assert list(words.broken(fine, published=False)) == []
    assert list(links.broken("https://example.org/path?id=1")) == []
