"""What follows from the dates of the multilateral calendar."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from app.domain.errors import RuleBroken
from app.domain.schedule import EntryStatus
from app.domain.season import (
    SeasonKind,
    due_after_said,
    due_by,
    entry_of_season,
    falls_into,
    falls_words,
    is_short,
    read_when,
)
from app.domain.stated_date import Precision

AT = datetime(2026, 1, 1, tzinfo=UTC)
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Event:
    uid: str = "u"
    name: str = "UN high-level week"
    kind: SeasonKind = SeasonKind.WEEK
    stated: str = "22–28 September 2026"
    starts_on: date = date(2026, 9, 22)
    ends_on: date = date(2026, 9, 28)
    precision: Precision = Precision.SPAN
    confirmed: bool = True
    city: str = "New York"
    cancelled: bool = False
    revision: int = 3
    created_at: datetime = AT
    changed_at: datetime = AT


VAGUE = Event(
    name="ARF ministerial",
    kind=SeasonKind.CONFERENCE,
    stated="July 2027",
    starts_on=date(2027, 7, 1),
    ends_on=date(2027, 7, 31),
    precision=Precision.MONTH,
    confirmed=False,
)


@pytest.mark.parametrize(
    ("first", "last", "falls"),
    [
        (date(2026, 9, 21), date(2026, 9, 21), False),
        (date(2026, 9, 20), date(2026, 9, 22), True),
        (date(2026, 9, 24), date(2026, 9, 25), True),
        (date(2026, 9, 28), date(2026, 10, 3), True),
        (date(2026, 9, 29), date(2026, 9, 30), False),
    ],
)
def test_a_round_falls_into_a_week_if_one_of_its_days_does(first, last, falls):
    assert bool(falls_into([Event()], first, last)) is falls


@pytest.mark.parametrize(
    "event",
    [
        replace(Event(), cancelled=True),
        replace(Event(), kind=SeasonKind.CONFERENCE),
        replace(Event(), kind=SeasonKind.PRESIDENCY),
        replace(Event(), precision=Precision.MONTH),
    ],
)
def test_what_is_cancelled_vague_or_no_session_is_no_hint(event):
    assert falls_into([event], date(2026, 9, 22), date(2026, 9, 28)) == []


def test_the_hint_is_a_sentence():
    assert falls_words(Event()) == "Falls into the UN high-level week (22–28 September 2026)."
    assert falls_words(replace(Event(), name="The week", confirmed=False)) == (
        "Falls into the week (22–28 September 2026, to be confirmed)."
    )


def test_the_earliest_comes_first():
    later = replace(Event(), name="A later session", starts_on=date(2026, 9, 25))
    assert falls_into([later, Event()], date(2026, 9, 1), date(2026, 9, 30)) == [Event(), later]


def test_due_by_an_event_is_its_first_day_or_the_last_that_is_possible():
    due = due_by(Event())
    assert (due.stated, due.start, due.end, due.precision) == (
        "by UN high-level week",
        date(2026, 9, 22),
        date(2026, 9, 22),
        Precision.DAY,
    )
    due = due_by(VAGUE)
    assert (due.start, due.working_date, due.precision) == (
        date(2027, 7, 1),
        date(2027, 7, 31),
        Precision.MONTH,
    )


def test_nothing_is_due_by_what_was_over_when_it_was_said():
    with pytest.raises(RuleBroken) as broken:
        due_after_said(Event(), date(2026, 10, 1))
    assert broken.value.field == "season"
    assert due_after_said(Event(), date(2026, 9, 22)).end == date(2026, 9, 22)


def test_a_calendar_shows_whole_days_on_which_nobody_is_busy():
    entry = entry_of_season(Event(), "https://desk.example/seasons#x")
    assert (entry.uid, entry.sequence, entry.busy, entry.starts) == ("u", 3, False, None)
    assert (entry.first_day, entry.last_day) == (date(2026, 9, 22), date(2026, 9, 28))
    assert (entry.place, entry.url) == ("New York", "https://desk.example/seasons#x")
    assert entry_of_season(Event(), with_place=False).place == ""


@pytest.mark.parametrize(
    ("event", "status", "title"),
    [
        (Event(), EntryStatus.CONFIRMED, "UN high-level week"),
        (replace(Event(), confirmed=False), EntryStatus.TENTATIVE, "UN high-level week (to be confirmed)"),
        (VAGUE, EntryStatus.TENTATIVE, "ARF ministerial, July 2027 (dates to be confirmed)"),
        (
            replace(VAGUE, confirmed=True),
            EntryStatus.TENTATIVE,
            "ARF ministerial, July 2027 (dates to be confirmed)",
        ),
        (replace(Event(), cancelled=True), EntryStatus.CANCELLED, "CANCELLED: UN high-level week"),
    ],
)
def test_an_entry_is_firm_only_if_its_days_are_known_and_confirmed(event, status, title):
    entry = entry_of_season(event)
    assert (entry.status, entry.title) == (status, title)


@pytest.mark.parametrize("stated", ["", "some time soon", "next round", "1 July 1889", "31 February 2027"])
def test_an_event_needs_a_date(stated):
    with pytest.raises(RuleBroken) as broken:
        read_when(stated, TODAY)
    assert broken.value.field == "when"


def test_words_that_would_mean_another_day_later_give_way_to_the_date():
    assert read_when("3 December", TODAY).stated == "3 December 2026"


def test_what_lasts_longer_than_two_weeks_is_no_entry_on_each_day():
    assert is_short(Event())
    assert is_short(replace(Event(), ends_on=date(2026, 10, 5)))
    assert not is_short(replace(Event(), ends_on=date(2026, 10, 6)))
    assert not is_short(VAGUE)
