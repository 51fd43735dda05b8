"""The multilateral calendar that ships: nothing in it says more than is known."""

from datetime import date

import pytest

from app.domain.schedule import TO_THE_DAY
from app.domain.season import SeasonKind, is_exact, read_when
from app.reference import shelf

SEASONS = shelf.seasons().seasons


def test_the_list_says_that_it_has_to_be_checked():
    assert "check each date" in shelf.seasons().about


def test_codes_are_there_once_and_every_kind_occurs():
    assert len({each.code for each in SEASONS}) == len(SEASONS) >= 35
    assert {each.kind for each in SEASONS} == set(SeasonKind)
    assert {each.starts_on.year for each in SEASONS} == {2026, 2027, 2028}


@pytest.mark.parametrize("each", SEASONS, ids=lambda each: each.code)
def test_the_words_mean_the_days(each):
    found = read_when(each.stated, date(2026, 1, 1))
    assert (found.start, found.end, found.precision) == (each.starts_on, each.ends_on, each.precision)
    assert found.stated == each.stated
    assert each.source.endswith(".")
    assert each.name
    assert each.body


def test_nothing_vague_is_confirmed():
    assert [each.code for each in SEASONS if each.confirmed and not is_exact(each)] == []


def test_presidencies_follow_one_another_without_a_gap():
    days = [each for each in SEASONS if each.kind is SeasonKind.PRESIDENCY]
    assert [each.name.rsplit(": ")[1] for each in days] == [
        "Cyprus",
        "Ireland",
        "Lithuania",
        "Greece",
        "Italy",
        "Latvia",
    ]
    for one, following in zip(days, days[1:], strict=False):
        assert (following.starts_on - one.ends_on).days == 1
    assert all(each.precision in TO_THE_DAY and each.confirmed for each in days)
