"""Paragraphs of a readout that are marked lower than they were: with a reason, and held up until another approves."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.errors import RuleBroken
from app.domain.marking import highest
from app.domain.redaction import Passage

NO_REASON = (
    "You marked {many} lower than before. Say why the words may be known further; whoever approves reads it."
)


def with_reasons(before: Sequence[Passage], after: Sequence[Passage], because: str) -> list[Passage]:
    """The paragraphs to save, each with the highest marking that it ever had here, and why it is marked lower now.

    They are told from each other by their keys, and by their words where somebody typed them anew. RuleBroken on
    `because` if one was lowered and no reason is given.
    """
    was = {one.key: one for one in before}
    by_words = {words(one): one for one in sorted(before, key=lambda one: one.origin)}
    found, lowered = [], 0
    for one in after:
        old = was.get(one.key) or by_words.get(words(one)) or one
        top, held = max(one.marking, old.origin, old.marking), max(one.marking, old.held, old.marking)
        why = old.because if one.marking < top else ""
        if one.marking < old.marking:
            lowered, why = lowered + 1, because.strip()
        found.append(replace(one, origin=top, held=held, because=why))
    if lowered and not because.strip():
        many = "a paragraph" if lowered == 1 else f"{lowered} paragraphs"
        raise RuleBroken("because", NO_REASON.format(many=many))
    return found


def words(passage: Passage) -> str:
    """What a paragraph says, whatever its spaces and capitals."""
    return " ".join(passage.text.split()).casefold()


def held_up(passages: Iterable[Passage]) -> int:
    """The rank of a draft: a paragraph counts as it was marked before, until a second person agrees."""
    return highest(max(one.marking, one.held) for one in passages)


def waiting(passages: Iterable[Passage]) -> list[Passage]:
    """The paragraphs whose lower marking nobody else has agreed to yet."""
    return [one for one in passages if one.marking < one.held]


def agreed(passages: Iterable[Passage]) -> list[Passage]:
    """The same paragraphs, each lower marking agreed to by whoever approves the text."""
    return [replace(one, held=one.marking) for one in passages]
