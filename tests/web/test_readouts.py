"""The pages of readouts: the list, the paragraphs beside the sheet, the acts, the files."""

import re

import pytest

from app import queries
from app.domain.access import Role
from tests import a

PASSAGES = [
    {"heading": "Summary", "voice": "summary", "text": "The two sides met.", "marking": 0, "kept": True},
    {
        "heading": "Norms",
        "voice": "they said",
        "text": "They asked <script>alert(1)</script>",
        "marking": 2,
        "kept": True,
    },
]


@pytest.fixture
def desk(house):
    """A house with a draft for the public, its author's browser and a head's."""
    author, head = house.officer(), house.officer(Role.HEAD_OF_DESK)
    meeting = a.meeting(house, a.dialogue(house))
    readout = a.readout(
        house, meeting, author, audience="public", paragraphs=PASSAGES, marking=2, title="Readout 日本"
    )
    return house, house.client(author), house.client(head), meeting, f"/readouts/{readout.ref}"


def test_the_page_shows_the_paragraphs_the_sheet_and_what_is_left_out(desk):
    _, writer, _, _, page = desk
    shown = writer.get(page).text
    assert "They asked &lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "<script>alert" not in shown
    sheet = re.search(r'<article class="paper".*?</article>', shown, re.DOTALL)[0]
    assert "The two sides met." in sheet
    assert "They asked" not in sheet
    assert "“they said” never leaves the house" in shown
    assert "approves it." in shown


def test_a_paragraph_is_taken_out_from_the_page(desk):
    _, writer, _, _, page = desk
    answer = writer.press(page, f"{page}/switch", {"number": "0", "version": "1"})
    assert answer.status_code == 303
    assert answer.location.endswith("#p0")
    assert "taken out by its author" in writer.get(page).text
    assert (
        writer.press(page, f"{page}/switch", {"number": "0", "version": "1", "kept": "y"}).status_code == 409
    )
    for number in ("", "x", "99", "-1"):
        assert writer.press(page, f"{page}/switch", {"number": number}).status_code == 422


def test_the_button_carries_the_sheet_that_was_read(desk):
    house, _, boss, meeting, page = desk
    carried = boss.carried(page)
    assert len(carried["sheet"]) == 32
    a.commitment(house, meeting, sentence="Nobody has read this.")
    assert boss.post(f"{page}/approve", carried).status_code == 409
    assert boss.post(f"{page}/approve", boss.carried(page)).status_code == 303
    assert boss.post(f"{page}/release", boss.carried(page)).status_code == 303
    assert "Released as number 1" in boss.get(page).text
    shown = boss.get(page).text
    assert "Released as number 1" not in shown  # said once, on the page after the act
    assert "Number 1, PDF" in shown
    assert '<article class="paper"' not in shown
    assert boss.get(f"{page}/preview.pdf").status_code == 404


def test_characters_that_no_font_has_are_shown_before_anybody_approves(house):
    author, meeting = house.officer(), a.meeting(house, a.dialogue(house))
    passages = [{"heading": "", "voice": "summary", "text": "a \U00012000 sign", "marking": 0, "kept": True}]
    readout = a.readout(house, meeting, author, paragraphs=passages)
    assert "they would stand as boxes" in house.client(author).get(f"/readouts/{readout.ref}").text


def test_paragraphs_are_put_in_order_and_an_empty_one_is_dropped(desk):
    house, writer, _, _, page = desk
    form = writer.get(f"{page}/revise").text
    assert form.count("<legend>Paragraph ") == 3
    fields = {"title": "Readout", "note": "", "because": "Agreed for the press."}
    for number, (place, text) in enumerate([("2", "second"), ("1", "first"), ("3", "")]):
        part = {
            "place": place,
            "text": text,
            "heading": "Norms",
            "voice": "summary",
            "marking": "0",
            "kept": "y",
        }
        fields |= {f"passages-{number}-{name}": value for name, value in part.items()}
    assert writer.submit(f"{page}/revise", fields).status_code == 303
    with house.system() as work:
        readout = work.one(queries.readouts.by_ref(page.rsplit("/", 1)[1]))
    assert [p["text"] for p in readout.paragraphs] == ["first", "second"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": ""}, "Give the readout a title."),
        ({"passages-0-text": "EU SECRET\nx"}, "above the ceiling"),
        ({"passages-0-voice": "the devil"}, "Choose one of those listed."),
        ({"passages-0-marking": "3"}, "Choose one of those listed."),
        ({"passages-0-place": "first"}, "whole number"),
    ],
)
def test_what_is_wrong_with_a_text_is_said_and_nothing_typed_is_lost(desk, fields, sentence):
    _, writer, _, _, page = desk
    part = {"place": "1", "text": "typed", "heading": "", "voice": "summary", "marking": "0", "kept": "y"}
    sent = {"title": "T", "note": "kept", **{f"passages-0-{n}": v for n, v in part.items()}, **fields}
    answer = writer.submit(f"{page}/revise", sent)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "kept" in answer.text


def test_a_stale_text_comes_back_with_both_versions(desk):
    _, writer, boss, _, page = desk
    part = {"place": "1", "text": "mine", "heading": "", "voice": "summary", "marking": "0", "kept": "y"}
    sent = {"title": "Mine", "note": "", **{f"passages-0-{n}": v for n, v in part.items()}}
    early = boss.carried(f"{page}/revise")
    assert writer.submit(f"{page}/revise", {**sent, "title": "Theirs"}).status_code == 303
    answer = boss.post(f"{page}/revise", {**early, **sent})
    assert answer.status_code == 409
    assert "mine" in answer.text
    assert "Theirs" in answer.text


def test_files_are_handed_out_safely(desk):
    _, writer, boss, _, page = desk
    draft = writer.get(f"{page}/preview.pdf")
    assert (draft.mimetype, draft.data[:5]) == ("application/pdf", b"%PDF-")
    boss.post(f"{page}/approve", boss.carried(page))
    boss.post(f"{page}/release", boss.carried(page))
    path = re.search(r"/releases/\w+\.pdf", writer.get(page).text)[0]
    file = writer.get(path)
    assert file.headers["Content-Disposition"].startswith("attachment; filename=readout-")
    assert "sandbox" in file.headers["Content-Security-Policy"]
    assert file.headers["Cache-Control"] == "no-store"


def test_the_list_is_narrowed_and_unknown_words_narrow_nothing(desk):
    _, writer, _, _, _ = desk
    for query, shown in (
        ("", True),
        ("?stage=draft&audience=public", True),
        ("?stage=released", False),
        ("?audience=internal", False),
        ("?stage=nonsense&audience=%00&page=abc", True),
        ("?page=999999999999", True),
    ):
        assert ("Readout 日本" in writer.get(f"/readouts{query}").text) is shown, query


def test_the_list_asks_as_much_for_many_as_for_one(desk):
    house, writer, _, meeting, _ = desk
    author = house.officer()
    with house.statements() as few:
        writer.get("/readouts")
    for _ in range(12):
        a.readout(house, meeting, author)
    with house.statements() as many:
        writer.get("/readouts")
    assert len(few) == len(many)


def test_the_page_asks_as_much_for_a_long_record_as_for_a_short_one(desk):
    house, writer, _, meeting, page = desk
    with house.statements() as few:
        writer.get(page)
    for _ in range(6):
        a.commitment(house, meeting)
    with house.statements() as many:
        writer.get(page)
    assert len(few) == len(many)


def test_without_an_event_there_is_nothing_to_draft_from(desk):
    _, writer, _, meeting, _ = desk
    assert writer.get("/readouts/draft").status_code == 404
    assert writer.get("/readouts/draft?meeting=../../etc").status_code == 404
    assert writer.get(f"/readouts/draft?round={meeting.ref}").status_code == 404


def test_a_reader_sees_no_buttons(desk):
    house, _, _, _, page = desk
    shown = house.client(house.officer(Role.READER)).get(page).text
    for word in ("Take out", "Work on it", "Approve", "Release to"):
        assert word not in shown


@pytest.mark.parametrize("file", ["docx", "md", "txt"])
def test_a_draft_goes_along_as_a_text_file_and_the_log_says_so(desk, file):
    _, writer, boss, _, page = desk
    answer = writer.get(f"{page}/draft.{file}")
    assert answer.status_code == 200
    assert f"draft-{page.split('/')[2]}.{file}" in answer.headers["Content-Disposition"]
    if file != "docx":
        assert "The two sides met." in answer.text
        assert "They asked" not in answer.text  # never leaves the house
    assert f"the draft as {file}" in boss.get("/audit").text
    boss.post(f"{page}/approve", boss.carried(page))
    boss.post(f"{page}/release", boss.carried(page))
    assert writer.get(f"{page}/draft.{file}").status_code == 404  # what is released is the file that left
