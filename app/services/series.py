"""A series ahead: several rounds of a dialogue proposed at once, as its cadence has them."""

from collections.abc import Sequence
from dataclasses import replace

from app import queries
from app.domain.errors import RuleBroken
from app.domain.sitting import RoundFacts
from app.models.round import Round
from app.services import clashes, rounds
from app.services.unit_of_work import UnitOfWork

MOST = 12


def plan(work: UnitOfWork, dialogue_ref: str, wanted: Sequence[RoundFacts]) -> list[Round]:
    """All of these rounds, or none; each marked as the dialogue is, at least.

    RuleBroken says in which of them (counted from 1) something will not do.
    """
    if not wanted:
        raise RuleBroken("rounds", "Tick at least one round.")
    if len(wanted) > MOST:
        raise RuleBroken("rounds", f"More than {MOST} rounds ahead are nobody\u2019s plan.")
    dialogue = work.one(queries.dialogues.by_ref(dialogue_ref))
    found = []
    for place, facts in enumerate(wanted, 1):
        whole = replace(facts, marking=max(facts.marking, dialogue.marking))
        try:
            found.append(rounds.plan(work, dialogue_ref, whole))
        except RuleBroken as broken:
            raise RuleBroken("rounds", f"{said(place)}: {broken.message}") from broken
    return found


def against(work: UnitOfWork, dialogue_ref: str, wanted: Sequence[RoundFacts]) -> list[str]:
    """What speaks against the days of these rounds, each sentence with the round that it is about."""
    dialogue = work.one(queries.dialogues.by_ref(dialogue_ref))
    found: list[str] = []
    for place, facts in enumerate(wanted, 1):
        name = f"Round {facts.number}" if facts.number else said(place)
        found += [f"{name}: {each}" for each in clashes.of(work, facts, dialogue.partner, dialogue)]
    return found


def said(place: int) -> str:
    """Which of them is meant."""
    return f"Line {place}"
