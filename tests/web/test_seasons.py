"""The multilateral calendar through a browser, a month, a list and other people's calendar parsers."""

import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
import vobject
from icalendar import Calendar
from sqlalchemy import select

from app import queries, services
from app.domain.access import Role
from app.domain.season import SeasonFacts, SeasonKind
from app.models.commitment import Commitment
from tests import a
from tests.house_for_tests import today
from tests.services.test_seasons import event, ics
from tests.web.test_feeds import LINK, made

FIELDS = {
    "name": "UN high-level week", "kind": "week", "when": "21–27 September 2027", "body": "United Nations",
    "city": "New York", "note": "", "source": "",
}  # fmt: skip


def said(day):
    return f"{day.day} {day:%B %Y}"


@pytest.fixture
def desk(house):
    """An officer's browser."""
    return house, house.client(house.officer())


def note(house, name, first, last=None, kind=SeasonKind.WEEK, confirmed=True, when="", city=""):
    """An event on these days, or at these words."""
    when = when or (said(first) if last is None else f"{said(first)} – {said(last)}")
    with house.system() as work:
        return services.seasons.add(
            work, SeasonFacts(name=name, kind=kind, when=when, confirmed=confirmed, city=city)
        )


def one(house, name):
    with house.system() as work:
        return next(row for row in work.all(queries.seasons.all_seasons()) if row.name == name)


def test_an_event_is_noted_revised_cancelled_and_taken_up_again(desk):
    house, browser = desk
    assert "No event yet." in browser.get("/seasons").text
    answer = browser.submit("/seasons/add", FIELDS)
    assert answer.status_code == 303, answer.text
    row = one(house, "UN high-level week")
    assert answer.location == f"/seasons#{row.ref}"
    page = browser.get("/seasons").text
    assert "21–27 September 2027" in page
    assert "to be confirmed" in page
    revise = f"/seasons/{row.ref}/revise"
    answer = browser.submit(revise, {**FIELDS, "when": "20–26 September 2027", "confirmed": "y"})
    assert answer.status_code == 303, answer.text
    assert (one(house, row.name).starts_on, one(house, row.name).confirmed) == (date(2027, 9, 20), True)
    cancel = f"/seasons/{row.ref}/cancel"
    assert browser.submit(cancel, {"because": ""}).status_code == 422
    assert browser.submit(cancel, {"because": "Put off for a year"}).status_code == 303
    page = browser.get("/seasons").text
    assert "<del>UN high-level week</del>" in page
    assert "Put off for a year" in page
    assert browser.submit(revise, FIELDS).status_code == 422
    assert browser.press("/seasons", f"/seasons/{row.ref}/take-up").status_code == 303
    assert "<del>" not in browser.get("/seasons").text


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"when": ""}, "when"),
        ({"when": "next round"}, "when"),
        ({"when": "31 February 2027"}, "when"),
        ({"kind": "x"}, "kind"),
    ],
)
def test_what_will_not_do_is_said_at_its_field(desk, changes, field):
    _, browser = desk
    answer = browser.submit("/seasons/add", {**FIELDS, **changes})
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text


def test_two_who_save_at_once_lose_nothing(desk):
    house, browser = desk
    browser.submit("/seasons/add", FIELDS)
    revise = f"/seasons/{one(house, FIELDS['name']).ref}/revise"
    carried = browser.carried(revise)
    house.client(house.officer()).submit(revise, {**FIELDS, "city": "Geneva"})
    answer = browser.post(revise, {**carried, **FIELDS, "note": "Mine"})
    assert answer.status_code == 409
    assert "Geneva" in answer.text
    assert "Mine" in answer.text


@pytest.mark.parametrize("role", [Role.READER, Role.ADMINISTRATOR])
def test_everybody_reads_it_and_keepers_keep_it(sqlite_house, role):
    house = sqlite_house
    row = note(house, "UN high-level week", date(2027, 9, 21))
    browser = house.client(house.officer(role))
    page = browser.get("/seasons")
    assert "UN high-level week" in page.text
    keeps = role is Role.ADMINISTRATOR
    assert ("Take over those that ship" in page.text) is keeps
    for path in (
        "/seasons/add",
        "/seasons/import",
        f"/seasons/{row.ref}/revise",
        f"/seasons/{row.ref}/cancel",
    ):
        assert browser.get(path).status_code == (200 if keeps else 403)
    token = {"csrf_token": browser.carried("/account")["csrf_token"]}
    assert browser.post("/seasons/take-over", token).status_code == (303 if keeps else 403)


def test_what_ships_is_offered_and_taken_over_once(desk):
    house, browser = desk
    assert "Take over those that ship" in browser.get("/seasons").text
    assert browser.press("/seasons", "/seasons/take-over").status_code == 303
    page = browser.get("/seasons").text
    assert "Presidency of the Council of the EU: Latvia" in page
    assert "Take over those that ship" not in page


def test_a_calendar_file_comes_in_and_it_is_said_what_became_of_it(desk):
    house, browser = desk
    sent = {"body": "OSCE", "kind": "conference"}

    def send(raw):
        return browser.submit(
            "/seasons/import", {**sent, "file": (BytesIO(raw), "x.ics")}, content_type="multipart/form-data"
        )

    raw = ics(event(), "UID:n\r\nSUMMARY:No <b>day</b>")
    page = send(raw)
    assert page.status_code == 200, page.text
    assert "“No &lt;b&gt;day&lt;/b&gt;” has no day." in page.text
    assert one(house, "Ministerial Council").body == "OSCE"
    assert send(raw).status_code == 200
    refused = send(b"nothing of the sort")
    assert refused.status_code == 422
    assert 'id="file-error"' in refused.text
    assert browser.submit("/seasons/import", sent).status_code == 422
    with house.system() as work:
        assert len(work.all(queries.seasons.all_seasons())) == 1


def test_a_month_shows_events_on_their_days_above_and_below(desk):
    house, browser = desk
    note(house, "A week", date(2027, 9, 21), date(2027, 9, 23))
    note(house, "A presidency", date(2027, 7, 1), date(2027, 12, 31), SeasonKind.PRESIDENCY)
    note(house, "Some time", None, when="September 2027")
    note(house, "Another month", None, when="October 2027")
    note(house, "Some year", None, when="2027")
    row = note(house, "Off", date(2027, 9, 8))
    with house.system() as work:
        services.seasons.cancel(work, row.ref, "Off", None)
    page = browser.get("/calendar?month=2027-09").text
    assert len(re.findall(r'<li class="entry entry-season"[^>]*><a [^>]*>A week</a>', page)) == 3
    assert page.count("A presidency") == 1
    assert page.index("A presidency") < page.index("<table")
    assert page.index("Some time") > page.index("</table>")
    assert "Another month" not in page
    assert "Some year" not in page
    assert "Off</a>" not in page


def test_the_list_shows_what_lies_ahead(desk):
    house, browser = desk
    note(house, "A week ahead", today() + timedelta(days=30), today() + timedelta(days=33))
    note(
        house, "Has begun", today() - timedelta(days=30), today() + timedelta(days=30), SeasonKind.PRESIDENCY
    )
    note(house, "Of some year", None, when=str(today().year + 1))
    page = browser.get("/calendar/list").text
    assert page.count("A week ahead") == 1
    assert page.index("Has begun") < page.index("A week ahead") < page.index("Of some year")


def test_no_page_asks_more_often_when_there_are_more_events(desk):
    house, browser = desk
    pages = ("/seasons", "/calendar?month=2027-09", "/calendar/list", "/commitments/file?dialogue=")
    pages = [p + a.dialogue(house, "JP").ref if p.endswith("=") else p for p in pages]

    def counted():
        found = []
        for page in pages:
            browser.get(page)
            with house.statements() as seen:
                assert browser.get(page).status_code == 200
            found.append(len(seen))
        return found

    note(house, "One", date(2027, 9, 1))
    few = counted()
    for number in range(12):
        note(house, f"Event {number}", date(2027, 9, 2) + timedelta(days=number))
    assert counted() == few


def test_a_round_ahead_is_told_what_it_falls_into(desk):
    house, browser = desk
    first = today() + timedelta(days=40)
    note(house, "UN high-level week", first, first + timedelta(days=6))
    note(house, "A conference", first, kind=SeasonKind.CONFERENCE)
    dialogue = a.dialogue(house, "JP")
    ahead = a.round_(house, dialogue, on=first, standing=a.Standing.PLANNED)
    page = browser.get(f"/rounds/{ahead.ref}").text
    assert "Falls into the UN high-level week (" in page
    assert "A conference" not in page
    held = a.round_(house, dialogue, number=2, on=first)
    assert "Falls into" not in browser.get(f"/rounds/{held.ref}").text
    meeting = a.meeting(house, dialogue, on=first, standing=a.Standing.PLANNED)
    assert "Falls into the UN high-level week (" in browser.get(f"/meetings/{meeting.ref}").text


COMMITMENT = {
    "sentence": "Share the draft before the plenary.", "owed_by": "ours", "marking": "0", "strength": "firm",
    "due": "", "season": "", "working": "", "said_on": "",
}  # fmt: skip


def test_a_promise_is_due_by_an_event_and_follows_it(desk):
    house, browser = desk
    season = note(house, "Plenary", date(2027, 7, 12), date(2027, 7, 16), SeasonKind.SESSION)
    over = note(house, "Long over", date(2020, 7, 12))
    address = f"/commitments/file?dialogue={a.dialogue(house, 'JP').ref}"
    page = browser.get(address).text
    assert "Plenary: 12–16 July 2027" in page
    assert "Long over" not in page
    refused = browser.submit(address, {**COMMITMENT, "season": over.ref})
    assert refused.status_code == 422
    assert 'id="season-error"' in refused.text
    answer = browser.submit(address, {**COMMITMENT, "season": season.ref})
    assert answer.status_code == 303, answer.text
    with house.system() as work:
        ref = work.one(select(Commitment)).ref
    page = browser.get(f"/commitments/{ref}").text
    assert "by Plenary" in page
    assert "Plenary, 12–16 July 2027" in page
    fields = {**FIELDS, "name": "Plenary", "kind": "session", "when": "19–23 July 2027"}
    assert browser.submit(f"/seasons/{season.ref}/revise", fields).status_code == 303
    page = browser.get(f"/commitments/{ref}").text
    assert "Due 19 July 2027 instead of 12 July 2027, because “Plenary” moved." in page
    revise = f"/commitments/{ref}/revise"
    assert re.search(rf'<option selected value="{season.ref}">', browser.get(revise).text)
    again = {**COMMITMENT, "season": season.ref, "sentence": "Share the final draft."}
    assert browser.submit(revise, again).status_code == 303
    with house.system() as work:
        row = work.one(queries.commitments.by_ref(ref))
        assert (row.due, row.due_season_id) == (date(2027, 7, 19), season.id)
    assert browser.submit(revise, COMMITMENT).status_code == 303
    with house.system() as work:
        row = work.one(queries.commitments.by_ref(ref))
        assert (row.due, row.due_season_id, row.due_stated) == (None, None, "")


def test_whoever_moves_an_event_is_told_nothing_of_what_they_may_not_know(desk):
    house, browser = desk
    season = note(house, "Plenary", date(2027, 7, 12), kind=SeasonKind.SESSION)
    fields = {**FIELDS, "name": "Plenary", "kind": "session"}
    stranger = house.client(house.officer(desk="Europe desk"))
    revise = f"/seasons/{season.ref}/revise"
    without = stranger.submit(revise, {**fields, "when": "13 July 2027"})
    hidden = a.commitment(
        house, a.dialogue(house, "JP"), sentence="Xylobrontic.", due_season_id=season.id, due=date(2027, 7, 13), marking=2
    )  # fmt: skip
    with_one = stranger.submit(revise, {**fields, "when": "14 July 2027"})
    assert (with_one.status_code, with_one.data) == (without.status_code, without.data)
    for page in ("/seasons", "/audit", revise):
        text = stranger.get(page).text
        assert hidden.ref not in text
        assert "ylobrontic" not in text
    with house.system() as work:
        assert work.one(queries.commitments.by_ref(hidden.ref)).due == date(2027, 7, 14)


def entries(house, path):
    text = house.client().get(path).text
    found = {str(each["SUMMARY"]): each for each in Calendar.from_ical(text).walk("VEVENT")}
    assert {each.summary.value for each in vobject.readOne(text).vevent_list} == set(found)
    return found


def test_a_feed_of_its_own(desk):
    house, browser = desk
    first = today() + timedelta(days=30)
    row = note(house, "Firm", first, first + timedelta(days=2), city="New York")
    note(house, "Not yet", first, confirmed=False)
    note(house, "Vague", None, when=str(today().year + 1), confirmed=True)
    note(house, "Over", today() - timedelta(days=400))
    a.meeting(house, a.dialogue(house, "JP"), on=first, title="Japan meets")
    assert "The multilateral calendar" in browser.get("/subscriptions?kind=seasons").text
    path = made(browser, kind="seasons")
    found = entries(house, path)
    vague = f"Vague, {today().year + 1} (dates to be confirmed)"
    assert set(found) == {"Firm", "Not yet (to be confirmed)", vague}
    firm = found["Firm"]
    assert (firm["DTSTART"].dt, firm["DTEND"].dt) == (first, first + timedelta(days=3))
    assert (str(firm["STATUS"]), str(firm["TRANSP"]), str(firm["UID"])) == (
        "CONFIRMED",
        "TRANSPARENT",
        row.uid,
    )
    assert (str(firm["LOCATION"]), firm["SEQUENCE"]) == ("New York", 0)
    assert str(firm["URL"]).endswith(f"/seasons#{row.ref}")
    assert str(found["Not yet (to be confirmed)"]["STATUS"]) == "TENTATIVE"
    assert str(found[vague]["STATUS"]) == "TENTATIVE"
    assert house.client().get(path).data == house.client().get(path).data


def test_a_cancelled_event_is_a_tombstone_for_those_who_want_it(desk):
    house, browser = desk
    path, without = made(browser, kind="seasons"), made(browser, kind="seasons", with_cancelled="")
    first = today() + timedelta(days=30)
    row = note(house, "Firm", first)
    with house.system() as work:
        work.now = datetime.now(UTC)
        services.seasons.cancel(work, row.ref, "Put off", None)
    gone = entries(house, path)["CANCELLED: Firm"]
    assert (str(gone["STATUS"]), gone["SEQUENCE"], str(gone["UID"])) == ("CANCELLED", 1, row.uid)
    assert set(entries(house, without)) <= {"Nothing planned", "CANCELLED: Firm"}
    assert "with_cancelled" in LINK
