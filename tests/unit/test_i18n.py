"""Texts are translated when they are read, never when they are made."""

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from lib import i18n
from lib.i18n import Listed, _, ngettext, set_language
from lib.numbers import Number

MADE_AT_IMPORT = _("{people} people arrived", people=Number(1234))


def test_a_text_follows_the_language_of_the_session(tmp_path, monkeypatch):
    catalog = Catalog(locale="de")
    catalog.add("{people} people arrived", "{people} Menschen kamen an")
    catalog.add(("{number} source", "{number} sources"), ("{number} Quelle", "{number} Quellen"))
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "inroads.mo").open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setattr(i18n, "LOCALE_DIR", tmp_path)
    monkeypatch.setattr(i18n, "LANGUAGES", ("en", "de"))
    assert str(MADE_AT_IMPORT) == "1,234 people arrived"
    set_language("de")
    try:
        assert str(MADE_AT_IMPORT) == "1.234 Menschen kamen an"
        assert str(ngettext("{number} source", "{number} sources", 2, number=Number(2))) == "2 Quellen"
    finally:
        set_language("en")


def test_an_unknown_language_falls_back_to_english():
    set_language("<script>")
    assert i18n.language() == "en"


def test_lists_read_as_lists():
    assert str(Listed(("a", "b", "c"))) == "a, b, and c"


def test_braces_in_values_are_left_alone():
    assert str(_("{words}", words="{not a place}")) == "{not a place}"
