"""Questions about proposals to lower a marking."""

from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from app.domain.access import Role
from app.domain.lowering import Outcome
from app.models.commitment import Commitment, FollowUp
from app.models.dialogue import Dialogue
from app.models.joint_statement import JointStatement
from app.models.lowering import Lowering
from app.models.officer import Officer, ReadIn
from app.models.position import Position
from app.models.round import Meeting, Round
from app.models.source_text import SourceText
from app.models.substance import AgendaItem, Attachment, Delegate, Delegation, Note

KINDS: dict[str, type[Any]] = {
    kind.__tablename__: kind
    for kind in (
        Dialogue, Round, Meeting, Delegation, Delegate, AgendaItem, Note, Commitment, FollowUp, SourceText, Position,
        Attachment, JointStatement,
    )
}  # fmt: skip
"""The records whose marking people choose, by the names of their tables."""
WHOLES = ("dialogue", "round", "meeting", "delegation", "commitment", "source_text")
"""The relationships by which a record knows what it belongs to."""


def record(kind: str, ref: str) -> Select[Any]:
    """A record of that kind (KeyError for another) with whatever it belongs to."""
    table = KINDS[kind]
    known = [getattr(table, name) for name in WHOLES if hasattr(table, name)]
    return select(table).options(*(joinedload(each) for each in known)).where(table.ref == ref)


def with_people() -> Select[Lowering]:
    """Proposals with who made and who decided them, and their dialogue."""
    return select(Lowering).options(
        joinedload(Lowering.proposed_by), joinedload(Lowering.decided_by), joinedload(Lowering.dialogue)
    )


def by_ref(ref: str) -> Select[Lowering]:
    """A proposal by its public identifier."""
    return with_people().where(Lowering.ref == ref)


def waiting_for(kind: str, ref: str) -> Select[Lowering]:
    """The proposal about a record that nobody has decided yet."""
    return select(Lowering).where(
        Lowering.record_kind == kind, Lowering.record_ref == ref, Lowering.outcome == Outcome.WAITING
    )


def listed(outcome: Outcome | None = None) -> Select[Lowering]:
    """All proposals, or those of one outcome; the latest first."""
    question = with_people().order_by(Lowering.proposed_at.desc(), Lowering.id.desc())
    return question.where(Lowering.outcome == outcome) if outcome is not None else question


def of_others(officer_id: int | None) -> Select[Lowering]:
    """What somebody else than this officer proposed and nobody decided yet; the longest waiting first."""
    return (
        with_people()
        .where(Lowering.outcome == Outcome.WAITING, Lowering.proposed_by_id != officer_id)
        .order_by(Lowering.proposed_at, Lowering.id)
    )


def who_could_know(dialogue_id: int, above: int, up_to: int) -> Select[Officer]:
    """Officers in use, read in to a dialogue, who are not cleared for one rank (`above`) but are for a lower one."""
    read_in = select(ReadIn.officer_id).where(
        ReadIn.dialogue_id == dialogue_id, ReadIn.officer_id.is_not(None)
    )
    desks = select(ReadIn.desk_id).where(ReadIn.dialogue_id == dialogue_id, ReadIn.desk_id.is_not(None))
    return (
        select(Officer)
        .where(
            Officer.closed_at.is_(None),
            Officer.role != Role.ADMINISTRATOR,
            Officer.clearance < above,
            Officer.clearance >= up_to,
            or_(Officer.id.in_(read_in), Officer.desk_id.in_(desks)),
        )
        .order_by(Officer.name, Officer.id)
    )
