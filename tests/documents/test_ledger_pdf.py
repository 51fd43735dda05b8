"""The ledger on paper: both columns, whole, in every script, and the same bytes for the same promises."""

import io
from datetime import date

from pypdf import PdfReader

from app.documents.ledger_pdf import render
from app.domain.ledger import LedgerLine, LedgerSheet, LedgerSide

OURS = LedgerSide(
    open=tuple(LedgerLine(f"We send draft {n}", "open · no date") for n in range(40)),
    ended=(LedgerLine("Ми надішлемо перелік", "kept"),),
)
THEIRS = LedgerSide(open=(LedgerLine("連絡先を交換する", "ask: 3 days past the date"),))
SHEET = LedgerSheet("Japan", "日本国", "Cyber desk", date(2026, 11, 23), "TLP:AMBER", OURS, THEIRS, 5)


def text_of(rendered):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(rendered.pdf)).pages)


def test_every_promise_stands_on_the_sheet_with_the_marking_on_each_page():
    rendered = render(SHEET)
    reader = PdfReader(io.BytesIO(rendered.pdf))
    said = text_of(rendered)
    for n in range(40):
        assert f"We send draft {n}" in said
    assert len(reader.pages) > 1
    assert all("TLP:AMBER" in page.extract_text() for page in reader.pages)
    assert "holds 5 more" in said
    assert not rendered.missing


def test_the_same_promises_give_the_same_bytes():
    assert render(SHEET).pdf == render(SHEET).pdf


def test_an_empty_ledger_says_so():
    empty = LedgerSheet("Japan", "", "Cyber desk", date(2026, 11, 23), "", LedgerSide(), LedgerSide())
    assert text_of(render(empty)).count("Nothing on record.") == 2
