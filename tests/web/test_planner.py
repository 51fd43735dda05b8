"""The planner on its page: what is known of people and places counts, and what one may not know does not."""

import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from sqlalchemy import select

from app import queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.delegation import Side
from app.domain.errors import RuleBroken
from app.domain.guest import Answer, GuestFacts
from app.domain.meeting import Standing
from app.domain.wall_time import to_utc
from app.models.own_time import BusySpan
from app.models.round import Meeting
from tests import a
from tests.house_for_tests import today

MONDAY = today() + timedelta(days=7 - today().weekday() + 7)


def event(start, end, **more):
    lines = "".join(f"{name}:{value}\r\n" for name, value in more.items())
    return f"BEGIN:VEVENT\r\nUID:{start}-{lines[:20]!r}\r\nDTSTAMP:20260101T000000Z\r\n{start}\r\n{end}\r\n{lines}END:VEVENT\r\n"


def calendar(*events):
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


def timed(day, hour, hours=1, **more):
    day = f"{day:%Y%m%d}"
    return event(f"DTSTART:{day}T{hour:02}0000Z", f"DTEND:{day}T{hour + hours:02}0000Z", **more)


@pytest.fixture
def desk(house):
    house.now = datetime.now(UTC)
    officer = house.officer()
    return house, officer, house.client(officer), a.dialogue(house)


def asked(browser, house, *officers, days=1, partner="Japan", **more):
    page = browser.get("/planner").text
    ref = re.search(rf'<option[^>]*value="(\w+)"[^>]*>{partner}<', page)[1]
    until = MONDAY + timedelta(days=days - 1)
    query = [
        ("partner", ref),
        ("begins", f"{MONDAY.day} {MONDAY:%B %Y}"),
        ("until", f"{until.day} {until:%B %Y}"),
        ("minutes", "60"),
    ]
    query += [("officers", officer.ref) for officer in officers]
    return browser.get("/planner", query_string=[*query, *more.items()])


def lines(answer):
    return [re.sub("<[^>]+>", "", row) for row in re.findall(r"<tr><td>(.*?)</td>", answer.text)]


def test_both_capitals_and_the_people_are_put_together(desk):
    house, officer, browser, _ = desk
    answer = asked(browser, house, officer)
    assert answer.status_code == 200
    first = lines(answer)[0]
    assert re.match(r"0[89]:\d\d Brussels · 1[67]:\d\d Tokyo; Monday", first)
    assert "1 of 1 free" in first
    plan = re.search(r'href="(/meetings/plan\?[^"]+)"', answer.text)[1].replace("&amp;", "&")
    form = browser.get(plan).text
    assert f'value="{MONDAY.day} {MONDAY:%B %Y}"' in form
    assert re.search(r'name="starts"[^>]*value="0[89]:', form) or re.search(
        r'value="0[89]:\d\d"[^>]*name="starts"', form
    )


def test_busy_times_come_from_a_calendar_and_nothing_else_of_it_is_kept(desk):
    house, officer, browser, _ = desk
    whole = {"SUMMARY": "Dentist", "X-MICROSOFT-CDO-BUSYSTATUS": "BUSY"}
    raw = calendar(
        event(
            f"DTSTART;VALUE=DATE:{MONDAY:%Y%m%d}",
            f"DTEND;VALUE=DATE:{MONDAY + timedelta(days=1):%Y%m%d}",
            **whole,
        ),
        event(f"DTSTART;VALUE=DATE:{MONDAY:%Y%m%d}", f"DTEND;VALUE=DATE:{MONDAY + timedelta(days=9):%Y%m%d}"),
        timed(MONDAY, 1, TRANSP="TRANSPARENT"),
        timed(MONDAY, 2, STATUS="CANCELLED"),
    )
    assert browser.submit("/planner/busy", {"file": (BytesIO(raw), "c.ics")}).status_code == 303
    with house.system() as work:
        [span] = work.all(select(BusySpan))
        assert span.ends_at - span.starts_at == timedelta(days=1)
    assert "0 of 1 free" in lines(asked(browser, house, officer))[0]
    assert "Dentist" not in asked(browser, house, officer).text
    assert browser.press("/planner/busy", "/planner/busy/forget").status_code == 303
    assert "1 of 1 free" in lines(asked(browser, house, officer))[0]


def test_series_are_followed_and_a_later_file_takes_the_place(desk):
    house, officer, browser, _ = desk
    raw = calendar(timed(today() + timedelta(days=1), 9, RRULE="FREQ=WEEKLY;COUNT=5"))
    browser.submit("/planner/busy", {"file": (BytesIO(raw), "c.ics")})
    browser.submit("/planner/busy", {"file": (BytesIO(raw), "c.ics")})
    with house.system() as work:
        assert len(work.all(select(BusySpan))) == 5


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"%PDF-1.7",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        calendar(*(timed(today(), 9, SUMMARY=f"{n}", RRULE="FREQ=DAILY") for n in range(301))),
        calendar(*(timed(today(), 9, SUMMARY=f"{n}") for n in range(3_001))),
    ],
    ids=["nothing", "a paper", "half", "many series", "many events"],
)
def test_a_calendar_that_is_none_or_too_much_is_refused_with_a_sentence(desk, raw):
    _, _, browser, _ = desk
    answer = browser.submit("/planner/busy", {"file": (BytesIO(raw), "c.ics")})
    assert answer.status_code == 422
    assert "field-error" in answer.text


def test_leave_what_one_leads_and_what_one_is_invited_to_make_busy(desk):
    house, officer, browser, _ = desk
    other = house.officer()
    led = a.dialogue(house, "US", lead_officer_id=officer.id)
    whole_day(house, led)
    assert "0 of 1 free" in lines(asked(browser, house, officer))[0]
    assert "1 of 1 free" in lines(asked(browser, house, other))[0]
    with house.work(house.viewer(officer)) as work:
        meeting = work.one(select(Meeting).where(Meeting.dialogue_id == led.id))
        services.guests.add(work, "meetings", meeting.ref, Side.OURS, [GuestFacts("O", other.email)])
    assert "0 of 1 free" in lines(asked(browser, house, other))[0]


def whole_day(house, dialogue, **columns):
    wall = datetime(MONDAY.year, MONDAY.month, MONDAY.day)
    return a.meeting(
        house, dialogue, on=MONDAY, standing=Standing.PLANNED, title="All day", zone="Europe/Brussels", starts_wall=wall,
        ends_wall=wall + timedelta(hours=23, minutes=59), starts_at=to_utc(wall, "Europe/Brussels"), ends_at=to_utc(wall + timedelta(hours=23, minutes=59), "Europe/Brussels"),
        **columns,
    )  # fmt: skip


def test_what_the_viewer_may_not_know_makes_nobody_busy(desk):
    house, officer, browser, _ = desk
    hidden = a.dialogue(house, "UA", desk=house.desk("Europe desk"), lead_officer_id=officer.id)
    whole_day(house, hidden)
    whole_day(house, a.dialogue(house, "US", lead_officer_id=officer.id), marking=3)
    answer = asked(browser, house, officer)
    assert "1 of 1 free" in lines(answer)[0]
    assert "All day" not in answer.text


def test_days_off_that_the_house_keeps_are_named_and_others_are_not_made_up(desk):
    house, officer, browser, _ = desk
    a.dialogue(house, "UA")
    assert "no public holidays are known for Kyiv" in lines(asked(browser, house, partner="Ukraine"))[0]
    kept = browser.submit(
        "/days-off/add", {"side": "UA", "day": f"{MONDAY.day} {MONDAY:%B %Y}", "name": "Day of the desk"}
    )
    assert kept.status_code == 303
    assert "Day of the desk in Kyiv" in lines(asked(browser, house, partner="Ukraine"))[0]
    again = browser.submit(
        "/days-off/add", {"side": "UA", "day": f"{MONDAY.day} {MONDAY:%B %Y}", "name": "Again"}
    )
    assert again.status_code == 422
    assert "kept already" in again.text
    remove = re.search(r"/days-off/\w+/remove", browser.get("/days-off").text)[0]
    assert browser.press("/days-off", remove).status_code == 303
    reader = house.client(house.officer(Role.READER))
    token = reader.carried("/account")["csrf_token"]
    assert reader.post(remove, {"csrf_token": token}).status_code in {403, 404}
    assert reader.get("/days-off").status_code == 200
    assert reader.get("/days-off/add").status_code == 403


def test_our_own_days_off_put_digests_off_too(desk):
    house, _, _, _ = desk
    with house.system() as work:
        side = work.one(services.office.the_office()).own_side
        services.days_off.add(work, side, MONDAY, "House day")
    with house.system() as work:
        assert MONDAY in services.days_off.of_own_side(work).holidays


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"until": "1 January 2020"}, "before the first"),
        ({"until": "1 January 2099"}, "eight weeks"),
        ({"minutes": "5"}, "whole number from 15"),
        ({"begins": "some time"}, "field-error"),
        ({"opens": "18:00", "closes": "09:00"}, "ends before it begins"),
        ({"officers": "nobody"}, "field-error"),
    ],
)
def test_what_cannot_be_looked_for_is_said_at_its_field_and_stays(desk, changes, said):
    house, officer, browser, _ = desk
    page = browser.get("/planner").text
    ref = re.search(r'<option[^>]*value="(\w+)"[^>]*>Japan<', page)[1]
    query = {
        "partner": ref,
        "begins": "7 December 2030",
        "until": "8 December 2030",
        "minutes": "60",
        **changes,
    }
    answer = browser.get("/planner", query_string=query)
    assert answer.status_code == 422
    assert said in answer.text
    for value in changes.values():
        assert value == "nobody" or value in answer.text


def test_a_partner_that_is_none_is_no_fault(desk):
    _, _, browser, _ = desk
    assert browser.get("/planner?partner=nobody").status_code == 422


def test_as_many_questions_for_ten_people_as_for_one(desk):
    house, officer, browser, _ = desk
    others = [house.officer() for _ in range(9)]
    asked(browser, house, officer)
    with house.statements() as one:
        asked(browser, house, officer)
    with house.statements() as ten:
        asked(browser, house, officer, *others)
    assert len(one) == len(ten)


def test_holidays_are_told_by_name_and_of_a_side_that_is_not_known_nothing(sqlite_house):
    with sqlite_house.system() as work:
        japan = services.days_off.of_side(work, "JP", date(2026, 12, 1), date(2027, 1, 31))
        assert japan.known
        assert date(2027, 1, 1) in japan.holidays
        assert not services.days_off.of_side(work, "ASEAN", date(2026, 12, 1), date(2027, 1, 31)).known
        with pytest.raises(RuleBroken):
            services.busy_times.take(work, b"nothing")


def test_who_declined_or_whose_meeting_is_off_is_free(desk):
    house, officer, browser, _ = desk
    other = house.officer()
    for number, (answer, standing) in enumerate(
        ((Answer.DECLINED, Standing.PLANNED), (Answer.ACCEPTED, Standing.CANCELLED))
    ):
        dialogue = a.dialogue(house, "US", name=f"Dialogue {number}")
        meeting = whole_day(house, dialogue)
        with house.work(house.viewer(officer)) as work:
            [guest] = services.guests.add(
                work, "meetings", meeting.ref, Side.OURS, [GuestFacts("O", other.email)]
            )
            guest.answer = answer
            work.one(select(Meeting).where(Meeting.id == meeting.id)).standing = standing
            work.act(Action.REVISE_MEETING, on=meeting)
    assert "1 of 1 free" in lines(asked(browser, house, other))[0]


def test_a_partner_with_our_own_clocks_is_one_place_that_rests_for_both(desk):
    house, _, browser, _ = desk
    a.dialogue(house, "NATO")
    first = lines(asked(browser, house, partner="NATO"))[0]
    assert "no public holidays are known for NATO" in first
    assert first.count("Brussels") == 1


def test_a_reader_may_keep_busy_times_and_is_sent_to_no_page_that_is_closed(desk):
    house, _, _, _ = desk
    reader = house.client(house.officer(Role.READER))
    raw = calendar(timed(MONDAY, 9))
    sent = reader.submit("/planner/busy", {"file": (BytesIO(raw), "c.ics")})
    assert sent.status_code == 303
    assert reader.get(sent.location).status_code == 200


def test_a_partners_page_names_its_next_holiday_also_one_that_the_house_keeps(desk):
    house, _, browser, _ = desk
    tomorrow = today() + timedelta(days=2)
    with house.system() as work:
        services.days_off.add(work, "UA", tomorrow, "Day of the desk")
        ref = work.one(queries.partners.by_code("UA")).ref
    assert "next holiday there: Day of the desk" in browser.get(f"/partners/{ref}").text
