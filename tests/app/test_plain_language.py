"""Every page in plain language: short sentences on the page, and no long one among our own texts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import chain

import pytest
import textstat
from streamlit.testing.v1 import AppTest

from lib.ui.shell import PAGES
from scripts.messages import collect
from tests.app.visits import visit

AVERAGE = 20  # words a sentence, over the texts of a page
LONGEST = 35  # words of one sentence of our own, wherever it stands
LABEL = 8  # shorter texts without a full stop are labels and would only flatter the average
VIEWS = [
    *((page_id, {}) for page_id in PAGES),
    ("reference", {"view": "terms"}),
    *(("data", {"view": view}) for view in ("sources", "unknown", "changes")),
]
# What holds rows, records and citations, or is no text: not counted.
SKIPPED_TAGS = {"table", "pre", "code", "style", "script"}
SKIPPED_CLASSES = {"inr-fold", "inr-fact", "inr-trace", "inr-inner", "inr-scroll", "inr-legend", "inr-print", "inr-sources"}
BLOCKS = {"p", "li", "dd", "dt", "div", "summary", "br"}
VOID = {"br", "img", "hr", "input", "wbr"}


class Reader(HTMLParser):
    """The blocks of text in a piece of HTML, without rows, records and citations."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self.skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.blocks.append("")
        classes = set((dict(attrs).get("class") or "").split())
        if tag not in VOID and (self.skipping or tag in SKIPPED_TAGS or classes & SKIPPED_CLASSES):
            self.skipping += 1

    def handle_endtag(self, tag: str) -> None:
        if self.skipping and tag not in VOID:
            self.skipping -= 1
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.blocks[-1] += data


def blocks_of(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    return [block.strip() for block in reader.blocks if block.strip()]


def plain(markdown: str) -> str:
    """Our Markdown as it is read: no escapes, icons, links or stars."""
    text = re.sub(r":material/\w+:", "", markdown)
    text = re.sub(r"(?<!\\)\[([^\]]*)\]\((?:[^)\\]|\\.)*\)", r"\1", text)
    return re.sub(r"\\(.)", r"\1", text.replace("**", ""))


def texts_of(app: AppTest) -> list[str]:
    """The texts of a page, block by block: headings, leads, captions, notices, and what stands in our HTML."""
    written = chain(app.title, app.header, app.subheader, app.caption, app.markdown, app.info, app.warning)
    lines = [plain(line) for item in written for line in str(item.value).split("\n")]
    lines += [block for item in app.get("html") for block in blocks_of(item.proto.body) if not item.proto.body.startswith("<style")]
    parts = (part.strip(" -") for line in lines for part in re.split(r" · ", line))
    return [part for part in parts if part and (part[-1] in ".?!" or len(part.split()) >= LABEL)]


def words_per_sentence(texts: list[str]) -> float:
    """The average over all texts; each ends a sentence, also without a full stop. A decimal point ends none."""
    whole = [re.sub(r"(?<=\d)\.(?=\d)", "", text) for text in texts]
    return float(textstat.words_per_sentence(" ".join(text if text[-1] in ".?!" else f"{text}." for text in whole)))


@pytest.mark.parametrize(("page_id", "query"), VIEWS, ids=str)
def test_sentences_of_a_page_are_short(page_id: str, query: dict[str, str]) -> None:
    app = visit(page_id, **query)
    texts = texts_of(app)
    assert texts
    longest = sorted(texts, key=lambda text: -words_per_sentence([text]))[:5]
    assert words_per_sentence(texts) < AVERAGE, longest


def sentences(message: str) -> list[str]:
    """The sentences of one of our texts; a place to be filled counts as one word."""
    return [part for part in re.split(r"(?<=[.?!])\s+", re.sub(r"\{\w+\}", "word", message)) if part]


def test_no_sentence_of_our_own_is_long() -> None:
    found, _wrong = collect()
    messages = {text: item.file for item in found for text in ([item.key] if isinstance(item.key, str) else item.key)}
    assert len(messages) > 500
    long = {part: where for text, where in messages.items() for part in sentences(text) if len(part.split()) > LONGEST}
    assert not long


def test_the_reader_leaves_out_rows_and_citations() -> None:
    html = "<p>One two.</p><details class='inr-fold'><summary>row</summary><p>in<br>it</p></details><ul><li>Three</li></ul><pre>@misc</pre>"
    assert blocks_of(html) == ["One two.", "Three"]
    assert plain(r"**Bold** :material/info: [a \(b\)](#c) 5\.5") == r"Bold  a (b) 5.5"


def test_the_measure_tells_long_from_short() -> None:
    assert words_per_sentence(["Short and clear words."]) < 5
    assert words_per_sentence([" ".join(["word"] * 45)]) == 45
