"""Dates as people write them; a wrong date is worse than none."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import RuleBroken
from app.domain.stated_date import Precision, StatedDate, read_date, say

TODAY = date(2026, 11, 23)  # a Monday
D = date


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("3 December 2026", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("Thursday, 3 December 2026", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("3rd of Dec., 2026", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("December 3, 2026", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("3/12/2026", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("3.12.2026", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("2026-12-03", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("3 Dec", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("3 January", D(2027, 1, 3), D(2027, 1, 3), "day"),
        ("20 November", D(2026, 11, 20), D(2026, 11, 20), "day"),
        ("12-14 May 2026", D(2026, 5, 12), D(2026, 5, 14), "span"),
        ("12 and 13 May 2026", D(2026, 5, 12), D(2026, 5, 13), "span"),
        ("May 12–14, 2026", D(2026, 5, 12), D(2026, 5, 14), "span"),
        ("30 June - 2 July 2026", D(2026, 6, 30), D(2026, 7, 2), "span"),
        ("30 December 2026 to 2 January 2027", D(2026, 12, 30), D(2027, 1, 2), "span"),
        ("2026-05", D(2026, 5, 1), D(2026, 5, 31), "month"),
        ("Feb 2028", D(2028, 2, 1), D(2028, 2, 29), "month"),
        ("Q2 2026", D(2026, 4, 1), D(2026, 6, 30), "quarter"),
        ("in the second quarter of 2022", D(2022, 4, 1), D(2022, 6, 30), "quarter"),
        ("first half of 2027", D(2027, 1, 1), D(2027, 6, 30), "half-year"),
        ("by the end of 2026", D(2026, 12, 31), D(2026, 12, 31), "day"),
        ("in 2026", D(2026, 1, 1), D(2026, 12, 31), "year"),
        ("next year", D(2027, 1, 1), D(2027, 12, 31), "year"),
        ("next month", D(2026, 12, 1), D(2026, 12, 31), "month"),
        ("next week", D(2026, 11, 30), D(2026, 12, 6), "week"),
        ("week of 16 September 2026", D(2026, 9, 14), D(2026, 9, 20), "week"),
        ("today", TODAY, TODAY, "day"),
        ("yesterday", D(2026, 11, 22), D(2026, 11, 22), "day"),
        ("Friday", D(2026, 11, 27), D(2026, 11, 27), "day"),
        ("by Friday", D(2026, 11, 27), D(2026, 11, 27), "day"),
        ("Monday", D(2026, 11, 30), D(2026, 11, 30), "day"),
        ("last Monday", D(2026, 11, 16), D(2026, 11, 16), "day"),
        ("last Tuesday", D(2026, 11, 17), D(2026, 11, 17), "day"),
        ("in two weeks", D(2026, 12, 7), D(2026, 12, 7), "day"),
        ("in 10 days", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("in three months", D(2027, 2, 23), D(2027, 2, 23), "day"),
        ("December 3", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("Thu 3 December", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("on the 3rd of December", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("2026/12/03", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("2026年12月3日", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("2026년 12월 3일", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("令和8年12月3日", D(2026, 12, 3), D(2026, 12, 3), "day"),
        ("令和元年5月", D(2019, 5, 1), D(2019, 5, 31), "month"),
        ("12-14 May", D(2027, 5, 12), D(2027, 5, 14), "span"),
        ("30 June - 2 July", D(2026, 6, 30), D(2026, 7, 2), "span"),
        ("30 December – 2 January", D(2026, 12, 30), D(2027, 1, 2), "span"),
        ("30 December – 2 January 2027", D(2026, 12, 30), D(2027, 1, 2), "span"),
        ("between 12 and 14 May 2026", D(2026, 5, 12), D(2026, 5, 14), "span"),
        ("12/13 May 2026", D(2026, 5, 12), D(2026, 5, 13), "span"),
        ("June 30 – July 2, 2026", D(2026, 6, 30), D(2026, 7, 2), "span"),
        ("2026-05-12 to 2026-05-14", D(2026, 5, 12), D(2026, 5, 14), "span"),
        ("12.5.2026 – 14.5.2026", D(2026, 5, 12), D(2026, 5, 14), "span"),
        ("in May", D(2027, 5, 1), D(2027, 5, 31), "month"),
        ("in October", D(2026, 10, 1), D(2026, 10, 31), "month"),
        ("by October", D(2027, 10, 1), D(2027, 10, 31), "month"),
        ("this month", D(2026, 11, 1), D(2026, 11, 30), "month"),
        ("last month", D(2026, 10, 1), D(2026, 10, 31), "month"),
        ("Q1", D(2027, 1, 1), D(2027, 3, 31), "quarter"),
        ("2026-Q4", D(2026, 10, 1), D(2026, 12, 31), "quarter"),
        ("last quarter of 2026", D(2026, 10, 1), D(2026, 12, 31), "quarter"),
        ("next quarter", D(2027, 1, 1), D(2027, 3, 31), "quarter"),
        ("H2 2027", D(2027, 7, 1), D(2027, 12, 31), "half-year"),
        ("2027 H1", D(2027, 1, 1), D(2027, 6, 30), "half-year"),
        ("last year", D(2025, 1, 1), D(2025, 12, 31), "year"),
        ("in the course of 2027", D(2027, 1, 1), D(2027, 12, 31), "year"),
        ("this week", D(2026, 11, 23), D(2026, 11, 29), "week"),
        ("last week", D(2026, 11, 16), D(2026, 11, 22), "week"),
        ("week of 16 September", D(2026, 9, 14), D(2026, 9, 20), "week"),
        ("week 37 of 2026", D(2026, 9, 7), D(2026, 9, 13), "week"),
        ("2026-W53", D(2026, 12, 28), D(2027, 1, 3), "week"),
        ("end of May 2027", D(2027, 5, 31), D(2027, 5, 31), "day"),
        ("by the end of the month", D(2026, 11, 30), D(2026, 11, 30), "day"),
        ("by the end of next week", D(2026, 12, 6), D(2026, 12, 6), "day"),
        ("end of next year", D(2027, 12, 31), D(2027, 12, 31), "day"),
        ("end of Q2 2027", D(2027, 6, 30), D(2027, 6, 30), "day"),
        ("next Friday", D(2026, 11, 27), D(2026, 11, 27), "day"),
        ("Friday afternoon", D(2026, 11, 27), D(2026, 11, 27), "day"),
        ("tomorrow morning", D(2026, 11, 24), D(2026, 11, 24), "day"),
        ("this afternoon", TODAY, TODAY, "day"),
        ("day after tomorrow", D(2026, 11, 25), D(2026, 11, 25), "day"),
        ("the day before yesterday", D(2026, 11, 21), D(2026, 11, 21), "day"),
        ("within two weeks", D(2026, 12, 7), D(2026, 12, 7), "day"),
        ("in a fortnight", D(2026, 12, 7), D(2026, 12, 7), "day"),
        ("in two weeks' time", D(2026, 12, 7), D(2026, 12, 7), "day"),
        ("three days ago", D(2026, 11, 20), D(2026, 11, 20), "day"),
    ],
)
def test_what_people_write(text, start, end, precision):
    read = read_date(text, TODAY)
    assert (read.start, read.end, read.precision) == (start, end, precision)
    assert read.stated == text
    assert read.working_date == end


@pytest.mark.parametrize(
    "text",
    ["next round", "on a mutually convenient date", "at an early date", "early next year", "annually", "ahead of the summit",
     "by the next session of the OEWG in July", "in 2026 in Tokyo", "mid-2026", "summer 2026", "other half of 2026", "3/12",
     "end of term", "end of 3 May 2026", "week of May 2026", "the year", "2026–2027", ""],
)  # fmt: skip
def test_words_that_name_no_date_are_kept_and_nothing_is_invented(text):
    assert read_date(text, TODAY) == StatedDate(text, None, None, Precision.NONE)


@pytest.mark.parametrize(
    "text",
    ["31 February 2026", "2026-13-01", "32/1/2026", "14-12 May 2026", "0 May 2026", "29 February 2027", "2026-00",
     "fifth quarter of 2026", "third half of 2026", "3 May 0001", "30 February", "31 April – 2 May", "in 900 years",
     "2026-W54", "2027-W53", "3/12/26", "3 Dec 26", "3 Dec 20266", "12/31/2026", "Monday, 3 December 2026"],
)  # fmt: skip
def test_a_date_that_cannot_be_is_said_to_be_so(text):
    with pytest.raises(RuleBroken) as broken:
        read_date(text, TODAY)
    assert broken.value.field == "date"
    assert broken.value.message.endswith(".")


def test_another_day_of_the_week_than_was_written_is_named():
    with pytest.raises(RuleBroken, match="3 December 2026 is a Thursday"):
        read_date("Monday, 3 December 2026", TODAY)


@pytest.mark.parametrize(
    ("text", "today", "nearest", "ahead"),
    [
        ("30 December", D(2027, 1, 5), D(2026, 12, 30), D(2027, 12, 30)),
        ("3 January", D(2026, 12, 20), D(2027, 1, 3), D(2027, 1, 3)),
        ("20 November", TODAY, D(2026, 11, 20), D(2027, 11, 20)),
        ("23 November", TODAY, TODAY, TODAY),
        ("29 February", D(2027, 11, 1), D(2028, 2, 29), D(2028, 2, 29)),
        ("29 February", D(2028, 4, 1), D(2028, 2, 29), D(2032, 2, 29)),
        ("29 February", D(2096, 4, 1), D(2096, 2, 29), D(2104, 2, 29)),
    ],
)
def test_without_a_year_the_nearest_is_meant_and_of_a_promise_the_next(text, today, nearest, ahead):
    assert read_date(text, today).start == nearest
    assert read_date(text, today, ahead=True).start == ahead
    assert read_date(f"by {text}", today).start == ahead


def test_in_a_month_from_the_last_day():
    assert read_date("in one month", date(2027, 1, 31)).start == date(2027, 2, 28)


days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(days, st.integers(0, 400))
@settings(max_examples=300)
def test_days_and_spans_are_said_and_read_back(start, more):
    end = min(start + timedelta(days=more), date(2101, 12, 31))
    precision = Precision.DAY if start == end else Precision.SPAN
    read = read_date(say(StatedDate("", start, end, precision)), TODAY)
    assert (read.start, read.end, read.precision) == (start, end, precision)


@given(st.integers(1990, 2100), st.sampled_from(["month", "quarter", "half", "year"]), st.integers(1, 12))
@settings(max_examples=200)
def test_longer_times_are_said_and_read_back(year, kind, number):
    text = {
        "month": f"{year}-{number:02}",
        "quarter": f"Q{(number - 1) % 4 + 1} {year}",
        "half": f"{'first' if number % 2 else 'second'} half of {year}",
        "year": str(year),
    }[kind]
    first = read_date(text, TODAY)
    again = read_date(say(first), TODAY)
    assert (first.start, first.end, first.precision) == (again.start, again.end, again.precision)


@given(days)
@settings(max_examples=100)
def test_weeks_are_said_and_read_back(day):
    monday = day - timedelta(days=day.weekday())
    week = StatedDate("", monday, monday + timedelta(days=6), Precision.WEEK)
    read = read_date(say(week), TODAY)
    assert (read.start, read.end, read.precision) == (week.start, week.end, week.precision)


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        (D(2026, 12, 3), D(2026, 12, 3), Precision.DAY, "3 December 2026"),
        (D(2026, 5, 12), D(2026, 5, 14), Precision.SPAN, "12–14 May 2026"),
        (D(2026, 6, 30), D(2026, 7, 2), Precision.SPAN, "30 June – 2 July 2026"),
        (D(2026, 12, 30), D(2027, 1, 2), Precision.SPAN, "30 December 2026 – 2 January 2027"),
        (D(2026, 5, 11), D(2026, 5, 17), Precision.WEEK, "week of 11 May 2026"),
        (D(2026, 5, 1), D(2026, 5, 31), Precision.MONTH, "May 2026"),
        (D(2026, 4, 1), D(2026, 6, 30), Precision.QUARTER, "second quarter of 2026"),
        (D(2026, 7, 1), D(2026, 12, 31), Precision.HALF_YEAR, "second half of 2026"),
        (D(2026, 1, 1), D(2026, 12, 31), Precision.YEAR, "2026"),
    ],
)
def test_a_date_is_said_in_british_style(start, end, precision, said):
    assert say(StatedDate("as somebody put it", start, end, precision)) == said


@pytest.mark.parametrize(("stated", "said"), [("next round", "next round"), ("", "no date")])
def test_words_without_a_date_are_said_as_they_were_stated(stated, said):
    assert say(read_date(stated, TODAY)) == said


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_any_text_is_a_date_or_none_or_a_sentence(text):
    with suppress(RuleBroken):
        read = read_date(text, TODAY)
        assert (read.start is None) == (read.precision is Precision.NONE)
