"""Pages of commitments: listed, filed, revised, moved, carried over, taken along as a table."""

import csv
import io
from datetime import date

import pytest

from app import queries
from app.domain.access import Role
from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.policy import Action
from tests import a


@pytest.fixture
def record(house):
    """A house with a round of 28 January 2026, and the browser of its desk officer."""
    round_ = a.round_(house, a.dialogue(house))
    return house, round_, house.client(house.officer())


def one(house, ref):
    with house.system() as work:
        return work.one(queries.commitments.by_ref(ref))


def test_a_sentence_is_filed_from_its_round_and_found_in_the_list(record):
    house, round_, browser = record
    answer = browser.submit(
        f"/commitments/file?round={round_.ref}",
        [
            ("sentence", "Both sides will hold an exercise."),
            ("owed_by", "joint"),
            ("first_mover", "Anna"),
            ("due", "second quarter of 2027"),
            ("strength", "firm"),
            ("marking", "1"),
            ("topics", "norms"),
            ("topics", "un-processes"),
        ],
    )
    assert answer.status_code == 303, answer.text
    page = browser.get(answer.location).text
    for words in ("Both sides will hold an exercise.", "second quarter of 2027", "UN processes", "Anna"):
        assert words in page
    assert "Both sides will hold an exercise." in browser.get("/commitments?whose=joint&topic=norms").text
    assert "Both sides will hold an exercise." not in browser.get("/commitments?whose=ours").text
    assert "Both sides will hold an exercise." in browser.get(f"/rounds/{round_.ref}").text


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"sentence": ""}, "Give the sentence"),
        ({"sentence": "x" * 1_000_000}, "1,000,000 characters"),
        ({"due": "31 February 2027"}, "31 February"),
        ({"due": "3 January 2026"}, "before the day on which it was said"),
        ({"owed_by": "nobody"}, "Choose one of those listed."),
        ({"marking": "99"}, "Choose one of those listed."),
        ({"source": "Cable of 3 May, TLP:RED"}, "above the ceiling"),
    ],
    ids=["empty", "a million", "no day", "too early", "nobody", "no marking", "too secret"],
)
def test_what_is_wrong_is_said_in_a_sentence_and_what_was_typed_stays(record, changed, words):
    house, round_, browser = record
    typed = {"sentence": "We share it.", "owed_by": "ours", "strength": "firm", "marking": "0"}
    answer = browser.submit(f"/commitments/file?round={round_.ref}", {**typed, **changed})
    assert answer.status_code == 422
    assert words in answer.text
    assert {**typed, **changed}["sentence"][:40] in answer.text
    with house.system() as work:
        assert work.count(queries.commitments.listed(queries.commitments.Asked(house.now.date()))) == 0


def test_it_is_filed_once_however_often_the_form_is_sent(record):
    house, round_, browser = record
    address = f"/commitments/file?round={round_.ref}"
    sent = {**browser.carried(address), "sentence": "We share it.", "owed_by": "ours", "strength": "firm"}
    places = {browser.post(address, {**sent, "marking": "0"}).location for _ in range(3)}
    assert len(places) == 1
    with house.system() as work:
        assert work.count(queries.commitments.listed(queries.commitments.Asked(house.now.date()))) == 1


def test_a_kept_promise_needs_its_evidence_and_shows_it(record):
    house, round_, browser = record
    row = a.commitment(house, round_)
    address = f"/commitments/{row.ref}/move"
    refused = browser.submit(address, {"status": "kept", "word": "We sent it.", "evidence": ""})
    assert refused.status_code == 422
    assert "Give a word of evidence" in refused.text
    kept = {"status": "kept", "word": "We sent it.", "evidence": "https://ministry.example/note"}
    assert browser.submit(address, kept).status_code == 303
    page = browser.get(f"/commitments/{row.ref}").text
    assert "We sent it." in page
    assert 'href="https://ministry.example/note"' in page
    assert one(house, row.ref).status is CommitmentStatus.KEPT


def test_the_third_carry_over_is_flagged(record):
    house, round_, browser = record
    row = a.commitment(house, round_, times_carried=2)
    answer = browser.submit(f"/commitments/{row.ref}/carry-over", {"word": "They asked for more time."})
    assert answer.status_code == 303
    assert "head of desk" in browser.get(answer.location).text
    assert row.ref in browser.get("/commitments?carried=thrice").text


def test_late_is_said_only_of_what_is_ours(record):
    house, round_, browser = record
    past = date(2026, 11, 1)
    a.commitment(house, round_, owed_by=OwedBy.THEIRS, due=past)
    theirs = browser.get("/commitments?whose=theirs").text
    assert "ask: 22 days past the date" in theirs
    assert "22 days late" not in theirs
    a.commitment(house, round_, owed_by=OwedBy.OURS, due=past)
    assert "22 days late" in browser.get("/commitments?whose=ours").text


def test_a_stale_form_shows_both_versions_and_keeps_both_edits(record):
    house, round_, browser = record
    row = a.commitment(house, round_, strength="firm")
    address = f"/commitments/{row.ref}/revise"
    carried = browser.carried(address)
    common = {"owed_by": "ours", "strength": "firm", "marking": "0"}
    first = {**common, "sentence": "We share the second draft.", "source": "Joint statement"}
    assert browser.submit(address, first).status_code == 303
    late = {**carried, **common, "sentence": "We share the last draft.", "source": ""}
    answer = browser.post(address, late)
    assert answer.status_code == 409
    for words in ("We share the second draft.", "We share the last draft.", "Joint statement"):
        assert words in answer.text
    assert one(house, row.ref).sentence == "We share the second draft."


@pytest.mark.parametrize("act", ["revise", "move", "carry-over"])
@pytest.mark.parametrize(
    ("who", "status"),
    [({"role": Role.READER}, 403), ({"desk": "Europe desk"}, 404), ({"role": Role.ADMINISTRATOR}, 404)],
    ids=["reader", "another desk", "administrator"],
)
def test_who_may_not_is_kept_out(record, act, who, status):
    house, round_, _ = record
    row = a.commitment(house, round_, marking=1)
    browser = house.client(house.officer(**who))
    address = f"/commitments/{row.ref}/{act}"
    proof = {"csrf_token": browser.carried("/account")["csrf_token"]}
    assert browser.get(address).status_code == status
    assert browser.post(address, {**proof, "word": "Because."}).status_code == status
    assert browser.get(f"/commitments/{row.ref}").status_code == (200 if status == 403 else 404)


def test_without_proof_of_origin_nothing_is_filed(record):
    house, round_, browser = record
    answer = browser.post(f"/commitments/file?round={round_.ref}", {"sentence": "We share it."})
    assert answer.status_code == 422
    with house.system() as work:
        assert work.count(queries.commitments.listed(queries.commitments.Asked(house.now.date()))) == 0


@pytest.mark.parametrize(
    "query",
    [
        "whose=nobody&state=x&when=y&order=z&page=0",
        "page=99999999999999999999",
        "page=-1&topic=%00",
        "partner=" + "x" * 3000,
        "dialogue=%3Cscript%3E",
        "whose=ours&whose=theirs",
    ],
)
def test_an_address_that_says_nothing_known_is_a_list_all_the_same(record, query):
    _, _, browser = record
    assert browser.get(f"/commitments?{query}").status_code == 200


def test_what_was_said_is_text_and_never_markup(record):
    house, round_, browser = record
    row = a.commitment(house, round_, sentence="<script>alert(1)</script>", source="javascript:alert(1)")
    for address in ("/commitments", f"/commitments/{row.ref}", f"/commitments/{row.ref}/move"):
        page = browser.get(address).text
        assert "<script>alert(1)" not in page
        assert 'href="javascript:' not in page


def test_the_table_taken_along_is_guarded_recorded_and_holds_the_list_as_narrowed(record):
    house, round_, browser = record
    a.commitment(house, round_, sentence='=HYPERLINK("https://x.example")')
    a.commitment(house, round_, sentence="Theirs", owed_by=OwedBy.THEIRS)
    answer = browser.get("/commitments/export.csv?whose=ours")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    header, *rows = csv.reader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert [row[header.index("Sentence")] for row in rows] == ['\'=HYPERLINK("https://x.example")']
    with house.system() as work:
        [entry] = work.all(queries.audit.latest(Action.EXPORT_LIST))
    assert entry.word == "commitments: 1 row"


def test_a_page_asks_the_database_no_more_for_sixty_rows_than_for_three(record):
    house, round_, browser = record
    counts = []
    for more in (3, 57):
        for _ in range(more):
            row = a.commitment(house, round_, owed_by=OwedBy.JOINT)
            a.follow_up(house, round_, commitment_id=row.id)
        with house.statements() as seen:
            assert browser.get("/commitments").status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]
