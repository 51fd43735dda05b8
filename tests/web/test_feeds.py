"""Calendar links: what they show is chosen, changed under the same link, and read back by other people's parsers."""

import re
from datetime import timedelta

import pytest
import vobject
from icalendar import Calendar

from app.domain.follow_up import FollowUpStatus
from tests import a
from tests.house_for_tests import today

SOON = today() + timedelta(days=20)
LINK = {
    "name": "Mine", "kind": "meetings", "partner": "", "region": "", "dialogue": "", "ceiling": "1", "detail": "full",
    "with_cancelled": "y", "alarm": "0", "back": "183", "ahead": "731",
}  # fmt: skip


@pytest.fixture
def desk(house):
    """Two dialogues with a meeting each, a follow-up of the officer's, and her browser."""
    officer = house.officer()
    japan, ukraine = a.dialogue(house, "JP"), a.dialogue(house, "UA")
    a.meeting(house, japan, on=SOON, title="Japan meets")
    a.meeting(house, ukraine, on=SOON, title="Ukraine meets", marking=1)
    a.follow_up(house, japan, officer, text="Send the paper", due=SOON)
    a.follow_up(house, ukraine, officer, text="Done long ago", due=today(), status=FollowUpStatus.DONE)
    a.follow_up(house, japan, house.officer(), text="A colleague’s", due=SOON)
    return house, house.client(officer), japan, ukraine


def made(browser, **changes):
    """Make a link; its path."""
    page = browser.submit("/subscriptions", {**LINK, **changes})
    assert page.status_code == 200, page.text
    return re.search(r"/feeds/[\w-]+\.ics", page.text)[0]


def titles(house, path):
    """What a program shows, read by two parsers that we did not write."""
    text = house.client().get(path).text
    events = Calendar.from_ical(text).walk("VEVENT")
    found = sorted(str(event["SUMMARY"]) for event in events)
    read = vobject.readOne(text)
    assert sorted(event.summary.value for event in getattr(read, "vevent_list", [])) == found
    return found


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, ["Japan meets", "[TLP:GREEN] Ukraine meets"]),
        ({"partner": "JP"}, ["Japan meets"]),
        ({"region": "eastern-partnership"}, ["[TLP:GREEN] Ukraine meets"]),
        ({"ceiling": "0"}, ["Japan meets"]),
        ({"detail": "busy"}, ["Busy", "Busy"]),
        ({"partner": "JP", "region": "eastern-partnership"}, ["Nothing planned"]),
        ({"with_follow_ups": "y", "partner": "JP"}, ["Due: Send the paper", "Japan meets"]),
        ({"with_follow_ups": "y", "partner": "JP", "detail": "busy"}, ["Busy", "Due: a follow-up"]),
    ],
)
def test_a_link_shows_what_its_owner_chose(desk, changes, shown):
    house, browser, _, _ = desk
    assert titles(house, made(browser, **changes)) == sorted(shown)


def test_a_link_of_one_dialogue(desk):
    house, browser, japan, _ = desk
    assert titles(house, made(browser, dialogue=japan.ref)) == ["Japan meets"]


def test_it_is_changed_under_the_same_link_and_programs_see_it_at_the_next_poll(desk):
    house, browser, _, ukraine = desk
    path = made(browser)
    tag = house.client().get(path).headers["ETag"]
    assert house.client().get(path, headers={"If-None-Match": tag}).status_code == 304
    revise = re.search(r"/subscriptions/\w+/revise", browser.get("/subscriptions").text)[0]
    answer = browser.submit(revise, {**LINK, "name": "Ukraine only", "dialogue": ukraine.ref})
    assert answer.status_code == 303, answer.text
    changed = house.client().get(path, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert titles(house, path) == ["[TLP:GREEN] Ukraine meets"]
    assert "Ukraine only" in changed.text
    assert house.client(house.officer()).get(revise).status_code == 404


def test_a_new_address_ends_the_old_one(desk):
    house, browser, _, _ = desk
    path = made(browser, partner="JP")
    rotate = re.search(r"/subscriptions/\w+/rotate", browser.get("/subscriptions").text)[0]
    page = browser.press("/subscriptions", rotate)
    fresh = re.search(r"/feeds/[\w-]+\.ics", page.text)[0]
    assert fresh != path
    assert titles(house, fresh) == ["Japan meets"]
    [notice] = titles(house, path)
    assert "ended or was replaced" in notice
    assert browser.press("/subscriptions", rotate).status_code == 303  # it has ended: nothing to replace


def test_own_follow_ups_as_things_to_do(desk):
    house, browser, japan, _ = desk
    path = made(browser, kind="follow-ups")
    text = house.client().get(path).text
    todos = {str(todo["SUMMARY"]): todo for todo in Calendar.from_ical(text).walk("VTODO")}
    assert set(todos) == {"Send the paper", "Done long ago"}
    assert todos["Send the paper"]["DUE"].dt == SOON
    assert (str(todos["Send the paper"]["STATUS"]), str(todos["Done long ago"]["STATUS"])) == (
        "NEEDS-ACTION",
        "COMPLETED",
    )
    assert "COMPLETED" in todos["Done long ago"]
    assert {todo.summary.value for todo in vobject.readOne(text).vtodo_list} == set(todos)
    assert house.client().get(path).text == text
    empty = house.client(house.officer())
    assert titles(house, made(empty, kind="follow-ups")) == ["Nothing to do"]


def test_an_alarm_rings_where_the_moment_is_known(desk):
    house, browser, japan, _ = desk
    a.meeting(house, japan, on=SOON, title="Some time in spring", ends_on=SOON + timedelta(days=80),
              precision=a.Precision.QUARTER, stated="in spring")  # fmt: skip
    events = Calendar.from_ical(house.client().get(made(browser, alarm="60", partner="JP")).text).walk(
        "VEVENT"
    )
    ringing = {
        str(event["SUMMARY"]): [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] for event in events
    }
    assert ringing["Japan meets"] == [timedelta(minutes=-60)]
    assert [alarms for title, alarms in ringing.items() if title.startswith("Some time")] == [[]]


def test_how_far_a_link_reaches(desk):
    house, browser, japan, _ = desk
    a.meeting(house, japan, on=today() + timedelta(days=200), title="Later")
    a.meeting(house, japan, on=today() - timedelta(days=100), title="Earlier")
    assert titles(house, made(browser, partner="JP", back="31", ahead="92")) == ["Japan meets"]
    assert titles(house, made(browser, partner="JP")) == ["Earlier", "Japan meets", "Later"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"ceiling": "9"}, "ceiling"), ({"dialogue": "nothing"}, "dialogue"), ({"alarm": "7"}, "alarm"),
     ({"ahead": "99999"}, "ahead"), ({"kind": "x"}, "kind"), ({"name": ""}, "name")],
)  # fmt: skip
def test_what_cannot_be_shown_is_said_at_its_field(desk, changes, field):
    _, browser, _, _ = desk
    answer = browser.submit("/subscriptions", {**LINK, **changes})
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text


def test_a_dialogue_that_one_may_know_no_more_is_gone_from_the_link(desk):
    house, browser, japan, _ = desk
    path = made(browser, dialogue=japan.ref)
    with house.system() as work:
        for row in work.all(a.read_ins_of(japan)):
            work.remove(row)
        work.act(a.Action.READ_OUT, on=japan)
    assert titles(house, path) == ["Nothing planned"]
