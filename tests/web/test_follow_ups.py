"""The pages of follow-ups, the review and the desk, through a browser."""

from datetime import UTC, datetime, timedelta

import pytest

from app import queries
from app.domain.access import Role
from app.domain.commitment import OwedBy
from app.domain.follow_up import FollowUpStatus
from app.domain.meeting import Standing
from tests import a

DAY = timedelta(days=1)


@pytest.fixture
def record(sqlite_house):
    """A meeting with Japan, an officer of the desk and its head."""
    house = sqlite_house
    house.now = datetime.now(UTC)  # pages know no other time than the clock's
    meeting = a.meeting(house, a.dialogue(house, "JP"), on=house.today - 3 * DAY)
    return house, meeting, house.officer(), house.officer(Role.HEAD_OF_DESK)


def again(house, ref):
    with house.system() as work:
        return work.one(queries.follow_ups.by_ref(ref))


def test_the_list_opens_with_mine_and_says_so(record):
    house, meeting, officer, head = record
    a.follow_up(house, meeting, officer, text="Mine to do")
    a.follow_up(house, meeting, head, text="The head’s")
    browser = house.client(officer)
    page = browser.get("/follow-ups").text
    assert "1 follow-up: mine, live, first due first" in page
    assert "Mine to do" in page
    assert "The head’s" in browser.get("/follow-ups?whose=desk").text
    assert (
        "2 follow-ups: everybody’s, whatever their status"
        in browser.get("/follow-ups?whose=all&state=all").text
    )


@pytest.mark.parametrize(
    "query", ["whose=x", "state=x&when=x", "order=password_hash", "page=1e9", "partner=%27"]
)
def test_what_an_address_asks_wrongly_is_as_if_it_were_not_there(record, query):
    house, _, officer, _ = record
    browser = house.client(officer)
    assert browser.get(f"/follow-ups?{query}").status_code == 200
    assert browser.get(f"/follow-ups/export.csv?{query}").status_code == 200
    assert browser.get(f"/review?list={query}&desk={query}&officer={query}").status_code == 200


def test_a_step_is_noted_from_a_commitment(record):
    house, meeting, officer, _ = record
    commitment = a.commitment(house, meeting)
    browser = house.client(officer)
    path = f"/follow-ups/add?commitment={commitment.ref}"
    assert f'<option selected value="{officer.ref}">' in browser.get(path).text
    fields = {"text": "Ask CERT", "owner": officer.ref, "due": "in two weeks", "marking": "0"}
    answer = browser.submit(path, fields)
    assert answer.status_code == 303
    row = again(house, answer.location.rsplit("/", 1)[1])
    assert (row.commitment_id, row.owner_id) == (commitment.id, officer.id)
    assert "Ask CERT" in browser.get(f"/commitments/{commitment.ref}").text


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "x" * 1_000_000}, "text"),
        ({"due": "1 January 2020"}, "due"),
        ({"owner": "nobody"}, "owner"),
        ({"owner_unit": "CERT"}, "owner_unit"),
        ({"marking": "9"}, "marking"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(record, fields, field):
    house, meeting, officer, _ = record
    filled = {"text": "Send it", "owner": officer.ref, "marking": "0", **fields}
    answer = house.client(officer).submit(f"/follow-ups/add?meeting={meeting.ref}", filled)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text


def test_a_step_is_moved_and_given_to_somebody_else(record):
    house, meeting, officer, head = record
    row = a.follow_up(house, meeting, officer)
    browser = house.client(officer)
    bare = browser.submit(f"/follow-ups/{row.ref}/move", {"status": "done", "word": ""})
    assert (bare.status_code, 'href="#word"' in bare.text) == (422, True)
    assert (
        browser.submit(f"/follow-ups/{row.ref}/move", {"status": "under way", "word": ""}).status_code == 303
    )
    given = browser.submit(
        f"/follow-ups/{row.ref}/assign", {"owner": head.ref, "owner_unit": "", "word": "Yours."}
    )
    assert given.status_code == 303
    page = browser.get(f"/follow-ups/{row.ref}").text
    assert f"Given to {head.name}. Yours." in page


def test_from_the_desk_one_comes_back_to_the_desk(record):
    house, meeting, officer, _ = record
    row = a.follow_up(house, meeting, officer)
    browser = house.client(officer)
    answer = browser.submit(
        f"/follow-ups/{row.ref}/move?to=done&back=desk", {"status": "done", "word": "Sent."}
    )
    assert answer.location == "/"
    astray = browser.submit(
        f"/follow-ups/{row.ref}/move?back=https://evil.example", {"status": "open", "word": "x"}
    )
    assert astray.location == f"/follow-ups/{row.ref}"


@pytest.mark.parametrize("act", ["", "/revise", "/move", "/assign", "/review/close", "/review/seen"])
def test_another_desk_finds_nothing_and_a_reader_may_only_look(record, act):
    house, meeting, officer, _ = record
    row = a.follow_up(house, meeting, officer)
    path = f"/follow-ups/{row.ref}{act}"
    stranger = house.client(house.officer(Role.HEAD_OF_DESK, desk="Americas desk"))
    reader = house.client(house.officer(Role.READER))
    assert stranger.get(path).status_code == 404
    assert reader.get(path).status_code == (403 if act else 200)
    if act:
        token = reader.carried("/account")["csrf_token"]
        assert reader.post(path, {"csrf_token": token, "word": "x"}).status_code == 403
        assert house.client(officer).post(path, {"word": "x"}).status_code == 422  # no proof of origin
        assert again(house, row.ref).version == row.version


@pytest.fixture
def reviewed(record):
    """One follow-up for each list of the review, and a promise of the partner to ask about."""
    house, meeting, officer, head = record
    today, now = house.today, house.now
    a.follow_up(house, meeting, officer, text="one late", due=today - DAY)
    a.follow_up(house, meeting, officer, text="one due soon", due=today + 7 * DAY)
    a.follow_up(
        house,
        meeting,
        officer,
        text="one waiting",
        status=FollowUpStatus.WAITING,
        waiting_since=today - 70 * DAY,
    )
    a.follow_up(house, meeting, text="one nobody’s")
    a.follow_up(house, meeting, officer, text="one still", moved_at=now - 40 * DAY)
    a.follow_up(house, meeting, officer, text="one as it should be")
    a.commitment(house, meeting, sentence="one of theirs", owed_by=OwedBy.THEIRS, due=today - 90 * DAY)
    return house, meeting, officer, head


def test_the_review_shows_each_exception_once_with_its_rule(reviewed):
    house, _, _, head = reviewed
    page = house.client(head).get("/review").text
    for text in ("one late", "one due soon", "one waiting", "one nobody’s", "one still", "one of theirs"):
        assert page.count(f">{text}</a>") == 1, text
    assert "one as it should be" not in page
    assert "5 exceptions" in page
    for rule in (
        "its day is past",
        "within 14 days",
        "more than 60 days",
        "neither a unit nor an officer",
        "for 30 days",
    ):
        assert rule in page
    theirs = page.split('id="ask"')[1]
    assert "ask: 90 days past the date" in theirs
    assert "status-late" not in theirs


def test_a_long_list_is_cut_and_the_whole_is_one_click_away(record):
    house, meeting, officer, head = record
    for number in range(23):
        a.follow_up(house, meeting, officer, text=f"late {number:02}", due=house.today - DAY)
    browser = house.client(head)
    page = browser.get("/review").text
    assert page.count("data-row") == 20
    assert "The first 20 of 23" in page
    assert "/review?list=overdue" in page
    assert browser.get("/review?list=overdue").text.count("data-row") == 23


def test_the_review_is_narrowed_to_a_desk_or_an_officer(reviewed):
    house, meeting, officer, head = reviewed
    browser = house.client(head)
    page = browser.get(f"/review?officer={officer.ref}").text
    assert "one late" in page
    assert "one nobody’s" not in page
    with house.system() as work:
        [desk] = [d for d in work.all(queries.officers.desks()) if d.name == "Asia desk"]
    assert "one nobody’s" in browser.get(f"/review?desk={desk.ref}").text
    elsewhere = house.desk("Americas desk")
    assert "data-row" not in browser.get(f"/review?desk={elsewhere.ref}").text


@pytest.mark.parametrize(
    ("verdict", "fields", "minute"),
    [
        ("seen", {}, "Seen, left as it is."),
        ("nudge", {}, "Owner nudged."),
        ("reassign", {"owner_unit": "CERT", "owner": ""}, "Given to CERT."),
        ("date", {"due": "in three weeks"}, "New date: in three weeks."),
        ("close", {"word": "It was sent."}, "Closed. It was sent."),
        ("drop", {"word": "No longer wanted."}, "Dropped. No longer wanted."),
    ],
)
def test_a_head_decides_on_a_row_and_reads_it_in_the_minutes(record, verdict, fields, minute):
    house, meeting, officer, head = record
    row = a.follow_up(house, meeting, officer, due=house.today - DAY)
    browser = house.client(head)
    answer = browser.submit(f"/follow-ups/{row.ref}/review/{verdict}?officer={officer.ref}", fields)
    assert answer.status_code == 303
    assert answer.location == f"/review?officer={officer.ref}#f-{row.ref}"
    minutes = browser.get("/review").text.split('id="minutes"')[1]
    assert minute in minutes
    assert "Send the paper" in minutes
    assert again(house, row.ref).reviewed_at is not None


@pytest.mark.parametrize(
    ("verdict", "fields", "field"),
    [("close", {}, "word"), ("date", {"due": "sometime"}, "due"), ("reassign", {"owner": ""}, "owner")],
)
def test_a_decision_that_lacks_something_asks_for_it(record, verdict, fields, field):
    house, meeting, officer, head = record
    row = a.follow_up(house, meeting, officer)
    answer = house.client(head).submit(f"/follow-ups/{row.ref}/review/{verdict}", fields)
    assert (answer.status_code, f'href="#{field}"' in answer.text) == (422, True)
    assert again(house, row.ref).reviewed_at is None


def test_a_decision_on_an_older_version_is_told_and_not_done(record):
    house, meeting, officer, head = record
    row = a.follow_up(house, meeting, officer)
    browser = house.client(head)
    opened = browser.carried(f"/follow-ups/{row.ref}/review/drop")
    browser.submit(f"/follow-ups/{row.ref}/review/date", {"due": "in a week"})
    answer = browser.post(f"/follow-ups/{row.ref}/review/drop", {**opened, "word": "My words."})
    assert answer.status_code == 409
    assert "Somebody changed this" in answer.text
    assert "My words." in answer.text
    assert again(house, row.ref).status is FollowUpStatus.OPEN


def test_officers_see_the_review_and_decide_nothing(reviewed):
    house, _, officer, _ = reviewed
    page = house.client(officer).get("/review").text
    assert "one late" in page
    assert "/review/" not in page.split('id="overdue"')[1].split('id="ask"')[0]


def test_no_such_verdict(record):
    house, meeting, officer, head = record
    row = a.follow_up(house, meeting, officer)
    assert house.client(head).get(f"/follow-ups/{row.ref}/review/promote").status_code == 404


def test_the_desk_shows_what_is_late_today_and_this_week(record):
    house, meeting, officer, _ = record
    today = house.today
    for text, away in (("was due", -2), ("is due now", 0), ("comes up", 5), ("far off", 40)):
        a.follow_up(house, meeting, officer, text=text, due=today + away * DAY)
    page = house.client(officer).get("/").text
    late, rest = page.split("<caption>Today</caption>")
    assert "was due" in late
    assert "is due now" in rest
    assert "comes up" in rest.split("<caption>This week</caption>")[1]
    assert "far off" not in page
    assert "1 more follow-up of yours" in page
    assert "Coffee with the embassy" in page


def test_the_desk_shows_a_head_what_others_wrote_and_wait_with(record):
    house, meeting, officer, head = record
    a.readout(house, meeting, officer, title="Theirs to approve")
    a.readout(house, meeting, head, title="Written by the head")
    page = house.client(head).get("/").text
    assert "Theirs to approve" in page
    assert "Written by the head" not in page
    assert "Theirs to approve" not in house.client(officer).get("/").text


def test_the_desk_shows_what_comes_next_and_what_it_lacks(record):
    house, meeting, officer, _ = record
    with house.system() as work:
        dialogue = work.one(
            queries.dialogues.by_ref(work.one(queries.meetings.by_ref(meeting.ref)).dialogue.ref)
        )
    today = house.today
    a.round_(house, dialogue, 4, on=today + 9 * DAY, standing=Standing.PLANNED)
    a.round_(house, dialogue, 3, on=today - 99 * DAY)
    page = house.client(officer).get("/").text
    coming = page.split('id="next"')[1].split('id="pulse"')[0]
    assert "in 9 days" in coming
    assert "still missing: an agenda, our delegation" in coming
    assert "round 3" not in coming
    assert page.split('id="pulse"')[1].count("<rect") == 2


def test_a_newcomers_desk_says_what_would_be_there(sqlite_house):
    page = sqlite_house.client(sqlite_house.officer()).get("/").text
    assert "Nothing is on your desk yet" in page
    assert 'href="/log"' in page
    reader = sqlite_house.client(sqlite_house.officer(Role.READER)).get("/").text
    assert "A head of desk can read you in" in reader
    assert 'href="/log"' not in reader


def test_an_administrators_desk_is_about_the_office_and_nothing_else(record):
    house, *_ = record
    page = house.client(house.officer(Role.ADMINISTRATOR)).get("/").text
    for address in ("/officers", "/reference", "/audit"):
        assert f'href="{address}"' in page
    assert "Coffee with the embassy" not in page
