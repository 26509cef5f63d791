"""The offline kit: everything that its README names is there, holds what the pages hold, and opens without a network."""

import csv
import io
import json
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pypdfium2
import pytest
from PIL import Image
from pptx import Presentation

from lib.exhibits import fact
from lib.export import handout, kit
from lib.export.deck import action_for, build_deck, exhibit_for
from lib.export.kit_data import data_files, facts_in
from lib.export.plan import Item, Plan, item_of, read_file, write_file
from lib.export.sets import SETS
from lib.provenance import source
from lib.typefaces import FontsMissingError

SITE = "https://inroads.example"
TODAY = date(2026, 11, 22)
ITEMS = (
    Item("f", "arrivals.latest"),
    Item("x", "departures.arrivals_by_year", (("sex", "women"),)),
    Item("x", "policy.calendar"),
    Item("a", "press-china-refoulement"),
)
EVENING = Plan(ITEMS, title="Winter talk 탈북", host="A church hall", day="2026-12-10", speaker="Somebody Particular")


def files_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


@pytest.fixture(scope="module")
def steps():
    return []


@pytest.fixture(scope="module")
def made(catalog, steps):
    return kit.build(catalog, EVENING, SITE, TODAY, lambda share, words: steps.append((share, words)))


@pytest.fixture(scope="module")
def files(made):
    return files_of(made)


def test_the_kit_holds_each_output_once(files):
    assert next(iter(files)) == "README.txt"
    assert {
        "deck.html",
        "inroads-slides-winter-talk-2026-12-10.pptx",
        "inroads-handout-winter-talk-2026-12-10.pdf",
        "inroads-presentation-winter-talk-2026-12-10.json",
        "sources.txt",
        "fonts/OFL.txt",
        "LICENSE-DATA.md",
        "cards/words.txt",
        "cards/01-arrivals-latest-wide.png",
        "cards/02-departures-arrivals-by-year-square.png",
        "cards/04-press-china-refoulement-wide.png",
        "data/02-departures-arrivals-by-year.csv",
        "data/03-policy-calendar.csv",
        "data/figures.csv",
        "data/actions.csv",
    } <= set(files)
    assert len(files) == 9 + 2 * len(ITEMS) + 4
    assert all(re.fullmatch(r"[A-Za-z0-9./-]+", name) for name in files), "names survive every disk"
    assert all(files.values())


def test_it_is_small_enough_to_be_carried(made):
    assert len(made) < 15 * 1024**2


def test_the_same_evening_gives_the_same_bytes(catalog, made):
    assert kit.build(catalog, EVENING, SITE, TODAY) == made


def test_its_files_have_the_day_of_the_kit(made):
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o644}


def test_every_output_can_be_opened(catalog, files):
    slides = Presentation(io.BytesIO(files["inroads-slides-winter-talk-2026-12-10.pptx"]))
    assert len(slides.slides) == len(build_deck(catalog, EVENING, SITE, TODAY).slides)
    paper = pypdfium2.PdfDocument(files["inroads-handout-winter-talk-2026-12-10.pdf"])
    assert "Winter talk" in paper[0].get_textpage().get_text_bounded()
    sizes = {name.rsplit("-", 1)[1]: Image.open(io.BytesIO(content)).size for name, content in files.items() if name.endswith(".png")}
    assert sizes == {"wide.png": (1200, 630), "square.png": (1080, 1080)}
    deck = files["deck.html"].decode("utf-8")
    assert "Winter talk 탈북" in deck
    assert not re.search(r"(?:src|srcset)=[\"']?(?:https?:)?//|url\([\"']?https?:|@import", deck), "nothing is loaded from elsewhere"


def test_the_saved_choice_gives_the_evening_back(catalog, files):
    assert read_file(catalog, files["inroads-presentation-winter-talk-2026-12-10.json"]).plan == EVENING
    assert files["inroads-presentation-winter-talk-2026-12-10.json"] == write_file(EVENING)


def test_tables_are_what_is_shown_with_its_filters(catalog, files):
    shown = exhibit_for(catalog, ITEMS[1], TODAY)
    assert files["data/02-departures-arrivals-by-year.csv"].decode("utf-8") == shown.to_csv()
    everyone = exhibit_for(catalog, Item("x", ITEMS[1].key), TODAY)
    assert everyone.to_csv() != shown.to_csv()


def test_figures_have_their_records(catalog, files):
    rows = {row["id"]: row for row in rows_of(files["data/figures.csv"])}
    assert set(rows) == set(facts_in(catalog, EVENING, TODAY))
    assert "arrivals.latest" in rows["arrivals.latest"]["shown_in"].split("; ")
    for fact_id, row in rows.items():
        held = fact(catalog, fact_id)
        for name in ("value", "low", "high"):
            number = getattr(held.quantity, name)
            assert (float(row[name]) if row[name] else None) == number, fact_id
        assert (row["unit"], row["qualifier"]) == (held.quantity.unit, held.quantity.qualifier)
        assert (row["period"], row["as_of"], row["confidence"]) == (held.period, held.record.as_of, held.record.confidence.value)
        assert row["counted_by"] == str(held.record.counted_by)
        assert len(row["sources"].split(" | ")) == len(held.record.source_ids)


def test_actions_say_what_to_be_careful_about(catalog, files):
    (row,) = rows_of(files["data/actions.csv"])
    action = action_for(catalog, ITEMS[3])
    assert (row["id"], row["title"]) == (action.action_id, action.title)
    assert all(str(text) in row["take_care"] for text in action.care)
    assert row["address"] == f"{SITE}/exhibit?action=press-china-refoulement"


def test_every_source_is_listed_with_what_rests_on_it(catalog, files):
    deck = build_deck(catalog, EVENING, SITE, TODAY)
    text = " ".join(files["sources.txt"].decode("utf-8").split())
    for item in ITEMS:
        notes = next(slide.notes for slide in deck.slides if slide.item == item)
        for number, citation in zip(deck.cited[item.code], notes.sources, strict=True):
            assert " ".join(f"[{number}] {citation}".split()) in text
    for place, item in enumerate(ITEMS, start=1):
        slide = next(slide for slide in deck.slides if slide.item == item)
        entry = text[text.index(f"{place}. {slide.heading}") :]
        assert slide.source_line in entry
        said = entry[entry.index("Rests on ") + 9 :].split(" http")[0]
        stretches = [[int(end) for end in re.findall(r"[0-9]+", part)] for part in said.split(",")]
        numbers = [number for ends in stretches for number in range(ends[0], ends[-1] + 1)]
        assert numbers == sorted(deck.cited[item.code])
    assert deck.address.split("?")[0] in files["README.txt"].decode("utf-8")


def test_sources_that_readers_are_not_sent_to_have_no_address(catalog):
    links = {source(catalog, row.key).link for row in catalog["sources"]} - {""}
    plans = [Plan().with_items([item_of(catalog, code) for code in ready.codes]) for ready in SETS]
    for plan in plans:
        text = kit.sources_text(build_deck(catalog, plan, "", TODAY))
        named = {link.rstrip(").,;") for link in re.findall(r"https?://\S+", text)}
        assert named <= {link.rstrip(").,;") for link in links} | {plan.link}


def test_the_readme_names_what_is_there_and_only_that(files):
    text = files["README.txt"].decode("utf-8")
    listed = re.findall(r"^([a-zA-Z][\w./-]*(?:\.\w+|/))$", text, re.MULTILINE)
    for name in listed:
        assert any(path == name or (name.endswith("/") and path.startswith(name)) for path in files), name
    for path in files:
        assert path == "README.txt" or any(path == name or path.startswith(name) for name in listed), path
    for words in ("Winter talk 탈북", "A church hall · 10 December 2026", "Made on 22 November 2026", "CC BY 4.0", "SIL Open Font License"):
        assert words in text
    assert "F or F5: Full screen" in text
    assert max(len(line) for line in text.splitlines() if "http" not in line) <= 78
    assert not re.search(r"LazyText|\{\w+\}|None", text)


def test_the_name_of_the_speaker_is_named_as_such(catalog, files):
    assert "The speaker's name is on the first slide" in " ".join(files["README.txt"].decode("utf-8").split())
    for name in ("sources.txt", "cards/words.txt", "data/figures.csv"):
        assert b"Particular" not in files[name]
    deck = build_deck(catalog, Plan(ITEMS), SITE, TODAY)
    assert "speaker's name" not in kit.readme(deck, kit.Contents(()))


def test_progress_is_told_before_each_step_and_never_goes_back(made, steps):
    assert made
    shares = [share for share, _words in steps]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert all(isinstance(words, str) and words for _share, words in steps)
    assert "Making pictures: 2 of 4" in [words for _share, words in steps]


def test_an_empty_evening_is_a_kit_without_tables_and_pictures(catalog):
    found = files_of(kit.build(catalog, Plan(), "", TODAY))
    assert not [name for name in found if name.startswith(("data/", "cards/"))]
    assert {"deck.html", "inroads-slides.pptx", "inroads-handout.pdf", "inroads-presentation.json", "sources.txt"} <= set(found)
    text = found["README.txt"].decode("utf-8")
    assert "cards/" not in text
    assert "data/" not in text
    assert "have no QR codes" in " ".join(text.split())


def test_filters_that_leave_nothing_give_a_table_without_rows_and_no_picture(catalog):
    plan = Plan((Item("x", "policy.log", (("q", "no such words anywhere"),)),))
    found = files_of(kit.build(catalog, plan, SITE, TODAY))
    assert not [name for name in found if name.startswith("cards/")]
    assert len(found["data/01-policy-log.csv"].decode("utf-8").splitlines()) == 1


def test_a_long_evening_has_pictures_of_its_first_items(catalog):
    deck = build_deck(catalog, EVENING, SITE, TODAY)
    text = " ".join(kit.readme(deck, kit.Contents(("cards/01-a-wide.png",), 3)).split())
    assert "the last 3 items have none" in text
    assert kit.MOST_CARDS == 20


def test_a_copy_on_one_network_says_so(catalog):
    words = " ".join(kit.readme(build_deck(catalog, EVENING, "http://192.168.1.5:8501", TODAY), kit.Contents(())).split())
    assert "People in the hall cannot open them" in words


def test_no_half_kit_is_made(catalog, monkeypatch):
    def refuse(_deck):
        raise FontsMissingError("fonts/korean.ttf is missing")

    monkeypatch.setattr(handout, "pdf", refuse)
    with pytest.raises(kit.KitError, match=r"inroads-handout.*\.pdf: fonts/korean\.ttf is missing") as failed:
        kit.build(catalog, EVENING, SITE, TODAY)
    assert failed.value.name == "inroads-handout-winter-talk-2026-12-10.pdf"
    assert failed.value.reason == "fonts/korean.ttf is missing"


def test_an_item_that_is_not_in_the_data_makes_no_kit(catalog):
    with pytest.raises(kit.KitError, match="unknown action"):
        kit.build(catalog, Plan((Item("a", "no-such-action"),)), SITE, TODAY)


def test_hostile_titles_stay_words(catalog):
    typed = "<script>alert(1)</script> ../../etc {{x}} ]]> #set"
    plan = Plan(ITEMS[:1], title=typed, host=typed, speaker=typed, call=typed)
    found = files_of(kit.build(catalog, plan, SITE, TODAY))
    assert all(re.fullmatch(r"[A-Za-z0-9./-]+", name) and ".." not in name and not name.startswith("/") for name in found)
    assert "<script>alert(1)" not in found["deck.html"].decode("utf-8")
    assert typed in " ".join(found["README.txt"].decode("utf-8").split())
    assert json.loads(next(content for name, content in found.items() if name.endswith(".json")))["title"] == typed


def test_numbers_stay_numbers_in_tables(catalog):
    names = dict(data_files(catalog, Plan((Item("f", "costs.fee_vs_grant"), Item("f", "information.hours_change"))), "", TODAY))
    assert set(names) == {"figures.csv"}
    for row in rows_of(names["figures.csv"]):
        assert any(row[name] for name in ("value", "low", "high"))
        assert all(re.fullmatch(r"-?[0-9.]+", row[name]) for name in ("value", "low", "high") if row[name])


def test_no_moment_is_left_in_files_of_office_programs(files):
    slides = files["inroads-slides-winter-talk-2026-12-10.pptx"]
    workbooks = 0
    with zipfile.ZipFile(io.BytesIO(slides)) as archive:
        insides = [archive]
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                workbooks += 1
                insides.append(zipfile.ZipFile(io.BytesIO(archive.read(name))))
        for inside in insides:
            assert {entry.date_time for entry in inside.infolist()} == {(2026, 11, 22, 0, 0, 0)}
            moments = re.findall(rb"<dcterms:(?:created|modified)[^>]*>([^<]*)<", inside.read("docProps/core.xml"))
            assert set(moments) == {b"2026-11-22T00:00:00Z"}
    assert workbooks


def test_two_people_at_once_get_the_same_kit(catalog, made):
    with ThreadPoolExecutor(2) as pool:
        kits = list(pool.map(lambda _person: kit.build(catalog, EVENING, SITE, TODAY), range(2)))
    assert kits == [made, made]
