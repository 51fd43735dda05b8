"""Forms about rounds."""

from dataclasses import replace

from wtforms import BooleanField

from app.domain.sitting import RoundFacts
from app.web.clashes import Minding
from app.web.forms.fields import Line, Number, Text
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


class ReviseRoundForm(Minding, RoundForm):
    """A round that is on record."""

    more = ("zone", "twice", "level", "chatham_house", "next_round_stated", "note", "because")
    because = why()

    def facts(self) -> RoundFacts:
        """What was said, and why it changes."""
        return replace(super().facts(), because=self.because.data or "")
