"""Addresses that lead back to what is shown, and which of them are short enough to be scanned."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

MOST_SCANNED = 120  # longer addresses make a QR code that a hall cannot read
LONGEST_LINK = 300
_LOCAL = (".local", ".localhost", ".internal", ".lan", ".home.arpa")
EXHIBIT = "exhibit"


def address(site: str, page: str, query: Mapping[str, str]) -> str:
    """The full address of a page (its name in addresses, empty for the overview) in a given state."""
    return f"{site}/{page}" + (f"?{urlencode(query)}" if query else "")


def scannable(link: str) -> bool:
    """Whether an address is short enough for a QR code and leads somewhere."""
    return 0 < len(link) <= MOST_SCANNED and bool(urlsplit(link).netloc)


def only_here(link: str) -> bool:
    """Whether an address works on this computer or in this building only, so that a hall could not open it."""
    host = urlsplit(link).hostname or ""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_LOCAL)


def web_address(text: str) -> str:
    """A typed address if it is one of the web and has a host, else an empty text; without a scheme it is taken as https.

    Letters that addresses do not have are written as browsers send them ("후" as "%ED%9B%84"): then every font and QR code has them.
    """
    text = text.strip()
    if text and "://" not in text and "." in text.split("/")[0]:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
        netloc = parts.netloc
        if host and not host.isascii():
            netloc = host.encode("idna").decode("ascii") + (f":{port}" if port else "")
    except ValueError:
        return ""
    ok = parts.scheme in ("http", "https") and host and "@" not in parts.netloc and text.isprintable() and " " not in text
    if not ok or set(text) & set("<>\"'`\\"):
        return ""
    link = parts._replace(netloc=netloc, path=_sent(parts.path), query=_sent(parts.query), fragment=_sent(parts.fragment)).geturl()
    return link if len(link) <= LONGEST_LINK else ""


def _sent(part: str) -> str:
    """A part of an address, as browsers send it; what is plain or percent-encoded already stays."""
    return part if part.isascii() else quote(part, safe="/%:@!$&()*+,;=?#[]{}|^~-._")
