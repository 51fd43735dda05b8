"""What a paper may be made of: everything above its marking is cut out before anything is written, and is told."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from app.domain.meeting import Voice
from app.domain.papers.record import Event, Noted, Record
from app.domain.redaction import RULE, LeftOut

HIGH = "marked higher than this paper"
HIGH_EVENT = "the event itself is marked higher than this paper"


class Ranked(Protocol):
    """Anything with the rank of a marking."""

    @property
    def marking(self) -> int: ...


T = TypeVar("T", bound=Ranked)


def highest(record: Record) -> int:
    """The rank of the highest thing in a record: what a paper with all of it is marked."""
    things: list[Ranked] = [
        record.event, *record.notes, *record.sides, *record.before, *record.sides_before, *record.open,
        *record.promised, *record.stands, *record.steps, *record.sources,
    ]  # fmt: skip
    for item in record.items:
        things += [item, *item.notes, *item.open]
    if record.statement is not None:
        things.append(record.statement)
    return max(thing.marking for thing in things)


def cut(record: Record, ceiling: int) -> tuple[Record, tuple[LeftOut, ...]]:
    """The record without what is marked above the ceiling and without what the Chatham House Rule forbids.

    What is left out is returned in words, each thing once. The words of a left-out thing are in no part of the record
    that comes back.
    """
    out: list[LeftOut] = []

    def kept(things: Iterable[T], words: Callable[[T], str]) -> tuple[T, ...]:
        found = []
        for thing in things:
            if thing.marking <= ceiling:
                found.append(thing)
            else:
                out.append(LeftOut(words(thing), HIGH))
        return tuple(found)

    statements = (record.statement,) if record.statement is not None else ()
    items = tuple(
        replace(
            item, notes=kept(item.notes, lambda n: n.text), open=kept(item.open, lambda p: p.line.sentence)
        )
        for item in kept(record.items, lambda i: f"Agenda item: {i.title}")
    )
    result = replace(
        record,
        event=event_within(record.event, ceiling, out),
        dialogue=record.dialogue if record.event.marking <= ceiling else "",
        next_said=record.next_said if record.event.marking <= ceiling else "",
        items=items,
        notes=kept(record.notes, lambda n: n.text),
        sides=kept(record.sides, lambda s: f"Delegation: {s.sheet.side_name}"),
        before=kept(record.before, lambda e: e.title),
        sides_before=kept(record.sides_before, lambda s: f"Delegation last time: {s.sheet.side_name}"),
        open=kept(record.open, lambda p: p.line.sentence),
        promised=kept(record.promised, lambda p: p.line.sentence),
        stands=kept(record.stands, lambda s: f"{s.process}: {s.said}"),
        steps=kept(record.steps, lambda s: s.text),
        sources=kept(record.sources, lambda s: s.said),
        statement=next(iter(kept(statements, lambda _: "The joint statement")), None),
    )
    return nobody_named(result, record.before[:1], out), tuple(dict.fromkeys(out))


def event_within(event: Event, ceiling: int, out: list[LeftOut]) -> Event:
    """The event, or no more of it than that there is one."""
    if event.marking <= ceiling:
        return event
    out.append(LeftOut("Title, date, place and summary", HIGH_EVENT))
    return Event("Meeting", ahead=event.ahead, chatham_house=event.chatham_house)


def nobody_named(record: Record, last: tuple[Event, ...], out: list[LeftOut]) -> Record:
    """Under the Chatham House Rule neither who was there nor who said what; of the `last` time likewise."""
    if any(event.chatham_house for event in last) and record.sides_before:
        out += [
            LeftOut(f"Delegation last time: {side.sheet.side_name}", RULE) for side in record.sides_before
        ]
        record = replace(record, sides_before=())
    if not record.event.chatham_house:
        return record
    out += [LeftOut(f"Delegation: {side.sheet.side_name}", RULE) for side in record.sides]
    if record.statement is not None and record.statement.agreed:
        out.append(LeftOut("Who agreed on the text", RULE))
        record = replace(record, statement=replace(record.statement, agreed=()))
    said = [*record.notes, *(note for item in record.items for note in item.notes)]
    if any(note.voice in {Voice.THEY_SAID, Voice.WE_SAID} for note in said):
        out.append(LeftOut("Who said what", RULE))
    return replace(
        record,
        sides=(),
        notes=tuple(map(unattributed, record.notes)),
        items=tuple(replace(item, notes=tuple(map(unattributed, item.notes))) for item in record.items),
    )


def unattributed(note: Noted) -> Noted:
    """What was said, without by which side."""
    return replace(note, voice=Voice.SUMMARY) if note.voice in {Voice.THEY_SAID, Voice.WE_SAID} else note
