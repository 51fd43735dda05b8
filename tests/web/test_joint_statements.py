"""A joint statement in the browser: the way of an officer from opening to the readout, stale forms, refusals."""

import re

import pytest

from app import queries
from app.domain.access import Role
from app.domain.joint_statement import State
from tests import a

OURS = "Norms\n\nThe sides act on [date tbc].\n\nThey will meet in 2027."
THEIRS = "Norms\n\nThe sides [EU: act] [JP: wait] on 3 June 2027.\n\nThey will meet ] in 2027.\n\n<script>alert(1)</script> =1+1"
CLEAN = "Norms\n\nThe sides act on 3 June 2027.\n\nThe sides will share a list of contacts by June 2027."


@pytest.fixture
def at_meeting(house):
    """A meeting with Japan and the browser of its officer."""
    officer = house.officer()
    meeting = a.meeting(house, a.dialogue(house), marking=0, title="Consultations")
    return house, house.client(officer), meeting


def fill(browser, path, **typed):
    """Open a form and send it as it is, but for what is typed."""
    page = browser.get(path)
    assert page.status_code == 200, path
    return browser.post(path, {**browser.carried(path), **typed})


def opened(browser, meeting):
    answer = fill(
        browser, f"/joint-statements/begin?meeting={meeting.ref}", title="Joint statement", language="en",
        order="alternat", host="not said", their_people="Mr Tanaka", marking="1",
    )  # fmt: skip
    assert answer.status_code == 303, answer.text
    return answer.location.split("/")[-1]


def version(browser, ref, how, text, on="yesterday", **more):
    return fill(
        browser, f"/joint-statements/{ref}/versions/add", how=how, on=on, through="By mail.", text=text, marking="1",
        **more,
    )  # fmt: skip


def test_the_way_of_a_statement_from_opening_to_the_readout(at_meeting):
    house, browser, meeting = at_meeting
    ref = opened(browser, meeting)
    page = f"/joint-statements/{ref}"
    assert "There is no text yet" in browser.get(page).text
    assert version(browser, ref, "drafted", OURS, on="").status_code == 303
    assert fill(browser, f"{page}/sent", on="yesterday", word="By mail.").status_code == 303
    assert version(browser, ref, "received", THEIRS).status_code == 303
    said = browser.get(page).text
    assert "With us" in said
    assert "a bracket closes that was not opened" in said  # kept as it came, and told
    assert "&lt;script&gt;" in said
    assert "What Japan changed in what we sent" in said
    listed = browser.get(f"/meetings/{meeting.ref}").text
    assert "version 2 · 1 open point" in listed
    changes = browser.get(f"{page}/changes").text
    assert "Closed, paragraph 1" in changes
    assert "<ins>" in changes
    refused = fill(
        browser, f"{page}/agree-ad-referendum", on="yesterday", for_us="Anna", for_them="Mr Tanaka",
        waits_for="the Council", word="",
    )  # fmt: skip
    assert (refused.status_code, "still open in brackets" in refused.text) == (422, True)
    assert version(browser, ref, "sent", CLEAN).status_code == 303
    assert fill(
        browser, f"{page}/agree-ad-referendum", on="yesterday", for_us="Anna", for_them="Mr Tanaka",
        waits_for="the Council", word="At the table.",
    ).status_code == 303  # fmt: skip
    frozen = version(browser, ref, "drafted", "We wait.")
    assert (frozen.status_code, "We wait." in frozen.text) == (422, True)
    assert "agreed ad referendum and is not changed" in frozen.text
    assert (
        fill(browser, f"{page}/agree", on="yesterday", for_us="Anna", for_them="Mr Tanaka").status_code == 303
    )
    assert "Agreed on" in browser.get(page).text
    reading = browser.get(f"/texts/read?meeting={meeting.ref}&from=joint-{ref}").text
    assert "share a list of contacts by June 2027" in reading
    assert '<option selected value="joint statement">' in reading
    readout = fill(browser, f"{page}/readout", title="Joint statement", lower="y", because="Both publish it.")
    assert readout.status_code == 303
    assert "The sides act on 3 June 2027." in browser.get(readout.location).text
    head = house.client(house.officer(Role.HEAD_OF_DESK))
    assert "Approve" in head.get(readout.location).text
    assert "to be lowered from" in head.get("/audit").text


def test_the_paper_comes_in_each_sides_copy_and_as_every_file(at_meeting):
    house, browser, meeting = at_meeting
    ref = opened(browser, meeting)
    assert version(browser, ref, "sent", OURS).status_code == 303
    page = f"/joint-statements/{ref}/paper"
    assert "European Union and Japan" in browser.get(page).text
    assert "Japan and European Union" in browser.get(f"{page}?first=theirs").text
    assert "<strong>[date tbc]</strong>" in browser.get(page).text
    for file, start in (("pdf", b"%PDF"), ("docx", b"PK"), ("md", b""), ("txt", b"")):
        answer = browser.get(f"{page}.{file}?first=theirs")
        assert answer.status_code == 200
        assert answer.data.startswith(start)
        assert answer.headers["Content-Disposition"] == f"attachment; filename=joint-statement-{ref}.{file}"
    assert "joint-statement, version 1" in house.client(house.officer(Role.HEAD_OF_DESK)).get("/audit").text
    assert browser.get(f"{page}?number=9").status_code == 404
    low = browser.get(f"{page}?up_to=0").text
    assert "The joint statement" in low.split("Left out, and why")[1]
    assert "date tbc" not in low


def test_a_house_gives_the_parts_its_own_headings(at_meeting):
    house, browser, meeting = at_meeting
    ref = opened(browser, meeting)
    version(browser, ref, "sent", "We [act]. And more.\n\nWe meet.")
    admin = house.client(house.officer(Role.ADMINISTRATOR))
    path = "/papers/joint-statement"
    answer = admin.post(path, {
        **admin.carried(path), "parts-0-key": "joint_open", "parts-0-shown": "y", "parts-0-place": "1",
        "parts-0-heading": "Still in brackets", "parts-1-key": "joint_text", "parts-1-shown": "y",
        "parts-1-place": "2", "parts-1-heading": "The text",
    })  # fmt: skip
    assert answer.status_code == 303
    sheet = browser.get(f"/joint-statements/{ref}/paper").text.split('<article class="paper"')[1]
    assert sheet.index("Still in brackets") < sheet.index("The text")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": ""}, "Write or paste the text."),
        ({"text": "We [act."}, "a bracket opens that is not closed"),
        ({"on": ""}, "Say on which day it was sent."),
        ({"on": "2026"}, "Give one day"),
        ({"on": "3 December 2096"}, "still to come"),
        ({"how": "eaten"}, "Choose one of those listed."),
        ({"text": "x" * 100_001}, "at most 100,000 fit here"),
        ({"text": "SECRET UE/EU SECRET\n\nWe act."}, "The text is marked"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(at_meeting, typed, sentence):
    _, browser, meeting = at_meeting
    ref = opened(browser, meeting)
    fields = {"how": "sent", "on": "yesterday", "text": "We act on ransomware.", **typed}
    answer = version(browser, ref, **fields)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert fields["text"][:20] in answer.text


def test_a_stale_version_is_not_recorded_and_keeps_every_word(at_meeting):
    house, browser, meeting = at_meeting
    ref = opened(browser, meeting)
    path = f"/joint-statements/{ref}/versions/add"
    fields = {"through": "", "marking": "1"}
    mine = {
        **browser.carried(path),
        **fields,
        "how": "received",
        "on": "yesterday",
        "text": "What they sent.",
    }
    ours = {**browser.carried(path), **fields, "how": "drafted", "on": "", "text": "What we drafted."}
    assert version(browser, ref, "drafted", "What a colleague drafted.", on="").status_code == 303
    for sent, sentence in ((mine, "Meanwhile version 1 was recorded"), (ours, "What a colleague drafted.")):
        answer = browser.post(path, sent)
        assert answer.status_code == 409
        assert sentence in answer.text
        assert sent["text"] in answer.text
    again = re.search(r'name="version" value="(\d+)"', answer.text)[1]
    assert browser.post(path, {**mine, "version": again}).status_code == 303
    page = f"/joint-statements/{ref}/agree"
    stale = browser.carried(page)
    assert version(browser, ref, "received", "Another.").status_code == 303
    late = browser.post(page, {**stale, "on": "yesterday", "for_us": "A", "for_them": "B", "word": ""})
    assert late.status_code == 409
    assert 'value="yesterday"' in late.text
    assert "Somebody recorded something here meanwhile" in late.text
    with house.system() as work:
        row = work.one(queries.joint_statements.by_ref(ref))
        assert (row.state, row.latest) == (State.WITH_US, 3)


@pytest.mark.parametrize(
    ("role", "desk", "clearance", "status"),
    [
        (Role.READER, "Asia desk", 2, 403),
        (Role.ADMINISTRATOR, None, 2, 404),
        (Role.DESK_OFFICER, "Europe desk", 2, 404),
        (Role.DESK_OFFICER, "Asia desk", 0, 404),
    ],
)
def test_who_may_not(at_meeting, role, desk, clearance, status):
    house, browser, meeting = at_meeting
    ref = opened(browser, meeting)
    version(browser, ref, "sent", "We act on xylobrontics.")
    other = house.client(house.officer(role, desk=desk, clearance=clearance))
    page = f"/joint-statements/{ref}"
    for form in ("versions/add", "sent", "agree", "break-off", "revise"):
        assert other.get(f"{page}/{form}").status_code == status
    token = other.carried("/account")["csrf_token"]
    assert other.post(f"{page}/agree", {"csrf_token": token}).status_code == status
    for look in ("", "/changes", "/paper", "/paper.txt"):
        assert other.get(page + look).status_code == (200 if status == 403 else 404)
    found = other.get("/search?q=xylobrontics").text.count("joint-versions/")
    assert found == (1 if status == 403 else 0)


def test_without_proof_of_origin_nothing_is_recorded(at_meeting):
    house, browser, meeting = at_meeting
    ref = opened(browser, meeting)
    answer = browser.post(
        f"/joint-statements/{ref}/versions/add", {"how": "drafted", "text": "We act.", "marking": "1"}
    )
    assert answer.status_code in {400, 422}
    with house.system() as work:
        assert work.one(queries.joint_statements.by_ref(ref)).latest == 0


def test_the_pages_ask_as_often_for_forty_versions_as_for_two(at_meeting):
    house, browser, meeting = at_meeting
    ref = opened(browser, meeting)
    pages = [f"/joint-statements/{ref}", f"/joint-statements/{ref}/changes", f"/meetings/{meeting.ref}"]

    def counted():
        found = []
        for page in pages:
            browser.get(page)
            with house.statements() as seen:
                assert browser.get(page).status_code == 200
            found.append(len(seen))
        return found

    for number in range(2):
        version(browser, ref, "sent", f"We [act] {number}.")
    few = counted()
    for number in range(2, 40):
        version(
            browser,
            ref,
            "received" if number % 2 else "sent",
            f"We [act] [now] {number}.\n\nWe meet {number}.",
        )
    assert counted() == few
