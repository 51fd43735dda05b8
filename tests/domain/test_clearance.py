"""Clearance: silence clears only where it was chosen; a text passes when everybody who was asked has cleared it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.domain.clearance import Said, may_pass, must_lie_ahead, needs_word, remind_at, stands
from app.domain.deadline import DaysOff
from app.domain.errors import RuleBroken

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass
class One:
    """One that was asked."""

    said: Said = Said.NOTHING
    due_at: datetime = NOW + HOUR
    silence: bool = False
    withdrawn_at: datetime | None = None


@pytest.mark.parametrize(
    ("asked", "word", "passes"),
    [
        (One(), "asked", False),
        (One(due_at=NOW), "late", False),
        (One(due_at=NOW, silence=True), "cleared by silence", True),
        (One(silence=True), "asked", False),
        (One(Said.CLEARED), "cleared", True),
        (One(Said.WITH_CHANGES, due_at=NOW - HOUR), "cleared with changes", True),
        (One(Said.NOT_CLEARED, due_at=NOW - HOUR, silence=True), "not cleared", False),
    ],
)
def test_how_an_answer_stands(asked, word, passes):
    found = stands(asked, NOW)
    assert (found.word, found.passes) == (word, passes)


@pytest.mark.parametrize(
    ("everybody", "why"),
    [
        ([], ""),
        ([One(Said.CLEARED), One(Said.WITH_CHANGES), One(due_at=NOW, silence=True)], ""),
        ([One(Said.CLEARED), One()], "1 of those asked has not cleared it yet"),
        ([One(), One(due_at=NOW)], "2 of those asked have not"),
        ([One(), One(Said.NOT_CLEARED)], "did not clear it"),
        ([One(Said.NOT_CLEARED, withdrawn_at=NOW), One(withdrawn_at=NOW)], ""),
    ],
)
def test_a_text_passes_when_nobody_is_outstanding(everybody, why):
    if not why:
        may_pass(everybody, NOW)
        return
    with pytest.raises(RuleBroken, match=why):
        may_pass(everybody, NOW)


@pytest.mark.parametrize("said", [Said.WITH_CHANGES, Said.NOT_CLEARED])
def test_changes_and_refusals_need_a_word(said):
    with pytest.raises(RuleBroken):
        needs_word(said, " ")
    needs_word(said, "The date is wrong.")
    needs_word(Said.CLEARED, "")


def test_a_deadline_lies_ahead():
    with pytest.raises(RuleBroken):
        must_lie_ahead(NOW, NOW)
    must_lie_ahead(NOW + HOUR, NOW)


@pytest.mark.parametrize(
    ("due", "days", "zone", "off", "when"),
    [
        ("2026-12-03T16:00", 1, "Europe/Brussels", DaysOff(), "2026-12-02T07:00"),
        ("2026-11-30T16:00", 1, "Europe/Brussels", DaysOff(), "2026-11-27T07:00"),  # a Monday
        ("2026-11-28T16:00", 1, "Europe/Brussels", DaysOff(), "2026-11-27T07:00"),  # a Saturday
        ("2026-11-30T16:00", 3, "Europe/Brussels", DaysOff(), "2026-11-25T07:00"),
        ("2026-12-03T16:00", 1, "Asia/Tokyo", DaysOff(), "2026-12-02T23:00"),  # there it is the 4th
        ("2026-12-03T16:00", 1, "Europe/Brussels", DaysOff({date(2026, 12, 2)}), "2026-12-01T07:00"),
        ("2026-11-29T12:00", 1, "Asia/Dubai", DaysOff(frozenset(), {4, 5}), "2026-11-26T04:00"),
    ],
)
def test_a_reminder_comes_so_many_working_days_before_at_ones_own_hour(due, days, zone, off, when):
    found = remind_at(moment(due), days, time(8), zone, off)
    assert found == moment(when)


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
