"""The pages of commitments, through a browser: narrowed, filed, corrected, moved, carried, taken along, attacked."""

import csv
import io
import re
from datetime import timedelta

import pytest

from app import queries
from app.domain.access import Role
from app.domain.commitment import CommitmentStatus, OwedBy
from tests import a


@pytest.fixture
def record(sqlite_house):
    """A meeting with Japan and whoever keeps its record, at the browser."""
    house = sqlite_house
    meeting = a.meeting(house, a.dialogue(house, "JP"))
    return house, meeting, house.client(house.officer())


def again(house, ref):
    with house.system() as work:
        return work.one(queries.commitments.by_ref(ref))


def test_the_list_says_in_words_what_it_shows(record):
    house, meeting, browser = record
    a.commitment(house, meeting, sentence="Ours")
    a.commitment(house, meeting, sentence="Of theirs", owed_by=OwedBy.THEIRS)
    a.commitment(house, meeting, sentence="Ended", status=CommitmentStatus.KEPT)
    page = browser.get("/commitments").text
    assert "2 commitments: live, oldest first" in page
    assert "Ended" not in page.replace(">Ended<", "")
    page = browser.get("/commitments?whose=theirs&state=all&order=due").text
    assert "1 commitment: theirs, live and ended, first due first" in page
    assert "Of theirs" in page


@pytest.mark.parametrize(
    "query",
    [
        "whose=x&state=x&order=x",
        "page=99999999999",
        "page=-1",
        "partner=../..",
        "topic='--",
        "when=%00",
        "dialogue=x",
    ],
)
def test_what_an_address_asks_wrongly_is_as_if_it_were_not_there(record, query):
    _, _, browser = record
    assert browser.get(f"/commitments?{query}").status_code == 200
    assert browser.get(f"/commitments/export.csv?{query}").status_code == 200


def test_an_empty_list_says_what_would_be_there(record):
    _, _, browser = record
    assert "a sentence in which somebody undertook something" in browser.get("/commitments").text


def test_late_is_ours_and_theirs_is_asked(record):
    house, meeting, browser = record
    past = house.today - timedelta(days=400)
    a.commitment(house, meeting, owed_by=OwedBy.THEIRS, due=past)
    page = browser.get("/commitments?when=past").text
    assert "ask: " in page
    assert "status-late" not in page
    a.commitment(house, meeting, owed_by=OwedBy.OURS, due=past)
    assert "status-late" in browser.get("/commitments?when=past").text


@pytest.mark.parametrize(
    "path", ["/commitments", "/follow-ups?whose=all", "/review", "/", "/commitments/export.csv"]
)
def test_no_page_asks_more_for_sixty_than_for_three(record, path):
    house, meeting, _ = record
    officer = house.officer(Role.HEAD_OF_DESK)
    browser = house.client(officer)
    past = house.today - timedelta(days=9)

    def fill(number):
        for at in range(number):
            row = a.commitment(house, meeting, owed_by=list(OwedBy)[at % 4], due=past)
            a.follow_up(
                house, meeting, [officer, None][at % 2], commitment_id=row.id, due=[past, None][at // 2 % 2]
            )

    def asked():
        browser.get(path)
        with house.statements() as seen:
            assert browser.get(path).status_code == 200
        return len(seen)

    fill(8)
    few = asked()
    fill(40)
    assert asked() <= few


def test_a_promise_is_filed_from_its_meeting(record):
    house, meeting, browser = record
    answer = browser.submit(
        f"/commitments/file?meeting={meeting.ref}",
        {"sentence": "Share the “draft”\nby May.", "owed_by": "joint", "first_mover": "CERT", "due": "May 2027",
         "marking": "1", "strength": "firm", "topics": "ransomware"},
    )  # fmt: skip
    assert answer.status_code == 303
    ref = answer.location.rsplit("/", 1)[1]
    row = again(house, ref)
    assert (row.sentence, row.first_mover, str(row.due)) == (
        "Share the “draft”\nby May.",
        "CERT",
        "2027-05-31",
    )
    page = browser.get(answer.location).text
    for said in ("Both promised", "both, CERT first", "May 2027", "31 May 2027", "Ransomware"):
        assert said in page


def test_without_a_place_one_is_asked_for_it(record):
    _, meeting, browser = record
    page = browser.get("/commitments/file").text
    assert 'name="dialogue"' in page
    assert browser.get("/commitments/file?meeting=nosuchref").status_code == 404
    assert browser.get(f"/commitments/file?round={meeting.ref}").status_code == 404


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"sentence": " \u200b "}, "sentence", "the sentence in which it was promised"),
        ({"sentence": "x" * 1_000_000}, "sentence", "at most 5,000 fit here"),
        ({"due": "31 February 2027"}, "due", "February 2027 has no day 31"),
        ({"working": "soon"}, "working", "A working date is a date"),
        ({"owed_by": "nobody"}, "owed_by", "Choose one of those listed"),
        ({"marking": "3"}, "marking", "Choose one of those listed"),
        ({"topics": "nonsense"}, "topics", "Choose among those listed"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(record, fields, field, said):
    house, meeting, browser = record
    filled = {"sentence": "Share the draft", "owed_by": "ours", "strength": "firm", "marking": "0", **fields}
    answer = browser.submit(f"/commitments/file?meeting={meeting.ref}", filled)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert said in answer.text
    with house.system() as work:
        assert not work.all(queries.commitments.of_sitting(meeting))


def test_what_turns_the_reading_order_or_is_code_stays_text(record):
    house, meeting, browser = record
    evil = "\u202eevil\u202c <script>alert(1)</script> {{7*7}}"
    answer = browser.submit(
        f"/commitments/file?meeting={meeting.ref}",
        {
            "sentence": evil,
            "owed_by": "ours",
            "strength": "firm",
            "marking": "0",
            "source": "javascript:alert(1)",
        },
    )
    page = browser.get(answer.location).text
    assert "\u202e" not in page
    assert "<script>alert" not in page
    assert "{{7*7}}" in page
    assert 'href="javascript' not in page


def test_a_correction_is_merged_or_both_are_shown(record):
    house, meeting, browser = record
    row = a.commitment(house, meeting, sentence="We will share it.")
    path = f"/commitments/{row.ref}/revise"
    opened = {**browser.carried(path), "owed_by": "ours", "strength": "firm", "marking": "0"}
    first = browser.submit(path, {**opened, "sentence": "We shall share it."})
    assert first.status_code == 303
    late = browser.post(path, {**opened, "once": "other", "sentence": "We will send it."})
    assert late.status_code == 409
    assert "We shall share it." in late.text
    assert "We will send it." in late.text
    assert again(house, row.ref).sentence == "We shall share it."


def test_the_page_shows_what_was_changed_and_by_whom(record):
    house, meeting, browser = record
    row = a.commitment(house, meeting, due_stated="soon", sentence="We will share it.")
    browser.submit(
        f"/commitments/{row.ref}/revise",
        {
            "sentence": "We shall share it.",
            "owed_by": "ours",
            "strength": "firm",
            "marking": "0",
            "due": "2027",
        },
    )
    page = browser.get(f"/commitments/{row.ref}").text
    assert "<del>We will share it.</del>" in page
    assert "<del>soon</del>" in page
    assert "revise a commitment" in page


def test_a_status_moves_with_a_sentence_and_evidence_and_can_be_reopened(record):
    house, meeting, browser = record
    row = a.commitment(house, meeting)
    path = f"/commitments/{row.ref}/move"
    assert 'value="open"' not in re.sub(r"<input.*?>", "", browser.get(path).text)
    bare = browser.submit(path, {"status": "kept", "word": "Handed over."})
    assert (bare.status_code, 'href="#evidence"' in bare.text) == (422, True)
    assert (
        browser.submit(path, {"status": "kept", "word": "Handed over.", "evidence": "Note 7"}).status_code
        == 303
    )
    page = browser.get(f"/commitments/{row.ref}").text
    assert "Evidence: Note 7" in page
    assert "Reopen" in page
    assert browser.submit(path, {"status": "open", "word": "The wrong draft."}).status_code == 303
    assert again(house, row.ref).status is CommitmentStatus.OPEN


def test_the_third_carry_over_is_flagged(record):
    house, meeting, browser = record
    row = a.commitment(house, meeting, times_carried=2)
    answer = browser.submit(f"/commitments/{row.ref}/carry-over", {"word": "No session yet."})
    assert answer.status_code == 303
    page = browser.get(answer.location).text
    assert "one for the head of desk" in page
    assert "carried 3 times" in browser.get("/commitments?carried=often").text


@pytest.mark.parametrize("act", ["move", "carry-over"])
def test_a_stale_step_is_told_and_keeps_what_was_typed(record, act):
    house, meeting, browser = record
    row = a.commitment(house, meeting)
    path = f"/commitments/{row.ref}/{act}"
    opened = browser.carried(path)
    browser.submit(f"/commitments/{row.ref}/move", {"status": "under way", "word": "Begun."})
    answer = browser.post(path, {**opened, "status": "kept", "word": "My own words.", "evidence": "x"})
    assert answer.status_code == 409
    assert "Somebody changed this" in answer.text
    assert "My own words." in answer.text
    assert again(house, row.ref).status is CommitmentStatus.UNDER_WAY


def test_the_spreadsheet_is_guarded_marked_and_recorded(record):
    house, meeting, browser = record
    a.commitment(house, meeting, sentence='=HYPERLINK("https://x")', marking=1)
    a.commitment(house, meeting, sentence="Theirs", owed_by=OwedBy.THEIRS)
    answer = browser.get("/commitments/export.csv?whose=ours")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="commitments-')
    head, row = csv.reader(io.StringIO(answer.data.decode("utf-8-sig"), newline=""))
    found = dict(zip(head, row, strict=True))
    assert found["Sentence"] == '\'=HYPERLINK("https://x")'
    assert found["Marking"] == house.app.config["SCHEME"].of(1).label
    with house.system() as work:
        assert work.all(queries.audit.in_order())[-1].word == "commitments: 1 row"


@pytest.mark.parametrize("act", ["", "/revise", "/move", "/carry-over"])
def test_another_desk_finds_nothing_and_a_reader_may_only_look(record, act):
    house, meeting, browser = record
    row = a.commitment(house, meeting)
    path = f"/commitments/{row.ref}{act}"
    stranger = house.client(house.officer(Role.HEAD_OF_DESK, desk="Americas desk"))
    assert stranger.get(path).status_code == 404
    reader = house.client(house.officer(Role.READER))
    assert reader.get(path).status_code == (403 if act else 200)
    if act:
        token = reader.carried("/account")["csrf_token"]
        assert reader.post(path, {"csrf_token": token, "word": "x", "status": "dropped"}).status_code == 403
        assert browser.post(path, {"word": "x"}).status_code == 422  # no proof of origin
    else:
        page = reader.get(path).text
        assert "/move" not in page
        assert "/revise" not in page


def test_the_ledger_shows_both_sides_live_first(record):
    house, meeting, browser = record
    with house.system() as work:
        partner = work.one(queries.partners.by_code("JP"))
    a.commitment(house, meeting, sentence="Ours and live")
    a.commitment(house, meeting, sentence="Both of us", owed_by=OwedBy.JOINT)
    a.commitment(
        house, meeting, sentence="Theirs and kept", owed_by=OwedBy.THEIRS, status=CommitmentStatus.KEPT
    )
    page = browser.get(f"/partners/{partner.ref}").text
    ours, theirs = page.split("We promised")[1].split("They promised")
    assert "Ours and live" in ours
    assert "Both of us" in ours
    assert "Both of us" in theirs
    assert "1 promise that ended" in theirs
    assert "Theirs and kept" in theirs
    assert "Theirs and kept" not in ours
