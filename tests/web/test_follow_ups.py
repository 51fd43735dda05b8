"""Pages of follow-ups: listed, added, revised, moved, given to somebody, taken along as a table."""

import csv
import io
from datetime import date

import pytest

from app import queries
from app.domain.access import Role
from app.domain.follow_up import FollowUpStatus
from tests import a


@pytest.fixture
def record(house):
    """A house with a round of 28 January 2026, its desk officer, and the officer's browser."""
    round_ = a.round_(house, a.dialogue(house))
    officer = house.officer()
    return house, round_, officer, house.client(officer)


def one(house, ref):
    with house.system() as work:
        return work.one(queries.follow_ups.by_ref(ref))


@pytest.mark.parametrize("kind", ["round", "meeting", "dialogue", "commitment"])
def test_a_step_is_added_from_where_it_comes(record, kind):
    house, round_, officer, browser = record
    dialogue = a.dialogue(house, "IN")
    whole = {
        "round": round_,
        "meeting": a.meeting(house, dialogue),
        "dialogue": dialogue,
        "commitment": a.commitment(house, round_),
    }[kind]
    typed = {"text": "Send the paper.", "owner": officer.ref, "due": "3 December 2026", "marking": "0"}
    answer = browser.submit(f"/follow-ups/add?{kind}={whole.ref}", typed)
    assert answer.status_code == 303, answer.text
    assert "Send the paper." in browser.get(answer.location).text
    listed = browser.get("/follow-ups").text
    assert "Send the paper." in listed
    assert "3 December 2026" in listed


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"text": ""}, "Say what is to be done."),
        ({"text": "x" * 1_000_000}, "1,000,000 characters"),
        ({"due": "27 January 2026"}, "before the meeting (28 January 2026)"),
        ({"due": "31 February 2027"}, "31 February"),
        ({"owner_unit": "CERT"}, "not both"),
        ({"owner": "aaaaaaaaaaaa"}, "Choose one of those listed."),
    ],
    ids=["empty", "a million", "before its meeting", "no day", "two owners", "nobody"],
)
def test_what_is_wrong_is_said_in_a_sentence_and_what_was_typed_stays(record, changed, words):
    house, round_, officer, browser = record
    typed = {"text": "Send the paper.", "owner": officer.ref, "due": "", "marking": "0", **changed}
    answer = browser.submit(f"/follow-ups/add?round={round_.ref}", typed)
    assert answer.status_code == 422
    assert words in answer.text
    assert typed["text"][:40] in answer.text
    with house.system() as work:
        assert work.count(queries.follow_ups.listed(queries.follow_ups.Asked(house.now.date()))) == 0


def test_it_is_moved_with_a_sentence_and_the_desk_is_where_one_comes_back_to(record):
    house, round_, officer, browser = record
    row = a.follow_up(house, round_, officer)
    address = f"/follow-ups/{row.ref}/move?to=done&back=desk"
    assert browser.submit(address, {"status": "done", "word": ""}).status_code == 422
    answer = browser.submit(address, {"status": "done", "word": "Sent on 3 May."})
    assert (answer.status_code, answer.location) == (303, "/")
    assert one(house, row.ref).status is FollowUpStatus.DONE
    assert "Sent on 3 May." in browser.get(f"/follow-ups/{row.ref}").text


def test_it_is_given_to_a_colleague_who_is_written_to(record):
    house, round_, officer, browser = record
    colleague = house.officer()
    row = a.follow_up(house, round_, officer)
    typed = {"owner": colleague.ref, "owner_unit": "", "word": "Over to you."}
    assert browser.submit(f"/follow-ups/{row.ref}/assign", typed).status_code == 303
    with house.system() as work:
        [letter] = work.all(queries.outbox.due(browser_moment(work), 10))
    assert letter.to_address == colleague.email
    assert f"/follow-ups/{row.ref}" in letter.body


def browser_moment(work):
    """A moment after whatever a browser did: its clock is the machine's."""
    return work.now.replace(year=work.now.year + 50)


def test_a_stale_form_keeps_what_was_typed_and_says_what_it_is_now(record):
    house, round_, officer, browser = record
    row = a.follow_up(house, round_, officer)
    address = f"/follow-ups/{row.ref}/revise"
    carried = browser.carried(address)
    typed = {"owner": officer.ref, "due": "", "marking": "0"}
    assert browser.submit(address, {**typed, "text": "Send the second draft."}).status_code == 303
    answer = browser.post(address, {**carried, **typed, "text": "Send the last draft."})
    assert answer.status_code == 409
    assert "Send the second draft." in answer.text
    assert "Send the last draft." in answer.text
    moved = browser.carried(f"/follow-ups/{row.ref}/move")
    browser.submit(f"/follow-ups/{row.ref}/move", {"status": "under way", "word": ""})
    answer = browser.post(f"/follow-ups/{row.ref}/move", {**moved, "status": "done", "word": "My sentence."})
    assert answer.status_code == 409
    assert "My sentence." in answer.text


@pytest.mark.parametrize("act", ["revise", "move", "assign"])
@pytest.mark.parametrize(
    ("who", "status"),
    [({"role": Role.READER}, 403), ({"desk": "Europe desk"}, 404), ({"role": Role.ADMINISTRATOR}, 404)],
    ids=["reader", "another desk", "administrator"],
)
def test_who_may_not_is_kept_out(record, act, who, status):
    house, round_, officer, _ = record
    row = a.follow_up(house, round_, officer, marking=1)
    browser = house.client(house.officer(**who))
    proof = {"csrf_token": browser.carried("/account")["csrf_token"]}
    assert browser.get(f"/follow-ups/{row.ref}/{act}").status_code == status
    assert browser.post(f"/follow-ups/{row.ref}/{act}", proof).status_code == status


def test_without_proof_of_origin_nothing_moves(record):
    house, round_, officer, browser = record
    row = a.follow_up(house, round_, officer)
    answer = browser.post(f"/follow-ups/{row.ref}/move", {"status": "done", "word": "Sent."})
    assert answer.status_code == 422
    assert one(house, row.ref).status is FollowUpStatus.OPEN


def test_mine_my_desks_and_nobodys(record):
    house, round_, officer, browser = record
    a.follow_up(house, round_, officer, text="Step of mine", due=date(2026, 11, 1))
    a.follow_up(house, round_, house.officer(), text="Step of a colleague")
    a.follow_up(house, round_, text="Step of nobody")
    found = {
        whose: [
            name for name in ("of mine", "of a colleague", "of nobody")
            if f"Step {name}" in browser.get(f"/follow-ups?whose={whose}").text
        ]
        for whose in ("mine", "desk", "all", "nobody")
    }  # fmt: skip
    everybody = ["of mine", "of a colleague", "of nobody"]
    assert found == {"mine": ["of mine"], "desk": everybody, "all": everybody, "nobody": ["of nobody"]}
    assert "Step of nobody" not in browser.get("/follow-ups?whose=all&when=overdue").text


@pytest.mark.parametrize(
    "query", ["whose=x&state=y&page=-4", "partner=%00", "page=1e9", "state=done&order=?"]
)
def test_an_address_that_says_nothing_known_is_a_list_all_the_same(record, query):
    assert record[3].get(f"/follow-ups?{query}").status_code == 200


def test_the_table_taken_along_is_guarded(record):
    house, round_, officer, browser = record
    a.follow_up(house, round_, officer, text="\u00a0+cmd|' /C calc'!A0")
    answer = browser.get("/follow-ups/export.csv")
    header, row = csv.reader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert row[header.index("Follow-up")].startswith("'")


def test_a_page_asks_the_database_no_more_for_sixty_rows_than_for_three(record):
    house, round_, officer, browser = record
    counts = []
    for more in (3, 57):
        for _ in range(more):
            a.follow_up(house, round_, officer, commitment_id=a.commitment(house, round_).id)
        with house.statements() as seen:
            assert browser.get("/follow-ups").status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]
