"""What is said of a dialogue when it is opened or revised."""

from dataclasses import dataclass

from app.domain.dialogue import DialogueKind, DialogueStatus, Track


@dataclass(frozen=True)
class DialogueFacts:
    """The fields of a dialogue; references are public identifiers, `cadence_stated` is kept as it was said."""

    name: str
    partner_ref: str
    their_name: str = ""
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    kind: DialogueKind = DialogueKind.DIALOGUE
    track: Track = Track.ONE
    framework: str = ""
    mandate: str = ""
    cadence_stated: str = ""
    purposes: str = ""
    lead_officer_ref: str = ""
    note: str = ""
    marking: int = 0


@dataclass(frozen=True)
class StepFacts:
    """One step of a dialogue's status, with its date as stated and the source that it was read in."""

    status: DialogueStatus
    on_stated: str
    source: str
    word: str
