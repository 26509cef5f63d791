"""The offline kit: everything for one evening in one zip file. It opens on a computer that has no network.

Each output is made once, in a fixed order. The same plan, data and day give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from lib.catalog import DATA_DIR, Catalog
from lib.export.deck import build_deck
from lib.export.kit_data import data_files, file_stem
from lib.export.kit_texts import Contents, readme, sources_text
from lib.export.kit_zip import pack
from lib.export.names import file_name
from lib.export.plan import Item, Plan, write_file
from lib.export.slide import Deck
from lib.export.tables import LICENSE
from lib.i18n import Text, _
from lib.typefaces import FontsMissingError, font_license

MOST_CARDS = 20  # items that get pictures: more would make the file too large to be mailed
DECK, SOURCES, README, FONT_LICENSE, CARD_WORDS = "deck.html", "sources.txt", "README.txt", "fonts/OFL.txt", "cards/words.txt"

Progress = Callable[[float, str], None]
Files = list[tuple[str, bytes]]


class KitError(Exception):
    """One output could not be made, so there is no kit: half of one would be noticed on the evening only.

    `name` is the file that failed, `reason` why, in words for whoever runs the copy.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


@contextmanager
def _making(name: str) -> Iterator[None]:
    """Turns what writers of files raise into a KitError that says which file it was."""
    try:
        yield
    except (FontsMissingError, OSError, LookupError, RuntimeError, ValueError) as error:
        raise KitError(name, str(error) or type(error).__name__) from error


def build(catalog: Catalog, plan: Plan, site: str, today: date, progress: Progress | None = None) -> bytes:
    """The kit as a zip file.

    `site` is the address where this copy stands, or empty: then there are no QR codes. `progress` is called before each
    step with the share that is done (0 to 1) and words for it. Raises KitError when one output cannot be made.
    """
    pictured = plan.items[:MOST_CARDS]
    steps = 5 + len(pictured)
    done = 0

    def step(words: Text) -> None:
        nonlocal done
        if progress:
            progress(done / steps, str(words))
        done += 1

    step(_("Collecting slides and sources"))
    with _making(README):
        deck = build_deck(catalog, plan, site, today)
    step(_("Making the deck for the browser"))
    files: Files = [(DECK, _stage(deck))]
    step(_("Making the slides for PowerPoint"))
    files.append(_slides(deck))
    step(_("Making the handout"))
    files.append(_handout(deck))
    words: list[str] = []
    for place, item in enumerate(pictured, start=1):
        step(_("Making pictures: {number} of {total}", number=place, total=len(pictured)))
        files += _cards(catalog, place, item, site, today, words)
    step(_("Packing"))
    if words:
        files.append((CARD_WORDS, "\n\n".join(words).encode("utf-8")))
    with _making("data"):
        files += [(f"data/{name}", content) for name, content in data_files(catalog, plan, site, today)]
    files.append((SOURCES, sources_text(deck).encode("utf-8")))
    files.append((file_name(plan, "presentation", "json"), write_file(plan)))
    files += _licenses()
    left_out = len(plan.items) - len(pictured)
    introduction = readme(deck, Contents(tuple(name for name, _content in files), left_out))
    files.insert(0, (README, introduction.encode("utf-8")))
    content = pack(files, today)
    if progress:
        progress(1.0, str(_("Ready")))
    return content


def _stage(deck: Deck) -> bytes:
    from lib.export import stage

    with _making(DECK):
        return stage.html(deck).encode("utf-8")


def _slides(deck: Deck) -> tuple[str, bytes]:
    from lib.export import slides

    name = file_name(deck.plan, "slides", "pptx")
    with _making(name):
        return name, slides.pptx(deck)


def _handout(deck: Deck) -> tuple[str, bytes]:
    from lib.export import handout

    name = file_name(deck.plan, "handout", "pdf")
    with _making(name):
        return name, handout.pdf(deck)


def _cards(catalog: Catalog, place: int, item: Item, site: str, today: date, words: list[str]) -> Files:
    """The two pictures of an item; adds the text to post and the description of the picture to `words`."""
    from lib.export import cards

    stem = f"cards/{file_stem(place, item)}"
    found: Files = []
    with _making(stem):
        slide = cards.card_slide(catalog, item, site, today)
        if slide.kind == "empty":  # nobody posts a picture of nothing
            return []
        for shape in ("wide", "square"):
            found.append((f"{stem}-{shape}.png", cards.png(slide, shape)))
        name = stem.removeprefix("cards/")
        description = str(_("Description of the picture: {words}", words=cards.alt_text(slide)))
        words.append(f"{name}\n{'=' * len(name)}\n{cards.post_text(slide)}\n\n{description}\n")
    return found


def _licenses() -> Files:
    """The license of the fonts, which are inside the deck and the handout, and that of the data."""
    with _making(FONT_LICENSE):
        fonts = font_license().read_bytes()
    with _making(LICENSE):
        return [(FONT_LICENSE, fonts), (LICENSE, (DATA_DIR.parent / LICENSE).read_bytes())]
