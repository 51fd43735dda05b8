"""No cell of a list that leaves the house is computed by a spreadsheet."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.table_csv import guarded, table_csv
from app.domain.formula_guard import BLANKS

DANGEROUS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u3000=1", "＝1", "＋1", "－1",
    "＠x", "\u200b=1", "\ufeff+1", '=HYPERLINK("https://x")', "=cmd|' /C calc'!A0", "   -1", "\u2009@x",
]  # fmt: skip


def read_back(written: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_would_begin_a_formula_gets_an_apostrophe(text):
    assert any(line.startswith("'") for line in guarded(text).split("\n"))


@pytest.mark.parametrize("text", DANGEROUS)
def test_so_does_every_line_of_a_cell(text):
    lines = guarded(f"Harmless\n{text}\r\n{text}").split("\n")
    assert lines[0] == "Harmless"
    assert not any(line.lstrip(BLANKS).startswith(tuple("=+-@＝＋－＠\t")) for line in lines)


@pytest.mark.parametrize(
    ("value", "cell"), [(None, ""), (3, "3"), (-3, "-3"), ("a = b", "a = b"), ("Tōkyō 東京", "Tōkyō 東京")]
)
def test_what_is_harmless_stays_as_it_is(value, cell):
    assert guarded(value) == cell


def test_dates_are_written_by_the_standard():
    assert guarded(date(2026, 11, 23)) == "2026-11-23"


def test_the_table_is_read_back_as_it_was_written():
    written = table_csv(["Sentence", "Carried"], [('Share, "soon"', 2), ("zwei\nZeilen", None)])
    assert written.startswith(b"\xef\xbb\xbf")
    assert read_back(written) == [["Sentence", "Carried"], ['Share, "soon"', "2"], ["zwei\nZeilen", ""]]


def test_the_head_is_guarded_too():
    assert read_back(table_csv(["=1"], []))[0] == ["'=1"]


@given(st.text(max_size=60))
def test_no_line_of_any_cell_begins_a_formula(text):
    [[cell]] = read_back(table_csv([text], []))
    assert not any(line.lstrip(BLANKS).startswith(tuple("=+-@＝＋－＠\t\r")) for line in cell.split("\n"))


@given(st.lists(st.tuples(st.text(max_size=20), st.integers()), max_size=5))
def test_equal_rows_make_equal_bytes(rows):
    assert table_csv(["a", "b"], rows) == table_csv(["a", "b"], list(rows))
