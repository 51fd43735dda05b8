"""Questions of the multilateral calendar."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select

from app.domain.commitment import LIVE
from app.models.commitment import Commitment
from app.models.season import Season

OFFERED = 200
"""So many events are offered to choose among at most: the nearest."""
IN_ORDER = (Season.starts_on, Season.ends_on, Season.name, Season.id)


def all_seasons() -> Select[Season]:
    """Every event, cancelled ones too, in the order of their days."""
    return select(Season).order_by(*IN_ORDER)


def by_ref(ref: str) -> Select[Season]:
    """The event with this public identifier."""
    return select(Season).where(Season.ref == ref)


def between(first: date, last: date, *, cancelled: bool = False) -> Select[Season]:
    """The events that can take place on one of the days from first to last."""
    question = all_seasons().where(Season.starts_on <= last, Season.ends_on >= first)
    return question if cancelled else question.where(Season.cancelled.is_(False))


def ahead(today: date) -> Select[Season]:
    """The nearest events that are not over and not cancelled."""
    return all_seasons().where(Season.ends_on >= today, Season.cancelled.is_(False)).limit(OFFERED)


def origins() -> Select[*tuple[Any, ...]]:
    """The codes of the events that were taken over from the list that ships."""
    return select(Season.origin).where(Season.origin.is_not(None))


def by_identifiers(uids: Sequence[str]) -> Select[Season]:
    """The events that calendars know by these identifiers: theirs, or ours that come back."""
    return select(Season).where(or_(Season.ics_uid.in_(uids), Season.uid.in_(uids)))


def followers(season_id: int) -> Select[Commitment]:
    """The live commitments that are due by an event of the multilateral calendar."""
    return (
        select(Commitment)
        .where(Commitment.due_season_id == season_id, Commitment.status.in_(LIVE))
        .order_by(Commitment.id)
    )
