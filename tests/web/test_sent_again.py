"""A form that is sent again: double click, reload, back button, the same instant from two machines."""

import threading

import pytest
from sqlalchemy import select

from app import queries
from app.domain.access import Role
from app.models.commitment import FollowUp
from app.models.feed import Feed
from tests import a

STEP = {"text": "Send the paper", "owner": "", "owner_unit": "Ministry of Justice", "due": "", "marking": "0"}


@pytest.fixture
def desk(house):
    """An officer, her dialogue and the address of a form."""
    officer, dialogue = house.officer(), a.dialogue(house)
    return house, officer, house.client(officer), f"/follow-ups/add?dialogue={dialogue.ref}"


def how_many(house, table):
    with house.system() as work:
        return len(work.all(select(table)))


def test_the_same_words_after_the_back_button_make_nothing_twice(desk):
    house, _, browser, form = desk
    first = browser.submit(form, STEP)
    assert first.status_code == 303, first.text
    page = browser.get(form).text
    assert "you saved this form" in page
    assert first.location in page
    again = browser.submit(form, STEP)
    assert (again.status_code, again.location) == (303, first.location)
    assert "nothing was saved twice" in browser.get(again.location).text
    assert how_many(house, FollowUp) == 1
    other = browser.submit(form, {**STEP, "text": "Send the other paper"})
    assert other.status_code == 303
    assert how_many(house, FollowUp) == 2


def test_later_the_same_words_are_another_record(desk):
    house, officer, browser, form = desk
    browser.submit(form, STEP)
    with house.system() as work:
        for row in work.all(queries.officers.last_saved(officer.id, form, work.now.replace(year=2000))):
            row.made_at = row.made_at.replace(year=2020)
    assert browser.submit(form, STEP).status_code == 303
    assert how_many(house, FollowUp) == 2


def test_a_key_answers_only_whoever_used_it(desk):
    house, _, browser, form = desk
    carried = browser.carried(form)
    assert browser.post(form, {**carried, **STEP}).status_code == 303
    colleague = house.client(house.officer())
    assert colleague.submit(form, {**STEP, "text": "Call", "once": carried["once"]}).status_code == 303
    assert how_many(house, FollowUp) == 2


def test_what_is_told_once_is_made_once(house):
    officer = house.officer()
    browser = house.client(officer)
    carried = browser.carried("/subscriptions")
    fields = {**carried, "name": "Mine", "ceiling": "0", "partner": ""}
    assert browser.post("/subscriptions", fields).status_code == 200
    again = browser.post("/subscriptions", fields)
    assert (again.status_code, again.location) == (303, "/subscriptions")
    assert how_many(house, Feed) == 1
    assert (
        browser.submit("/subscriptions", {"name": "Mine", "ceiling": "0", "partner": ""}).status_code == 200
    )
    assert how_many(house, Feed) == 2


def test_an_invitation_is_made_once(house):
    browser = house.client(house.officer(Role.ADMINISTRATOR))
    fields = {**browser.carried("/officers/admit"), "name": "Nia New", "email": "nia@ministry.example",
              "role": "reader", "desk": "", "clearance": "1"}  # fmt: skip
    assert browser.post("/officers/admit", fields).status_code == 200
    again = browser.post("/officers/admit", fields)
    assert (again.status_code, again.location) == (303, "/officers")


def test_twelve_at_once_make_one(desk):
    house, _, browser, form = desk
    carried = browser.carried(form)
    cookies = {cookie.key: cookie.value for cookie in browser.client._cookies.values()}
    answers = []

    def send():
        client = house.app.test_client()
        for key, value in cookies.items():
            client.set_cookie(key, value)
        answers.append(client.post(form, data={**carried, **STEP}))

    threads = [threading.Thread(target=send) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} <= {303, 503}, [
        answer.status_code for answer in answers
    ]
    assert len({answer.location for answer in answers if answer.status_code == 303}) == 1
    assert how_many(house, FollowUp) == 1
