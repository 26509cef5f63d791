"""Shared fixtures."""

import os

import pytest

os.environ["INROADS_TODAY"] = "2026-11-22"
os.environ["INROADS_PAUSES"] = "off"  # browser tests start servers of their own, with pauses


@pytest.fixture(scope="session")
def catalog():
    """The project's own data package."""
    from lib.catalog import load_catalog

    return load_catalog()
