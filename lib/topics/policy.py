"""Decisions on North Korean human rights: their states in words.

Tables: `instruments`, `votes_unga`, `votes_hrc`, `office_holders`. Facts stand in `policy_facts` and `policy_state_facts`,
charts in `policy_charts` and `policy_posts`, tables in `policy_log`, `policy_tables` and `policy_calendar`.
"""

from __future__ import annotations

from datetime import date

from lib.catalog import Catalog, Row
from lib.dates import When, first_day, last_day
from lib.i18n import LazyText, _
from lib.numbers import Number
from lib.provenance import Confidence

JURISDICTIONS: dict[str, LazyText] = {
    "UN": _("United Nations"),
    "US": _("United States"),
    "KR": _("South Korea"),
    "CN": _("China"),
    "EU": _("European Union"),
    "JP": _("Japan"),
    "GB": _("United Kingdom"),
    "CA": _("Canada"),
    "KP": _("North Korea"),
    "other": _("others"),
}

KINDS: dict[str, LazyText] = {
    "resolution": _("resolution"),
    "law": _("law"),
    "bill": _("bill"),
    "policy_change": _("change of policy"),
    "sanction": _("sanction"),
    "court_ruling": _("court ruling"),
    "court_step": _("step in court"),
    "report": _("report"),
    "statement": _("statement"),
    "meeting": _("meeting"),
    "appointment": _("appointment"),
    "agreement": _("agreement"),
}

OFFICES: dict[str, LazyText] = {
    "un_special_rapporteur": _("UN Special Rapporteur"),
    "ohchr_seoul_head": _("UN office in Seoul, head"),
    "us_special_envoy": _("US special envoy"),
    "kr_ambassador_nkhr": _("South Korean ambassador"),
}

# Groups of states for filters and for "state today"; keys stand in addresses.
STATES: dict[str, LazyText] = {
    "in_force": _("in force"),
    "pending": _("pending"),
    "vacant": _("vacant"),
    "lapsed": _("authorization lapsed"),
    "unknown": _("unknown or disputed"),
    "over": _("over: ended, replaced, struck down or not passed"),
    "taken": _("taken: adopted, published or done"),
}

_GROUP_OF = {
    "in_force": "in_force",
    "introduced": "pending",
    "announced": "pending",
    "under_appeal": "pending",
    "vacant": "vacant",
    "authorization_lapsed": "lapsed",
    "unknown": "unknown",
    "unknown_after": "unknown",
    "disputed": "unknown",
    "adopted": "taken",
    "enacted": "taken",
    "done": "taken",
    "published": "taken",
}

_PLAIN: dict[str, LazyText] = {
    "in_force": _("in force"),
    "adopted": _("adopted"),
    "enacted": _("enacted"),
    "done": _("done"),
    "published": _("published"),
    "introduced": _("introduced"),
    "announced": _("announced"),
    "vacant": _("vacant"),
    "ended": _("ended"),
    "superseded": _("replaced by a later decision"),
    "expired": _("expired"),
    "authorization_lapsed": _("authorization lapsed, not the whole act"),
    "died": _("did not become law"),
    "struck_down": _("struck down"),
    "under_appeal": _("under appeal"),
    "disputed": _("disputed"),
    "unknown_after": _("unknown"),
    "unknown": _("unknown"),
}

ACT_ROW = "us-nkhra-2004"
LAPSE_ROW = "us-nkhra-lapse-2022"
OWN_COUNT = _("Inroads, from published sources")


_MAY_RUN_OUT = frozenset({"in_force", "introduced", "announced"})


def state_of(row: Row, today: date) -> str:
    """The recorded status, but "unknown_after" for a rule whose known end has passed: past its end nobody can say."""
    status, until = row.text("status"), row.text("known_until") if "known_until" in row else ""
    return "unknown_after" if status in _MAY_RUN_OUT and until and last_day(until) < today else status


def group_of(row: Row, today: date) -> str:
    """The group of `STATES` that a decision belongs to on a day."""
    return _GROUP_OF.get(state_of(row, today), "over")


def state_words(row: Row, checked: str) -> LazyText:
    """The state of a decision in words with its date, on the day `checked` (ISO date)."""
    status = state_of(row, first_day(checked))
    until = row.text("known_until") if "known_until" in row else ""
    as_of = row.text("status_as_of")
    if status == "unknown_after" and until:
        return _("known to {date}", date=When(until))
    if status == "authorization_lapsed" and until:
        return _("authorization lapsed on {date}, not the whole act", date=When(until))
    if status == "in_force" and until:
        return _("in force, known to {date}", date=When(until))
    if status in ("adopted", "enacted", "done", "published", "superseded", "died", "struck_down", "ended", "expired") or not as_of:
        return _PLAIN[status]
    if status == "unknown":
        return _("unknown: nothing known after {date}", date=When(as_of))
    if status == "introduced":
        return _("introduced; no later step known, as of {date}", date=When(as_of))
    return _("{state}, as of {date}", state=_PLAIN[status], date=When(as_of))


def vacancies(catalog: Catalog) -> tuple[Row, ...]:
    """Posts that are vacant as far as is known, by the day to which that is known."""
    rows = catalog["office_holders"].where(status="vacant", end=None)
    return tuple(sorted(rows, key=lambda row: row.text("as_of")))


def posts_known_to(rows: tuple[Row, ...]) -> str:
    """The day to which all posts of these rows are known: the oldest of the newest dates of each post (partial ISO date)."""
    known: dict[str, str] = {}
    for row in rows:
        seen = row.text("end") or row.text("as_of")
        known[row.text("role")] = max(known.get(row.text("role"), seen), seen, key=last_day)
    return min(known.values(), key=last_day)


def empty_days(row: Row) -> tuple[int, int | None]:
    """The least and the most days of a vacancy that its partial dates allow; no most where no end is known."""
    start = row.text("start")
    least = (first_day(row.text("end") or row.text("as_of")) - last_day(start)).days
    return max(0, least), (last_day(row.text("end")) - first_day(start)).days if row["end"] else None


def newest_on_act(catalog: Catalog) -> Row:
    """The newest decision on the US act whose state can change: the last sign of whether it was authorized again."""
    rows = catalog["instruments"].where(lambda row: row.key.startswith("us-") and row["kind"] == "bill" and bool(row["status_as_of"]))
    return max(rows, key=lambda row: last_day(row.text("status_as_of")), default=catalog["instruments"].row(ACT_ROW))


def days_since(catalog: Catalog, today: date) -> int:
    """Days since the authorization of the US North Korean Human Rights Act lapsed."""
    return (today - first_day(catalog["instruments"].row(LAPSE_ROW).text("date"))).days


def lapse_sentence(catalog: Catalog, today: date) -> LazyText:
    """How long the authorization of the US act has been lapsed, as one sentence."""
    row = catalog["instruments"].row(LAPSE_ROW)
    return _(
        "The authorization of the US North Korean Human Rights Act lapsed on {date}, {days} days ago, counted to {today}; the rest of the act remains law.",
        date=When(row.text("date")),
        today=When(today.isoformat()),
        days=Number(days_since(catalog, today)),
    )


def list_confidence(rows: tuple[Row, ...]) -> Confidence:
    """The confidence of a list in which every row says its own: verified only if all are."""
    return Confidence.VERIFIED if all(row["confidence"] == Confidence.VERIFIED for row in rows) else Confidence.REPORTED


def consensus_run(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The unbroken run of adoptions without a vote that ends with the latest known one."""
    run: list[Row] = []
    for row in sorted((row for row in rows if row["adopted_by"] != "unknown"), key=lambda row: row.known("year"), reverse=True):
        if row["adopted_by"] != "consensus":
            break
        run.append(row)
    return tuple(reversed(run))
