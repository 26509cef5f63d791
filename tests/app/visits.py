"""A visit to a page as Streamlit's own test runner sees it. Fresh each time: a running one ignores changes of the address."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from lib.catalog import DATA_DIR
from lib.ui.shell import PAGES

ENTRY = str(DATA_DIR.parent / "dashboard.py")


def visit(page_id: str, **query: str) -> AppTest:
    """Opens a page with a query, and lets no exception pass."""
    at = AppTest.from_file(ENTRY, default_timeout=120)
    if page_id != "overview":
        at.switch_page(PAGES[page_id].script)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception, at.exception[0].message
    return at


def html_of(at: AppTest) -> str:
    """Everything that a page puts on the screen as HTML."""
    return "\n".join(item.proto.body for item in at.get("html"))
