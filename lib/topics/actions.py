"""What one person can do: each action with the facts it rests on, the finder, and how many there are. Table: `actions`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from lib.catalog import Catalog, Row
from lib.exhibits import fact_of
from lib.fact_texts import expand_facts, facts_named
from lib.i18n import Joined, LazyText, Text, _
from lib.matching import holds, normalise
from lib.numbers import Number, Quantity
from lib.provenance import Confidence, Fact, record_of
from lib.topics.steps import STEP, Step

EFFORT: dict[str, LazyText] = {"minutes": _("A few minutes"), "hours": _("A few hours"), "ongoing": _("A standing commitment")}
COST: dict[str, LazyText] = {"free": _("Free"), "donation": _("A gift of money"), "varies": _("Cost varies")}
AUDIENCE: dict[str, LazyText] = {
    "anyone": _("Anyone"),
    "students": _("Students"),
    "teachers": _("Teachers"),
    "professionals": _("Professionals"),
    "faith_groups": _("Faith groups"),
    "policy": _("People in policy"),
}
REGION: dict[str, LazyText] = {
    "global": _("Anywhere"),
    "online": _("Online"),
    "united_states": _("United States"),
    "canada": _("Canada"),
    "united_kingdom": _("United Kingdom"),
    "south_korea": _("South Korea"),
    "japan": _("Japan"),
}

_DRIVES = ("information.drives_donated", "information.video_cohort_2016_2020")

# Facts that single actions rest on, where the step's own facts say less.
_OWN_FACTS: dict[str, tuple[str, ...]] = {
    "crossing-borders-monthly": ("returns.since_2020",),
    "nkhr-rescue-gift": ("returns.since_2020",),
    "ngo-emergency-fund": ("information.hours_change",),
    "mail-usb-drives": _DRIVES,
    "buy-drives": _DRIVES,
    "school-drive-collection": _DRIVES,
    "read-share-dailynk": ("costs.rice_price",),
    "lawful-information": ("policy.in_force",),
    "follow-un-rapporteur": ("policy.ga_latest", "policy.hrc_latest"),
    "submit-information-un": ("returns.since_2020",),
    "track-seoul-policy": ("information.hours_change",),
    "canada-sponsor": ("elsewhere.unhcr_world_refugees",),
    "skip-state-tour": ("presence.tourists_russian",),
    "visit-seoul-instead": ("arrivals.cumulative",),
    "link-english-program": ("arrivals.age_20s_30s_share",),
    "tutor-pscore": ("arrivals.age_20s_30s_share",),
    "empower-house": ("elsewhere.us_total",),
    "scholarship-gift": ("elsewhere.us_total",),
    "new-malden-support": ("elsewhere.unhcr_world_refugees",),
    "check-before-you-give": ("organizations.unknown",),
    "us-reauthorize-nkhra": ("elsewhere.us_total", "policy.vacant_posts"),
    "ask-broadcast-funding": ("information.hours_before", "information.hours_after"),
    "press-china-refoulement": ("returns.since_2020", "returns.latest_known"),
    "uk-mp-group": ("elsewhere.unhcr_world_refugees",),
}


@dataclass(frozen=True, eq=False)
class Action:
    """One thing an advocate can do. Texts are filled with live facts; `facts` are the ids it rests on, `traced` all it names.

    Compared by identity, so that lists of actions can key a cache.
    """

    row: Row
    step: Step
    summary: str | Joined
    why: tuple[Text | Joined, ...]
    care: tuple[str | Joined, ...]
    facts: tuple[str, ...]
    traced: tuple[str, ...]

    @property
    def action_id(self) -> str:
        """The stable key of the action."""
        return self.row.key

    @property
    def title(self) -> str:
        """The action in a few words."""
        return self.row.text("title")


def _action(catalog: Catalog, row: Row) -> Action:
    step = STEP[row.text("step")]
    texts = {name: row.text(name) for name in ("summary", "why", "caution", "caveat")}
    named = {name: facts_named(text) for name, text in texts.items()}
    facts = tuple(dict.fromkeys((*named["summary"], *named["why"], *_OWN_FACTS.get(row.key, step.facts))))
    return Action(
        row=row,
        step=step,
        summary=expand_facts(catalog, texts["summary"]),
        why=(expand_facts(catalog, texts["why"]),) if texts["why"] else (step.why,),
        care=tuple(expand_facts(catalog, texts[name]) for name in ("caution", "caveat") if texts[name]),
        facts=facts,
        traced=tuple(dict.fromkeys((*facts, *named["caution"], *named["caveat"]))),
    )


@lru_cache(maxsize=4)
def actions(catalog: Catalog) -> tuple[Action, ...]:
    """All actions, in the order of the steps and, within a step, of the table."""
    order = list(STEP)
    return tuple(_action(catalog, row) for row in sorted(catalog["actions"], key=lambda row: order.index(row.text("step"))))


def fits(action: Action, effort: str = "any", cost: str = "any", audience: str = "any", region: str = "any", step: str = "any") -> bool:
    """Whether an action suits a choice; "any" leaves it open.

    An action for anyone suits every audience; one that works anywhere or online suits every country.
    """
    row = action.row
    return (
        step in ("any", row["step"])
        and effort in ("any", row["effort"])
        and cost in ("any", row["cost"])
        and (audience == "any" or row["audience"] in ("anyone", audience))
        and (region == "any" or row["region"] == region or (region != "online" and row["region"] in ("global", "online")))
    )


def _words(catalog: Catalog, action: Action) -> str:
    """What a search looks at: the texts of an action and the names of the organizations it rests on."""
    named = (catalog["organizations"].row(key).text("name") for key in action.row.items_of("org_ids"))
    return " ".join((action.title, *(str(text) for text in (action.summary, *action.why, *action.care)), *named))


def find(catalog: Catalog, q: str = "", **choice: str) -> tuple[Action, ...]:
    """The actions that suit a choice (see `fits`) and hold every word of `q`, those with all words in the title first."""
    wanted = normalise(q)
    found = tuple(
        action for action in actions(catalog) if fits(action, **choice) and (not wanted or holds(_words(catalog, action), wanted))
    )
    return tuple(sorted(found, key=lambda action: not holds(action.title, wanted))) if wanted else found


def first_of(catalog: Catalog, step: str) -> Action:
    """The easiest way to begin a step: open to most people, quickest, cheapest."""

    def ease(action: Action) -> tuple[bool, int, int]:
        row = action.row
        return (
            row["region"] not in ("global", "online"),
            list(EFFORT).index(row.text("effort")),
            list(COST).index(row.text("cost")),
        )

    return min(find(catalog, step=step), key=ease)


def _count(catalog: Catalog, fact_id: str, label: Text, counted: Text, test: Callable[[Row], bool] = lambda _row: True) -> Fact:
    table = catalog["actions"]
    rows = table.where(test)
    record = record_of(
        rows,
        as_of=str(table.schema.inroads["last_check"]),
        counted_by=_("Inroads, from published sources"),
        counted=counted,
        not_counted=_("Everything else that helps: only what a source describes is listed, and no way into or out of North Korea."),
        confidence=Confidence.REPORTED,
        extra_caveats=(_("Actions come from pages of different dates: check with whoever offers it whether an offer still stands."),),
        with_row_caveats=False,
    )
    context = "" if len(rows) == len(table) else _("of {total} listed", total=Number(len(table)))
    return Fact(fact_id, label, Quantity(value=len(rows), unit="actions"), record, context=context)


@fact_of("actions.listed")
def listed(catalog: Catalog) -> Fact:
    """How many actions are listed."""
    return _count(catalog, "actions.listed", _("Things you can do"), _("Things one person can do, each described by at least one source."))


@fact_of("actions.free")
def free(catalog: Catalog) -> Fact:
    """How many actions cost nothing."""
    return _count(
        catalog, "actions.free", _("Actions that cost nothing"), _("Listed actions that cost no money."), lambda row: row["cost"] == "free"
    )


@fact_of("actions.minutes")
def minutes(catalog: Catalog) -> Fact:
    """How many actions take minutes."""
    return _count(
        catalog,
        "actions.minutes",
        _("Actions that take minutes"),
        _("Listed actions that take a few minutes."),
        lambda row: row["effort"] == "minutes",
    )
