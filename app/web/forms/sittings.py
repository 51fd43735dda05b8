"""What the forms about rounds and meetings have in common, and the forms of their steps."""

from collections.abc import Sequence
from typing import Any, ClassVar

from flask import g
from wtforms import BooleanField

from app.domain.errors import RuleBroken
from app.domain.lasting_date import written
from app.domain.meeting import Level, MeetingFormat, Standing
from app.domain.sitting import NOBODY_KNOWS, MoveFacts
from app.domain.stated_date import StatedDate
from app.domain.wall_time import known_zones
from app.web.clashes import Minding
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice, Text, When
from app.web.forms.moment import TimeOfDay


def words(kind: Any) -> list[tuple[str, str]]:
    """An enumeration as choices."""
    return [(member.value, member.value.capitalize()) for member in kind]


class ZoneChoice(Choice):
    """A time zone; left open it is that of the city if it is known, or the office's."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            "Time zone", choices=zones(()), empty="That of the city if it is known, or else ours", **kwargs
        )

    def first(self, near: Sequence[str]) -> None:
        """Offer these zones before all others."""
        self.offer(zones(near))


def zones(near: Sequence[str]) -> list[tuple[str, str]]:
    """The zones to choose from, some of them first, each once."""
    ordered = dict.fromkeys([*(zone for zone in near if zone in known_zones()), *known_zones()])
    return [(zone, zone.replace("_", " ")) for zone in ordered]


class Twice(Choice):
    """Which of two equal times is meant in the night in which the clocks go back."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            "If the clocks show that time twice",
            choices=[("first", "The first, before they go back"), ("second", "The second, after")],
            empty="They do not",
            **kwargs,
        )

    @property
    def second(self) -> bool | None:
        """True for the second, False for the first, None if nothing was chosen."""
        return {"first": False, "second": True}.get(self.data or "")


class Dated(Form):
    """A form with a date that may be on record already."""

    on_record: StatedDate | None = None
    fields_of_rules: ClassVar[dict[str, str]] = {"time": "starts", "date": "when"}
    """Where a rule speaks of a thing for which the form has another name."""

    def show(self, broken: RuleBroken) -> None:
        """Put a broken rule at the field that it is about."""
        super().show(RuleBroken(self.fields_of_rules.get(broken.field, broken.field), broken.message))

    def stated(self) -> StatedDate:
        """The date as typed; one that nobody touched stays as it is, whatever its words would mean today."""
        kept = self.on_record
        if kept is not None and self.when.data == written(kept, g.work.today):
            return kept
        return self.when.stated_date or NOBODY_KNOWS


class SittingForm(Dated):
    """What a round and a meeting have in common."""

    title = Line("Title", limit=300)
    when = When(
        "When",
        description="As it was stated: 3 December 2026, 12–14 May 2026, second quarter of 2026.",
    )
    starts = TimeOfDay("Begins at", description="On the clocks there, for instance 10:00.")
    ends = TimeOfDay("Ends at")
    city = Line("City", limit=120)
    place = Line("Place", limit=300, description="The building, the room.")
    zone = ZoneChoice()
    standing = Choice("Standing", choices=words(Standing))
    format = Choice("Format", choices=words(MeetingFormat))
    marking = MarkingChoice(description="What belongs to it is raised with it.")
    level = Choice("Level", choices=words(Level))
    summary = Text("What happened", description="Three sentences are enough.")
    twice = Twice()
    chatham_house = BooleanField("Chatham House Rule: nobody present is named outside this record")

    def shared(self) -> dict[str, Any]:
        """The facts that both have."""
        return {
            "title": self.title.data or "",
            "when": self.stated(),
            "starts": self.starts.time,
            "ends": self.ends.time,
            "zone": self.zone.data or "",
            "second_time": self.twice.second,
            "standing": Standing(self.standing.data),
            "city": self.city.data or "",
            "place": self.place.data or "",
            "format": MeetingFormat(self.format.data),
            "level": Level(self.level.data),
            "chatham_house": bool(self.chatham_house.data),
            "summary": self.summary.data or "",
            "marking": self.marking.data,
        }


def why() -> Line:
    """The reason for a change, in the forms that change something."""
    return Line("Why it changes", limit=500, description="Needed for a cancellation.")


class MoveForm(Minding, Dated):
    """Another day, time or place."""

    more = ("zone", "twice")
    when = When(
        "When",
        required="Say when it is to be.",
        description="As it was stated: 3 December 2026, 12–14 May 2026, second quarter of 2026.",
    )
    starts = TimeOfDay("Begins at", description="On the clocks there, for instance 10:00.")
    ends = TimeOfDay("Ends at")
    city = Line("City", limit=120)
    place = Line("Place", limit=300)
    standing = Choice("How firm it is", choices=[(s.value, s.value.capitalize()) for s in list(Standing)[:3]])
    because = Line("Why it moves", limit=500)
    zone = ZoneChoice()
    twice = Twice()

    def facts(self) -> MoveFacts:
        """What was said."""
        return MoveFacts(
            when=self.stated(),
            starts=self.starts.time,
            ends=self.ends.time,
            zone=self.zone.data or "",
            second_time=self.twice.second,
            city=self.city.data or "",
            place=self.place.data or "",
            standing=Standing(self.standing.data),
            because=self.because.data or "",
        )


class CancelForm(Form):
    """Why it is called off."""

    because = Text("Why", limit=500, required="Say why it is cancelled.")


class PostponeForm(Form):
    """Why it does not take place on its day, and what was said of another."""

    because = Text("Why", limit=500, required="Say why it is postponed.")
    when = When(
        "What was said of a new date", description="In the words used: “after the summer”, “in 2027”."
    )


def web_address(text: str | None) -> str:
    """An address of the web, or nothing; RuleBroken on `link` for any other."""
    address = (text or "").strip()
    if address and not address.lower().startswith(("https://", "http://")):
        raise RuleBroken("link", "Give an address that begins with https://.")
    return address
