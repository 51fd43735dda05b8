"""A pasted delegation list, and the one-line follow-up."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.delegation import DelegateRole
from app.domain.delegation_list import ParsedPerson, read_delegation, read_sides
from app.domain.quick_log import read_follow_up, read_when

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Tanaka Hiroshi, Director, MOFA", ParsedPerson("Tanaka Hiroshi", "", "Director", "MOFA")),
        ("Tanaka, MOFA", ParsedPerson("Tanaka", "", "", "MOFA")),
        (
            "1. Mr. Kim Gunn – Ambassador for International Cyber Affairs, MOFA (Head of delegation)",
            ParsedPerson(
                "Kim Gunn", "", "Ambassador for International Cyber Affairs", "MOFA", DelegateRole.HEAD
            ),
        ),
        (
            "TANAKA Hiroshi (田中 宏), Deputy Director, NCO",
            ParsedPerson("TANAKA Hiroshi", "田中 宏", "Deputy Director", "NCO"),
        ),
        ("EU Member States (observers)", ParsedPerson("", "", "", "EU Member States", DelegateRole.OBSERVER)),
        (
            "Head: Anna Lind, Head of Unit, EEAS",
            ParsedPerson("Anna Lind", "", "Head of Unit", "EEAS", DelegateRole.HEAD),
        ),
        ("Sato\tAnalyst\tNISC", ParsedPerson("Sato", "", "Analyst", "NISC")),
        ("• Kobayashi (interpreter)", ParsedPerson("Kobayashi", role=DelegateRole.INTERPRETER)),
        ("Director, MOFA", ParsedPerson("Director", "", "", "MOFA")),
    ],
)
def test_one_line(line, person):
    assert read_delegation(line) == [person]


def test_sides_begin_at_their_headings():
    sides = read_sides("Japan:\nTanaka, MOFA\nEU side\nAnna Lind, EEAS; Bruno Vale, EEAS\nObservers: Estonia")
    assert [(side.name, len(side.people)) for side in sides] == [("Japan", 1), ("EU", 3)]


@given(
    st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), min_size=1, max_size=6)
)
@settings(max_examples=200)
def test_nothing_is_dropped(names):
    read = read_delegation("\n".join(names))
    assert len(read) == len(names)


@given(st.text(max_size=300))
@settings(max_examples=300)
def test_any_text_gives_rows(text):
    for side in read_sides(text):
        for person in side.people:
            assert person.name or person.body or person.office or person.doubt


@pytest.mark.parametrize(
    ("line", "text", "owner", "due"),
    [
        ("Anna sends paper by Friday", "Anna sends paper", "Anna Lind", date(2026, 11, 27)),
        ("Anna Lind: call Tokyo in two weeks", "Anna Lind: call Tokyo", "Anna Lind", date(2026, 12, 7)),
        ("send comments by the end of 2026", "send comments", None, date(2026, 12, 31)),
        ("ask the ministry before the next round", "ask the ministry before the next round", None, None),
        ("Kim writes", "Kim writes", None, None),
    ],
)
def test_what_follows(line, text, owner, due):
    read = read_follow_up(line, TODAY, ["Anna Lind", "Bruno Vale", "Kim One", "Kim Two"])
    assert (read.text, read.owner_name, read.due and read.due.working_date) == (text, owner, due)


def test_nothing_follows():
    assert read_follow_up("  ", TODAY, []) is None


def test_yesterday_at_three():
    when, at = read_when("yesterday 15:00", TODAY)
    assert (when.start, at) == (date(2026, 11, 22), time(15))
    assert read_when("9.30", TODAY)[0].start == TODAY
    assert read_when("last Friday", TODAY)[1] is None
