"""A round is written down, told to the public, cleared by two at once, approved by a third, released and corrected."""

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from app.domain.access import Role
from app.models.officer import Officer
from tests import a
from tests.house_for_tests import PASSWORD, TestHouse, today
from tests.walks.served import free_port, served
from tests.walks.test_pages_for_everybody import findings
from tests.walks.test_the_main_job import fits

UNTIL = today() + timedelta(days=7)
OURS_ALONE = "They are under pressure to show a result this year."
FIRST = "The sides exchanged views on ransomware against hospitals."
BETTER = "The sides exchanged views on ransomware and on the security of hospitals."
CORRECT = "The sides exchanged views on ransomware and on the safety of hospitals."


@pytest.fixture
def office(sqlite_house: TestHouse) -> Iterator[tuple[str, dict[str, Officer], str]]:
    """The address of an office, its people by what they do, and the round that was held a week ago."""
    people = {name: sqlite_house.officer() for name in ("author", "legal", "policy")}
    people["head"] = sqlite_house.officer(Role.HEAD_OF_DESK)
    round_ = a.round_(sqlite_house, a.dialogue(sqlite_house), number=7, on=today() - timedelta(days=7))
    port = free_port()
    settings = {"RAPPORTEUR_PUBLIC_URL": f"http://127.0.0.1:{port}"}
    with served(sqlite_house.app.config["HOUSE"].data, port=port, settings=settings) as server:
        yield server.address, people, f"/rounds/{round_.ref}"


@pytest.fixture
def enter(
    chromium: Browser, office: tuple[str, dict[str, Officer], str], width: int
) -> Iterator[Callable[[str], Page]]:
    """Somebody's own browser, signed in; what a page complains of fails the walk."""
    address, people, _ = office
    complaints: list[str] = []
    contexts = []

    def signed_in(who: str) -> Page:
        contexts.append(chromium.new_context(base_url=address, viewport={"width": width, "height": 900}))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.goto("/sign-in")
        page.get_by_label("E-mail address").fill(people[who].email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile(r"day, \d+"))
        return page

    yield signed_in
    for context in contexts:
        context.close()
    assert complaints == []


def headed(page: Page, title: str) -> None:
    """The page with this heading is there, fits, and can be used by everybody."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    page.wait_for_load_state()
    assert findings(page) == [], page.url


def part(page: Page, title: str) -> Locator:
    """A section of the page by its heading."""
    return page.get_by_role("region", name=title)


def note(page: Page, voice: str, text: str, button: str) -> None:
    """One paragraph of the notes."""
    headed(page, "Write a note")
    page.get_by_label("Who speaks").select_option(label=voice)
    page.get_by_label("Text", exact=False).first.fill(text)
    page.get_by_role("button", name=button).click()


def answer(page: Page, said: str, word: str = "") -> None:
    """From one's desk to the text that waits, and the answer."""
    page.goto("/")
    part(page, "Waiting for your clearance").get_by_role("link", name="Seventh round", exact=True).click()
    headed(page, "Seventh round")
    part(page, "Next").get_by_role("link", name="Answer").click()
    say(page, said, word)


def say(page: Page, said: str, word: str = "") -> None:
    """The answer itself, with the text before one's eyes."""
    headed(page, "Your clearance")
    expect(part(page, "The text")).to_contain_text("The sides exchanged views")
    page.get_by_label("Cleared?").select_option(label=said)
    if word:
        page.get_by_label("What has to change").fill(word)
    page.get_by_role("button", name="Save the answer").click()
    expect(page.get_by_text("Noted.")).to_be_visible()


def verify(page: Page, file: Path) -> Locator:
    """What the office says of a file."""
    page.goto("/readouts")
    page.get_by_role("link", name="Verify a file").click()
    headed(page, "Verify a file")
    page.get_by_label("The PDF").set_input_files(file)
    page.get_by_role("button", name="Verify it").click()
    finding = page.get_by_role("status").first
    expect(finding).to_be_visible()
    fits(page)
    return finding


def fetched(page: Page, number: int, to: Path) -> Path:
    """A released PDF as it is downloaded; it is the file whose hash the page shows."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=re.compile(f"Number {number}, PDF")).click()
    waiting.value.save_as(to)
    expect(page.locator("code.figures")).to_have_text(hashlib.sha256(to.read_bytes()).hexdigest())
    return to


def test_cleared_by_two_approved_by_a_third_released_and_corrected(
    enter: Callable[[str], Page], office: tuple[str, dict[str, Officer], str], tmp_path: Path
) -> None:
    people, round_page = office[1], office[2]
    author, legal, policy, head = (enter(who) for who in ("author", "legal", "policy", "head"))

    # what happened: what may be told, and what stays in the house
    author.goto(round_page)
    author.get_by_role("link", name="Write a note").click()
    note(author, "Summary", FIRST, "Save and write the next")
    expect(author.get_by_role("status").first).to_be_visible()
    note(author, "Assessment", OURS_ALONE, "Save the paragraph")
    expect(part(author, "Agenda and notes")).to_contain_text(OURS_ALONE)
    fits(author)

    # a version for the public: what is left out of it, and why
    author.get_by_role("link", name="Draft a readout").first.click()
    headed(author, "Draft a readout")
    author.get_by_label("Title").fill("Seventh round")
    author.get_by_label("For whom").select_option(label="Public: what may leave the house")
    author.get_by_role("button", name="Draft it from the record").click()
    headed(author, "Seventh round")
    readout = author.url
    left_out = part(author, "Left out of this version, and why")
    expect(left_out).to_contain_text(OURS_ALONE)
    expect(left_out).to_contain_text("“assessment” never leaves the house")
    expect(left_out).to_contain_text("marked too high for this version")
    expect(part(author, "Next")).to_contain_text("No paragraph goes into this version yet.")

    # what may leave the house is lowered, paragraph by paragraph
    part(author, "Next").get_by_role("link", name="Work on the text").click()
    headed(author, "Work on the readout")
    author.get_by_role("group", name="Paragraph 1").get_by_label("Marking").select_option(label="TLP:CLEAR")
    author.get_by_role("button", name="Save the readout").click()
    expect(author.get_by_role("alert")).to_contain_text("Say why the words may be known further")
    author.get_by_label("Why words are marked lower").fill("Both sides announced the round.")
    author.get_by_role("button", name="Save the readout").click()
    headed(author, "Seventh round")
    expect(left_out).not_to_contain_text("marked too high")
    expect(part(author, "The sheet")).to_contain_text(FIRST)
    expect(part(author, "The sheet")).not_to_contain_text(OURS_ALONE)

    # two are asked at once
    part(author, "Next").get_by_role("link", name="Ask for clearance").click()
    headed(author, "Ask for clearance")
    for who in ("legal", "policy"):
        author.get_by_label(re.compile(f"^{people[who].name}\\b")).check()
    author.get_by_label("Until", exact=True).fill(f"{UNTIL.day} {UNTIL:%B %Y}")
    author.get_by_role("button", name="Ask them").click()
    expect(author.get_by_text("2 asked.")).to_be_visible()
    expect(part(author, "Next")).to_contain_text("2 people have not cleared it yet")
    fits(author)

    # one clears it; the other mends a paragraph, and the first is asked again
    answer(legal, "Cleared")
    policy.goto(readout)
    policy.get_by_role("link", name="Work on it").click()
    headed(policy, "Work on the readout")
    policy.get_by_role("group", name="Paragraph 1").get_by_label("Text").fill(BETTER)
    policy.get_by_role("button", name="Save the readout").click()
    headed(policy, "Seventh round")
    answer(policy, "Cleared with changes", "Say the security of hospitals.")
    legal.goto("/")
    part(legal, "Waiting for your clearance").get_by_role("link", name="Seventh round", exact=True).click()
    headed(legal, "Seventh round")
    expect(part(legal, "Next")).to_contain_text("the text was changed after it was cleared")
    part(legal, "Next").get_by_role("link", name="What changed").click()
    headed(legal, "What changed")
    expect(legal.locator(".changes", has_text="security of hospitals").locator("ins").first).to_be_visible()
    legal.get_by_role("link", name="Answer").click()
    say(legal, "Cleared")

    # a third approves and releases
    head.goto("/")
    part(head, "Waiting for your approval").get_by_role("link", name="Seventh round").click()
    headed(head, "Seventh round")
    expect(part(head, "Clearance")).to_contain_text("Say the security of hospitals.")
    expect(head.get_by_text("Both sides announced the round.").first).to_be_visible()
    head.get_by_role("button", name="Approve").click()
    expect(head.get_by_text("Approved.")).to_be_visible()
    head.get_by_role("button", name="Release to the public").click()
    expect(head.get_by_text("Released as number 1.")).to_be_visible()
    author.goto(readout)
    old = fetched(author, 1, tmp_path / "old.pdf")

    # corrected: a new version supersedes the old one, and both are kept
    part(author, "Next").get_by_role("button", name="Correct it").click()
    expect(author.get_by_text("which it supersedes once it is released")).to_be_visible()
    author.get_by_role("link", name="Work on it").click()
    headed(author, "Work on the readout")
    author.get_by_role("group", name="Paragraph 1").get_by_label("Text").fill(CORRECT)
    author.get_by_role("button", name="Save the readout").click()
    headed(author, "Seventh round")
    corrected = author.url
    assert corrected != readout
    head.goto(corrected)
    head.get_by_role("button", name="Approve").click()
    expect(head.get_by_text("Approved.")).to_be_visible()
    head.get_by_role("button", name="Release to the public").click()
    expect(head.get_by_text("Released as number 2.")).to_be_visible()
    author.goto(corrected)
    new = fetched(author, 2, tmp_path / "new.pdf")
    author.goto(readout)
    expect(part(author, "Released")).to_contain_text("by a corrected version")
    fits(author)
    part(author, "Released").get_by_role("link", name="corrected version").click()
    expect(author).to_have_url(corrected)

    # verified: the old one, the new one, and one of which a byte was changed
    said = verify(author, old)
    expect(said).to_contain_text("A released version, superseded by a corrected one")
    expect(said).to_contain_text("number 1 of “Seventh round”, unchanged")
    said = verify(author, new)
    expect(said).to_contain_text("A released version, unchanged")
    expect(said).to_contain_text("Released to the public")
    forged = tmp_path / "forged.pdf"
    body = bytearray(new.read_bytes())
    body[-20] ^= 1
    forged.write_bytes(body)
    expect(verify(author, forged)).to_contain_text("Not a released version")
