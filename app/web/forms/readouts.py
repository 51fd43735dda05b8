"""Forms about readouts."""

from collections.abc import Mapping
from types import MappingProxyType

from wtforms import BooleanField, FieldList, FileField, FormField, HiddenField
from wtforms import Form as Part

from app.domain.errors import RuleBroken
from app.domain.fixed_words import LANGUAGES
from app.domain.meeting import Voice
from app.domain.readout import Audience
from app.domain.redaction import Passage
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice, Number, Text

AUDIENCES = [
    (Audience.INTERNAL.value, "Internal: the whole record up to its marking"),
    (Audience.PUBLIC.value, "Public: what may leave the house"),
]


class DraftForm(Form):
    """A new readout."""

    makes = True
    title = Line("Title", limit=300, required="Give the readout a title.")
    audience = Choice("For whom", choices=AUDIENCES)
    language = Choice(
        "Language of the paper",
        choices=LANGUAGES,
        description="The paper’s own words, such as “Page 1 of 3”, are in it; your text stays as it is.",
    )


class PassagePart(Part):
    """One paragraph: where it stands, what it says, who speaks, how it is marked, and whether it goes in."""

    key = HiddenField()
    kept = BooleanField("In this readout")
    place = Number("Place in the order", lowest=1, highest=9_999)
    heading = Line("Heading", limit=300)
    voice = Choice("Voice", choices=[(voice.value, voice.value.capitalize()) for voice in Voice])
    text = Text("Text", limit=100_000)
    marking = MarkingChoice()


class ReadoutForm(Form):
    """The words of a readout, paragraph by paragraph; `most` is how many it may have."""

    most = 500
    crossed: Mapping[str, str] = MappingProxyType({})
    """What somebody else wrote meanwhile in paragraphs that were changed here too, by their keys."""
    title = Line("Title", limit=300, required="Give the readout a title.")
    passages = FieldList(FormField(PassagePart), "Paragraphs", max_entries=5_000)
    because = Text(
        "Why words are marked lower",
        limit=2_000,
        description="Needed if you lowered a marking above. Whoever approves the readout reads it, and agrees or not.",
    )
    note = Text("Closing note", limit=5_000)

    def facts(self) -> list[Passage]:
        """The paragraphs by their places, those without one last; empty ones are left out.

        RuleBroken on `passages` if they are too many.
        """
        rows = sorted(self.passages.data, key=lambda row: row["place"] or 10_000)
        written = sum(1 for row in rows if row["text"])
        if written > self.most:
            raise RuleBroken(
                "passages",
                f"A readout has at most {self.most} paragraphs, and these are {written}. Put some together.",
            )
        return [
            Passage(
                row["heading"] or "",
                row["voice"],
                row["text"],
                row["marking"],
                bool(row["kept"]),
                (row["key"] or "")[:40],
            )
            for row in rows
            if row["text"]
        ]


class WithdrawForm(Form):
    """Why a readout is withdrawn."""

    because = Line("Why", limit=500, required="Say why it is withdrawn.")


class VerifyForm(Form):
    """A file to be asked about."""

    keeps_drafts = False
    file = FileField("The PDF")


class StageForm(Form):
    """An act on a readout, bound to the version and to the sheet that were read."""

    keeps_drafts = False
    sheet = HiddenField()


class SwitchForm(Form):
    """One paragraph in or out, counted from 0."""

    keeps_drafts = False
    number = Number("Paragraph", highest=9_999)
    kept = BooleanField("In this readout")
