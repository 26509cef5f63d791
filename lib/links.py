"""Addresses that lead back to what is shown, and which of them are short enough to be scanned."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

MOST_SCANNED = 120  # longer addresses make a QR code that a hall cannot read
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
    if host in ("", "localhost") or host.endswith((".local", ".localhost", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def web_address(text: str) -> str:
    """A typed address if it is one of the web and has a host, else an empty text; without a scheme it is taken as https."""
    text = text.strip()
    if text and "://" not in text and "." in text.split("/")[0]:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return ""
    ok = parts.scheme in ("http", "https") and host and "@" not in parts.netloc and text.isprintable() and " " not in text
    return text if ok and len(text) <= 300 and not set(text) & set("<>\"'`\\") else ""
