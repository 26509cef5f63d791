"""The board of posts for North Korean human rights: who held them, and when they stood empty."""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.charts.spec import Board, BoardRow, Mark, Segment
from lib.dates import When
from lib.exhibits import Column, Exhibit, exhibit_of
from lib.i18n import LazyText, Listed, Text, _, ngettext
from lib.numbers import Number
from lib.provenance import record_of
from lib.topics.policy import OFFICES, OWN_COUNT, empty_days, posts_known_to, vacancies


def _office_segments(row: Row) -> tuple[Segment, ...]:
    """A term or vacancy to its end, or to the day to which it is known and hatched from there."""
    role = row.text("status")
    name = row.text("name") or _("vacant")
    if row["end"]:
        return (Segment(row.text("start"), row.text("end"), role, row.key, label=name),)
    return (
        Segment(row.text("start"), row.text("as_of"), role, row.key, label=name),
        Segment(row.text("as_of"), "", "unknown", row.key, label=_("nothing known after this date")),
    )


def _empty_words(row: Row) -> Text:
    """How long a vacancy lasted, as closely as its dates say."""
    if row["status"] != "vacant":
        return "–"
    low, high = empty_days(row)
    if high is None:
        return _("at least {days}", days=Number(low))
    return _("{low}–{high}", low=Number(low), high=Number(high)) if low != high else _("{days}", days=Number(low))


def _office_finding(catalog: Catalog, offices: dict[str, LazyText]) -> Text:
    empty = [row for row in vacancies(catalog) if row["role"] in offices]
    parts = tuple(
        _(
            "{office} (since {start}, known to {date}, at least {days} days)",
            office=OFFICES[row.text("role")],
            start=When(row.text("start")),
            date=When(row.text("as_of")),
            days=Number(empty_days(row)[0]),
        )
        for row in empty
    )
    if not parts:
        return _("None of these posts was vacant when last seen")
    return ngettext(
        "{number} of {all} posts was vacant when last seen: {parts}",
        "{number} of {all} posts were vacant when last seen: {parts}",
        len(empty),
        number=Number(len(empty)),
        all=Number(len(offices)),
        parts=Listed(parts),
    )


@exhibit_of("policy.office_board", page="policy")
def office_board(catalog: Catalog) -> Exhibit:
    """Who held the posts for North Korean human rights, and when they stood empty."""
    rows = catalog["office_holders"].rows
    lines = []
    for office, label in OFFICES.items():
        terms = [row for row in rows if row["role"] == office]
        dots = tuple(
            Mark(row.text("start"), row.key, hover=_("{name} takes office", name=row.text("name"))) for row in terms if row["name"]
        )
        lines.append(BoardRow(label, tuple(item for row in terms for item in _office_segments(row)), dots))
    finding = _office_finding(catalog, OFFICES)
    ordered = tuple(sorted(rows, key=lambda row: (list(OFFICES).index(row.text("role")), row.text("start"))))
    status = {"former": _("former"), "vacant": _("vacant"), "in_office": _("in office when last seen")}
    return Exhibit(
        exhibit_id="policy.office_board",
        page="policy",
        title=_("Posts for North Korean human rights"),
        takeaway=finding,
        subtitle=_("terms and vacancies; ◆ a holder takes office; hatched where the post is empty or nothing is known"),
        chart=Board(
            tuple(lines),
            min(row.text("start") for row in rows),
            catalog.last_check,
            (
                ("former", _("held, by someone who has left")),
                ("in_office", _("held, to the day last seen")),
                ("vacant", _("vacant")),
                ("unknown", _("nothing known after this date")),
            ),
            _("posts"),
        ),
        alt=_("A board with one line per post. {finding}.", finding=finding),
        columns=(
            Column("row", _("Row")),
            Column("role", _("Post")),
            Column("name", _("Holder")),
            Column("status", _("State")),
            Column("start", _("Start")),
            Column("end", _("End")),
            Column("as_of", _("Known to")),
            Column("empty_days", _("Days empty")),
        ),
        rows=tuple(
            (
                row.key,
                OFFICES[row.text("role")],
                row.text("name") or _("vacant"),
                status[row.text("status")],
                row.text("start"),
                row.text("end") or _("none known"),
                row.text("as_of") or "–",
                _empty_words(row),
            )
            for row in ordered
        ),
        record=record_of(
            tuple(sorted(rows, key=lambda row: row.text("end") or row.text("as_of"))),
            as_of=posts_known_to(rows),
            counted_by=OWN_COUNT,
            counted=_("Terms of office and vacancies of four posts at the UN, in the United States and in South Korea."),
            not_counted=_("Acting holders and other posts. A term without an end is known only to the date given."),
        ),
        facts=("policy.vacant_posts", "policy.us_envoy_vacant_days", "policy.kr_ambassador_vacant_days"),
    )
