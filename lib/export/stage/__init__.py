"""The deck as one file for the browser: it opens from a stick without a network, and inside the page that composes it."""

from lib.export.stage.document import html

__all__ = ["html"]
