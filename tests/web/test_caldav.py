"""CalDAV, read only: what a program finds, what it is told of changes, and what it is refused."""

import base64
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select

from app import queries, services
from app.domain.access import OFFICE, Role
from app.domain.action import Action
from app.domain.follow_up import FollowUpStatus
from app.models.audit import AuditEntry
from app.models.collection import Collection, CollectionMember
from app.models.officer import ReadIn
from app.models.round import Meeting
from tests import a
from tests.house_for_tests import today
from tests.web.dav_client import (
    CAL,
    DAV,
    NAMES,
    SERVER,
    Program,
    added,
    answers,
    query_body,
    sync_body,
    title_in,
)
from tests.web.test_feeds import SOON, made

WRITING = ["PUT", "DELETE", "PROPPATCH", "MKCALENDAR", "MKCOL", "POST", "MOVE", "COPY", "LOCK", "ACL"]


@pytest.fixture
def desk(house):
    """An officer with a calendar of two meetings and a list of follow-ups, and a program on her device."""
    house.now = datetime.now(UTC)
    officer = house.officer()
    japan, ukraine = a.dialogue(house, "JP"), a.dialogue(house, "UA")
    house.meeting = a.meeting(house, japan, on=SOON, title="Japan meets")
    a.meeting(house, ukraine, on=SOON, title="Ukraine meets", marking=1)
    a.follow_up(house, japan, officer, text="Send the paper", due=SOON)
    a.follow_up(house, ukraine, officer, text="Done long ago", due=today(), status=FollowUpStatus.DONE)
    a.follow_up(house, japan, house.officer(), text="A colleague’s", due=SOON)
    browser = house.client(officer)
    made(browser, name="Meetings")
    made(browser, name="To do", kind="follow-ups")
    house.browser = browser
    return house, officer, Program(house, officer.email, added(browser)), japan


def changed(house, row_of, **values):
    """Change a row as the system would."""
    with house.system() as work:
        row = work.one(row_of)
        for name, value in values.items():
            setattr(row, name, value)
        work.act(Action.REVISE_MEETING, on=row)
        work.act(Action.LOWER_MARKING, on=row)  # where it is lowered, as if by a second person


def test_a_program_finds_its_calendars_from_the_hosts_name_alone(desk):
    house, officer, program, _ = desk
    first = program.client.open("/.well-known/caldav", method="PROPFIND")
    assert (first.status_code, first.headers["Location"]) == (301, "/dav/")
    home = f"/dav/{officer.ref}/"
    for path in ("/", "/dav/"):
        [(where, found)] = program.find(
            path,
            "d:current-user-principal",
            "c:calendar-home-set",
            "d:resourcetype",
            "d:owner",
            "d:principal-URL",
        ).items()
        assert where == path
        assert found[f"{DAV}current-user-principal"].findtext(f"{DAV}href") == home
        assert found[f"{CAL}calendar-home-set"].findtext(f"{DAV}href") == home
    assert set(program.find("/dav/", "d:resourcetype", depth=1)) == {"/dav/", home}
    assert set(program.calendars()) == {"Meetings", "To do"}


def test_a_calendar_says_what_it_is_and_that_it_cannot_be_written(desk):
    house, officer, program, _ = desk
    calendars = program.calendars()
    asked = (
        "d:resourcetype", "d:displayname", "d:owner", "d:current-user-privilege-set", "d:current-user-principal",
        "c:supported-calendar-component-set", "d:supported-report-set", "s:getctag", "d:sync-token",
        "a:calendar-color", "c:schedule-inbox-URL", "d:quota-used-bytes",
    )  # fmt: skip
    for name, component in (("Meetings", "VEVENT"), ("To do", "VTODO")):
        [found] = program.find(calendars[name], *asked).values()
        assert [each.tag for each in found[f"{DAV}resourcetype"]] == [f"{DAV}collection", f"{CAL}calendar"]
        [privilege] = found[f"{DAV}current-user-privilege-set"]
        assert [each.tag for each in privilege] == [f"{DAV}read"]
        [kind] = found[f"{CAL}supported-calendar-component-set"]
        assert kind.get("name") == component
        reports = [each[0][0].tag for each in found[f"{DAV}supported-report-set"]]
        assert reports == [f"{CAL}calendar-multiget", f"{CAL}calendar-query", f"{DAV}sync-collection"]
        assert found[f"{SERVER}getctag"].text == found[f"{DAV}sync-token"].text
        assert re.fullmatch("#[0-9a-f]{6}", found["{http://apple.com/ns/ical/}calendar-color"].text)
        assert sorted(found[None]) == [f"{DAV}quota-used-bytes", f"{CAL}schedule-inbox-URL"]


def test_everything_and_names_only(desk):
    _, _, program, _ = desk
    path = program.calendars()["Meetings"]
    everything = program.find(path, depth=1)
    assert len(everything) == 3
    assert all(found[f"{DAV}owner"] is not None for found in everything.values())
    names = answers(program.ask("PROPFIND", path, f"<d:propfind {NAMES}><d:propname/></d:propfind>", 0))
    assert set(names[path]) == set(everything[path])
    assert not [each for each in names[path].values() if each.text or len(each)]


def test_it_shows_exactly_what_the_link_shows_one_object_each(desk):
    _, _, program, _ = desk
    calendars = program.calendars()
    assert program.titles(calendars["Meetings"]) == ["Japan meets", "[TLP:GREEN] Ukraine meets"]
    assert program.titles(calendars["To do"]) == ["Done long ago", "Send the paper"]
    for path, component in ((calendars["Meetings"], "VEVENT"), (calendars["To do"], "VTODO")):
        found, _ = program.sync(path)
        for where, text in program.read(path, found).items():
            [inside] = Calendar.from_ical(text).walk(component)
            assert where == f"{path}{inside['UID']}.ics"
            answer = program.ask("GET", where)
            assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
            assert answer.text == text
            assert answer.headers["ETag"] == found[where]
            assert "METHOD" not in text
            assert program.ask("GET", where, **{"If-None-Match": found[where]}).status_code == 304
            assert program.ask("HEAD", where).data == b""
            [properties] = program.find(where, "d:getetag", "d:getcontenttype", "d:resourcetype").values()
            assert properties[f"{DAV}getetag"].text == found[where]
            assert component in properties[f"{DAV}getcontenttype"].text


def test_a_change_a_deletion_a_new_one_and_a_loss_of_access_are_told_once(desk):
    house, officer, program, japan = desk
    path = program.calendars()["Meetings"]
    found, token = program.sync(path)
    assert len(found) == 2
    assert program.sync(path, token) == ({}, token)

    changed(house, select(Meeting).where(Meeting.id == house.meeting.id), title="Japan meets again")
    news, second = program.sync(path, token)
    [(where, tag)] = news.items()
    assert tag != found[where]
    assert title_in(program.read(path, [where])[where]) == "Japan meets again"
    assert program.sync(path, second) == ({}, second)

    later = a.meeting(house, japan, on=SOON, title="One more")
    news, third = program.sync(path, second)
    assert list(news) == [f"{path}{later.uid}.ics"]

    changed(house, select(Meeting).where(Meeting.id == house.meeting.id), marking=2)  # above the link
    news, fourth = program.sync(path, third)
    assert news == {where: None}
    assert program.read(path, [where]) == {where: None}
    assert program.ask("GET", where).status_code == 404
    assert program.sync(path, token)[0] == {
        where: None,
        f"{path}{later.uid}.ics": news_tag(program, path, later),
    }

    with house.system() as work:  # the officer's desk is read out
        for row in work.all(select(ReadIn).where(ReadIn.dialogue_id == japan.id)):
            work.act(Action.READ_OUT, on=japan)
            work.remove(row)
    news, fifth = program.sync(path, fourth)
    assert news == {f"{path}{later.uid}.ics": None}
    assert program.titles(path) == ["[TLP:GREEN] Ukraine meets"]

    changed(house, select(Meeting).where(Meeting.title == "Ukraine meets"), marking=2)
    news, _ = program.sync(path, fifth)
    assert sorted(news.values(), key=str)[-1] is None
    assert program.titles(path) == ["Nothing planned"]  # programs keep all they had when everything goes


def news_tag(program, path, row):
    return program.sync(path)[0][f"{path}{row.uid}.ics"]


def test_what_comes_back_is_told_as_changed(desk):
    house, _, program, _ = desk
    path = program.calendars()["Meetings"]
    _, token = program.sync(path)
    one = select(Meeting).where(Meeting.id == house.meeting.id)
    changed(house, one, marking=2)
    gone, second = program.sync(path, token)
    changed(house, one, marking=0)
    back, _ = program.sync(path, second)
    assert list(gone) == list(back)
    assert list(gone.values()) == [None]
    assert list(back.values()) != [None]


def test_a_token_that_is_old_or_was_never_given_is_refused_and_an_empty_one_begins_anew(desk):
    house, _, program, _ = desk
    path = program.calendars()["Meetings"]
    _, token = program.sync(path)
    epoch = token.removeprefix("data:,").split(".")[0]
    for odd in (
        "x",
        "data:,other.1",
        f"data:,{epoch}.99",
        f"data:,{epoch}.0",
        f"data:,{epoch}.-1",
        token + "0",
        "<d:a/>",
    ):
        answer = program.ask("REPORT", path, sync_body(odd), 0)
        expected = 207 if odd == "<d:a/>" else 403  # an element holds no text: it is an empty token
        assert answer.status_code == expected, odd
        if expected == 403:
            assert b"valid-sync-token" in answer.data
    changed(house, select(Meeting).where(Meeting.id == house.meeting.id), marking=2)
    gone, second = program.sync(path, token)
    with house.system() as work:  # three months and a day later
        for row in work.all(select(CollectionMember).where(CollectionMember.gone_at.is_not(None))):
            row.gone_at -= timedelta(days=91)
        work.one(select(Collection)).state = ""
    assert program.sync(path, second)[0] == {}
    assert program.ask("REPORT", path, sync_body(token), 0).status_code == 403
    assert len(program.sync(path)[0]) == 1
    with house.system() as work:
        assert not work.all(select(CollectionMember).where(CollectionMember.gone_at.is_not(None)))


def test_a_sync_may_ask_for_the_contents_and_for_no_more_than_so_many(desk):
    _, _, program, _ = desk
    path = program.calendars()["Meetings"]
    answer = program.ask("REPORT", path, sync_body("", names="<c:calendar-data/>"), 0)
    assert (
        sorted(title_in(each[f"{CAL}calendar-data"].text) for each in answers(answer).values())[0]
        == "Japan meets"
    )
    few = program.ask("REPORT", path, sync_body("", "<d:limit><d:nresults>1</d:nresults></d:limit>"), 0)
    assert few.status_code == 507
    assert b"number-of-matches-within-limits" in few.data
    many = program.ask("REPORT", path, sync_body("", "<d:limit><d:nresults>9</d:nresults></d:limit>"), 0)
    assert many.status_code == 207


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ('<c:comp-filter name="VEVENT"/>', ["Japan meets", "[TLP:GREEN] Ukraine meets"]),
        ("", ["Japan meets", "[TLP:GREEN] Ukraine meets"]),
        ('<c:comp-filter name="VTODO"/>', []),
        ('<c:comp-filter name="VTODO"><c:is-not-defined/></c:comp-filter>', ["Japan meets", "[TLP:GREEN] Ukraine meets"]),
        (
            '<c:comp-filter name="VEVENT"><c:prop-filter name="SUMMARY"><c:text-match>japan</c:text-match></c:prop-filter></c:comp-filter>',
            ["Japan meets"],
        ),
        (
            '<c:comp-filter name="VEVENT"><c:prop-filter name="SUMMARY"><c:text-match collation="i;octet">japan</c:text-match></c:prop-filter></c:comp-filter>',
            [],
        ),
        (
            '<c:comp-filter name="VEVENT"><c:prop-filter name="SUMMARY"><c:text-match negate-condition="yes">JAPAN</c:text-match></c:prop-filter></c:comp-filter>',
            ["[TLP:GREEN] Ukraine meets"],
        ),
        ('<c:comp-filter name="VEVENT"><c:prop-filter name="RRULE"/></c:comp-filter>', []),
        (
            '<c:comp-filter name="VEVENT"><c:comp-filter name="VALARM"><c:is-not-defined/></c:comp-filter></c:comp-filter>',
            ["Japan meets", "[TLP:GREEN] Ukraine meets"],
        ),
        ('<c:comp-filter name="VEVENT"><c:comp-filter name="VALARM"/></c:comp-filter>', []),
    ],
)  # fmt: skip
def test_a_query_has_what_passes_its_filter(desk, inside, shown):
    _, _, program, _ = desk
    assert program.query(program.calendars()["Meetings"], inside) == shown


def test_a_query_by_time_and_the_zone_in_which_whole_days_are_meant(desk):
    _, _, program, _ = desk
    path = program.calendars()["Meetings"]

    def within(start, end, zone=""):
        span = f'<c:time-range start="{start:%Y%m%dT%H%M%SZ}" end="{end:%Y%m%dT%H%M%SZ}"/>'
        return program.query(path, f'<c:comp-filter name="VEVENT">{span}</c:comp-filter>', zone)

    noon = datetime(SOON.year, SOON.month, SOON.day, 12)
    both = ["Japan meets", "[TLP:GREEN] Ukraine meets"]
    assert within(noon, noon + timedelta(hours=1)) == both
    assert within(noon + timedelta(days=1), noon + timedelta(days=9)) == []
    late = noon + timedelta(
        hours=16
    )  # four in the morning of the next day in Brussels, evening in Washington
    assert within(late, late + timedelta(minutes=1)) == []
    by_name = "<c:timezone-id>America/New_York</c:timezone-id>"
    whole = "<c:timezone>BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:America/New_York\nEND:VTIMEZONE\nEND:VCALENDAR</c:timezone>"
    assert within(late - timedelta(hours=1), late, by_name) == both
    assert within(late - timedelta(hours=1), late, whole) == both
    assert within(late, late + timedelta(minutes=1), "<c:timezone-id>No/Where</c:timezone-id>") == []


@pytest.mark.parametrize(
    ("body", "status", "word"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]><d:sync-collection xmlns:d="DAV:"/>', 400, "document type"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 400, "document type"),
        ('<?xml version="1.0" encoding="utf-16"?>\n<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16"), 400, "document type"),
        ("<a" * 3, 400, "well-formed"),
        ("<a>&x;</a>", 400, "well-formed"),
        (b"\xff\xfe\x00\x00", 400, "well-formed"),
        (b"<?xml version='1.0' encoding='no-such'?><a/>", 400, "well-formed"),
        ("<a>" * 5000, 400, "nested"),
        ("", 400, "well-formed"),
        ("<d:expand-property xmlns:d='DAV:'/>", 403, "supported-report"),
        ("<c:free-busy-query xmlns:c='urn:ietf:params:xml:ns:caldav'/>", 403, "supported-report"),
        ("<d:sync-collection xmlns:d='DAV:'/>", 400, "sync-token"),
        (f"<d:sync-collection {NAMES}><d:sync-token/><d:limit><d:nresults>²</d:nresults></d:limit></d:sync-collection>", 400, "number"),
        (f"<c:calendar-query {NAMES}/>", 400, "filter"),
        (query_body('<c:comp-filter name="VEVENT"><c:time-range/></c:comp-filter>'), 400, "time-range"),
        (query_body('<c:comp-filter name="VEVENT"><c:time-range start="20260101"/></c:comp-filter>'), 400, "time-range"),
        (query_body('<c:comp-filter name="VEVENT"><c:time-range start="20261301T000000Z"/></c:comp-filter>'), 400, "time-range"),
        (query_body('<c:comp-filter name="VEVENT"><c:time-range start="20260102T000000Z" end="20260101T000000Z"/></c:comp-filter>'), 400, "time-range"),
        (query_body('<c:comp-filter name="VEVENT"><c:prop-filter name="ATTENDEE"><c:param-filter name="CN"/></c:prop-filter></c:comp-filter>'), 403, "supported-filter"),
        (query_body('<c:comp-filter name="VEVENT"><c:prop-filter name="SUMMARY"><c:text-match collation="i;klingon">x</c:text-match></c:prop-filter></c:comp-filter>'), 403, "supported-collation"),
    ],
)  # fmt: skip
def test_a_question_that_is_wrong_or_hostile_gets_a_clear_word(desk, body, status, word):
    _, _, program, _ = desk
    answer = program.ask("REPORT", program.calendars()["Meetings"], body, 1)
    assert answer.status_code == status, answer.text
    assert word in answer.text


@pytest.mark.parametrize(
    "body", ["<!DOCTYPE a []><a/>", "<a/>", "<a", "<d:propfind xmlns:d='DAV:'>" + "<x>" * 99]
)
def test_a_wrong_propfind_too(desk, body):
    _, _, program, _ = desk
    assert program.ask("PROPFIND", "/dav/", body, 0).status_code == 400


def test_a_huge_question_is_not_read(desk):
    _, _, program, _ = desk
    path = program.calendars()["Meetings"]
    assert program.ask("REPORT", path, "<a>" + " " * (256 * 1024) + "</a>", 1).status_code == 413
    hrefs = [f"{path}{number:036}.ics" for number in range(2000)]
    assert set(program.read(path, hrefs).values()) == {None}


def test_a_small_question_cannot_ask_for_a_flood(desk):
    _, _, program, _ = desk
    path = program.calendars()["Meetings"]
    names = "".join(f"<x{number}/>" for number in range(101))
    flood = program.ask("PROPFIND", path, f"<d:propfind {NAMES}><d:prop>{names}</d:prop></d:propfind>", 1)
    assert flood.status_code == 400
    assert "100 properties" in flood.text
    part = '<c:comp-filter name="VEVENT"><c:prop-filter name="UID"/></c:comp-filter>'
    assert program.ask("REPORT", path, query_body(part * 10), 1).status_code == 207
    assert program.ask("REPORT", path, query_body(part * 2000), 1).status_code == 403


def test_a_multiget_reads_addresses_however_they_are_written_and_nothing_from_elsewhere(desk):
    house, officer, program, _ = desk
    calendars = program.calendars()
    path, other = calendars["Meetings"], calendars["To do"]
    [todo, *_] = program.sync(other)[0]
    uid = house.meeting.uid
    found = program.read(
        path,
        [f"http://localhost{path}{uid}.ics", f"{path}{uid.replace('-', '%2D')}.ics".replace("/dav/", "/d%61v/"), todo,
         f"{path}../{uid}.ics", f"/dav/nobody/{path.split('/')[3]}/{uid}.ics", "http://[", "", "/subscriptions"],
    )  # fmt: skip
    assert [where for where, text in found.items() if text] == [f"{path}{uid}.ics"]


@pytest.mark.parametrize("method", WRITING)
def test_nothing_can_be_written(desk, method):
    house, officer, program, _ = desk
    path = program.calendars()["Meetings"]
    before = program.sync(path)
    for where in ("/dav/", f"/dav/{officer.ref}/", path, f"{path}{house.meeting.uid}.ics", f"{path}new.ics"):
        answer = program.ask(method, where, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
        assert answer.status_code == 403, (method, where)
        assert b"need-privileges" in answer.data
    assert program.sync(path) == before
    stranger = house.client().client.open(path, method=method)
    assert stranger.status_code == 401


def test_options_tell_what_is_offered_and_nothing_else(desk):
    house, officer, program, _ = desk
    for path in ("/dav/", f"/dav/{officer.ref}/", "/dav/nobody/"):
        answer = house.client().client.open(path, method="OPTIONS")
        assert answer.status_code == 200
        assert "calendar-access" in answer.headers["DAV"]
        assert answer.headers["Allow"] == "OPTIONS, GET, HEAD, PROPFIND, REPORT"
        assert answer.data == b""


def test_another_officers_calendars_do_not_exist(desk):
    house, officer, program, _ = desk
    path = program.calendars()["Meetings"]
    [member, *_] = program.sync(path)[0]
    colleague = house.officer()
    browser = house.client(colleague)
    made(browser, name="Theirs")
    theirs = Program(house, colleague.email, added(browser))
    own = theirs.calendars()["Theirs"]
    elsewhere = path.replace(officer.ref, colleague.ref)
    for where in (
        f"/dav/{officer.ref}/",
        path,
        member,
        elsewhere,
        member.replace(officer.ref, colleague.ref),
    ):
        assert theirs.ask("PROPFIND", where, depth=0).status_code == 404, where
        assert theirs.ask("GET", where).status_code in {404, 405}
    for where in (path, elsewhere, "/dav/x", f"{own}x.ics", f"{own}x", f"{own}{house.meeting.uid}.ics/x"):
        for body in (sync_body(""), query_body("")):
            answer = theirs.ask("REPORT", where, body, 0)
            assert answer.status_code in {403, 404}, where
            assert b"Japan" not in answer.data
    assert theirs.read(own, [member]) == {member: None}


@pytest.mark.parametrize(
    ("role", "desk_name", "clearance", "shown"),
    [
        (Role.DESK_OFFICER, "Asia desk", 0, ["Japan meets"]),
        (Role.READER, "Asia desk", 1, ["Japan meets", "[TLP:GREEN] Ukraine meets"]),
        (Role.HEAD_OF_DESK, "Europe desk", 2, ["Nothing planned"]),
        (Role.ADMINISTRATOR, None, 2, ["Nothing planned"]),
    ],
)
def test_each_role_reads_what_its_link_may_show(desk, role, desk_name, clearance, shown):
    house, *_ = desk
    other = house.officer(role, desk=desk_name, clearance=clearance)
    browser = house.client(other)
    made(browser, name="Mine", ceiling=str(min(clearance, 1)))
    program = Program(house, other.email, added(browser))
    assert program.titles(program.calendars()["Mine"]) == shown


def test_a_link_that_ends_goes_from_the_programs(desk):
    house, _, program, _ = desk
    path = program.calendars()["Meetings"]
    program.sync(path)
    ref = path.split("/")[3]
    house.browser.press("/subscriptions", f"/subscriptions/{ref}/revoke")
    assert set(program.calendars()) == {"To do"}
    assert program.ask("PROPFIND", path, depth=0).status_code == 404
    assert program.ask("REPORT", path, sync_body(""), 0).status_code == 404
    with house.system() as work:
        assert not work.all(select(CollectionMember))


def test_between_changes_few_questions_are_asked_and_no_more_for_more_entries(desk):
    house, _, program, japan = desk
    path = program.calendars()["Meetings"]

    def asked():
        counts = []
        token = ""
        for body, method, where in (
            (sync_body(""), "REPORT", path), ("", "PROPFIND", path), (query_body(""), "REPORT", path),
        ):  # fmt: skip
            with house.statements() as seen:
                assert program.ask(method, where, body, 1).status_code == 207
            counts.append(len(seen))
        assert not token
        return counts

    program.sync(path)
    few = asked()
    assert max(few) <= 11, few
    for number in range(30):
        a.meeting(house, japan, on=SOON, title=f"One more {number}")
    with house.statements() as seen:  # all thirty are put down
        assert len(program.sync(path)[0]) == 32
    assert len(seen) <= 24, seen
    assert asked() == few


def test_off_there_is_none_of_it(desk):
    house, officer, program, _ = desk
    path = program.calendars()["Meetings"]
    house.app.config["HOUSE"] = replace(house.app.config["HOUSE"], caldav=False)
    for where in ("/dav/", f"/dav/{officer.ref}/", path, "/.well-known/caldav", "/"):
        assert program.ask("PROPFIND", where).status_code == 404, where
        assert program.ask("OPTIONS", where).status_code == 404 or where == "/"
    assert house.browser.get("/account/calendar-programs").status_code == 404
    for page in ("/account", "/subscriptions"):
        assert "alendar programs" not in house.browser.get(page).text


def test_a_cookie_opens_nothing_here_and_a_program_nothing_elsewhere(desk):
    house, officer, program, _ = desk
    assert house.browser.get(f"/dav/{officer.ref}/").status_code == 401
    assert program.ask("GET", "/account").status_code == 303
    assert "Set-Cookie" not in program.ask("PROPFIND", "/dav/", depth=0).headers


def test_a_password_travels_over_https_or_not_at_all(desk):
    house, _, program, _ = desk
    with house.app.app_context():
        far = {"REMOTE_ADDR": "203.0.113.7"}
        clear = program.client.open(
            "/dav/", method="PROPFIND", headers=program.headers, environ_overrides=far
        )
        safe = program.client.open(
            "/dav/", method="PROPFIND", headers=program.headers,
            environ_overrides={**far, "wsgi.url_scheme": "https"},
        )  # fmt: skip
    assert clear.status_code == 403
    assert "https" in clear.text
    assert "WWW-Authenticate" not in clear.headers
    assert safe.status_code == 207


@pytest.mark.parametrize(
    "header",
    [
        "Basic",
        "Basic %%%",
        "Basic " + base64.b64encode(b"no colon").decode(),
        "Bearer x",
        "Basic " + base64.b64encode(b"\xff\x00:\x00").decode(),
    ],
)
def test_a_header_that_is_none_is_challenged(desk, header):
    house, *_ = desk
    answer = house.client().client.open("/dav/", method="PROPFIND", headers={"Authorization": header})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Basic ")


def test_whoever_guesses_is_told_to_wait_and_the_right_password_never(desk):
    house, officer, program, _ = desk
    guessing = Program(house, officer.email, "aaaa-bbbb-cccc-dddd-eeee-ffff-gggg")
    seen = [guessing.ask("PROPFIND", "/dav/", depth=0).status_code for _ in range(64)]
    assert seen[0] == 401
    assert seen[-1] == 429
    assert program.ask("PROPFIND", "/dav/", depth=0).status_code == 207
    assert house.client(officer).get("/account").status_code == 200  # nor is anybody's sign-in kept waiting


def test_closed_accounts_and_ended_programs_read_nothing_and_are_not_counted(desk):
    house, officer, program, _ = desk
    other = Program(house, officer.email, added(house.browser, "A telephone"))
    page = house.browser.get("/account/calendar-programs").text
    first = re.findall(r"/account/calendar-programs/(\w+)/end", page)
    assert len(first) == 2
    house.browser.press("/account/calendar-programs", f"/account/calendar-programs/{first[0]}/end")
    assert other.ask("PROPFIND", "/dav/", depth=0).status_code == 401
    assert program.ask("PROPFIND", "/dav/", depth=0).status_code == 207
    assert [other.ask("GET", "/dav/").status_code for _ in range(64)][-1] == 401
    with house.system() as work:
        [said] = work.all(select(AuditEntry).where(AuditEntry.action == "end a calendar program"))
        assert "A telephone" in said.word
        row = work.one(queries.officers.by_id(officer.id))
        work.act(Action.CLOSE_OFFICER, on=OFFICE)
        row.closed_at = work.now
    assert program.ask("PROPFIND", "/dav/", depth=0).status_code == 401


def test_it_is_noted_which_program_was_here_and_when_and_audited_who_may(desk):
    house, officer, program, _ = desk
    page = house.browser.get("/account/calendar-programs").text
    assert "not yet" in page
    program.ask("PROPFIND", "/dav/", depth=0)
    page = house.browser.get("/account/calendar-programs").text
    assert "by Thunderbird" in page
    assert "not yet" not in page
    password = added(house.browser, "My telephone")
    with house.system() as work:
        said = [
            (entry.action, str(entry.changes))
            for entry in work.all(select(AuditEntry))
            if "calendar program" in entry.action
        ]
    assert [action for action, _ in said] == ["add a calendar program"] * 2
    hashed = services.calendar_programs.hash_of_program(password)
    assert not [changes for _, changes in said if hashed in changes or password in changes]


def test_a_password_is_typed_as_people_type_it_and_belongs_to_one_person(desk):
    house, officer, program, _ = desk
    password = added(house.browser, "My telephone")
    for typed in (password, password.replace("-", ""), password.upper(), f" {password.replace('-', ' ')} "):
        assert Program(house, officer.email.upper(), typed).ask("GET", "/dav/").status_code == 405, typed
    assert Program(house, house.officer().email, password).ask("GET", "/dav/").status_code == 401
    assert Program(house, officer.email, "").ask("GET", "/dav/").status_code == 401
    assert (
        Program(house, officer.email, "correct horse battery staple").ask("GET", "/dav/").status_code == 401
    )


def test_another_officers_program_cannot_be_ended_and_twenty_are_enough(desk):
    house, officer, program, _ = desk
    ref = re.search(
        r"/account/calendar-programs/(\w+)/end", house.browser.get("/account/calendar-programs").text
    )[1]
    colleague = house.client(house.officer())
    answer = colleague.post(
        f"/account/calendar-programs/{ref}/end", {"csrf_token": colleague.carried("/account")["csrf_token"]}
    )
    assert answer.status_code == 404
    assert program.ask("GET", "/dav/").status_code == 405
    for number in range(19):
        added(house.browser, f"Device {number}")
    page = house.browser.submit("/account/calendar-programs", {"name": "One too many"})
    assert "You have 20 programs already" in page.text
    assert "Say which device" in house.browser.submit("/account/calendar-programs", {"name": " "}).text
