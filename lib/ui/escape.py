"""The one place where text becomes Markdown or HTML: nothing from data, feeds or the address is trusted as markup."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from lib.i18n import Text

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:@&=^\"'/])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+")


class Html(str):
    """HTML of our own, sent as it is. A plain text Streamlit would take for a file's name first, and then look for indents."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return self


def md(text: Text) -> str:
    """Text for places where Streamlit reads Markdown: every sign that could start markup is escaped."""
    return _PUNCTUATION.sub(r"\\\1", _CONTROL.sub(" ", str(text)))


def tag(text: object) -> str:
    """Text for HTML content or attributes."""
    return html.escape(_CONTROL.sub(" ", str(text)), quote=True)


def safe_link(address: str) -> str:
    """The address if it is plain http(s) without credentials, else an empty string."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc or re.search(r"[\s<>\"]", address):
        return ""
    return address


def host(address: str) -> str:
    """The host of an address without "www.", to be shown beside every link."""
    return re.sub(r"^www\.", "", urlsplit(address).hostname or "") if safe_link(address) else ""


def anchor(address: str, text: Text, with_host: bool = True) -> str:
    """An HTML link that opens apart, tells the other side nothing, and names its domain; plain text if unsafe."""
    link = safe_link(address)
    if not link:
        return tag(text)
    domain = f' <span class="inr-quiet">({tag(host(link))})</span>' if with_host and host(link) not in str(text) else ""
    return f'<a href="{tag(link)}" target="_blank" rel="noopener noreferrer nofollow">{tag(text)}</a>{domain}'
