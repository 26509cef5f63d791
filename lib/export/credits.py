"""The line under a figure that says who published it, and the order of the sources behind an action."""

from __future__ import annotations

from collections.abc import Sequence

from lib.catalog import Catalog
from lib.citations import publishers
from lib.dates import When
from lib.i18n import LazyText, _, ngettext
from lib.numbers import Number
from lib.provenance import Record, source
from lib.source_order import of_record, strongest_first
from lib.topics.actions import Action
from lib.typefaces import printable

MOST_PUBLISHERS = 3
MANY_PUBLISHERS = 12  # of more than these it is said first how many there are


def sources_of_action(catalog: Catalog, action: Action) -> tuple[str, ...]:
    """The ids of the sources of an action: first the organizations with which one acts, then as `strongest_first` says."""
    organizations = "; ".join(catalog["organizations"].row(key).text("name") for key in action.row.items_of("org_ids"))
    return strongest_first(catalog, action.row.sources, (action.row,), organizations)


def _publishers(catalog: Catalog, source_ids: Sequence[str]) -> tuple[str, ...]:
    return publishers(tuple(source(catalog, source_id) for source_id in source_ids))


def _sources(names: Sequence[str]) -> LazyText:
    """The publishers in a few words: the first three, and how many there are."""
    shown, rest = "; ".join(names[:MOST_PUBLISHERS]), len(names) - MOST_PUBLISHERS
    if len(names) > MANY_PUBLISHERS:
        return ngettext(
            "Sources: {number} publisher, among them {sources}",
            "Sources: {number} publishers, among them {sources}",
            len(names),
            number=Number(len(names)),
            sources=shown,
        )
    if rest > 0:
        return ngettext("Sources: {sources}; {number} more", "Sources: {sources}; {number} more", rest, sources=shown, number=Number(rest))
    return _("Sources: {sources}", sources=shown) if len(names) > 1 else _("Source: {source}", source=shown)


def source_line(catalog: Catalog, record: Record) -> str:
    """Who published it, as of when, and how sure it is: one line under a figure. The counter's own publication comes first."""
    when = _("as of {date}", date=When(record.as_of)) if record.as_of else _("not dated")
    return printable(f"{_sources(_publishers(catalog, of_record(catalog, record)))} · {when} · {record.confidence.label}")


def action_line(catalog: Catalog, action: Action) -> str:
    """Who describes an action: one line under it."""
    names = _publishers(catalog, sources_of_action(catalog, action))[:MOST_PUBLISHERS]
    return printable(str(_("Described by {sources}", sources="; ".join(names))))
