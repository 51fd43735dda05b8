"""Reports on their pages: every number opens to exactly its rows, for whoever asks."""

import csv
import io
import random
import re

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.domain.access import Role
from tests import a
from tests.random_record import plant

NUMBER = re.compile(r'<a href="(/reports/[^"]*)">(\d+)')
TOTAL = re.compile(r"(\d+) records?, as of")
PAGES = (
    "/reports",
    "/reports?on=2026-11-22",
    "/reports?from=2025-01-01&until=2026-06-30",
    "/reports?topic=norms",
    "/reports/coverage",
    "/reports/coverage?by=topic&count=promises",
    "/reports/coverage?by=norm&across=year",
    "/reports/coverage?by=cbm&count=promises&across=region",
    "/reports/coverage?by=organisation&count=promises",
    "/reports/coverage?by=objective&across=region",
    "/reports/coverage?by=topic&across=year&count=promises&from=2024-01-01",
    "/reports/coverage?by=topic&kind=observed",
)


def rows(answer):
    """The rows of a CSV file without its head."""
    return list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))[1:]


@pytest.mark.parametrize(("seed", "clearance"), [(1, 0), (2, 1), (3, 2)])
def test_every_number_opens_to_exactly_its_rows(sqlite_house, seed, clearance):
    plant(sqlite_house, seed)
    dice = random.Random(seed)
    browser = sqlite_house.client(sqlite_house.officer(Role.READER, clearance=clearance))
    opened = 0
    for page in PAGES:
        found = [
            (path.replace("&amp;", "&"), int(said)) for path, said in NUMBER.findall(browser.get(page).text)
        ]
        for path, said in dice.sample(found, min(6, len(found))):
            assert int(TOTAL.search(browser.get(path).text)[1]) == said, path
            name, _, query = path.partition("?")
            assert len(rows(browser.get(f"{name}/export.csv?{query}"))) == said, path
            opened += 1
    assert opened > 30


def test_a_number_that_is_too_large_for_one_page_is_paged(sqlite_house):
    dialogue = a.dialogue(sqlite_house)
    for number in range(53):
        a.commitment(sqlite_house, dialogue, sentence=f"Promise {number}.")
    browser = sqlite_house.client(sqlite_house.officer())
    first = browser.get("/reports/figures/promised/ours").text
    last = browser.get("/reports/figures/promised/ours?page=99").text
    assert first.count("<tr>") == 51
    assert last.count("<tr>") == 4
    assert len(rows(browser.get("/reports/figures/promised/ours/export.csv"))) == 53


def test_another_desk_and_the_administrator_count_nothing(sqlite_house):
    plant(sqlite_house, 1)
    for role, desk in ((Role.HEAD_OF_DESK, "Europe desk"), (Role.ADMINISTRATOR, None)):
        browser = sqlite_house.client(sqlite_house.officer(role, desk=desk, clearance=3))
        assert "Nothing was counted" in browser.get("/reports/coverage").text
        assert NUMBER.findall(browser.get("/reports").text) == []


def test_what_was_never_raised_is_said(sqlite_house):
    dialogue = a.dialogue(sqlite_house)
    a.commitment(sqlite_house, dialogue, norms=["norm-a"])
    page = sqlite_house.client(sqlite_house.officer()).get("/reports/coverage?by=norm&count=promises").text
    assert "(10 of 11)" in page
    assert "Never raised" in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("on=nonsense", "“nonsense” is no day"),
        ("from=2026-02-31", "“2026-02-31” is no day"),
        ("from=2026-05-01&until=2026-04-01", "The period ends before it begins."),
        ("on=0001-01-01", "“0001-01-01” is no day"),
        ("on=%00&from=%3Cscript%3E", "is no day"),
    ],
)
def test_a_day_that_is_none_is_said_and_breaks_nothing(sqlite_house, query, said):
    answer = sqlite_house.client(sqlite_house.officer()).get(f"/reports?{query}")
    assert answer.status_code == 200
    assert said in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/reports/figures/nothing/ours",
        "/reports/figures/promised/nothing",
        "/reports/coverage/records?row=nothing&column=nothing",
        "/reports/coverage?by=nothing&across=nothing&count=nothing&partner=nothing&topic=%27%22",
        "/reports/coverage/records?row=norms&column=99999999999999999999&page=99999999999",
    ],
)
def test_what_is_not_there_is_not_found_or_empty(sqlite_house, path):
    a.commitment(sqlite_house, a.dialogue(sqlite_house))
    assert sqlite_house.client(sqlite_house.officer()).get(path).status_code in {200, 404}


def test_a_day_ahead_is_today(sqlite_house):
    browser = sqlite_house.client(sqlite_house.officer())
    ahead, today = browser.get("/reports?on=2999-01-01").text, browser.get("/reports").text
    assert ahead.replace("/reports?on=2999-01-01 ", "/reports ") == today


def test_the_method_is_printed_with_every_file(sqlite_house):
    dialogue = a.dialogue(sqlite_house, marking=2)
    a.commitment(sqlite_house, dialogue, topics=["norms"], sentence="=1+1")
    browser = sqlite_house.client(sqlite_house.officer())
    for path in ("/reports/figures.pdf", "/reports/coverage.pdf?by=topic&count=promises"):
        reader = PdfReader(io.BytesIO(browser.get(path).data))
        said = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
        assert "How this was counted" in said
        assert "Only what the reader may know is counted" in said
        assert "TLP:AMBER" in said
    for path in (
        "/reports/export.xlsx",
        "/reports/coverage/export.xlsx",
        "/reports/figures/promised/ours/export.xlsx",
    ):
        book = load_workbook(io.BytesIO(browser.get(path).data))
        assert "Only what the reader may know" in " ".join(str(c.value) for c in book["Method"]["A"])
        assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert "TLP:AMBER" in browser.get("/reports").text
    assert [row[4] for row in rows(browser.get("/reports/figures/promised/ours/export.csv"))] == ["'=1+1"]
    log = sqlite_house.client(sqlite_house.officer(Role.ADMINISTRATOR)).get("/audit").text
    assert "report: Dialogues and promises in figures" in log


def test_an_agenda_item_names_norms_and_measures_that_then_count(sqlite_house):
    round_ = a.round_(sqlite_house, a.dialogue(sqlite_house))
    browser = sqlite_house.client(sqlite_house.officer())
    fields = [
        ("title", "Norms in the OSCE"),
        ("norms", "norm-d"),
        ("cbms", "osce-cbm-08"),
        ("topics", "norms"),
    ]
    assert browser.submit(f"/record/rounds/{round_.ref}/agenda/add", fields).status_code == 303
    assert "(10 of 11)" in browser.get("/reports/coverage?by=norm").text
    assert "(15 of 16)" in browser.get("/reports/coverage?by=cbm").text
    assert "(8 of 9)" in browser.get("/reports/coverage?by=organisation").text
