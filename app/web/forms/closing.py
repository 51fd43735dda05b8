"""Forms of closing a round: an item ended, carried over or dropped."""

from app.domain.closing import ENDS, Close, CloseFacts
from app.domain.commitment import NEEDS_EVIDENCE, CommitmentStatus
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, Text


class CarryItemForm(Form):
    """The item goes on to the next round."""

    word = Text(
        "Why it is carried over",
        limit=1_000,
        required="Say in a sentence why it is carried over and not closed or dropped.",
    )

    def facts(self) -> CloseFacts:
        """What was decided."""
        return CloseFacts(Close.CARRY, self.word.data or "")


class EndItemForm(Form):
    """The item has ended."""

    status = Choice("How it ended", choices=[(status.value, status.value.capitalize()) for status in ENDS])
    word = Text("In a sentence", limit=1_000, required="Say in a sentence how it ended.")
    evidence = Text(
        "Evidence",
        limit=2_000,
        description=f"A word or a link: how do we know? Needed for {' and '.join(sorted(NEEDS_EVIDENCE))}.",
    )

    def facts(self) -> CloseFacts:
        """What was decided."""
        status = CommitmentStatus(self.status.data)
        return CloseFacts(Close.END, self.word.data or "", status, self.evidence.data or "")


class DropItemForm(Form):
    """Nobody pursues the item any more."""

    who = Line("Who decided", limit=200, required="Say who decided to drop it.")
    word = Text("Why", limit=1_000, required="Say in a sentence why it is dropped.")

    def facts(self) -> CloseFacts:
        """What was decided."""
        return CloseFacts(Close.DROP, self.word.data or "", who=self.who.data or "")


FORMS: dict[Close, type[CarryItemForm] | type[EndItemForm] | type[DropItemForm]] = {
    Close.CARRY: CarryItemForm,
    Close.END: EndItemForm,
    Close.DROP: DropItemForm,
}
