"""By when: the words as stated, and the day to work towards."""

from datetime import date

import pytest

from app.domain.due import read_due
from app.domain.errors import RuleBroken

TODAY = date(2026, 11, 23)
SAID = date(2024, 5, 6)


@pytest.mark.parametrize(
    ("stated", "working", "said_on", "start", "day"),
    [
        ("", "", None, None, None),
        ("3 December 2026", "", None, date(2026, 12, 3), date(2026, 12, 3)),
        ("May 2027", "", None, date(2027, 5, 1), date(2027, 5, 31)),
        ("next round", "", None, None, None),
        ("next round", "1 March 2027", None, None, date(2027, 3, 1)),
        ("May 2027", "14 May 2027", None, date(2027, 5, 1), date(2027, 5, 14)),
        ("2025", "", SAID, date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_words_are_kept_and_a_day_is_found_or_given(stated, working, said_on, start, day):
    due = read_due(stated, working, said_on, TODAY)
    assert (due.stated.stated, due.stated.start, due.working) == (stated, start, day)


@pytest.mark.parametrize(
    ("stated", "working", "said_on", "field"),
    [
        ("31 February 2027", "", None, "due"),
        ("5 May 2024", "", SAID, "due"),
        ("", "some day", None, "working"),
        ("", "31 February 2027", None, "working"),
    ],
)
def test_a_date_that_cannot_be_is_refused_at_its_field(stated, working, said_on, field):
    with pytest.raises(RuleBroken) as broken:
        read_due(stated, working, said_on, TODAY)
    assert broken.value.field == field
