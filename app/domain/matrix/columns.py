"""The columns of a follow-up matrix: what each can mean, and a guess by its heading."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from app.domain.matrix.headings import HEADINGS


class Column(StrEnum):
    """What a column of somebody's list can mean."""

    REFERENCE = "reference"
    PARTNER = "partner"
    DIALOGUE = "dialogue"
    ROUND = "round"
    SENTENCE = "sentence"
    OWED_BY = "owed by"
    WHO = "who"
    FIRST_MOVER = "moves first"
    SAID_ON = "said on"
    DUE = "due"
    WORKING = "working date"
    HANGS_ON = "hangs on"
    STRENGTH = "strength"
    STATUS = "status"
    WORD = "last word"
    CARRIED = "carried"
    TOPICS = "topics"
    SOURCE = "source"
    STEP = "follow-up"
    OWNER = "owner"
    UNIT = "unit"
    STEP_DUE = "follow-up due"
    STEP_DAY = "follow-up day"
    STEP_STATUS = "follow-up status"
    WAITING_SINCE = "waiting since"
    SERVES = "serves"
    MARKING = "marking"


LABELS: dict[Column, str] = {
    Column.REFERENCE: "Reference (ours)",
    Column.PARTNER: "Partner",
    Column.DIALOGUE: "Dialogue",
    Column.ROUND: "Round or meeting in which it was said",
    Column.SENTENCE: "Commitment, as agreed",
    Column.OWED_BY: "Owed by: ours, theirs, joint",
    Column.WHO: "Who owes it, by name",
    Column.FIRST_MOVER: "Who on our side moves first",
    Column.SAID_ON: "Said on",
    Column.DUE: "By when, as stated",
    Column.WORKING: "Working date",
    Column.HANGS_ON: "Event that it hangs on",
    Column.STRENGTH: "Strength",
    Column.STATUS: "Status of the commitment",
    Column.WORD: "Last word, or evidence",
    Column.CARRIED: "How often it was carried over",
    Column.TOPICS: "Topics",
    Column.SOURCE: "Source",
    Column.STEP: "Follow-up: our next step",
    Column.OWNER: "Owner of the follow-up",
    Column.UNIT: "Unit that has the follow-up",
    Column.STEP_DUE: "Follow-up by when, as stated",
    Column.STEP_DAY: "Follow-up by which day",
    Column.STEP_STATUS: "Status of the follow-up",
    Column.WAITING_SINCE: "Waiting on the partner since",
    Column.SERVES: "Commitment that the follow-up serves (reference or sentence)",
    Column.MARKING: "Marking",
}

OF_A_STEP = {Column.DUE: Column.STEP_DUE, Column.WORKING: Column.STEP_DAY, Column.STATUS: Column.STEP_STATUS}
"""What a heading means in a list that has follow-ups and no commitments."""

Mapped = tuple[Column | None, ...]
"""For each column of the list what it means, or None."""


def plain_heading(text: str) -> str:
    """A heading without case, accents, marks and line ends."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss").replace("’", "'"))
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w']+", " ", letters).split())


KNOWN: Mapping[str, Column] = {
    plain_heading(heading): Column(column) for column, headings in HEADINGS.items() for heading in headings
}


def meaning_of(heading: str) -> tuple[Column | None, int]:
    """What a heading most likely means, and how sure that is: 3 for its very words, 1 for words in it."""
    plain = plain_heading(heading)
    if plain in KNOWN:
        return KNOWN[plain], 3
    held = [known for known in KNOWN if len(known) > 3 and re.search(rf"\b{re.escape(known)}\b", plain)]
    if not held or len(plain) > 60:
        return None, 0
    return KNOWN[max(held, key=len)], 1


def guess(headings: Sequence[str]) -> Mapped:
    """What each column means by its heading; each meaning goes to the surest column, the leftmost of equals."""
    meant = [meaning_of(heading) for heading in headings]
    has_sentence = any(column is Column.SENTENCE for column, _ in meant)
    has_step = any(column is Column.STEP for column, _ in meant)
    if has_step and not has_sentence:
        meant = [(OF_A_STEP.get(column, column) if column else None, sure) for column, sure in meant]
    best: dict[Column, tuple[int, int]] = {}
    for place, (column, sure) in enumerate(meant):
        if column is not None and (column not in best or sure > best[column][0]):
            best[column] = (sure, place)
    places = {place: column for column, (_, place) in best.items()}
    return tuple(places.get(place) for place in range(len(headings)))


def likeness_of_head(cells: Iterable[str]) -> int:
    """How much a row looks like the head of a matrix."""
    return sum(meaning_of(cell)[1] for cell in cells if cell)


LOOKED_AT = 40
"""So many rows from the top may stand above the head: titles, notes, blank ones."""


def head_of(rows: Sequence[Sequence[str]]) -> int:
    """The row (from 0) that is most likely the head: the one that names most columns, else the first with two cells."""
    scored = [(likeness_of_head(row), -place) for place, row in enumerate(rows[:LOOKED_AT])]
    if scored and max(scored)[0] >= 4:
        return -max(scored)[1]
    full = (place for place, row in enumerate(rows[:LOOKED_AT]) if sum(bool(cell) for cell in row) >= 2)
    return next(full, 0)
