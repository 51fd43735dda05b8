"""The start page: what needs whoever opens it."""

from datetime import timedelta

import pytest

from app.domain.access import Role
from app.domain.meeting import Standing
from tests import a
from tests.house_for_tests import today


@pytest.fixture
def record(house):
    """A house with a dialogue and its officer."""
    return house, a.dialogue(house), house.officer()


def test_what_is_mine_stands_under_late_today_and_this_week(record):
    house, dialogue, officer = record
    for text, days in (("First step", -2), ("Second step", 0), ("Third step", 3), ("Fourth step", 30)):
        a.follow_up(house, dialogue, officer, text=text, due=today() + timedelta(days=days))
    a.follow_up(house, dialogue, house.officer(), text="A colleague’s step", due=today())
    page = house.client(officer).get("/").text
    order = ["Late", "First step", "Today", "Second step", "This week", "Third step"]
    assert sorted(order, key=page.index) == order
    assert "2 days late" in page
    assert "Fourth step" not in page
    assert "1 more follow-up" in page
    assert "A colleague’s step" not in page


def test_drafts_wait_for_another_head_than_their_author(record):
    house, dialogue, officer = record
    head = house.officer(Role.HEAD_OF_DESK)
    meeting = a.meeting(house, dialogue)
    a.readout(house, meeting, officer, title="Draft of the officer")
    a.readout(house, meeting, head, title="Draft of the head", audience="public")
    page = house.client(head).get("/").text
    assert "Draft of the officer" in page
    assert "Draft of the head" not in page
    assert "Waiting for your approval" not in house.client(officer).get("/").text


def test_what_comes_next_says_when_and_what_is_missing(record):
    house, dialogue, officer = record
    soon = today() + timedelta(days=9)
    a.round_(house, dialogue, number=8, on=soon, standing=Standing.PLANNED, title="Eighth round")
    a.meeting(house, dialogue, on=today() - timedelta(days=9), title="Coffee of last week")
    page = house.client(officer).get("/").text
    assert "Eighth round" in page
    assert "in 9 days" in page
    assert "still missing: an agenda, our delegation" in page
    assert "Coffee of last week" in page
    assert dialogue.name in page


@pytest.mark.parametrize(
    ("role", "desk", "words"),
    [
        (Role.DESK_OFFICER, "Europe desk", "Log a meeting"),
        (Role.HEAD_OF_DESK, "Europe desk", "Open a dialogue"),
        (Role.READER, None, "A head of desk can read you in."),
        (Role.ADMINISTRATOR, None, "Officers"),
    ],
)
def test_whoever_has_nothing_yet_is_told_what_would_stand_here(record, role, desk, words):
    house, dialogue, _ = record
    a.follow_up(house, dialogue, text="Of another desk", due=today())
    answer = house.client(house.officer(role, desk=desk)).get("/")
    assert answer.status_code == 200
    assert words in answer.text
    assert dialogue.name not in answer.text


def test_a_stranger_is_sent_to_the_door(house):
    assert house.client().get("/").location.startswith("/sign-in")


def test_the_page_asks_the_database_no_more_for_sixty_rows_than_for_three(record):
    house, dialogue, officer = record
    browser = house.client(officer)
    counts = []
    for more in (3, 57):
        for number in range(more):
            a.follow_up(house, dialogue, officer, due=today())
            a.meeting(house, dialogue)
            a.round_(
                house,
                dialogue,
                number=more * 100 + number,
                on=today() + timedelta(days=number),
                standing=Standing.PLANNED,
            )
        with house.statements() as seen:
            assert browser.get("/").status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_of_many_dialogues_the_pulse_shows_some_and_leads_to_all(record):
    house, _, officer = record
    browser = house.client(officer)
    assert "All dialogues" not in browser.get("/").text
    for number in range(20):
        a.dialogue(house, name=f"Dialogue {number:02}")
    page = browser.get("/").text
    assert "All dialogues" in page
    assert page.count('href="/dialogues/') <= 16
