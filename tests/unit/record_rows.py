"""Records as the tests of sources, certainty and row names need them."""

from lib.provenance import Confidence, Record


def rows_of(catalog, record):
    """The rows behind a record, each once."""
    return [catalog[table].row(key) for table, key in dict.fromkeys(record.rows)]


def record_with(source_ids, rows=(("missions", "embassy-china"),), counted_by="Somebody", confidence=Confidence.REPORTED):
    """A record made up of these sources and rows."""
    return Record("2025", confidence, counted_by, "People.", "Others.", tuple(source_ids), tuple(rows))
