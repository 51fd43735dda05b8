"""A marking is lowered by two people: through the pages, of every kind of record, and of paragraphs in a readout."""

import pytest
from sqlalchemy import select

from app import queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.lowering import TWO_PEOPLE, LoweringFacts, Outcome
from app.domain.source_text import TextKind
from app.models.joint_statement import JointStatement
from app.models.lowering import Lowering
from app.models.position import Position
from app.models.readout import Readout
from app.models.source_text import SourceText
from app.models.substance import Note
from tests import a
from tests.web.test_markings_that_change import filled

WORD = "quokka"


@pytest.fixture
def record(house):
    """A proposer and a second officer cleared to 2, a reader cleared to 1, a dialogue at 1 and a meeting at 2."""
    dialogue = a.dialogue(house, marking=1)
    meeting = a.meeting(house, dialogue, marking=2, title=f"About the {WORD}")
    return house, dialogue, meeting, house.officer(), house.officer(), house.officer(Role.READER, clearance=1)


def propose(browser, table, row, to=1, because="Their minister told the press.", **more):
    path = f"/markings/propose/{table}/{row.ref}"
    return browser.submit(path, {"to": str(to), "because": because, **more})


def waiting(house):
    with house.system() as work:
        return list(work.all(select(Lowering).where(Lowering.outcome == Outcome.WAITING)))


def decide(browser, row, **fields):
    return browser.submit(f"/markings/{row.ref}/decide", fields)


def test_one_proposes_another_lowers_and_only_then_others_know(record):
    house, _, meeting, writer, second, reader = record
    browser, other, seen = (house.client(one) for one in (writer, second, reader))
    assert propose(browser, "meeting", meeting).status_code == 303
    [row] = waiting(house)
    assert seen.get(f"/meetings/{meeting.ref}").status_code == 404
    assert seen.get(f"/markings/{row.ref}").status_code == 404
    assert WORD not in seen.get("/markings").text
    assert browser.get(f"/markings/{row.ref}/decide").status_code == 403
    assert "Lower markings to decide" not in browser.get("/").text
    assert WORD in other.get("/").text.split("Lower markings to decide")[1]
    page = other.get(f"/markings/{row.ref}/decide").text
    assert "told the press" in page
    assert reader.name in page  # who could know it then
    assert decide(other, row, lower="y").status_code == 303
    assert seen.get(f"/meetings/{meeting.ref}").status_code == 200
    assert waiting(house) == []
    with house.system() as work:
        assert work.one(queries.lowerings.by_ref(row.ref)).decided_by.name == second.name
        assert services.audit.verify(work) is None
    assert "told the press" in other.get("/audit").text
    assert "told the press" not in seen.get("/audit").text  # the log keeps the higher marking
    assert seen.get(f"/markings/{row.ref}").status_code == 404


def test_a_no_has_a_reason_a_proposal_is_taken_back_and_neither_changes_anything(record):
    house, _, meeting, writer, second, _ = record
    browser, other = house.client(writer), house.client(second)
    propose(browser, "meeting", meeting)
    [row] = waiting(house)
    answer = decide(other, row, leave="y", word="")
    assert answer.status_code == 422
    assert "Say why the marking stays" in answer.text
    assert decide(other, row, leave="y", word="The press has only half.").status_code == 303
    assert "The press has only half." in browser.get(f"/markings/{row.ref}").text
    assert decide(other, row, lower="y").status_code == 422  # decided already
    propose(browser, "meeting", meeting)
    [row] = waiting(house)
    assert other.post(f"/markings/{row.ref}/take-back", other.carried("/markings")).status_code in {403, 422}
    assert "Take it back" in browser.get(f"/markings/{row.ref}").text
    assert (
        browser.post(f"/markings/{row.ref}/take-back", browser.carried(f"/markings/{row.ref}")).status_code
        == 303
    )
    with house.system() as work:
        assert work.one(queries.meetings.by_ref(meeting.ref)).marking == 2


@pytest.mark.parametrize("fields", [{"to": 2}, {"to": 0}, {"to": 9}, {"to": "x"}, {"because": " "}], ids=str)
def test_what_cannot_be_proposed_is_said_at_the_form_and_nothing_is_lost(record, fields):
    house, _, meeting, writer, _, _ = record
    sent = {"to": 1, "because": "A reason of mine", **fields}
    answer = propose(house.client(writer), "meeting", meeting, **sent)
    assert answer.status_code == 422
    assert "A reason of mine" in answer.text or fields == {"because": " "}
    assert waiting(house) == []


def test_a_second_proposal_of_the_same_record_is_told_of_the_first(record):
    house, _, meeting, writer, second, _ = record
    propose(house.client(writer), "meeting", meeting)
    [row] = waiting(house)
    assert f"/markings/{row.ref}" in house.client(second).get(f"/markings/propose/meeting/{meeting.ref}").text
    facts = LoweringFacts(1, "Again")
    with house.work(house.viewer(second)) as work:
        with pytest.raises(RuleBroken):
            services.lowerings.propose(work, "meeting", meeting.ref, facts, None)
        work.drop()


@pytest.mark.parametrize("role", [Role.READER, Role.ADMINISTRATOR])
def test_neither_readers_nor_administrators_propose_or_decide(record, role):
    house, _, meeting, writer, _, _ = record
    propose(house.client(writer), "meeting", meeting)
    [row] = waiting(house)
    browser = house.client(house.officer(role))
    for path in (f"/markings/propose/meeting/{meeting.ref}", f"/markings/{row.ref}/decide"):
        assert browser.get(path).status_code in {403, 404}
    carried = browser.carried("/account")
    assert browser.post(f"/markings/{row.ref}/decide", {**carried, "lower": "y"}).status_code in {403, 404}
    assert waiting(house) != []


def test_what_changed_since_it_was_read_is_read_again_before_it_is_lowered(record):
    house, _, meeting, writer, second, _ = record
    browser, other = house.client(writer), house.client(second)
    propose(browser, "meeting", meeting)
    [row] = waiting(house)
    carried = other.carried(f"/markings/{row.ref}/decide")
    path = f"/meetings/{meeting.ref}/revise"
    assert browser.submit(path, {**filled(browser, path), "summary": "Something new."}).status_code == 303
    answer = other.post(f"/markings/{row.ref}/decide", {**carried, "lower": "y"})
    assert answer.status_code == 409
    assert "changed meanwhile" in answer.text
    with house.system() as work:
        assert work.one(queries.meetings.by_ref(meeting.ref)).marking == 2


def rows_of_each_kind(house, dialogue, meeting):
    """One record of each kind whose marking people choose, at 2 in a dialogue at 1."""
    author = house.officer()
    promise = a.commitment(house, dialogue, marking=2, sentence="Share the draft.")
    said = {"title": "Their release", "kind": TextKind.NOTES, "text": "The sides met.", "added_at": house.now}
    text = a.put(house, SourceText, dialogue, marking=2, **said)
    plain = a.meeting(house, dialogue, marking=1, title="Plain")
    rows = {
        "meeting": meeting,
        "round": a.round_(house, dialogue, marking=2),
        "commitment": promise,
        "follow_up": a.follow_up(house, dialogue, author, marking=2),
        "source_text": text,
        "joint_statement": a.put(
            house,
            JointStatement,
            meeting,
            meeting_id=meeting.id,
            title="Joint",
            opened_at=house.now,
            changed_at=house.now,
        ),
        "note": a.note(house, plain, "They said something.", marking=2),
    }
    with house.system() as work:
        fields = {"dialogue_id": dialogue.id, "marking": 2, "partner_id": dialogue.partner_id}
        rows["position"] = work.add(
            Position(**fields, process="oewg", stand="open", day=house.now.date(), noted_at=house.now)
        )
        work.act(Action.LOAD_RECORD, on=dialogue)
    return rows


def test_every_kind_of_record_is_lowered_by_two_and_by_no_form_alone(record):
    house, dialogue, meeting, writer, second, _ = record
    browser, other = house.client(writer), house.client(second)
    for table, row in rows_of_each_kind(house, dialogue, meeting).items():
        assert propose(browser, table, row).status_code == 303, table
        [waits] = waiting(house)
        assert decide(other, waits, lower="y").status_code == 303, table
        with house.system() as work:
            assert work.one(queries.lowerings.record(table, row.ref)).marking == 1, table


@pytest.mark.parametrize(
    "what",
    [
        "dialogues",
        "rounds",
        "meetings",
        "commitments",
        "follow-ups",
        "texts",
        "joint-statements",
        "record/notes",
    ],
)
def test_a_form_that_lowers_is_refused_at_its_field_and_keeps_what_was_typed(house, what):
    dialogue = a.dialogue(house, marking=2 if what == "dialogues" else 1)
    rows = rows_of_each_kind(house, dialogue, a.meeting(house, dialogue, marking=2))
    row = {
        "dialogues": dialogue, "rounds": rows["round"], "meetings": rows["meeting"],
        "commitments": rows["commitment"], "follow-ups": rows["follow_up"], "texts": rows["source_text"],
        "record/notes": rows["note"],
        "joint-statements": rows["joint_statement"],
    }[what]  # fmt: skip
    browser = house.client(house.officer())
    path = f"/{what}/{row.ref}" + ("" if what == "record/notes" else "/revise")
    now = filled(browser, path)
    [field] = [name for name in ("mandate", "summary", "sentence", "text", "title") if name in now][:1]
    answer = browser.submit(path, {**now, field: "Typed just now", "marking": "1"})
    assert answer.status_code == 422
    assert TWO_PEOPLE in answer.text
    assert "Typed just now" in answer.text
    assert "/markings/propose/" in answer.text
    table = row.__tablename__
    with house.system() as work:
        assert work.one(queries.lowerings.record(table, row.ref)).marking == 2


def test_a_name_is_lowered_by_two_and_not_by_writing_the_list_anew(record):
    house, dialogue, _, writer, second, _ = record
    browser = house.client(writer)
    plain = {
        "side": "theirs",
        "name": "Japan",
        "delegates-0-name": "Tanaka Hanako",
        "delegates-0-role": "head",
    }
    low = a.meeting(house, dialogue, marking=1, title="Plain")
    path = f"/record/meetings/{low.ref}/delegations/add"
    assert browser.submit(path, {**plain, "delegates-0-marking": "2"}).status_code == 303
    with house.system() as work:
        [side] = work.all(queries.substance.delegations_of(low))
        [person] = side.delegates
    assert (side.marking, person.marking) == (1, 2)
    path = f"/record/delegations/{side.ref}"
    answer = browser.submit(path, {**filled(browser, path), "delegates-0-marking": "1"})
    assert answer.status_code == 422
    assert TWO_PEOPLE in answer.text
    assert propose(browser, "delegate", person).status_code == 303
    [row] = waiting(house)
    assert decide(house.client(second), row, lower="y").status_code == 303
    with house.system() as work:
        [side] = work.all(queries.substance.delegations_of(low))
    assert side.delegates[0].marking == 1


def test_no_service_lowers_a_marking_past_the_spine(record):
    house, _, meeting, writer, _, _ = record
    with house.work(house.viewer(writer)) as work:
        row = work.one(queries.meetings.by_ref(meeting.ref))
        row.marking = 1
        work.act(Action.REVISE_MEETING, on=row)
        with pytest.raises(RuleBroken):
            work.keep()
        work.drop()


@pytest.mark.parametrize("with_parts", [False, True])
def test_a_whole_is_lowered_alone_or_with_what_is_marked_the_same(record, with_parts):
    house, _, meeting, writer, second, reader = record
    a.note(house, meeting, f"The {WORD} is shy.", marking=2)
    browser = house.client(writer)
    assert "1 note" in browser.get(f"/markings/propose/meeting/{meeting.ref}").text
    propose(browser, "meeting", meeting, **({"with_parts": "y"} if with_parts else {}))
    [row] = waiting(house)
    assert decide(house.client(second), row, lower="y").status_code == 303
    assert (f"The {WORD} is shy." in house.client(reader).get(f"/meetings/{meeting.ref}").text) is with_parts
    with house.system() as work:
        [note] = work.all(select(Note))
    assert note.marking == (1 if with_parts else 2)


def test_a_record_that_is_raised_takes_its_proposals_along(record):
    house, dialogue, meeting, writer, _, reader = record
    plain = a.meeting(house, dialogue, marking=1, title="Plain")
    browser = house.client(writer)
    with house.system() as work:
        told = Lowering(
            dialogue_id=dialogue.id, marking=1, record_kind="meeting", record_ref=plain.ref, title="Plain",
            from_rank=1, to_rank=0, because=f"The {WORD}", proposed_by_id=writer.id, proposed_at=house.now,
        )  # fmt: skip
        work.add(told)
        work.act(Action.LOAD_RECORD, on=dialogue)
    assert house.client(reader).get(f"/markings/{told.ref}").status_code == 200
    path = f"/meetings/{plain.ref}/revise"
    assert browser.submit(path, {**filled(browser, path), "marking": "2"}).status_code == 303
    assert house.client(reader).get(f"/markings/{told.ref}").status_code == 404


# -- paragraphs of a readout -----------------------------------------------------------------------


@pytest.fixture
def draft(house):
    """A public readout drafted from a meeting at 1 with a note at 2; its author and a head."""
    dialogue = a.dialogue(house, marking=0)
    meeting = a.meeting(house, dialogue, marking=1, summary="The sides met.")
    a.note(house, meeting, f"They brought a {WORD}.", marking=2)
    author = house.officer()
    with house.work(house.viewer(author)) as work:
        made = services.readouts.draft(work, "meetings", meeting.ref, "Readout", "public")
        ref = made.ref
    return house, author, house.officer(Role.HEAD_OF_DESK), f"/readouts/{ref}"


def row_of(house):
    with house.system() as work:
        return work.one(select(Readout))


def lowered(browser, page, because):
    path = f"{page}/revise"
    now = filled(browser, path)
    marks = {name: "0" for name in now if name.startswith("passages-") and name.endswith("-marking")}
    voices = {name: "summary" for name in now if name.startswith("passages-") and name.endswith("-voice")}
    keys = {
        name: value
        for name, value in browser.carried(path).items()
        if name.startswith("passages-") and name.endswith("-key")
    }
    return browser.submit(path, {**now, **keys, **marks, **voices, "because": because})


def test_paragraphs_are_lowered_with_a_reason_and_by_approval(draft):
    house, author, head, page = draft
    browser, boss = house.client(author), house.client(head)
    answer = lowered(browser, page, "")
    assert answer.status_code == 422
    assert "Say why the words may be known further" in answer.text
    assert WORD in answer.text
    assert lowered(browser, page, "Agreed with them for the press.").status_code == 303
    assert row_of(house).marking == 2  # nobody else agreed yet
    junior = house.client(house.officer(clearance=1))
    assert junior.get(page).status_code == 404
    shown = boss.get(page).text
    assert "Agreed with them for the press." in shown
    assert "Whoever approves agrees to that" in shown
    assert boss.post(f"{page}/approve", boss.carried(page)).status_code == 303
    assert row_of(house).marking == 1
    assert junior.get(page).status_code == 200
    assert "Agreed with them for the press." in boss.get("/audit").text
    assert boss.post(f"{page}/release", boss.carried(page)).status_code == 303


def test_a_paragraph_that_is_taken_out_leaves_the_rest_as_it_was(draft):
    house, author, _, page = draft
    browser = house.client(author)
    number = next(n for n, p in enumerate(row_of(house).paragraphs) if WORD in str(p["text"]))
    carried = browser.carried(page)
    sent = {**carried, "number": str(number), "version": str(row_of(house).version)}
    assert browser.post(f"{page}/switch", sent).status_code == 303
    assert row_of(house).marking == 2  # it is still in the draft, only not in the version


def test_what_is_marked_lowest_is_not_offered_a_form(house):
    meeting = a.meeting(house, a.dialogue(house, marking=0), marking=0)
    page = house.client(house.officer()).get(f"/markings/propose/meeting/{meeting.ref}").text
    assert "cannot be marked lower" in page
    assert "<textarea" not in page
