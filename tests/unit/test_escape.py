"""Data is never markup: the escape helper against hostile texts, in Markdown, HTML, tables and links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.exhibits import Column
from lib.ui.escape import anchor, host, md, safe_link, tag
from lib.ui.tables import table_html

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    ":red[loud] :material/home: :smile:",
    "$x^2$ **bold** `code` # head",
    "https://evil.example www.evil.example a@evil.example",
    '" onmouseover="alert(1)',
    "\u202eevil\u202c",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_is_escaped(text):
    escaped = md(text)
    for sign in "<>[]()*_`#$:!@|":
        bare = [i for i, char in enumerate(escaped) if char == sign and (i == 0 or escaped[i - 1] != "\\")]
        assert not bare, (sign, escaped)


@pytest.mark.parametrize("text", HOSTILE)
def test_html_is_escaped(text):
    escaped = tag(text)
    assert "<" not in escaped
    assert '"' not in escaped
    assert "\u202e" not in escaped


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_row_stays_text_in_a_table(text):
    html = table_html((Column("row", text), Column("value", "Value", text)), ((text, 1), (text, None)), text)
    assert "<script" not in html
    assert "<img" not in html
    assert "onmouseover=" not in html.replace("&quot; onmouseover=", "")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "https://user:pw@example.org", "ftp://x", "//x", "https://a b", "http://[", ""]
)
def test_unsafe_addresses_are_no_links(address):
    assert safe_link(address) == ""
    assert anchor(address, "words") == "words"


def test_links_open_apart_and_name_their_domain():
    html = anchor("https://www.example.org/a?b=1&c=2", "A <b>page</b>")
    assert 'target="_blank"' in html
    assert 'rel="noopener noreferrer nofollow"' in html
    assert "(example.org)" in html
    assert "A &lt;b&gt;page&lt;/b&gt;" in html
    assert host("https://www.example.org/a") == "example.org"


@given(st.text())
def test_no_text_leaves_a_tag_open(text):
    assert "<" not in tag(text)
