"""The main job, end to end, as a desk officer and her head of desk do it, on a screen and on a telephone."""

import hashlib
import io
import re
from collections.abc import Callable
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from icalendar import Calendar
from playwright.sync_api import Page, expect
from pypdf import PdfReader


def to(page: Page, noun: str) -> None:
    """Go to one of the nouns of the bar, through the menu where the bar has no room."""
    if page.viewport_size and page.viewport_size["width"] < 700:
        page.get_by_text("Menu", exact=True).click()
    page.get_by_role("link", name=noun, exact=True).locator("visible=true").first.click()


def fits(page: Page) -> None:
    """Nothing makes the page scroll sideways."""
    page.wait_for_load_state()  # a page that has only just begun has nothing to be measured
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px too wide"


def polled(address: str, **headers: str) -> tuple[int, str, str]:
    """Status, ETag and text that a calendar program is answered."""
    try:
        with urlopen(Request(address, headers=headers)) as answer:
            return answer.status, answer.headers["ETag"], answer.read().decode()
    except HTTPError as fault:
        return fault.code, "", ""


def test_from_sign_in_to_the_calendar(signed_in: Callable[..., Page], demo: str, width: int) -> None:
    anna = signed_in("anna", width)
    what = f"Walk at {width}"

    # the desk's real dialogues
    expect(anna.get_by_role("heading", level=1)).to_contain_text(re.compile(r"day, \d+"))
    fits(anna)
    to(anna, "Dialogues")
    anna.get_by_role("link", name="EU-Japan Cyber Dialogue").first.click()
    expect(anna.get_by_role("link", name=re.compile("^7th round"))).to_be_visible()
    fits(anna)

    # a meeting in under a minute: five fields
    anna.goto("/")
    anna.get_by_role("link", name=re.compile(r"^Log")).locator("visible=true").click()
    anna.get_by_label("With whom").fill("Japan")
    anna.get_by_label("When").fill("yesterday 15:00")
    anna.get_by_label("Who was there (optional)", exact=True).fill("Tanaka (田中), Director, MOFA; Sato, NCO")
    anna.get_by_label("What happened").fill(f"{what}: they asked for an early date.")
    anna.get_by_label("What follows").fill(f"Anna sends the paper of {what} by 2 January 2020")
    anna.get_by_role("button", name="Log the meeting").click()

    # a slip is told at its field, and nothing typed is lost
    expect(anna.get_by_text("The due date is before the meeting").first).to_be_visible()
    expect(anna.get_by_label("What happened")).to_have_value(f"{what}: they asked for an early date.")
    fits(anna)
    anna.get_by_label("What follows").fill(f"Anna sends the paper of {what} by yesterday")
    anna.get_by_role("button", name="Log the meeting").click()
    expect(anna.get_by_role("heading", name="Logged, and understood so")).to_be_visible()
    expect(anna.get_by_text("田中").first).to_be_visible()
    expect(anna.get_by_text(f"{what}: they asked for an early date.").first).to_be_visible()
    fits(anna)
    meeting = anna.url.partition("?")[0]

    # what was promised
    anna.goto(meeting)
    anna.get_by_role("link", name="File a commitment").first.click()
    promise = f"Share the first draft of {what} by the end of March 2027"
    anna.get_by_label("The sentence").fill(promise)
    anna.get_by_label("Who promised").select_option(label="Theirs: they promised")
    anna.get_by_role("button", name="File the commitment").click()
    expect(anna.get_by_text(promise).first).to_be_visible()
    fits(anna)

    # the ledger
    to(anna, "Partners")
    anna.get_by_role("link", name="Japan", exact=True).first.click()
    expect(anna.get_by_text(promise).first).to_be_visible()
    fits(anna)

    # the head of desk's review
    clara = signed_in("clara", width)
    clara.goto("/review")
    row = clara.locator("[data-row]", has_text=f"sends the paper of {what}")
    expect(row).to_be_visible()
    expect(row).to_contain_text("Anna Lind")
    fits(clara)

    # the readout: drafted, approved by another, released, downloaded
    anna.goto(meeting)
    anna.get_by_role("link", name="Draft a readout").first.click()
    anna.get_by_role("button", name="Draft it from the record").click()
    expect(anna.get_by_role("heading", name="The sheet")).to_be_visible()
    fits(anna)
    clara.goto(anna.url)
    clara.get_by_role("button", name="Approve").click()
    clara.get_by_role("button", name=re.compile("^Release")).click()
    clara.get_by_role("link", name=re.compile("Number 1, PDF")).click(trial=True)
    printed = clara.locator("code.figures").inner_text()
    anna.reload()
    with anna.expect_download() as waiting:
        anna.get_by_role("link", name=re.compile("Number 1, PDF")).click()
    pdf = waiting.value.path().read_bytes()
    assert hashlib.sha256(pdf).hexdigest() == printed
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages)
    assert promise in " ".join(text.split())
    assert "田中" in text

    # the calendar, read by a program that knows nothing but its address
    anna.goto("/subscriptions")
    anna.get_by_label("Name of the calendar").fill(what)
    anna.get_by_role("button", name="Make the link").click()
    address = anna.locator("code.secret").inner_text().strip()
    fits(anna)
    status, etag, feed = polled(address)
    titles = [str(event["summary"]) for event in Calendar.from_ical(feed).walk("VEVENT")]
    assert status == 200
    assert any("EU-Japan Cyber Dialogue" in title for title in titles)
    assert "early date" not in feed  # the title, the place and the day, nothing of the substance
    assert polled(address, **{"If-None-Match": etag})[0] == 304

    # and ended: the program is told so once, in the calendar itself
    anna.goto("/subscriptions")
    anna.get_by_role("row", name=re.compile(what)).get_by_role("button", name="End this link").click()
    told = polled(address)[2]
    assert [title for title in titles if title in told] == []
