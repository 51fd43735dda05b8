"""What a calendar link shows, as its owner wants it; changed later without another link."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.marking import ShownInFeed
from app.domain.schedule import AHEAD_DAYS, BACK_DAYS

ALARMS = (0, 15, 60, 1440)
"""Minutes before an entry begins at which a program may ring; none."""


class FeedKind(StrEnum):
    """Meetings in a calendar; one's own follow-ups as a list of things to do (VTODO, which few programs show); or the
    multilateral calendar, which is public: nothing narrows it.
    """

    MEETINGS = "meetings"
    FOLLOW_UPS = "follow-ups"
    SEASONS = "seasons"


class Detail(StrEnum):
    """The most that a link says of what it shows; the scheme of markings may say less."""

    FULL = "full"
    TITLE = "title"
    BUSY = "busy"


RANKS = (ShownInFeed.ABSENT, ShownInFeed.BUSY, ShownInFeed.TITLE, ShownInFeed.FULL)


@dataclass(frozen=True)
class FeedFacts:
    """A link's name and what it shows. `partner_code`, `region` and `dialogue_ref` narrow it where they are not empty.

    `alarm_minutes` is 0 for none; days are days of the calendar.
    """

    name: str
    ceiling: int
    kind: FeedKind = FeedKind.MEETINGS
    partner_code: str = ""
    region: str = ""
    dialogue_ref: str = ""
    detail: Detail = Detail.FULL
    with_cancelled: bool = True
    with_follow_ups: bool = False
    alarm_minutes: int = 0
    back_days: int = BACK_DAYS
    ahead_days: int = AHEAD_DAYS


def no_more_than(scheme: ShownInFeed, detail: Detail) -> ShownInFeed:
    """How much is shown: the less of what the scheme of markings allows and what the link's owner chose."""
    return min(scheme, ShownInFeed(detail.value), key=RANKS.index)
