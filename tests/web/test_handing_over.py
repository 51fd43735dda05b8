"""The pages of who has what, of a handover, of leave, rules and letters."""

import pytest

from app import queries, services
from app.domain.access import Role
from app.domain.letter import MOST_TRIES, LetterKind, LetterState
from tests import a


@pytest.fixture
def record(house):
    dialogue = a.dialogue(house)
    leaver, head = house.officer(), house.officer(Role.HEAD_OF_DESK)
    a.follow_up(house, dialogue, leaver, text="Send the paper")
    a.commitment(house, dialogue, sentence="They will name a contact.", owed_by="theirs")
    return house, leaver, head


def test_everything_open_is_handed_over_in_one_go_with_a_page_per_partner(record):
    house, leaver, head = record
    successor, browser = house.officer(), house.client(head)
    assert f"/load/{leaver.ref}" in browser.get("/load").text
    page = browser.get(f"/load/{leaver.ref}").text
    assert "Hand over 1 follow-up" in page
    with house.system() as work:
        partner = work.one(queries.partners.by_code("JP"))
    answer = browser.submit(f"/load/{leaver.ref}", {"to": successor.ref, "word": "Leaves for Geneva."})
    assert (answer.status_code, answer.location) == (303, f"/load/{successor.ref}")
    paper = browser.get(f"/load/{successor.ref}/papers/{partner.ref}").text
    for words in ("Handover: Japan", "Send the paper", "They will name a contact.", "EU-JP Cyber Dialogue"):
        assert words in paper


def test_a_handover_to_nobody_asks_for_somebody(record):
    house, leaver, head = record
    answer = house.client(head).submit(f"/load/{leaver.ref}", {"to": "", "word": "A word that stays"})
    assert answer.status_code == 422
    assert "Choose a colleague" in answer.text
    assert "A word that stays" in answer.text


def test_a_reader_sees_nobodys_load(record):
    house, leaver, _ = record
    for address in ("/load", f"/load/{leaver.ref}", "/leaves"):
        assert house.client(house.officer(Role.READER)).get(address).status_code == 403


def test_a_leave_is_noted_and_taken_back(record):
    house, leaver, head = record
    browser = house.client(leaver)
    typed = {"officer": leaver.ref, "first": "3 December 2099", "last": "9 December 2099", "deputy": head.ref}
    assert browser.submit("/leaves", typed).status_code == 303
    page = browser.get("/leaves").text
    assert "3 December 2099" in page
    with house.system() as work:
        [leave] = work.all(queries.leaves.ahead(work.today))
    stranger = house.client(house.officer())
    assert stranger.press("/leaves", f"/leaves/{leave.ref}/take-back", {}).status_code == 403
    assert browser.press("/leaves", f"/leaves/{leave.ref}/take-back", {}).status_code == 303
    assert "3 December 2099" not in browser.get("/leaves").text
    wrong = browser.submit("/leaves", typed | {"last": "1 December 2099"})
    assert (wrong.status_code, "before the first" in wrong.text) == (422, True)


def test_an_officer_notes_no_leave_of_a_colleague(record):
    house, leaver, head = record
    typed = {"officer": head.ref, "first": "3 December 2099", "last": "9 December 2099", "deputy": ""}
    assert house.client(leaver).submit("/leaves", typed).status_code == 422


def test_the_rules_are_the_offices_and_act_at_once(record):
    house, leaver, head = record
    administrator = house.client(house.officer(Role.ADMINISTRATOR))
    given = dict.fromkeys(("waiting_days", "still_days", "late_days", "dormant_months", "grace_months"), "")
    answer = administrator.submit(
        "/rules/change", given | {"soon_days": "21", "carried_times": "2", "clearance_days": "3"}
    )
    assert answer.status_code == 303
    browser = house.client(head)
    assert "Due within 21 days" in browser.get("/review").text
    assert "2 times or more" in browser.get("/review").text
    assert "21 days" in browser.get("/rules").text
    assert "second time" in browser.get("/rules").text
    assert "3 working days" in browser.get("/rules").text
    wrong = administrator.submit("/rules/change", given | {"soon_days": "1000", "carried_times": "0"})
    assert (wrong.status_code, "from 1 to 90" in wrong.text) == (422, True)
    assert browser.get("/rules/change").status_code == 403


def test_each_chooses_the_days_of_their_digest(record):
    house, leaver, head = record
    browser = house.client(leaver)
    assert browser.submit("/account/digests", {"days": ["1", "3"], "at": "07:30"}).status_code == 303
    assert "Tuesdays and Thursdays, at 07:30" in browser.get("/account").text
    wrong = browser.submit("/account/digests", {"days": ["1"], "at": "half past"})
    assert (wrong.status_code, "such as 08:00" in wrong.text) == (422, True)
    assert browser.submit("/account/digests", {"days": [], "at": "07:30"}).status_code == 303
    assert "waiting: never." in browser.get("/account").text


def test_an_administrator_sees_what_was_set_aside_and_tries_it_again(record):
    house, leaver, head = record
    with house.system() as work:
        message = services.outbox.queue(work, once="digest:x", kind=LetterKind.DIGEST, officer_id=leaver.id)
        message.tries = MOST_TRIES
    with house.system() as work:
        assert services.outbox.park(work) == 1
    browser = house.client(house.officer(Role.ADMINISTRATOR))
    page = browser.get("/letters?state=set aside").text
    assert leaver.email in page
    assert browser.press("/letters", f"/letters/{message.ref}/again", {}).status_code == 303
    with house.system() as work:
        again = work.one(queries.outbox.by_ref(message.ref))
        assert (again.state, again.tries) == (LetterState.WAITING, 0)
    assert browser.press("/letters", f"/letters/{message.ref}/again", {}).status_code == 404
    assert house.client(head).get("/letters").status_code == 403
