"""A desk's matrix goes in, row by row looked at; a director's number opens to the rows that came out of it."""

import re
from collections.abc import Callable
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.walks.test_pages_for_everybody import RULES
from tests.walks.test_the_main_job import fits

LIST = Path(__file__).parents[1] / "data" / "matrix-francais.xlsx"


def well_made(page: Page) -> None:
    """No wider than the screen, and nothing that axe finds."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    fits(page)
    violations = Axe().run(page, options=RULES).response["violations"]
    assert [f"{page.url} {v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations] == []


def test_a_matrix_goes_in_and_its_rows_count(signed_in: Callable[..., Page], width: int) -> None:
    anna = signed_in("anna", width, bypass_csp=True)
    anna.goto("/commitments")
    anna.get_by_role("link", name="Import a list").click()
    well_made(anna)
    anna.get_by_label("The list").set_input_files(LIST)
    anna.get_by_role("button", name="Look at it").click()

    # the columns are guessed, and shown with what stands in them
    expect(anna.get_by_label("What Échéance means")).to_have_value("due")
    expect(anna.get_by_label("What Responsable / unité means")).to_have_value("owner")
    well_made(anna)
    anna.get_by_role("button", name="Look at the rows").click()

    # nothing is filed before it was looked at; what is wrong says where and why
    expect(anna.get_by_text("This is no status that we know.")).to_be_visible()
    well_made(anna)
    filed = anna.get_by_role("button", name=re.compile(r"^File the \d good row"))
    if width == 390:  # the same list was sent by the other screen a moment ago
        expect(anna.get_by_text("On record already")).to_be_visible()
        expect(filed).to_have_count(0)
        return
    anna.get_by_role("link", name=re.compile("^Can be filed")).click()
    expect(anna.get_by_text("Accueillir le 8e cycle")).to_be_visible()
    well_made(anna)
    filed.click()
    expect(anna.get_by_role("heading", name="matrix-francais.xlsx is filed")).to_be_visible()
    with anna.expect_download() as taken:
        anna.get_by_role("link", name=re.compile("as XLSX")).click()
    assert taken.value.suggested_filename.startswith("others-")
    well_made(anna)

    # a number of the report opens to the very rows
    anna.goto("/reports")
    ours = anna.get_by_role("link", name=re.compile(r"^\d+ ours$")).last
    number = int((ours.text_content() or "").split()[0])
    ours.click()
    expect(anna.get_by_text("Partager le projet d’orientations")).to_be_visible()
    assert anna.locator("tbody tr").count() == number
    with anna.expect_download() as paper:
        anna.goto("/reports")
        anna.get_by_role("link", name="Take it along as PDF").click()
    assert paper.value.suggested_filename.startswith("figures-")
