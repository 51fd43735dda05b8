"""A calendar that an officer names by its address: read beside the answers, kept to themselves, forgotten when asked."""

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from app import errands, named_calendars, services
from app.domain.access import Role
from app.models.audit import AuditEntry
from app.models.database import db
from app.models.officer import Officer
from app.models.own_time import BusySpan, NamedCalendar
from tests.calendar_server import answer, calendar_site
from tests.web.test_planner import MONDAY, calendar, timed

KEY = "/private-5f1d0c7be2a9/c.ics"
PAGE = "/planner/busy"


@pytest.fixture
def site():
    with calendar_site() as running:
        yield running


@pytest.fixture
def desk(house, site):
    """A house that may read from the site, an officer, and their browser."""
    house.now = datetime.now(UTC)
    allow(house, site.door)
    officer = house.officer()
    return house, officer, house.client(officer)


def allow(house, hosts):
    house.app.config["HOUSE"] = replace(house.app.config["HOUSE"], calendar_hosts=hosts)


def named(browser, site, path=KEY):
    return browser.submit(f"{PAGE}/address", {"address": site.at(path)})


def round_of(house):
    return errands.read_calendars(house.app.config["HOUSE"])


def later(house, **row):
    """As if time had passed: the calendar is due."""
    with house.system() as work:
        for each in work.all(select(NamedCalendar)):
            each.due_at = datetime.now(UTC) - timedelta(seconds=1)
            for name, value in row.items():
                setattr(each, name, value)


def spans(house):
    with house.system() as work:
        return sorted((row.officer_id, row.starts_at.hour) for row in work.all(select(BusySpan)))


def row(house):
    with house.system() as work:
        return work.one(select(NamedCalendar))


def test_an_address_is_named_once_and_read_again_and_again(desk, site):
    house, officer, browser = desk
    site.answers[KEY] = answer(calendar(timed(MONDAY, 9, SUMMARY="Dentist")), ETag='"1"')
    assert named(browser, site).status_code == 303
    assert "is read within a minute" in browser.get(PAGE).text
    assert round_of(house) == (1, 0)
    assert spans(house) == [(officer.id, 9)]
    page = browser.get(PAGE).text
    assert "was read well on" in page
    assert f"Your calendar at 127.0.0.1:{site.port}" in page
    assert round_of(house) == (0, 0)  # not for an hour

    site.answers[KEY] = answer(status="304 Not Modified", Content_Type="", Content_Length="")
    later(house)
    assert round_of(house) == (1, 0)
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    assert spans(house) == [(officer.id, 9)]

    site.answers[KEY] = answer(calendar(timed(MONDAY, 11)))
    later(house)
    round_of(house)
    assert spans(house) == [(officer.id, 11)]


def test_after_a_week_it_is_read_whole_for_the_year_moves_on(desk, site):
    house, _, browser = desk
    site.answers[KEY] = answer(calendar(timed(MONDAY, 9)), ETag='"1"')
    named(browser, site)
    round_of(house)
    later(house, whole_at=datetime.now(UTC) - timedelta(days=8))
    round_of(house)
    assert "If-None-Match" not in site.asked[-1][1]


def test_what_goes_wrong_is_told_with_its_time_and_what_was_known_stays(desk, site):
    house, officer, browser = desk
    site.answers[KEY] = answer(calendar(timed(MONDAY, 9)))
    named(browser, site)
    round_of(house)
    for sent, said in (
        (answer(status="404 Not Found"), "has no calendar at this address."),
        (answer(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR"), "broken"),
        (
            answer(calendar(*(timed(MONDAY, 9, SUMMARY=f"{n}") for n in range(3_001)))),
            "more than 3,000 events",
        ),
    ):
        site.answers[KEY] = sent
        later(house)
        assert round_of(house) == (0, 1)
        page = browser.get(PAGE).text
        assert "it could not be read" in page
        assert said in page
        assert spans(house) == [(officer.id, 9)]
    kept = row(house)
    assert kept.due_at - kept.tried_at == timedelta(hours=4)
    site.answers[KEY] = answer(calendar(timed(MONDAY, 10)))
    browser.press(PAGE, f"{PAGE}/read")
    later(house)
    round_of(house)
    assert "could not be read" not in browser.get(PAGE).text
    assert row(house).failures == 0


def test_the_button_marks_it_as_due_but_leaves_the_host_in_peace_for_a_minute(desk, site):
    house, _, browser = desk
    site.answers[KEY] = answer(calendar(timed(MONDAY, 9)))
    named(browser, site)
    round_of(house)
    assert browser.press(PAGE, f"{PAGE}/read").status_code == 303
    assert round_of(house) == (0, 0)
    kept = row(house)
    assert kept.due_at == kept.tried_at + timedelta(minutes=1)
    later(
        house,
        tried_at=datetime.now(UTC) - timedelta(minutes=2),
        due_at=datetime.now(UTC) + timedelta(hours=1),
    )
    browser.press(PAGE, f"{PAGE}/read")
    assert round_of(house) == (1, 0)


def test_the_address_is_shown_nowhere_again(desk, site, caplog):
    house, officer, browser = desk
    site.answers[KEY] = answer(status="500 Oh")
    with caplog.at_level(logging.DEBUG):
        named(browser, site)
        round_of(house)
        pages = [browser.get(path).text for path in (PAGE, f"{PAGE}/address", "/planner", "/account")]
        admin = house.client(house.officer(Role.ADMINISTRATOR))
        pages += [admin.get(path).text for path in ("/audit", f"/officers/{officer.ref}")]
    assert all("private-5f1d" not in page for page in pages)
    assert "private-5f1d" not in caplog.text
    with house.system() as work:
        entries = work.all(select(AuditEntry))
        assert all("private-5f1d" not in f"{vars(entry)}" for entry in entries)
        assert f"read again from 127.0.0.1:{site.port}" in {entry.word for entry in entries}


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "Give the address."),
        ("https://evil.example/c.ics", "these hosts only"),
        ("javascript:alert(1)", "Give the address of a calendar"),
        ("http://127.0.0.1:22/c.ics", "these hosts only"),
        ("https://" + "x" * 5000, "field-error"),
        ("http://[", "Give the address of a calendar"),
        ("http://\x00/", "Give the address of a calendar"),
    ],
)
def test_an_address_that_is_not_read_is_refused_at_its_field(desk, address, said):
    house, _, browser = desk
    refused = browser.submit(f"{PAGE}/address", {"address": address})
    assert refused.status_code == 422
    assert said in refused.text
    with house.system() as work:
        assert not work.all(select(NamedCalendar))


def test_where_no_host_is_allowed_the_field_is_not_offered_and_says_why(desk, site):
    house, _, browser = desk
    site.answers[KEY] = answer(calendar(timed(MONDAY, 9)))
    named(browser, site)
    allow(house, "")
    page = browser.get(PAGE).text
    assert "this office allows no host for that any more" in page
    assert browser.get(f"{PAGE}/address").status_code == 404
    assert browser.press(PAGE, f"{PAGE}/address/forget").status_code == 303
    page = browser.get(PAGE).text
    assert "its administrator has allowed no host for that" in page
    assert f"{PAGE}/address" not in page
    assert "No host is allowed" in house.app.test_cli_runner().invoke(args=["read-calendars"]).output


def test_a_host_that_is_not_allowed_any_more_is_not_asked(desk, site):
    house, _, browser = desk
    site.answers[KEY] = answer(calendar(timed(MONDAY, 9)))
    named(browser, site)
    allow(house, "calendar.example")
    done = house.app.test_cli_runner().invoke(args=["read-calendars"])
    assert (done.exit_code, done.output) == (0, "0 calendars read, 1 could not be.\n")
    assert not site.asked
    assert "these hosts only: calendar.example" in browser.get(PAGE).text


def test_forgetting_the_address_keeps_the_times_and_forgetting_the_times_forgets_both(desk, site):
    house, officer, browser = desk
    site.answers[KEY] = answer(calendar(timed(MONDAY, 9)))
    named(browser, site)
    round_of(house)
    browser.press(PAGE, f"{PAGE}/address/forget")
    assert spans(house) == [(officer.id, 9)]
    named(browser, site)
    browser.press(PAGE, "/planner/busy/forget")
    assert spans(house) == []
    assert round_of(house) == (0, 0)
    with house.system() as work:
        assert not work.all(select(NamedCalendar))


def test_each_officer_has_their_own_and_touches_no_other(desk, site):
    house, officer, browser = desk
    site.answers[KEY] = answer(calendar(timed(MONDAY, 9)))
    site.answers["/other.ics"] = answer(calendar(timed(MONDAY, 14)))
    reader = house.officer(Role.READER, desk="Europe desk")
    other = house.client(reader)
    token = other.carried("/account")["csrf_token"]
    named(browser, site)
    for path in (f"{PAGE}/read", f"{PAGE}/address/forget"):
        assert other.post(path, {"csrf_token": token}).status_code == 404
    assert named(other, site, "/other.ics").status_code == 303
    assert round_of(house) == (2, 0)
    assert spans(house) == [(officer.id, 9), (reader.id, 14)]
    other.press(PAGE, "/planner/busy/forget")
    assert spans(house) == [(officer.id, 9)]
    assert "Your calendar at" in browser.get(PAGE).text


def test_what_is_read_of_an_address_that_was_exchanged_meanwhile_is_not_kept(desk, site):
    house, _, browser = desk
    other = "/other.ics"
    site.answers[KEY] = answer(calendar(timed(MONDAY, 9)))
    site.answers[other] = answer(calendar(timed(MONDAY, 14)))
    named(browser, site)
    house.now = datetime.now(UTC)
    with house.system() as work:
        task = services.named_calendars.claim(work)
    named(browser, site, other)
    found = named_calendars.look(task.address, site.door, ("", ""), house.now, "Europe/Brussels")
    with house.system() as work:
        services.named_calendars.was_read(work, task, found.spans, 0, ("", ""))
        services.named_calendars.failed(work, task, "x")
    assert spans(house) == []
    assert round_of(house) == (1, 0)
    assert [hour for _, hour in spans(house)] == [14]


def test_the_calendar_of_who_left_is_not_read_and_its_address_goes(desk, site):
    house, officer, browser = desk
    named(browser, site)
    with db.engine.begin() as connection:
        connection.execute(
            update(Officer).where(Officer.id == officer.id).values(closed_at=datetime.now(UTC))
        )
    assert round_of(house) == (0, 0)
    assert not site.asked
    with house.system() as work:
        assert not work.all(select(NamedCalendar))


def test_a_reader_that_dies_over_one_goes_on_with_the_others(desk, site):
    house, officer, browser = desk
    named(browser, site)
    house.now = datetime.now(UTC)
    with house.system() as work:
        assert services.named_calendars.claim(work) is not None  # and is killed
    assert round_of(house) == (0, 0)
    other = house.officer()
    site.answers["/other.ics"] = answer(calendar(timed(MONDAY, 14)))
    named(house.client(other), site, "/other.ics")
    assert round_of(house) == (1, 0)
    later(house)
    site.answers[KEY] = answer(calendar(timed(MONDAY, 9)))
    assert round_of(house) == (2, 0)
    assert spans(house) == [(officer.id, 9), (other.id, 14)]


def test_a_file_may_still_be_sent_in_and_series_that_are_not_followed_are_told(desk, site):
    house, _, browser = desk
    site.answers[KEY] = answer(calendar(timed(MONDAY, 9, RRULE="FREQ=HOURLY")))
    named(browser, site)
    round_of(house)
    assert "1 series could not be followed" in browser.get(PAGE).text
