"""The form of sixty seconds: with whom, when, who was there, what happened, what follows."""

from datetime import date
from typing import ClassVar

from wtforms import BooleanField, FileField

from app.domain.commitment import OwedBy
from app.domain.errors import RuleBroken
from app.domain.meeting import Level, MeetingFormat, MeetingKind, Standing
from app.domain.sitting import Logged, MeetingFacts
from app.domain.sitting_acts import standing_by_day
from app.domain.stated_date import Precision
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice, Text
from app.web.forms.moment import Moment
from app.web.forms.sittings import Dated, Twice, ZoneChoice, web_address, words


class EventFileForm(Form):
    """A calendar file, or a mail that carries one."""

    keeps_drafts = False
    file = FileField("The invitation", description="A calendar file (.ics), or the mail saved as .eml.")


class LogForm(Dated):
    """One set of fields; the rest is folded away and begins as it was at the last meeting of the series."""

    makes = True
    more = (
        "dialogue", "round", "kind", "standing", "title", "city", "place", "zone", "twice", "format", "level", "ours",
        "commitment", "owed_by", "link", "chatham_house",
    )  # fmt: skip
    fields_of_rules: ClassVar[dict[str, str]] = dict.fromkeys(("time", "date", "starts", "ends"), "when")
    partner = Line("With whom", required="Choose the partner. A name will do, or a dialogue’s.")
    when = Moment("When", required="Say when it was.", description="“yesterday 15:00”, “today”, “3 December”")
    theirs = Line("Who was there", limit=2000, description="“Tanaka, MOFA; Sato, NISC”")
    summary = Text("What happened", limit=20_000, description="Two lines are enough.")
    follow_up = Line("What follows", limit=500, description="“Anna sends the paper by Friday”")
    marking = MarkingChoice()
    dialogue = Choice("Dialogue", empty="None: contacts outside any dialogue")
    round = Choice("Round", empty="Between rounds")
    kind = Choice("Kind", choices=words(MeetingKind))
    standing = Choice(
        "Standing", choices=words(Standing), empty="By its day: held, or planned if it is ahead"
    )
    title = Line("Title", limit=300, description="If left empty: the kind and the partner.")
    city = Line("City", limit=120)
    place = Line("Place", limit=300)
    zone = ZoneChoice()
    twice = Twice()
    format = Choice("Format", choices=words(MeetingFormat))
    level = Choice("Level", choices=words(Level))
    ours = Line("Who was there of ours", limit=2000, description="If left empty: you.")
    commitment = Text("A promise, as it was said", limit=2000)
    owed_by = Choice("Promised by", choices=[("ours", "Us"), ("theirs", "Them"), ("joint", "Both")])
    link = Line("Link to join", limit=500)
    chatham_house = BooleanField("Chatham House Rule: nobody present is named outside this record")

    def logged(self, partner_ref: str, dialogue_ref: str, today: date) -> Logged:
        """What was said, with where it belongs; RuleBroken on `when` where no day is named."""
        return Logged(
            meeting=self.meeting(today),
            partner_ref=partner_ref,
            dialogue_ref=dialogue_ref,
            round_ref=self.round.data or "",
            theirs=self.theirs.data or "",
            ours=self.ours.data or "",
            follow_up=self.follow_up.data or "",
            commitment=self.commitment.data or "",
            owed_by=OwedBy(self.owed_by.data),
        )

    def meeting(self, today: date) -> MeetingFacts:
        """The meeting itself; how it stands is told by its day unless somebody says otherwise."""
        when = self.when.stated_date
        if when is None or when.precision is Precision.NONE:
            raise RuleBroken("when", "Say on which day it was, for instance “yesterday”, or 3 December 2026.")
        chosen = self.standing.data
        return MeetingFacts(
            title=self.title.data or "",
            when=when,
            starts=self.when.time,
            zone=self.zone.data or "",
            second_time=self.twice.second,
            standing=Standing(chosen) if chosen else standing_by_day(when.start, today),
            city=self.city.data or "",
            place=self.place.data or "",
            format=MeetingFormat(self.format.data),
            level=Level(self.level.data),
            chatham_house=bool(self.chatham_house.data),
            summary=self.summary.data or "",
            marking=self.marking.data,
            kind=MeetingKind(self.kind.data),
            link=web_address(self.link.data),
        )
