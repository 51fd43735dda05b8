"""Times offered to guests through the pages, answered by link on a telephone, one of them taken."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.domain.access import Role
from app.domain.meeting import Standing
from app.models.poll import Slot, SlotVote
from app.models.round import Meeting
from tests import a
from tests.house_for_tests import today
from tests.web.test_invitations import deliver, mail

__all__ = ["mail"]
FIRST, SECOND = (today() + timedelta(days=days) for days in (20, 21))
TIMES = "\n".join(f"{day.day} {day:%B %Y} 10:00" for day in (FIRST, SECOND))


@pytest.fixture
def desk(house):
    """A postponed meeting with Japan in Tokyo, and two guests on its list."""
    house.now = datetime.now(UTC)
    officer = house.officer()
    meeting = a.meeting(
        house, a.dialogue(house), title="Staff talks", standing=Standing.POSTPONED, city="Tokyo", zone="Asia/Tokyo",
        starts_on=None, ends_on=None, precision="none",
    )  # fmt: skip
    browser = house.client(officer)
    people = "Tanaka <tanaka@mofa.example>\nAnna <anna@ministry.example>"
    browser.submit(f"/record/meetings/{meeting.ref}/guests", {"side": "theirs", "people": people})
    return house, browser, meeting


def asked(house, browser, meeting, mail):
    """Offer two times and ask; the letters."""
    page = f"/record/meetings/{meeting.ref}/times"
    assert browser.submit(page, {"slots": TIMES, "minutes": "90", "zone": "Asia/Tokyo"}).status_code == 303
    assert browser.submit(f"{page}/ask", {}).status_code == 422
    answer = ask(browser, page)
    assert answer.status_code == 303, answer.text
    deliver(house, mail)
    return mail[0].letters


def ask(browser, page):
    seen = re.findall(r'name="seen" value="(\w+)"', browser.get(f"{page}/ask").text)
    return browser.submit(f"{page}/ask", [*(("seen", ref) for ref in seen), ("outside", "y")])


def link_in(letter):
    return re.search(r"https://desk\.example(/times/\S+)", letter.get_body(("plain",)).get_content())[1]


def refs(house):
    with house.system() as work:
        return [slot.ref for slot in work.all(select(Slot).order_by(Slot.starts_at))]


def test_from_the_offer_to_the_meeting(desk, mail):
    house, browser, meeting = desk
    page = f"/record/meetings/{meeting.ref}/times"
    assert "No time is offered" in browser.get(page).text
    tanaka, anna = asked(house, browser, meeting, mail)
    assert [part.get_content_type() for part in tanaka.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    text = tanaka.get_body(("plain",)).get_content()
    assert f"{FIRST:%a} {FIRST.day} {FIRST:%B %Y}, 10:00–11:30 Tokyo" in text
    assert "Brussels" in text
    assert "anna" not in text.lower()

    first, second = refs(house)
    guest = house.client()
    asked_page = guest.get(link_in(tanaka))
    assert asked_page.status_code == 200
    assert "Staff talks" in asked_page.text
    with house.system() as work:
        assert not work.all(select(SlotVote))  # following the link changed nothing
    assert guest.submit(link_in(tanaka), {f"time-{first}": "no", f"time-{second}": "yes"}).status_code == 200
    assert (
        guest.submit(link_in(anna), {f"time-{first}": "yes", f"time-{second}": "if need be"}).status_code
        == 200
    )
    listed = browser.get(page).text
    assert listed.index("1 yes, 1 if need be") < listed.index("1 yes, 1 no")  # nobody has to refuse it
    assert guest.submit(link_in(tanaka), {f"time-{first}": "if need be"}).status_code == 200
    assert "1 yes, 1 if need be" in browser.get(page).text

    taken = browser.press(page, f"/record/times/{second}/take")
    assert taken.status_code == 303
    assert taken.location.endswith("/guests/send")
    with house.system() as work:
        row = work.one(select(Meeting).where(Meeting.id == meeting.id))
        assert (row.starts_wall, row.zone) == (
            datetime.combine(SECOND, datetime.min.time()).replace(hour=10),
            "Asia/Tokyo",
        )
        assert row.standing is Standing.PLANNED
        assert row.ends_wall - row.starts_wall == timedelta(minutes=90)
    assert "nothing to answer any more" in guest.get(link_in(tanaka)).text
    assert (
        guest.submit(link_in(tanaka), {f"time-{first}": "no"}).status_code == 422
    )  # there is no form any more
    assert "No time is offered" in browser.get(page).text
    assert browser.press(page, f"/record/times/{first}/take").status_code == 422
    deliver(house, mail)
    assert len(mail[0].letters) == 2  # the invitations wait for somebody to look at them


def test_a_link_for_times_opens_no_answer_and_the_other_way_round(desk, mail):
    house, browser, meeting = desk
    tanaka, _ = asked(house, browser, meeting, mail)
    token = link_in(tanaka).removeprefix("/times/")
    assert house.client().get(f"/answers/{token}").status_code == 404
    assert house.client().get(f"/times/{token[:-2]}AA").status_code == 404


def test_nobody_is_asked_twice_about_the_same_times_and_everybody_about_other_ones(desk, mail):
    house, browser, meeting = desk
    page = f"/record/meetings/{meeting.ref}/times"
    asked(house, browser, meeting, mail)
    assert "Nobody to ask" in browser.get(f"{page}/ask").text
    third = SECOND + timedelta(days=1)
    browser.submit(page, {"slots": f"{third.day} {third:%B %Y} 11:00", "minutes": "60", "zone": ""})
    assert ask(browser, page).status_code == 303
    deliver(house, mail)
    assert len(mail[0].letters) == 4


@pytest.mark.parametrize("junk", [{}, {"time-FIRST": "perhaps"}, {"time-other": "yes"}])
def test_what_is_no_answer_is_said_and_what_was_chosen_stays(desk, mail, junk):
    house, browser, meeting = desk
    tanaka, _ = asked(house, browser, meeting, mail)
    first, second = refs(house)
    fields = {name.replace("FIRST", first): value for name, value in junk.items()}
    if junk == {"time-FIRST": "perhaps"}:
        fields[f"time-{second}"] = "no"
    answer = house.client().submit(link_in(tanaka), fields)
    assert answer.status_code == 422
    if f"time-{second}" in fields:
        assert re.search(rf'name="time-{second}" value="no" checked', answer.text)


def test_other_desks_and_readers_neither_see_nor_decide(desk, mail):
    house, browser, meeting = desk
    asked(house, browser, meeting, mail)
    page, (first, _) = f"/record/meetings/{meeting.ref}/times", refs(house)
    for role, name, expected in ((Role.DESK_OFFICER, "Europe desk", 404), (Role.READER, "Asia desk", 403)):
        other = house.client(house.officer(role, desk=name))
        assert other.get(page).status_code == expected
        token = other.carried("/account")["csrf_token"]
        assert other.post(f"/record/times/{first}/take", {"csrf_token": token}).status_code == expected
        assert other.post(f"/record/times/{first}/drop", {"csrf_token": token}).status_code == expected


def test_a_list_of_times_that_is_none_is_given_back(desk):
    house, browser, meeting = desk
    page = f"/record/meetings/{meeting.ref}/times"
    for text in ("some day", "3 December", "x" * 5000):
        answer = browser.submit(page, {"slots": text, "minutes": "60", "zone": ""})
        assert answer.status_code == 422
        assert text[:40] in answer.text
    answer = browser.submit(page, {"slots": TIMES, "minutes": "soon", "zone": "Mars/Olympus"})
    assert answer.status_code == 422
