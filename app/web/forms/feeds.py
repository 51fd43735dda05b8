"""The form of a subscription: what a calendar link shows."""

from typing import Any

from wtforms import BooleanField

from app.domain.feed import ALARMS, Detail, FeedFacts, FeedKind
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice

KINDS = [
    (FeedKind.MEETINGS.value, "Rounds and meetings"),
    (
        FeedKind.FOLLOW_UPS.value,
        "My follow-ups, as a list of things to do (Thunderbird, Nextcloud; not Outlook or Google)",
    ),
    (FeedKind.SEASONS.value, "The multilateral calendar"),
]
DETAILS = [
    (Detail.FULL.value, "Title, place and link"),
    (Detail.TITLE.value, "The title only"),
    (Detail.BUSY.value, "Only that I am busy"),
]
RINGS = {0: "Not at all", 15: "15 minutes before", 60: "An hour before", 1440: "A day before"}
BACK = [("31", "A month back"), ("183", "Half a year back"), ("366", "A year back")]
AHEAD = [("92", "Three months ahead"), ("366", "A year ahead"), ("731", "Two years ahead")]


class FeedForm(Form):
    """What a feed shows."""

    more = ("region", "dialogue", "detail", "alarm", "back", "ahead")
    name = Line(
        "Name of the calendar",
        limit=120,
        required="Give the calendar a name.",
        description="Programs show it.",
    )
    kind = Choice("What it shows", choices=KINDS)
    partner = Choice("Partner", empty="All that I may know")
    region = Choice("Region", empty="Every region")
    dialogue = Choice("Dialogue", empty="Every dialogue")
    ceiling = MarkingChoice("Up to the marking")
    detail = Choice("How much it says", choices=DETAILS)
    with_cancelled = BooleanField("Show cancelled meetings as cancelled")
    with_follow_ups = BooleanField("Show the days on which my follow-ups are due, as all-day entries")
    alarm = Choice("Ring", choices=[(minutes, RINGS[minutes]) for minutes in ALARMS])
    back = Choice("How far back", choices=BACK)
    ahead = Choice("How far ahead", choices=AHEAD)

    def facts(self) -> FeedFacts:
        """What was said."""
        return FeedFacts(
            name=self.name.data or "",
            ceiling=self.ceiling.data,
            kind=FeedKind(self.kind.data),
            partner_code=self.partner.data or "",
            region=self.region.data or "",
            dialogue_ref=self.dialogue.data or "",
            detail=Detail(self.detail.data),
            with_cancelled=bool(self.with_cancelled.data),
            with_follow_ups=bool(self.with_follow_ups.data),
            alarm_minutes=int(self.alarm.data),
            back_days=int(self.back.data),
            ahead_days=int(self.ahead.data),
        )


def fields_of(facts: FeedFacts) -> dict[str, Any]:
    """What a feed shows as the form's fields."""
    return {
        "name": facts.name,
        "kind": facts.kind.value,
        "partner": facts.partner_code,
        "region": facts.region,
        "dialogue": facts.dialogue_ref,
        "ceiling": facts.ceiling,
        "detail": facts.detail.value,
        "with_cancelled": facts.with_cancelled,
        "with_follow_ups": facts.with_follow_ups,
        "alarm": str(facts.alarm_minutes),
        "back": str(facts.back_days),
        "ahead": str(facts.ahead_days),
    }
