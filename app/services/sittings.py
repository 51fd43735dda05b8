"""What rounds and meetings have in common for those who write to them: where they are found, what they take."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Select

from app import queries
from app.domain.errors import Missing, RuleBroken
from app.domain.marking import no_lower_than
from app.domain.meeting import Standing, standing_after
from app.domain.sitting import SittingFacts, columns_of, held_needs_past, tells_calendars
from app.reference import shelf
from app.services.telling import tell
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


def count_beyond(work: UnitOfWork, question: Select[Any]) -> int:
    """How many rows answer, counting also those that are marked too high for the viewer, of whom nothing is read."""
    viewer = work.viewer
    work.become(replace(viewer, clearance=work.scheme.markings[-1].rank))
    try:
        return work.count(question)
    finally:
        work.become(viewer)


def marked(work: UnitOfWork, sitting: Any, marking: int) -> int:
    """The marking, if the house takes it and the whole allows it (RuleBroken on `marking`)."""
    work.scheme.door(marking)
    no_lower_than(sitting.marking, marking)
    return marking


def zone_for(work: UnitOfWork, zone: str, city: str) -> str:
    """The zone in which a time is meant: the one chosen, or that of the city if it is known, or the office's."""
    known = shelf.city(city) if city and not zone else None
    return zone or (known.zone if known is not None else work.zone)


def columns_in(work: UnitOfWork, whole: Any, facts: SittingFacts) -> dict[str, Any]:
    """The facts as columns, if marking, standing and time will do within the whole (RuleBroken at the field)."""
    marked(work, whole, facts.marking)
    held_needs_past(facts.standing, facts.when, work.today)
    return columns_of(facts, zone_for(work, facts.zone, facts.city), work.today)


def calls_off(sitting: Any, facts: SittingFacts) -> bool:
    """True if these facts cancel what was not cancelled yet."""
    return facts.standing is Standing.CANCELLED and sitting.standing is not Standing.CANCELLED


def check_step(sitting: Any, facts: SittingFacts) -> None:
    """RuleBroken on `standing` for a way that does not exist, on `because` for a cancellation without a reason."""
    standing_after(sitting.standing, facts.standing)
    if calls_off(sitting, facts) and not facts.because:
        raise RuleBroken("because", "Say why it is cancelled.")


def rewrite(work: UnitOfWork, sitting: Any, columns: dict[str, Any]) -> None:
    """Write the columns; what a calendar must take over raises the revision, by one however much it is.

    Guests who were invited are written to in the same work.
    """
    changed = [name for name, value in columns.items() if getattr(sitting, name) != value]
    if tells_calendars(sitting, columns):
        sitting.revision += 1
        sitting.changed_at = work.now
    for name, value in columns.items():
        setattr(sitting, name, value)
    work.flush()
    tell(work, sitting, changed)
    work.flush()
