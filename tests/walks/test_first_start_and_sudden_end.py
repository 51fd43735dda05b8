"""An office begins on an empty machine; a server that is killed takes nothing with it that was typed."""

import re
import signal
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.walks.served import PASSWORD, free_port, served


def test_an_office_begins_with_the_address_on_the_console(
    chromium: Browser, tmp_path: Path, width: int
) -> None:
    with served(tmp_path / "office") as server:
        [address] = re.findall(r"http://\S+", server.said[-1])
        page = chromium.new_context(viewport={"width": width, "height": 900}).new_page()
        page.goto(address)
        page.get_by_label("Name of the desk or office").fill("Cyber desk")
        page.get_by_label("Your name").fill("Ada Minister")
        page.get_by_label("Your e-mail address").fill("ada@ministry.example")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_label("again").fill(PASSWORD)
        page.locator("main button[type=submit]").click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        for empty in ("/", "/partners", "/officers", "/reference", "/audit", "/account"):
            answer = page.goto(f"{server.address}{empty}")
            assert answer is not None
            assert answer.status == 200, empty
        again = page.goto(address)
        assert again is not None
        assert again.status in {404, 200}
        expect(page.get_by_label("Name of the desk or office")).to_have_count(0)


def test_what_was_typed_survives_a_killed_server(chromium: Browser, tmp_path: Path) -> None:
    port = free_port()
    text = "They asked for an early date, before the session. " * 20
    context = chromium.new_context(base_url=f"http://127.0.0.1:{port}")
    page = context.new_page()
    with served(tmp_path, "demo", port=port) as server:
        page.goto("/sign-in")
        page.get_by_label("E-mail address").fill("anna@demo.example")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.goto("/log")
        page.get_by_label("What happened").press_sequentially(text, delay=8)  # eight seconds without a pause
        expect(page.locator("[data-draft-note]")).to_contain_text("draft kept", timeout=500)
        page.wait_for_timeout(5_000)
        server.process.send_signal(signal.SIGKILL)
        server.process.wait(timeout=10)
    with served(tmp_path, "demo", port=port):
        page.goto("/log")
        page.get_by_role("link", name=re.compile("Take")).click()
        expect(page.get_by_label("What happened")).to_have_value(text.strip())
    context.close()


def test_two_tabs_both_versions(signed_in: Callable[..., Page]) -> None:
    """The second to save is told what the first wrote, and keeps what they wrote themselves."""
    first = signed_in("anna")
    first.goto("/meetings")
    first.get_by_role("link", name="Call on the draft agenda").click()
    first.get_by_role("link", name="Revise", exact=True).first.click()
    second = first.context.new_page()
    second.goto(first.url)
    first.get_by_label("What happened").fill("The first tab wrote this.")
    second.get_by_label("What happened").fill("The second tab wrote that.")
    first.get_by_role("button", name="Save the meeting").click()
    expect(first.get_by_text("The first tab wrote this.").first).to_be_visible()
    second.get_by_role("button", name="Save the meeting").click()
    expect(second.get_by_label("What happened")).to_have_value(re.compile("second tab wrote that"))
    expect(second.get_by_text("The first tab wrote this.").first).to_be_visible()
