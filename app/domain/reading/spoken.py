"""What a text says, ready to be laid beside another: its sentences with their topics, and what it undertakes."""

from app.domain.beside import MOST, Said
from app.domain.promises_beside import Promised
from app.domain.reading.found import Around
from app.domain.reading.reader import undertakings_in
from app.domain.reading.sentences import pieces
from app.domain.reading.topic_words import topics_in

LONGEST = 60_000
"""Characters of a text that are compared, some twenty-five pages."""


def sentences_of(text: str) -> list[str]:
    """The sentences, headings and points of lists of the beginning of a text, each on one line, as written."""
    begin = text[:LONGEST]
    return [" ".join(begin[piece.start : piece.end].split()) for piece in pieces(begin)]


def said_in(text: str) -> list[Said]:
    """The first sentences of a text (one more than are compared, to know that there are), each with its topics."""
    return [Said(sentence, topics_in(sentence)) for sentence in sentences_of(text)[: MOST + 1]]


def promised_in(text: str, around: Around) -> list[Promised]:
    """What the beginning of a text undertakes, less what a reader would not be offered for filing."""
    found = undertakings_in(text[:LONGEST], around)
    return [Promised(one.text, one.owed_by, one.said.when) for one in found if one.is_proposed]
