"""The round or meeting that a part of the record belongs to."""

from typing import Any

from app import queries
from app.domain.errors import Missing
from app.domain.marking import no_lower_than
from app.services.unit_of_work import UnitOfWork


def sitting_of(work: UnitOfWork, kind: str, ref: str) -> Any:
    """The round or meeting; Missing for any other kind."""
    if kind == "rounds":
        return work.one(queries.rounds.by_ref(ref))
    if kind == "meetings":
        return work.one(queries.meetings.by_ref(ref))
    raise Missing


def parent_columns(sitting: Any) -> dict[str, Any]:
    """What a part takes from its round or meeting: the dialogue, and the keys of both."""
    if sitting.__tablename__ == "round":
        return {"dialogue_id": sitting.dialogue_id, "round_id": sitting.id}
    return {"dialogue_id": sitting.dialogue_id, "round_id": sitting.round_id, "meeting_id": sitting.id}


def owner_of(part: Any) -> Any:
    """The meeting that a part belongs to, or else the round."""
    return part.meeting if part.meeting_id is not None else part.round


def marked(work: UnitOfWork, sitting: Any, marking: int) -> int:
    """The marking, if the house takes it and the whole allows it (RuleBroken on `marking`)."""
    work.scheme.door(marking)
    no_lower_than(sitting.marking, marking)
    return marking
