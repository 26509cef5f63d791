"""Words that go with a card: a post to send it with, and what the picture shows for people who do not see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lib.export.card_captions import is_question, title_of
from lib.export.card_layout import layout
from lib.export.card_shapes import SHAPES
from lib.export.slide import Slide
from lib.i18n import Joined, Text, _
from lib.numbers import Number

LONGEST_POST, LONGEST_ALT = 280, 1000


def post_text(slide: Slide) -> str:
    """A suggested post: the finding, who counted it and as of when, the address; at most 280 characters where they allow it.

    Where the finding of an exhibit is too long to say as of when it holds, the exhibit's title stands for it.
    """
    posts = [str(Joined((text, slide.address), "\n")) for text in _posts(slide)]
    return next((post for post in posts if len(post) <= LONGEST_POST), posts[-1])


def _posts(slide: Slide) -> Sequence[Text]:
    """What a post may say, the longest first."""
    source, *ends = slide.source_line.rsplit(" · ", 2)
    if slide.kind == "action":
        all_lines, first = Joined(slide.lines), Joined(slide.lines[:1])
        told = [_("{action}. {lines}", action=slide.heading, lines=lines) for lines in (all_lines, first)]
        return (*told, _("{action}.", action=slide.heading))
    if slide.kind == "empty" or len(ends) < 2:
        return (_("{finding}. {lines}", finding=slide.heading, lines=Joined(slide.lines)),)
    date, confidence = ends
    if slide.figure:
        short = _("{name}: {figure} ({date}, {confidence}).", name=slide.heading, figure=slide.figure, date=date, confidence=confidence)
        return (_("{sentence} {source}.", sentence=slide.alt, source=source), slide.alt, short)
    names = (slide.heading, title_of(slide.caption) or slide.heading)
    dated = [_("{finding} ({date}, {confidence}).", finding=name, date=date, confidence=confidence) for name in names]
    return (_("{finding}. {source}.", finding=slide.heading, source=slide.source_line), *dated)


def alt_text(slide: Slide) -> str:
    """What the card shows in words, for people who do not see it: at most 1000 characters.

    It holds for both shapes: a chart is described only if both draw it, of a table the rows are said that both show.
    """
    whole = next((text for text in _alts(slide) if len(text) <= LONGEST_ALT), None)
    if whole is None:
        *_longer, whole = _alts(slide)
    return whole if len(whole) <= LONGEST_ALT else whole[: LONGEST_ALT - 2].rsplit(" ", 1)[0] + " …"


def _alts(slide: Slide) -> Iterator[str]:
    """Descriptions of the card, the longest first."""
    source = _ended(slide.source_line)
    if slide.kind == "action":
        care = (_("Take care: {text}", text=text) for text in slide.care)
        yield str(Joined((_ended(slide.heading), _ended(slide.caption), *slide.lines, *care, source)))
        return
    if slide.kind not in ("chart", "table"):
        yield str(Joined((_ended(slide.alt or slide.heading), source)))
        return
    cards = [layout(slide, shape) for shape in SHAPES]
    if slide.kind == "chart" and all(card["svg"] for card in cards):
        yield str(Joined((_ended(slide.alt or slide.heading), source)))
        return
    title = title_of(slide.caption)
    rows = min(len(card["tables"][0]["rows"]) if card["tables"] else 0 for card in cards)
    said = (title if is_question(title) else "", _ended(slide.heading))
    for count in range(rows, 0, -1):
        yield str(Joined((*said, *_table(slide, count), source)))
    yield str(Joined((*said, source)))


def _ended(text: str) -> Text:
    """A text as a sentence: with a full stop unless it has its own end."""
    return text if text.endswith((".", "?", "!", "…")) else _("{sentence}.", sentence=text)


def _table(slide: Slide, count: int) -> tuple[Text, ...]:
    """The first rows of the table as sentences."""
    if not slide.table:
        return ()
    rows = (_ended(", ".join(cell.rstrip(".") for cell in row)) for row in slide.table.rows[:count])
    return (
        _("A table begins with these rows ({columns}).", columns=Joined(slide.table.headers, ", ")),
        *(_("{number}: {row}", number=Number(number), row=row) for number, row in enumerate(rows, start=1)),
    )
