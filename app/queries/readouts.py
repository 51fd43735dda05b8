"""Questions about readouts and their releases."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload, undefer

from app.domain.readout import Audience, Stage
from app.models.dialogue import Dialogue
from app.models.readout import Readout, Release
from app.models.round import Meeting

AROUND = (
    joinedload(Readout.dialogue).joinedload(Dialogue.partner),
    joinedload(Readout.round),
    joinedload(Readout.meeting),
    joinedload(Readout.author),
    joinedload(Readout.approved_by),
)


def of_sitting(sitting: Any) -> Select[Readout]:
    """The readouts of a round or meeting, the latest first."""
    column = Readout.meeting_id if isinstance(sitting, Meeting) else Readout.round_id
    return (
        select(Readout)
        .options(joinedload(Readout.author), selectinload(Readout.releases))
        .where(column == sitting.id)
        .order_by(Readout.created_at.desc(), Readout.id.desc())
    )


def released_beside(readout: Readout) -> Select[Release]:
    """What was released of the same round or meeting for the same audience, this readout's own releases too."""
    same = (Readout.round_id.is_not_distinct_from(readout.round_id)) & (
        Readout.meeting_id.is_not_distinct_from(readout.meeting_id)
    )
    return (
        select(Release)
        .join(Readout, Readout.id == Release.readout_id)
        .where(same, Readout.audience == readout.audience)
    )


def by_ref(ref: str) -> Select[Readout]:
    """One readout with all around it and its releases."""
    return (
        select(Readout)
        .options(*AROUND, selectinload(Readout.releases).joinedload(Release.released_by))
        .where(Readout.ref == ref)
    )


def correcting(ref: str) -> Select[Readout]:
    """The readout that was begun last to correct the one of this reference, with its author."""
    return (
        select(Readout)
        .options(joinedload(Readout.author))
        .where(Readout.corrects_ref == ref)
        .order_by(Readout.id.desc())
        .limit(1)
    )


def listed(stage: Stage | None = None, audience: Audience | None = None) -> Select[Readout]:
    """Readouts, the latest change first."""
    question = select(Readout).options(*AROUND)
    if stage is not None:
        question = question.where(Readout.stage == stage)
    if audience is not None:
        question = question.where(Readout.audience == audience)
    return question.order_by(Readout.changed_at.desc(), Readout.id.desc())


def released_with(partner_id: int) -> Select[Readout]:
    """What was released of every dialogue with a partner, and not withdrawn; the latest first."""
    return (
        select(Readout)
        .options(joinedload(Readout.round), joinedload(Readout.meeting))
        .where(
            Readout.stage == Stage.RELEASED,
            Readout.dialogue_id.in_(select(Dialogue.id).where(Dialogue.partner_id == partner_id)),
        )
        .order_by(Readout.created_at.desc(), Readout.id.desc())
    )


def waiting_for(officer_id: int | None) -> Select[Readout]:
    """Drafts by others that somebody could approve, the oldest first."""
    return (
        select(Readout)
        .options(*AROUND)
        .where(Readout.stage == Stage.DRAFT, Readout.author_id != officer_id)
        .order_by(Readout.changed_at, Readout.id)
    )


def release_of_hash(sha256: str) -> Select[Release]:
    """The release whose bytes have this hash, with its readout and who released it."""
    return (
        select(Release)
        .options(joinedload(Release.readout), joinedload(Release.released_by))
        .where(Release.sha256 == sha256)
        .order_by(Release.id)
        .limit(1)
    )


def release_by_ref(ref: str) -> Select[Release]:
    """A release with its stored bytes."""
    return select(Release).options(undefer(Release.pdf)).where(Release.ref == ref)
