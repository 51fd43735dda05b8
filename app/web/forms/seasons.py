"""Forms about the multilateral calendar."""

from wtforms import BooleanField, FileField

from app.domain.season import SeasonFacts, SeasonKind
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, Text, When

KINDS = [(kind.value, kind.value.capitalize()) for kind in SeasonKind]


class SeasonForm(Form):
    """What is said of an event."""

    makes = True
    name = Line("Event", required="Give the event a name.", description="With the year or the session.")
    kind = Choice("Kind", choices=KINDS)
    when = When(
        "When",
        required="Give the date: a month or a year will do.",
        description="22–28 September 2026, July 2027, or 2027. Write no day that nobody announced.",
    )
    confirmed = BooleanField("These dates are confirmed by the organiser")
    body = Line("Organisation", description="The United Nations, the OSCE, the ARF.")
    city = Line("City", limit=120)
    note = Text("Note", limit=2000)
    source = Line("Source", limit=1000, description="Everybody in this office reads it: a public source.")

    def facts(self) -> SeasonFacts:
        """What was said."""
        return SeasonFacts(
            name=self._fields["name"].data or "",
            kind=SeasonKind(self.kind.data),
            when=self.when.data or "",
            body=self.body.data or "",
            confirmed=bool(self.confirmed.data),
            city=self.city.data or "",
            note=self.note.data or "",
            source=self.source.data or "",
        )


class CancelSeasonForm(Form):
    """Why an event does not take place."""

    because = Line("Why", limit=1000, required="Say why it does not take place, or that it was a mistake.")


class TakeInForm(Form):
    """A calendar file, and what its new events are."""

    keeps_drafts = False
    file = FileField("The calendar", description="An iCalendar file (.ics) with up to 500 events.")
    body = Line("Organisation of new events", description="Whose calendar it is, such as the OSCE.")
    kind = Choice("Kind of new events", choices=KINDS)
