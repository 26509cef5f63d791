"""Citations of a source, and of a figure "as shown by Inroads on DATE": APA, BibTeX, RIS."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lib.dates import When
from lib.i18n import Text, _
from lib.provenance import MEMORY_KIND, Source
from lib.settings import NAME


@dataclass(frozen=True)
class Citation:
    """One thing to cite, in plain parts. `published` is a partial ISO date, or empty.

    `label` is what must be said of the source itself, such as that no page stands behind it.
    """

    key: str
    title: str
    publisher: str
    published: str
    link: str
    note: str = ""
    label: str = ""

    @property
    def _notes(self) -> str:
        return ". ".join(part for part in (self.label, self.note) if part)

    @property
    def _year(self) -> str:
        return self.published[:4]

    def apa(self) -> str:
        """APA 7 style, plain text; the label stands in brackets after the title."""
        when = str(When(self.published)) if self.published else str(_("n.d."))
        parts = [
            f"{_closed(self.publisher)} ({when}).",
            _closed(f"{self.title} [{self.label}]" if self.label else self.title),
            _closed(self.note),
            self.link,
        ]
        return " ".join(part for part in parts if part)

    def bibtex(self) -> str:
        """A BibTeX entry of type misc."""
        fields = {
            "title": f"{{{_tex(self.title)}}}",
            "author": f"{{{_tex(self.publisher)}}}",
            "year": self._year,
            "howpublished": rf"\url{{{self.link}}}" if self.link else "",
            "note": _tex(self._notes),
        }
        body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
        return f"@misc{{{re.sub(r'[^a-z0-9]+', '-', self.key.lower()).strip('-')},\n{body}\n}}"

    def ris(self) -> str:
        """A RIS record of type ELEC."""
        lines = [
            ("TY", "ELEC"),
            ("ID", self.key),
            ("TI", self.title),
            ("AU", self.publisher),
            ("PY", self._year),
            ("DA", self.published.replace("-", "/")),
            ("UR", self.link),
            ("N1", self._notes),
        ]
        return "\n".join(f"{tag}  - {_line(value)}" for tag, value in lines if value) + "\nER  - \n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _closed(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".?!" else f"{text}."


def _tex(text: str) -> str:
    escaped = text.replace("\\", r"\textbackslash ")
    return re.sub(r"([&%$#_{}])", r"\\\1", escaped)


def publishers(sources: Sequence[Source]) -> tuple[str, ...]:
    """Who published some sources, once each, in their order; state media with the name of the state.

    Who published no page that we hold (kind "memory") is named only where nobody else is, and with that label; a source
    without a publisher by its title where no other names one.
    """
    held = [item for item in sources if item.kind != MEMORY_KIND] or sources
    names: dict[str, str] = {}
    for item in [item for item in held if item.publisher] or held:
        name = item.publisher or item.title
        names.setdefault(name, str(_("{publisher} ({label})", publisher=name, label=item.label)) if item.label else name)
    return tuple(names.values())


def cite_source(source: Source) -> Citation:
    """The citation of a source; one that must not be linked has no address, state media and what has no page say so."""
    return Citation(source.source_id, source.title, source.publisher, source.published, source.link, label=str(source.label))


def cite_shown(shown_id: str, words: Text, sources: tuple[Source, ...], data_version: str, today: date, address: str = "") -> Citation:
    """The citation of a figure or chart as shown by Inroads on `today`, naming the publishers behind it."""
    note = _(
        "As shown by {name} on {date} (data version {version}). Based on: {publishers}",
        name=NAME,
        date=When(today.isoformat()),
        version=data_version,
        publishers="; ".join(publishers(sources)),
    )
    return Citation(f"{NAME.lower()}-{shown_id}", str(words), NAME, today.isoformat(), address, str(note))
