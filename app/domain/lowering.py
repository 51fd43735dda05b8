"""A marking is lowered by two people: one proposes it with a reason, another decides."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import RuleBroken
from app.domain.marking import Marking, Scheme

TWO_PEOPLE = (
    "A marking is lowered by two people. Leave it as it is here, and propose a lower one with the link below."
)


class Outcome(StrEnum):
    """What became of a proposal."""

    WAITING = "waiting"
    LOWERED = "lowered"
    LEFT = "left as it is"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True)
class LoweringFacts:
    """A proposal: the rank to lower to, why, and whether everything within that is marked the same comes along."""

    to: int
    because: str
    with_parts: bool = False


def not_lowered(before: int, after: int, field: str = "marking") -> None:
    """Lets a marking stay or rise; RuleBroken on `field` where one person alone would lower it."""
    if after < before:
        raise RuleBroken(field, TWO_PEOPLE)


def lower_choices(scheme: Scheme, marking: int, least: int) -> tuple[Marking, ...]:
    """The markings to which a record may be lowered: below its own, no lower than what it belongs to (`least`)."""
    return tuple(each for each in scheme.choices() if least <= each.rank < marking)


def check_proposal(facts: LoweringFacts, scheme: Scheme, marking: int, least: int) -> None:
    """RuleBroken on `to` for what is no lower marking that the record may carry, on `because` without a reason."""
    if facts.to not in {each.rank for each in lower_choices(scheme, marking, least)}:
        raise RuleBroken("to", "Choose a marking below the present one, no lower than what it belongs to.")
    if not facts.because.strip():
        raise RuleBroken("because", "Say why it may be known further.")


def decided(outcome: Outcome, to: Outcome, word: str) -> Outcome:
    """The outcome, once; RuleBroken without a field if it was decided already, on `word` for a no without a reason."""
    if outcome is not Outcome.WAITING:
        raise RuleBroken("", f"This was decided already: {outcome}.")
    if to is Outcome.LEFT and not word.strip():
        raise RuleBroken("word", "Say why the marking stays as it is.")
    return to
