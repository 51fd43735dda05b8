"""Questions for the parts of a record that are marked lower than the whole."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from app.domain.readout import Audience
from app.models.clearance import Clearing, ReadoutText, Remark
from app.models.commitment import Commitment, CommitmentMove, FollowUp, FollowUpMove
from app.models.dialogue import Dialogue, DialogueStep
from app.models.guest import Guest, Invitation, MailedReply
from app.models.joint_statement import JointMove, JointStatement, JointVersion
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
    SlotVote, Clearing, Remark, ReadoutText, JointStatement, JointVersion, JointMove,
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


def below(whole: Any) -> Iterable[Select[Any]]:
    """Questions for the parts that are marked lower than the whole."""
    if isinstance(whole, Dialogue):
        for kind in OF_A_DIALOGUE:
            yield select(kind).where(kind.dialogue_id == whole.id, kind.marking < whole.marking)
        yield released_below(whole, Release.dialogue_id == whole.id)
        return
    if isinstance(whole, Round):
        yield select(Meeting).where(Meeting.round_id == whole.id, Meeting.marking < whole.marking)
    if isinstance(whole, Round | Meeting):
        column = "round_id" if isinstance(whole, Round) else "meeting_id"
        for kind in OF_A_SITTING:
            yield select(kind).where(getattr(kind, column) == whole.id, kind.marking < whole.marking)
        for parent, child, key in CHILDREN:
            parents = select(parent.id).where(getattr(parent, column) == whole.id)
            yield select(child).where(getattr(child, key).in_(parents), child.marking < whole.marking)
        readouts = select(Readout.id).where(getattr(Readout, column) == whole.id)
        yield released_below(whole, Release.readout_id.in_(readouts))
        return
    for parent, child, key in CHILDREN:
        if isinstance(whole, parent):
            yield select(child).where(getattr(child, key) == whole.id, child.marking < whole.marking)


def released_below(whole: Any, *of: ColumnElement[bool]) -> Select[Release]:
    """What was released of it for the house; what the public has read already stays public."""
    return select(Release).where(*of, Release.audience == Audience.INTERNAL, Release.marking < whole.marking)
