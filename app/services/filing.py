"""How a commitment is written down: its facts as columns, its place in a text, one line of its history."""

from dataclasses import replace
from datetime import date
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.commitment import CommitmentFacts, CommitmentStatus, OwedBy
from app.domain.due import Due, read_at, read_due
from app.domain.errors import RuleBroken
from app.domain.season import due_after_said
from app.domain.source_text import Place
from app.models.commitment import Commitment, CommitmentMove
from app.models.source_text import SourceText
from app.services.origins import day_of, keys_of, marked
from app.services.unit_of_work import UnitOfWork


def file(work: UnitOfWork, whole: Any, facts: CommitmentFacts, place: Place | None = None) -> Commitment:
    """File what was promised in a dialogue, round, meeting or text; `place` is where it stands in the text.

    What a text says that is agreed ad referendum only waits to be confirmed. RuleBroken at the field, or without one
    for a place that the text does not have.
    """
    work.act(Action.AGREE_COMMITMENT, on=whole)
    stands: dict[str, Any] = {}
    if isinstance(whole, SourceText):
        stands = {"status": CommitmentStatus.AD_REFERENDUM} if whole.ad_referendum else {}
        if place is not None:
            place = place.within(whole.text)
            stands |= {"starts_at": place.start, "ends_at": place.end}
    row = work.add(
        Commitment(
            **keys_of(whole), **columns(work, whole, facts), **stands, created_at=work.now, moved_at=work.now
        )
    )
    work.act(Action.AGREE_COMMITMENT, on=row)
    note(work, row, None, "Filed.")
    return row


def columns(work: UnitOfWork, whole: Any, facts: CommitmentFacts) -> dict[str, Any]:
    """The facts as the columns of the row; RuleBroken on `marking`, `due`, `working`, `said_on` or `season`."""
    said_on = read_at(facts.said_on, work.today, "said_on").end or day_of(whole)
    due, season_id = due_of(work, facts, said_on)
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
        "due_season_id": season_id,
        "hangs_on": facts.hangs_on,
        "rhythm": facts.rhythm,
        "strength": facts.strength,
        "agreed_on": said_on,
        "marking": marked(work, whole, facts.marking),
        **{name: list(getattr(facts, name)) for name in ("topics", "instruments", "norms", "cbms")},
    }


def due_of(work: UnitOfWork, facts: CommitmentFacts, said_on: date | None) -> tuple[Due, int | None]:
    """By when it is due, and the number of the event that it follows.

    The words as stated are kept beside an event, which gives the days; a working date of one's own would not follow.
    """
    if facts.season:
        if facts.working:
            raise RuleBroken("season", "What follows an event has no working date of its own: leave one out.")
        season = work.find(queries.seasons.by_ref(facts.season))
        if season is None:
            raise RuleBroken("season", "Choose one of those listed.")
        found = due_after_said(season, said_on)
        return Due(replace(found, stated=facts.due or found.stated), found.working_date), season.id
    if facts.read is not None and facts.read.stated == facts.due and not facts.working:
        return Due(facts.read, facts.read.working_date), None
    return read_due(facts.due, facts.working, said_on, work.today), None


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
