"""The form of the planner, which asks and changes nothing; busy times, and days off that the house keeps."""

from datetime import date, time, timedelta
from typing import Any

from flask import g, request
from wtforms import FileField
from wtforms import Form as AskingForm

from app.domain.calendar_address import LONGEST
from app.domain.errors import RuleBroken
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Choices, Line, Number, When
from app.web.forms.moment import TimeOfDay

USUAL_OPENS, USUAL_CLOSES = time(9), time(18)
TWO_WEEKS = timedelta(days=13)


class PlannerForm(AskingForm):
    """With whom, who of us, when about, how long; what is left out is usual."""

    more = ("opens", "closes", "their_opens", "their_closes")
    partner = Choice("With whom")
    officers = Choices("Who of us is to be there")
    begins = When("From", required="Give the first day, such as 7 December 2026.")
    until = When("Until", required="Give the last day, such as 18 December 2026.")
    minutes = Number("How long, in minutes", lowest=15, highest=720)
    opens = TimeOfDay("Our day begins")
    closes = TimeOfDay("Our day ends")
    their_opens = TimeOfDay("Their day begins")
    their_closes = TimeOfDay("Their day ends")

    def __init__(self) -> None:
        """Filled from the address, or as is usual: the next two weeks, an hour, nine to six."""
        first = g.work.today + timedelta(days=1)
        usual = {
            "begins": said(first), "until": said(first + TWO_WEEKS), "minutes": 60,
            "opens": USUAL_OPENS, "closes": USUAL_CLOSES, "their_opens": USUAL_OPENS, "their_closes": USUAL_CLOSES,
        }  # fmt: skip
        self.asked = bool(request.args.get("partner"))
        super().__init__(formdata=request.args if self.asked else None, data=usual)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day; RuleBroken on `begins` or `until` for what is no day."""
        found = []
        for name in ("begins", "until"):
            stated = self._fields[name].stated_date
            if stated is None or stated.start is None or stated.end is None:
                raise RuleBroken(name, "Give a day, such as 7 December 2026.")
            found.append(stated.start if name == "begins" else stated.end)
        return found[0], found[1]

    def hours(self, whose: str) -> tuple[time, time]:
        """Working hours; RuleBroken at the field if they end before they begin."""
        opens = self._fields[f"{whose}opens"].time or USUAL_OPENS
        closes = self._fields[f"{whose}closes"].time or USUAL_CLOSES
        if closes <= opens:
            raise RuleBroken(f"{whose}closes", "The day ends before it begins.")
        return opens, closes

    def show(self, broken: RuleBroken) -> None:
        """Put a broken rule at its field."""
        field: Any = self._fields.get(broken.field, self._fields["begins"])
        field.errors = [*field.errors, broken.message]

    @property
    def more_is_open(self) -> bool:
        """True if something is wrong with a folded field."""
        return any(self._fields[name].errors for name in self.more)


class BusyForm(Form):
    """A calendar of one's own, of which the busy times are kept."""

    keeps_drafts = False
    file = FileField(
        "Your calendar (.ics)", description="Only the times are kept, for a year; no title, no place."
    )


class CalendarForm(Form):
    """The address of a calendar of one's own. It is a secret: no draft of it is kept."""

    keeps_drafts = False
    address = Line("Address of your calendar", limit=LONGEST, required="Give the address.")


class DayOffForm(Form):
    """A day on which a side rests."""

    makes = True
    side = Choice("Who rests")
    day = When("Day", required="Give the day, such as 24 August 2027.")
    name = Line("What it is called", limit=120, required="Say what it is called.")


def said(day: date) -> str:
    """A day as it is typed."""
    return f"{day.day} {day:%B %Y}"
