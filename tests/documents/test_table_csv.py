"""Tables as CSV: what a spreadsheet must not compute, it does not."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.table_csv import table_csv

SIGNS = "=+-@\t\r\n＝＋－＠"
INVISIBLE = " \u00a0\u3000\u2009\u200b\ufeff\u202f"


def read_back(body: bytes) -> list[list[str]]:
    """The rows as a spreadsheet reads them."""
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("＝1", "'＝1"),
        ("first\n=second", "first\n'=second"),
        ("Share the paper", "Share the paper"),
        ("日本", "日本"),
        ("a = b", "a = b"),
        (None, ""),
        (12, "12"),
        (-3, "-3"),
        (True, "True"),
    ],
)
def test_a_cell_is_guarded(cell, written):
    assert read_back(table_csv(["A"], [[cell]]))[1] == [written]


@given(st.text(alphabet=INVISIBLE, max_size=4), st.sampled_from("=+-@＝＋－＠"), st.text(max_size=20))
def test_no_line_of_a_cell_begins_a_formula(blanks, sign, rest):
    [cell] = read_back(table_csv(["A"], [[f"{blanks}{sign}{rest}"]]))[1]
    assert not any(line.strip(INVISIBLE).startswith(tuple("=+-@＝＋－＠")) for line in cell.split("\n"))


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_every_row_comes_back_as_one_row(rows):
    assert len(read_back(table_csv(["A", "B"], rows))) == len(rows) + 1


def test_it_begins_with_the_mark_that_spreadsheets_need():
    assert table_csv(["A"], []) == b'\xef\xbb\xbf"A"\r\n'
