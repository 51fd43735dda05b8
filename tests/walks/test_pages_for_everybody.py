"""Every page for everybody: no finding by axe, nothing wider than the screen, and nothing that needs a script."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
LISTS = [
    "/", "/partners", "/dialogues", "/meetings", "/commitments", "/follow-ups", "/review", "/calendar?month=2026-12", "/calendar/week?week=2026-W50",
    "/calendar/list", "/readouts", "/subscriptions", "/search?q=ransomware", "/search?q=xylobrontic", "/account",
    "/account/password", "/account/calendar-programs", "/log", "/meetings/plan", "/commitments/file", "/follow-ups/add",
    "/nowhere", "/texts", "/texts/read", "/reports", "/reports?on=2020-01-01", "/reports/coverage", "/reports/coverage?by=topic&across=year",
    "/reports/coverage/records?by=topic&row=un-processes", "/reports/figures/held/rounds",
    "/seasons", "/seasons/add", "/seasons/import", "/planner", "/planner?partner=nobody", "/planner/busy", "/days-off",
    "/days-off/add", "/log/from-file", "/verify", "/papers", "/markings", "/joint-statements",
]  # fmt: skip
SHEETS = {
    "/dialogues": "EU-Japan Cyber Dialogue",
    "/partners": "Japan",
    "/meetings": "Coffee with the Japan embassy",
    "/commitments": "Hold a table-top exercise on ransomware in hospitals (invented)",
    "/follow-ups": "Collect comments of the CERT on the draft (invented)",
    "/texts": "Press release",
    "/readouts": "Readout: Coffee with the Japan embassy",
    "/search?kind=joint_statement&q=invented": "Joint statement of the next round",
}
OF_THE_HEAD = [
    "/", "/review", "/load", "/leaves", "/rules", "/positions", "/accessions", "/cadence", "/account/digests",
    "/reports", "/reports/coverage?by=objective", "/imports/begin",
]  # fmt: skip
OF_THE_ADMINISTRATOR = [
    "/",
    "/letters",
    "/rules",
    "/rules/change",
    "/officers",
    "/officers/admit",
    "/reference",
    "/audit",
    "/partners/add",
    "/account",
    "/papers",
    "/papers/record-of-conversation",
    "/papers/handover",
    "/papers/public-readout",
    "/papers/letterhead",
]


def findings(page: Page) -> list[str]:
    """What axe finds on the page, and how far it is wider than the screen."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    found = [f"{wide} px too wide"] if wide > 0 else []
    violations = Axe().run(page, options=RULES).response["violations"]
    return found + [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations]


def pages_behind(page: Page) -> list[str]:
    """One sheet of each kind, and every page that its acts and parts lead to."""
    found: dict[str, None] = {}
    for shelf, name in SHEETS.items():
        page.goto(shelf)
        page.get_by_role("link", name=re.compile(f"^{re.escape(name)}")).first.click()
        found[page.url] = None
        for link in page.locator("main a.btn, main .acts a").all():
            found[str(link.evaluate("link => link.href"))] = None
    for papers in [address for address in found if address.endswith("/papers")][:1]:
        page.goto(papers)
        found |= {str(link.evaluate("link => link.href")): None for link in page.locator("main li a").all()}
    return [address for address in found if ".pdf" not in address and ".csv" not in address]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_an_officers_pages(
    signed_in: Callable[..., Page], width: int, scheme: str
) -> None:
    page = signed_in("anna", width, color_scheme=scheme, bypass_csp=True)
    troubles = {}
    for address in [*LISTS, *pages_behind(page)]:
        page.goto(address)
        if found := findings(page):
            troubles[address] = found
    assert troubles == {}


@pytest.mark.parametrize(("who", "addresses"), [("clara", OF_THE_HEAD), ("adam", OF_THE_ADMINISTRATOR)])
def test_axe_finds_nothing_for_those_who_lead_and_run(
    signed_in: Callable[..., Page], width: int, who: str, addresses: list[str]
) -> None:
    page = signed_in(who, width, bypass_csp=True)
    troubles = {}
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        if found := findings(page):
            troubles[address] = found
    assert troubles == {}


def test_a_meeting_is_logged_without_scripts(signed_in: Callable[..., Page], width: int) -> None:
    page = signed_in("anna", width, java_script_enabled=False)
    page.goto("/log")
    page.get_by_label("With whom").fill("India")
    page.get_by_label("When").fill("today 9:30")
    page.get_by_label("What happened").fill("A call, without scripts.")
    page.get_by_role("button", name="Log the meeting").click()
    expect(page.get_by_text("A call, without scripts.").first).to_be_visible()
    page.goto("/follow-ups/add")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()


def test_the_keys_of_the_house(signed_in: Callable[..., Page]) -> None:
    page = signed_in("anna")
    page.keyboard.press("/")
    expect(page.locator("#search-words")).to_be_focused()
    page.keyboard.type("ransomware")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=ransomware"))
    page.goto("/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile(r"/log$"))
    expect(page.get_by_label("With whom")).to_be_focused()
