"""Sets pages with typst: the project's own fonts, templates from `lib/export/typst`, texts and pictures as data only.

Nothing is ever pasted into a template: it reads one JSON text, whose strings stay strings. Each page is set by a
compiler of its own, because one compiler must not be used by two threads; the fonts are read once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lib.settings import read_settings
from lib.texts import right_to_left
from lib.typefaces import FAMILIES, FONTS, SERIF_FAMILIES, FontsMissingError, complete

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).resolve().parent / "typst"
MAY_BREAK = "\u200b"  # a space without width
_KEPT_FOR, _EMPTY_PAGE = 10, b"#set page(width: 8pt, height: 8pt)"
MEASURED = "<measured>"  # the label under which a template tells how high things are


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


@lru_cache(maxsize=8)
def _template(name: str) -> bytes:
    path = TEMPLATES / f"{name}.typ"
    if not path.is_file():
        raise FontsMissingError(f"lib/export/typst/{path.name} is missing")
    return path.read_bytes()


def _forget_pages() -> None:
    """Lets typst forget the pages that it has set: it keeps all parts of them until ten more pages are set, of whatever kind."""
    import typst

    for _page in range(_KEPT_FOR):
        typst.compile(_EMPTY_PAGE, format="png", font_paths=_fonts(), ignore_system_fonts=True)


class Paper:
    """One template with its data, ready to be measured and set.

    `data` is anything that JSON can hold. Raises FontsMissingError when a font or the template is not there.
    """

    def __init__(self, template: str, data: Mapping[str, Any]) -> None:
        import typst

        complete()
        self._source = _template(template)
        fonts = {"sans": FAMILIES, "serif": SERIF_FAMILIES}
        self._inputs = {"data": json.dumps({**data, "fonts": fonts}, ensure_ascii=False)}
        self._compiler = typst.Compiler(
            self._source, root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=self._inputs
        )

    def measured(self) -> Any:
        """What the template measured, in points."""
        return json.loads(self._compiler.query(MEASURED, field="value", one=True))

    def pdf(self) -> bytes:
        """The pages as a tagged PDF that follows PDF/UA-1."""
        made = datetime.combine(read_settings().today(), time(), UTC)
        return self._bytes(format="pdf", pdf_standards="ua-1", timestamp=made)

    def png(self) -> bytes:
        """The first page as a picture with one pixel per point."""
        return self._bytes(format="png", ppi=72.0)

    def _bytes(self, **options: Any) -> bytes:
        made = self._compiler.compile(self._source, **options)
        _forget_pages()
        return made[0] if isinstance(made, list) else made or b""


def words(text: str, longest: int = 34) -> dict[str, Any]:
    """A text with its base direction, as the templates take it; words longer than `longest` letters may be broken."""
    kept = re.sub(rf"\S{{{longest}}}(?=\S)", lambda found: found.group() + MAY_BREAK, text) if len(text) > longest else text
    return {"text": kept, "rtl": right_to_left(text)}
