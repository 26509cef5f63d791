"""The steps an advocate can take, in the order in which the panel shows them, each with the facts it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from lib.i18n import LazyText, _


@dataclass(frozen=True)
class Step:
    """A kind of action: words, icon, one sentence on what it is, one on why it helps, and the facts it rests on."""

    key: str
    name: LazyText
    icon: str
    what: LazyText
    why: LazyText
    facts: tuple[str, ...]


STEPS: tuple[Step, ...] = (
    Step(
        "fund_rescue",
        _("Fund rescues"),
        ":material/volunteer_activism:",
        _("Pay for a passage to safety, or for the groups that make it possible."),
        _("Few people get out, and those who wait in China can be sent back."),
        ("costs.link_stated_2019", "rescues.link_latest_year"),
    ),
    Step(
        "information_inflow",
        _("Support information inflow"),
        ":material/cell_tower:",
        _("Help stations and groups that bring outside news, films and books to people in North Korea."),
        _("Most hours of outside radio stopped in one year; the private stations that are left depend on gifts."),
        ("information.hours_before", "information.hours_after"),
    ),
    Step(
        "policy",
        _("Stay informed on policy"),
        ":material/gavel:",
        _("Follow what the United Nations, Seoul, Washington and others decide, and ask about it."),
        _("Decisions on funding, protection and returns are made by people who answer to questions."),
        ("policy.in_force", "policy.vacant_posts"),
    ),
    Step(
        "ethical_travel",
        _("Travel ethically"),
        ":material/luggage:",
        _("Know the rules and both sides of the argument before anyone goes, and see what else the money could do."),
        _("Tours are a legal way in which foreign money reaches the state."),
        ("presence.tourists_russian",),
    ),
    Step(
        "volunteer",
        _("Volunteer"),
        ":material/handshake:",
        _("Give time: tutoring, translation, help for people who start again in a new country."),
        _("Arrival is not the end of the way: people learn, look for work and settle in a new country."),
        ("arrivals.cumulative",),
    ),
    Step(
        "speak",
        _("Speak"),
        ":material/record_voice_over:",
        _("Host a speaker, recommend a documented story, and talk about people."),
        _("People who left can tell what no report can; most of those who reached South Korea are women."),
        ("arrivals.cumulative_women_share",),
    ),
    Step(
        "learn",
        _("Learn"),
        ":material/menu_book:",
        _("Read one good overview, look into an archive, and check a group before giving."),
        _("Whoever knows what is counted, and what is not, is harder to mislead."),
        ("returns.since_2020",),
    ),
    Step(
        "contact_representative",
        _("Write to a representative"),
        ":material/mail:",
        _("Ask the people who decide on laws, budgets and foreign policy."),
        _("Broadcasts, grants and protection from forced return are decided by governments."),
        ("returns.since_2020",),
    ),
    Step(
        "attend_event",
        _("Attend an event"),
        ":material/event:",
        _("Go to a hearing, a talk or a vigil, in person or online."),
        _("Being there shows organizers and officials that people care."),
        ("returns.since_2020",),
    ),
)
STEP: dict[str, Step] = {step.key: step for step in STEPS}
