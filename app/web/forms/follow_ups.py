"""Forms about follow-ups: added, revised, moved, given to somebody, decided on in the review."""

from app.domain.follow_up import FollowUpFacts
from app.domain.review import Decision, Verdict
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice, Text, When

UNIT_HELP = "A ministry, agency or unit without an account here. Nobody is written to."


class FollowUpForm(Form):
    """Our next step."""

    makes = True
    text = Text("What we do next", limit=2_000, required="Say what is to be done.")
    owner = Choice("Officer", empty="Nobody yet")
    owner_unit = Line("Or a unit outside", limit=200, description=UNIT_HELP)
    due = When(
        "By when", description="3 December 2026, next Friday, in two weeks, or May 2027. It may stay empty."
    )
    marking = MarkingChoice()

    def facts(self) -> FollowUpFacts:
        """What was said."""
        return FollowUpFacts(
            text=self.text.data or "",
            marking=self.marking.data,
            owner_ref=self.owner.data or "",
            owner_unit=self.owner_unit.data or "",
            due=self.due.data or "",
        )


class FollowUpStepForm(Form):
    """A new status, with its reason."""

    status = Choice("New status")
    word = Text(
        "In a sentence",
        limit=2_000,
        description="What happened. It may stay empty when something is only begun.",
    )


class AssignForm(Form):
    """Another owner."""

    owner = Choice("Officer", empty="Nobody")
    owner_unit = Line("Or a unit outside", limit=200, description=UNIT_HELP)
    word = Line("A word with it", limit=500, description="It goes into the history, and to the new owner.")


class DecisionForm(Form):
    """A decision of the review that needs at most a word."""

    keeps_drafts = False
    word = Line("A word", limit=500)

    def decision(self, verdict: Verdict) -> Decision:
        """What was decided."""
        return Decision(verdict, word=self.word.data or "")


class EndingForm(DecisionForm):
    """The word with which a follow-up ends."""

    word = Line("In a sentence", limit=500, required="Say in a sentence why it ends.")


class OwnerDecisionForm(DecisionForm):
    """A new owner, decided in the review."""

    owner = Choice("Officer", empty="Nobody")
    owner_unit = Line("Or a unit outside", limit=200, description=UNIT_HELP)
    word = Line("A word with it", limit=500, description="It goes into the minutes, and to the new owner.")

    def decision(self, verdict: Verdict) -> Decision:
        """What was decided."""
        return Decision(verdict, self.word.data or "", self.owner.data or "", self.owner_unit.data or "")


class DateDecisionForm(DecisionForm):
    """A new date, decided in the review."""

    due = When(
        "New date", required="Give the new date.", description="3 December 2026, next Friday, in two weeks."
    )
    word = Line("A word with it", limit=500)

    def decision(self, verdict: Verdict) -> Decision:
        """What was decided."""
        return Decision(verdict, self.word.data or "", due=self.due.data or "")


DECISIONS: dict[Verdict, type[DecisionForm]] = {
    Verdict.SEEN: DecisionForm,
    Verdict.NUDGE: DecisionForm,
    Verdict.REASSIGN: OwnerDecisionForm,
    Verdict.SET_DATE: DateDecisionForm,
    Verdict.CLOSE: EndingForm,
    Verdict.DROP: EndingForm,
}
