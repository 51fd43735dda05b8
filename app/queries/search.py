"""Questions to the search index."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, func, or_, select

from app.domain.meeting import Voice
from app.models.dialogue import Dialogue
from app.models.round import Meeting, Round
from app.models.search import Matches, SearchEntry
from app.models.substance import Delegate, Delegation, Note

RECENT_FIRST = SearchEntry.id.desc()


def known() -> ColumnElement[bool]:
    """True for everything but the people of a round or meeting under the Chatham House Rule: who was there is not told.

    A meeting of a round under the rule is under it, too.
    """
    unnamed = (
        select(Delegate.id)
        .join(Delegation, Delegation.id == Delegate.delegation_id)
        .outerjoin(Round, Round.id == Delegation.round_id)
        .outerjoin(Meeting, Meeting.id == Delegation.meeting_id)
        .where(or_(Round.chatham_house.is_(True), Meeting.chatham_house.is_(True)))
    )
    return or_(SearchEntry.kind != Delegate.__tablename__, SearchEntry.record_id.not_in(unnamed))


def voices(numbers: Sequence[int]) -> Select[int, Voice]:
    """Who spoke in these notes, as (note, voice); of those under the Chatham House Rule it is not told."""
    return (
        select(Note.id, Note.voice)
        .outerjoin(Round, Round.id == Note.round_id)
        .outerjoin(Meeting, Meeting.id == Note.meeting_id)
        .where(Note.id.in_(numbers), Round.chatham_house.is_not(True), Meeting.chatham_house.is_not(True))
    )


def found(words: Sequence[str], kind: str = "") -> Select[SearchEntry]:
    """Entries that hold every one of these coded words, each as a beginning; of one kind if it is named."""
    question = select(SearchEntry).where(Matches(words), known()).order_by(RECENT_FIRST)
    return question.where(SearchEntry.kind == kind) if kind else question


def how_many(words: Sequence[str]) -> Select[str, int]:
    """How many entries of each kind hold the words, as (kind, number)."""
    return (
        select(SearchEntry.kind, func.count(SearchEntry.id))
        .where(Matches(words), known())
        .group_by(SearchEntry.kind)
    )


def dialogues(numbers: Sequence[int]) -> Select[Dialogue]:
    """The dialogues of what was found."""
    return select(Dialogue).where(Dialogue.id.in_(numbers))
