"""Questions about readouts on their way: who was asked, what was remarked, which texts there were."""

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.domain.clearance import Said
from app.domain.readout import Stage
from app.models.clearance import Clearing, ReadoutText, Remark
from app.models.readout import Readout

PEOPLE = (joinedload(Clearing.officer), joinedload(Clearing.asked_by), joinedload(Clearing.said_by))


def of_readout(readout_id: int) -> Select[Clearing]:
    """Everybody who was asked, in the order in which they were, those who are asked no more too."""
    return (
        select(Clearing)
        .options(*PEOPLE, joinedload(Clearing.message))
        .where(Clearing.readout_id == readout_id)
        .order_by(Clearing.id)
    )


def by_ref(ref: str) -> Select[Clearing]:
    """One that was asked, with the readout."""
    return select(Clearing).options(*PEOPLE, joinedload(Clearing.readout)).where(Clearing.ref == ref)


def by_message(number: int) -> Select[Clearing]:
    """What a letter asks for."""
    return (
        select(Clearing)
        .options(*PEOPLE, joinedload(Clearing.readout).joinedload(Readout.dialogue))
        .where(Clearing.message_id == number)
    )


def with_dialogue(ref: str) -> Select[Clearing]:
    """One that was asked, with the readout and its dialogue."""
    return (
        select(Clearing)
        .options(*PEOPLE, joinedload(Clearing.readout).joinedload(Readout.dialogue))
        .where(Clearing.ref == ref)
    )


def unanswered(after: datetime, until: datetime) -> Select[Clearing]:
    """What was asked, is not answered, and has its deadline in these times (after, until]; of drafts only."""
    return (
        select(Clearing)
        .options(
            *PEOPLE, joinedload(Clearing.message), joinedload(Clearing.readout).joinedload(Readout.author)
        )
        .join(Readout, Readout.id == Clearing.readout_id)
        .where(
            Clearing.said == Said.NOTHING,
            Clearing.withdrawn_at.is_(None),
            Clearing.due_at > after,
            Clearing.due_at <= until,
            Readout.stage == Stage.DRAFT,
        )
        .order_by(Clearing.due_at, Clearing.id)
    )


def waiting_for(officer_ids: list[int]) -> Select[Clearing]:
    """What these officers were asked for and have not answered, the most urgent first."""
    return (
        select(Clearing)
        .options(*PEOPLE, joinedload(Clearing.readout))
        .join(Readout, Readout.id == Clearing.readout_id)
        .where(
            Clearing.officer_id.in_(officer_ids),
            Clearing.said == Said.NOTHING,
            Clearing.withdrawn_at.is_(None),
            Readout.stage == Stage.DRAFT,
        )
        .order_by(Clearing.due_at, Clearing.id)
    )


def of_author(officer_id: int | None) -> Select[Clearing]:
    """What still holds up the drafts of an author: not answered, or not cleared; the most urgent first."""
    return (
        select(Clearing)
        .options(*PEOPLE, joinedload(Clearing.message), joinedload(Clearing.readout))
        .join(Readout, Readout.id == Clearing.readout_id)
        .where(
            Readout.author_id == officer_id,
            Readout.stage == Stage.DRAFT,
            Clearing.said.in_((Said.NOTHING, Said.NOT_CLEARED)),
            Clearing.withdrawn_at.is_(None),
        )
        .order_by(Clearing.due_at, Clearing.id)
    )


def remarks_of(readout_id: int) -> Select[Remark]:
    """The remarks on a readout in the order in which they were made."""
    return (
        select(Remark)
        .options(joinedload(Remark.by), joinedload(Remark.settled_by))
        .where(Remark.readout_id == readout_id)
        .order_by(Remark.id)
    )


def remark_by_ref(ref: str) -> Select[Remark]:
    """A remark with its readout."""
    return select(Remark).options(joinedload(Remark.readout)).where(Remark.ref == ref)


def texts_of(readout_id: int) -> Select[ReadoutText]:
    """The texts that a readout had, the latest first."""
    return (
        select(ReadoutText)
        .options(joinedload(ReadoutText.by))
        .where(ReadoutText.readout_id == readout_id)
        .order_by(ReadoutText.number.desc())
    )


def text_seen(readout_id: int, version: int) -> Select[ReadoutText]:
    """The text that a readout had when its row had this version."""
    return texts_of(readout_id).where(ReadoutText.of_version <= version).limit(1)


def text_numbered(readout_id: int, number: int) -> Select[ReadoutText]:
    """A text by its number."""
    return texts_of(readout_id).where(ReadoutText.number == number)
