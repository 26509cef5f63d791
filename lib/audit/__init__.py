"""Rules on the data that a schema cannot say: sums, words, links, harm. All problems at once."""

from __future__ import annotations

from datetime import date

from lib.audit import corrections, harm, links, sums, values, words
from lib.catalog import Catalog
from lib.problems import Problem


def audit(catalog: Catalog, today: date, sums_too: bool = True) -> list[Problem]:
    """Every problem that the audits find; sums only mean something when the form of all rows is in order."""
    return sorted(
        [
            *values.problems(catalog, today),
            *(sums.problems(catalog) if sums_too else ()),
            *harm.problems(catalog),
            *links.problems(catalog),
            *words.problems(catalog),
            *corrections.problems(catalog),
        ]
    )
