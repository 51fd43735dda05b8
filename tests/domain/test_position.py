"""What held on a day: the latest by its own date that was not corrected."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RuleBroken
from app.domain.position import holding, read_day

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    id: int
    day: date
    struck_at: datetime | None = None
    partner_id: int = 1
    about: str = "oewg"


@pytest.mark.parametrize(
    ("on", "id_"), [("2023-12-31", None), ("2024-01-05", 1), ("2025-05-31", 1), ("2025-06-01", 2)]
)
def test_a_position_holds_until_the_next_one(on, id_):
    rows = [Row(2, date(2025, 6, 1)), Row(1, date(2024, 1, 5))]
    found = holding(rows, date.fromisoformat(on)).get((1, "oewg"))
    assert (found.id if found else None) == id_


def test_what_was_corrected_never_held():
    rows = [Row(1, date(2024, 1, 5)), Row(2, date(2025, 6, 1), struck_at=NOW)]
    assert holding(rows, TODAY)[(1, "oewg")].id == 1


def test_of_one_day_the_last_noted_holds():
    assert holding([Row(2, TODAY), Row(1, TODAY)], TODAY)[(1, "oewg")].id == 2


@given(
    st.lists(
        st.builds(
            Row,
            id=st.integers(1, 50),
            day=st.dates(date(2024, 1, 1), date(2024, 1, 9)),
            partner_id=st.integers(1, 2),
        ),
        unique_by=lambda row: row.id,
    ),
    st.dates(date(2024, 1, 1), date(2024, 1, 9)),
    st.dates(date(2024, 1, 10), date(2024, 1, 20)),
)
def test_what_is_said_later_never_changes_what_held_before(rows, on, later):
    more = [*rows, Row(99, later), Row(98, later, partner_id=2)]
    assert holding(more, on) == holding(rows, on) == holding(list(reversed(rows)), on)


@pytest.mark.parametrize(
    ("words", "day"),
    [("3 November 2026", date(2026, 11, 3)), ("2024", date(2024, 12, 31)), ("November 2026", TODAY)],
)
def test_a_date_counts_from_its_last_day_but_not_ahead(words, day):
    assert read_day(words, TODAY, "said_on") == day


@pytest.mark.parametrize("words", ["3 December 2026", "2028", "at some time", ""])
def test_what_names_no_day_or_one_ahead_is_refused(words):
    with pytest.raises(RuleBroken) as refused:
        read_day(words, TODAY, "said_on")
    assert refused.value.field == "said_on"
