"""Outside information: who carries it into North Korea, what was cut, what stations and campaigns say of themselves.

Words and selections of rows of the tables `efforts`, `transmission_hours` and `surveys`, shared by the facts, charts and
tables on information.
"""

from __future__ import annotations

from lib.catalog import Catalog, Row
from lib.dates import When, first_day
from lib.i18n import LazyText, _
from lib.numbers import Year
from lib.status import too_old

CHANNELS: dict[str, LazyText] = {
    "shortwave_radio": _("shortwave radio"),
    "medium_wave_radio": _("medium-wave radio"),
    "fm_radio": _("FM radio"),
    "terrestrial_tv": _("television"),
    "loudspeakers": _("loudspeakers"),
    "usb_sd": _("USB drives and memory cards"),
    "balloons": _("balloons"),
    "print": _("printed matter"),
    "web_app": _("website and app"),
    "remittance_contacts": _("family calls"),
}

# How the recorded status is grouped for "what runs, what ended"; the age of the evidence is said in words, not here.
RUNS: dict[str, frozenset[str]] = {
    "running": frozenset({"active", "restarted_small", "disputed"}),
    "ended": frozenset({"ended", "suspended"}),
    "unknown": frozenset({"unknown"}),
}

RUN_WORDS: dict[str, LazyText] = {
    "running": _("Running, restarted or disputed"),
    "ended": _("Ended or suspended"),
    "unknown": _("Nothing recent known"),
}

BOARD_START = "2003"

HOURS_COUNTED = _(
    "Hours of transmission a day by all foreign radio aimed at North Korea. Stations are added together and so are parallel "
    "frequencies: one program sent on three frequencies for one hour counts as three hours."
)
HOURS_NOT_COUNTED = _(
    "Hours of different programs, hours that people could hear, and jamming. North Korean stations are not counted either."
)
HOURS_COUNTER = _("38 North")
COHORT_COUNTED = _(
    "The share of people who left North Korea in those years and said in interviews in South Korea that they had watched foreign video there."
)
COHORT_NOT_COUNTED = _("People still in North Korea, and how often or what they watched. Each group has a base of its own.")
OWN_COUNT = _("Inroads, from published sources")


def group_of(row: Row) -> str:
    """The group of `RUNS` that an effort belongs to."""
    return next(name for name, statuses in RUNS.items() if row["status"] in statuses)


def efforts_in(catalog: Catalog, channel: tuple[str, ...] = (), runs: str = "all") -> tuple[Row, ...]:
    """Efforts of the given channels and group, in the order of `RUNS`, then by channel and start (unknown starts last)."""
    groups, channels = list(RUNS), list(CHANNELS)
    rows = catalog["efforts"].where(
        lambda row: (not channel or row["channel"] in channel) and (runs == "all" or group_of(row) == runs),
    )
    return tuple(
        sorted(
            rows, key=lambda row: (groups.index(group_of(row)), channels.index(row.text("channel")), row.text("started") or "9", row.key)
        )
    )


def hours_rows(catalog: Catalog) -> tuple[Row, Row]:
    """The first and the last count of transmission hours by all foreign radio: before and after the cuts of 2025."""
    rows = catalog["transmission_hours"].where(
        lambda row: row["daily_hours"] is not None, scope="all_foreign", measure="transmission_hours"
    )
    return rows[0], rows[-1]


def later_estimate(catalog: Catalog) -> Row:
    """The later estimate that gives a change in percent and no hours."""
    return catalog["transmission_hours"].where(lambda row: row["change_pct"] is not None, scope="all_foreign")[-1]


def counted_when(row: Row) -> LazyText:
    """When a count was made: on a day, or "earlier in 2025" where the source gives only that."""
    when = row.text("date")
    return _("earlier in {year}", year=Year(int(when))) if len(when) == 4 else _("on {date}", date=When(when))


def cohort_rows(catalog: Catalog) -> tuple[Row, ...]:
    """Shares who had watched foreign video, by years of leaving: one survey, oldest group first."""
    rows = catalog["surveys"].where(
        lambda row: row["cohort_end"] is not None and row.text("survey").startswith("Economy and society report"),
        metric="watched_foreign_video",
    )
    return tuple(sorted(rows, key=lambda row: row.known("cohort_end")))


def cohort_words(row: Row) -> LazyText:
    """The years of leaving of a group: "before 2000" or "2016–2020"."""
    end = Year(int(row.known("cohort_end")))
    start = row.number("cohort_start")
    return _("{start}–{end}", start=Year(int(start)), end=end) if start else _("before {year}", year=end)


def seen_active(catalog: Catalog) -> tuple[Row, ...]:
    """Efforts recorded as active whose evidence was at most 18 months old at the last check of the data."""
    checked = first_day(catalog.last_check)
    rows = catalog["efforts"].where(
        lambda row: bool(row["status_as_of"]) and not too_old(row.text("status_as_of"), checked), status="active"
    )
    return tuple(sorted(rows, key=lambda row: row.text("status_as_of")))


def stopped_rows(catalog: Catalog) -> tuple[Row, ...]:
    """Efforts that ended or were suspended, latest end first; those whose day of ending is unknown stand at their last date."""
    rows = catalog["efforts"].where(lambda row: group_of(row) == "ended")
    return tuple(sorted(rows, key=lambda row: (row.text("ended") or row.text("status_as_of"), row.key), reverse=True))
