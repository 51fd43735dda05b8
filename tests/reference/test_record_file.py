"""The public record that ships is whole, and every chair sees all of it."""

from datetime import date

import pytest

from app.domain.dialogue import DialogueKind, Track
from app.domain.public_record import seen_from
from app.domain.public_round import PublicStanding
from app.domain.stated_date import Precision
from app.reference import shelf

SERIES = shelf.public_record().series
ROUNDS = [held for series in SERIES for held in series.rounds]
TODAY = date(2026, 3, 1)


def unique(values: list[str]) -> bool:
    return len(values) == len(set(values))


def test_the_record_holds_44_series_and_99_rounds():
    assert (len(SERIES), len(ROUNDS)) == (44, 99)
    assert unique([series.code for series in SERIES])
    assert sum(series.track is not Track.ONE for series in SERIES) == 2


def test_every_topic_party_and_city_of_the_record_is_on_the_shelf():
    topics = {topic.code for topic in shelf.topics()}
    partners = {partner.code for partner in shelf.partners()}

    for series in SERIES:
        assert set(series.parties) <= partners
        assert {name.of for name in series.names} <= {*series.parties, ""}
    for held in ROUNDS:
        assert set(held.topics) <= topics
        assert not held.city or shelf.city(held.city)
        if held.next_round and held.next_round.city:
            assert shelf.city(held.next_round.city)


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series.code)
def test_who_spoke_was_at_the_table(series):
    for held in series.rounds:
        assert {chair.party for chair in held.chairs} <= set(series.parties)
        assert {said.by for said in held.commitments} <= {*series.parties, ""}


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series.code)
def test_rounds_stand_in_the_order_in_which_they_were_held(series):
    numbers = [held.number for held in series.rounds if held.number is not None]
    dates = [held.starts for held in series.rounds if held.starts is not None]

    assert numbers == sorted(set(numbers))
    assert dates == sorted(dates)


def test_a_round_has_both_its_bounds_or_says_what_is_known_of_its_date():
    for held in ROUNDS:
        assert (held.starts is None) is (held.ends is None) is (held.precision is Precision.NONE)
        assert bool(held.stated) is (held.precision not in {Precision.DAY, Precision.SPAN})
        if held.starts and held.ends:
            assert held.starts <= held.ends
            assert (held.starts < held.ends) is (held.precision is not Precision.DAY)


def test_every_round_names_a_source_and_how_sure_it_is():
    for held in ROUNDS:
        assert held.sources
        assert all(source.title and source.url.startswith("http") for source in held.sources)
        assert held.confidence in {"good", "fair", "low"}


def test_a_sentence_is_somebodys_exactly_if_it_opens_with_a_partners_name():
    partners = {name: partner.code for partner in shelf.partners() for name in (*partner.names, partner.code)}

    for held in ROUNDS:
        for said in held.commitments:
            head, colon, _ = said.text.partition(": ")
            assert said.by == (partners[head] if colon else "")


def test_a_sentence_is_about_the_next_round_only_where_one_was_announced():
    told = [held for held in ROUNDS if any(said.about_next_round for said in held.commitments)]
    announced = [held for held in ROUNDS if held.next_round]
    without_a_sentence = [held.next_round.stated for held in announced if held not in told]

    assert all(held.next_round for held in told)
    assert without_a_sentence == ["Q2 2022 (23rd EU-Ukraine Summit)"]


@pytest.mark.parametrize(
    ("own_side", "own"), [("EU", 10), ("JP", 11), ("US", 13), ("IN", 7), ("KR", 9), ("GB", 7), ("PT", 0)]
)
def test_from_every_chair_all_of_the_record_is_seen(own_side, own):
    seen = seen_from(own_side, SERIES, TODAY)

    assert sum(series.kind is DialogueKind.DIALOGUE for series in seen) == own
    assert sum(series.kind is DialogueKind.OBSERVED for series in seen) == 44 - own
    assert sum(len(series.rounds) for series in seen) == 99
    assert all(series.partner and series.partner != own_side for series in seen)


def test_of_the_rounds_that_were_only_announced_none_is_ahead():
    standings = [held.standing(TODAY) for held in ROUNDS]

    assert standings.count(PublicStanding.HELD) == 93
    assert standings.count(PublicStanding.ANNOUNCED) == 6


@pytest.mark.parametrize(
    ("own_side", "code", "ours", "theirs"),
    [
        ("EU", "eu-jp", "EU-Japan Cyber Dialogue", "Japan-EU Cyber Dialogue"),
        ("JP", "eu-jp", "Japan-EU Cyber Dialogue", "EU-Japan Cyber Dialogue"),
        ("IN", "in-jp", "India-Japan Cyber Dialogue", "日インド・サイバー協議"),
        (
            "KR",
            "us-kr",
            "ROK-US Cyber Policy Consultation",
            "US-Republic of Korea Cyber Policy Consultations",
        ),
    ],
)
def test_each_side_calls_the_series_by_its_own_name(own_side, code, ours, theirs):
    [series] = [one for one in seen_from(own_side, SERIES, TODAY) if one.facts.code == code]

    assert (series.our_name, series.their_name) == (ours, theirs)
