"""What a commitment or a follow-up comes out of: a dialogue, a round, a meeting, or a commitment."""

from datetime import date
from typing import Any

from app import queries
from app.domain.errors import Missing, RuleBroken
from app.domain.marking import no_lower_than
from app.domain.meeting import Standing
from app.models.commitment import Commitment
from app.models.round import Meeting, Round
from app.models.source_text import SourceText
from app.services.unit_of_work import UnitOfWork

QUESTIONS = {
    "dialogue": queries.dialogues.by_ref,
    "round": queries.rounds.by_ref,
    "meeting": queries.meetings.by_ref,
    "commitment": queries.commitments.by_ref,
    "text": queries.source_texts.by_ref,
}


def origin(work: UnitOfWork, kind: str, ref: str) -> Any:
    """The record of that kind; Missing for any other kind, and for what the viewer may not know."""
    if kind not in QUESTIONS:
        raise Missing
    return work.one(QUESTIONS[kind](ref))


def origin_of(part: Any) -> Any:
    """What a commitment or follow-up comes out of, the nearest first: commitment or text, meeting, round, dialogue."""
    served = part.commitment if hasattr(part, "commitment_id") else getattr(part, "source_text", None)
    return served or part.meeting or part.round or part.dialogue


def keys_of(whole: Any) -> dict[str, Any]:
    """The columns by which a part names its dialogue, round, meeting and commitment."""
    found = {"dialogue_id": whole.dialogue_id}
    if isinstance(whole, Round):
        found["round_id"] = whole.id
    elif isinstance(whole, Meeting):
        found |= {"round_id": whole.round_id, "meeting_id": whole.id}
    elif isinstance(whole, Commitment):
        found |= {"round_id": whole.round_id, "meeting_id": whole.meeting_id, "commitment_id": whole.id}
    elif isinstance(whole, SourceText):
        found |= {"round_id": whole.round_id, "meeting_id": whole.meeting_id, "source_text_id": whole.id}
    return found


def day_of(whole: Any) -> date | None:
    """The day on which it took place, or was said; None for a dialogue, and where nobody knows."""
    if isinstance(whole, Commitment):
        return whole.agreed_on
    if isinstance(whole, SourceText):
        return whole.said_on
    return whole.ends_on if isinstance(whole, Round | Meeting) else None


def first_day_after(whole: Any) -> date | None:
    """The day before which nothing that follows from it can be due.

    None where nobody knows it, and for what still lies ahead: its preparations are due before it.
    """
    if isinstance(whole, Round | Meeting):
        return whole.starts_on if whole.standing is Standing.HELD else None
    return day_of(whole)


def marked(work: UnitOfWork, whole: Any, marking: int) -> int:
    """The marking, if the house, the whole and the viewer's own clearance allow it (RuleBroken on `marking`)."""
    work.scheme.door(marking)
    if marking > work.viewer.clearance and not work.viewer.sees_all:
        raise RuleBroken("marking", "This is above what you may read yourself.")
    no_lower_than(whole.marking, marking)
    return marking
