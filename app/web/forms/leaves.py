"""The form about a leave."""

from app.domain.leave import LeaveFacts
from app.web.forms.base import Form
from app.web.forms.fields import Choice, When


class LeaveForm(Form):
    """Who is away, from when until when, and who stands in."""

    makes = True
    officer = Choice("Who is away")
    first = When("First day", required="Give the first day, such as 21 December 2026.")
    last = When("Last day", required="Give the last day, such as 3 January 2027.")
    deputy = Choice(
        "Deputy",
        empty="Nobody",
        description="Gets the letters about what they may know; the rest waits for the officer.",
    )

    def facts(self) -> LeaveFacts:
        """What was said of the leave."""
        first, last = self.first.stated_date, self.last.stated_date
        return LeaveFacts(
            officer_ref=self.officer.data or "",
            first_day=first.start if first else None,
            last_day=last.end if last else None,
            deputy_ref=self.deputy.data or "",
        )
