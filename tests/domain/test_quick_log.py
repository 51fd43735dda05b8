"""The sixty-second log: one line is understood, and nothing in it is invented."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.delegate_line import ParsedPerson
from app.domain.errors import RuleBroken
from app.domain.quick_log import read_follow_up, read_when, read_who

TODAY = date(2026, 11, 23)  # a Monday
D = date
OFFICERS = ["Anna Lind", "Bruno Vale", "Kim One", "Kim Two", "Zoë Müller", "Jan de Vries", "Jan Smit"]


@pytest.mark.parametrize(
    ("line", "text", "owner", "due"),
    [
        ("Anna sends paper by Friday", "Anna sends paper", "Anna Lind", D(2026, 11, 27)),
        ("Anna sends paper by Friday.", "Anna sends paper", "Anna Lind", D(2026, 11, 27)),
        ("Anna sends paper Friday", "Anna sends paper", "Anna Lind", D(2026, 11, 27)),
        ("Anna sends paper next Friday", "Anna sends paper", "Anna Lind", D(2026, 11, 27)),
        ("Anna sends paper by Friday, 27 November 2026", "Anna sends paper", "Anna Lind", D(2026, 11, 27)),
        ("Anna sends paper by end of May", "Anna sends paper", "Anna Lind", D(2027, 5, 31)),
        ("Anna sends paper by the end of the month", "Anna sends paper", "Anna Lind", D(2026, 11, 30)),
        ("Anna sends paper by October", "Anna sends paper", "Anna Lind", D(2027, 10, 31)),
        ("Anna sends paper by 20 November", "Anna sends paper", "Anna Lind", D(2027, 11, 20)),
        ("Anna sends paper within two weeks", "Anna sends paper", "Anna Lind", D(2026, 12, 7)),
        ("Anna Lind: call Tokyo in two weeks", "Anna Lind: call Tokyo", "Anna Lind", D(2026, 12, 7)),
        ("@Anna send paper, due 3 December", "@Anna send paper", "Anna Lind", D(2026, 12, 3)),
        ("zoe calls Tokyo tomorrow", "zoe calls Tokyo", "Zoë Müller", D(2026, 11, 24)),
        ("Müller calls Tokyo on 3 December", "Müller calls Tokyo", "Zoë Müller", D(2026, 12, 3)),
        ("Jan de Vries calls Bern next month", "Jan de Vries calls Bern", "Jan de Vries", D(2026, 12, 31)),
        ("Kim Two writes by Q1 2027", "Kim Two writes", "Kim Two", D(2027, 3, 31)),
        ("send comments by the end of 2026", "send comments", None, D(2026, 12, 31)),
        ("vote in 2027", "vote", None, D(2027, 12, 31)),
        ("come back on this next week", "come back on this", None, D(2026, 12, 6)),
    ],
)  # fmt: skip
def test_what_follows_by_whom_and_when(line, text, owner, due):
    read = read_follow_up(line, TODAY, OFFICERS)
    assert (read.text, read.owner_name, read.due and read.due.working_date) == (text, owner, due)


@pytest.mark.parametrize(
    "line",
    [
        "ask the ministry before the next round",
        "reply to the note of 3 December 2026",
        "send the minutes of Friday",
        "prepare for tomorrow",
        "read the paper from next week",
        "write up what was agreed on 20 October 2026",
        "finish the annual report 2027",
        "report on 2027",
        "invite Ms Sun",
        "attend the session in 2027 in Tokyo",
        "send the text by 3 pm",
        "continue the work on CBMs.",
        "Friday",
        "by",
    ],
)
def test_a_line_without_a_due_date_stays_as_it_was(line):
    read = read_follow_up(line, TODAY, OFFICERS)
    assert (read.text, read.due) == (line, None)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Anna", "Anna Lind"),
        ("LIND to write", "Anna Lind"),
        ("Anna and Bruno draft a paper", "Anna Lind"),
        ("Kim writes", None),
        ("Jan writes", None),
        ("Jan Smit writes", "Jan Smit"),
        ("de facto nothing follows", None),
        ("ask Anna", None),
        ("Annabel writes", None),
        ("Anna’s paper is sent", None),
        ("...", None),
    ],
)
def test_an_owner_is_the_one_officer_named_first(line, owner):
    assert read_follow_up(line, TODAY, OFFICERS).owner_name == owner


def test_of_two_names_that_fit_the_longer_is_meant():
    assert read_follow_up("Jan de Vries writes", TODAY, ["Jan", "Jan de Vries"]).owner_name == "Jan de Vries"


def test_the_due_date_keeps_its_words():
    assert read_follow_up("Anna sends paper by end of May", TODAY, OFFICERS).due.stated == "end of May"
    assert read_follow_up("vote in two weeks", TODAY, []).due.stated == "two weeks"


@pytest.mark.parametrize("line", ["Anna sends paper by 31 February 2027", "reply before 3/13/2027"])
def test_a_due_date_that_cannot_be_is_said_to_be_so(line):
    with pytest.raises(RuleBroken) as broken:
        read_follow_up(line, TODAY, OFFICERS)
    assert broken.value.field == "follow_up"


def test_a_date_that_cannot_be_stays_in_the_text_where_it_need_not_be_a_due_date():
    assert read_follow_up("comment on 31/31/2027", TODAY, []).due is None


@pytest.mark.parametrize("line", ["", "  "])
def test_nothing_follows(line):
    assert read_follow_up(line, TODAY, []) is None


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("yesterday 15:00", D(2026, 11, 22), time(15)),
        ("yesterday at 3 pm", D(2026, 11, 22), time(15)),
        ("yesterday, 15h30", D(2026, 11, 22), time(15, 30)),
        ("yesterday 15h", D(2026, 11, 22), time(15)),
        ("yesterday 15:00-16:00", D(2026, 11, 22), time(15)),
        ("15:00 yesterday", D(2026, 11, 22), time(15)),
        ("at noon on Friday", D(2026, 11, 27), time(12)),
        ("on Friday at noon", D(2026, 11, 27), time(12)),
        ("yesterday afternoon", D(2026, 11, 22), None),
        ("last Friday 9.30", D(2026, 11, 20), time(9, 30)),
        ("today 1500", TODAY, time(15)),
        ("3 December 2026, 10:00", D(2026, 12, 3), time(10)),
        ("3 Dec 2026 1500", D(2026, 12, 3), time(15)),
        ("3 Dec 2026 1500h", D(2026, 12, 3), time(15)),
        ("2026-12-03T15:00", D(2026, 12, 3), time(15)),
        ("2026-12-03", D(2026, 12, 3), None),
        ("3.12.2026", D(2026, 12, 3), None),
        ("May 2026", D(2026, 5, 1), None),
        ("9.30", TODAY, time(9, 30)),
        ("3pm", TODAY, time(15)),
        ("15:00–16:30", TODAY, time(15)),
        ("last Friday", D(2026, 11, 20), None),
        ("next round 15:00", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_a_day_and_a_time(text, day, at):
    when, clock = read_when(text, TODAY)
    assert (when.start, clock) == (day, at)


@pytest.mark.parametrize(
    ("text", "field"), [("3.12", "date"), ("9.10", "date"), ("31 February 15:00", "date"), ("yesterday 25:00", "time"), ("25:00", "time")]
)  # fmt: skip
def test_a_day_or_time_that_cannot_be_or_could_be_either_is_asked_about(text, field):
    with pytest.raises(RuleBroken) as broken:
        read_when(text, TODAY)
    assert broken.value.field == field


def test_who_was_there():
    assert read_who("Tanaka, MOFA; Sato, NISC") == [
        ParsedPerson("Tanaka", body="MOFA"), ParsedPerson("Sato", body="NISC"),
    ]  # fmt: skip


WORDS = st.sampled_from(
    [
        "Anna",
        "sends",
        "by",
        "in",
        "on",
        "Friday",
        "3",
        "May",
        "2027",
        "of",
        "tomorrow",
        "paper",
        "next",
        "week",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=8))
@settings(max_examples=300)
def test_a_line_keeps_every_word_in_the_text_or_in_the_date(words):
    try:
        read = read_follow_up(" ".join(words), TODAY, OFFICERS)
    except RuleBroken:
        return
    kept = read.text.split() + (read.due.stated.split() if read.due else [])
    assert [word for word in words if word not in kept and word not in {"by", "in", "on"}] == []
    assert read.due is None or read.due.end >= TODAY


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_any_line_is_understood_or_kept(text):
    try:
        read = read_follow_up(text, TODAY, OFFICERS)
        read_when(text, TODAY)
    except RuleBroken:
        return
    assert read is None or read.due is not None or read.text == " ".join(text.split())
