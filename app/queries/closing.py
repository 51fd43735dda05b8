"""Questions for closing a round: what is open of its series, and what was decided at its close."""

from sqlalchemy import Select, and_, exists, or_, select
from sqlalchemy.orm import joinedload

from app.domain.commitment import LIVE
from app.models.commitment import Commitment, CommitmentMove
from app.models.dialogue import Dialogue
from app.models.round import Round
from app.models.serving import UnderItem

PLACE = (
    joinedload(Commitment.dialogue).joinedload(Dialogue.partner),
    joinedload(Commitment.round),
    joinedload(Commitment.meeting),
)


def from_before(round_: Round) -> tuple[object, ...]:
    """The conditions of what a series had promised before this round, its own new promises left out."""
    found: list[object] = [
        Commitment.dialogue_id == round_.dialogue_id,
        or_(Commitment.round_id.is_(None), Commitment.round_id != round_.id),
    ]
    if round_.starts_on is not None:
        found.append(or_(Commitment.agreed_on.is_(None), Commitment.agreed_on < round_.starts_on))
    return tuple(found)


def open_items(round_: Round) -> Select[Commitment]:
    """Live commitments of the series on which nothing was decided yet at the close of this round."""
    decided = exists().where(
        and_(CommitmentMove.commitment_id == Commitment.id, CommitmentMove.round_id == round_.id)
    )
    return (
        select(Commitment)
        .options(*PLACE)
        .where(Commitment.status.in_(LIVE), ~decided, *from_before(round_))  # type: ignore[arg-type]
        .order_by(Commitment.agreed_on.nulls_last(), Commitment.id)
    )


def decisions(round_: Round) -> Select[CommitmentMove]:
    """What was decided at the close of this round, in the order in which it was."""
    return (
        select(CommitmentMove)
        .options(joinedload(CommitmentMove.by), joinedload(CommitmentMove.commitment))
        .where(CommitmentMove.round_id == round_.id)
        .order_by(CommitmentMove.at, CommitmentMove.id)
    )


def live_of(dialogue_id: int) -> Select[Commitment]:
    """Everything live of a series, the oldest first: what the next round takes up."""
    return (
        select(Commitment)
        .where(Commitment.dialogue_id == dialogue_id, Commitment.status.in_(LIVE))
        .order_by(Commitment.agreed_on.nulls_last(), Commitment.id)
    )


def under_items(item_ids: list[int]) -> Select[int, Commitment]:
    """The commitments under these agenda items, as (agenda item, commitment)."""
    return (
        select(UnderItem.agenda_item_id, Commitment)
        .join(Commitment, Commitment.id == UnderItem.commitment_id)
        .options(*PLACE)
        .where(UnderItem.agenda_item_id.in_(item_ids))
        .order_by(UnderItem.id)
    )
