"""The order in which open items are shown at the close of a round, and what a decision needs."""

from dataclasses import dataclass
from datetime import date

import pytest

from app.domain.closing import Close, CloseFacts, dropped_by, in_order, may_close
from app.domain.commitment import OwedBy
from app.domain.errors import RuleBroken
from app.domain.meeting import Standing

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Item:
    name: str
    owed_by: OwedBy
    due: date | None = None
    agreed_on: date | None = None


def test_the_order_is_that_of_embarrassment():
    items = [
        Item("theirs", OwedBy.THEIRS),
        Item("theirs late", OwedBy.THEIRS, date(2026, 1, 1)),
        Item("joint", OwedBy.JOINT),
        Item("ours, younger", OwedBy.OURS, None, date(2026, 5, 1)),
        Item("ours, older", OwedBy.OURS, date(2027, 1, 1), date(2025, 5, 1)),
        Item("ours late", OwedBy.OURS, date(2026, 1, 1)),
    ]
    assert [item.name for item in in_order(items, TODAY)] == [
        "ours late", "ours, older", "ours, younger", "joint", "theirs late", "theirs",
    ]  # fmt: skip


def test_who_dropped_it_is_part_of_the_history():
    assert dropped_by(CloseFacts(Close.DROP, "No money.", who="Director")) == "Dropped by Director. No money."
    with pytest.raises(RuleBroken) as broken:
        dropped_by(CloseFacts(Close.DROP, "No money."))
    assert broken.value.field == "who"


@pytest.mark.parametrize(
    ("standing", "left", "closed", "word"),
    [
        (Standing.PLANNED, [], False, "was held"),
        (Standing.HELD, [1, 2], False, "2 open items"),
        (Standing.HELD, [1], False, "1 open item is"),
        (Standing.HELD, [], True, "closed already"),
    ],
)
def test_a_round_is_closed_once_and_only_when_nothing_is_left(standing, left, closed, word):
    with pytest.raises(RuleBroken, match=word):
        may_close(standing, left, closed)


def test_a_round_that_was_held_and_has_nothing_left_is_closed():
    may_close(Standing.HELD, [], False)
