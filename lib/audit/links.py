"""Where a reader may be sent: plain http(s), no credentials, no shorteners, never against a source's link policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from lib.audit.cells import is_link_column, problem
from lib.catalog import Catalog
from lib.problems import Problem

SHORTENERS = frozenset(
    [
        "bit.ly",
        "t.co",
        "goo.gl",
        "tinyurl.com",
        "ow.ly",
        "buff.ly",
        "is.gd",
        "t.ly",
        "rb.gy",
        "lnkd.in",
        "fb.me",
        "youtu.be",
        "me2.do",
        "han.gl",
        "vo.la",
    ]
)
TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|guccounter|smid|cmpid|ocid)$")
UNLINKED_POLICIES = ("no_link", "no_link_state_media")


def broken(address: str) -> Iterator[str]:
    """The rules that an address breaks."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        yield "must be an http(s) address"
        return
    if "@" in parts.netloc:
        yield "no credentials in addresses"
    if parts.hostname.removeprefix("www.") in SHORTENERS:
        yield "no link shorteners"
    if re.search(r"\s|[<>\"']", address):
        yield "no spaces or quotes in addresses"
    if any(TRACKING.match(name) for name, _value in parse_qsl(parts.query)):
        yield "no tracking parameters"


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Every address that a reader must not be sent to."""
    for table in catalog.tables.values():
        columns = [item.name for item in table.schema.fields if is_link_column(item.name)]
        for line, row in enumerate(table, start=2):
            for name in columns:
                if row.text(name):
                    for rule in broken(row.text(name)):
                        yield problem(table, line, name, row.text(name), rule)
    sources = catalog["sources"]
    seen: dict[str, str] = {}
    for line, row in enumerate(sources, start=2):
        link, policy = row.text("link"), row.text("link_policy")
        if not link:
            continue
        if policy in UNLINKED_POLICIES or row.text("kind") == "memory":
            yield problem(sources, line, "link", link, f"must be empty under policy {policy} and kind {row.text('kind')}")
        if link in seen:
            yield problem(sources, line, "link", link, f"stands with source {seen[link]} already: one address, one record")
        seen[link] = row.key
        if policy == "label_state_media" and not row.text("state_media_of"):
            yield problem(sources, line, "state_media_of", "", "must name the state whose media this is")
