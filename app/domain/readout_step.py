"""The next step of a readout, for whoever looks at it: what it waits for, in a sentence, and what they can do."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.readout import Audience, Stage


class Step(StrEnum):
    """Something that can be done next; each is a button or a link of the page."""

    ANSWER = "answer"
    COMPARE = "compare"
    WRITE = "write"
    ASK = "ask"
    APPROVE = "approve"
    RELEASE = "release"
    CORRECT = "correct"
    SEE_CORRECTION = "see the correction"


@dataclass(frozen=True)
class Clearances:
    """How the clearances of a draft stand: names of those who are silent, late, or did not clear it.

    `asked` counts everybody who is still asked, `mine` those who answer through whoever looks; `again` is true if one
    of these had cleared it before the text was changed.
    """

    asked: int = 0
    mine: int = 0
    again: bool = False
    silent: Sequence[str] = ()
    late: Sequence[str] = ()
    refused: Sequence[str] = ()

    @property
    def outstanding(self) -> int:
        """So many still keep the text from being approved."""
        return len(self.silent) + len(self.late) + len(self.refused)


@dataclass(frozen=True)
class Standing:
    """All that the next step depends on; `may` are the steps that whoever looks has the right to take.

    `correction` is "" where none was begun, else the stage of the readout that corrects this one.
    """

    stage: Stage
    audience: Audience
    author: str
    paragraphs: int
    remarks: int
    clearances: Clearances
    may: frozenset[Step]
    correction: str = ""


@dataclass(frozen=True)
class Next:
    """What it waits for, in sentences, and the steps that are offered, the first of them as the main one."""

    sentences: tuple[str, ...]
    steps: tuple[Step, ...]


def next_of(standing: Standing) -> Next:
    """The next step; a step that nobody here may take is said, not offered."""
    sentences, steps = {
        Stage.DRAFT: of_draft,
        Stage.APPROVED: of_approved,
        Stage.RELEASED: of_released,
        Stage.WITHDRAWN: of_withdrawn,
    }[standing.stage](standing)
    return Next(tuple(sentences), tuple(step for step in steps if step in standing.may))


def of_draft(standing: Standing) -> tuple[list[str], list[Step]]:
    """A draft: written, asked about, cleared, approved."""
    asked = standing.clearances
    if not standing.paragraphs:
        lower = " Lower the marking of what may leave the house, or write it anew."
        public = standing.audience is Audience.PUBLIC
        return [f"No paragraph goes into this version yet.{lower if public else ''}"], [Step.WRITE]
    left = [remarks(standing.remarks)] if standing.remarks else []
    if asked.mine:
        changed = "It waits for your clearance again: the text was changed after it was cleared."
        return [changed if asked.again else "It waits for your clearance.", *left], [
            Step.ANSWER,
            Step.COMPARE,
        ]
    if asked.outstanding:
        return [*waiting(asked), *left], [Step.WRITE] if asked.refused else []
    said = "Everybody who was asked has cleared it." if asked.asked else "Nobody was asked to clear it."
    if Step.APPROVE in standing.may:
        wait = "It waits for your approval."
    else:
        wait = f"A head of desk other than {standing.author} approves it."
    first = [Step.APPROVE] if asked.asked else [Step.APPROVE, Step.ASK]
    return [said, wait, *left], first


def waiting(asked: Clearances) -> list[str]:
    """Who did not clear it, or has not answered, by name."""
    found = []
    if asked.refused:
        settle = "settle it with them and change the text, or ask them no more."
        found.append(f"Not cleared by {names(asked.refused)}: {settle}")
    if asked.late:
        found.append(
            f"Late with their clearance: {names(asked.late)}. Ask them, or ask them no more and say why."
        )
    if asked.silent:
        number = len(asked.silent)
        who = "1 person has" if number == 1 else f"{number} people have"
        found.append(f"{who} not cleared it yet: {names(asked.silent)}.")
    return found


def remarks(number: int) -> str:
    """How many remarks are not settled."""
    return "1 remark is not settled." if number == 1 else f"{number} remarks are not settled."


def of_approved(standing: Standing) -> tuple[list[str], list[Step]]:
    """An approved text: released, by a head again."""
    again = "Whoever changes a paragraph now makes it a draft again."
    if Step.RELEASE in standing.may:
        return ["It can be released.", again], [Step.RELEASE]
    return [f"A head of desk other than {standing.author} releases it.", again], []


def of_released(standing: Standing) -> tuple[list[str], list[Step]]:
    """What is out: it stays as it is, or a corrected version takes its place."""
    if standing.correction in {Stage.RELEASED, Stage.WITHDRAWN}:
        return ["A corrected version has superseded it; both are kept."], [Step.SEE_CORRECTION]
    if standing.correction:
        return ["A corrected version is on its way."], [Step.SEE_CORRECTION]
    return [
        "It is released, and never changed. A mistake is mended by a corrected version that supersedes it."
    ], [Step.CORRECT]


def of_withdrawn(standing: Standing) -> tuple[list[str], list[Step]]:
    """What was taken back."""
    return ["It was withdrawn; what was released stays on record and says so."], []


def names(several: Sequence[str]) -> str:
    """Up to three by name, the others counted."""
    shown = list(several[:3])
    if len(several) > len(shown):
        shown.append(f"{len(several) - len(shown)} more")
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
