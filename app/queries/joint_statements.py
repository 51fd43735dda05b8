"""Questions about joint statements, their versions and their moves."""

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, undefer

from app.domain.joint_statement import Move, State
from app.models.dialogue import Dialogue
from app.models.joint_statement import JointMove, JointStatement, JointVersion
from app.models.round import Meeting, Round

AROUND = (
    joinedload(JointStatement.dialogue).joinedload(Dialogue.partner),
    joinedload(JointStatement.round),
    joinedload(JointStatement.meeting).joinedload(Meeting.partner),
    joinedload(JointStatement.opened_by),
)


def by_ref(ref: str) -> Select[JointStatement]:
    """One joint statement with all around it."""
    return select(JointStatement).options(*AROUND).where(JointStatement.ref == ref)


def of_sitting(sitting: Round | Meeting) -> Select[JointStatement]:
    """The joint statements of a meeting; or of a round and the meetings within it; the first opened first."""
    column = JointStatement.meeting_id if isinstance(sitting, Meeting) else JointStatement.round_id
    return select(JointStatement).where(column == sitting.id).order_by(JointStatement.id)


def listed(state: State | None = None) -> Select[JointStatement]:
    """All joint statements, or those that stand so; the latest change first."""
    question = (
        select(JointStatement)
        .options(*AROUND)
        .order_by(JointStatement.changed_at.desc(), JointStatement.id.desc())
    )
    return question.where(JointStatement.state == state) if state is not None else question


def versions_of(statement_id: int) -> Select[JointVersion]:
    """The versions without their texts, the latest first."""
    return (
        select(JointVersion)
        .options(joinedload(JointVersion.by))
        .where(JointVersion.joint_statement_id == statement_id)
        .order_by(JointVersion.number.desc())
    )


def versions_in(statement_id: int, numbers: tuple[int, ...]) -> Select[JointVersion]:
    """The versions of these numbers with their texts, in order."""
    return (
        select(JointVersion)
        .options(undefer(JointVersion.text), joinedload(JointVersion.by))
        .where(JointVersion.joint_statement_id == statement_id, JointVersion.number.in_(numbers))
        .order_by(JointVersion.number)
    )


def version_by_ref(ref: str) -> Select[JointVersion]:
    """One version with its text, its statement, and what is around that."""
    return (
        select(JointVersion)
        .options(
            undefer(JointVersion.text),
            joinedload(JointVersion.by),
            joinedload(JointVersion.statement).options(*AROUND),
        )
        .where(JointVersion.ref == ref)
    )


def moves_of(statement_id: int) -> Select[JointMove]:
    """The moves, the latest first."""
    return (
        select(JointMove)
        .options(joinedload(JointMove.by))
        .where(JointMove.joint_statement_id == statement_id)
        .order_by(JointMove.id.desc())
    )


def agreements_of(statement_id: int) -> Select[JointMove]:
    """The moves by which it was agreed, ad referendum or for good, the latest first."""
    both = (Move.AGREE_AD_REFERENDUM, Move.AGREE)
    return moves_of(statement_id).where(JointMove.move.in_(both))


def exchanges_of(statement_id: int) -> Select[JointMove]:
    """The moves by which versions went to the partner or came from them, the first first."""
    both = (Move.SEND, Move.RECEIVE)
    return (
        select(JointMove)
        .where(JointMove.joint_statement_id == statement_id, JointMove.move.in_(both))
        .order_by(JointMove.id)
    )
