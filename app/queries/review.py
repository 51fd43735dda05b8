"""Questions of the head of desk's review: the rules of the domain, said to the database."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, false, func, not_, or_, select
from sqlalchemy.orm import joinedload

from app.domain.commitment import LIVE as LIVE_COMMITMENTS
from app.domain.commitment import OwedBy
from app.domain.follow_up import LIVE, FollowUpStatus
from app.domain.house_rules import USUAL, HouseRules
from app.domain.review import Exceptional
from app.domain.standing import within
from app.models.commitment import Commitment, FollowUp
from app.models.dialogue import Dialogue
from app.queries.whose import unowned

Whose = Sequence[ColumnElement[bool]]
"""Conditions on whose follow-ups they are, as `queries.follow_ups.whose` gives them."""


def conditions(today: date, now: datetime, rules: HouseRules) -> dict[Exceptional, ColumnElement[bool]]:
    """The condition of each list for itself; never NULL, so that its opposite can be asked too."""
    dated, waits = FollowUp.due.is_not(None), FollowUp.waiting_since.is_not(None)
    still = now - timedelta(days=rules.still_days)
    return {
        Exceptional.OVERDUE: and_(dated, FollowUp.due < today),
        Exceptional.SOON: and_(dated, FollowUp.due >= today, FollowUp.due <= within(today, rules.soon_days)),
        Exceptional.WAITING: and_(
            waits,
            FollowUp.status == FollowUpStatus.WAITING,
            FollowUp.waiting_since < within(today, -rules.waiting_days),
        ),
        Exceptional.NO_OWNER: unowned(),
        Exceptional.STILL: and_(
            FollowUp.moved_at < still, or_(FollowUp.reviewed_at.is_(None), FollowUp.reviewed_at < still)
        ),
    }


def why(today: date, now: datetime, rules: HouseRules) -> Any:
    """Per follow-up the first list that it belongs to, as a word."""
    held = conditions(today, now, rules)
    return case(*((held[one], one.value) for one in Exceptional), else_="")


def listed(
    one: Exceptional,
    today: date,
    now: datetime,
    *,
    since: datetime,
    whose: Whose = (),
    rules: HouseRules = USUAL,
) -> Select[FollowUp]:
    """The follow-ups of one list and of none above it, the oldest debt first; those reviewed since `since` last."""
    held = conditions(today, now, rules)
    above = list(Exceptional)[: list(Exceptional).index(one)]
    reviewed = and_(FollowUp.reviewed_at.is_not(None), FollowUp.reviewed_at >= since)
    return (
        select(FollowUp)
        .where(
            FollowUp.status.in_(LIVE),
            held[one],
            not_(or_(false(), *(held[other] for other in above))),
            *whose,
        )
        .options(
            joinedload(FollowUp.dialogue).joinedload(Dialogue.partner),
            joinedload(FollowUp.owner),
            joinedload(FollowUp.commitment),
        )
        .order_by(case((reviewed, 1), else_=0), FollowUp.due.nulls_last(), FollowUp.moved_at, FollowUp.id)
    )


def counts(today: date, now: datetime, whose: Whose = (), rules: HouseRules = USUAL) -> Select[str, int]:
    """How many live follow-ups each list holds, as (list, number); under an empty word those of none."""
    looked_at = (
        select(why(today, now, rules).label("why"), FollowUp.id)
        .where(FollowUp.status.in_(LIVE), *whose)
        .subquery()
    )
    return select(looked_at.c.why, func.count(looked_at.c.id)).group_by(looked_at.c.why)


def last_before(moment: datetime) -> Select[datetime | None]:
    """When somebody last reviewed anything before this moment; None if nobody ever did."""
    return select(func.max(FollowUp.reviewed_at)).where(FollowUp.reviewed_at < moment)


def for_the_head(desk_id: int | None = None, rules: HouseRules = USUAL) -> Select[Commitment]:
    """Live promises that were carried over too often, then joint ones on which nobody of ours moves; of a desk's
    dialogues.

    Nobody moves where no first mover is named and no live follow-up serves it.
    """
    served = exists().where(FollowUp.commitment_id == Commitment.id, FollowUp.status.in_(LIVE))
    too_often = Commitment.times_carried >= rules.carried_times
    nobodys = and_(Commitment.owed_by == OwedBy.JOINT, Commitment.first_mover == "", ~served)
    question = (
        select(Commitment)
        .where(Commitment.status.in_(LIVE_COMMITMENTS), or_(too_often, nobodys))
        .options(joinedload(Commitment.dialogue).joinedload(Dialogue.partner))
        .order_by(case((too_often, 0), else_=1), Commitment.agreed_on.nulls_last(), Commitment.id)
    )
    if desk_id is not None:
        led = select(Dialogue.id).where(Dialogue.lead_desk_id == desk_id)
        question = question.where(Commitment.dialogue_id.in_(led))
    return question


def to_ask_about(today: date, desk_id: int | None = None) -> Select[Commitment]:
    """What partners promised and whose working date is past, the longest past first; of a desk's dialogues."""
    question = (
        select(Commitment)
        .where(
            Commitment.owed_by == OwedBy.THEIRS,
            Commitment.status.in_(LIVE_COMMITMENTS),
            Commitment.due < today,
        )
        .options(joinedload(Commitment.dialogue).joinedload(Dialogue.partner))
        .order_by(Commitment.due, Commitment.id)
    )
    if desk_id is not None:
        led = select(Dialogue.id).where(Dialogue.lead_desk_id == desk_id)
        question = question.where(Commitment.dialogue_id.in_(led))
    return question
