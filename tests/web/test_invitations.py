"""Guests invited through the pages, answers by their links, and those who try other links."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app import post
from app.domain.access import Role
from app.domain.meeting import Standing
from app.models.audit import AuditEntry
from app.models.guest import Guest
from tests import a
from tests.house_for_tests import today
from tests.mail import mail_server, posted_to

SOON = today() + timedelta(days=30)


@pytest.fixture
def mail(house):
    with mail_server() as (box, controller):
        yield box, posted_to(controller, secret_key=house.app.config["HOUSE"].secret_key)


@pytest.fixture
def desk(house):
    house.now = datetime.now(UTC)
    officer = house.officer()
    dialogue = a.dialogue(house)
    meeting = a.meeting(
        house, dialogue, on=SOON, title="Cyber dialogue", standing=Standing.PLANNED, city="Tokyo"
    )
    return house, house.client(officer), meeting


def invited(house, browser, meeting, mail, people="Tanaka <tanaka@mofa.example>"):
    """Put people on the list, look at the letters, send them; the letters that arrived."""
    page = f"/record/meetings/{meeting.ref}/guests"
    assert browser.submit(page, {"side": "theirs", "people": people}).status_code == 303
    sent = send(browser, page, outside="y")
    assert sent.status_code == 303, sent.text
    deliver(house, mail)
    return mail[0].letters


def deliver(house, mail):
    """Empty the outbox now."""
    house.now = datetime.now(UTC)
    post.empty(mail[1], house.system, 100)


def send(browser, page, **fields):
    """Press the button under the letters that were looked at."""
    shown = browser.get(f"{page}/send").text
    seen = [("seen", ref) for ref in re.findall(r'name="seen" value="(\w+)"', shown)]
    return browser.submit(f"{page}/send", [*seen, *fields.items()])


def link_in(letter):
    text = next(p for p in letter.walk() if p.get_content_type() == "text/plain").get_content()
    return re.search(r"https://desk\.example(/answers/\S+)", text)[1]


def guest_of(house):
    with house.system() as work:
        return work.one(select(Guest))


def test_rsvp_01_from_the_list_to_the_letter_and_the_answer(desk, mail):
    house, browser, meeting = desk
    page = f"/record/meetings/{meeting.ref}/guests"
    assert "Guests and invitations" in browser.get(f"/meetings/{meeting.ref}").text
    assert "Nobody yet" in browser.get(page).text
    browser.submit(page, {"side": "theirs", "people": "Tanaka <tanaka@mofa.example>"})
    shown = browser.get(f"{page}/send").text
    assert "outside our house" in shown
    assert "Dear Tanaka" in shown
    assert "Invitation: Cyber dialogue" in shown
    refused = send(browser, page)
    assert refused.status_code == 422
    assert "mean to write outside" in refused.text
    assert send(browser, page, outside="y").status_code == 303
    assert "on its way" in browser.get(page).text
    deliver(house, mail)
    assert "invitation sent" in browser.get(page).text

    guest = house.client()
    link = link_in(mail[0].letters[0])
    asked = guest.get(link)
    assert asked.status_code == 200
    assert "Cyber dialogue" in asked.text
    assert "No answer yet" in browser.get(page).text  # following the link changed nothing
    answered = guest.submit(link, {"answer": "accepted", "word": "With <b>two</b> colleagues"})
    assert answered.status_code == 200
    assert "Thank you, Tanaka" in answered.text
    listed = browser.get(page).text
    assert "Accepted" in listed
    assert "With &lt;b&gt;two&lt;/b&gt; colleagues" in listed
    assert "1 accepted" in browser.get(f"/meetings/{meeting.ref}").text
    assert guest.submit(link, {"answer": "declined", "word": ""}).status_code == 200
    assert guest_of(house).answer == "declined"
    with house.system() as work:
        said = [e for e in work.all(select(AuditEntry)) if e.action == "answer an invitation"]
        assert [entry.officer_id for entry in said] == [None, None]


def test_a_moved_meeting_asks_again_and_the_old_link_says_so(desk, mail):
    house, browser, meeting = desk
    [letter] = invited(house, browser, meeting, mail)
    old = link_in(letter)
    later = SOON + timedelta(days=7)
    moved = browser.submit(
        f"/meetings/{meeting.ref}/move",
        {"when": f"{later.day} {later:%B %Y}", "city": "Tokyo", "standing": "planned", "because": "Holiday"},
    )
    assert moved.status_code == 303, moved.text
    deliver(house, mail)
    new = link_in(mail[0].letters[1])
    assert mail[0].letters[1]["Subject"].startswith("Changed: Cyber dialogue")
    guest = house.client()
    assert "changed since this letter" in guest.get(old).text
    assert guest.submit(old, {"answer": "accepted"}).status_code == 422
    assert guest_of(house).answer == "no answer yet"
    assert guest.submit(new, {"answer": "perhaps"}).status_code == 200
    assert guest_of(house).answer == "perhaps"


def test_who_is_taken_off_is_told_and_their_link_is_closed(desk, mail):
    house, browser, meeting = desk
    [letter] = invited(house, browser, meeting, mail)
    page = f"/record/meetings/{meeting.ref}/guests"
    off = re.search(r"/record/guests/\w+/take-off", browser.get(page).text)[0]
    assert browser.press(page, off).status_code == 303
    assert "Nobody yet" in browser.get(page).text
    deliver(house, mail)
    assert "no longer expected" in str(mail[0].letters[1].get_body(("plain",)).get_content())
    assert "does not hold any more" in house.client().get(link_in(letter)).text
    assert browser.press(page, off).status_code == 404


@pytest.mark.parametrize("change", ["cut", "guest", "dialogue", "revision", "empty", "junk"])
def test_a_link_that_we_did_not_seal_is_no_page(desk, mail, change):
    house, browser, meeting = desk
    [letter] = invited(house, browser, meeting, mail)
    link = link_in(letter)
    words, seal = link.removeprefix("/answers/").split(".")
    dialogue, ref, revision = words.split("-")
    forged = {
        "cut": f"{words}.{seal[:-1]}",
        "guest": f"{dialogue}-{'a' * len(ref)}-{revision}.{seal}",
        "dialogue": f"{int(dialogue) + 1}-{ref}-{revision}.{seal}",
        "revision": f"{dialogue}-{ref}-{int(revision) + 1}.{seal}",
        "empty": ".",
        "junk": "é%00'",
    }[change]
    answer = house.client().get(f"/answers/{forged}")
    assert answer.status_code == 404
    assert "Cyber dialogue" not in answer.text


def test_only_whose_work_it_is_sees_guests_and_writes_to_them(desk, mail):
    house, browser, meeting = desk
    invited(house, browser, meeting, mail)
    page = f"/record/meetings/{meeting.ref}/guests"
    off = re.search(r"/record/guests/\w+/take-off", browser.get(page).text)[0]
    for role, desk_name, expected in (
        (Role.DESK_OFFICER, "Europe desk", 404),
        (Role.READER, "Asia desk", 403),
        (Role.ADMINISTRATOR, None, 404),
    ):
        other = house.client(house.officer(role, desk=desk_name))
        for path in (page, f"{page}/send"):
            answer = other.get(path)
            assert answer.status_code == expected, (role, path)
            assert "tanaka" not in answer.text
        token = other.carried("/account")["csrf_token"]
        assert other.post(off, {"csrf_token": token}).status_code == expected
        assert other.post(f"{page}/send", {"csrf_token": token, "outside": "y"}).status_code == expected
    letters = house.client(house.officer(Role.ADMINISTRATOR)).get("/letters").text
    assert "A guest" in letters
    assert "tanaka" not in letters


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("", "at least one address"),
        ("Tanaka", "no e-mail address"),
        ("a@b.example\nb", "no e-mail address"),
        ("desk@ministry.example", "mailbox from which"),
        ("tanaka@mofa.example; TANAKA@mofa.example, x@y", "no e-mail address"),
    ],
)
def test_mip_12_a_list_that_is_none_is_given_back_with_a_sentence(desk, mail, people, said):
    house, browser, meeting = desk
    from dataclasses import replace

    house.app.config["HOUSE"] = replace(house.app.config["HOUSE"], mail_from="desk@ministry.example")
    answer = browser.submit(f"/record/meetings/{meeting.ref}/guests", {"side": "theirs", "people": people})
    assert answer.status_code == 422
    assert said in answer.text
    assert people.split("\n")[0] in answer.text


def test_the_list_changed_while_one_looked(desk, mail):
    house, browser, meeting = desk
    page = f"/record/meetings/{meeting.ref}/guests"
    browser.submit(page, {"side": "theirs", "people": "a@mofa.example"})
    carried = browser.carried(f"{page}/send")
    browser.submit(page, {"side": "theirs", "people": "b@mofa.example"})
    answer = browser.post(f"{page}/send", {**carried, "outside": "y"})
    assert answer.status_code == 422
    assert "changed while you looked" in answer.text


def test_what_is_over_or_has_no_day_invites_nobody(desk, mail):
    house, browser, meeting = desk
    vague = a.meeting(
        house,
        a.dialogue(house, "US"),
        on=SOON,
        title="Some time",
        standing=Standing.PLANNED,
        precision="month",
    )
    page = f"/record/meetings/{vague.ref}/guests"
    browser.submit(page, {"side": "theirs", "people": "a@mofa.example"})
    assert "Give the day first" in browser.get(page).text
    assert browser.post(f"{page}/send", {**browser.carried(page), "outside": "y"}).status_code == 422


def test_the_page_asks_as_many_questions_for_twenty_guests_as_for_two(desk, mail):
    house, browser, meeting = desk
    page = f"/record/meetings/{meeting.ref}/guests"
    browser.submit(page, {"side": "theirs", "people": "a@mofa.example\nb@mofa.example"})
    browser.get(page)
    with house.statements() as two:
        browser.get(page)
    browser.submit(page, {"side": "theirs", "people": "\n".join(f"c{n}@mofa.example" for n in range(20))})
    browser.get(page)
    with house.statements() as more:
        browser.get(page)
    assert len(more) == len(two)
