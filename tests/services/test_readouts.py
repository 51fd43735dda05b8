"""Readouts: drafted from the record, revised, approved by another head, released as bytes, withdrawn."""

import hashlib

import pytest

from app import queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.commitment import OwedBy
from app.domain.delegation import DelegateRole, Side
from app.domain.errors import Missing, Refused, RuleBroken, Stale
from app.domain.readout import Audience, Stage, fingerprint
from app.domain.redaction import Passage
from app.models.substance import AgendaItem, Delegate, Delegation
from tests import a


@pytest.fixture
def record(house):
    """A held meeting with an agenda, notes, a delegation and a promise; its author, and two heads of desk."""
    dialogue = a.dialogue(house)
    meeting = a.meeting(house, dialogue, summary="The two sides met.", city="Tokyo", marking=0)
    item = a.put(house, AgendaItem, meeting, meeting_id=meeting.id, title="Norms", position=1)
    a.note(house, meeting, "They asked for a date.", agenda_item_id=item.id, marking=2)
    side = a.put(house, Delegation, meeting, meeting_id=meeting.id, side=Side.THEIRS, name="Japan")
    for name, role in (("Tanaka", DelegateRole.HEAD), ("Sato", DelegateRole.MEMBER)):
        a.put(house, Delegate, meeting, delegation_id=side.id, name=name, role=role)
    a.commitment(house, meeting, owed_by=OwedBy.THEIRS, owed_by_name="Japan", due_stated="May 2027")
    author, head = house.officer(), house.officer(Role.HEAD_OF_DESK)
    return house, meeting, house.viewer(author), house.viewer(head)


def drafted(house, meeting, viewer, audience=Audience.INTERNAL):
    with house.work(viewer) as work:
        return services.readouts.draft(work, "meetings", meeting.ref, "Readout", audience).ref


def version(house, viewer, ref):
    with house.work(viewer) as work:
        return services.readouts.version_now(work, work.one(queries.readouts.by_ref(ref)))


def approved(house, head, ref):
    with house.work(head) as work:
        services.readouts.approve(work, ref, None)


def released(house, head, ref):
    approved(house, head, ref)
    with house.work(head) as work:
        return services.releases.release(work, ref, None)[0].ref


def readout_of(house, ref):
    with house.system() as work:
        return work.one(queries.readouts.by_ref(ref))


def revised(house, viewer, ref, *passages, seen=None):
    with house.work(viewer) as work:
        services.readouts.revise(work, ref, "Readout", "", list(passages), seen)


def test_a_draft_holds_the_record_in_the_order_of_the_event(record):
    house, meeting, author, _ = record
    readout = readout_of(house, drafted(house, meeting, author))
    assert [(p["heading"], p["voice"], p["text"], p["marking"]) for p in readout.paragraphs] == [
        ("Summary", "summary", "The two sides met.", 0),
        ("Norms", "they said", "They asked for a date.", 2),
    ]
    assert (readout.stage, readout.marking, readout.author_id) == (Stage.DRAFT, 2, author.officer_id)


def test_an_item_without_notes_is_at_least_named(record):
    house, meeting, author, _ = record
    a.put(house, AgendaItem, meeting, meeting_id=meeting.id, title="Capacity building", position=2)
    last = readout_of(house, drafted(house, meeting, author)).paragraphs[-1]
    assert (last["heading"], last["text"]) == (
        "Capacity building",
        "The sides spoke about: Capacity building.",
    )


def test_the_internal_paper_says_who_spoke_who_was_there_and_who_owes_what(record):
    house, meeting, author, _ = record
    paper = version(house, author, drafted(house, meeting, author)).paper
    assert paper.marking == "TLP:AMBER"
    assert [(s.heading, s.number) for s in paper.sections] == [("Summary", None), ("Norms", 1)]
    assert (paper.sections[1].paragraphs[0].voice, paper.sections[1].paragraphs[0].marking) == (
        "They said",
        "TLP:AMBER",
    )
    assert [p.name for p in paper.delegations[0].people] == ["Tanaka", "Sato"]
    assert paper.delegations[0].language == "ja"
    assert (paper.commitments[0].owed_by, paper.commitments[0].status) == ("Japan", "open")


def test_the_public_paper_leaves_out_what_stays_in_the_house_and_says_so(record):
    house, meeting, author, _ = record
    found = version(house, author, drafted(house, meeting, author, Audience.PUBLIC))
    assert found.paper.marking == ""
    assert [s.heading for s in found.paper.sections] == ["Summary"]
    assert [p.name for p in found.paper.delegations[0].people] == ["Tanaka"]
    assert (found.paper.commitments[0].owed_by, found.paper.commitments[0].status) == ("", None)
    told = {out.what for out in found.left_out}
    assert {"They asked for a date.", "Japan: Sato", "Who owes what, and how it stands"} <= told


def test_of_an_event_marked_above_the_lowest_the_public_reads_no_place(house):
    meeting = a.meeting(house, a.dialogue(house), marking=1, place="Room 5", city="Tokyo", summary="x")
    author = house.viewer(house.officer())
    public = version(house, author, drafted(house, meeting, author, Audience.PUBLIC))
    inside = version(house, author, drafted(house, meeting, author))
    assert [fact.label for fact in public.paper.facts] == ["Date"]
    assert "Place and format" in {out.what for out in public.left_out}
    assert ("Place", "Room 5, Tokyo") in [(fact.label, fact.value) for fact in inside.paper.facts]


def test_a_text_is_revised_in_order_and_marked_as_its_highest_paragraph(record):
    house, meeting, author, _ = record
    ref = drafted(house, meeting, author)
    revised(house, author, ref, Passage("B", "summary", "two"), Passage("A", "summary", "one", marking=1))
    readout = readout_of(house, ref)
    assert [p["text"] for p in readout.paragraphs] == ["two", "one"]
    assert readout.marking == 1


def test_a_stale_revision_is_refused_and_an_approved_text_becomes_a_draft_again(record):
    house, meeting, author, head = record
    ref = drafted(house, meeting, author)
    with pytest.raises(Stale):
        revised(house, author, ref, Passage("", "summary", "x"), seen=7)
    approved(house, head, ref)
    revised(house, author, ref, Passage("", "summary", "x"))
    readout = readout_of(house, ref)
    assert (readout.stage, readout.approved_by_id, readout.approved_at) == (Stage.DRAFT, None, None)


def test_one_paragraph_is_taken_out_and_put_in_again(record):
    house, meeting, author, _ = record
    ref = drafted(house, meeting, author)
    for kept in (False, True):
        with house.work(author) as work:
            services.readouts.switch(work, ref, 1, kept, None)
        assert [p["kept"] for p in readout_of(house, ref).paragraphs] == [True, kept]
    for number in (-1, 2, 9_999):
        with pytest.raises(RuleBroken), house.work(author) as work:
            services.readouts.switch(work, ref, number, False, None)


def test_only_another_head_than_the_author_approves(record):
    house, meeting, author, head = record
    own = drafted(house, meeting, head)
    ref = drafted(house, meeting, author)
    for viewer, whose in ((author, ref), (head, own)):
        with pytest.raises(Refused), house.work(viewer) as work:
            services.readouts.approve(work, whose, None)
    approved(house, head, ref)
    assert readout_of(house, ref).approved_by_id == head.officer_id


def test_what_was_read_is_what_is_approved_also_if_only_the_record_around_it_changed(record):
    house, meeting, author, head = record
    ref = drafted(house, meeting, author)
    seen = fingerprint(version(house, head, ref).paper)
    a.commitment(house, meeting, sentence="A promise that nobody has read.")
    with pytest.raises(Stale), house.work(head) as work:
        services.readouts.approve(work, ref, None, seen)
    approved(house, head, ref)
    with pytest.raises(Stale), house.work(head) as work:
        services.releases.release(work, ref, None, seen)
    now = fingerprint(version(house, head, ref).paper)
    with house.work(head) as work:
        services.releases.release(work, ref, None, now)


def test_an_empty_version_is_not_approved(record):
    house, meeting, author, head = record
    ref = drafted(house, meeting, author, Audience.PUBLIC)
    revised(house, author, ref, Passage("", "assessment", "They will not move."))
    with pytest.raises(RuleBroken) as broken:
        approved(house, head, ref)
    assert broken.value.field == "passages"
    assert readout_of(house, ref).stage is Stage.DRAFT


def test_a_public_text_that_shows_a_marking_is_not_approved(record):
    house, meeting, author, head = record
    ref = drafted(house, meeting, author, Audience.PUBLIC)
    revised(house, author, ref, Passage("", "summary", "TLP:AMBER\nThey met."))
    with pytest.raises(RuleBroken, match="TLP:AMBER"):
        approved(house, head, ref)


def test_a_release_keeps_its_bytes_whatever_becomes_of_the_record(record):
    house, meeting, author, head = record
    ref = drafted(house, meeting, author)
    release = released(house, head, ref)
    a.commitment(house, meeting, sentence="Agreed much later.")
    with house.work(author) as work:
        found = services.releases.download(work, release)
        pdf, told = found.pdf, (found.sha256, found.size, found.number, found.marking)
    assert pdf.startswith(b"%PDF-")
    assert told == (hashlib.sha256(pdf).hexdigest(), len(pdf), 1, 2)
    with house.system() as work:
        entries = work.all(queries.audit.of_record("release", release))
    assert Action.DOWNLOAD_READOUT in [entry.action for entry in entries]


def test_what_was_released_is_never_edited_and_a_corrected_one_takes_the_next_number(record):
    house, meeting, author, head = record
    ref = drafted(house, meeting, author)
    released(house, head, ref)
    with pytest.raises(RuleBroken, match="never changed"):
        revised(house, author, ref, Passage("", "summary", "x"))
    with pytest.raises(RuleBroken), house.work(head) as work:
        services.releases.release(work, ref, None)
    corrected = released(house, head, drafted(house, meeting, author))
    public = released(house, head, drafted(house, meeting, author, Audience.PUBLIC))
    with house.system() as work:
        assert [work.one(queries.readouts.release_by_ref(r)).number for r in (corrected, public)] == [2, 1]


def test_a_public_release_is_marked_lowest_whatever_the_record_is(record):
    house, meeting, author, head = record
    release = released(house, head, drafted(house, meeting, author, Audience.PUBLIC))
    with house.system() as work:
        assert work.one(queries.readouts.release_by_ref(release)).marking == 0


def test_a_release_is_withdrawn_with_a_reason_and_stays(record):
    house, meeting, author, head = record
    ref = drafted(house, meeting, author)
    release = released(house, head, ref)
    with pytest.raises(RuleBroken), house.work(head) as work:
        services.releases.withdraw(work, ref, "  ", None)
    with pytest.raises(Refused), house.work(author) as work:
        services.releases.withdraw(work, ref, "Wrong.", None)
    with house.work(head) as work:
        services.releases.withdraw(work, ref, "A wrong date.", None)
    found = readout_of(house, ref)
    assert (found.stage, found.releases[0].withdrawn_because) == (Stage.WITHDRAWN, "A wrong date.")
    with house.work(author) as work:
        assert services.releases.download(work, release).pdf.startswith(b"%PDF-")


def test_a_draft_is_called_one_in_its_title(record, monkeypatch):
    house, meeting, author, _ = record
    ref = drafted(house, meeting, author)
    with house.work(author) as work:
        pdf = services.releases.preview(work, work.one(queries.readouts.by_ref(ref)))
    assert "DRAFT: Readout".encode("utf-16-be") in pdf or b"DRAFT: Readout" in pdf


def test_another_desk_finds_no_readout(record):
    house, meeting, author, head = record
    ref = drafted(house, meeting, author)
    release = released(house, head, ref)
    stranger = house.viewer(house.officer(Role.HEAD_OF_DESK, desk="Europe desk", clearance=3))
    with house.work(stranger) as work:
        assert work.count(queries.readouts.listed()) == 0
        for question in (queries.readouts.by_ref(ref), queries.readouts.release_by_ref(release)):
            with pytest.raises(Missing):
                work.one(question)


def test_a_readout_from_before_texts_were_kept_keeps_what_it_said_before_its_first_change(record):
    house, meeting, author, _ = record
    old = a.readout(house, meeting, house.officer(), paragraphs=[Passage("", "summary", "Before").as_plain()])
    revised(house, author, old.ref, Passage("", "summary", "After", key="#0"))
    with house.system() as work:
        texts = work.all(queries.clearances.texts_of(old.id))
        assert [text.paragraphs[0]["text"] for text in texts] == ["After", "Before"]


def test_under_the_chatham_house_rule_no_side_is_named_as_having_said_something(record):
    house, meeting, author, _ = record
    ref = drafted(house, meeting, author)
    assert {p.voice for s in version(house, author, ref).paper.sections for p in s.paragraphs} == {
        None,
        "They said",
    }
    with house.system() as work:
        row = work.one(queries.meetings.by_ref(meeting.ref))
        row.chatham_house = True
        work.act(Action.REVISE_MEETING, on=row)
    made = version(house, author, ref)
    assert {p.voice for s in made.paper.sections for p in s.paragraphs} == {None}
    assert "Who said what" in [out.what for out in made.left_out]


def test_a_readout_in_another_language_has_that_language_s_own_words(record):
    house, meeting, author, head = record
    with house.work(author) as work:
        drafted_one = services.readouts.draft(work, "meetings", meeting.ref, "Звіт", Audience.INTERNAL, "uk")
        ref = drafted_one.ref
    paper = version(house, head, ref).paper
    assert paper.language == "uk"
    assert [fact.label for fact in paper.facts][:2] == ["Дата", "Місце"]
    assert "Вони сказали" in [
        paragraph.voice for section in paper.sections for paragraph in section.paragraphs
    ]
    assert paper.title == "Звіт"
