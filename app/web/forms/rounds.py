"""Forms about rounds."""

from dataclasses import replace

from wtforms import BooleanField, FieldList, FormField
from wtforms import Form as Part

from app.domain.meeting import Standing
from app.domain.sitting import NOBODY_KNOWS, RoundFacts
from app.web.clashes import Minding
from app.web.forms.base import Form
from app.web.forms.fields import Line, Number, Text, When
from app.web.forms.sittings import SittingForm, why


class RoundForm(SittingForm):
    """One edition of a dialogue."""

    number = Number("Number", lowest=1, highest=9999, description="As the sides count; not all do.")
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


class PlanRoundForm(Minding, RoundForm):
    """A new round, begun from the last one."""

    makes = True
    more = ("zone", "twice", "level", "chatham_house", "summary", "next_round_stated", "note")
    bring_open = BooleanField("Begin the agenda with the follow-up of the last round")
    copy_agenda = BooleanField("Begin with the agenda of the last round")
    copy_delegations = BooleanField("Begin with the delegations of the last round")


class RoundAheadPart(Part):
    """One round of a series ahead."""

    kept = BooleanField("Plan it")
    number = Number("Number", lowest=1, highest=9999)
    when = When("When")
    city = Line("City", limit=120)


class SeriesForm(Minding, Form):
    """Several rounds ahead, as the cadence has them."""

    makes = True
    rounds = FieldList(FormField(RoundAheadPart), "Rounds", max_entries=12)

    def facts(self) -> list[RoundFacts]:
        """The rounds that are ticked, in their order: proposed, with what was said of each."""
        return [
            RoundFacts(
                title="",
                number=row.form.number.data,
                when=row.form.when.stated_date or NOBODY_KNOWS,
                city=row.form.city.data or "",
                standing=Standing.PROPOSED,
            )
            for row in self.rounds
            if row.form.kept.data
        ]


class ReviseRoundForm(Minding, RoundForm):
    """A round that is on record."""

    more = ("zone", "twice", "level", "chatham_house", "next_round_stated", "note", "because")
    because = why()

    def facts(self) -> RoundFacts:
        """What was said, and why it changes."""
        return replace(super().facts(), because=self.because.data or "")
