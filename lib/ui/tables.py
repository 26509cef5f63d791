"""Tables as plain HTML: readable by screen readers, printable, with every cell escaped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from lib.dates import When, is_partial_date
from lib.exhibits import Cell, Column
from lib.i18n import Text, _, language
from lib.numbers import decimal
from lib.ui.escape import tag

_YEARLIKE = ("year", "start_year", "end_year")


def _cell(column: Column, value: Cell, stacked: bool, numeric: bool) -> str:
    unit = f" ({column.unit})" if column.unit else ""
    name = f' data-label="{tag(f"{column.label}{unit}")}"' if stacked else ""
    if value is None or value == "":
        return f'<td class="inr-quiet{" inr-number" if numeric else ""}"{name}>{tag(_("unknown"))}</td>'
    if isinstance(value, bool):
        return f"<td{name}>{tag(_('yes') if value else _('no'))}</td>"
    if isinstance(value, (int, float)):
        words = str(value) if column.name in _YEARLIKE else decimal(value)
        return f'<td class="inr-number"{name}>{tag(words)}</td>'
    if isinstance(value, str) and is_partial_date(value):
        return f"<td{name}>{tag(When(value))}</td>"
    words = f'<span lang="{tag(column.language)}">{tag(value)}</span>' if column.language else tag(value)
    return f"<td{name}>{words}</td>"


def _header(column: Column, numeric: bool) -> str:
    unit = f' <span class="inr-quiet">({tag(column.unit)})</span>' if column.unit else ""
    return f'<th scope="col"{" class=inr-number" if numeric else ""}>{tag(column.label)}{unit}</th>'


@lru_cache(maxsize=256)
def _html(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...], caption: str, stacked: bool, _language: str) -> str:
    def numeric(index: int) -> bool:
        return any(isinstance(row[index], (int, float)) and not isinstance(row[index], bool) for row in rows)

    flags = [numeric(index) for index in range(len(columns))]
    head = "".join(_header(column, flag) for column, flag in zip(columns, flags, strict=True))
    body = "".join(
        f"<tr>{''.join(_cell(column, value, stacked, flag) for column, value, flag in zip(columns, row, flags, strict=True))}</tr>"
        for row in rows
    )
    title = f"<caption>{tag(caption)}</caption>" if caption else ""
    kind = "inr-table inr-stack" if stacked else "inr-table"
    table = f'<table class="{kind}">{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="inr-scroll" tabindex="0" role="region" aria-label="{tag(caption or _("Table"))}">{table}</div>'


def table_html(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], caption: Text = "", *, stacked: bool = False) -> str:
    """A table as escaped HTML in a scrolling frame; empty cells read "unknown".

    `stacked` is for tables of words: on a phone each row becomes a small list of named lines.
    """
    return _html(tuple(columns), tuple(tuple(row) for row in rows), str(caption), stacked, language())
