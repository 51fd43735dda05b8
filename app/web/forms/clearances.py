"""Forms of clearance: whom to ask, what one says, why somebody is asked no more, a remark, an embargo."""

from datetime import datetime, time
from typing import Any

from flask import g
from wtforms import BooleanField, HiddenField, ValidationError

from app.domain.clearance import ANSWERS, Said
from app.domain.errors import RuleBroken
from app.domain.wall_time import to_utc
from app.services.clearances import ToAsk
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Choices, Line, Text, When
from app.web.forms.moment import TimeOfDay

END_OF_DAY = time(17)


def instant_of(day: Any, at: time | None) -> datetime:
    """A day and a time on the office's clocks as an instant (UTC); RuleBroken on `day` for what is no single day."""
    said = day.stated_date
    if said is None or said.start is None or said.start != said.end:
        raise RuleBroken("day", "Give one day, such as 3 December 2026.")
    return to_utc(datetime.combine(said.start, at or END_OF_DAY), g.office.zone)


class AskForm(Form):
    """Whom to ask for clearance, until when."""

    officers = Choices("Officers who may know it", description="Each of them is written to.")
    units = Text(
        "Units without an account",
        limit=2_000,
        description="One a line. Nobody writes to them: you ask them, and note here what they say.",
    )
    day = When("Until", required="Say until when.", description="3 December 2026, tomorrow, next Friday.")
    at = TimeOfDay("At", description="On our clocks; left empty, 17:00.")
    silence = BooleanField("Silence procedure: if nothing is said until then, it counts as cleared")

    def wanted(self) -> ToAsk:
        """What was said; RuleBroken on `day`."""
        units = [line.strip()[:200] for line in (self.units.data or "").splitlines() if line.strip()]
        return ToAsk(
            self.officers.data or [], units, instant_of(self.day, self.at.time), bool(self.silence.data)
        )


class AnswerForm(Form):
    """What somebody says who was asked."""

    said = Choice(
        "Cleared?",
        empty="Choose",
        choices=[(each.value, each.value.capitalize()) for each in ANSWERS],
    )
    word = Text(
        "What has to change",
        limit=5_000,
        description="Paragraph by paragraph if need be. Needed, unless it is cleared as it stands.",
    )

    def validate_said(self, field: Choice) -> None:
        """An answer has to be chosen: none stands there beforehand."""
        if not field.data:
            raise ValidationError("Say whether it is cleared.")

    def answer(self) -> tuple[Said, str]:
        """What was said."""
        return Said(self.said.data), self.word.data or ""


class NoMoreForm(Form):
    """Why somebody is asked no more."""

    because = Line("Why", limit=500, required="Say why they are asked no more.")


class RemarkForm(Form):
    """A remark on a paragraph, or on the whole."""

    makes = True
    paragraph = HiddenField()
    text = Text("Remark", limit=5_000, required="Write the remark.")


class EmbargoForm(Form):
    """Until when a release is not to be used; bound to the sheet that was read."""

    sheet = HiddenField()
    day = When("Not before", required="Say the day.", description="3 December 2026, tomorrow.")
    at = TimeOfDay("At", description="On our clocks; left empty, 17:00.")

    def until(self) -> datetime:
        """The end of the embargo (UTC); RuleBroken on `day`."""
        return instant_of(self.day, self.at.time)
