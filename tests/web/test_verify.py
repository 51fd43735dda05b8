"""Verify: a released file is known by its bytes, a changed one by what it says of itself, the rest not at all."""

import io
import re

import pikepdf
import pytest

from app import services
from app.domain.access import Role
from tests import a


@pytest.fixture
def released(house):
    """A released readout: the house, a reader of it, its page and its bytes."""
    author, head = house.officer(), house.officer(Role.HEAD_OF_DESK)
    meeting = a.meeting(house, a.dialogue(house), title="Talks", summary="The two sides met.")
    with house.work(house.viewer(author)) as work:
        ref = services.readouts.draft(work, "meetings", meeting.ref, "Readout of the talks", "internal").ref
    boss, page = house.client(head), f"/readouts/{ref}"
    draft = boss.get(f"{page}/preview.pdf").data
    boss.post(f"{page}/approve", boss.carried(page))
    boss.post(f"{page}/release", boss.carried(page))
    pdf = boss.get(re.search(r"/releases/\w+\.pdf", boss.get(page).text)[0]).data
    return house, boss, page, pdf, draft


def asked(browser, body, name="readout.pdf"):
    """The page's answer about a file."""
    carried = browser.carried("/verify")
    return browser.post(
        "/verify", {**carried, "file": (io.BytesIO(body), name)}, content_type="multipart/form-data"
    )


def changed(pdf):
    """The same file with one word more in its metadata."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.docinfo["/Title"] = "Another title"
        out = io.BytesIO()
        file.save(out)
    return out.getvalue()


def test_a_released_file_is_known_by_its_bytes(released):
    _, boss, page, pdf, _ = released
    answer = asked(boss, pdf).text
    assert "A released version, unchanged" in answer
    assert "number 1 of “Readout of the talks”" in answer
    boss.submit(f"{page}/withdraw", {"because": "The date was wrong"})
    assert "It was withdrawn: The date was wrong" in asked(boss, pdf).text


def test_a_changed_file_and_a_draft_are_said_to_be_none(released):
    _, boss, _, pdf, draft = released
    for body in (changed(pdf), draft, pdf + b"\n"):
        answer = asked(boss, body).text
        assert "Not a released version" in answer
        assert "Readout of the talks" in answer


def test_of_what_one_may_not_know_nothing_is_said(released):
    house, _, _, pdf, _ = released
    other = house.client(house.officer(Role.DESK_OFFICER, desk="Europe desk"))
    for body in (pdf, changed(pdf)):
        answer = asked(other, body).text
        assert "Not known here" in answer
        assert "Readout of the talks" not in answer


@pytest.mark.parametrize("body", [b"", b"GIF89a", b"%PDF-1.7\nnonsense", b"%PDF-" + b"\0" * 1000])
def test_what_is_no_pdf_gets_a_sentence(released, body):
    _, boss, _, _, _ = released
    answer = asked(boss, body)
    assert answer.status_code == 422
    assert "PDF" in answer.text


def test_a_command_says_the_same(released, tmp_path):
    house, _, _, pdf, _ = released
    file = tmp_path / "file.pdf"
    for body, code, word in ((pdf, 0, "released"), (changed(pdf), 1, "changed"), (b"no", 1, "no PDF")):
        file.write_bytes(body)
        result = house.app.test_cli_runner().invoke(args=["verify", str(file)])
        assert result.exit_code == code
        assert word in result.output
