"""Which papers there are, for what, and of which parts each is made (design: readouts, section 1)."""

from dataclasses import dataclass, replace
from enum import StrEnum


class PaperKind(StrEnum):
    """A paper that the record gives: by itself, for the house's own use, or as a readout that is cleared."""

    BRIEF = "brief"
    AGENDA = "annotated-agenda"
    DELEGATIONS = "delegation-list"
    FLASH = "flash-report"
    CONVERSATION = "record-of-conversation"
    COMMITMENTS = "commitment-list"
    HANDOVER = "handover"
    READOUT = "internal-readout"
    PUBLIC = "public-readout"
    JOINT = "joint-statement"


@dataclass(frozen=True)
class Part:
    """A part of a paper: which one, under which heading, and whether it is shown."""

    key: str
    heading: str
    shown: bool = True


@dataclass(frozen=True)
class Template:
    """A paper as it ships: its name, one sentence on what it is for, and its parts in order."""

    name: str
    purpose: str
    parts: tuple[Part, ...]


READ_OUT = (
    Part("people", "Delegations"),
    Part("text", "Points"),
    Part("promised", "Commitments"),
    Part("sources", "Sources"),
)
"""The parts of a readout; the paragraphs of its text stand under headings of their own, and those without one under
that of the part.
"""

TEMPLATES: dict[PaperKind, Template] = {
    PaperKind.BRIEF: Template(
        "Brief",
        "For whoever leads the next meeting: what we owe and are owed, what was said, who comes, what to say.",
        (
            Part("objectives", "Our objectives"),
            Part("ours", "What we owe"),
            Part("theirs", "What they owe"),
            Part("raise", "What we mean to raise"),
            Part("topics", "Positions by topic"),
            Part("stands", "Where they stand otherwise"),
            Part("people", "Who comes"),
            Part("people_before", "Who came last time"),
            Part("before", "The last rounds"),
            Part("lines", "Lines to take"),
            Part("files", "Attachments"),
        ),
    ),
    PaperKind.AGENDA: Template(
        "Annotated agenda",
        "For our own delegation: each item with what is open under it and what was said of it.",
        (Part("agenda", "Agenda"), Part("people", "Delegations")),
    ),
    PaperKind.DELEGATIONS: Template(
        "Delegation list",
        "For both sides: who sits at the table, in the order set by hand.",
        (Part("people", "Delegations"),),
    ),
    PaperKind.FLASH: Template(
        "Flash report",
        "For management, the same evening: ten lines at most.",
        (Part("flash", "In short"),),
    ),
    PaperKind.CONVERSATION: Template(
        "Record of conversation",
        "For our own ministries: what was said by whom, and our comment apart from it.",
        (
            Part("summary", "Summary"),
            Part("people", "Delegations"),
            Part("spoken", "What was said"),
            Part("promised", "Commitments"),
            Part("comment", "Comment"),
            Part("steps", "Follow-ups"),
            Part("files", "Attachments"),
            Part("sources", "Sources"),
        ),
    ),
    PaperKind.COMMITMENTS: Template(
        "Commitment list",
        "What was promised there, by whom, until when, and how it stands today.",
        (
            Part("promised_ours", "We promised"),
            Part("promised_theirs", "They promised"),
            Part("promised_rest", "Together, and others"),
        ),
    ),
    PaperKind.HANDOVER: Template(
        "Handover",
        "For whoever takes over a partner: where each dialogue stands, what is open both ways, who is who.",
        (
            Part("series", "Where it stands"),
            Part("steps", "To be done by us"),
            Part("ours", "What we owe"),
            Part("theirs", "What they owe"),
            Part("stands", "Where they stand"),
            Part("before", "Met last"),
            Part("contacts", "Who is who"),
            Part("known", "What is in no file"),
        ),
    ),
    PaperKind.READOUT: Template(
        "Internal readout", "What was agreed, for the house, cleared and released.", READ_OUT
    ),
    PaperKind.PUBLIC: Template(
        "Public readout", "What was agreed, for everybody, cleared and released.", READ_OUT
    ),
    PaperKind.JOINT: Template(
        "Joint statement",
        "For both sides: the text that is worked on together, as it stands, with what is open in it.",
        (
            Part("joint_text", "Text"),
            Part("joint_open", "Open points"),
            Part("joint_agreed", "Agreement"),
        ),
    ),
}

ELSEWHERE = frozenset({PaperKind.HANDOVER, PaperKind.READOUT, PaperKind.PUBLIC, PaperKind.JOINT})
OF_A_SITTING = tuple(kind for kind in PaperKind if kind not in ELSEWHERE)
"""The papers that a round or meeting gives by itself; the others are of a partner, or have a life of their own."""


def arranged(kind: PaperKind, said: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts as the house wants them: in its order, under its headings; what it says nothing of comes last.

    Parts that the template does not have are passed over: they may come from another version of the product.
    """
    shipped = {part.key: part for part in TEMPLATES[kind].parts}
    wanted = [replace(shipped[part.key], heading=part.heading or shipped[part.key].heading, shown=part.shown)
              for part in said if part.key in shipped]  # fmt: skip
    named = {part.key for part in wanted}
    return (*wanted, *(part for part in shipped.values() if part.key not in named))
