"""What can be done with a round or meeting as it stands: confirmed, moved, postponed, held, cancelled."""

from datetime import date
from enum import StrEnum

from app.domain.meeting import Standing


class SittingAct(StrEnum):
    """A step of a round's or meeting's standing."""

    CONFIRM = "confirm"
    HOLD = "hold"
    MOVE = "move"
    POSTPONE = "postpone"
    CANCEL = "cancel"


OPEN: dict[Standing, tuple[SittingAct, ...]] = {
    Standing.PROPOSED: (SittingAct.CONFIRM, SittingAct.MOVE, SittingAct.POSTPONE, SittingAct.CANCEL),
    Standing.PLANNED: (SittingAct.CONFIRM, SittingAct.MOVE, SittingAct.POSTPONE, SittingAct.CANCEL),
    Standing.CONFIRMED: (SittingAct.MOVE, SittingAct.POSTPONE, SittingAct.CANCEL),
    Standing.POSTPONED: (SittingAct.MOVE, SittingAct.CANCEL),
    Standing.HELD: (),
    Standing.CANCELLED: (),
}
BECOMES = {
    SittingAct.CONFIRM: Standing.CONFIRMED,
    SittingAct.HOLD: Standing.HELD,
    SittingAct.POSTPONE: Standing.POSTPONED,
    SittingAct.CANCEL: Standing.CANCELLED,
}


def acts_open(standing: Standing, starts_on: date | None, today: date) -> tuple[SittingAct, ...]:
    """The steps that can be taken, the nearest first: what has begun can be marked as held, the rest still moved."""
    steps = OPEN[standing]
    begun = starts_on is not None and starts_on <= today
    if begun and SittingAct.POSTPONE in steps:
        return (SittingAct.HOLD, *(step for step in steps if step is not SittingAct.CONFIRM))
    return steps if starts_on is not None else tuple(s for s in steps if s is not SittingAct.CONFIRM)


def standing_by_day(starts_on: date | None, today: date) -> Standing:
    """How a meeting stands of which only the day is said: past or today it was held, later it is planned."""
    return Standing.PLANNED if starts_on is None or starts_on > today else Standing.HELD
