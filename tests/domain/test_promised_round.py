"""The next round promised stands against the one planned, and exceptions come first."""

from datetime import date

import pytest

from app.domain.cadence import Rhythm
from app.domain.promised_round import (
    Plan,
    Promise,
    is_exception,
    names_next_round,
    plan_of,
    promises_next_round,
    urgency,
)

MAY = date(2026, 5, 31)


def promise(by=None):
    return Promise("the next round in Tokyo", by, "round", "x")


@pytest.mark.parametrize(
    ("promises", "planned", "plan"),
    [
        ([], None, Plan.NOTHING),
        ([], MAY, Plan.UNPROMISED),
        ([promise()], None, Plan.NOT_PLANNED),
        ([promise()], MAY, Plan.PLANNED),
        ([promise(MAY)], MAY, Plan.PLANNED),
        ([promise(MAY)], date(2026, 6, 1), Plan.LATER),
        ([promise(date(2025, 1, 1)), promise(MAY)], MAY, Plan.PLANNED),
    ],
)
def test_a_next_round_stands_against_what_was_promised(promises, planned, plan):
    assert plan_of(promises, planned) is plan


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("hold the next round in Tokyo", True),
        ("at the next EU-Japan Cyber Dialogue", True),
        ("the Next Consultations in 2027", True),
        ("send the paper next week", False),
        ("take the next step. The round was held.", False),
        ("", False),
    ],
)
def test_a_text_speaks_of_a_next_round_or_does_not(text, speaks):
    assert names_next_round(text) is speaks


@pytest.mark.parametrize(
    ("sentence", "promises"),
    [
        ("Hold the next round in Tokyo in 2027", True),
        ("The next EU-Japan Cyber Dialogue will take place in Brussels.", True),
        ("Send comments on the draft agenda of the next round", False),
        ("Hold an exercise next week", False),
    ],
)
def test_to_do_something_for_the_next_round_does_not_promise_it(sentence, promises):
    assert promises_next_round(sentence) is promises


def test_what_slipped_comes_before_what_is_kept_and_a_broken_plan_before_a_good_one():
    lines = [
        (Rhythm.KEPT, Plan.PLANNED),
        (Rhythm.KEPT, Plan.NOT_PLANNED),
        (Rhythm.DORMANT, Plan.NOTHING),
        (Rhythm.SLIPPED, Plan.NOTHING),
    ]
    assert sorted(lines, key=lambda line: urgency(*line)) == [lines[3], lines[2], lines[1], lines[0]]
    assert [is_exception(*line) for line in lines] == [False, True, True, True]
