"""One offline deck for the tests of the file."""

from __future__ import annotations

import pytest

from lib.export import stage
from lib.export.slide import Deck
from tests.export.stage_decks import deck
from tests.export.stage_tree import Node, read


@pytest.fixture(scope="package")
def shown() -> Deck:
    """An evening with every kind of slide."""
    return deck(host="St Mary's", speaker="Pat Example", day="2026-12-10")


@pytest.fixture(scope="package")
def file(shown: Deck) -> str:
    """The talk as the text of its file."""
    return stage.html(shown)


@pytest.fixture(scope="package")
def tree(file: str) -> Node:
    """The file of the talk as a parser reads it."""
    return read(file)
