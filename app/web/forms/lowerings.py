"""Forms about a marking that is to be lowered."""

from wtforms import BooleanField, SubmitField

from app.domain.lowering import LoweringFacts
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Text, int_or_zero


class ProposeForm(Form):
    """To which marking, why, and how much of the record."""

    makes = True
    to = Choice("Lower it to", coerce=int_or_zero)
    because = Text(
        "Why", limit=2_000, required="Say why it may be known further.",
        description="Whoever decides reads it, and it stays in the log.",
    )  # fmt: skip
    with_parts = BooleanField("And everything in it that carries the same marking today")

    def facts(self) -> LoweringFacts:
        """What is proposed."""
        return LoweringFacts(
            int(self.to.data), self.because.data or "", bool(self.with_parts and self.with_parts.data)
        )


class DecideForm(Form):
    """A second person's word, and which of two buttons was pressed."""

    keeps_drafts = False
    word = Text("Your word on it", limit=2_000, description="Needed if the marking stays as it is.")
    lower = SubmitField("Lower the marking")
    leave = SubmitField("Leave it as it is")
