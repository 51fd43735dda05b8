"""A joint statement is pasted, its promise reviewed, the owner reminded by a real letter, and the promise kept."""

import re
import time
from datetime import date
from email.message import EmailMessage

from playwright.sync_api import Browser, Page, expect

from app.domain.access import Role
from app.models.officer import Officer
from tests import a
from tests.house_for_tests import PASSWORD, TestHouse
from tests.mail import Box, mail_server
from tests.walks.served import free_port, served
from tests.walks.test_the_main_job import fits

STATEMENT = """The two sides exchanged views on norms.

The EU will share its guidance for hospitals with Japan by 15 January 2026."""


def test_pasted_reviewed_reminded_kept(chromium: Browser, sqlite_house: TestHouse) -> None:
    anna, clara = sqlite_house.officer(), sqlite_house.officer(Role.HEAD_OF_DESK)
    round_ = a.round_(sqlite_house, a.dialogue(sqlite_house), number=7, on=date(2025, 12, 1))
    port = free_port()
    with mail_server() as (box, mail):
        settings = {
            "RAPPORTEUR_PUBLIC_URL": f"http://127.0.0.1:{port}",
            "RAPPORTEUR_SMTP_HOST": "127.0.0.1",
            "RAPPORTEUR_SMTP_PORT": str(mail.port),
            "RAPPORTEUR_SMTP_SECURITY": "none",
            "RAPPORTEUR_MAIL_FROM": "desk@ministry.example",
        }
        with served(sqlite_house.app.config["HOUSE"].data, port=port, settings=settings) as server:
            page = signed_in(chromium, server.address, anna)

            # pasted: the promise is filed from its sentence, and our next step towards it noted
            page.goto(f"/rounds/{round_.ref}")
            page.get_by_role("link", name="Read a text for commitments").click()
            page.get_by_role("textbox", name="The text (optional)").fill(STATEMENT)
            page.get_by_label("Said on").fill("1 December 2025")
            page.get_by_role("button", name="Read the text").click()
            expect(page.locator("mark.passage-offered")).to_have_count(1)
            page.locator("[data-row]").get_by_role("button", name=re.compile("^File")).first.click()
            expect(page.locator("mark.passage-filed")).to_have_count(1)
            page.get_by_role("link", name=re.compile("share its guidance for hospitals")).first.click()
            promise = page.url
            page.get_by_role("link", name="Add a follow-up").first.click()
            page.get_by_label("What").first.fill("Send the guidance to the embassy")
            page.get_by_label("By when").fill("10 January 2026")
            page.get_by_role("button", name=re.compile("follow-up")).last.click()

            # reviewed: it is overdue, and the head of desk asks how it stands
            head = signed_in(chromium, server.address, clara)
            head.goto("/review")
            row = head.locator("[data-row]", has_text="Send the guidance to the embassy")
            expect(row.get_by_text(re.compile("days late"))).to_be_visible()
            row.get_by_role("button", name=re.compile("^Nudge")).click()
            expect(head.get_by_text("Owner nudged.")).to_be_visible()
            fits(head)

            # reminded: one letter, whose link leads to the page
            letter = arrived(box, anna)
            [address] = re.findall(r"http://\S+/follow-ups/\S+", letter.get_content())
            page.goto(address)
            expect(page.get_by_role("heading", level=1)).to_contain_text("Send the guidance")

            # kept: the step is done, the promise kept with its evidence
            page.get_by_role("link", name=re.compile("Done|status|Move", re.IGNORECASE)).first.click()
            page.get_by_label(re.compile("status", re.IGNORECASE)).select_option(label="Done")
            page.get_by_label("In a sentence").fill("Handed over at the embassy.")
            page.locator("main button[type=submit]").first.click()
            page.goto(promise)
            page.get_by_role("link", name=re.compile("New status|Kept", re.IGNORECASE)).first.click()
            page.get_by_label(re.compile("status", re.IGNORECASE)).select_option(label="Kept")
            page.get_by_label("In a sentence").fill("The guidance was handed over.")
            page.get_by_label("Evidence").fill("Note verbale of 12 January 2026")
            page.locator("main button[type=submit]").first.click()
            expect(page.get_by_text("kept", exact=True).first).to_be_visible()
            expect(page.get_by_text("Note verbale of 12 January 2026")).to_be_visible()
            fits(page)
    assert [each["To"] for each in box.letters if "looked at in the review" in each["Subject"]] == [
        anna.email
    ]


def signed_in(chromium: Browser, address: str, officer: Officer) -> Page:
    """Somebody's own browser."""
    page = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(10_000)
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(officer.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile(r"/$"))
    return page


def arrived(box: Box, officer: Officer) -> EmailMessage:
    """The letter about the review, once the server has sent it by itself; at most half a minute."""
    for _ in range(300):
        found = [one for one in box.to(officer.email) if "looked at in the review" in one["Subject"]]
        if found:
            return found[0]
        time.sleep(0.1)
    raise AssertionError("No letter came.")
