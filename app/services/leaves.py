"""Leaves: noted by whoever goes, or by their head; a deputy looks after what they may know."""

from app import queries
from app.domain.access import Account
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.leave import LeaveFacts, check_days
from app.domain.stated_date import full
from app.models.officer import Leave, Officer
from app.services.unit_of_work import UnitOfWork


def account_of(officer: Officer) -> Account:
    """An officer's account as something that can be acted on."""
    return Account(officer_id=officer.id, desk_id=officer.desk_id)


def note(work: UnitOfWork, facts: LeaveFacts) -> Leave:
    """Note that somebody is away; RuleBroken on `first`, `last` or `deputy`."""
    officer = work.one(queries.officers.by_ref(facts.officer_ref))
    first, last = check_days(facts.first_day, facts.last_day, work.today)
    work.act(Action.NOTE_LEAVE, on=account_of(officer), word=f"{officer.name}, {full(first)} to {full(last)}")
    if work.all(queries.leaves.overlapping(officer.id, first, last)):
        raise RuleBroken("first", f"A leave of {officer.name} is noted for some of these days already.")
    deputy = work.one(queries.officers.by_ref(facts.deputy_ref)) if facts.deputy_ref else None
    if deputy is not None and deputy.id == officer.id:
        raise RuleBroken("deputy", "Nobody stands in for themselves. Choose a colleague.")
    return work.add(
        Leave(
            officer_id=officer.id,
            deputy_id=deputy.id if deputy else None,
            first_day=first,
            last_day=last,
        )
    )


def take_back(work: UnitOfWork, ref: str) -> Leave:
    """The officer is here after all; what was noted stands in the audit log."""
    leave = work.one(queries.leaves.by_ref(ref))
    work.act(Action.END_LEAVE, on=account_of(leave.officer), word=leave.officer.name)
    work.remove(leave)
    return leave
