"""What was promised of the next round of dialogues, each read with one question for all of them."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from app import queries
from app.domain.errors import RuleBroken
from app.domain.promised_round import Promise, names_next_round, promises_next_round
from app.domain.stated_date import read_date
from app.models.dialogue import Dialogue
from app.services.unit_of_work import UnitOfWork


def promised(work: UnitOfWork, dialogues: Sequence[Dialogue]) -> dict[int, list[Promise]]:
    """Per dialogue what its last round said of the next, and the live commitments that speak of one."""
    ids = [dialogue.id for dialogue in dialogues]
    found: dict[int, list[Promise]] = defaultdict(list)
    last: dict[int, tuple[str, str, date | None]] = {}
    for dialogue_id, ref, words, day in work.rows(queries.cadence.said_of_next(ids)):
        last[dialogue_id] = (ref, words, day)
    for dialogue_id, (ref, words, day) in last.items():
        if words:
            found[dialogue_id].append(Promise(words, day_meant(words, day or work.today), "round", ref))
    for dialogue_id, ref, sentence, stated, due in work.rows(queries.cadence.promises_of_next(ids)):
        holds = promises_next_round(sentence)
        if holds or names_next_round(stated):  # what is due by the next round says no day for it
            words = f"{sentence} ({stated})" if stated else sentence
            found[dialogue_id].append(Promise(words, due if holds else None, "commitment", ref))
    return found


def day_meant(words: str, said_on: date) -> date | None:
    """The last day that the words allow, seen from when they were said; None if they name no date."""
    with suppress(RuleBroken):
        return read_date(words, said_on, ahead=True).end
    return None
