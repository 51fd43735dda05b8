"""Questions about what a readout is compared with: its own earlier texts, and what was released of earlier events.

Lists name texts without reading a paragraph of them.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from app.domain.readout import Stage
from app.models.clearance import ReadoutText
from app.models.officer import Officer
from app.models.readout import Readout, Release
from app.models.round import Meeting, Round


def own(readout_id: int) -> Select[int, datetime, str]:
    """The texts that a readout had as (number, when, by whom), the latest first."""
    return (
        select(ReadoutText.number, ReadoutText.at, Officer.name)
        .outerjoin(Officer, Officer.id == ReadoutText.by_id)
        .where(ReadoutText.readout_id == readout_id)
        .order_by(ReadoutText.number.desc())
    )


def held_on() -> Any:
    """The first day of the event that a readout is of."""
    return func.coalesce(Meeting.starts_on, Round.starts_on)


def earlier(readout: Readout, day: date) -> tuple[ColumnElement[bool], ...]:
    """Released and not superseded, of the same dialogue, for the same audience, of an event before this day."""
    holds = Release.superseded_at.is_(None) & Release.withdrawn_at.is_(None)
    released = select(Release.id).where(Release.readout_id == Readout.id, holds).exists()
    return (
        Readout.dialogue_id == readout.dialogue_id,
        Readout.audience == readout.audience,
        Readout.stage == Stage.RELEASED,
        Readout.id != readout.id,
        released,
        held_on() < day,
    )


def listed(readout: Readout, day: date) -> Select[str, str, date]:
    """What was released of earlier events as (reference, title, day of the event), the last event first."""
    return (
        select(Readout.ref, Readout.title, held_on())
        .outerjoin(Round, Round.id == Readout.round_id)
        .outerjoin(Meeting, Meeting.id == Readout.meeting_id)
        .where(*earlier(readout, day))
        .order_by(held_on().desc(), Readout.id.desc())
    )


def one(readout: Readout, day: date, ref: str) -> Select[Readout]:
    """One of these, with its text."""
    return (
        select(Readout)
        .outerjoin(Round, Round.id == Readout.round_id)
        .outerjoin(Meeting, Meeting.id == Readout.meeting_id)
        .where(*earlier(readout, day), Readout.ref == ref)
    )
