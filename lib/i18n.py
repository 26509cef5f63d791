"""Words in the reader's language.

`_()` returns a `LazyText`: the translation is looked up when the text is turned into a string, in the language of
the session that reads it, so nothing is frozen at import or in a cache. Numbers and dates given as parameters are
objects that format themselves at the same moment (see `lib.numbers` and `lib.dates`).
"""

from __future__ import annotations

import gettext
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.lists import format_list

LOCALE_DIR = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "inroads"
LANGUAGES = ("en",)

_language: ContextVar[str] = ContextVar("inroads_language", default="en")


def set_language(code: str) -> None:
    """Choose the language of the running session; unknown codes fall back to English."""
    _language.set(code if code in LANGUAGES else "en")


def language() -> str:
    """The language code of the running session."""
    return _language.get()


@lru_cache(maxsize=16)
def _locale(code: str) -> Locale:
    return Locale.parse(code)


def locale() -> Locale:
    """The rules of the running session's language for numbers, dates and lists; parsed once per language."""
    return _locale(language())


@lru_cache(maxsize=16)
def _translations(code: str, directory: Path) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, localedir=directory, languages=[code], fallback=True)


def _catalog() -> gettext.NullTranslations:
    return _translations(language(), LOCALE_DIR)


@dataclass(frozen=True)
class LazyText:
    """A text that is translated and filled in only when it is read."""

    message: str
    params: tuple[tuple[str, object], ...] = ()
    plural: str | None = None
    count: int = 0

    def __str__(self) -> str:
        catalog = _catalog()
        text = catalog.gettext(self.message) if self.plural is None else catalog.ngettext(self.message, self.plural, self.count)
        return text.format(**{name: str(value) for name, value in self.params}) if self.params else text

    def filled(self, **params: object) -> LazyText:
        """The same text with its places filled."""
        return LazyText(self.message, tuple(params.items()), self.plural, self.count)


Text = str | LazyText


def _(message: str, **params: object) -> LazyText:
    """A reader's text; `{name}` places are filled with `params` when it is read."""
    return LazyText(message, tuple(params.items()))


def ngettext(singular: str, plural: str, count: int, **params: object) -> LazyText:
    """A reader's text that depends on a count."""
    return LazyText(singular, tuple(params.items()), plural, count)


@dataclass(frozen=True)
class Joined:
    """Several texts read one after the other."""

    parts: tuple[object, ...]
    separator: str = " "

    def __str__(self) -> str:
        return self.separator.join(text for part in self.parts if (text := str(part)))


@dataclass(frozen=True)
class Listed:
    """Several texts as a list in the reader's language: "a, b and c"."""

    parts: tuple[object, ...]

    def __str__(self) -> str:
        return format_list([str(part) for part in self.parts], locale=locale())
