"""Lists that come in: read in every encoding and shape, and refused when they are hostile."""

import contextlib
import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from app.documents.matrix.reading import read_list
from app.documents.table_csv import guarded, table_csv
from app.documents.table_xlsx import table_xlsx
from app.domain.errors import RuleBroken
from app.domain.formula_guard import unguarded
from app.domain.matrix.cells import FORMULA

LISTS = Path(__file__).parents[1] / "data"


def xlsx(*rows, **cells):
    """A spreadsheet with these rows, and cells by their names."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for name, value in cells.items():
        book.active[name] = value
    return saved(book)


def saved(book):
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def with_part(raw, name, change):
    """The same package with one part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            body = old.read(part)
            new.writestr(part.filename, change(body) if part.filename == name else body)
    return made.getvalue()


def test_cells_are_read_as_a_reader_sees_them():
    raw = xlsx(
        ["Day", "Number", "Yes"],
        [datetime(2026, 12, 31), 12.0, True],
        [date(2027, 1, 1), 1.5, None],
        ["", "=1+1", " x "],
    )
    [sheet] = read_list("a.xlsx", raw)
    assert sheet.rows == (
        ("Day", "Number", "Yes"),
        ("2026-12-31", "12", "True"),
        ("2027-01-01", "1.5"),
        ("", FORMULA, " x "),
    )


def test_every_sheet_is_read_and_a_hidden_one_says_so():
    book = Workbook()
    book.active.append(["a", "b"])
    second = book.create_sheet("Second")
    second.append(["c"])
    second.sheet_state = "hidden"
    book.create_sheet("Empty")
    book.active.append(["hidden row"])
    book.active.row_dimensions[2].hidden = True
    first, hidden = read_list("a.xlsx", saved(book))
    assert (first.name, hidden.name) == ("Sheet", "Second")
    assert "hidden in the file" in first.note
    assert "This sheet is hidden" in hidden.note


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1252", ";"), ("utf-8", "|")],
)
def test_a_csv_file_of_any_country(encoding, separator):
    written = io.StringIO()
    rows = [["Zusage", "Frist"], ["Größe, „Länge“;\nHöhe", "31.12.2026"], ["é", "x"]]
    csv.writer(written, delimiter=separator).writerows(rows)
    [sheet] = read_list("a.csv", written.getvalue().encode(encoding))
    assert [list(row) for row in sheet.rows] == rows
    assert ("Windows-1252" in sheet.note) is (encoding == "cp1252")


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n'=+-@"), max_size=30)


@given(st.lists(st.lists(texts, min_size=2, max_size=2), min_size=1, max_size=6))
def test_what_goes_out_as_csv_comes_back_as_it_was(rows):
    if not any(cell.strip() for row in rows for cell in row):
        return
    [sheet] = read_list("a.csv", table_csv(["One", "Two"], rows))
    assert [list(row) for row in sheet.rows[1:]] == rows


@given(st.text(max_size=40))
def test_the_apostrophe_that_goes_on_comes_off_again(text):
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert unguarded(guarded(plain)) == plain


def test_what_goes_out_as_xlsx_comes_back_as_it_was():
    rows = [["=1+1", "'quoted"], ["+x\n-y", "@a"], ["day", date(2026, 12, 31)], ["n", 7]]
    [sheet] = read_list("a.xlsx", table_xlsx("list", ["One", "Two"], rows, "TLP:AMBER"))
    assert [list(row) for row in sheet.rows[1:]] == [
        ["=1+1", "'quoted"],
        ["+x\n-y", "@a"],
        ["day", "2026-12-31"],
        ["n", "7"],
    ]


def bomb():
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"<row/>" * 9_000_000)
    return raw.getvalue()


def many_parts():
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as package:
        for number in range(201):
            package.writestr(f"../../part{number}", b"")
    return raw.getvalue()


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    b'<c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>'
)
OUTSIDE = LAUGHS.replace(b'<!ENTITY c "&b;&b;&b;&b;">', b'<!ENTITY c SYSTEM "file:///etc/passwd">')
HOSTILE = {
    "a bomb": bomb,
    "many parts": many_parts,
    "laughs": lambda: with_part(xlsx(["a"]), "xl/worksheets/sheet1.xml", lambda _: LAUGHS),
    "an entity from outside": lambda: with_part(xlsx(["a"]), "xl/worksheets/sheet1.xml", lambda _: OUTSIDE),
    "a far cell": lambda: xlsx(["a"], XFD1048576="far"),
    "a far column": lambda: xlsx(["a"], CW2="the 101st"),
    "too many rows": lambda: table_xlsx("x", ["a"], [["b"]] * 20_200),
    "too many rows of text": lambda: b"a,b\r\n" * 20_001,
    "too many columns of text": lambda: b",".join([b"a"] * 101),
    "a large cell of text": lambda: b'a,b\r\n"' + b"x" * 140_000 + b'",c',
    "a NUL": lambda: b"a,b\r\nc,\x00",
    "no list": lambda: b"\x89PNG\r\n\x1a\n\x00\x00",
    "a paper": lambda: b"\r\n%PDF-1.7\nof another, with commas",
    "a letter": lambda: b"{\\rtf1\\ansi a, b}",
    "an old or locked file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100,
    "no sheet": lambda: b"PK\x03\x04 and nothing more",
    "another package": lambda: many_parts()[:400],
    "nothing": lambda: b"",
    "blanks": lambda: b" \r\n ,, \r\n",
    "too much": lambda: b"a" * 20_000_001,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_or_no_list_is_refused_with_a_sentence(name):
    with pytest.raises(RuleBroken) as refused:
        read_list("a.xlsx", HOSTILE[name]())
    assert refused.value.field == "file"
    assert refused.value.message.endswith(".")


def test_a_sheet_that_lies_about_its_size_is_read_as_it_is():
    def lying(body):
        return body.replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1:XFD1048576"')

    raw = with_part(xlsx(["a", "b"], ["c", "d"]), "xl/worksheets/sheet1.xml", lying)
    assert read_list("a.xlsx", raw)[0].rows == (("a", "b"), ("c", "d"))


def test_a_part_that_cannot_be_unpacked_is_refused():
    raw = bytearray((LISTS / "matrix-english.xlsx").read_bytes())
    raw[2266:2268] = b"\x00\x00"
    with pytest.raises(RuleBroken):
        read_list("a.xlsx", bytes(raw))


@settings(max_examples=150)
@given(st.sampled_from(["matrix-english.xlsx", "matrix-deutsch.csv", "matrix-francais.xlsx"]), st.data())
def test_a_broken_file_is_read_or_refused_and_nothing_else(name, data):
    raw = bytearray((LISTS / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(raw) - 1))
        raw[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    with contextlib.suppress(RuleBroken):
        read_list(name, bytes(raw))
