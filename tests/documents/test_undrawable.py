"""Characters that no font has are found before a sheet is set, as they are found when it is."""

from dataclasses import replace
from datetime import date

import pytest

from app.documents.readout_pdf import render
from app.documents.undrawable import undrawable
from app.domain.paper import CommitmentLine, DelegationSheet, Paper, PaperParagraph, Person, Section

PAPER = Paper("Readout", "abc", date(2026, 11, 23), 1)
NOBODYS = "\U00012000"
"""A cuneiform sign."""


@pytest.mark.parametrize(
    "text", ["plain", "日本 한국 العربية हिन्दी", f"a {NOBODYS} sign", "\x00\ud800\u202e", ""]
)
def test_it_agrees_with_the_sheet_itself(text):
    paper = replace(PAPER, sections=(Section("Norms", 1, (PaperParagraph(text),)),))
    assert undrawable(paper) == render(paper).missing


@pytest.mark.parametrize(
    "paper",
    [
        replace(PAPER, title=NOBODYS),
        replace(PAPER, note=NOBODYS),
        replace(PAPER, sources=(NOBODYS,)),
        replace(PAPER, commitments=(CommitmentLine(NOBODYS),)),
        replace(PAPER, delegations=(DelegationSheet("Japan", people=(Person("", NOBODYS),)),)),
    ],
)
def test_it_looks_everywhere_on_the_paper(paper):
    assert undrawable(paper) == {NOBODYS}
