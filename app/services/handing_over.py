"""Handing over: everything open of one officer goes to another in one go, as far as the other may know it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app import queries
from app.domain.access import may_see
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.letter import LetterKind
from app.models.commitment import FollowUp
from app.models.officer import Officer
from app.services.outbox import queue
from app.services.owners import note
from app.services.sign_in import viewer_of
from app.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Load:
    """What an officer has open, as far as the viewer may know it."""

    officer: Officer
    open: int
    late: int


def loads(work: UnitOfWork) -> list[Load]:
    """Everybody of a desk with what they have open, and whoever left something behind."""
    counted = {
        number: (every, late) for number, every, late in work.rows(queries.loads.per_officer(work.today))
    }
    officers = work.all(queries.loads.by_numbers(list(counted)))
    return [Load(officer, *counted.get(officer.id, (0, 0))) for officer in officers]


def hand_over(
    work: UnitOfWork, ref: str, to_ref: str, word: str
) -> tuple[Sequence[FollowUp], Sequence[FollowUp]]:
    """Give all that an officer has open, and the viewer may know, to another: (what went, what stays).

    What the other may not know stays where it is. The other gets one letter. RuleBroken on `to`.
    """
    officer = work.one(queries.officers.by_ref(ref))
    successor = next((one for one in work.all(queries.leaves.staff()) if one.ref == to_ref), None)
    if successor is None or successor.id == officer.id:
        raise RuleBroken("to", "Choose a colleague who takes the follow-ups over.")
    rows = work.all(queries.loads.of_officer(officer.id))
    eyes = viewer_of(work, successor)
    given = [row for row in rows if may_see(eyes, row)]
    if not given:
        raise RuleBroken(
            "to", f"{successor.name} may know none of them. Read them in first, or choose another."
        )
    for row in given:
        work.act(Action.HAND_OVER, on=row, word=f"from {officer.name} to {successor.name}. {word}".strip())
        row.owner_id, row.moved_at = successor.id, work.now
        note(work, row, row.status, f"Handed over from {officer.name} to {successor.name}. {word}".strip())
    work.flush()
    if successor.id != work.viewer.officer_id:
        cause = f"handed:{given[0].ref}:{given[0].version}"
        queue(work, once=cause, kind=LetterKind.HANDED_OVER, officer_id=successor.id)
    return given, [row for row in rows if row not in given]
