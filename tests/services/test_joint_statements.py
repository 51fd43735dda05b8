"""Joint statements: opened, versions recorded, moved on, marked as one chain, agreed, and what becomes of them."""

from datetime import date

import pytest

from app import queries, services
from app.domain.access import Role
from app.domain.errors import Missing, Refused, RuleBroken, Stale
from app.domain.joint_facts import JointFacts, VersionFacts
from app.domain.joint_statement import Move, MoveFacts, State
from app.domain.lowering import LoweringFacts
from app.domain.papers.made import Wish
from app.domain.party_order import Host, Order
from app.domain.readout import Audience, Stage
from app.domain.search_words import query_words
from tests import a

DAY = date(2026, 11, 19)
AGREED = MoveFacts(DAY, "Anna Lind", "Mr Tanaka", "the Council", "At the table.")


@pytest.fixture
def begun(house):
    """A statement of a meeting without a text, its officer's eyes."""
    dialogue = a.dialogue(house)
    meeting = a.meeting(house, dialogue, marking=0, city="Tokyo")
    viewer = house.viewer(house.officer())
    with house.work(viewer) as work:
        row = services.joint_statements.open_statement(
            work, "meetings", meeting.ref, JointFacts("Joint statement", 1, their_people="Their desk")
        )
    return house, viewer, meeting, row.ref


def record(house, viewer, ref, how, text, marking=1, seen=None, **facts):
    facts = {"on": None if how is Move.DRAFT else DAY, **facts}
    with house.work(viewer) as work:
        return services.joint_statements.record(work, ref, VersionFacts(how, text, marking, **facts), seen)


def go(house, viewer, ref, step, facts=AGREED, seen=None):
    with house.work(viewer) as work:
        return services.joint_moves.move(work, ref, step, facts, seen)


def statement(house, ref):
    with house.system() as work:
        return work.one(queries.joint_statements.by_ref(ref))


def versions(house, ref):
    with house.system() as work:
        row = work.one(queries.joint_statements.by_ref(ref))
        return work.all(queries.joint_statements.versions_in(row.id, tuple(range(1, row.latest + 1))))


def test_versions_follow_each_other_and_none_is_changed(begun):
    house, viewer, _, ref = begun
    record(house, viewer, ref, Move.DRAFT, "We act.")
    go(house, viewer, ref, Move.SEND, MoveFacts(DAY, word="By mail."))
    record(house, viewer, ref, Move.RECEIVE, "We [JP: will] act.\n\nAs ] sent.", through="From Mr Tanaka.")
    first, second = versions(house, ref)
    assert [(v.number, v.how, v.text, v.open_points) for v in (first, second)] == [
        (1, Move.DRAFT, "We act.", 0),
        (2, Move.RECEIVE, "We [JP: will] act.\n\nAs ] sent.", 1),
    ]
    row = statement(house, ref)
    assert (row.state, row.latest, row.open_points) == (State.WITH_US, 2, 1)
    with house.system() as work:
        moves = work.all(queries.joint_statements.moves_of(row.id))
        assert [(m.move, m.of_number, m.to_state, m.word) for m in moves] == [
            (Move.RECEIVE, 2, State.WITH_US, "From Mr Tanaka."),
            (Move.SEND, 1, State.WITH_PARTNER, "By mail."),
            (Move.DRAFT, 1, State.DRAFTED, ""),
        ]
        exchanges = work.all(queries.joint_statements.exchanges_of(row.id))
        assert services.joint_reading.answered(exchanges) == (1, 2)
        assert services.audit.verify(work) is None


@pytest.mark.parametrize(
    ("how", "text", "facts", "field"),
    [
        (Move.DRAFT, "We [act.", {}, "text"),
        (Move.SEND, "We act].", {}, "text"),
        (Move.DRAFT, "  ", {}, "text"),
        (Move.RECEIVE, "a.\n\n" * 1_001, {}, "text"),
        (Move.SEND, "We act.", {"on": None}, "on"),
        (Move.RECEIVE, "We act.", {"on": date(2027, 1, 1)}, "on"),
        (Move.DRAFT, "We act.", {"marking": 0}, "marking"),
        (Move.DRAFT, "We act.", {"marking": 3}, "marking"),
    ],
)
def test_what_is_wrong_with_a_version_is_told_at_its_field_and_nothing_is_kept(
    begun, how, text, facts, field
):
    house, viewer, _, ref = begun
    with pytest.raises(RuleBroken) as refused:
        record(house, viewer, ref, how, text, **facts)
    assert refused.value.field == field
    assert (statement(house, ref).latest, versions(house, ref)) == (0, [])


def test_the_same_draft_twice_is_none(begun):
    house, viewer, _, ref = begun
    record(house, viewer, ref, Move.DRAFT, "We act.")
    with pytest.raises(RuleBroken, match="word for word"):
        record(house, viewer, ref, Move.DRAFT, "We act.")
    record(house, viewer, ref, Move.RECEIVE, "We act.")  # it came back as it was: that is something


def test_two_who_record_at_once_do_not_cross(begun):
    house, viewer, _, ref = begun
    seen = statement(house, ref).version
    record(house, viewer, ref, Move.DRAFT, "We act.", seen=seen)
    with pytest.raises(Stale):
        record(house, viewer, ref, Move.DRAFT, "We wait.", seen=seen)
    with pytest.raises(Stale):
        go(house, viewer, ref, Move.SEND, seen=seen)
    assert statement(house, ref).latest == 1


def test_it_is_agreed_ad_referendum_gone_back_on_and_agreed_in_the_end(begun):
    house, viewer, _, ref = begun
    record(house, viewer, ref, Move.SEND, "We [will] act.")
    with pytest.raises(RuleBroken, match="1 point is still open"):
        go(house, viewer, ref, Move.AGREE_AD_REFERENDUM)
    record(house, viewer, ref, Move.RECEIVE, "We will act.")
    go(house, viewer, ref, Move.AGREE_AD_REFERENDUM)
    with pytest.raises(RuleBroken, match="agreed ad referendum and is not changed"):
        record(house, viewer, ref, Move.DRAFT, "We might act.")
    go(house, viewer, ref, Move.GO_BACK, MoveFacts(DAY, word="Tokyo wants “may”."))
    record(house, viewer, ref, Move.RECEIVE, "We may act.")
    go(house, viewer, ref, Move.AGREE)
    with pytest.raises(RuleBroken, match="is not changed any more"):
        record(house, viewer, ref, Move.SEND, "We act.")
    with pytest.raises(RuleBroken):
        go(house, viewer, ref, Move.GO_BACK)
    row = statement(house, ref)
    assert (row.state, row.latest) == (State.AGREED, 3)
    with house.system() as work:
        agreed = services.joint_moves.agreement(work, row)
        assert (agreed.of_number, agreed.for_us, agreed.for_them) == (3, "Anna Lind", "Mr Tanaka")
        words = [m.word for m in work.all(queries.joint_statements.moves_of(row.id))]
        assert "Tokyo wants “may”." in words


def test_it_is_broken_off_and_taken_up_again(begun):
    house, viewer, _, ref = begun
    record(house, viewer, ref, Move.SEND, "We act.")
    with pytest.raises(RuleBroken, match="no agreed text"):
        go(house, viewer, ref, Move.BREAK_OFF, MoveFacts())
    go(house, viewer, ref, Move.BREAK_OFF, MoveFacts(word="No text on norms."))
    with pytest.raises(RuleBroken, match="broken off"):
        record(house, viewer, ref, Move.DRAFT, "We wait.")
    go(house, viewer, ref, Move.TAKE_UP, MoveFacts(word="They called."))
    assert statement(house, ref).state is State.WITH_US


def test_nothing_is_sent_that_is_not_there_or_is_theirs(begun):
    house, viewer, _, ref = begun
    with pytest.raises(RuleBroken, match="no text yet"):
        go(house, viewer, ref, Move.SEND)
    record(house, viewer, ref, Move.RECEIVE, "We act.")
    with pytest.raises(RuleBroken, match="no draft of ours"):
        go(house, viewer, ref, Move.SEND)


def test_the_chain_is_marked_as_one(begun):
    house, viewer, meeting, ref = begun
    record(house, viewer, ref, Move.DRAFT, "We act.")
    record(house, viewer, ref, Move.DRAFT, "We wait.", marking=2)

    def markings():
        row = statement(house, ref)
        with house.system() as work:
            moves = work.all(queries.joint_statements.moves_of(row.id))
        return {row.marking, *(v.marking for v in versions(house, ref)), *(m.marking for m in moves)}

    assert markings() == {2}
    with house.work(viewer) as work:
        with pytest.raises(RuleBroken):
            services.joint_statements.revise(work, ref, JointFacts("Joint statement", 1), None)
        work.drop()
    with house.work(viewer) as work:  # by two, and then always the whole chain
        facts = LoweringFacts(1, "It was read out.")
        proposal = services.lowerings.propose(work, "joint_statement", ref, facts, None).ref
    with house.work(house.viewer(house.officer())) as work:
        services.lowerings.lower(work, proposal, "", None)
    assert markings() == {1}
    with house.work(viewer) as work, pytest.raises(RuleBroken):
        services.joint_statements.revise(work, ref, JointFacts("x", 0, order=Order.HOST), None)
    with house.system() as work:  # the meeting rises, and what belongs to it
        row = work.one(queries.meetings.by_ref(meeting.ref))
        row.marking = 2
        work.act(services.office.Action.REVISE_MEETING, on=row)
        services.raising.raise_parts(work, row)
    assert markings() == {2}


def test_who_hosts_is_said_where_the_host_comes_first(begun):
    house, viewer, _, ref = begun
    facts = JointFacts("Joint statement", 1, order=Order.HOST)
    with house.work(viewer) as work, pytest.raises(RuleBroken) as refused:
        services.joint_statements.revise(work, ref, facts, None)
    assert refused.value.field == "host"


@pytest.mark.parametrize(
    ("role", "desk", "clearance", "refusal"),
    [
        (Role.READER, "Asia desk", 2, Refused),
        (Role.ADMINISTRATOR, None, 2, Missing),
        (Role.DESK_OFFICER, "Europe desk", 2, Missing),
        (Role.DESK_OFFICER, "Asia desk", 0, Missing),
    ],
)
def test_who_may_not_record_and_move(begun, role, desk, clearance, refusal):
    house, viewer, _, ref = begun
    record(house, viewer, ref, Move.SEND, "We act on xylobrontics.")
    other = house.viewer(house.officer(role, desk=desk, clearance=clearance))
    with pytest.raises(refusal):
        record(house, other, ref, Move.DRAFT, "We wait.")
    with pytest.raises(refusal):
        go(house, other, ref, Move.AGREE)
    with house.work(other, writes=False) as work:
        found = work.all(queries.search.found(query_words("xylobrontics")))
        assert len(found) == (1 if refusal is Refused else 0)


def test_a_public_readout_is_drafted_from_agreed_words_only(begun):
    house, viewer, _, ref = begun
    record(house, viewer, ref, Move.SEND, "Norms\n\nWe act.\n\nWe meet.")

    def draft(lower, because=""):
        with house.work(viewer) as work:
            return services.joint_onward.draft_readout(work, ref, "Joint statement", lower, because)

    with pytest.raises(RuleBroken, match="not agreed yet"):
        draft(False)
    go(house, viewer, ref, Move.AGREE)
    with pytest.raises(RuleBroken) as refused:
        draft(True)
    assert refused.value.field == "because"
    kept, lowered = draft(False), draft(True, "Both sides publish it.")
    assert [p["marking"] for p in kept.paragraphs] == [1, 1]
    assert [(p["heading"], p["text"], p["marking"]) for p in lowered.paragraphs] == [
        ("Norms", "We act.", 0), ("Norms", "We meet.", 0),
    ]  # fmt: skip
    assert (lowered.audience, lowered.stage, lowered.marking) == (
        Audience.PUBLIC,
        Stage.DRAFT,
        1,
    )  # nobody else agreed
    with house.system() as work:
        words = [entry.word for entry in work.all(queries.audit.in_order())]
        assert "from the joint statement, to be lowered from TLP:GREEN: Both sides publish it." in words
        version = services.readouts.version_now(work, work.one(queries.readouts.by_ref(lowered.ref)))
        assert [p.text for s in version.paper.sections for p in s.paragraphs] == ["We act.", "We meet."]


def test_the_paper_says_how_it_stands_and_names_each_side_first_in_its_copy(begun):
    house, viewer, _, ref = begun
    record(house, viewer, ref, Move.DRAFT, "We [EU: will] act.")
    go(house, viewer, ref, Move.SEND, MoveFacts(DAY))
    record(house, viewer, ref, Move.RECEIVE, "We will act.")

    def made(number=0, theirs=False, ceiling=None):
        with house.work(viewer, writes=False) as work:
            row = work.one(queries.joint_statements.by_ref(ref))
            return services.joint_papers.made(work, row, number, Wish(ceiling, theirs))

    facts = {fact.label: fact.value for fact in made(1).paper.facts}
    assert facts["Standing"] == (
        "Draft 1, sent to Japan on 19 November 2026, not agreed; superseded by version 2"
    )
    assert (made(1).paper.subtitle, made(1, True).paper.subtitle) == (
        "European Union and Japan", "Japan and European Union",
    )  # fmt: skip
    assert [s.heading for s in made(1).paper.sections] == ["", "Open points"]
    assert [s.heading for s in made(2).paper.sections] == [""]
    go(house, viewer, ref, Move.AGREE_AD_REFERENDUM)
    last = made(theirs=True).paper.sections[-1]
    assert [p.text for p in last.paragraphs] == [
        "Agreed ad referendum on 19 November 2026.", "For Japan: Mr Tanaka.", "For European Union: Anna Lind.",
        "Still to be confirmed by: the Council.",
    ]  # fmt: skip
    low = made(ceiling=0)
    assert "act" not in repr(low.paper.sections)
    assert [out.what for out in low.left_out] == ["The joint statement"]
    with pytest.raises(Missing):
        made(7)
    assert statement(house, ref).host is Host.NOT_SAID
