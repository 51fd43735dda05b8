"""How a commitment is written down: its facts as columns, its place in a text, one line of its history."""

from typing import Any

from app.domain.action import Action
from app.domain.commitment import CommitmentFacts, CommitmentStatus, OwedBy
from app.domain.due import Due, read_at, read_due
from app.domain.source_text import Place
from app.models.commitment import Commitment, CommitmentMove
from app.models.source_text import SourceText
from app.services.origins import day_of, keys_of, marked
from app.services.unit_of_work import UnitOfWork


def file(work: UnitOfWork, whole: Any, facts: CommitmentFacts, place: Place | None = None) -> Commitment:
    """File what was promised in a dialogue, round, meeting or text; `place` is where it stands in the text.

    RuleBroken at the field, or without one for a place that the text does not have.
    """
    work.act(Action.AGREE_COMMITMENT, on=whole)
    stands = {}
    if place is not None and isinstance(whole, SourceText):
        place = place.within(whole.text)
        stands = {"starts_at": place.start, "ends_at": place.end}
    row = work.add(
        Commitment(
            **keys_of(whole), **columns(work, whole, facts), **stands, created_at=work.now, moved_at=work.now
        )
    )
    work.act(Action.AGREE_COMMITMENT, on=row)
    note(work, row, None, "Filed.")
    return row


def columns(work: UnitOfWork, whole: Any, facts: CommitmentFacts) -> dict[str, Any]:
    """The facts as the columns of the row; RuleBroken on `marking`, `due`, `working` or `said_on`."""
    said_on = read_at(facts.said_on, work.today, "said_on").end or day_of(whole)
    if facts.read is not None and facts.read.stated == facts.due and not facts.working:
        due = Due(facts.read, facts.read.working_date)
    else:
        due = read_due(facts.due, facts.working, said_on, work.today)
    return {
        "sentence": facts.sentence,
        "source": facts.source,
        "stands_at": facts.stands_at,
        "owed_by": facts.owed_by,
        "owed_by_name": facts.owed_by_name,
        "first_mover": facts.first_mover if facts.owed_by is OwedBy.JOINT else "",
        "due_stated": due.stated.stated,
        "due_from": due.stated.start,
        "due_until": due.stated.end,
        "due_precision": due.stated.precision,
        "due": due.working,
        "hangs_on": facts.hangs_on,
        "rhythm": facts.rhythm,
        "strength": facts.strength,
        "agreed_on": said_on,
        "marking": marked(work, whole, facts.marking),
        **{name: list(getattr(facts, name)) for name in ("topics", "instruments", "norms", "cbms")},
    }


def note(
    work: UnitOfWork,
    row: Commitment,
    was: CommitmentStatus | None,
    word: str,
    evidence: str = "",
    round_id: int | None = None,
) -> None:
    """One line of the history; `round_id` is the round at whose close it was decided."""
    work.add(
        CommitmentMove(
            dialogue_id=row.dialogue_id,
            marking=row.marking,
            commitment_id=row.id,
            was=was,
            became=row.status,
            at=work.now,
            by_id=work.viewer.officer_id,
            round_id=round_id,
            word=word,
            evidence=evidence,
        )
    )
