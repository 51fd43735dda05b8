"""What the next round of a dialogue begins with, as the record of the rounds before suggests it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.domain.date_span import months_on
from app.domain.meeting import Standing

OUT = frozenset({Standing.CANCELLED, Standing.POSTPONED})


class Before(Protocol):
    """What the rule reads of a round before."""

    @property
    def number(self) -> int | None: ...

    @property
    def city(self) -> str: ...

    @property
    def standing(self) -> Standing: ...


@dataclass(frozen=True)
class NextRound:
    """The number that follows (None if the sides do not count) and the city whose turn it is ("" if none is seen)."""

    number: int | None
    city: str


def next_round(rounds: Sequence[Before]) -> NextRound:
    """The number after the highest, and the city whose turn it is; `rounds` are given the latest first."""
    numbers = [one.number for one in rounds if one.number is not None]
    cities = [one.city for one in rounds if one.city and one.standing not in OUT]
    return NextRound(max(numbers) + 1 if numbers else None, city_in_turn(cities))


def month_in_turn(last: date | None, cadence_months: int | None, today: date) -> str:
    """The month in which the stated cadence has the next round, as it is typed; never a day that nobody agreed.

    The month after this one where that has gone by; "" without a cadence or a last round.
    """
    if last is None or not cadence_months:
        return ""
    due = max(months_on(last.replace(day=1), cadence_months), months_on(today.replace(day=1), 1))
    return f"{due:%B %Y}"


@dataclass(frozen=True)
class Proposed:
    """A round further ahead by the habit of a dialogue; `month` as it is typed, "" where no cadence is stated."""

    number: int | None
    month: str
    city: str


def rounds_ahead(
    before: Sequence[Before], last: date | None, cadence_months: int | None, today: date, count: int
) -> list[Proposed]:
    """So many rounds after the last one that began on `last`, each a cadence further on; cities go on taking turns.

    `before` are the rounds so far, the latest first. Months are never filled up to days that nobody agreed.
    """
    first = next_round(before)
    cities = [one.city for one in before if one.city and one.standing not in OUT]
    found: list[Proposed] = []
    starts: date | None = None
    if last is not None and cadence_months:
        starts = max(months_on(last.replace(day=1), cadence_months), months_on(today.replace(day=1), 1))
    for step in range(count):
        city = city_in_turn(cities)
        cities = [city, *cities] if city else cities
        number = first.number + step if first.number is not None else None
        month = f"{months_on(starts, step * (cadence_months or 0)):%B %Y}" if starts is not None else ""
        found.append(Proposed(number, month, city))
    return found


def city_in_turn(cities: Sequence[str]) -> str:
    """Two cities that took turns go on doing so, and one that always received goes on; otherwise nobody knows.

    `cities` are given the latest first; once is no habit.
    """
    if len(cities) < 2:
        return ""
    return cities[1] if len(set(cities[:4])) <= 2 else ""


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def title_of_round(number: int | None, dialogue_name: str) -> str:
    """What a round is called if nobody says otherwise: 7th round, EU-Japan Cyber Dialogue."""
    return f"{f'{ordinal(number)} round' if number else 'Round'}, {dialogue_name}"
