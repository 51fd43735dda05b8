"""The papers around a meeting, as pages and files: what is on them, what is left out, who may take them."""

import io
import re
from datetime import timedelta

import pikepdf
import pytest
from docx import Document

from app import queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.commitment import OwedBy
from app.domain.delegation import DelegateRole, Side
from app.domain.meeting import Standing, Voice
from app.domain.papers.kinds import OF_A_SITTING, PaperKind
from app.domain.position import Stand
from app.models.position import Position
from app.models.substance import AgendaItem, Attachment, Note
from tests import a
from tests.documents.test_readout_pdf import text_of
from tests.house_for_tests import today

DAY = timedelta(days=1)


@pytest.fixture
def round_of(house):
    """A planned round of a dialogue with two rounds before it, an agenda, people and promises both ways."""
    officer, dialogue = house.officer(), a.dialogue(house)
    first = a.round_(
        house, dialogue, number=5, on=today() - 400 * DAY, title="Fifth round", standing=Standing.HELD
    )
    last = a.round_(
        house, dialogue, number=6, on=today() - 30 * DAY, title="Sixth round", standing=Standing.HELD,
        summary="They came with a draft.", city="Tokyo",
    )  # fmt: skip
    ahead = a.round_(
        house, dialogue, number=7, on=today() + 30 * DAY, title="Seventh round", standing=Standing.PLANNED
    )
    a.commitment(house, first, sentence="We send the paper on norms", owed_by=OwedBy.OURS)
    a.commitment(house, last, sentence="They name a point of contact", owed_by=OwedBy.THEIRS)
    with house.work(house.viewer(officer)) as work:
        head = services.delegations.DelegateFacts(name="Anna Lind", role=DelegateRole.HEAD)
        services.delegations.add(
            work, "rounds", last.ref,
            services.delegations.DelegationFacts(name="European Union", side=Side.OURS, delegates=(head,)),
        )  # fmt: skip
    item = a.put(house, AgendaItem, ahead, title="Ransomware", round_id=ahead.id)
    a.put(
        house, Note, ahead, voice=Voice.WE_SAID, text="We ask for their law.", round_id=ahead.id, agenda_item_id=item.id,
        written_at=house.now,
    )  # fmt: skip
    return house, house.client(officer), ahead, last


def address(sitting, paper):
    return f"/record/rounds/{sitting.ref}/papers/{paper}"


def test_a_brief_has_ours_before_theirs_and_the_rounds_before(round_of):
    _, browser, ahead, _ = round_of
    page = browser.get(address(ahead, "brief")).text
    words = ["Our objectives", "What we owe", "We send the paper on norms", "What they owe", "They name a point of contact",
             "What we mean to raise", "Ransomware", "Who came last time", "Anna Lind", "The last rounds", "Sixth round",
             "They came with a draft.", "Fifth round", "Lines to take"]  # fmt: skip
    sheet = page.split('<article class="paper"')[1]
    assert [sheet.index(word) for word in words] == sorted(sheet.index(word) for word in words)
    assert "Nothing is left out." in page


@pytest.mark.parametrize("paper", list(OF_A_SITTING))
@pytest.mark.parametrize("file", ["pdf", "docx", "md", "txt"])
def test_every_paper_comes_as_every_file_with_the_same_words(round_of, paper, file):
    house, browser, ahead, last = round_of
    path = address(last if paper is PaperKind.COMMITMENTS else ahead, paper.value)
    assert browser.get(path).status_code == 200
    answer = browser.get(f"{path}.{file}")
    assert answer.status_code == 200
    assert (
        answer.headers["Content-Disposition"]
        == f"attachment; filename={paper.value}-{path.split('/')[3]}.{file}"
    )
    assert browser.get(f"{path}.{file}").data == answer.data  # the same bytes each time
    said = words_in(answer.data, file)
    assert ("Sixth round" if paper is PaperKind.COMMITMENTS else "Seventh round") in said
    log = house.client(house.officer(Role.HEAD_OF_DESK)).get("/audit").text
    assert paper.value in log


def words_in(body, file):
    """The text of a file as its programs read it."""
    if file == "pdf":
        return " ".join(text_of(body).split())
    if file == "docx":
        document = Document(io.BytesIO(body))
        return " ".join(p.text for p in document.paragraphs)
    return body.decode()


def test_what_is_marked_higher_is_left_out_and_named_beside_it(round_of):
    house, browser, ahead, _ = round_of
    a.commitment(house, ahead, sentence="We tell them of the incident", owed_by=OwedBy.OURS, marking=2)
    path = address(ahead, "brief")
    whole = browser.get(path).text.split('<article class="paper"')[1].split("</article>")[0]
    assert "We tell them of the incident" in whole
    page = browser.get(f"{path}?up_to=0").text
    sheet = page.split('<article class="paper"')[1].split("</article>")[0]
    assert "incident" not in sheet
    assert "We tell them of the incident" in page.replace(sheet, "")
    for file in ("pdf", "docx", "md", "txt"):
        assert "incident" not in words_in(browser.get(f"{path}.{file}?up_to=0").data, file)


def test_under_the_chatham_house_rule_nobody_is_named_and_nothing_is_attributed(round_of):
    house, browser, _, last = round_of
    a.put(
        house,
        Note,
        last,
        voice=Voice.THEY_SAID,
        text="It will be signed.",
        round_id=last.id,
        written_at=house.now,
    )
    path = address(last, "record-of-conversation")
    assert "They said" in browser.get(path).text
    with house.system() as work:
        row = work.one(queries.rounds.by_ref(last.ref))
        row.chatham_house = True
        work.act(Action.REVISE_ROUND, on=row)
    page = browser.get(path).text
    sheet = page.split('<article class="paper"')[1].split("</article>")[0]
    assert "It will be signed." in sheet
    assert "They said" not in sheet
    assert "Anna Lind" not in page
    assert "the Chatham House Rule" in page


def test_others_have_no_such_paper_and_no_other_names_do(round_of):
    house, browser, ahead, _ = round_of
    other = house.client(house.officer(Role.DESK_OFFICER, desk="Europe desk"))
    for path in (address(ahead, "brief"), address(ahead, "brief.pdf"), f"/record/rounds/{ahead.ref}/papers"):
        assert other.get(path).status_code == 404
        assert house.client(house.officer(Role.READER)).get(path).status_code == 200
    for path in (address(ahead, "press"), address(ahead, "brief.exe"), address(ahead, "../brief")):
        assert browser.get(path).status_code == 404
    assert browser.get(address(ahead, "brief") + "?up_to=99&theirs_first=x").status_code == 200


def test_the_list_of_papers_says_what_each_is_for(round_of):
    _, browser, ahead, _ = round_of
    assert re.search(rf'href="/record/rounds/{ahead.ref}/papers"', browser.get(f"/rounds/{ahead.ref}").text)
    page = browser.get(f"/record/rounds/{ahead.ref}/papers").text
    assert "Annotated agenda" in page
    assert "ten lines at most" in page


def test_an_annotated_agenda_says_what_each_item_is_for_who_leads_it_and_how_long(round_of):
    house, browser, ahead, _ = round_of
    sent = {"title": "Capacity building", "purpose": "They want our offer.", "lead": "Anna Lind", "minutes": "20",
            "document": "Non-paper of May"}  # fmt: skip
    assert browser.submit(f"/record/rounds/{ahead.ref}/agenda/add", sent).status_code == 303
    assert (
        browser.submit(f"/record/rounds/{ahead.ref}/agenda/add", {**sent, "minutes": "0"}).status_code == 422
    )
    assert "They want our offer." in browser.get(f"/rounds/{ahead.ref}").text
    sheet = browser.get(address(ahead, "annotated-agenda")).text.split('<article class="paper"')[1]
    assert "Lead: Anna Lind; 20 minutes; Document: Non-paper of May." in sheet.replace("\u202f", " ").replace(
        "\xa0", " "
    )
    assert sheet.index("They want our offer.") < sheet.index("Lead: Anna Lind")
    assert "They want our offer." not in browser.get(address(ahead, "delegation-list")).text


def test_a_sealed_paper_opens_with_its_password_alone(round_of):
    house, browser, ahead, _ = round_of
    path = address(ahead, "brief") + "/seal"
    assert browser.submit(path, {"password": "one", "again": "two"}).status_code == 422
    assert browser.submit(path, {"password": "x" * 200, "again": "x" * 200}).status_code == 422
    body = browser.submit(path, {"password": "seven quiet herons", "again": "seven quiet herons"}).data
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(body))
    with pikepdf.open(io.BytesIO(body), password="seven quiet herons") as file:
        assert file.encryption.bits == 256
    other = house.client(house.officer(Role.DESK_OFFICER, desk="Europe desk"))
    assert other.get(path).status_code == 404


def test_a_brief_goes_topic_by_topic_begins_with_what_was_not_reached_and_names_the_attachments(round_of):
    house, browser, ahead, last = round_of
    with house.system() as work:
        for item in work.all(queries.substance.agenda_of(work.one(queries.rounds.by_ref(ahead.ref)))):
            item.topics = ["ransomware"]
            work.act(Action.SET_AGENDA, on=item)
    there = {"round_id": last.id, "written_at": house.now}
    item = a.put(house, AgendaItem, last, title="Crime", topics=["ransomware"], round_id=last.id)
    a.put(house, AgendaItem, last, title="Quantum", round_id=last.id)
    for voice, text, marking in (
        (Voice.THEY_SAID, "It is signed.", 0), (Voice.WE_SAID, "We ask for the text.", 0),
        (Voice.THEY_SAID, "They fear an attack.", 2),
    ):  # fmt: skip
        a.put(house, Note, last, voice=voice, text=text, agenda_item_id=item.id, marking=marking, **there)
    for process, topic, stand in (("counter-ransomware", "", Stand.OPEN), ("", "ransomware", Stand.SUPPORTS),
                                  ("pall-mall", "", Stand.OPPOSES)):  # fmt: skip
        a.put(
            house, Position, ahead, partner_id=partner_of(house),
            process=process, topic=topic, stand=stand, stated="May 2026", day=today() - 100 * DAY, noted_at=house.now,
        )  # fmt: skip
    a.put(house, Attachment, ahead, round_id=ahead.id, name="Draft.pdf", media_type="application/pdf", size=40_000,
          sha256="0" * 64, added_at=house.now)  # fmt: skip
    sheet = browser.get(address(ahead, "brief.txt")).text.replace("\xa0", " ").replace("\u202f", " ")
    raised, positions = sheet.split("Positions by topic")
    assert raised.index("Not reached") < raised.index("Quantum") < raised.index("1 Ransomware")
    words = ["Counter Ransomware Initiative: Open", "Supports,", "They said", "It is signed. (Sixth round", "They fear an attack.",
             "We said", "We ask for the text.", "Pall Mall Process: Opposes", "Attachments",
             "Draft.pdf (PDF, 40 kB)"]  # fmt: skip
    assert [word for word in words if word not in positions] == []
    assert [positions.index(word) for word in words] == sorted(positions.index(word) for word in words)
    low = browser.get(address(ahead, "brief.txt") + "?up_to=0").text
    assert "It is signed." in low
    assert "They fear an attack." not in low


def partner_of(house):
    """Japan's number."""
    with house.system() as work:
        return work.one(queries.partners.by_code("JP")).id


@pytest.mark.parametrize("name", ["handover", "internal-readout", "public-readout"])
def test_what_is_no_paper_of_a_round_is_none(round_of, name):
    _, browser, ahead, _ = round_of
    for path in (address(ahead, name), address(ahead, name) + ".pdf", address(ahead, name) + "/seal"):
        assert browser.get(path).status_code == 404
    assert "Handover" not in browser.get(f"/record/rounds/{ahead.ref}/papers").text


def test_a_brief_says_the_lines_to_take_and_no_other_paper_does(round_of):
    house, browser, ahead, _ = round_of
    lines = "We would share indicators. If raised: not before autumn."
    sent = {"title": "Quantum keys", "lines_to_take": lines}
    assert browser.submit(f"/record/rounds/{ahead.ref}/agenda/add", sent).status_code == 303
    assert "We would share indicators." in browser.get(f"/rounds/{ahead.ref}").text

    def sheet(paper):
        page = browser.get(address(ahead, paper)).text.split('<article class="paper"')[1]
        return page.split("</article>")[0].replace("\u202f", " ").replace("\xa0", " ")

    assert f"Quantum keys: {lines}" in sheet("brief")
    for paper in set(OF_A_SITTING) - {PaperKind.BRIEF}:
        assert "share indicators" not in sheet(paper), paper
    with house.system() as work:
        [item] = [one for one in work.all(queries.substance.agenda_of(ahead)) if one.title == "Quantum keys"]
    path = f"/record/items/{item.ref}"
    assert browser.submit(path, {**sent, "lines_to_take": "We wait."}).status_code == 303
    assert "Quantum keys: We wait." in sheet("brief")
