"""Forms about readouts."""

from wtforms import BooleanField, FieldList, FormField, HiddenField
from wtforms import Form as Part

from app.domain.meeting import Voice
from app.domain.readout import Audience
from app.domain.redaction import Passage
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice, Text

AUDIENCES = [
    (Audience.INTERNAL.value, "Internal: the whole record up to its marking"),
    (Audience.PUBLIC.value, "Public: what may leave the house"),
]


class DraftForm(Form):
    """A new readout."""

    title = Line("Title", limit=300, required="Give the readout a title.")
    audience = Choice("For whom", choices=AUDIENCES)


class PassagePart(Part):
    """One paragraph: what it says, who speaks, how it is marked, and whether it goes in."""

    kept = BooleanField("In this readout")
    heading = Line("Heading", limit=300)
    voice = Choice("Voice", choices=[(voice.value, voice.value.capitalize()) for voice in Voice])
    text = Text("Text", limit=100_000)
    marking = MarkingChoice()


class ReadoutForm(Form):
    """The words of a readout, paragraph by paragraph."""

    title = Line("Title", limit=300, required="Give the readout a title.")
    passages = FieldList(FormField(PassagePart), "Paragraphs", max_entries=500)
    note = Text("Closing note", limit=5_000)

    def facts(self) -> list[Passage]:
        """The paragraphs in order; empty ones are left out."""
        return [
            Passage(row["heading"] or "", row["voice"], row["text"], row["marking"], bool(row["kept"]))
            for row in self.passages.data
            if row["text"]
        ]


class WithdrawForm(Form):
    """Why a readout is withdrawn."""

    because = Line("Why", limit=500, required="Say why it is withdrawn.")


class StageForm(Form):
    """An act on a readout, bound to the version that was read."""

    keeps_drafts = False
    nothing = HiddenField()
