"""The page of the review: five lists, what is decided on a row, the minutes."""

from datetime import UTC, datetime, timedelta

import pytest

from app import queries
from app.domain.access import Role
from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.follow_up import FollowUpStatus
from tests import a
from tests.house_for_tests import today


@pytest.fixture
def record(house):
    """A house, an overdue follow-up of its officer, and the browser of its head of desk."""
    house.now = datetime.now(UTC)
    round_ = a.round_(house, a.dialogue(house))
    officer = house.officer()
    row = a.follow_up(house, round_, officer, text="Send the paper", due=today() - timedelta(days=40))
    return house, round_, officer, row, house.client(house.officer(Role.HEAD_OF_DESK))


def one(house, ref):
    with house.system() as work:
        return work.one(queries.follow_ups.by_ref(ref))


def test_each_list_has_its_rule_in_words_and_what_is_theirs_is_asked_about(record):
    house, round_, _, _, browser = record
    a.commitment(
        house, round_, owed_by=OwedBy.THEIRS, sentence="They name a contact", due=today() - timedelta(days=5)
    )
    page = browser.get("/review").text
    for words in (
        "Overdue", "Due within 14 days", "more than 60 days", "neither a unit nor an officer", "for 30 days",
        "Send the paper", "40 days late", "They name a contact", "ask: 5 days past the date",
    ):  # fmt: skip
        assert words in page


def test_seen_and_nudge_act_where_they_stand_and_the_minutes_say_so(record):
    house, _, officer, row, browser = record
    version = {"version": str(row.version)}
    answer = browser.press("/review", f"/follow-ups/{row.ref}/review/nudge", version)
    assert (answer.status_code, answer.location) == (303, f"/review#f-{row.ref}")
    page = browser.get("/review").text
    assert "Owner nudged." in page
    assert "reviewed today" in page
    with house.system() as work:
        [letter] = work.all(queries.outbox.due(work.now + timedelta(days=1), 10))
    assert letter.officer_id == officer.id


@pytest.mark.parametrize(
    ("verdict", "typed", "status"),
    [
        ("close", {"word": "Sent in May."}, FollowUpStatus.DONE),
        ("drop", {"word": "Overtaken."}, FollowUpStatus.DROPPED),
        ("date", {"due": "3 December 2099", "word": ""}, FollowUpStatus.OPEN),
        ("reassign", {"owner": "", "owner_unit": "CERT", "word": ""}, FollowUpStatus.OPEN),
    ],
)
def test_what_needs_a_word_asks_for_it_and_comes_back(record, verdict, typed, status):
    house, _, officer, row, browser = record
    address = f"/follow-ups/{row.ref}/review/{verdict}?officer={officer.ref}"
    empty = browser.submit(address, dict.fromkeys(typed, ""))
    assert empty.status_code == 422
    answer = browser.submit(address, typed)
    assert answer.status_code == 303
    assert answer.location == f"/review?officer={officer.ref}#f-{row.ref}"
    found = one(house, row.ref)
    assert (found.status, found.reviewed_at is not None) == (status, True)


@pytest.mark.parametrize(
    ("role", "desk", "status"),
    [
        (Role.DESK_OFFICER, "Asia desk", 403),
        (Role.READER, "Asia desk", 403),
        (Role.HEAD_OF_DESK, "Europe desk", 404),
    ],
)
def test_only_heads_who_know_it_decide(record, role, desk, status):
    house, _, _, row, _ = record
    browser = house.client(house.officer(role, desk=desk))
    page = browser.get("/review")
    assert page.status_code == 200
    assert f"/follow-ups/{row.ref}/review/" not in page.text
    proof = {"csrf_token": browser.carried("/account")["csrf_token"]}
    for verdict in ("seen", "close"):
        answer = browser.post(f"/follow-ups/{row.ref}/review/{verdict}", {**proof, "word": "Sent."})
        assert answer.status_code == status
    assert one(house, row.ref).reviewed_at is None


@pytest.mark.parametrize("verdict", ["praise", "SEEN", "..", "<script>"])
def test_there_are_no_other_verdicts(record, verdict):
    _, _, _, row, browser = record
    proof = {"csrf_token": browser.carried("/account")["csrf_token"]}
    assert browser.post(f"/follow-ups/{row.ref}/review/{verdict}", proof).status_code == 404


def test_a_row_that_somebody_moved_is_not_decided_on_unseen(record):
    house, _, _, row, browser = record
    browser.submit(f"/follow-ups/{row.ref}/move", {"status": "under way", "word": ""})
    answer = browser.press("/review", f"/follow-ups/{row.ref}/review/seen", {"version": str(row.version)})
    assert answer.status_code == 409
    assert one(house, row.ref).reviewed_at is None


def test_a_long_list_shows_twenty_and_leads_to_all(record):
    house, round_, officer, _, browser = record
    for _ in range(24):
        a.follow_up(house, round_, officer, text="A step", due=today() - timedelta(days=1))
    page = browser.get("/review").text
    assert page.count("data-row") == 20
    assert "The first 20 of 25" in page
    assert browser.get("/review?list=overdue").text.count("data-row") == 25


def test_it_is_narrowed_to_an_officer(record):
    house, round_, _, _, browser = record
    other = house.officer()
    a.follow_up(house, round_, other, text="Another step", due=today() - timedelta(days=1))
    page = browser.get(f"/review?officer={other.ref}").text
    assert "Another step" in page
    assert "Send the paper" not in page


def test_the_page_asks_the_database_no_more_for_sixty_rows_than_for_three(record):
    house, round_, officer, _, browser = record
    counts = []
    for more in (3, 57):
        for _ in range(more):
            a.follow_up(house, round_, officer, due=today() - timedelta(days=1))
            a.commitment(house, round_, owed_by=OwedBy.THEIRS, due=today() - timedelta(days=1))
        with house.statements() as seen:
            assert browser.get("/review").status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_what_was_carried_too_often_and_what_nobody_moves_goes_to_the_head(house):
    dialogue = a.dialogue(house)
    a.commitment(house, dialogue, sentence="Carried thrice", times_carried=3)
    a.commitment(house, dialogue, sentence="Nobody moves", owed_by=OwedBy.JOINT)
    a.commitment(house, dialogue, sentence="CERT moves", owed_by=OwedBy.JOINT, first_mover="CERT")
    served = a.commitment(house, dialogue, sentence="Served", owed_by=OwedBy.JOINT)
    a.follow_up(house, dialogue, commitment_id=served.id)
    a.commitment(house, dialogue, sentence="Ended", times_carried=5, status=CommitmentStatus.KEPT)
    page = house.client(house.officer(Role.HEAD_OF_DESK)).get("/review").text
    section = page.partition('id="heads"')[2].partition("</section>")[0]
    for there in ("Carried thrice", "Nobody moves"):
        assert there in section
    for elsewhere in ("CERT moves", "Served", "Ended"):
        assert elsewhere not in section


def test_since_the_last_review_is_a_filter_of_both_lists(house):
    house.now = datetime.now(UTC)
    dialogue, head = a.dialogue(house), house.officer(Role.HEAD_OF_DESK)
    reviewed = house.now - timedelta(days=7)
    a.follow_up(
        house, dialogue, text="Looked at", reviewed_at=reviewed, moved_at=reviewed - timedelta(days=1)
    )
    a.follow_up(house, dialogue, text="Moved since", moved_at=house.now - timedelta(days=2))
    a.commitment(house, dialogue, sentence="Old promise", moved_at=house.now - timedelta(days=30))
    a.commitment(house, dialogue, sentence="New promise", moved_at=house.now - timedelta(days=1))
    browser = house.client(head)
    steps = browser.get("/follow-ups?whose=all&state=all&moved=review").text
    assert "Moved since" in steps
    assert "Looked at" not in steps
    promises = browser.get("/commitments?state=all&moved=review").text
    assert "New promise" in promises
    assert "Old promise" not in promises
    assert "moved since the last review, " in promises
    assert "Moved since:" in browser.get("/review").text
