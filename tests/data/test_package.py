"""The package against its own description, the rulings and the audits."""

import csv
import re
from datetime import date

import pytest
from frictionless import Package, system

from lib.audit import audit
from lib.audit.sums import PUBLISHED_MEN, PUBLISHED_TOTALS, PUBLISHED_WOMEN, by_sex, cumulative
from lib.catalog import DATA_DIR
from lib.dates import is_partial_date
from lib.schema import Rhythm

TODAY = date(2026, 11, 22)


def test_frictionless_finds_the_package_valid():
    with system.use_context(trusted=True):
        report = Package(str(DATA_DIR / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:20]


def test_the_audits_find_nothing(catalog):
    problems = audit(catalog, TODAY)
    assert not problems, "\n".join(map(str, problems[:40]))


def test_nothing_was_lost_on_the_way(catalog):
    rows = sum(len(table) for name, table in catalog.tables.items() if name not in ("sources", "timeline_twins"))
    assert rows >= 2150
    assert len(catalog["sources"]) >= 1350


def test_every_table_is_described_for_readers(catalog):
    for table in catalog.tables.values():
        schema = table.schema
        assert schema.title, schema.name
        assert schema.inroads["row"].endswith("."), schema.name
        assert is_partial_date(schema.inroads["last_check"]), schema.name
        rhythm = Rhythm.read(schema.inroads["rhythm"])
        assert rhythm.kind in ("closed", "irregular") or (rhythm.days and rhythm.leeway_days is not None), schema.name
        for field in schema.fields:
            assert field.description.endswith("."), f"{schema.name}.{field.name}"


def test_every_csv_belongs_to_a_table(catalog):
    described = {table.schema.path for table in catalog.tables.values()}
    assert {str(path.relative_to(DATA_DIR)) for path in DATA_DIR.rglob("*.csv")} == described


def test_files_are_plain_utf8_with_one_kind_of_line_end():
    for path in DATA_DIR.rglob("*.csv"):
        content = path.read_bytes()
        assert b"\r" not in content, path
        assert content.endswith(b"\n"), path
        content.decode("utf-8")


@pytest.mark.parametrize(("year", "total"), sorted(PUBLISHED_TOTALS.items()))
def test_the_yearly_series_adds_up_to_the_ministry_totals(catalog, year, total):
    assert cumulative(catalog, year) == total


def test_the_published_totals_are_the_ones_ruled():
    assert PUBLISHED_TOTALS == {2022: 33_882, 2023: 34_078, 2024: 34_314, 2025: 34_537}
    assert (PUBLISHED_MEN, PUBLISHED_WOMEN) == (9_593, 24_944)


def test_men_and_women_add_up_with_the_bucket(catalog):
    assert by_sex(catalog) == (PUBLISHED_MEN, PUBLISHED_WOMEN)
    bucket = catalog["arrivals_annual"].where(period_kind="bucket")[0]
    assert (bucket["total"], bucket["men"], bucket["women"]) == (1043, 565, 478)


def test_2025_is_the_corrected_count(catalog):
    row = catalog["arrivals_annual"].where(year=2025)[0]
    assert (row["total"], row["women"], row["men"], row["status"]) == (223, 198, 25, "corrected")


def test_the_legs_are_those_ruled(catalog):
    legs = {row["leg"] for row in catalog["broker_fees"]}
    assert legs == {
        "river_crossing",
        "china_to_third_country",
        "china_to_south_korea",
        "nk_to_third_country",
        "nk_to_south_korea",
        "premium_planned_escape",
        "family_member_extraction",
        "other",
    }
    august = catalog["broker_fees"].where(leg="nk_to_third_country", date="2024-08")
    dated = august or catalog["broker_fees"].where(
        lambda row: row["leg"] == "nk_to_third_country" and row.text("date").startswith("2024-08")
    )
    assert [(row["low"], row["high"], row["usd_low"], row["usd_high"]) for row in dated] == [(70_000_000, 100_000_000, 51_300, 73_300)]


def test_prices_of_guards_phones_and_radios_are_not_in_the_package(catalog):
    items = {row["item"] for row in catalog["living_costs"]}
    assert not items & {"bribe", "phone_price", "radio_price", "calls_price"}
    assert not any(row.text("date").startswith("1995") for row in catalog["broker_fees"])


def test_forced_returns_have_kinds_and_totals_stand_apart(catalog):
    table = catalog["forced_returns"]
    totals = {row["value"] for row in table.where(kind="period_total")}
    assert {670, 406, 1076} <= totals
    assert all(row["qualifier"] == "at_least" for row in table.where(kind="period_total") if row["value"] in (670, 406, 1076))


def test_radio_hours_before_and_after_the_cuts(catalog):
    rows = catalog["transmission_hours"].where(scope="all_foreign", measure="transmission_hours")
    by_hours = {row["daily_hours"]: row["date"] for row in rows if row["daily_hours"]}
    assert by_hours[415] == "2025"
    assert by_hours[89] == "2025-07-22"


def test_video_cohorts_keep_their_own_base(catalog):
    rows = catalog["surveys"].where(lambda row: row["metric"] == "watched_foreign_video")
    assert {(row["value_pct"], row["sample_size"]) for row in rows} >= {(8.4, 391), (83.3, 690)}
    assert not any(row["sample_size"] == 6351 for row in rows)


def test_statuses_of_rulings(catalog):
    instruments = catalog["instruments"]
    assert not instruments.where(lambda row: row["status"] == "published" and row["kind"] not in ("report", "statement"))
    passport = instruments.where(lambda row: row["status"] == "unknown_after" and row.text("known_until") == "2026-08-31")
    assert passport
    assert instruments.where(status="authorization_lapsed")
    assert instruments.where(status="died")
    efforts = catalog["efforts"]
    assert efforts.row("rfa-korean")["status"] == "restarted_small"
    assert efforts.row("voa-korean")["status"] == "disputed"


EFFORT_OPERATORS = {
    "fnkr": "free-north-korea-radio",
    "national-unity-radio": "unification-media-group",
    "umg-sd-cards": "unification-media-group",
    "nk-reform-radio": "north-korea-reform-radio",
    "nksc": "north-korea-strategy-center",
    "link-info-access": "link",
    "ffnk-balloons": "fighters-for-a-free-north-korea",
    "abductee-family-balloons": "abductees-families-association",
    "rfa-korean": "rfa-korean",
    "us-info-grants": "national-endowment-for-democracy",
}


@pytest.mark.parametrize(("effort", "organization"), EFFORT_OPERATORS.items())
def test_efforts_name_their_operator(catalog, effort, organization):
    assert catalog["efforts"].row(effort)["org_id"] == organization


def test_an_organization_with_a_safeguarding_note_has_no_way_to_give(catalog):
    marked = catalog["organizations"].where(safeguarding=True)
    assert [row.key for row in marked] == ["durihana"]
    assert not any(row.text(name) for row in marked for name in ("website", "donate_url", "volunteer_url"))
    everywhere = "\n".join(
        path.read_text(encoding="utf-8") for path in (DATA_DIR / "actions").glob("*.csv") if path.name != "organizations.csv"
    )
    assert not re.search(r"(?<![a-z]-)durihana", everywhere, re.IGNORECASE), "only the id of a source may carry the name"


def test_the_timeline_repeats_no_event_of_an_owner(catalog):
    twins = catalog["timeline_twins"]
    own = {row.key for row in catalog["timeline"]}
    for row in twins:
        owner = catalog[row.text("owner_table")]
        assert row.text("owner_key") in owner.by_key, f"{row.key}: {row['owner_table']}/{row['owner_key']} is gone"
        assert row.key not in own


def test_links_of_the_package_never_point_where_a_policy_forbids(catalog):
    for row in catalog["sources"]:
        if row["link_policy"] in ("no_link", "no_link_state_media") or row["kind"] == "memory":
            assert not row.text("link"), row.key


def test_notes_and_changes_are_accounted_for(catalog):
    for table in catalog.tables.values():
        notes = table.schema.inroads["notes"]
        assert notes["kept"] >= 0
        assert notes["dropped"] >= 0
        for change in table.schema.inroads["changes"]:
            assert set(change) == {"kind", "rows", "what", "why"}, table.name


def test_csv_cells_cannot_start_a_formula():
    for path in DATA_DIR.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for line, cells in enumerate(csv.reader(file), start=1):
                for cell in cells:
                    assert not re.match(r"[=@+]|-\D", cell), f"{path.name} row {line}: {cell[:40]}"
