"""What a follow-up comes out of, and from which day on it can be due."""

from datetime import date

import pytest

from app.domain.meeting import Standing
from app.services.origins import first_day_after
from tests import a

TWO_DAYS = {"on": date(2026, 5, 12), "ends_on": date(2026, 5, 13)}


def test_what_follows_is_due_from_the_first_day_of_what_was_held(house):
    dialogue = a.dialogue(house)
    held = a.round_(house, dialogue, **TWO_DAYS)
    promise = a.commitment(house, held, agreed_on=date(2026, 5, 13))
    assert first_day_after(held) == date(2026, 5, 12)
    assert first_day_after(promise) == date(2026, 5, 13)
    assert first_day_after(a.commitment(house, held)) is None
    assert first_day_after(dialogue) is None


@pytest.mark.parametrize("standing", sorted(set(Standing) - {Standing.HELD}))
def test_what_is_prepared_is_due_before_what_lies_ahead(house, standing):
    dialogue = a.dialogue(house)
    assert first_day_after(a.round_(house, dialogue, standing=standing, **TWO_DAYS)) is None
    assert first_day_after(a.meeting(house, dialogue, standing=standing)) is None
