"""What goes into a version for an audience, and what is left out and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.meeting import Voice
from app.domain.paper import CommitmentLine, DelegationSheet, Person
from app.domain.readout import Audience
from app.domain.redaction import (
    INSIDE_ONLY,
    RULE,
    TOO_HIGH,
    Passage,
    redact,
    redact_promises,
    redact_sides,
    why_not,
)

INSIDE, OUTSIDE = Audience.INTERNAL, Audience.PUBLIC
SIDE = DelegationSheet(
    "Japan",
    head_count=3,
    bodies=("MOFA",),
    people=(
        Person("Tanaka", role="head"),
        Person("Sato", role="member"),
        Person("", office="Attaché", role="member"),
    ),
)
LINE = CommitmentLine("Share the draft.", owed_by="Japan", due="May 2027", status="open")
PASSAGES = st.builds(
    Passage,
    heading=st.sampled_from(["", "Summary", "Norms"]),
    voice=st.sampled_from([*Voice, "something older"]),
    text=st.text(max_size=20),
    marking=st.integers(0, 3),
    kept=st.booleans(),
)


@pytest.mark.parametrize(
    ("passage", "audience", "why"),
    [
        (Passage("", "summary", "x"), OUTSIDE, ""),
        (Passage("", "summary", "x", kept=False), OUTSIDE, "taken out by its author"),
        (Passage("", "summary", "x", kept=False), INSIDE, "taken out by its author"),
        (Passage("", "they said", "x"), OUTSIDE, "“they said” never leaves the house"),
        (Passage("", "we said", "x"), OUTSIDE, "“we said” never leaves the house"),
        (Passage("", "assessment", "x"), OUTSIDE, "“assessment” never leaves the house"),
        (Passage("", "comment", "x"), OUTSIDE, "“comment” never leaves the house"),
        (Passage("", "comment", "x", marking=2), INSIDE, ""),
        (Passage("", "summary", "x", marking=1), OUTSIDE, TOO_HIGH),
        (Passage("", "summary", "x", marking=3), INSIDE, TOO_HIGH),
    ],
)
def test_a_paragraph_goes_in_or_a_sentence_says_why_not(passage, audience, why):
    assert why_not(passage, audience, marking=2) == why


@given(st.lists(PASSAGES, max_size=8), st.sampled_from(Audience), st.integers(0, 3))
def test_each_paragraph_is_kept_or_left_out_and_none_is_lost(passages, audience, marking):
    found = redact(passages, audience, marking)
    assert len(found.kept) + len(found.left_out) == len(passages)
    assert [p for p in passages if p in found.kept] == list(found.kept)
    ceiling = 0 if audience is OUTSIDE else marking
    assert all(p.kept and p.marking <= ceiling for p in found.kept)
    assert audience is INSIDE or not any(p.voice in INSIDE_ONLY for p in found.kept)


@given(st.lists(PASSAGES, max_size=8), st.integers(0, 3))
def test_the_public_never_reads_more_than_the_house(passages, marking):
    assert set(redact(passages, OUTSIDE, marking).kept) <= set(redact(passages, INSIDE, marking).kept)


@given(PASSAGES)
def test_a_paragraph_is_stored_and_read_back(passage):
    assert Passage.of(passage.as_plain()) == passage


def test_an_old_paragraph_without_some_fields_takes_their_usual_values():
    assert Passage.of({"text": "x"}) == Passage("", "", "x", 0, True)


def test_inside_everybody_is_named():
    assert redact_sides([(SIDE, 2)], INSIDE, 2, chatham_house=False).kept == (SIDE,)


def test_in_public_only_heads_are_named_and_the_rest_is_said_to_be_left_out():
    found = redact_sides([(SIDE, 0)], OUTSIDE, 2, chatham_house=False)
    [side] = found.kept
    assert [person.name for person in side.people] == ["Tanaka"]
    assert (side.head_count, side.bodies) == (3, ("MOFA",))
    assert [(out.what, out.why) for out in found.left_out] == [
        ("Japan: Sato, Attaché", "only heads of delegation are named in public")
    ]


@pytest.mark.parametrize(("audience", "rank", "why"), [(OUTSIDE, 1, TOO_HIGH), (INSIDE, 3, TOO_HIGH)])
def test_a_delegation_marked_too_high_stays_out_whole(audience, rank, why):
    found = redact_sides([(SIDE, rank)], audience, 2, chatham_house=False)
    assert found.kept == ()
    assert [(out.what, out.why) for out in found.left_out] == [("Delegation: Japan", why)]


@pytest.mark.parametrize("audience", Audience)
def test_under_the_chatham_house_rule_no_side_goes_into_any_paper(audience):
    found = redact_sides([(SIDE, 0)], audience, 2, chatham_house=True)
    assert found.kept == ()
    assert [out.why for out in found.left_out] == [RULE]


def test_a_promise_in_public_is_the_sentence_and_its_date():
    found = redact_promises([(LINE, 0), (CommitmentLine("Secret."), 1)], OUTSIDE, 2)
    assert found.kept == (CommitmentLine("Share the draft.", due="May 2027"),)
    assert ("Secret.", TOO_HIGH) in [(out.what, out.why) for out in found.left_out]
    assert any(out.what.startswith("Who owes what") for out in found.left_out)


def test_inside_a_promise_keeps_its_owner_and_status_up_to_the_marking():
    found = redact_promises([(LINE, 2), (CommitmentLine("Secret."), 3)], INSIDE, 2)
    assert found.kept == (LINE,)
    assert [out.what for out in found.left_out] == ["Secret."]


def test_nothing_in_nothing_out():
    assert redact_promises([], OUTSIDE, 0).left_out == ()
    assert redact_sides([], OUTSIDE, 0, chatham_house=True).left_out == ()
