"""A report on paper: every number of the table, wide tables in parts, the same bytes for the same report."""

import io
from datetime import date

from pypdf import PdfReader

from app.documents.report_pdf import render
from app.domain.drawing import bars, heat
from app.domain.report_sheet import PrintedFigure, PrintedTable, ReportSheet

FIGURE = PrintedFigure(
    "Our commitments that fell due", "3 of 9 kept", "The rule.", (("kept", 3), ("open", 6), ("dropped", 0))
)


def sheet(columns=3, rows=4, **changes):
    table = PrintedTable(
        "Norms by partner",
        tuple(f"Partner {n}" for n in range(columns)),
        tuple((f"13({n}) Norm", 700 + n, tuple(100 * n + c for c in range(columns))) for n in range(rows)),
        (999, tuple(range(columns))),
        most=100 * rows,
    )
    parts = {"figures": (FIGURE,), "tables": (table,), **changes}
    return ReportSheet(
        "Coverage",
        "Cyber desk",
        date(2026, 11, 23),
        "Our dialogues",
        "TLP:AMBER",
        ("As of the day.",),
        **parts,
    )


def text_of(made):
    pages = PdfReader(io.BytesIO(made.pdf)).pages
    return [page.extract_text() for page in pages]


def test_every_number_stands_on_paper_with_the_marking_on_each_page():
    made = render(sheet())
    said = "\n".join(text_of(made))
    for number in (700, 703, 302, 999):
        assert str(number) in said
    for words in (
        "3 of 9 kept",
        "The rule.",
        "As of the day.",
        "0 dropped",
        "Our dialogues",
        "13(2) Norm",
        "Partner 2",
    ):
        assert words in said
    assert all("TLP:AMBER" in page for page in text_of(made))
    assert not made.missing


def test_a_wide_table_goes_on_below_and_a_long_one_on_the_next_page():
    said = text_of(render(sheet(columns=30, rows=40)))
    assert len(said) > 3
    whole = "\n".join(said)
    assert whole.count("continued") == 3
    assert "Partner 29" in whole.replace("\n", " ")
    assert "3929" in whole


def test_the_same_report_gives_the_same_bytes():
    assert render(sheet()).pdf == render(sheet()).pdf


def test_an_empty_report_is_one_page():
    assert len(text_of(render(sheet(columns=0, rows=0, figures=())))) == 1


def test_bars_are_as_long_as_their_numbers_and_heat_as_dark():
    shapes = bars([("a", 4), ("b", 1), ("c", 0)]).shapes
    assert [shape.width for shape in shapes if not shape.text] == [88.0, 22.0, 0.0]
    assert bars([]).height == 0
    assert [heat(n, 8) for n in (0, 1, 2, 3, 6, 8)] == [0, 1, 1, 2, 3, 4]
    assert heat(0, 0) == 0
