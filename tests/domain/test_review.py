"""The five lists of the review, and what a decision needs."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.errors import RuleBroken
from app.domain.follow_up import FollowUpStatus
from app.domain.review import Decision, Exceptional, Verdict, check, rule_of, title_of, why_looked_at

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOW.date()


@dataclass
class Step:
    """A follow-up that is in no list unless something is said of it."""

    status: FollowUpStatus = FollowUpStatus.OPEN
    due: date | None = None
    is_owned: bool = True
    waiting_since: date | None = None
    moved_at: datetime = NOW
    reviewed_at: datetime | None = None


def days(number: int) -> timedelta:
    return timedelta(days=number)


@pytest.mark.parametrize(
    ("step", "why"),
    [
        (Step(), None),
        (Step(due=TODAY - days(1)), Exceptional.OVERDUE),
        (Step(due=TODAY), Exceptional.SOON),
        (Step(due=TODAY + days(14)), Exceptional.SOON),
        (Step(due=TODAY + days(15)), None),
        (Step(FollowUpStatus.WAITING, waiting_since=TODAY - days(61)), Exceptional.WAITING),
        (Step(FollowUpStatus.WAITING, waiting_since=TODAY - days(60)), None),
        (Step(FollowUpStatus.OPEN, waiting_since=TODAY - days(99)), None),
        (Step(is_owned=False), Exceptional.NO_OWNER),
        (Step(is_owned=True), None),
        (Step(moved_at=NOW - days(31)), Exceptional.STILL),
        (Step(moved_at=NOW - days(30)), None),
        (Step(moved_at=NOW - days(90), reviewed_at=NOW - days(5)), None),
        (Step(moved_at=NOW - days(90), reviewed_at=NOW - days(31)), Exceptional.STILL),
        (Step(due=TODAY - days(1), is_owned=False, moved_at=NOW - days(90)), Exceptional.OVERDUE),
        (Step(FollowUpStatus.DONE, due=TODAY - days(1)), None),
        (Step(FollowUpStatus.DROPPED, is_owned=False), None),
    ],
)
def test_each_is_looked_at_once_under_the_first_rule_that_holds(step, why):
    assert why_looked_at(step, TODAY, NOW) is why


def test_each_list_has_a_title_and_its_rule_in_words():
    assert len({(title_of(why), rule_of(why)) for why in Exceptional}) == len(Exceptional)


@pytest.mark.parametrize(
    ("decision", "has_officer", "field"),
    [
        (Decision(Verdict.CLOSE), True, "word"),
        (Decision(Verdict.DROP, word=" "), True, "word"),
        (Decision(Verdict.NUDGE), False, "word"),
        (Decision(Verdict.REASSIGN, owner_unit=" "), True, "owner"),
        (Decision(Verdict.SET_DATE), True, "due"),
    ],
)
def test_a_decision_lacks_something(decision, has_officer, field):
    with pytest.raises(RuleBroken) as broken:
        check(decision, FollowUpStatus.OPEN, has_officer)
    assert broken.value.field == field


@pytest.mark.parametrize(
    "decision",
    [
        Decision(Verdict.SEEN),
        Decision(Verdict.NUDGE),
        Decision(Verdict.CLOSE, word="Sent."),
        Decision(Verdict.REASSIGN, owner_unit="CERT"),
        Decision(Verdict.SET_DATE, due="Friday"),
    ],
)
def test_a_decision_on_what_has_ended_is_none(decision):
    check(decision, FollowUpStatus.OPEN, True)
    with pytest.raises(RuleBroken):
        check(decision, FollowUpStatus.DONE, True)
