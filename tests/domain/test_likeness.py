"""Which sentences may record the same promise."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.commitment import OwedBy
from app.domain.likeness import SAME, fingerprint, likeness, perhaps_the_same

THE_SAME = [
    (
        "Both sides agreed to exchange lists of points of contact.",
        "The parties will exchange their contact point lists",
    ),
    (
        "The EU will send a draft of the joint guidance on hospitals",
        "EU to share its draft guidance on hospitals",
    ),
    (
        "They agreed to hold the next dialogue in Tokyo in 2026.",
        "The next dialogue will be held in Tokyo in 2026",
    ),
    (
        "Hold a table-top exercise on ransomware",
        "The two sides decided to conduct a ransomware table-top exercise",
    ),
]
OTHERS = [
    ("They agreed to hold the next dialogue in Tokyo in 2026.", "They agreed to hold the next dialogue in Tokyo in 2027."),
    ("Exchange lists of points of contact", "Hold a workshop on submarine cables"),
    ("The two sides agreed to strengthen cooperation", "They will send the list of experts"),
]  # fmt: skip


@dataclass(frozen=True)
class Row:
    sentence: str
    owed_by: OwedBy = OwedBy.JOINT
    due: date | None = None
    agreed_on: date | None = None


@pytest.mark.parametrize(("one", "other"), THE_SAME)
def test_two_readouts_of_one_promise_are_alike(one, other):
    assert likeness(fingerprint(one), fingerprint(other)) >= SAME


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_two_promises_are_not(one, other):
    assert likeness(fingerprint(one), fingerprint(other)) < SAME


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_the_same_both_ways_and_lies_between_nought_and_one(one, other):
    a, b = fingerprint(one), fingerprint(other)
    assert 0 <= likeness(a, b) <= 1.0001
    assert abs(likeness(a, b) - likeness(b, a)) < 0.2
    if a.stems:
        assert likeness(a, a) > 0.99


def test_ours_is_never_theirs_and_years_apart_are_two_promises():
    mine = Row("Send the draft of the guidance", OwedBy.OURS, agreed_on=date(2026, 1, 1))
    theirs = Row("Send the draft of the guidance", OwedBy.THEIRS)
    old = Row("Send the draft of the guidance", OwedBy.OURS, agreed_on=date(2020, 1, 1))
    same = Row("Send a draft of the guidance", OwedBy.JOINT, agreed_on=date(2026, 2, 1))
    assert perhaps_the_same(mine, [theirs, old, same]) == [same]
