"""Dates as lists write them; a wrong one is worse than none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RuleBroken
from app.domain.matrix.dates import date_words, month_first
from app.domain.stated_date import read_date

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("cell", "end"),
    [
        ("2026-12-31", date(2026, 12, 31)),
        ("31.12.2026", date(2026, 12, 31)),
        ("31.12.26", date(2026, 12, 31)),
        ("3/4/2027", date(2027, 4, 3)),
        ("31. Dezember 2026", date(2026, 12, 31)),
        ("bis 31. Dezember 2026", date(2026, 12, 31)),
        ("31 décembre 2026", date(2026, 12, 31)),
        ("d’ici le 1er mars 2027", date(2027, 3, 1)),
        ("März 2027", date(2027, 3, 31)),
        ("fin juin 2027", date(2027, 6, 30)),
        ("Ende Q2 2027", date(2027, 6, 30)),
        ("2. Quartal 2027", date(2027, 6, 30)),
        ("T3 2027", date(2027, 9, 30)),
        ("3e trimestre 2027", date(2027, 9, 30)),
        ("2. Halbjahr 2027", date(2027, 12, 31)),
        ("S1 2027", date(2027, 6, 30)),
        ("Ende 2026", date(2026, 12, 31)),
        ("end of 2026", date(2026, 12, 31)),
        ("2027", date(2027, 12, 31)),
        ("next round", None),
        ("nächste Runde", None),
        ("nicht vor 3. März 2027", None),
        ("spätestens nach dem 3. März 2027", None),
        ("S/2026/31", None),
        ("TBC", None),
        ("", None),
    ],
)
def test_a_date_in_any_style(cell, end):
    assert read_date(date_words(cell), TODAY).end == end


@pytest.mark.parametrize("cell", ["31.02.2027", "30/2/27", "13/13/2026"])
def test_a_date_that_cannot_be_is_refused(cell):
    with pytest.raises(RuleBroken):
        read_date(date_words(cell), TODAY)


@pytest.mark.parametrize(
    ("cells", "american"),
    [
        (["12/31/2026", "3/4/2026"], True),
        (["31/12/2026", "12/31/2026"], False),
        (["3/4/2026"], False),
        (["31.12.2026"], False),
        ([], False),
    ],
)
def test_a_column_tells_whether_the_month_comes_first(cells, american):
    assert month_first(cells) is american


def test_where_the_month_comes_first_it_is_read_so():
    assert read_date(date_words("3/12/2027", american=True), TODAY).end == date(2027, 3, 12)
    assert read_date(date_words("3.12.2027", american=True), TODAY).end == date(2027, 12, 3)


@given(st.text(max_size=40))
def test_nothing_that_stands_in_a_cell_breaks_the_reading(cell):
    date_words(cell)
    month_first([cell])


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_style(day):
    for cell in (f"{day.day}.{day.month}.{day.year}", f"{day:%d/%m/%y}", day.isoformat(), f"{day:%d-%m-%Y}"):
        assert read_date(date_words(cell), TODAY).end == day
