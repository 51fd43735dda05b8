"""Texts as nobody writes them, a whole paragraph of one kind: they come out, and nothing is done again and again."""

from dataclasses import replace
from datetime import date

import pytest

from app.documents import readout_docx, readout_html, readout_pdf, readout_text
from app.documents.sheet import typography
from app.documents.sheet.blocks import TextBlock
from app.documents.sheet.compositor import Compositor
from app.documents.sheet.footnotes import footed
from app.documents.sheet.span import Span
from app.documents.sheet.typesetter import Typesetter
from app.domain.paper import CommitmentLine, Paper, PaperParagraph, Section

LONG = {
    "one word": "x" * 60_000,
    "blanks": " " * 60_000,
    "marks": "\u0301" * 60_000,
    "right to left": "سلام" * 15_000,
    "turning at each letter": "aא" * 10_000,
    "Han letters": "日本国憲法" * 12_000,
    "Thai that no dictionary has": "ฌฑฒ" * 10_000,
    "brackets that never close": "א(" * 10_000,
    "lines": "a\n" * 10_000,
    "right-to-left lines": "א\n" * 5_000,
}


def paper(text: str = "") -> Paper:
    sections = (Section("All", 1, (PaperParagraph(text),)),)
    return Paper("Long", "UA-JP/2026/3", date(2026, 12, 4), 1, "Record", "RESTRICTED", sections=sections)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_long_paragraph_of_one_kind_comes_out_in_every_form(text):
    long = paper(text)
    assert readout_pdf.render(long).pdf.startswith(b"%PDF-")
    assert readout_docx.render(long).startswith(b"PK")
    assert "<p" in readout_html.render(long)
    assert "Long" in readout_text.render(long)


def test_a_table_of_a_thousand_rows_comes_out():
    rows = tuple(CommitmentLine(f"Report {i} is shared.", "Ukraine", "2026", "Open") for i in range(1000))
    assert readout_pdf.render(replace(paper(), commitments=rows)).pdf.startswith(b"%PDF-")


def test_a_line_that_returns_is_set_once():
    first, second = Typesetter("en").lines("The two sides\nThe two sides", typography.BODY, 300)
    assert first.paragraph is second.paragraph


def test_a_long_text_is_cut_page_by_page_without_a_copy():
    lines = Typesetter("en").lines("a\n" * 100, typography.BODY, 300)
    block = TextBlock(lines, typography.BODY, 300)
    rest = block
    count = 0
    while parts := rest.split(10 * typography.BODY.leading):
        upper, rest = parts
        assert isinstance(rest.lines, Span)
        assert rest.lines._whole is lines
        count += len(upper.lines)
    assert count + len(rest.lines) == len(lines)


def test_a_span_is_the_part_of_its_sequence():
    span = Span(Span(range(10), 2, 9), 1, 6)
    assert list(span) == [3, 4, 5, 6, 7]
    assert [span[0], span[-1], list(span[1:3]), len(span)] == [3, 7, [4, 5], 5]


def test_a_footnote_finds_its_line_among_equal_ones():
    compose = Compositor(Typesetter("en"))
    text = "The same\nThe same\nThe same¹"
    block, below = footed(compose, compose.text(text, typography.BODY), text, [len(text)], ["A note."])
    assert [line for line, _ in block.footnotes] == [2]
    assert below == []
