"""What a walk stands on: the demonstration, started by its command, and a real browser."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.walks.served import PASSWORD, served

CHROMIUM = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every walk needs a browser; without one it is skipped on a desk and fails where changes are judged."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demonstration from the chair of the EU, as `run.py demo` starts it."""
    with served(tmp_path_factory.mktemp("demo"), "demo") as server:
        yield server.address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium as the distribution packs it."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("There is no Chromium here, and the walks must be walked.")
        pytest.skip("There is no Chromium here.")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=[1280, 390], ids=["wide", "narrow"])
def width(request: pytest.FixtureRequest) -> int:
    """A desk's screen, and a telephone's."""
    return int(request.param)


@pytest.fixture
def signed_in(chromium: Browser, demo: str) -> Iterator[Callable[..., Page]]:
    """Sign somebody in, in a browser of their own; whatever the page complains of fails the walk."""
    opened: list[BrowserContext] = []
    complaints: list[str] = []

    def sign_in(who: str, width: int = 1280, **settings: object) -> Page:
        context = chromium.new_context(
            base_url=demo, viewport={"width": width, "height": 900}, accept_downloads=True, **settings
        )
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on(
            "console", lambda said: complaints.append(f"{page.url}: {said.text}") if tells(said) else None
        )
        page.goto("/sign-in")
        page.get_by_label("E-mail address").fill(f"{who}@demo.example")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(re.compile(r"/$"))
        return page

    yield sign_in
    for context in opened:
        context.close()
    assert complaints == []


def tells(said: object) -> bool:
    """True for an error of the page's own; that an answer was 4xx is told by the walk itself."""
    return said.type == "error" and "Failed to load resource" not in said.text  # type: ignore[attr-defined]
