"""Texts that are read: pasted, shown in place, decided on passage by passage, attacked."""

import io
import re
from datetime import date

import pytest
from sqlalchemy import select

from app import queries, services
from app.domain.access import Role
from app.domain.commitment import CommitmentFacts, CommitmentStatus, OwedBy
from app.models.commitment import Commitment
from tests import a

TEXT = (
    "The fourth EU–Japan Cyber Dialogue was held in Tokyo on 18 November 2026.\n\n"
    "The two sides agreed to exchange contact points by the end of January 2027. They exchanged views on norms. "
    "They reaffirmed their commitment to an open, free and secure cyberspace.\n\n"
    "The Japanese side will send its draft by 15 December 2026."
)
FIELDS = {"text": TEXT, "kind": "joint statement", "said_on": "18 November 2026", "marking": "0"}


@pytest.fixture
def read(house):
    """A text that was pasted into a dialogue with Japan, by an officer at her browser."""
    dialogue, officer = a.dialogue(house, "JP", name="EU-Japan Cyber Dialogue"), house.officer()
    browser = house.client(officer)
    sent = browser.submit(f"/texts/read?dialogue={dialogue.ref}", FIELDS)
    assert sent.status_code == 303, sent.status
    return house, dialogue, browser, sent.location


def filed(house):
    with house.system() as work:
        return work.all(select(Commitment).order_by(Commitment.starts_at))


def places(page):
    """The places of the passages on which one may decide."""
    return re.findall(r'name="start" value="(\d+)">\s*<input type="hidden" name="end" value="(\d+)"', page)


def decide(browser, page, act, start, end, **more):
    return browser.press(page, f"{page}/{act}", {"start": start, "end": end, **more})


def test_nothing_is_filed_by_reading_and_each_passage_is_marked_in_place(read):
    house, _, browser, page = read
    shown = browser.get(page).text
    assert not filed(house)
    assert shown.count('class="passage passage-offered"') == 2
    assert shown.count('class="passage passage-greyed"') == 1
    assert "2 passages to decide on" in shown
    assert "by the end of January 2027 = by 31 January 2027 (month)" in shown
    assert "Japan owes it" in shown or "Japanese side owes it" in shown


def test_an_accepted_passage_keeps_its_sentence_and_its_place(read):
    house, dialogue, browser, page = read
    start, end = places(browser.get(page).text)[0]
    answer = decide(browser, page, "accept", start, end, first_mover="CERT-EU")
    assert answer.status_code == 303
    [row] = filed(house)
    assert row.sentence == TEXT[int(start) : int(end)]
    assert (row.starts_at, row.ends_at) == (int(start), int(end))
    assert (row.owed_by, row.first_mover, row.due) == (OwedBy.JOINT, "CERT-EU", date(2027, 1, 31))
    assert row.due_stated == "by the end of January 2027"
    assert row.agreed_on == date(2026, 11, 18)
    assert row.stands_at == "paragraph 2"
    assert row.dialogue_id == dialogue.id
    shown = browser.get(page).text
    assert "1 passage to decide on, 1 filed" in shown
    assert TEXT[:40] in browser.get(page).text
    assert "characters" in browser.get(f"/commitments/{row.ref}").text


def test_a_passage_is_filed_once_whoever_presses_twice(read):
    house, _, browser, page = read
    start, end = places(browser.get(page).text)[0]
    decide(browser, page, "accept", start, end)
    again = browser.post(f"{page}/accept", {**browser.carried(page), "start": start, "end": end})
    assert again.status_code in {303, 400}
    assert len(filed(house)) == 1


def test_a_passage_that_is_set_aside_is_offered_no_more_and_can_be_taken_up_again(read):
    house, _, browser, page = read
    start, end = places(browser.get(page).text)[0]
    decide(browser, page, "set_aside", start, end)
    assert "1 set aside" in browser.get(page).text
    decide(browser, page, "take_up_again", start, end)
    assert "set aside" not in browser.get(page).text.replace("sets aside", "")
    assert not filed(house)


def test_edited_before_filing_it_keeps_its_place_and_what_was_read_of_its_date(read):
    house, _, browser, page = read
    start, end = places(browser.get(page).text)[0]
    form = f"/commitments/file?text={page.rsplit('/', 1)[1]}&start={start}&end={end}"
    shown = browser.get(form).text
    assert "The two sides agreed to exchange contact points" in shown
    sent = browser.submit(
        form,
        {
            "sentence": "Exchange contact points",
            "owed_by": "ours",
            "due": "by the end of January 2027",
            "working": "31 January 2027",
            "strength": "firm",
            "rhythm": "",
            "marking": "0",
        },
    )
    assert sent.status_code == 303, sent.status
    assert sent.location.startswith(page)
    [row] = filed(house)
    assert (row.sentence, row.starts_at) == ("Exchange contact points", int(start))
    assert row.due_precision == "month"


def test_the_round_is_begun_from_what_the_text_says_and_takes_the_text_along(read):
    house, dialogue, browser, page = read
    start, end = places(browser.get(page).text)[0]
    decide(browser, page, "accept", start, end)
    form = f"/dialogues/{dialogue.ref}/rounds/plan?text={page.rsplit('/', 1)[1]}"
    shown = browser.get(form).text
    for said in ('value="4"', "18 November 2026", 'value="Tokyo"'):
        assert said in shown
    sent = browser.submit(
        form,
        {"number": "4", "when": "18 November 2026", "city": "Tokyo", "standing": "held", "format": "in person",
         "level": "not stated", "marking": "0", "zone": "", "twice": ""},
    )  # fmt: skip
    assert sent.status_code == 303, sent.status
    with house.system() as work:
        round_ = work.one(queries.rounds.by_ref(sent.location.rsplit("/", 1)[1]))
        assert work.one(queries.source_texts.by_ref(page.rsplit("/", 1)[1])).round_id == round_.id
    assert filed(house)[0].round_id == round_.id


def test_our_own_notes_are_opened_as_a_text(sqlite_house):
    house = sqlite_house
    meeting = a.meeting(house, a.dialogue(house), summary="We met.")
    a.note(house, meeting, text="We will send the paper by 3 December 2026.")
    browser = house.client(house.officer())
    shown = browser.get(f"/texts/read?meeting={meeting.ref}&from=notes").text
    assert "We will send the paper by 3 December 2026." in shown
    assert '<option selected value="own notes">' in shown


def test_a_text_may_come_as_a_file(sqlite_house):
    house = sqlite_house
    dialogue, browser = a.dialogue(house), house.client(house.officer())
    form = f"/texts/read?dialogue={dialogue.ref}"
    for raw in (TEXT.encode(), TEXT.encode("utf-16"), TEXT.encode("utf-8-sig")):
        sent = browser.submit(form, {**FIELDS, "text": "", "file": (io.BytesIO(raw), "statement.txt")})
        assert sent.status_code == 303, sent.status
        assert "EU–Japan" in browser.get(sent.location).text


@pytest.mark.parametrize("raw", [b"", b"\x00\x01\x02" * 50, b"%PDF-1.7\x00\x00binary", b"x" * 400_010])
def test_what_is_no_text_is_refused_in_a_sentence_and_nothing_is_lost(sqlite_house, raw):
    house = sqlite_house
    dialogue, browser = a.dialogue(house), house.client(house.officer())
    sent = browser.submit(
        f"/texts/read?dialogue={dialogue.ref}",
        {**FIELDS, "text": "", "url": "https://ministry.example/kept", "file": (io.BytesIO(raw), "x.bin")},
    )
    assert sent.status_code == 422
    assert "https://ministry.example/kept" in sent.text


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        ("0", "0", 422),
        ("5", "3", 422),
        ("0", "99999999", 422),
        ("-1", "4", 404),
        ("x", "1", 404),
        ("", "", 404),
    ],
)
def test_a_place_that_the_text_does_not_have_is_refused(read, start, end, status):
    house, _, browser, page = read
    answer = browser.press(page, f"{page}/set_aside", {"start": start, "end": end})
    assert answer.status_code == status
    assert browser.press(page, f"{page}/accept", {"start": start, "end": end}).status_code in {303, 404}
    assert not filed(house)


def test_a_reader_looks_and_decides_nothing(read):
    house, _, browser, page = read
    start, end = places(browser.get(page).text)[0]
    reader = house.client(house.officer(Role.READER))
    shown = reader.get(page).text
    assert "passage-offered" in shown
    assert "File it" not in shown
    for act in ("accept", "set_aside", "take_up_again"):
        sent = {**browser.carried(page), **reader.carried("/account"), "start": start, "end": end}
        assert reader.post(f"{page}/{act}", sent).status_code == 403
    assert not filed(house)


def test_who_may_not_know_the_dialogue_finds_no_text(read):
    house, _, _, page = read
    stranger = house.client(house.officer(desk="Another desk"))
    assert stranger.get(page).status_code == 404
    assert stranger.get(f"{page}/revise").status_code == 404


def test_a_hostile_text_is_shown_as_text(sqlite_house):
    house = sqlite_house
    dialogue, browser = a.dialogue(house), house.client(house.officer())
    hostile = (
        "<script>alert(1)</script> The two sides agreed to <img src=x> exchange =1+1 lists by 3 May 2027."
    )
    sent = browser.submit(f"/texts/read?dialogue={dialogue.ref}", {**FIELDS, "text": hostile})
    shown = browser.get(sent.location).text
    assert "<script>alert" not in shown
    assert "&lt;img src=x&gt;" in shown


def test_a_text_is_found_by_its_words_and_listed(read):
    _, _, browser, page = read
    assert page in browser.get("/search?q=contact+points").text
    assert page in browser.get("/texts").text


def test_the_page_asks_as_often_for_many_passages(sqlite_house):
    house = sqlite_house
    dialogue, browser = a.dialogue(house), house.client(house.officer())

    def asked(times):
        text = "\n\n".join(f"The two sides agreed to exchange list {n} by 3 May 2027." for n in range(times))
        page = browser.submit(f"/texts/read?dialogue={dialogue.ref}", {**FIELDS, "text": text}).location
        browser.get(page)
        with house.statements() as seen:
            assert f"{times} passage" in browser.get(page).text
        return len(seen)

    assert asked(40) == asked(2)


def test_what_is_filed_from_a_text_agreed_ad_referendum_waits_until_the_text_is_confirmed(house):
    officer = house.officer()
    meeting = a.meeting(house, a.dialogue(house))
    browser = house.client(officer)
    promise = "We will share a list of contacts by June 2027."
    fields = {"kind": "joint statement", "text": promise, "marking": "1", "ad_referendum": "y"}
    page = browser.submit(f"/texts/read?meeting={meeting.ref}", fields)
    assert page.status_code == 303, page.text
    ref = page.location.split("?")[0].split("#")[0].rpartition("/")[2]
    facts = CommitmentFacts(sentence=promise, owed_by=OwedBy.OURS, marking=1)
    with house.work(house.viewer(officer)) as work:
        services.commitments.agree(work, "text", ref, facts)

    def status():
        with house.system() as work:
            [row] = work.all(select(Commitment))
            return row.status

    assert status() is CommitmentStatus.AD_REFERENDUM
    path = f"/texts/{ref}/revise"
    said = {"title": "Joint statement", "kind": "joint statement", "marking": "1"}
    assert browser.submit(path, {**said, "ad_referendum": "y"}).status_code == 303
    assert status() is CommitmentStatus.AD_REFERENDUM
    assert browser.submit(path, said).status_code == 303
    assert status() is CommitmentStatus.OPEN
    with house.system() as work:
        [row] = work.all(select(Commitment))
    assert "was confirmed" in browser.get(f"/commitments/{row.ref}").text
