"""Commitments of two texts: in both with what differs, or in one alone."""

from datetime import date

import pytest

from app.domain.commitment import OwedBy
from app.domain.promises_beside import Promised, promises_beside
from app.domain.stated_date import Precision, StatedDate

NO_DATE = StatedDate("")
JUNE = StatedDate("by June 2027", date(2027, 6, 1), date(2027, 6, 30), Precision.MONTH)
MAY = StatedDate("in May 2027", date(2027, 5, 1), date(2027, 5, 31), Precision.MONTH)
LISTS = "exchange lists of points of contact"
HELD = "hold a joint table-top exercise on ransomware"


def said(text, owed_by=OwedBy.JOINT, when=NO_DATE):
    return Promised(text, owed_by, when)


@pytest.mark.parametrize(
    ("mine", "yours", "differ_in"),
    [
        (said(LISTS), said(LISTS), ()),
        (said(LISTS), said(f"will {LISTS.replace('lists', 'a list')}"), ("words",)),
        (said(LISTS, when=JUNE), said(LISTS, when=MAY), ("date",)),
        (said(LISTS, when=JUNE), said(LISTS), ("date",)),
        (said(LISTS, when=StatedDate("soon")), said(LISTS, when=StatedDate("Soon")), ()),
        (said(LISTS), said(LISTS, OwedBy.THEIRS), ("who owes it",)),
    ],
)
def test_in_what_both_differ(mine, yours, differ_in):
    [pair] = promises_beside([mine], [yours])
    assert pair.in_both
    assert pair.differ_in == differ_in
    [swapped] = promises_beside([yours], [mine])
    assert (swapped.ours, swapped.theirs, swapped.differ_in) == (yours, mine, differ_in)


def test_what_one_alone_mentions():
    pairs = promises_beside(
        [said(HELD), said(LISTS)], [said(LISTS), said("send its draft guidance on hospitals")]
    )
    assert [(one.ours and one.ours.text, one.theirs and one.theirs.text) for one in pairs] == [
        (LISTS, LISTS),
        (HELD, None),
        (None, "send its draft guidance on hospitals"),
    ]


def test_a_promise_of_ours_is_none_of_theirs():
    assert len(promises_beside([said(LISTS, OwedBy.OURS)], [said(LISTS, OwedBy.THEIRS)])) == 2


def test_each_counts_once():
    pairs = promises_beside([said(LISTS), said(LISTS)], [said(LISTS)])
    assert [one.in_both for one in pairs] == [True, False]


def test_the_words_that_the_other_lacks_are_marked():
    [pair] = promises_beside([said(f"{LISTS} twice a year")], [said(f"{LISTS} by the summer")])
    assert [[each.text for each in side if each.marked] for side in pair.words] == [
        ["twice", "year"],
        ["summer"],
    ]
    assert "".join(each.text for each in pair.words[0]) == f"{LISTS} twice a year"
