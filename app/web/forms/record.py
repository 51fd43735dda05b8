"""Forms about the parts of a round's or meeting's record."""

from wtforms import FieldList, FileField, FormField
from wtforms import Form as Part

from app.domain.delegation import DelegateRole, Side
from app.domain.meeting import Voice
from app.services.agenda import ItemFacts
from app.services.delegations import DelegateFacts, DelegationFacts
from app.services.notes import NoteFacts
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Choices, Line, MarkingChoice, Number, Text
from app.web.forms.own_marking import OwnMarking

SIDES = [(Side.OURS.value, "Ours"), (Side.THEIRS.value, "Theirs"), (Side.OTHER.value, "Somebody else’s")]
SOURCES = [
    ("", "Not said"),
    ("ours", "Ours"),
    ("partner", "The partner’s"),
    ("joint", "Joint"),
    ("press", "Press"),
]


class DelegatePart(Part):
    """One row: somebody in a delegation."""

    name = Line("Name", limit=200)
    native_name = Line("In own script", limit=200)
    office = Line("Office", limit=300)
    body = Line("Body", limit=200)
    role = Choice("Role", choices=[(role.value, role.value.capitalize()) for role in DelegateRole])
    marking = OwnMarking("Marking of this name", empty="As the delegation")


class DelegationForm(Form):
    """One side of the table."""

    makes = True
    name = Line("Name of the side", limit=200, required="Name the side.", description="For instance Japan.")
    side = Choice("Whose side", choices=SIDES)
    bodies = Line(
        "Bodies without names", limit=1000, description="With commas between: EU Member States (observers)."
    )
    head_count = Number("How many people", lowest=0, highest=9999, description="If only the number is known.")
    marking = OwnMarking(
        empty="As the round or meeting",
        description="A name may be marked higher than its delegation; papers leave it out below its marking.",
    )
    delegates = FieldList(FormField(DelegatePart), "People, in order", max_entries=5_000)

    def facts(self) -> DelegationFacts:
        """What was said; rows without a name, office or body are left out."""
        people = tuple(
            DelegateFacts(
                name=row["name"] or "",
                native_name=row["native_name"] or "",
                office=row["office"] or "",
                body=row["body"] or "",
                role=DelegateRole(row["role"]),
                marking=row["marking"],
            )
            for row in self.delegates.data
            if row["name"] or row["office"] or row["body"]
        )
        bodies = tuple(part.strip() for part in (self.bodies.data or "").split(",") if part.strip())
        side, name = Side(self.side.data), self.name.data or ""
        return DelegationFacts(side, name, self.head_count.data, bodies, people, self.marking.data)


class PasteForm(Form):
    """A delegation list as it stands in a letter."""

    text = Text(
        "The list",
        limit=50_000,
        required="Paste the list.",
        description="One person a line, or with semicolons.",
    )
    side = Choice(
        "Whose side", choices=SIDES, description="If the list names sides itself, the first is meant."
    )


class AgendaForm(Form):
    """One item."""

    makes = True
    more = ("purpose", "lines_to_take", "lead", "minutes", "document", "norms", "cbms")
    title = Line("Item", limit=300, required="Say what it is about.")
    topics = Choices("Topics")
    norms = Choices("Norms of responsible State behaviour")
    cbms = Choices("Confidence-building measures")
    purpose = Text("What it is for", limit=2_000, description="For our own delegation.")
    lines_to_take = Text(
        "Lines to take",
        limit=5_000,
        description="What we say, for the brief. Begin with “If raised:” what is only for the answer.",
    )
    lead = Line("Who leads it", limit=200)
    minutes = Number("Minutes", lowest=1, highest=1_440)
    document = Line("Document", limit=300, description="The paper to it, by its title.")

    def facts(self) -> ItemFacts:
        """What was said."""
        return ItemFacts(
            self.title.data or "",
            list(self.topics.data or ()),
            list(self.norms.data or ()),
            list(self.cbms.data or ()),
            self.purpose.data or "",
            self.lead.data or "",
            self.document.data or "",
            self.minutes.data,
            self.lines_to_take.data or "",
        )


class NoteForm(Form):
    """One paragraph."""

    makes = True
    voice = Choice("Who speaks", choices=[(voice.value, voice.value.capitalize()) for voice in Voice])
    item = Choice("Under", empty="The meeting as a whole")
    text = Text("Text", limit=100_000, required="Write the paragraph.")
    marking = MarkingChoice()

    def facts(self) -> NoteFacts:
        """What was written."""
        return NoteFacts(
            Voice(self.voice.data), self.text.data or "", self.marking.data, self.item.data or ""
        )


class FileForm(Form):
    """One file."""

    makes = True
    keeps_drafts = False
    file = FileField("File")
    marking = MarkingChoice()


class SourceForm(Form):
    """Where something was read."""

    makes = True
    title = Line("Title", limit=500, required="Name the text.")
    url = Line("Address", limit=1000, description="It begins with https://.")
    of = Choice("Whose text", choices=SOURCES)
