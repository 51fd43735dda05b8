"""Questions about commitments: the list, one with its history, and those of a partner, a dialogue or a sitting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from app.domain.commitment import ENDED, LIVE, CommitmentStatus, OwedBy
from app.models.commitment import Commitment, CommitmentMove
from app.models.dialogue import Dialogue
from app.models.partner import Partner
from app.models.round import Meeting, Round
from app.models.serving import Serving
from app.models.tag import Tag

LEDGER = 300
"""So many promises stand in a ledger at most; the list of commitments holds them all."""

COMPARED = 2_000
"""With so many records of a dialogue a new one is compared, the latest first."""
PLACE = (
    joinedload(Commitment.dialogue).joinedload(Dialogue.partner),
    joinedload(Commitment.round),
    joinedload(Commitment.meeting),
)
AROUND = (joinedload(Commitment.source_text), joinedload(Commitment.due_season))
HISTORY = selectinload(Commitment.moves).joinedload(CommitmentMove.by)
OLDEST_FIRST = Commitment.agreed_on.nulls_last()
"""By the day on which it was said; where nobody knows the day, at the end."""


@dataclass(frozen=True)
class Asked:
    """What a list of commitments is narrowed to; what is left open narrows nothing. `past` needs `today`."""

    today: date
    owed_by: str = ""
    state: str = ""
    partner_ref: str = ""
    dialogue_ref: str = ""
    topic: str = ""
    past: bool = False
    undated: bool = False
    carried: int = 0
    since: datetime | None = None


def narrowed(asked: Asked, *, whose: bool = True) -> list[ColumnElement[bool]]:
    """The conditions of what is asked; without `whose`, those for counting ours, theirs and joint apart."""
    found: list[ColumnElement[bool]] = []
    if whose and asked.owed_by:
        found.append(Commitment.owed_by == OwedBy(asked.owed_by))
    if asked.state:
        found.append(Commitment.status.in_(LIVE if asked.state == "live" else ENDED))
    if asked.partner_ref:
        found.append(Partner.ref == asked.partner_ref)
    if asked.dialogue_ref:
        found.append(Dialogue.ref == asked.dialogue_ref)
    if asked.topic:
        tagged = select(Tag.record_id).where(
            Tag.record_kind == "commitment", Tag.kind == "topic", Tag.code == asked.topic
        )
        found.append(Commitment.id.in_(tagged))
    if asked.past:
        found += [Commitment.status.in_(LIVE), Commitment.due < asked.today]
    if asked.undated:
        found.append(Commitment.due.is_(None))
    if asked.carried:
        found.append(Commitment.times_carried >= asked.carried)
    if asked.since is not None:
        found.append(Commitment.moved_at >= asked.since)
    return found


ORDERS: dict[str, tuple[Any, ...]] = {
    "oldest": (OLDEST_FIRST, Commitment.id),
    "newest": (Commitment.agreed_on.desc().nulls_last(), Commitment.id.desc()),
    "due": (Commitment.due.nulls_last(), OLDEST_FIRST, Commitment.id),
    "partner": (Partner.short_name, OLDEST_FIRST, Commitment.id),
}
"""In which order a list may stand; a name in an address is one of these or nothing."""


def joined(what: Any) -> Any:
    """A question over commitments with their dialogues and partners, for narrowing and ordering."""
    return (
        what.select_from(Commitment)
        .join(Dialogue, Dialogue.id == Commitment.dialogue_id)
        .join(Partner, Partner.id == Dialogue.partner_id)
    )


def listed(asked: Asked, order: str = "oldest") -> Select[Commitment]:
    """The commitments that are asked for, each with where it came from and its history."""
    question: Select[Commitment] = joined(select(Commitment))
    return question.where(*narrowed(asked)).options(*PLACE, HISTORY).order_by(*ORDERS[order])


def how_many(asked: Asked) -> Select[OwedBy, int]:
    """How many there are of each side's, as (owed by, number)."""
    question: Select[OwedBy, int] = joined(select(Commitment.owed_by, func.count(Commitment.id)))
    return question.where(*narrowed(asked, whose=False)).group_by(Commitment.owed_by)


def by_ref(ref: str) -> Select[Commitment]:
    """The commitment with this public identifier, with where it came from, what it follows, and its history."""
    return select(Commitment).options(*PLACE, *AROUND, HISTORY).where(Commitment.ref == ref)


def by_id(number: int | None) -> Select[Commitment]:
    """The commitment with this number, with where it came from."""
    return select(Commitment).options(*PLACE, *AROUND).where(Commitment.id == number)


def live_first() -> Select[Commitment]:
    """All commitments, live ones first, the oldest of each on top."""
    return (
        select(Commitment)
        .options(*PLACE)
        .where(Commitment.status != CommitmentStatus.JOINED)
        .order_by(Commitment.status.not_in(LIVE), OLDEST_FIRST, Commitment.id)
        .limit(LEDGER)
    )


def with_partner(partner_id: int, since: datetime | None) -> list[ColumnElement[bool]]:
    """The conditions of what was promised in any dialogue with a partner, and moved since a moment if one is named."""
    theirs = Commitment.dialogue_id.in_(select(Dialogue.id).where(Dialogue.partner_id == partner_id))
    return [theirs] if since is None else [theirs, Commitment.moved_at >= since]


def of_partner(partner_id: int, since: datetime | None = None) -> Select[Commitment]:
    """What was promised in any dialogue with a partner, live first: for its ledger."""
    return live_first().where(*with_partner(partner_id, since))


def all_of_partner(partner_id: int, since: datetime | None = None) -> Select[Commitment]:
    """Everything that counts and was promised in any dialogue with a partner, for counting."""
    theirs = with_partner(partner_id, since)
    return select(Commitment).where(Commitment.status != CommitmentStatus.JOINED, *theirs)


def of_dialogue(dialogue_id: int) -> Select[Commitment]:
    """What was promised in a dialogue, live first."""
    return live_first().where(Commitment.dialogue_id == dialogue_id)


def of_sitting(sitting: Round | Meeting) -> Select[Commitment]:
    """What was promised in a meeting; or in a round and the meetings within it."""
    column = Commitment.meeting_id if isinstance(sitting, Meeting) else Commitment.round_id
    return (
        select(Commitment)
        .options(*PLACE)
        .where(column == sitting.id)
        .order_by(Commitment.owed_by, Commitment.id)
    )


def partners() -> Select[Partner]:
    """The partners with whom there is a dialogue that the viewer may know."""
    return (
        select(Partner)
        .where(Partner.id.in_(select(Dialogue.partner_id)))
        .order_by(Partner.short_name, Partner.id)
    )


def served_by(follow_up_id: int) -> Select[Commitment]:
    """The commitments that a follow-up serves besides the one that it was made for."""
    serves = select(Serving.commitment_id).where(Serving.follow_up_id == follow_up_id)
    return select(Commitment).options(*PLACE).where(Commitment.id.in_(serves)).order_by(Commitment.id)


def joined_to(commitment_id: int) -> Select[Commitment]:
    """The records that were joined to this one."""
    return (
        select(Commitment)
        .options(*PLACE, *AROUND)
        .where(Commitment.joined_to_id == commitment_id)
        .order_by(Commitment.agreed_on.nulls_last(), Commitment.id)
    )


def not_joined(dialogue_id: int) -> Select[Commitment]:
    """What a dialogue has on record and what counts, the latest first: to be compared with a new record."""
    return (
        select(Commitment)
        .options(*PLACE)
        .where(Commitment.dialogue_id == dialogue_id, Commitment.status != CommitmentStatus.JOINED)
        .order_by(Commitment.agreed_on.desc().nulls_last(), Commitment.id.desc())
        .limit(COMPARED)
    )


def by_refs(refs: Sequence[str]) -> Select[Commitment]:
    """The commitments with these public identifiers."""
    return select(Commitment).options(*PLACE).where(Commitment.ref.in_(refs))
