"""Questions to the search index."""

from collections.abc import Sequence

from sqlalchemy import Select, func, select

from app.models.dialogue import Dialogue
from app.models.search import Matches, SearchEntry

RECENT_FIRST = SearchEntry.id.desc()


def found(words: Sequence[str], kind: str = "") -> Select[SearchEntry]:
    """Entries that hold every one of these coded words, each as a beginning; of one kind if it is named."""
    question = select(SearchEntry).where(Matches(words)).order_by(RECENT_FIRST)
    return question.where(SearchEntry.kind == kind) if kind else question


def how_many(words: Sequence[str]) -> Select[str, int]:
    """How many entries of each kind hold the words, as (kind, number)."""
    return (
        select(SearchEntry.kind, func.count(SearchEntry.id)).where(Matches(words)).group_by(SearchEntry.kind)
    )


def dialogues(numbers: Sequence[int]) -> Select[Dialogue]:
    """The dialogues of what was found."""
    return select(Dialogue).where(Dialogue.id.in_(numbers))
