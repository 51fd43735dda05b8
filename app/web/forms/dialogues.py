"""Forms about dialogues: opened, revised, moved, and who is read in."""

from app.domain.dialogue import DialogueKind, DialogueStatus, Track
from app.domain.dialogue_facts import DialogueFacts, StepFacts
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice, Text, When

KINDS = (DialogueKind.DIALOGUE, DialogueKind.OBSERVED)


def listed(text: str | None) -> tuple[str, ...]:
    """What was written with commas or on lines between, each part once."""
    parts = (part.strip() for part in (text or "").replace("\n", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


class DialogueForm(Form):
    """What is said of a dialogue."""

    more = ("aliases", "parties", "kind", "track", "framework", "mandate", "purposes", "lead_officer", "note")
    partner = Choice("Partner")
    name = Line("Our name for it", limit=200, required="Give the dialogue a name.")
    their_name = Line("Their name for it", limit=200)
    cadence_stated = Line(
        "Cadence as stated", limit=120, description="For instance “annual”, or “twice a year”."
    )
    marking = MarkingChoice()
    aliases = Line("Other names", limit=600, description="With commas between.")
    parties = Line("Parties", limit=200, description="Codes with commas between, for instance EU, JP.")
    kind = Choice("Kind", choices=[(kind.value, kind.value.capitalize()) for kind in KINDS])
    track = Choice("Track", choices=[(track.value, f"Track {track.value}") for track in Track])
    framework = Line("Framework instrument", limit=300, description="The agreement under which it is held.")
    mandate = Text("Mandate", limit=5_000)
    purposes = Text("Purposes", limit=5_000)
    lead_officer = Choice("Lead officer", empty="Nobody yet")
    note = Text("Note", limit=20_000)

    def facts(self) -> DialogueFacts:
        """What was said."""
        return DialogueFacts(
            name=self.name.data or "",
            partner_ref=self.partner.data,
            their_name=self.their_name.data or "",
            aliases=listed(self.aliases.data),
            parties=tuple(code.upper() for code in listed(self.parties.data)),
            kind=DialogueKind(self.kind.data),
            track=Track(self.track.data),
            framework=self.framework.data or "",
            mandate=self.mandate.data or "",
            cadence_stated=self.cadence_stated.data or "",
            purposes=self.purposes.data or "",
            lead_officer_ref=self.lead_officer.data or "",
            note=self.note.data or "",
            marking=self.marking.data,
        )


class OpenDialogueForm(DialogueForm):
    """A new dialogue, with the status that it begins in."""

    makes = True
    status = Choice(
        "Status", choices=[(status.value, status.value.capitalize()) for status in DialogueStatus]
    )


class StepForm(Form):
    """One step of a dialogue's status."""

    status = Choice("New status")
    on_stated = When("Since when", description="As stated: 3 June 2021, or June 2021.")
    source = Line("Source", limit=500, description="The text in which it was said, or a link to it.")
    word = Line("In a sentence", limit=500, required="Say in a sentence what happened.")

    def facts(self) -> StepFacts:
        """What was said."""
        return StepFacts(
            status=DialogueStatus(self.status.data),
            on_stated=self.on_stated.data or "",
            source=self.source.data or "",
            word=self.word.data or "",
        )


class ReadInForm(Form):
    """Somebody to read in."""

    keeps_drafts = False
    who = Choice("Officer or desk")
