"""What a brief says by topic, what was not reached, and what a handover says of a dialogue."""

from dataclasses import fields
from datetime import date

from app.domain.meeting import Voice
from app.domain.papers.cut import cut
from app.domain.papers.fills import FILLS, MARKED, READS
from app.domain.papers.kinds import TEMPLATES, PaperKind, Part
from app.domain.papers.made import NOTHING, Wish, make
from app.domain.papers.on_topic import LeftOver, OnTopic, Said, Stood
from app.domain.papers.record import Event, Item, Noted, Record, Series, Words
from app.domain.papers.topics import not_reached
from app.domain.position import process_and_topic

ROUND = Event("Seventh round")
POSITION = Stood("Ransomware", "Supports, 3 May 2026.")


def record(**given):
    return Record(
        **{"event": ROUND, "dialogue": "", "partner": "Japan", "dated": date(2026, 11, 28), **given}
    )


def made(kind, part, given, ceiling=None):
    """The paper of one part alone, as (heading, paragraphs as (voice, text or list)) in order."""
    hidden = [Part(each.key, "", each.key == part) for each in TEMPLATES[kind].parts]
    found = make(kind, given, Wish(ceiling, parts=hidden), str)
    return [
        (section.heading, [(p.voice, p.items or p.text) for p in section.paragraphs])
        for section in found.paper.sections
    ]


def test_a_topic_has_where_they_stand_then_what_they_said_last_then_ours():
    topic = OnTopic(
        "Ransomware",
        (POSITION, Stood("Counter Ransomware Initiative", "Open, 1 May 2026.")),
        (
            Said(Voice.WE_SAID, "We ask for their law.", "6th round"),
            Said(Voice.THEY_SAID, "It is signed.", "6th round"),
            Said(Voice.THEY_SAID, "It will be signed.", "5th round"),
        ),
    )
    assert made(PaperKind.BRIEF, "topics", record(topics=(topic,))) == [
        ("Positions by topic", []),
        (
            "Ransomware",
            [
                ("Position", "Supports, 3 May 2026."),
                ("Position", "Counter Ransomware Initiative: Open, 1 May 2026."),
                ("They said", "It is signed. (6th round)"),
                ("We said", "We ask for their law. (6th round)"),
            ],
        ),
    ]


def test_a_coming_topic_on_which_nothing_is_noted_says_so_and_a_past_one_is_passed_over():
    topics = (OnTopic("Norms", coming=True), OnTopic("Quantum"))
    found = made(PaperKind.BRIEF, "topics", record(topics=topics))
    assert [heading for heading, _ in found] == ["Positions by topic", "Norms"]
    assert found[1][1][0][1].startswith("Nothing is noted")


def test_a_position_stands_under_its_topic_or_else_in_the_list_and_not_twice():
    other = Stood("Pall Mall Process", "Opposes, 2 May 2026.")
    whole = record(topics=(OnTopic("Ransomware", (POSITION,)),), stands=(POSITION, other))
    found = make(PaperKind.BRIEF, whole, Wish(), str).paper.sections
    by_heading = {section.heading: section.paragraphs for section in found}
    assert [p.text for p in by_heading["Ransomware"]] == ["Supports, 3 May 2026."]
    assert [p.items for p in by_heading["Where they stand otherwise"]] == [
        ("Pall Mall Process: Opposes, 2 May 2026.",)
    ]


def test_a_topic_above_the_paper_is_not_even_named_and_what_is_above_it_under_a_topic_is_told_as_left_out():
    secret = OnTopic("Hidden", (Stood("Hidden", "Opposes.", 2),), marking=2)
    half = OnTopic(
        "Norms", said=(Said(Voice.THEY_SAID, "They fear an attack.", "6th round", marking=2),), coming=True
    )
    kept, out = cut(record(topics=(secret, half)), 1)
    assert [topic.topic for topic in kept.topics] == ["Norms"]
    assert {one.what for one in out} == {"Topic: Hidden", "They fear an attack."}


def test_what_was_said_under_the_chatham_house_rule_is_nobodys_in_a_later_brief():
    said = (
        Said(Voice.THEY_SAID, "It will be signed.", "6th round", rule=True),
        Said(Voice.WE_SAID, "We ask for it.", "5th round"),
    )
    [_, (_, told)] = made(PaperKind.BRIEF, "topics", record(topics=(OnTopic("Ransomware", said=said),)))
    assert told == [("We said", "We ask for it. (5th round)"), ("Said", "It will be signed. (6th round)")]


def test_what_was_not_reached_is_what_has_no_notes_where_others_have_some():
    first, second = LeftOver("Norms"), LeftOver("Quantum")
    assert not_reached([(first, True), (second, False)]) == (second,)
    assert not_reached([(first, False), (second, False)]) == ()


def test_what_was_not_reached_comes_before_the_agenda():
    whole = record(left_over=(LeftOver("Quantum", "6th round"),), items=(Item("Norms"),))
    assert made(PaperKind.BRIEF, "raise", whole) == [
        (
            "What we mean to raise",
            [(None, ("Quantum (6th round)",))],
        ),
        ("Norms", []),
    ]


def test_of_a_round_above_a_handover_neither_the_round_nor_the_rhythm_is_told():
    one = Series(
        "EU-Japan", Words("kept: last held 3 May 2026", 2), Event("6th round", "3 May 2026", marking=2)
    )
    whole = record(event=Event("Japan"), series=(one,))
    low = make(PaperKind.HANDOVER, whole, Wish(1), str)
    assert "3 May" not in repr(low.paper)
    assert {out.what for out in low.left_out} == {"6th round", "kept: last held 3 May 2026"}
    assert "Last round: 6th round, 3 May 2026." in repr(make(PaperKind.HANDOVER, whole, Wish(), str).paper)


def test_a_paper_of_which_nothing_is_on_record_says_so():
    [(_, [(_, text)])] = made(PaperKind.COMMITMENTS, "promised_ours", record())
    assert text == NOTHING


def test_what_a_position_is_about_is_a_process_or_a_topic():
    assert process_and_topic("oewg") == ("oewg", "")
    assert process_and_topic("topic:ransomware") == ("", "ransomware")


def test_a_paper_is_marked_by_what_stands_in_it_and_not_by_the_rest_of_the_record():
    whole = record(notes=(Noted(Voice.COMMENT, "They bluff.", 2),))
    whole_list, talk = (
        make(kind, whole, Wish(), str) for kind in (PaperKind.COMMITMENTS, PaperKind.CONVERSATION)
    )
    assert (whole_list.marking, talk.marking) == (0, 2)
    assert make(PaperKind.COMMITMENTS, whole, Wish(0), str).left_out == ()
    assert [out.what for out in make(PaperKind.CONVERSATION, whole, Wish(0), str).left_out] == ["They bluff."]


def test_a_position_whose_topics_the_house_does_not_show_stands_in_the_list():
    whole = record(topics=(OnTopic("Ransomware", (POSITION,)),), stands=(POSITION,))
    [(_, [(_, told)])] = made(PaperKind.BRIEF, "stands", whole)
    assert told == ("Ransomware: Supports, 3 May 2026.",)


def test_every_part_says_what_it_reads_and_everything_that_is_marked_can_be_left_unread():
    many = {each.name for each in fields(Record) if str(each.type).startswith("tuple")} - {"also"}
    assert set(READS) == set(FILLS)
    assert many == MARKED
    assert {name for names in READS.values() for name in names} == MARKED


def test_a_record_of_conversation_says_who_drafted_it_unless_nobody_may_be_named():
    notes = (
        Noted(Voice.COMMENT, "They bluff.", by="Anna Lind"),
        Noted(Voice.WE_SAID, "No.", 2, by="Bruno Vale"),
    )
    for ceiling, event, names in (
        (2, Event("Talks"), "Anna Lind, Bruno Vale"),
        (0, Event("Talks"), "Anna Lind"),
        (2, Event("Talks", chatham_house=True), ""),
    ):
        made = make(PaperKind.CONVERSATION, record(event=event, notes=notes), Wish(ceiling), str)
        assert [fact.value for fact in made.paper.facts if fact.label == "Drafted by"] == (
            [names] if names else []
        )
        assert any(out.what == "Who drafted it" for out in made.left_out) is (not names)
