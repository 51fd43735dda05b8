"""The ledger with a partner, on one page and as a PDF: both ways, and nothing that one may not know."""

import io

import pytest
from pypdf import PdfReader

from app import queries
from app.domain.access import Role
from app.domain.commitment import CommitmentStatus, OwedBy
from tests import a


@pytest.fixture
def ledger(house):
    """Promises both ways with Japan, one of them marked above a reader's clearance."""
    dialogue = a.dialogue(house, "JP")
    round_ = a.round_(house, dialogue, title="Seventh round")
    a.commitment(house, round_, sentence="We send the draft", owed_by=OwedBy.OURS)
    a.commitment(house, round_, sentence="They send the list", owed_by=OwedBy.THEIRS)
    a.commitment(house, round_, sentence="Both hold an exercise", owed_by=OwedBy.JOINT, first_mover="CERT-EU")
    a.commitment(house, round_, sentence="We named a contact", status=CommitmentStatus.KEPT)
    a.commitment(house, round_, sentence="Joined away", status=CommitmentStatus.JOINED)
    a.commitment(house, round_, sentence="Known to few", marking=3)
    with house.system() as work:
        partner = work.one(queries.partners.by_code("JP"))
    return house, f"/partners/{partner.ref}/ledger"


def test_both_sides_with_the_sentence_and_where_it_was_said(ledger):
    house, page = ledger
    shown = house.client(house.officer()).get(page).text
    for said in ("We send the draft", "They send the list", "joint, CERT-EU first", "Seventh round"):
        assert said in shown
    assert shown.count("Both hold an exercise") == 2
    assert "Joined away" not in shown


def test_the_pdf_says_the_same_and_is_recorded(ledger):
    house, page = ledger
    answer = house.client(house.officer(clearance=1)).get(f"{page}.pdf")
    assert answer.mimetype == "application/pdf"
    said = "".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.data)).pages)
    assert "They send the list" in said
    assert "Known to few" not in said
    with house.system() as work:
        assert any(entry.word == "ledger of Japan" for entry in work.all(queries.audit.latest()))


def test_who_may_not_know_reads_no_line_of_it(ledger):
    house, page = ledger
    low = house.client(house.officer(Role.READER, clearance=1)).get(page).text
    assert "Known to few" not in low
    stranger = house.client(house.officer(desk="Another desk")).get(page).text
    assert "We send the draft" not in stranger


def test_it_asks_as_often_for_many_promises(ledger):
    house, page = ledger
    browser = house.client(house.officer())

    def asked():
        browser.get(page)
        with house.statements() as seen:
            browser.get(page)
        return len(seen)

    before = asked()
    dialogue = a.dialogue(house, "JP", name="Another")
    for number in range(30):
        a.commitment(house, dialogue, sentence=f"Promise {number}")
    assert asked() == before


def test_what_did_not_move_since_the_last_review_can_be_left_out(ledger):
    house, page = ledger
    browser = house.client(house.officer())
    dialogue = a.dialogue(house, "JP", name="Another dialogue with Japan")
    earlier = house.now - 9 * a.timedelta(days=1)
    a.commitment(house, dialogue, sentence="Old and still", moved_at=earlier)
    a.follow_up(house, dialogue, text="Reviewed a while ago", reviewed_at=house.now - 5 * a.timedelta(days=1))
    assert "Old and still" in browser.get(page).text
    narrowed = browser.get(f"{page}?moved=review").text
    assert "Old and still" not in narrowed
    assert "We send the draft" in narrowed
    assert "moved since the last review" in narrowed
    said = browser.get(f"{page}.pdf?moved=review").data
    assert "Old" not in "".join(one.extract_text() for one in PdfReader(io.BytesIO(said)).pages)
