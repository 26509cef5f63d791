"""The terms of the field (table `glossary`): found in texts, searched, and shown as a table."""

from __future__ import annotations

import re
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.exhibits import Cell, Column, Exhibit, exhibit_of
from lib.i18n import Joined, LazyText, Text, _, ngettext
from lib.numbers import Number
from lib.provenance import Confidence, record_of, source
from lib.topics.policy import list_confidence

# The words for people who left, in the order in which they are explained.
PEOPLE_WORDS = ("defector", "talbukmin", "bukhan-ital-jumin", "bukhyangmin")
# Shorter forms in which texts use a term.
_ALSO = {"forced-return": ("forced return",), "core-wavering-hostile-classes": ("hostile class",)}
_BRACKETS = re.compile(r"^(.+?) \((.+)\)$")
_ACRONYM = re.compile(r"^[A-Z]{2,6}$")


def forms(row: Row) -> tuple[str, ...]:
    """The ways in which a text can write a term: "Commission of Inquiry" and "COI" for "Commission of Inquiry (COI)"."""
    found: list[str] = []
    for part in row.text("term").split(" / "):
        bracketed = _BRACKETS.match(part)
        found += bracketed.groups() if bracketed else (part,)
    return (*found, *_ALSO.get(row.key, ()))


def _pattern(form: str) -> str:
    """Acronyms in exactly their letters; other words in any case, also in the plural."""
    if _ACRONYM.match(form):
        return f"(?-i:{form}s?)"
    if form.endswith("y"):
        return f"{re.escape(form[:-1])}(?:y|ies)"
    return f"{re.escape(form)}(?:s|es)?"


@lru_cache(maxsize=4)
def _finder(catalog: Catalog) -> tuple[re.Pattern[str], dict[str, Row]]:
    """One expression for all forms, the longest first, and the row that each of its groups stands for."""
    listed = sorted(((form, row) for row in catalog["glossary"] for form in forms(row)), key=lambda pair: -len(pair[0]))
    groups = {f"t{number}": row for number, (_form, row) in enumerate(listed)}
    choices = "|".join(f"(?P<t{number}>{_pattern(form)})" for number, (form, _row) in enumerate(listed))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE), groups


@lru_cache(maxsize=4096)
def terms_in(catalog: Catalog, text: str) -> tuple[Row, ...]:
    """The terms that a text uses, once each, in the order of the text (table `glossary`)."""
    finder, groups = _finder(catalog)
    found = (groups[hit.lastgroup] for hit in finder.finditer(text) if hit.lastgroup)
    return tuple({row.key: row for row in found}.values())


def _holds(row: Row, words: list[str]) -> bool:
    text = " ".join(row.text(name) for name in ("term", "korean", "hanja_or_transliteration", "definition", "caveat")).casefold()
    return all(word in text for word in words)


def terms_with(catalog: Catalog, q: str = "") -> tuple[Row, ...]:
    """The terms that hold all words of a search, in alphabetical order; all of them for an empty one."""
    found = catalog["glossary"].where(lambda row: _holds(row, q.casefold().split()))
    return tuple(sorted(found, key=lambda row: row.text("term").casefold()))


def meaning(row: Row) -> str:
    """The definition, with what one should know before quoting it."""
    return str(Joined((row.text("definition"), row.text("caveat"))))


def _publishers(catalog: Catalog, row: Row) -> str:
    return "; ".join(dict.fromkeys(source(catalog, source_id).publisher for source_id in row.sources))


def _cells(catalog: Catalog, row: Row) -> tuple[Cell, ...]:
    return (
        row.key,
        row.text("term"),
        row.text("korean"),
        row.text("hanja_or_transliteration"),
        meaning(row),
        _publishers(catalog, row),
        Confidence(row.text("confidence")).label,
    )


def _finding(shown: tuple[Row, ...], total: int) -> LazyText:
    if not shown:
        return _("No term fits these words")
    if len(shown) == total:
        return _("{total} terms, with their Korean form and meaning", total=Number(total))
    return ngettext(
        "{number} of {total} terms fits", "{number} of {total} terms fit", len(shown), number=Number(len(shown)), total=Number(total)
    )


@exhibit_of("reference.glossary", page="reference")
def glossary(catalog: Catalog, q: str = "") -> Exhibit:
    """The terms that hold the words of `q`, in alphabetical order. Table glossary."""
    table = catalog["glossary"]
    shown = terms_with(catalog, q)
    finding: Text = _finding(shown, len(table))
    return Exhibit(
        exhibit_id="reference.glossary",
        page="reference",
        title=_("Terms"),
        takeaway=finding,
        subtitle=_("in alphabetical order; Korean laws and institutions have several English names in use, one is given here"),
        chart=None,
        alt=_("A table of terms with their Korean form, origin and meaning. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("term", _("Term")),
            Column("korean", _("Korean"), language="ko"),
            Column("origin", _("Hanja or origin"), language="ko"),
            Column("meaning", _("Meaning")),
            Column("sources", _("Publishers of the sources")),
            Column("confidence", _("Confidence")),
        ),
        rows=tuple(_cells(catalog, row) for row in shown),
        record=record_of(
            shown or table.rows,
            as_of=str(table.schema.inroads["last_check"]),
            counted_by=_("Inroads, from the sources named"),
            counted=_("Words of the field as they are used in English, with the Korean word behind them and a short meaning."),
            not_counted=_(
                "Every meaning that a word can have. Terms marked as unsourced are well known and were not checked against a page."
            ),
            confidence=list_confidence(shown),
            with_row_caveats=False,
        ),
        is_table=True,
    )
