"""A list as a spreadsheet: read back it says the same, text stays text, and equal lists give equal bytes."""

import io
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.documents.table_xlsx import table_xlsx
from tests.documents.test_table_csv import DANGEROUS

HEADER = ("Sentence", "Due", "Carried")


def read_back(body: bytes):
    sheet = load_workbook(io.BytesIO(body)).active
    return [list(row) for row in sheet.iter_rows()], sheet


def test_text_days_and_numbers_come_back_as_such():
    cells, sheet = read_back(
        table_xlsx("list", HEADER, [("Ми надішлемо 連絡先", date(2027, 5, 31), 3)], "TLP:AMBER")
    )
    text, day, number = cells[1]
    assert (text.value, day.value.date(), number.value) == ("Ми надішлемо 連絡先", date(2027, 5, 31), 3)
    assert day.is_date
    assert sheet.freeze_panes == "A2"
    assert sheet.oddHeader.center.text == sheet.oddFooter.center.text == "TLP:AMBER"


def test_nothing_is_a_formula_whatever_it_begins_with():
    cells, _ = read_back(table_xlsx("list", ("=1+1",), [(text,) for text in DANGEROUS]))
    assert all(cell.data_type != "f" for row in cells for cell in row)
    assert cells[1][0].value == "=1+1"


def test_equal_lists_give_equal_bytes():
    rows = [("a", date(2026, 1, 1), 1)]
    assert table_xlsx("list", HEADER, rows) == table_xlsx("list", HEADER, rows)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_any_text_can_be_written_and_opened_again(texts):
    cells, _ = read_back(table_xlsx("list", ("Text",), [(text,) for text in texts]))
    assert len(cells) == len(texts) + 1
