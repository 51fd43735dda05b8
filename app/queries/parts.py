"""Questions for the parts of a record: those that are marked lower than the whole, those that are marked alike."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from app.domain.readout import Audience
from app.models.clearance import Clearing, ReadoutText, Remark
from app.models.commitment import Commitment, CommitmentMove, FollowUp, FollowUpMove
from app.models.dialogue import Dialogue, DialogueStep
from app.models.guest import Guest, Invitation, MailedReply
from app.models.joint_statement import JointMove, JointStatement, JointVersion
from app.models.lowering import Lowering
from app.models.poll import Slot, SlotVote
from app.models.position import Position
from app.models.readout import Readout, Release
from app.models.round import Meeting, Round
from app.models.serving import Serving, UnderItem
from app.models.source_text import SetAside, SourceText
from app.models.substance import AgendaItem, Attachment, Delegate, Delegation, Note, Source

OF_A_DIALOGUE = (
    DialogueStep, Round, Meeting, Delegation, Delegate, AgendaItem, Note, Attachment, Source, Commitment,
    CommitmentMove, FollowUp, FollowUpMove, Readout, SourceText, SetAside, Serving, UnderItem,
    Position, Guest, Invitation, MailedReply, Slot,
    SlotVote, Clearing, Remark, ReadoutText, Lowering, JointStatement, JointVersion, JointMove,
)  # fmt: skip
OF_A_SITTING = (
    Delegation, AgendaItem, Note, Attachment, Source, Commitment, FollowUp, Readout, SourceText, Position, Guest,
    MailedReply, Slot, JointStatement,
)  # fmt: skip
CHILDREN: tuple[tuple[type[Any], type[Any], str], ...] = (
    (Delegation, Delegate, "delegation_id"),
    (Commitment, CommitmentMove, "commitment_id"),
    (FollowUp, FollowUpMove, "follow_up_id"),
    (SourceText, SetAside, "source_text_id"),
    (SourceText, Commitment, "source_text_id"),
    (AgendaItem, UnderItem, "agenda_item_id"),
    (Commitment, UnderItem, "commitment_id"),
    (Commitment, Serving, "commitment_id"),
    (FollowUp, Serving, "follow_up_id"),
    (Guest, Invitation, "guest_id"),
    (Guest, SlotVote, "guest_id"),
    (Slot, SlotVote, "slot_id"),
    (Readout, Clearing, "readout_id"),
    (Readout, Remark, "readout_id"),
    (Readout, ReadoutText, "readout_id"),
    (JointStatement, JointVersion, "joint_statement_id"),
    (JointStatement, JointMove, "joint_statement_id"),
)


OWN_WAYS = (Readout, ReadoutText, Clearing, Remark, Lowering)
"""What is lowered by approving a readout, or never."""


def below(whole: Any) -> Iterable[Select[Any]]:
    """Questions for the parts that are marked lower than the whole."""
    for kind, question in within(whole):
        yield question.where(kind.marking < whole.marking)
    yield select(Lowering).where(
        Lowering.record_kind == whole.__tablename__,
        Lowering.record_ref == whole.ref,
        Lowering.marking < whole.marking,
    )
    if isinstance(whole, Dialogue):
        yield released_below(whole, Release.dialogue_id == whole.id)
    elif isinstance(whole, Round | Meeting):
        readouts = select(Readout.id).where(getattr(Readout, column_of(whole)) == whole.id)
        yield released_below(whole, Release.readout_id.in_(readouts))


def marked_alike(whole: Any) -> Iterable[tuple[type[Any], Select[Any]]]:
    """Kinds of parts, each with the question for those that carry the very marking of the whole; no readouts."""
    for kind, question in within(whole):
        if kind not in OWN_WAYS:
            yield kind, question.where(kind.marking == whole.marking)


def within(whole: Any) -> Iterable[tuple[type[Any], Select[Any]]]:
    """The kinds of parts that a record has, each with the question for them all."""
    if isinstance(whole, Dialogue):
        for kind in OF_A_DIALOGUE:
            yield kind, select(kind).where(kind.dialogue_id == whole.id)
        return
    if isinstance(whole, Round):
        yield Meeting, select(Meeting).where(Meeting.round_id == whole.id)
    if isinstance(whole, Round | Meeting):
        column = column_of(whole)
        for kind in OF_A_SITTING:
            yield kind, select(kind).where(getattr(kind, column) == whole.id)
        for parent, child, key in CHILDREN:
            parents = select(parent.id).where(getattr(parent, column) == whole.id)
            yield child, select(child).where(getattr(child, key).in_(parents))
        return
    for parent, child, key in CHILDREN:
        if isinstance(whole, parent):
            yield child, select(child).where(getattr(child, key) == whole.id)


def column_of(sitting: Round | Meeting) -> str:
    """The column by which parts name a round, or a meeting."""
    return "round_id" if isinstance(sitting, Round) else "meeting_id"


def released_below(whole: Any, *of: ColumnElement[bool]) -> Select[Release]:
    """What was released of it for the house; what the public has read already stays public."""
    return select(Release).where(*of, Release.audience == Audience.INTERNAL, Release.marking < whole.marking)
