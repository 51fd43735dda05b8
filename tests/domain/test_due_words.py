from datetime import date

import pytest

from app.domain.due_words import by_when

DAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("stated", "day", "hangs_on", "words"),
    [
        ("", None, "", "no date"),
        ("", DAY, "", "by 3 December 2026"),
        ("", DAY, "the next round", "by 3 December 2026"),
        ("", None, "the next round", "by the next round"),
        ("", None, "after the election", "after the election"),
        ("Friday", DAY, "", "by Friday"),
        ("by the end of the month", DAY, "", "by the end of the month"),
        ("By the summer", None, "", "By the summer"),
        ("within a month", DAY, "", "within a month"),
        ("in the first half of the year", DAY, "", "in the first half of the year"),
        ("no later than May", DAY, "", "no later than May"),
        ("  2027 ", None, "", "by 2027"),
        ("next round", None, "", "by next round"),
    ],
)
def test_by_when_as_a_sentence_goes_on(stated, day, hangs_on, words):
    assert by_when(stated, day, hangs_on) == words
