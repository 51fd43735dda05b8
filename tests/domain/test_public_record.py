"""The same public record looks different from each chair."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.commitment import OwedBy
from app.domain.delegation import Side
from app.domain.dialogue import DialogueKind, Track
from app.domain.meeting import MeetingFormat
from app.domain.public_record import SeenDelegation, SeenSeries, seen_from
from app.domain.public_round import Chair, PublicCommitment, PublicRound, PublicStanding, Series, SeriesName
from app.domain.reference import Body
from app.domain.stated_date import Precision

TODAY = date(2026, 3, 1)
ROUND = PublicRound(
    number=1,
    starts=date(2025, 5, 20),
    ends=date(2025, 5, 21),
    precision=Precision.DAY,
    stated="",
    city="Seoul",
    format=MeetingFormat.IN_PERSON,
    level="",
    announced_only=False,
    chairs=(Chair("KR", "Director-General"), Chair("EU", "Director")),
    bodies=(Body("MOFA", ("JP", "KR")), Body("EEAS", ("EU",)), Body("agencies of both", ())),
    topics=(),
    commitments=(
        PublicCommitment("Continue"),
        PublicCommitment("EU: a paper", by="EU"),
        PublicCommitment("Korea: an invitation", by="KR", about_next_round=True),
    ),
    next_round=None,
    sources=(),
    confidence="good",
    note="",
)
SERIES = Series(
    code="eu-kr",
    names=(
        SeriesName("EU-Korea Cyber Dialogue", "en", "EU"),
        SeriesName("한-EU 사이버 대화", "ko", "KR"),
        SeriesName("ROK-EU Consultation", "en", "KR"),
    ),
    parties=("EU", "KR"),
    track=Track.ONE,
    framework="",
    stated_cadence="",
    note="",
    rounds=(ROUND,),
)
TRILATERAL = replace(SERIES, code="three", parties=("JP", "CN", "KR"))


def seen(own_side: str, series: Series = SERIES) -> SeenSeries:
    [one] = seen_from(own_side, [series], TODAY)
    return one


def owed(series: SeenSeries) -> list[OwedBy]:
    return [commitment.owed_by for commitment in series.rounds[0].commitments]


def test_the_other_party_is_the_partner():
    assert (seen("EU").partner, seen("KR").partner) == ("KR", "EU")
    assert seen("EU").kind is seen("KR").kind is DialogueKind.DIALOGUE


def test_each_side_has_its_own_name_for_the_series_in_english_if_there_is_one():
    assert (seen("EU").our_name, seen("EU").their_name) == ("EU-Korea Cyber Dialogue", "ROK-EU Consultation")
    assert (seen("KR").our_name, seen("KR").their_name) == ("ROK-EU Consultation", "EU-Korea Cyber Dialogue")


def test_a_name_in_the_partners_language_serves_where_there_is_no_english_one():
    korean = replace(SERIES, names=SERIES.names[:2])

    assert seen("EU", korean).their_name == "한-EU 사이버 대화"


def test_the_usual_name_serves_where_a_side_has_none_of_its_own():
    assert seen("KR", replace(SERIES, names=SERIES.names[:1])).our_name == "EU-Korea Cyber Dialogue"


def test_delegations_stand_ours_first_then_theirs_then_nobodys():
    assert seen("EU").rounds[0].delegations == (
        SeenDelegation(Side.OURS, "EU", ("Director",), ("EEAS",)),
        SeenDelegation(Side.THEIRS, "KR", ("Director-General",), ("MOFA",)),
        SeenDelegation(Side.OTHER, "", (), ("agencies of both",)),
    )


def test_a_commitment_is_joint_unless_it_names_a_party():
    assert owed(seen("EU")) == [OwedBy.JOINT, OwedBy.OURS, OwedBy.THEIRS]
    assert owed(seen("KR")) == [OwedBy.JOINT, OwedBy.THEIRS, OwedBy.OURS]


def test_a_series_of_others_is_observed_and_what_was_promised_there_is_owed_by_others():
    observed = seen("US")

    assert (observed.kind, observed.partner, observed.others) == (DialogueKind.OBSERVED, "EU", ("KR",))
    assert set(owed(observed)) == {OwedBy.OTHER}
    assert [d.side for d in observed.rounds[0].delegations] == [Side.THEIRS, Side.OTHER, Side.OTHER]


def test_among_three_parties_the_first_of_the_others_is_the_partner():
    three = seen("KR", TRILATERAL)

    assert (three.partner, three.others) == ("JP", ("CN",))


def test_a_third_partys_undertaking_is_owed_by_others():
    said = replace(ROUND, commitments=(PublicCommitment("China: a seminar", by="CN"),))

    assert owed(seen("KR", replace(TRILATERAL, rounds=(said,)))) == [OwedBy.OTHER]


def test_a_body_that_two_parties_at_the_table_have_is_nobodys():
    nobodys = seen("KR", TRILATERAL).rounds[0].delegations[-1]

    assert (nobodys.side, nobodys.party) == (Side.OTHER, "")
    assert "MOFA" in nobodys.bodies


def test_a_series_that_names_only_our_own_side_has_no_partner():
    alone = seen("CN", replace(SERIES, parties=("CN",), rounds=()))

    assert (alone.kind, alone.partner, alone.others) == (DialogueKind.DIALOGUE, "", ())


def test_an_own_side_that_stands_alone_owes_what_it_undertook():
    said = replace(ROUND, commitments=(PublicCommitment("A seminar", by="CN"),))

    assert owed(seen("CN", replace(SERIES, parties=("CN",), rounds=(said,)))) == [OwedBy.OURS]


@pytest.mark.parametrize(
    ("announced_only", "ends", "standing"),
    [
        (False, date(2025, 5, 21), PublicStanding.HELD),
        (False, None, PublicStanding.HELD),
        (True, date(2026, 3, 2), PublicStanding.PLANNED),
        (True, TODAY, PublicStanding.PLANNED),
        (True, date(2026, 2, 28), PublicStanding.ANNOUNCED),
        (True, None, PublicStanding.ANNOUNCED),
    ],
)
def test_what_was_only_announced_is_planned_until_its_last_day_is_past(announced_only, ends, standing):
    assert replace(ROUND, announced_only=announced_only, ends=ends).standing(TODAY) is standing


@given(st.sampled_from(["EU", "KR", "JP", "CN", "US", ""]))
def test_no_series_no_round_and_no_commitment_is_lost_from_any_chair(own_side):
    views = seen_from(own_side, [SERIES, TRILATERAL], TODAY)

    assert [view.facts for view in views] == [SERIES, TRILATERAL]
    for view in views:
        assert [held.facts for held in view.rounds] == list(view.facts.rounds)
        for held in view.rounds:
            assert [commitment.facts for commitment in held.commitments] == list(held.facts.commitments)
            placed = sorted(name for delegation in held.delegations for name in delegation.bodies)
            assert placed == sorted(body.name for body in held.facts.bodies)
