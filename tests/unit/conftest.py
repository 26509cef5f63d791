"""What several unit tests look at."""

import pytest

from lib.exhibits import exhibit, exhibit_ids, fact, fact_ids


@pytest.fixture(scope="session")
def records(catalog):
    """The record of every figure and exhibit, by its code."""
    found = {f"f.{key}": fact(catalog, key).record for key in fact_ids()}
    return found | {f"x.{key}": exhibit(catalog, key).record for key in exhibit_ids()}
