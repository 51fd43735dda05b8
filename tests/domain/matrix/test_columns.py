"""Headings as desks write them, and the row that is the head."""

import pytest

from app.domain.matrix.columns import LABELS, Column, guess, head_of, plain_heading
from app.domain.matrix.headings import HEADINGS
from app.web.commitment_list import HEADER as COMMITMENTS
from app.web.follow_up_list import HEADER as FOLLOW_UPS

C = Column


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Commitment as agreed", C.SENTENCE),
        ("COMMITMENT\n(as agreed)", C.SENTENCE),
        ("Zusage", C.SENTENCE),
        ("Engagement pris", C.SENTENCE),
        ("Deadline", C.DUE),
        ("Frist (intern)", C.DUE),
        ("Échéance", C.DUE),
        ("Echeance", C.DUE),
        ("Zuständig", C.OWNER),
        ("ZUSTAENDIG?", None),
        ("Responsable / unité", C.OWNER),
        ("RAG", C.STATUS),
        ("Sachstand", C.STATUS),
        ("Nächster Schritt", C.STEP),
        ("Suite à donner", C.STEP),
        ("Einstufung", C.MARKING),
        ("Internal (do not share)", None),
        ("No.", None),
        ("", None),
        (
            "A very long sentence that happens to hold the word deadline somewhere in the middle of it all",
            None,
        ),
    ],
)
def test_a_heading_means_what_desks_mean_by_it(heading, column):
    others = ("Zusage", "Stand", "Ref") if column is not C.SENTENCE else ()
    assert guess([heading, *others])[0] is column


def test_our_own_lists_are_known_by_their_own_headings():
    commitments, follow_ups = dict(zip(COMMITMENTS, guess(COMMITMENTS), strict=True)), guess(FOLLOW_UPS)
    assert None not in commitments.values()
    assert commitments["Sentence"] is C.SENTENCE
    known = dict(zip(FOLLOW_UPS, follow_ups, strict=True))
    assert (known["By when, as stated"], known["Date"], known["Status"]) == (
        C.STEP_DUE,
        C.STEP_DAY,
        C.STEP_STATUS,
    )
    assert {heading for heading, column in known.items() if column is None} == {"Last moved", "Last reviewed"}


def test_each_meaning_goes_to_one_column_the_surest():
    assert guess(["Deadline for comments", "Deadline"]) == (None, C.DUE)
    assert guess(["Deadline", "Due date"]) == (C.DUE, None)


def test_the_head_stands_below_titles_and_blank_rows():
    rows = [
        ("Follow-up matrix", "", ""),
        (),
        ("", "as of May", ""),
        ("Ref", "Commitment", "Deadline"),
        ("1", "We send", ""),
    ]
    assert head_of(rows) == 3
    assert head_of([("", ""), ("a", "b"), ("c", "d")]) == 1
    assert head_of([]) == 0


def test_every_meaning_has_headings_and_a_label():
    assert {Column(name) for name in HEADINGS} == set(Column) == set(LABELS)
    plain = [
        plain_heading(heading)
        for headings in HEADINGS.values()
        for heading in set(map(plain_heading, headings))
    ]
    assert len(plain) == len(set(plain))
