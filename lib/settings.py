"""Where this copy of Inroads lives: the only place for addresses and the time zone.

All values come from the environment and may be unset. Unset means that the dashboard shows a text to copy where a
link would stand, never a dead link.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lib.dates import is_partial_date

VERSION = "0.3.0"
NAME = "Inroads"


@dataclass(frozen=True)
class Settings:
    """Addresses and clock of one deployment."""

    base_url: str = ""
    repository_url: str = ""
    contact: str = ""
    time_zone: str = "UTC"
    fixed_today: str = ""
    pauses: bool = True

    def today(self) -> date:
        """Today's date in the deployment's time zone, or the fixed date given for tests and reproductions."""
        if self.fixed_today:
            return date.fromisoformat(self.fixed_today)
        return datetime.now(ZoneInfo(self.time_zone)).date()


def _https(value: str) -> str:
    return value.rstrip("/") if re.match(r"^https?://[^\s@]+$", value) else ""


def _zone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError):
        return "UTC"


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from `INROADS_BASE_URL`, `_REPOSITORY_URL`, `_CONTACT`, `_TIME_ZONE`, `_TODAY` and `_PAUSES`; bad values count as unset."""
    env = os.environ if environment is None else environment
    today = env.get("INROADS_TODAY", "")
    return Settings(
        base_url=_https(env.get("INROADS_BASE_URL", "")),
        repository_url=_https(env.get("INROADS_REPOSITORY_URL", "")),
        contact=env.get("INROADS_CONTACT", "").strip(),
        time_zone=_zone(env.get("INROADS_TIME_ZONE", "UTC")),
        fixed_today=today if len(today) == 10 and is_partial_date(today) else "",
        pauses=env.get("INROADS_PAUSES", "") != "off",
    )
