"""Two texts side by side: every sentence once, topics of both and of one, likes beside each other."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.beside import Cell, Row, Said, beside

NORMS, UN, CRIME = "norms", "un-processes", "cybercrime"
ROWS = [
    ("nothing", [], [], []),
    (
        "one topic in both",
        [Said("We spoke of norms.", (NORMS,))],
        [Said("Norms were raised.", (NORMS,))],
        [Row(NORMS, Cell(("We spoke of norms.",)), Cell(("Norms were raised.",)))],
    ),
    (
        "a topic of one alone",
        [Said("We spoke of norms.", (NORMS,))],
        [],
        [Row(NORMS, Cell(("We spoke of norms.",)), Cell())],
    ),
    (
        "a sentence on two topics stands once; the other topic says where",
        [Said("Norms at the UN.", (NORMS, UN))],
        [Said("The UN matters.", (UN,)), Said("So do norms.", (NORMS,))],
        [
            Row(NORMS, Cell(("Norms at the UN.",)), Cell(("So do norms.",))),
            Row(UN, Cell((), (NORMS,)), Cell(("The UN matters.",))),
        ],
    ),
    (
        "alike sentences stand together though they begin with different topics",
        [Said("Norms and cybercrime were discussed at length.", (NORMS, CRIME))],
        [Said("Cybercrime and norms were discussed at length.", (CRIME, NORMS))],
        [
            Row(
                CRIME,
                Cell(("Norms and cybercrime were discussed at length.",)),
                Cell(("Cybercrime and norms were discussed at length.",)),
            ),
            Row(NORMS, Cell((), (CRIME,)), Cell((), (CRIME,))),
        ],
    ),
    (
        "an alike sentence without a topic comes along",
        [Said("Experts of both met in Lisbon to compare notes on botnets.")],
        [Said("Experts met in Lisbon and compared notes about botnets.", (CRIME,))],
        [
            Row(
                CRIME,
                Cell(("Experts of both met in Lisbon to compare notes on botnets.",)),
                Cell(("Experts met in Lisbon and compared notes about botnets.",)),
            )
        ],
    ),
    (
        "alike sentences without a topic stand beside each other, the rest below",
        [Said("The ambassador hosted a reception downtown."), Said("Warm thanks.")],
        [Said("A reception was hosted downtown by the ambassador."), Said("Nothing else happened there.")],
        [
            Row(
                "",
                Cell(("The ambassador hosted a reception downtown.",)),
                Cell(("A reception was hosted downtown by the ambassador.",)),
                alike=True,
            ),
            Row("", Cell(("Warm thanks.",)), Cell(("Nothing else happened there.",))),
        ],
    ),
]


def test_one_word_alone_makes_no_two_sentences_alike():
    [row] = beside([Said("(Invented.)")], [Said("Consultations on cyber issues (invented).")])
    assert not row.alike


@pytest.mark.parametrize(("name", "ours", "theirs", "rows"), ROWS, ids=[row[0] for row in ROWS])
def test_what_stands_beside_what(name, ours, theirs, rows):
    assert list(beside(ours, theirs)) == rows


WORDS = st.lists(
    st.sampled_from(
        ["norms", "lisbon", "experts", "botnets", "reception", "ambassador", "the", "joint", "2026", "2027"]
    ),
    max_size=6,
)
SAID = st.builds(
    lambda words, topics: Said(" ".join(words), tuple(topics)),
    WORDS,
    st.lists(st.sampled_from([NORMS, UN, CRIME, "ransomware"]), unique=True, max_size=3),
)
TEXT = st.lists(SAID, max_size=8)


@given(TEXT, TEXT)
def test_every_sentence_stands_in_exactly_one_row(ours, theirs):
    rows = beside(ours, theirs)
    assert sorted(s for row in rows for s in row.ours.sentences) == sorted(one.text for one in ours)
    assert sorted(s for row in rows for s in row.theirs.sentences) == sorted(one.text for one in theirs)


@given(TEXT, TEXT)
def test_a_topic_is_in_both_exactly_if_both_texts_speak_of_it(ours, theirs):
    mine, yours = ({code for one in text for code in one.topics} for text in (ours, theirs))
    rows = [row for row in beside(ours, theirs) if row.topic]
    assert {row.topic for row in rows} == mine | yours
    assert len(rows) == len(mine | yours)
    assert {row.topic for row in rows if row.in_both} >= mine & yours


def shape(rows):
    return sorted((row.topic, sorted(row.ours.sentences), sorted(row.theirs.sentences)) for row in rows)


@given(TEXT, TEXT)
def test_swapping_the_sides_swaps_the_columns(ours, theirs):
    assert shape(row.swapped() for row in beside(theirs, ours)) == shape(beside(ours, theirs))


def test_very_long_texts_are_bounded():
    many = [Said(f"the ambassador hosted reception number {k} downtown in lisbon") for k in range(5000)]
    begin = time.perf_counter()
    rows = beside(many, many)
    assert time.perf_counter() - begin < 5
    assert sum(len(row.ours.sentences) for row in rows) == 300
