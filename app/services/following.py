"""What follows an event of the multilateral calendar: its record, and the promises that are due by it."""

from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.season import WATCHED, due_by
from app.domain.stated_date import StatedDate, full
from app.models.commitment import Commitment
from app.models.season import Season
from app.services.filing import note
from app.services.sign_in import seeing_all
from app.services.unit_of_work import UnitOfWork


def change(work: UnitOfWork, season: Season, columns: dict[str, Any]) -> bool:
    """Write these columns; what a calendar shows of it makes a new revision. True if anything changed.

    The live promises that are due by it move along. The caller authorises before, and records after.
    """
    changed = {name for name, value in columns.items() if getattr(season, name) != value}
    name_before, due_before = season.name, due_by(season)
    for name in changed:
        setattr(season, name, columns[name])
    if changed & {*WATCHED, "cancelled"}:
        season.revision, season.changed_at = season.revision + 1, work.now
    work.flush()
    due = due_by(season)
    if due != due_before:
        bring_along(work, season, due, name_before)
    elif "cancelled" in changed:
        what = "was cancelled" if season.cancelled else "takes place after all"
        bring_along(work, season, None, f"“{season.name}” {what}; the date stays until somebody changes it.")
    return bool(changed)


def bring_along(work: UnitOfWork, season: Season, due: StatedDate | None, word: str) -> None:
    """Give the live promises that are due by the event its new date, or (without one) only a word in their history.

    They are found and changed with the system's eyes, also those that whoever changed the event may not know: an
    event is public, and a promise that did not follow would be wrong in silence. Nothing of them comes back from here,
    and each has an act of its own in its own dialogue, which only they read who may know it.
    """
    seen, marking = work.viewer, work.marking
    work.become(seeing_all(seen))
    for row in work.all(queries.seasons.followers(season.id)):
        said = word if due is None else move(row, season, due, word)
        if said:
            work.act(Action.REVISE_COMMITMENT, on=row, word=said)
            note(work, row, row.status, said)
    work.settle()  # the search and the past states of what one may not know are written with these eyes too
    work.become(seen)
    work.marking = marking


def move(row: Commitment, season: Season, due: StatedDate, name_before: str) -> str:
    """Move one promise; what is said of it in its history, nothing if its days stay and only the name is another."""
    before = row.due
    if row.due_stated == f"by {name_before}"[:200]:
        row.due_stated = due.stated
    row.due_from, row.due_until, row.due_precision, row.due = due.start, due.end, due.precision, due.end
    if due.end is None or before == due.end:
        return f"“{name_before}”, by which it is due, is called or dated otherwise now: {season.name}."
    was = full(before) if before is not None else "no date"
    return f"Due {full(due.end)} instead of {was}, because “{season.name}” moved."
