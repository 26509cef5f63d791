"""Do no harm: what must never stand in a text cell, and no way to give where a safeguarding note stands.

The lists are deny-lists: they catch known forms and do not replace reading what is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.audit.cells import is_link_column, problem, prose
from lib.catalog import Catalog
from lib.problems import Problem

DENIED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("no e-mail addresses", re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")),
    ("no phone numbers", re.compile(r"(?<![\w/.,-])(?:\+\d{1,3}[\s.-]?)?(?:\(?0\d{1,3}\)?[\s.-])\d{3,4}[\s.-]\d{4}\b|(?<![\w/])\+\d{1,3}[\s.-]?\d{2,4}[\s.-]\d{3,4}")),
    ("no messenger handles", re.compile(r"(?i)\b(wechat|kakao(?:talk)?|telegram|whatsapp|signal|line)\s*(?:id|handle|account)\b|(?<!\w)@[a-z0-9_]{3,}")),
    ("no coordinates", re.compile(r"\b\d{1,3}\.\d{3,}\s*°?\s*[NSEW]\b|\b\d{1,3}°\s?\d{1,2}['′]")),
    ("no radio frequencies", re.compile(r"(?i)\b\d[\d,.]*\s*[kM]Hz\b")),
    ("no payments to guards", re.compile(r"(?i)\bbrib\w+|\bpay(?:ing|ment|ments|offs?)? (?:to|of) (?:the |border )?guards?\b|\bguards? (?:take|took|receive|received|charge|charged)\b")),
    ("no guard spacing or hours", re.compile(r"(?i)\b110\s?(?:m|meters?|metres?)\b|\bevery \d+ (?:m|meters?|metres?)\b|\bcurfew|\b38 (?:guard|posts?\b)")),
    (
        "no crossing places",
        re.compile(r"(?i)\b(?:cross(?:ed|ing|es)?|escap(?:ed|ing|es)|wad(?:ed|ing)|sw[ai]m(?:ming)?)\b[^.]{0,60}\b(?:near|at|from|through|via)\s+(?:hyesan|musan|hoeryong|onsong|namyang|sinuiju|yanji|tumen|dandong|changbai|hunchun|helong|linjiang)\b"),
    ),
    ("no towns on the border", re.compile(r"(?i)\b(?:hyesan|hoeryong|onsong|namyang|hunchun|helong|linjiang|changbai)\b")),
    ("no broker contacts", re.compile(r"(?i)\b(?:contact|call|reach|message|phone|write to)\s+(?:a |the |this |our )?brokers?\b|\bbrokers? (?:named|called|known as)\b")),
    ("no ways around phone control", re.compile(r"(?i)\bjailbreak|\brooting\b|\bbypass\w* (?:the )?(?:phone|signature|control)|\bsideload")),
)  # fmt: skip


def denied(text: str) -> list[str]:
    """The rules that a text breaks."""
    return [rule for rule, pattern in DENIED if pattern.search(text)]


def _safeguarding(catalog: Catalog) -> Iterator[Problem]:
    organizations = catalog["organizations"]
    marked = {row.key for row in organizations if row.flag("safeguarding")}
    for line, row in enumerate(organizations, start=2):
        if row.key not in marked:
            continue
        for name in (item.name for item in organizations.schema.fields if is_link_column(item.name)):
            if row.text(name):
                yield problem(organizations, line, name, row.text(name), "no link to an organization with a safeguarding note")
        if not row.text("safeguarding_note"):
            yield problem(organizations, line, "safeguarding_note", "", "must say why safeguarding is set")
    for table in catalog.tables.values():
        if table is organizations:
            continue
        for column in (item.name for item in table.schema.fields if item.name in ("org_id", "org_ids")):
            for line, row in enumerate(table, start=2):
                value = row[column]
                keys = set(value) if isinstance(value, tuple) else {value}
                if keys & marked:
                    yield problem(table, line, column, str(value), "no row may lead to an organization with a safeguarding note")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Every harmful text or way to give in the package."""
    for table, line, _row, column, text in prose(catalog):
        if table.name == "sources" and column in ("title", "publisher"):
            continue  # published titles are citations and stay as they are
        for rule in denied(text):
            yield problem(table, line, column, text, rule)
    yield from _safeguarding(catalog)
