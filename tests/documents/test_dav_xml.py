"""XML of calendar programs in and out."""

from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest

from app.documents import calendar_filter, calendar_object, dav_answer, dav_properties, dav_request, dav_xml
from app.documents.dav_xml import CAL, DAV
from app.domain.dav_place import Reader, Shelf
from app.domain.feed import FeedKind
from tests.documents.calendar_rules import faults
from tests.documents.test_calendar import at
from tests.web.dav_client import NAMES, query_body, sync_body

SHELF = Shelf("/dav/w/", "c", "Cyber & <dialogues>\x0b \ud800é", FeedKind.MEETINGS)
MANY = (
    "<!DOCTYPE b [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY a{n} '&a{n - 1 or ''};&a{n - 1 or ''};'>" for n in range(1, 30))
    + "]><b>&a29;</b>"
)


@pytest.mark.parametrize(
    "body",
    [
        MANY.encode(),
        MANY.encode("utf-16"),
        ("<?xml version='1.0' encoding='utf-16'?>" + MANY).encode("utf-16"),
        b"<!DOCTYPE a><a/>",
        b"<!doctype a><a/>",
        b"<?xml version='1.0'?><!-- x --><!DOCTYPE a SYSTEM 'http://192.0.2.1/x'><a/>",
        b"",
        b" ",
        b"\x00",
        b"<a>\x00</a>",
        b"<a xmlns:b=''/>",
        b"<a b:c='1'/>",
        b"<a/><a/>",
        b"<" + b"a" * 200_000,
        b"<a>" * 31 + b"</a>" * 31,
        b"<a>\xff</a>",
    ],
)  # fmt: skip
def test_what_is_no_plain_document_is_refused(body):
    with pytest.raises(dav_xml.Unreadable):
        dav_xml.read(body)


def test_a_document_is_read_with_its_name_spaces():
    root = dav_xml.read(b'<x:a xmlns:x="DAV:" y="1"><b xmlns="urn:b">t&amp;\xc3\xa9</b><c/></x:a>')
    assert [root.tag, root[0].tag, root[1].tag] == [f"{DAV}a", "{urn:b}b", "c"]
    assert (root.get("y"), root[0].text) == ("1", "t&é")


def test_properties_are_asked_for_by_name_all_or_names_only():
    assert dav_request.propfind_in(b"  ") == dav_request.Wanted()
    named = f"<d:propfind {NAMES}><d:prop><d:owner/><d:owner/><x/></d:prop></d:propfind>"
    assert dav_request.propfind_in(named.encode()).names == (f"{DAV}owner", "x")
    assert dav_request.propfind_in(f"<d:propfind {NAMES}><d:allprop/></d:propfind>".encode()).names is None
    assert dav_request.propfind_in(f"<d:propfind {NAMES}><d:propname/></d:propfind>".encode()).names_only


def test_a_report_is_read():
    limited = sync_body(" data:,e.3 ", "<d:limit><d:nresults>5</d:nresults></d:limit>")
    found = dav_request.report_in(limited.encode())
    assert (found.token, found.limit, found.wanted.names) == ("data:,e.3", 5, (f"{DAV}getetag",))
    zone = "<c:timezone>BEGIN:VTIMEZONE\r\nTZID;X=y:Asia/Tokyo\r\nEND:VTIMEZONE</c:timezone>"
    assert dav_request.report_in(query_body("", zone).encode()).zone == "Asia/Tokyo"


def test_an_answer_is_read_back_whatever_a_name_holds():
    lines = "BEGIN:VCALENDAR\r\nSUMMARY:a < b & c ]]>\r\nEND:VCALENDAR\r\n"
    wanted = dav_request.Wanted((f"{DAV}displayname", f"{CAL}calendar-data", "{x}y", "plain"))
    found = dav_answer.multistatus(
        [
            dav_properties.calendar(SHELF, lambda: "t"),
            dav_properties.member(SHELF, "é ü", "1", lines.encode()),
            dav_properties.gone("/dav/w/c/gone.ics"),
        ],
        wanted,
        "data:,e.1",
    )
    root = ElementTree.fromstring(found)
    first, second, third = root.findall(f"{DAV}response")
    assert first.find(f".//{DAV}displayname").text == "Cyber & <dialogues> é"
    assert second.find(f".//{CAL}calendar-data").text == lines  # to the last line end
    assert second.findtext(f"{DAV}href") == "/dav/w/c/%C3%A9%20%C3%BC.ics"
    assert "404" in third.findtext(f"{DAV}status")
    assert root.findtext(f"{DAV}sync-token") == "data:,e.1"
    lacking = [each for each in second.iter(f"{DAV}propstat") if "404" in each.findtext(f"{DAV}status")]
    assert [each.tag for each in lacking[0].find(f"{DAV}prop")] == [f"{DAV}displayname", "{x}y", "plain"]


def test_contents_are_given_only_by_name_and_a_token_is_worked_out_only_if_asked():
    member = dav_properties.member(SHELF, "u", "1", b"x")
    assert b"calendar-data" not in dav_answer.multistatus([member], dav_request.Wanted())
    asked = []
    shelf = dav_properties.calendar(SHELF, lambda: asked.append(1) or "t")
    dav_answer.multistatus([shelf], dav_request.Wanted((f"{DAV}displayname",)))
    dav_answer.multistatus([shelf], dav_request.Wanted(names_only=True))
    assert asked == []
    dav_answer.multistatus([shelf], dav_request.Wanted((f"{DAV}sync-token",)))
    assert asked == [1]


def test_the_first_addresses_lead_on():
    reader = Reader(1, "w", "Anna")
    for answer in (dav_properties.root(reader), dav_properties.home(reader)):
        [href] = answer.properties[f"{CAL}calendar-home-set"]()
        assert href.text == "/dav/w/"


def test_one_object_keeps_the_rules_of_a_calendar_and_has_one_component():
    for what in (
        at("Europe/Brussels", 2026, 7, 1, 9, 30),
        calendar_object.nothing_planned(),
        calendar_object.nothing_to_do(),
    ):
        found = calendar_object.resource_of(what)
        assert found.body.count(b"BEGIN:" + found.component.encode()) == 1
        assert found.etag == calendar_object.resource_of(what).etag
        subscription = ("CAL-07", "CAL-09")  # a name and how often to ask: a collection says these itself
        if found.component == "VTODO":
            subscription += ("CAL-10", "CAL-39")  # a link of events has no things to do
        assert not [fault for fault in faults(found.body) if not fault.startswith(subscription)]


def test_a_filter_of_an_unknown_component_fits_nothing():
    asked = dav_request.report_in(query_body('<c:comp-filter name="VJOURNAL"/>').encode()).filter
    resource = calendar_object.resource_of(at("Europe/Brussels", 2026, 7, 1, 9, 30))
    assert not calendar_filter.is_meant(resource, asked, ZoneInfo("UTC"))
