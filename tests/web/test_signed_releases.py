"""A house with a key signs what it releases, or releases nothing; whoever verifies the file is told."""

import hashlib
import io
import re

import pytest

from app import services
from app.domain.access import Role
from app.signing import KeyFile
from tests import a
from tests.certificates import MINISTRY, PASSWORD, key_file


@pytest.fixture
def approved(house):
    """An approved readout: the house, the browser of a head of desk, and its page."""
    author, head = house.officer(), house.officer(Role.HEAD_OF_DESK)
    meeting = a.meeting(house, a.dialogue(house), title="Talks", summary="The two sides met.")
    with house.work(house.viewer(author)) as work:
        ref = services.readouts.draft(work, "meetings", meeting.ref, "Readout of the talks", "internal").ref
    boss, page = house.client(head), f"/readouts/{ref}"
    boss.post(f"{page}/approve", boss.carried(page))
    return house, boss, page


def verified(browser, body):
    sent = {**browser.carried("/verify"), "file": (io.BytesIO(body), "readout.pdf")}
    return browser.post("/verify", sent, content_type="multipart/form-data").text


def released_file(boss, page):
    return boss.get(re.search(r"/releases/\w+\.pdf", boss.get(page).text)[0]).data


def test_what_is_released_is_signed_and_the_stored_bytes_are_the_signed_ones(approved, tmp_path):
    house, boss, page = approved
    house.app.config["SIGNER"] = KeyFile(key_file(tmp_path), PASSWORD)
    assert f"It will be signed as “{MINISTRY}”." in boss.get(page).text
    assert boss.post(f"{page}/release", boss.carried(page)).status_code == 303
    pdf = released_file(boss, page)
    assert hashlib.sha256(pdf).hexdigest() in boss.get(page).text
    said = verified(boss, pdf)
    assert "A released version, unchanged" in said
    assert f"Signed by “{MINISTRY}”; the signature covers the whole file and is intact." in said
    changed = pdf.replace(b"/MediaBox", b"/Mediabox", 1)
    assert "the file was changed after it was signed" in verified(boss, changed)


@pytest.mark.parametrize(
    ("days", "password", "why"), [((-9, -1), PASSWORD, "ended on"), ((-1, 9), "x", "password is")]
)
def test_a_key_that_cannot_be_used_is_told_and_nothing_is_released_unsigned(
    approved, tmp_path, days, password, why
):
    house, boss, page = approved
    house.app.config["SIGNER"] = KeyFile(key_file(tmp_path, days=days), password)
    assert why in boss.get(page).text
    answer = boss.post(f"{page}/release", boss.carried(page))
    assert answer.status_code == 422
    assert "Nothing can be released now" in answer.text
    assert why in answer.text
    assert "/releases/" not in boss.get(page).text
    house.app.config["SIGNER"] = None
    assert boss.post(f"{page}/release", boss.carried(page)).status_code == 303
    assert "It carries no signature." in verified(boss, released_file(boss, page))


def test_under_embargo_it_is_signed_too(approved, tmp_path):
    house, boss, page = approved
    house.app.config["SIGNER"] = KeyFile(key_file(tmp_path, curve=True), PASSWORD)
    assert "It will be signed as" in boss.get(f"{page}/embargo").text
    boss.submit(f"{page}/embargo", {"day": "2099-01-02", "time": "10:00"})
    assert "covers the whole file" in verified(boss, released_file(boss, page))
