"""The two texts of an offline kit: what is in it and how to present with it, and on which sources everything rests."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from lib.export.names import file_name
from lib.export.slide import Deck, Slide
from lib.export.stage.controls import KEYS
from lib.i18n import Text, _, ngettext
from lib.links import only_here
from lib.numbers import Number
from lib.settings import NAME, VERSION
from lib.texts import runs

WIDE = 78  # characters of a line, for editors that do not wrap


@dataclass(frozen=True)
class Contents:
    """What the kit holds: the names of its files, and how many items have no pictures."""

    names: tuple[str, ...]
    left_out: int = 0

    def has(self, start: str) -> bool:
        """Whether a file or folder is in the kit."""
        return any(name.startswith(start) for name in self.names)


def _block(text: Text, indent: str = "") -> str:
    return textwrap.fill(str(text), WIDE, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _headed(heading: Text, lines: Iterable[str]) -> str:
    words = str(heading)
    return "\n".join([words, "-" * len(words), *lines])


def _hung(name: str, text: Text) -> str:
    """A name on a line of its own, and what it is below it."""
    return f"{name}\n{_block(text, '    ')}"


def _beginning(deck: Deck) -> str:
    evening = " · ".join(part for part in (deck.plan.host, deck.day) if part)
    made = _("Made on {date} with {name} {version}, data version {data}.", date=deck.made, name=NAME, version=VERSION, data=deck.version)
    return "\n".join(line for line in (_block(deck.title), "=" * min(WIDE, len(deck.title)), evening, _block(made)) if line)


def _files(deck: Deck, contents: Contents) -> list[str]:
    plan = deck.plan
    entries: list[tuple[str, Text]] = [
        ("deck.html", _("The presentation. It opens in every browser and needs no network: fonts and charts are inside.")),
        (
            file_name(plan, "slides", "pptx"),
            _("The same slides for PowerPoint, Keynote or Impress, to change as you like. What to say stands in the notes."),
        ),
        (file_name(plan, "handout", "pdf"), _("The handout, ready to be printed: findings, actions, sources.")),
        ("cards/", _cards_words(contents)),
        ("data/", _("The data as CSV: a table for each chart as shown, the figures with their records, the actions.")),
        ("sources.txt", _("Every source with its number, and which slide rests on which source.")),
        (
            file_name(plan, "presentation", "json"),
            _("Your list. Open it on the page “Present” of {name} to change the evening.", name=NAME),
        ),
        ("fonts/OFL.txt", _("The license of the fonts.")),
        ("LICENSE-DATA.md", _("The license of data and texts.")),
    ]
    return [_hung(name, words) for name, words in entries if contents.has(name)]


def _cards_words(contents: Contents) -> Text:
    """What the pictures are for, and that a long evening has them for its first items only."""
    if not contents.left_out:
        return _("Pictures to post, wide and square, with words to post beside them and a description of each in words.txt.")
    return ngettext(
        "Pictures to post, wide and square, with words to post beside them and a description of each in words.txt. To keep the file small, "
        "the last {number} item has none.",
        "Pictures to post, wide and square, with words to post beside them and a description of each in words.txt. To keep the file small, "
        "the last {number} items have none.",
        contents.left_out,
        number=Number(contents.left_out),
    )


def _codes(deck: Deck) -> Text:
    if not deck.site:
        return _("The slides have no QR codes, because the address of this copy was not known.")
    if only_here(deck.site):
        return _("The QR codes lead to a copy of {name} on your own computer or network. People in the hall cannot open them.", name=NAME)
    return _("You need no network. People who scan a QR code do: it opens the chart with its sources on their phone.")


def readme(deck: Deck, contents: Contents) -> str:
    """What is in the kit, how to present with it, and what may be done with it."""
    start = _("Open deck.html with a double click. It opens in the browser; press F for the whole screen.")
    before: list[Text] = [
        _("Open the deck once on the computer of the hall, with the network switched off. Turn a few slides."),
        _("Have the slides for PowerPoint and the handout on the same stick: if one thing fails, another works."),
        _codes(deck),
        _("Read the notes before you speak. They say what is counted, what is not, and which words to avoid."),
        _("Quote each figure with its date. Figures change; this kit stays as it was on the day it was made."),
    ]
    if deck.plan.speaker:
        before.append(_("The speaker's name is on the first slide and in the saved list. Think of it before you pass the kit on."))
    license_words = (
        _("Data and texts: Creative Commons Attribution 4.0 (CC BY 4.0). Name {name} and the source of each figure.", name=NAME),
        _("Fonts: SIL Open Font License 1.1, see fonts/OFL.txt."),
    )
    keys = [_hyphened(_("{keys}: {does}", keys=keys, does=does)) for keys, does in KEYS]
    parts = [
        _beginning(deck),
        _headed(_("Start here"), [_block(start)]),
        _headed(_("What is in this folder"), _files(deck, contents)),
        _headed(_("Keys while you present"), keys),
        _headed(_("Before the evening"), [_hyphened(line) for line in before]),
        _headed(_("License"), [_hyphened(line) for line in license_words]),
    ]
    if deck.address:
        parts.append(_headed(_("Change it or make it again"), [deck.address]))
    return "\n\n".join(parts) + "\n"


def _hyphened(text: Text) -> str:
    return textwrap.fill(str(text), WIDE, initial_indent="- ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _first_slides(deck: Deck) -> list[Slide]:
    """One slide for each item: the parts of a long chart rest on the same sources."""
    return [slide for slide in deck.slides if slide.item is not None and not slide.goes_on]


def _resting(place: int, slide: Slide, numbers: tuple[int, ...]) -> str:
    rests = str(_("Rests on {numbers}", numbers=runs(numbers, "[{}]"))) if numbers else ""
    lines = [_block(f"{place}. {slide.heading}")]
    lines += [_block(line, "   ") for line in (slide.source_line, rests) if line]
    lines += [f"   {slide.address}"] if slide.address else []
    return "\n".join(lines)


def _citations(deck: Deck) -> dict[int, str]:
    """The sources by number, as the notes have them: a text file need not do without characters that our fonts lack."""
    found = {item.number: item.citation for item in deck.references}
    for slide in _first_slides(deck):
        numbers = deck.cited.get(slide.item.code, ()) if slide.item else ()
        if slide.notes and len(numbers) == len(slide.notes.sources):
            found.update(zip(numbers, slide.notes.sources, strict=True))
    return found


def sources_text(deck: Deck) -> str:
    """All sources of the evening by number, and for each item its sources, its date and how sure it is."""
    references = [
        textwrap.fill(f"[{number}] {words}", WIDE, subsequent_indent="     ", break_long_words=False, break_on_hyphens=False)
        for number, words in _citations(deck).items()
    ]
    if any(not item.link for item in deck.references):
        references.append(
            _block(_("A source without an address is named only: it is no longer online, or readers should not be sent there."))
        )
    resting = [
        _resting(place, slide, deck.cited.get(slide.item.code, ()) if slide.item else ())
        for place, slide in enumerate(_first_slides(deck), start=1)
    ]
    parts = [_beginning(deck)]
    if resting:
        parts.append(_headed(_("What rests on which source"), ["\n\n".join(resting)]))
    if references:
        parts.append(_headed(_("Sources"), ["\n\n".join(references)]))
    return "\n\n".join(parts) + "\n"
