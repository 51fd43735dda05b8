"""Forms about rounds and meetings: planned, revised, and logged in a minute."""

from typing import Any

from wtforms import BooleanField

from app.domain.errors import RuleBroken
from app.domain.meeting import Level, MeetingFormat, MeetingKind, Standing
from app.domain.sitting import NOBODY_KNOWS, Logged, MeetingFacts, RoundFacts
from app.domain.stated_date import Precision
from app.domain.wall_time import known_zones
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice, Number, Text, When
from app.web.forms.moment import Moment, TimeOfDay


def words(kind: Any) -> list[tuple[str, str]]:
    """An enumeration as choices."""
    return [(member.value, member.value.capitalize()) for member in kind]


ZONES = [(zone, zone.replace("_", " ")) for zone in known_zones()]


class SittingForm(Form):
    """What a round and a meeting have in common."""

    title = Line("Title", limit=300, required="Give it a title.")
    when = When(
        "When",
        description="To the day, or as it was stated: 3 December 2026, 12–14 May 2026, second quarter of 2026.",
    )
    starts = TimeOfDay("Begins at", description="Time on the clock there, for instance 10:00.")
    ends = TimeOfDay("Ends at")
    zone = Choice("Time zone", choices=ZONES, empty="The office’s time zone")
    standing = Choice("Standing", choices=words(Standing))
    city = Line("City", limit=120)
    place = Line("Place", limit=300)
    format = Choice("Format", choices=words(MeetingFormat))
    level = Choice("Level", choices=words(Level))
    marking = MarkingChoice()
    summary = Text("Summary", description="In three sentences.")
    chatham_house = BooleanField("Chatham House Rule: nobody present is named outside this record")
    because = Line("Why it changes", limit=500, description="Needed for a cancellation.")

    def shared(self) -> dict[str, Any]:
        """The facts that both have."""
        return {
            "title": self.title.data or "",
            "when": self.when.stated_date or NOBODY_KNOWS,
            "starts": self.starts.time,
            "ends": self.ends.time,
            "zone": self.zone.data or "",
            "standing": Standing(self.standing.data),
            "city": self.city.data or "",
            "place": self.place.data or "",
            "format": MeetingFormat(self.format.data),
            "level": Level(self.level.data),
            "chatham_house": bool(self.chatham_house.data),
            "summary": self.summary.data or "",
            "because": self.because.data or "",
            "marking": self.marking.data,
        }


class RoundForm(SittingForm):
    """One edition of a dialogue."""

    more = ("level", "chatham_house", "summary", "next_round_stated", "note", "because")
    number = Number(
        "Number", lowest=1, highest=9999, description="As the sides count; leave it out if they do not."
    )
    next_round_stated = Line("What was said of the next round", limit=300)
    note = Text("Note", limit=20_000)

    def facts(self) -> RoundFacts:
        """What was said."""
        return RoundFacts(
            **self.shared(),
            number=self.number.data,
            next_round_stated=self.next_round_stated.data or "",
            note=self.note.data or "",
        )


class PlanRoundForm(RoundForm):
    """A new round, begun from the last one."""

    copy_agenda = BooleanField("Begin with the agenda of the last round")
    copy_delegations = BooleanField("Begin with the delegations of the last round")


class MeetingForm(SittingForm):
    """One sitting."""

    more = ("level", "chatham_house", "link", "because")
    kind = Choice("Kind", choices=words(MeetingKind))
    link = Line("Link to join", limit=500)

    def facts(self) -> MeetingFacts:
        """What was said."""
        return MeetingFacts(
            **self.shared(), kind=MeetingKind(self.kind.data), link=web_address(self.link.data)
        )


def web_address(text: str | None) -> str:
    """An address of the web, or nothing; RuleBroken on `link` for any other."""
    address = (text or "").strip()
    if address and not address.lower().startswith(("https://", "http://")):
        raise RuleBroken("link", "Give an address that begins with https://.")
    return address


class LogForm(Form):
    """The sixty seconds: with whom, when, who was there, what happened, what follows."""

    more = (
        "title", "dialogue", "round", "kind", "standing", "ours", "commitment", "owed_by", "city", "place", "zone",
        "format", "level", "link", "chatham_house",
    )  # fmt: skip
    partner = Choice("With whom", empty="Choose the partner")
    when = Moment(
        "When",
        required="Say when it was.",
        description="For instance “yesterday 15:00”, “today”, “3 December”.",
    )
    theirs = Line("Who was there", limit=2000, description="For instance “Tanaka, MOFA; Sato, NISC”.")
    summary = Text("What happened", limit=20_000, description="Two lines are enough.")
    follow_up = Line("What follows", limit=500, description="For instance “Anna sends the paper by Friday”.")
    marking = MarkingChoice()
    title = Line("Title", limit=300, description="If left empty: the kind and the partner.")
    dialogue = Choice("Dialogue", empty="None: contacts outside any dialogue")
    round = Choice("Round", empty="Between rounds")
    kind = Choice("Kind", choices=words(MeetingKind))
    standing = Choice("Standing", choices=words(Standing))
    ours = Line("Who was there of ours", limit=2000, description="If left empty: you.")
    commitment = Line("A promise in its own words", limit=2000)
    owed_by = Choice("Promised by", choices=[("ours", "Us"), ("theirs", "Them"), ("joint", "Both")])
    city = Line("City", limit=120)
    place = Line("Place", limit=300)
    zone = Choice("Time zone", choices=ZONES, empty="The office’s time zone")
    format = Choice("Format", choices=words(MeetingFormat))
    level = Choice("Level", choices=words(Level))
    link = Line("Link to join", limit=500)
    chatham_house = BooleanField("Chatham House Rule: nobody present is named outside this record")

    def facts(self, partner_name: str) -> Logged:
        """What was said; without a title the meeting is called after its kind and partner."""
        kind = MeetingKind(self.kind.data)
        if self.when.stated_date is None or self.when.stated_date.precision is Precision.NONE:
            raise RuleBroken("when", "Say on which day it was, for instance “yesterday”, or 3 December 2026.")
        meeting = MeetingFacts(
            title=self.title.data or f"{kind.value.capitalize()} with {partner_name}",
            when=self.when.stated_date,
            starts=self.when.time,
            zone=self.zone.data or "",
            standing=Standing(self.standing.data),
            city=self.city.data or "",
            place=self.place.data or "",
            format=MeetingFormat(self.format.data),
            level=Level(self.level.data),
            chatham_house=bool(self.chatham_house.data),
            summary=self.summary.data or "",
            marking=self.marking.data,
            kind=kind,
            link=web_address(self.link.data),
        )
        return Logged(
            meeting=meeting,
            partner_ref=self.partner.data,
            dialogue_ref=self.dialogue.data or "",
            round_ref=self.round.data or "",
            theirs=self.theirs.data or "",
            ours=self.ours.data or "",
            follow_up=self.follow_up.data or "",
            commitment=self.commitment.data or "",
            owed_by=self.owed_by.data,
        )
