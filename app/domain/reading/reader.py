"""Reads a text: the commitments in it, in their place, and what only looks like one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.domain.reading import foreign
from app.domain.reading.found import Around, Standing, Undertaking
from app.domain.reading.parties import Parties
from app.domain.reading.sentences import Piece, pieces
from app.domain.reading.undertakings import in_sentence

HELD = re.compile(
    r"\b(?:was|were|has been|have been)\s+(?:\w+\s+)?(?:held|co-?chaired|hosted|convened|led|conducted|"
    r"launched|concluded)\b|"
    r"\b(?:met (?:on|in|at|today|for|recently)|took place|held (?:the|their|its|a|an|our)|concluded|"
    r"agreed|discussed|exchanged|reaffirmed|decided)\b",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"\bwill\s+(?:\w+ly\s+)?(?:be\s+(?:held|hosted|co-?chaired|convened)|hold|(?:co-?)?host|co-?chair|convene|meet|"
    r"travel|visit|take\s+place|participate|lead|attend)\b|"
    r"\b(?:is|are)\s+(?:scheduled\s+)?to\s+(?:visit|meet|hold|travel|take place|be held)\b",
    re.IGNORECASE,
)
AGENDA = re.compile(
    r"\b(?:agenda|will (?:discuss|be led|be headed|be co-?chaired|exchange|review|address|focus|include|"
    r"cover|represent)|(?:is|are) expected to|"
    r"delegations? will|envisaged|participants will|topics)\b",
    re.IGNORECASE,
)
INLINE = re.compile(r"(?:\s|^)\((?:[a-h]|[1-9]|i{1,3}|iv|vi{0,3})\)\s")
"""The marks of a list within a sentence."""

LEAD = 3


def undertakings_in(text: str, around: Around) -> tuple[Undertaking, ...]:
    """All that the text undertakes, in its order; nothing for one that only announces a meeting."""
    return tuple(without_repeats(as_written(found, text) for found in findings(text, around)))


def without_repeats(found: Iterable[Undertaking]) -> Iterator[Undertaking]:
    """What a teaser and the text say in the same words is offered once."""
    said: set[str] = set()
    for one in found:
        key = one.text.casefold()
        if one.is_proposed and key in said:
            one = replace(one, standing=Standing.REPEATED, why="the same words stand above")
        said.add(key)
        yield one


def as_written(found: Undertaking, text: str) -> Undertaking:
    """The finding with the words as they stand in the text, not in the one writing in which they were read."""
    return replace(found, text=" ".join(text[found.start : found.end].split()))


def findings(text: str, around: Around) -> Iterator[Undertaking]:
    """The findings, sentence by sentence, in the text's language."""
    cut = list(pieces(text))
    language = foreign.language_of(text)
    if language is not None:
        if foreign.only_announces(cut, language):
            return
        for piece in cut:
            yield from foreign.in_foreign_sentence(piece, language, around)
    elif not only_announces(cut):
        yield from with_lists(cut, Parties(around), around)


def only_announces(cut: Sequence[Piece]) -> bool:
    """True for a text from before the meeting: its agenda stands in the future tense."""
    spoken = [piece.text for piece in cut if piece.text.rstrip().endswith((".", "!", "?"))]
    lead = " ".join(spoken[:LEAD] or [piece.text for piece in cut])
    if not any(AGENDA.search(piece.text) for piece in cut):
        return False
    held, to_come = HELD.search(lead), TO_COME.search(lead)
    return to_come is not None and (held is None or to_come.start() < held.start())


def with_lists(cut: Sequence[Piece], parties: Parties, around: Around) -> Iterator[Undertaking]:
    """The findings sentence by sentence; an undertaking that introduces a list takes its points along."""
    number = 0
    while number < len(cut):
        piece = cut[number]
        number += 1
        found = list(in_sentence(piece, parties, around))
        if piece.text.rstrip().endswith(":") and number < len(cut) and cut[number].point:
            points = []
            if found:
                while number < len(cut) and (
                    cut[number].point or cut[number].paragraph == cut[number - 1].paragraph
                ):
                    points.append(cut[number].text.strip(" ;,."))
                    number += 1
                found[-1] = replace(found[-1], items=tuple(points))
        elif found and (inline := INLINE.split(piece.text[found[-1].start - piece.start :]))[2:]:
            found[-1] = replace(found[-1], items=tuple(point.strip(" ;,.") for point in inline[1:]))
        yield from found
