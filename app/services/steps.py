"""Steps of a round or meeting that lies ahead: confirmed, marked as held, moved, postponed, cancelled."""

from typing import Any

from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.meeting import Standing, standing_after
from app.domain.sitting import MoveFacts, held_needs_past, when_columns
from app.domain.sitting_acts import BECOMES, SittingAct, acts_open
from app.domain.sitting_time import SaidTime
from app.domain.stated_date import StatedDate
from app.services.sittings import rewrite, sitting_of, zone_for
from app.services.unit_of_work import UnitOfWork

REVISES = {"rounds": Action.REVISE_ROUND, "meetings": Action.REVISE_MEETING}
CANCELS = {"rounds": Action.CANCEL_ROUND, "meetings": Action.CANCEL_MEETING}


def begin(
    work: UnitOfWork, kind: str, ref: str, step: SittingAct, word: str, seen_version: int | None
) -> Any:
    """The round or meeting, if the step is allowed, nobody was faster, and it can be taken as it stands."""
    sitting = sitting_of(work, kind, ref)
    action = CANCELS if step is SittingAct.CANCEL else REVISES
    work.act(action[kind], on=sitting, word=word)
    work.unchanged(sitting, seen_version)
    if step not in acts_open(sitting.standing, sitting.starts_on, work.today):
        raise RuleBroken("standing", f"This is {sitting.standing}: one cannot {step} it now.")
    return sitting


def confirm(work: UnitOfWork, kind: str, ref: str, seen_version: int | None) -> Any:
    """Both sides agreed to the day."""
    sitting = begin(work, kind, ref, SittingAct.CONFIRM, "Confirmed.", seen_version)
    rewrite(work, sitting, {"standing": BECOMES[SittingAct.CONFIRM]})
    return sitting


def hold(work: UnitOfWork, kind: str, ref: str, seen_version: int | None) -> Any:
    """It took place as planned."""
    sitting = begin(work, kind, ref, SittingAct.HOLD, "Marked as held.", seen_version)
    rewrite(work, sitting, {"standing": BECOMES[SittingAct.HOLD]})
    return sitting


def move(work: UnitOfWork, kind: str, ref: str, facts: MoveFacts, seen_version: int | None) -> Any:
    """Another day, time or place; what was postponed has a date again. RuleBroken at the field."""
    sitting = begin(work, kind, ref, SittingAct.MOVE, facts.because, seen_version)
    standing_after(sitting.standing, facts.standing)
    if facts.standing is Standing.HELD:
        held_needs_past(facts.standing, facts.when, work.today)
    said = SaidTime(facts.starts, facts.ends, zone_for(work, facts.zone, facts.city), facts.second_time)
    columns = {
        **when_columns(facts.when, said, work.today),
        "standing": facts.standing,
        "city": facts.city,
        "place": facts.place,
        "because": facts.because,
    }
    rewrite(work, sitting, columns)
    return sitting


def put_off(
    work: UnitOfWork,
    kind: str,
    ref: str,
    step: SittingAct,
    because: str,
    seen_version: int | None,
    said: StatedDate | None = None,
) -> Any:
    """Postpone (the old date goes, what was said of a new one stays) or cancel (the date stays, struck out).

    Either needs a reason: RuleBroken on `because` without one.
    """
    sitting = begin(work, kind, ref, step, because, seen_version)
    if not because:
        raise RuleBroken("because", f"Say why it is {BECOMES[step]}.")
    columns: dict[str, Any] = {"standing": BECOMES[step], "because": because}
    if step is SittingAct.POSTPONE:
        columns |= when_columns(said or StatedDate(""), SaidTime(None, None, sitting.zone), work.today)
    rewrite(work, sitting, columns)
    return sitting
