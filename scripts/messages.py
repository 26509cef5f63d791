"""Keeps the message catalogs: collects every reader's text, updates each language, compiles. `--check` only compares.

Texts are read from the syntax tree, because Babel's own reader misses calls inside f-strings on Python 3.11. The same
walk refuses texts that are not written out where they are called: nobody could translate them.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
WHERE = ("dashboard.py", "pages", "lib")
DOMAIN = "inroads"
TEXTS_OF = {"_": 1, "ngettext": 2}  # how many of the first arguments are texts

Key = str | tuple[str, str]


class UndatedCatalog(Catalog):
    """A catalog whose header has no dates and no tool versions, so that the same texts always give the same file."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header lines that gettext needs."""
        headers = [("Project-Id-Version", "Inroads"), ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8")]
        headers.append(("Content-Transfer-Encoding", "8bit"))
        if self.locale is not None:
            headers += [("Language", str(self.locale_identifier)), ("Plural-Forms", self.plural_forms)]
        headers[-1] = (headers[-1][0], headers[-1][1] + "\n")
        return headers

    @mime_headers.setter
    def mime_headers(self, _headers: list[tuple[str, str]]) -> None:
        """Headers of files that are read are not taken over."""


@dataclass(frozen=True)
class Found:
    """A text and the file it stands in."""

    key: Key
    file: str


def _texts(call: ast.Call, name: str) -> Key | None:
    wanted = call.args[: TEXTS_OF[name]]
    texts = [item.value for item in wanted if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    if len(texts) < TEXTS_OF[name] or not all(texts):
        return None
    return texts[0] if name == "_" else (texts[0], texts[1])


def read_file(path: Path, root: Path) -> tuple[list[Found], list[str]]:
    """The texts of one file, and one line for each call whose text is not written out in place."""
    found, wrong = [], []
    file = path.relative_to(root).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TEXTS_OF):
            continue
        key = _texts(node, node.func.id)
        if key is None:
            wrong.append(f"{file}, line {node.lineno}: {node.func.id}() needs its text written out in place: no variables, no f-strings.")
        else:
            found.append(Found(key, file))
    return found, wrong


def _files(root: Path) -> Iterator[Path]:
    for name in WHERE:
        place = root / name
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


def collect(root: Path = ROOT) -> tuple[list[Found], list[str]]:
    """All texts for readers, sorted, and all calls that are wrong."""
    found, wrong = [], []
    for path in _files(root):
        if path.exists():
            texts, bad = read_file(path, root)
            found += texts
            wrong += bad
    return sorted(set(found), key=lambda item: (item.key if isinstance(item.key, str) else item.key[0], item.file)), wrong


def _catalog(found: list[Found], language: str | None, old: Catalog | None) -> UndatedCatalog:
    made = UndatedCatalog(locale=language, charset="utf-8", fuzzy=False)
    words = f"{language} texts of Inroads" if language else "Texts of Inroads to translate"
    made.header_comment = f"# {words}. Made by: make messages"
    for item in found:
        made.add(item.key, locations=[(item.file, None)])  # type: ignore[list-item]
    for message in made:
        before = old.get(message.id) if old is not None and message.id else None
        if before is not None and before.string and not before.fuzzy:
            message.string = before.string
    return made


def _po(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=120, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return buffer.getvalue()


def _mo(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def _places(text: str) -> set[str]:
    return {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


def wrong_places(catalog: Catalog) -> Iterator[str]:
    """Translations whose `{places}` are not those of the original: they would fail when read."""
    for message in catalog:
        if not message.id or not message.string:
            continue
        originals = (message.id,) if isinstance(message.id, str) else message.id
        allowed = set().union(*(_places(text) for text in originals))
        for translated in (message.string,) if isinstance(message.string, str) else message.string:
            if translated and _places(translated) - allowed:
                yield f"{catalog.locale_identifier}: {originals[0][:60]!r} has no place {', '.join(sorted(_places(translated) - allowed))}"


def build(root: Path, locale: Path) -> tuple[dict[Path, bytes], list[str]]:
    """The content of every catalog file as it should be, and everything that is wrong."""
    found, wrong = collect(root)
    files = {locale / f"{DOMAIN}.pot": _po(_catalog(found, None, None))}
    for path in sorted(locale.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        with path.open("rb") as stream:
            old = read_po(stream, locale=path.parent.parent.name)
        made = _catalog(found, path.parent.parent.name, old)
        wrong += wrong_places(made)
        files |= {path: _po(made), path.with_suffix(".mo"): _mo(made)}
    return files, wrong


def _add(locale: Path, language: str) -> bool:
    if not re.fullmatch(r"[a-z]{2,3}(_[A-Z][A-Za-z]+)?", language):
        return False
    path = locale / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not path.exists():
        path.parent.mkdir(parents=True)
        path.write_bytes(_po(_catalog([], language, None)))
    return True


def main(arguments: list[str] | None = None) -> int:
    """Writes the catalogs or checks them; returns 1 when a text is wrong or a file is not current."""
    parser = argparse.ArgumentParser(description="Collect and compile the texts for readers.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a catalog is not current")
    parser.add_argument("--add", metavar="LANGUAGE", help="begin a language, for example: ko")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    options = parser.parse_args(arguments)
    locale = options.root / "locale"
    if options.add and not _add(locale, options.add):
        print(f"{options.add!r} is not a language code such as ko, ja or zh_Hans.", file=sys.stderr)
        return 1
    files, wrong = build(options.root, locale)
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    old = [path for path, content in files.items() if not path.exists() or path.read_bytes() != content]
    if options.check:
        for path in old:
            print(f"{path.relative_to(options.root)} is not current. Run: make messages", file=sys.stderr)
        return int(bool(old))
    for path in old:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[path])
    print(f"{len(files)} catalog files, {len(old)} changed.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
