"""Positions and accessions are kept beside each other, corrected so that it is seen, and known to those who may."""

from datetime import date

import pytest

from app import queries, services
from app.domain.access import Role
from app.domain.dialogue import DialogueKind
from app.domain.errors import Missing, Refused, RuleBroken, Stale
from app.domain.position import AccessionFacts, Bond, PositionFacts, Stand, holding
from tests import a

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(house):
    """A dialogue with Japan, a round of it, an officer of the desk, and Japan."""
    dialogue = a.dialogue(house, "JP", marking=0)
    with house.system() as work:
        partner = work.one(queries.partners.by_code("JP"))
    return house, dialogue, a.round_(house, dialogue, marking=1), house.officer(), partner


def facts(**given):
    return PositionFacts(
        **{"process": "oewg", "stand": Stand.SUPPORTS, "said_on": "May 2024", "marking": 1, **given}
    )


def add(house, officer, partner, where="", **given):
    with house.work(house.viewer(officer)) as work:
        return services.positions.add(work, partner.ref, where, facts(**given))


def rows(house, officer, partner):
    with house.work(house.viewer(officer), writes=False) as work:
        return list(work.all(queries.positions.positions_of(partner.id)))


def test_a_new_position_stands_beside_the_older_one(desk):
    house, _, round_, officer, japan = desk
    add(house, officer, japan, f"round:{round_.ref}")
    add(house, officer, japan, f"round:{round_.ref}", stand=Stand.OPEN, said_on="3 June 2025")
    found = rows(house, officer, japan)
    assert [(row.stand, row.day) for row in found] == [
        (Stand.OPEN, date(2025, 6, 3)),
        (Stand.SUPPORTS, date(2024, 5, 31)),
    ]
    assert {row.round_id for row in found} == {round_.id}
    assert holding(found, date(2025, 6, 2))[(japan.id, "oewg")].stand is Stand.SUPPORTS


def test_outside_any_dialogue_it_goes_to_the_desks_file_of_contacts(desk):
    house, dialogue, _, officer, japan = desk
    row = add(house, officer, japan)
    with house.system() as work:
        kinds = {d.id: d.kind for d in work.all(queries.dialogues.of_partner(japan.id))}
    assert row.dialogue_id != dialogue.id
    assert kinds[row.dialogue_id] is DialogueKind.CONTACTS


def test_a_correction_strikes_the_wrong_one_and_keeps_both(desk):
    house, _, round_, officer, japan = desk
    wrong = add(house, officer, japan, f"round:{round_.ref}")
    with house.work(house.viewer(officer)) as work:
        services.positions.correct(
            work, wrong.ref, facts(stand=Stand.OPPOSES, marking=2), "Misheard.", wrong.version
        )
    by_stand = {row.stand: row for row in rows(house, officer, japan)}
    struck, right = by_stand[Stand.SUPPORTS], by_stand[Stand.OPPOSES]
    assert (struck.struck_because, struck.struck_by_id, right.corrects_id) == (
        "Misheard.",
        officer.id,
        struck.id,
    )
    assert struck.marking == right.marking == 2
    assert holding(by_stand.values(), TODAY)[(japan.id, "oewg")].id == right.id
    assert rows(house, house.officer(clearance=1), japan) == []


def test_what_was_corrected_is_not_corrected_again_nor_over_somebody_elses_correction(desk):
    house, _, round_, officer, japan = desk
    wrong = add(house, officer, japan, f"round:{round_.ref}")
    with house.work(house.viewer(officer)) as work:
        services.positions.correct(work, wrong.ref, facts(), "Twice.", wrong.version)
    with pytest.raises(Stale), house.work(house.viewer(officer)) as work:
        services.positions.correct(work, wrong.ref, facts(), "Again.", wrong.version)
    with pytest.raises(RuleBroken), house.work(house.viewer(officer)) as work:
        services.positions.correct(work, wrong.ref, facts(), "Again.", None)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"process": "no-such"}, "about"),
        ({"said_on": "3 December 2026"}, "said_on"),
        ({"said_on": ""}, "said_on"),
        ({"marking": 0}, "marking"),
        ({"marking": 3}, "marking"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(desk, given, field):
    house, _, round_, officer, japan = desk
    with pytest.raises(RuleBroken) as refused:
        add(house, officer, japan, f"round:{round_.ref}", **given)
    assert refused.value.field == field


def test_a_position_was_voiced_with_its_own_partner(desk):
    house, _, round_, officer, _ = desk
    with house.system() as work:
        korea = work.one(queries.partners.by_code("KR"))
    with pytest.raises(RuleBroken, match="not with"):
        add(house, officer, korea, f"round:{round_.ref}")


@pytest.mark.parametrize(("role", "why"), [(Role.READER, Refused), (Role.ADMINISTRATOR, Missing)])
def test_only_those_whose_work_it_is_note_positions(desk, role, why):
    house, _, round_, _, japan = desk
    with pytest.raises(why):
        add(house, house.officer(role), japan, f"round:{round_.ref}")


def test_another_desk_knows_nothing_of_it(desk):
    house, _, round_, officer, japan = desk
    row = add(house, officer, japan, f"round:{round_.ref}")
    stranger = house.officer(desk="Europe desk")
    assert rows(house, stranger, japan) == []
    with pytest.raises(Missing), house.work(house.viewer(stranger)) as work:
        services.positions.correct(work, row.ref, facts(), "No.", row.version)


def test_an_accession_is_kept_with_its_history_and_known_to_everybody(desk):
    house, _, _, officer, japan = desk

    def said(bond, since):
        return AccessionFacts("budapest", bond, since, source="The depositary")

    with house.work(house.viewer(officer)) as work:
        services.accessions.add(work, japan.ref, said(Bond.SIGNATORY, "2001"))
        wrong = services.accessions.add(work, japan.ref, said(Bond.INVITED, "2003"))
    with house.work(house.viewer(officer)) as work:
        services.accessions.correct(
            work, wrong.ref, said(Bond.PARTY, "2012"), "Another state.", wrong.version
        )
    with house.work(house.viewer(house.officer(Role.READER, desk="Europe desk"))) as work:
        found = work.all(queries.positions.accessions_of(japan.id))
    assert [(row.bond, row.struck_at is None) for row in found] == [
        (Bond.PARTY, True),
        (Bond.INVITED, False),
        (Bond.SIGNATORY, True),
    ]
    assert holding(found, date(2005, 1, 1))[(japan.id, "budapest")].bond is Bond.SIGNATORY
    with pytest.raises(Refused), house.work(house.viewer(house.officer(Role.READER))) as work:
        services.accessions.add(work, japan.ref, said(Bond.PARTY, "2012"))


def test_a_position_is_noted_on_a_topic_too_and_stands_beside_those_on_processes(desk):
    house, _, round_, officer, japan = desk
    add(house, officer, japan, f"round:{round_.ref}", process="", topic="ransomware")
    wrong = add(house, officer, japan, f"round:{round_.ref}", stand=Stand.OPEN)
    held = holding(rows(house, officer, japan), TODAY)
    assert {about for _, about in held} == {"topic:ransomware", "oewg"}
    with house.work(house.viewer(officer)) as work:
        services.positions.correct(
            work, wrong.ref, facts(process="", topic="norms"), "It was of the norms.", wrong.version
        )
        assert [row.process for row in work.all(queries.positions.all_positions())] == []
        assert [row.topic for row in work.all(queries.positions.positions_of(japan.id, "topic:norms"))] == [
            "norms"
        ]


@pytest.mark.parametrize("topic", ["no-such", "oewg", "", "topic:ransomware"])
def test_a_topic_is_one_of_those_listed(desk, topic):
    house, _, round_, officer, japan = desk
    with pytest.raises(RuleBroken) as refused:
        add(house, officer, japan, f"round:{round_.ref}", process="", topic=topic)
    assert refused.value.field == "about"
