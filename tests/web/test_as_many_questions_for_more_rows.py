"""A page asks the database as often for sixty rows as for three."""

from datetime import date, timedelta

import pytest

from app import queries
from app.domain.access import Role
from app.domain.joint_statement import Move
from app.domain.meeting import Standing
from app.domain.source_text import TextKind
from app.models.joint_statement import JointStatement, JointVersion
from app.models.lowering import Lowering
from app.models.source_text import SourceText
from app.web import gate
from tests import a

DAY = date(2026, 11, 20)


@pytest.fixture
def growing(house):
    """A house with one dialogue, its head of desk and her link to a calendar."""
    officer = house.officer(Role.HEAD_OF_DESK)
    dialogue = a.dialogue(house, name="EU-Japan Cyber Dialogue")
    round_ = a.round_(house, dialogue)
    meeting = a.meeting(house, dialogue)
    return house, officer, dialogue, round_, meeting


def grow(record, begin, more):
    """So many more of everything, in the same places."""
    house, officer, dialogue, round_, meeting = record
    with house.system() as work:
        codes = [p.code for p in work.all(queries.partners.all_partners())]
    for number in range(begin, begin + more):
        day = DAY - timedelta(days=number)
        a.round_(house, dialogue, number=100 + number, on=day)
        a.round_(
            house,
            dialogue,
            number=300 + number,
            on=DAY + timedelta(days=10 + number),
            standing=Standing.PLANNED,
        )
        inside = a.meeting(house, dialogue, on=day, title=f"Ransomware {number}", round_id=round_.id)
        between = a.meeting(house, dialogue, on=day, title=f"Ransomware between {number}")
        for whole in (round_, meeting, inside, between):
            a.commitment(house, whole, sentence=f"Share ransomware draft {number}.")
            a.follow_up(house, whole, officer, text=f"Write about ransomware {number}", due=day)
            a.note(house, whole, text=f"They spoke of ransomware {number}.")
        a.put(
            house,
            SourceText,
            meeting,
            title=f"Statement {number}",
            kind=TextKind.NOTES,
            text="We will write.",
            added_at=house.now,
            meeting_id=meeting.id,
        )
        a.readout(house, meeting, officer, title=f"Readout {number}")
        a.put(
            house,
            Lowering,
            meeting,
            record_kind="meeting",
            record_ref=between.ref,
            title=f"Ransomware {number}",
            from_rank=1,
            to_rank=0,
            because="It was in the press.",
            proposed_by_id=house.officer().id,
            proposed_at=house.now,
        )
        for whole in (round_, meeting):
            joint(house, whole, number)
        a.dialogue(house, codes[number % len(codes)], name=f"Dialogue {number}")
        house.officer()


def joint(house, of, number):
    """A joint statement with one version."""
    when = {"opened_at": house.now, "changed_at": house.now}
    where = {"meeting_id": of.id} if of.__tablename__ == "meeting" else {"round_id": of.id}
    row = a.put(house, JointStatement, of, title=f"Joint ransomware {number}", latest=1, **when, **where)
    a.put(
        house,
        JointVersion,
        of,
        joint_statement_id=row.id,
        number=1,
        title=row.title,
        how=Move.DRAFT,
        text="We [act].",
        at=house.now,
    )


def addresses(record):
    """The pages that show lists."""
    house, officer, dialogue, round_, meeting = record
    with house.system() as work:
        partner = work.one(queries.partners.by_code("JP")).ref
    return [
        "/", "/dialogues", "/partners", "/meetings", "/commitments", "/follow-ups", "/follow-ups?whose=all", "/review",
        "/calendar?month=2026-11", "/calendar/week?week=2026-W48", "/calendar/list", "/readouts", "/search?q=ransomware", "/subscriptions",
        f"/dialogues/{dialogue.ref}", f"/partners/{partner}", f"/partners/{partner}/ledger", "/texts", "/texts/read",
        f"/partners/{partner}/wording", f"/record/rounds/{round_.ref}/beside", f"/record/meetings/{meeting.ref}/beside",
        f"/rounds/{round_.ref}/close", f"/rounds/{round_.ref}", f"/meetings/{meeting.ref}",
        "/log", "/meetings/plan", f"/dialogues/{dialogue.ref}/rounds/plan", "/commitments/file", "/follow-ups/add",
        "/meetings/export.csv", "/commitments/export.xlsx", "/commitments/export.csv", "/follow-ups/export.csv", "/dialogues/export.csv",
        "/cadence", "/cadence/export.csv", "/positions", "/positions?show=all", "/positions/export.csv", "/accessions",
        f"/partners/{partner}/positions", f"/partners/{partner}/accessions",
        "/joint-statements", "/markings", f"/markings/propose/dialogue/{dialogue.ref}", f"/markings/propose/meeting/{meeting.ref}",
        f"/record/rounds/{round_.ref}/papers/brief", f"/record/meetings/{meeting.ref}/papers/record-of-conversation",
        f"/load/{officer.ref}/papers/{partner}/handover",
        "/reports", "/reports?on=2026-01-01", "/reports/export.csv", "/reports/coverage?by=topic",
        "/reports/coverage/records?count=promises", "/reports/coverage/records/export.csv", "/reports/figures/held/rounds",
        "/reports/figures/owned/owned/export.xlsx", "/reports/coverage.pdf", "/reports/figures.pdf",
    ]  # fmt: skip


def counted(browser, house, pages):
    """How many statements each page takes."""
    found = {}
    for page in pages:
        browser.get(page)  # what is remembered for the whole house is remembered now
        with house.statements() as seen:
            answer = browser.get(page)
        assert answer.status_code == 200, page
        found[page] = len(seen)
    return found


@pytest.mark.parametrize("role", [Role.HEAD_OF_DESK, Role.ADMINISTRATOR])
def test_no_page_asks_more_often_when_there_is_more(growing, role, monkeypatch):
    monkeypatch.setattr(
        gate, "SEEN_EVERY", timedelta(days=1)
    )  # noted once a minute, on whichever page that is
    house, head = growing[:2]
    leads = role is Role.HEAD_OF_DESK
    browser = house.client(head if leads else house.officer(role))
    pages = addresses(growing) if leads else ["/", "/officers", "/audit", "/reference", "/partners"]
    grow(growing, 0, 2)
    few = counted(browser, house, pages)
    grow(growing, 2, 14)
    many = counted(browser, house, pages)
    assert {page: (few[page], number) for page, number in many.items() if number > few[page]} == {}
    assert max(many.values()) <= 40
