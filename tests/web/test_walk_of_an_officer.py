"""The main job, through the client: find, log, promise, follow up, draft, approve, release, subscribe."""

import re
from datetime import date

import pytest

from app import queries
from app.domain.access import Role
from tests import a

LOG = {
    "when": "yesterday 15:00",
    "theirs": "Tanaka Hiroshi (田中 宏), Director, MOFA; Sato, NCO",
    "summary": "They asked for an early date of the next round.",
    "follow_up": "Officer 1 sends the paper by Friday",
    "marking": "1",
    "title": "",
    "dialogue": "",
    "round": "",
    "kind": "working contact",
    "standing": "held",
    "ours": "",
    "commitment": "Share a first draft of the guidance",
    "owed_by": "theirs",
    "zone": "Asia/Tokyo",
    "format": "in person",
    "level": "not stated",
}


@pytest.fixture
def desk(house):
    officer = house.officer(Role.DESK_OFFICER)
    with house.system() as work:
        partner = work.one(queries.partners.by_code("JP"))
    return house, officer, partner


def test_a_coffee_is_logged_with_who_what_and_what_follows(desk):
    house, officer, partner = desk
    browser = house.client(officer)
    answer = browser.submit(f"/log?partner={partner.ref}", {**LOG, "partner": partner.ref})
    assert answer.status_code == 303, answer.text
    page = browser.get(answer.location).text
    for words in (
        "Working contact with Japan",
        "田中 宏",
        "early date",
        "Share a first draft",
        "sends the paper",
        "TLP:GREEN",
    ):
        assert words in page, words
    assert "15:00 Tokyo" in page
    assert "07:00 Brussels" in page
    listed = browser.get("/dialogues").text
    assert "Contacts with Japan" in listed
    again = browser.submit(f"/log?partner={partner.ref}", {**LOG, "partner": partner.ref, "when": "today"})
    assert again.status_code == 303
    assert browser.get("/dialogues").text.count("Contacts with Japan") == listed.count("Contacts with Japan")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"partner": ""}, "Choose the partner."),
        ({"when": ""}, "Say when it was."),
        ({"when": "31 February 2026"}, "February 2026 has no day 31."),
        ({"when": "3 December 2026"}, "This day is still to come"),
        ({"when": "28 March 2026 25:00"}, "no"),
        ({"follow_up": "Officer 1 sends it by 3 May 2020"}, "before the meeting"),
        ({"theirs": "x" * 1_000_000}, "1,000,000 characters"),
        ({"summary": "SECRET UE/EU SECRET\nthe text"}, "above the ceiling"),
        ({"marking": "4"}, "Choose one of those listed."),
        ({"link": "javascript:alert(1)"}, "https://"),
        ({"theirs": "Head: A, MOFA; Head: B, MOFA"}, None),
        ({"when": "29 March 2026 02:30", "zone": "Europe/Brussels"}, "does not exist"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_nothing_typed_is_lost(desk, fields, sentence):
    house, officer, partner = desk
    browser = house.client(officer)
    answer = browser.submit("/log", {**LOG, "partner": partner.ref, **fields})
    if sentence is None:
        assert answer.status_code == 303
        return
    assert answer.status_code in {422, 413}, answer.status_code
    assert sentence in answer.text
    if answer.status_code == 422:
        assert "They asked for an early date" in answer.text or "summary" in fields
        assert "Share a first draft of the guidance" in answer.text
    with house.system() as work:
        assert not work.all(queries.meetings.listed())


def test_a_double_click_makes_one_meeting(desk):
    house, officer, partner = desk
    browser = house.client(officer)
    carried = browser.carried("/log")
    answers = [browser.post("/log", {**carried, **LOG, "partner": partner.ref}) for _ in range(2)]
    assert [a_.status_code for a_ in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    with house.system() as work:
        assert len(work.all(queries.meetings.listed())) == 1


def test_a_round_is_planned_from_the_last_one(house):
    officer, dialogue = house.officer(), a.dialogue(house)
    last = a.round_(house, dialogue, 6)
    browser = house.client(officer)
    browser.submit(f"/record/rounds/{last.ref}/agenda/add", {"title": "Norms", "topics": "norms"})
    page = browser.get(f"/dialogues/{dialogue.ref}/rounds/plan").text
    assert 'value="7"' in page
    fields = {"title": "Seventh round", "number": "7", "when": "second quarter of 2027", "standing": "planned",
              "format": "in person", "level": "director", "marking": "0", "copy_agenda": "y"}  # fmt: skip
    answer = browser.submit(f"/dialogues/{dialogue.ref}/rounds/plan", fields)
    assert answer.status_code == 303, answer.text
    shown = browser.get(answer.location).text
    assert "Norms" in shown
    assert "second quarter of 2027" in shown
    same = browser.submit(f"/dialogues/{dialogue.ref}/rounds/plan", {**fields, "title": "The seventh again"})
    assert same.status_code == 422
    assert "There is a round 7" in same.text


def test_a_stale_edit_shows_both_versions_and_loses_nothing(house):
    officer, dialogue = house.officer(), a.dialogue(house)
    meeting = a.meeting(house, dialogue, summary="one\ntwo\nthree")
    first, second = house.client(officer), house.client(officer)
    path = f"/meetings/{meeting.ref}/revise"
    one, two = first.carried(path), second.carried(path)
    fields = {"title": meeting.title, "when": "20 November 2026", "standing": "held", "format": "in person",
              "level": "not stated", "marking": "0", "kind": "working contact", "zone": ""}  # fmt: skip
    assert first.post(path, {**one, **fields, "summary": "ONE\ntwo\nthree"}).status_code == 303
    stale = second.post(path, {**two, **fields, "title": "Mine", "summary": "one\ntwo\nTHREE"})
    assert stale.status_code == 409
    assert "ONE\ntwo\nTHREE" in stale.text.replace("\r", "")
    carried = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', stale.text))
    from html import unescape

    saved = second.post(
        path,
        {
            **{n: unescape(v) for n, v in carried.items()},
            **fields,
            "title": "Mine",
            "summary": "ONE\ntwo\nTHREE",
        },
    )
    assert saved.status_code == 303, saved.text
    assert "Mine" in second.get(f"/meetings/{meeting.ref}").text


def test_what_was_typed_survives_a_sign_in_that_ran_out(house):
    from datetime import timedelta

    officer, dialogue = house.officer(), a.dialogue(house)
    meeting = a.meeting(house, dialogue)
    browser = house.client(officer)
    path = f"/record/meetings/{meeting.ref}/notes/write"
    carried = browser.carried(path)
    with house.system() as work:
        for row in work.all(queries.officers.open_sign_ins(officer.id)):
            row.seen_at = row.seen_at - timedelta(hours=13)
    text = ("Émile 👩‍💻 שלום 日本\n" * 1200)[:20_000]
    answer = browser.post(path, {**carried, "voice": "they said", "item": "", "text": text, "marking": "1"})
    assert answer.status_code == 303
    assert "/sign-in" in answer.location
    from tests.house_for_tests import PASSWORD

    back = browser.submit(answer.location, {"email": officer.email, "password": PASSWORD})
    assert back.location.startswith(path)
    form = browser.get(back.location).text
    from html import unescape

    kept = unescape(re.search(r"<textarea[^>]*name=\"text\"[^>]*>(.*?)</textarea>", form, re.S)[1]).replace(
        "\r\n", "\n"
    )
    assert kept.lstrip("\n") == text
    saved = browser.submit(back.location, {"voice": "they said", "item": "", "text": kept, "marking": "1"})
    assert saved.status_code == 303
    assert browser.get(path).text.count("You had begun") == 0


def test_a_readout_goes_out_by_another_hand_and_stays_as_it_was(house):
    author, head = house.officer(), house.officer(Role.HEAD_OF_DESK)
    meeting = a.meeting(house, a.dialogue(house), summary="The two sides met.")
    a.note(house, meeting, "They asked about the Programme of Action.", marking=2)
    writer, boss = house.client(author), house.client(head)
    made = writer.submit(
        f"/readouts/draft?meeting={meeting.ref}", {"title": "Readout: 日本", "audience": "public"}
    )
    assert made.status_code == 303, made.text
    page = writer.get(made.location).text
    assert "never leaves the house" in page
    assert writer.press(made.location, f"{made.location}/approve", {"version": "1"}).status_code == 403
    assert boss.press(made.location, f"{made.location}/release", {"version": "1"}).status_code == 422
    assert boss.press(made.location, f"{made.location}/approve", {"version": "7"}).status_code == 409
    assert boss.press(made.location, f"{made.location}/approve", {"version": "1"}).status_code == 303
    assert boss.press(made.location, f"{made.location}/release", {"version": "2"}).status_code == 303
    ref = re.search(r"/releases/(\w+)\.pdf", writer.get(made.location).text)[1]
    pdf = writer.get(f"/releases/{ref}.pdf")
    assert pdf.data.startswith(b"%PDF-")
    assert pdf.data == boss.get(f"/releases/{ref}.pdf").data
    assert b"Programme" not in pdf.data
    assert boss.submit(f"{made.location}/withdraw", {"because": "A wrong date."}).status_code == 303
    assert "A wrong date." in writer.get(made.location).text


def test_a_program_polls_a_feed_until_it_is_ended(house):
    officer, dialogue = house.officer(), a.dialogue(house)
    a.round_(house, dialogue, 7, on=date(2026, 11, 1))
    a.meeting(house, dialogue, marking=2, title="Hidden from feeds")
    browser = house.client(officer)
    made = browser.submit(
        "/subscriptions", {"name": "Rounds", "partner": "", "ceiling": "0", "with_cancelled": "y"}
    )
    path = re.search(r"/feeds/[\w-]+\.ics", made.text)[0]
    program = house.client()
    first = program.get(path)
    assert first.content_type == "text/calendar; charset=utf-8"
    assert b"round 7" in first.data
    assert b"Hidden" not in first.data
    again = program.get(path, headers={"If-None-Match": f'W/"x", {first.headers["ETag"]}'})
    assert again.status_code == 304
    assert program.get(path).data == first.data
    assert program.client.head(path).status_code == 200
    assert program.post(path).status_code == 405
    assert program.get("/feeds/guess.ics").status_code == 404
    ref = re.search(r"/subscriptions/(\w+)/revoke", browser.get("/subscriptions").text)[1]
    assert browser.press("/subscriptions", f"/subscriptions/{ref}/revoke").status_code == 303
    ended = program.get(path)
    assert ended.status_code == 200
    assert b"has ended" in ended.data
    assert b"round 7" not in ended.data


def test_a_file_is_judged_by_its_content_and_never_shown_inline(house):
    from io import BytesIO

    officer, meeting = house.officer(), a.meeting(house, a.dialogue(house))
    browser = house.client(officer)
    path = f"/record/meetings/{meeting.ref}/files/attach"

    def send(name, body):
        return browser.submit(path, {"file": (BytesIO(body), name), "marking": "0"})

    assert "is empty" in send("a.pdf", b"").text
    assert "content says otherwise" in send("a.pdf", b"<html>").text
    assert "not taken" in send("a.exe", b"MZ").text
    assert send("../../etc/passwd.txt", b"hello").status_code == 303
    assert "here already" in send("again.txt", b"hello").text
    page = browser.get(f"/meetings/{meeting.ref}").text
    assert "passwd.txt" in page
    assert "../" not in page.split("passwd.txt")[0][-40:]
    file = browser.get(re.search(r"/record/files/\w+", page)[0])
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in file.headers["Content-Security-Policy"]


def test_a_pasted_delegation_becomes_rows_to_confirm(house):
    officer, meeting = house.officer(), a.meeting(house, a.dialogue(house))
    browser = house.client(officer)
    path = f"/record/meetings/{meeting.ref}/delegations"
    confirm = browser.submit(
        f"{path}/paste", {"side": "theirs", "text": "Japan:\nHead: Tanaka (田中), Director, MOFA\nSato, NCO"}
    )
    assert confirm.status_code == 200
    assert "田中" in confirm.text
    two = {"name": "Japan", "side": "theirs", "delegates-0-name": "A", "delegates-0-role": "head",
           "delegates-1-name": "B", "delegates-1-role": "head"}  # fmt: skip
    refused = browser.submit(f"{path}/add", two)
    assert refused.status_code == 422
    assert "two heads" in refused.text
    assert browser.submit(f"{path}/add", {**two, "delegates-1-role": "member"}).status_code == 303
    assert "Japan" in browser.get(f"/meetings/{meeting.ref}").text
