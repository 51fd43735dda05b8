"""The Chatham House Rule in papers: neither who was there nor which side said what."""

from dataclasses import replace

from app.domain.meeting import Voice
from app.domain.papers.on_topic import OnTopic, Said
from app.domain.papers.record import Event, Noted, Record
from app.domain.redaction import RULE, LeftOut

ATTRIBUTED = frozenset({Voice.THEY_SAID, Voice.WE_SAID})


def nobody_named(record: Record, last: tuple[Event, ...], out: list[LeftOut]) -> Record:
    """Under the Chatham House Rule neither who was there nor who said what; of the `last` time likewise."""
    if any(event.chatham_house for event in last) and record.sides_before:
        out += [
            LeftOut(f"Delegation last time: {side.sheet.side_name}", RULE) for side in record.sides_before
        ]
        record = replace(record, sides_before=())
    if any(one.rule and one.voice in ATTRIBUTED for topic in record.topics for one in topic.said):
        out.append(LeftOut("Who said what at an earlier meeting", RULE))
        record = replace(record, topics=tuple(map(topic_unattributed, record.topics)))
    if not record.event.chatham_house:
        return record
    out += [LeftOut(f"Delegation: {side.sheet.side_name}", RULE) for side in record.sides]
    if record.statement is not None and record.statement.agreed:
        out.append(LeftOut("Who agreed on the text", RULE))
        record = replace(record, statement=replace(record.statement, agreed=()))
    said = [*record.notes, *(note for item in record.items for note in item.notes)]
    if any(note.voice in ATTRIBUTED for note in said):
        out.append(LeftOut("Who said what", RULE))
    if any(note.by for note in said):
        out.append(LeftOut("Who drafted it", RULE))
    return replace(
        record,
        sides=(),
        notes=tuple(map(unattributed, record.notes)),
        items=tuple(replace(item, notes=tuple(map(unattributed, item.notes))) for item in record.items),
    )


def unattributed(note: Noted) -> Noted:
    """What was said, without by which side, and without who wrote it down."""
    return replace(note, voice=Voice.SUMMARY if note.voice in ATTRIBUTED else note.voice, by="")


def topic_unattributed(topic: OnTopic) -> OnTopic:
    """A topic whose sentences from under the rule are nobody's."""
    return replace(topic, said=tuple(map(said_unattributed, topic.said)))


def said_unattributed(said: Said) -> Said:
    """What was said under the rule, without by which side."""
    return replace(said, voice=Voice.SUMMARY) if said.rule and said.voice in ATTRIBUTED else said
