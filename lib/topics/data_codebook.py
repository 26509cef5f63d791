"""The code book in words: what a column holds and by which rules; what a rhythm means."""

from __future__ import annotations

from lib.exhibits import Column
from lib.i18n import Joined, LazyText, Text, _
from lib.numbers import Number
from lib.schema import Field, Rhythm, TableSchema

TYPES: dict[str, LazyText] = {
    "string": _("text"),
    "integer": _("whole number"),
    "number": _("number"),
    "boolean": _("yes or no"),
    "list": _("list, joined by semicolons"),
}
RHYTHMS: dict[str, LazyText] = {
    "closed": _("closed: no update will come"),
    "irregular": _("irregular: no date can be expected"),
    "yearly": _("yearly"),
    "half_yearly": _("twice a year"),
    "quarterly": _("quarterly"),
    "monthly": _("monthly"),
    "weekly": _("weekly"),
}
COLUMNS = (
    Column("column", _("Column")),
    Column("title", _("Name")),
    Column("meaning", _("Meaning")),
    Column("type", _("Type")),
    Column("unit", _("Unit")),
    Column("rules", _("Rules")),
)
_KEY = "^[a-z0-9]+(-[a-z0-9]+)*$"


def rule_words(schema: TableSchema, field: Field) -> Joined:
    """The rules of a column in words: required, unique, its form, bounds, values, and the table whose keys it holds."""
    limits = field.constraints
    parts: list[Text] = []
    if limits.get("required"):
        parts.append(_("required"))
    if limits.get("unique"):
        parts.append(_("unique"))
    if field.holds_dates:
        parts.append(_("date, month or year"))
    elif limits.get("pattern") == _KEY:
        parts.append(_("lower-case words joined by hyphens"))
    elif limits.get("pattern"):
        parts.append(_("matches {pattern}", pattern=limits["pattern"]))
    if "minimum" in limits:
        parts.append(_("at least {number}", number=Number(limits["minimum"])))
    if "maximum" in limits:
        parts.append(_("at most {number}", number=Number(limits["maximum"])))
    if "enum" in limits:
        parts.append(_("one of: {values}", values=", ".join(map(str, limits["enum"]))))
    targets = [target for column, target, _column in schema.foreign_keys if column == field.name]
    targets += [field.references[0]] if field.references else []
    parts += [_("keys of {table}", table=target) for target in targets]
    return Joined(tuple(parts), separator="; ")


def rhythm_words(rhythm: Rhythm) -> Text:
    """A rhythm in words, with the days after which an update is due and then late."""
    kind = RHYTHMS.get(rhythm.kind, rhythm.kind)
    if not rhythm.days:
        return kind
    return _(
        "{kind}: due {days} days after the newest row, stale {leeway} days later",
        kind=kind,
        days=Number(rhythm.days),
        leeway=Number(rhythm.leeway_days or 0),
    )


def code_book(schema: TableSchema) -> tuple[tuple[str, ...], ...]:
    """One row of words per column of a table, in the order of `COLUMNS`."""
    return tuple(
        (
            field.name,
            field.title,
            field.description,
            str(TYPES[field.type]),
            field.unit,
            str(rule_words(schema, field)),
        )
        for field in schema.fields
    )
