"""What a paper may be made of: everything above its marking is cut out before anything is written, and is told."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from app.domain.papers.on_topic import OnTopic
from app.domain.papers.record import Event, Item, Record, Series, Side
from app.domain.papers.unnamed import nobody_named
from app.domain.redaction import LeftOut

HIGH = "marked higher than this paper"
HIGH_EVENT = "the event itself is marked higher than this paper"


class Ranked(Protocol):
    """Anything with the rank of a marking."""

    @property
    def marking(self) -> int: ...


T = TypeVar("T", bound=Ranked)


def things(record: Record) -> list[Ranked]:
    """Everything in a record that has a marking of its own."""
    found: list[Ranked] = [
        record.event, *record.notes, *record.before, *record.open, *record.promised, *record.stands, *record.steps,
        *record.sources, *record.left_over, *record.files, *record.known, *record.items, *record.topics, *record.series,
    ]  # fmt: skip
    for item in record.items:
        found += [*item.notes, *item.open]
    for side in (*record.sides, *record.sides_before, *record.contacts):
        found += [side, *side.sheet.people]
    for topic in record.topics:
        found += [*topic.stands, *topic.said]
    if record.statement is not None:
        found.append(record.statement)
    for series in record.series:
        found += [series.rhythm, *(event for event in (series.last, series.next) if event is not None)]
    return found


def highest(record: Record) -> int:
    """The rank of the highest thing in a record: what a paper with all of it is marked."""
    return max(thing.marking for thing in things(record))


class Cut:
    """The knife: keeps what is no higher than the ceiling, and remembers in words what it left out."""

    def __init__(self, ceiling: int) -> None:
        self.ceiling = ceiling
        self.out: list[LeftOut] = []

    def kept(self, whole: Iterable[T], words: Callable[[T], str]) -> tuple[T, ...]:
        """Those of the things that may stand in the paper."""
        found = []
        for thing in whole:
            if thing.marking <= self.ceiling:
                found.append(thing)
            else:
                self.out.append(LeftOut(words(thing), HIGH))
        return tuple(found)

    def event(self, event: Event) -> Event:
        """The event, or no more of it than that there is one."""
        if event.marking <= self.ceiling:
            return event
        self.out.append(LeftOut("Title, date, place and summary", HIGH_EVENT))
        return Event("Meeting", ahead=event.ahead, chatham_house=event.chatham_house)

    def items(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """The agenda, each item with what may stand under it."""
        return tuple(
            replace(
                item,
                notes=self.kept(item.notes, lambda n: n.text),
                open=self.kept(item.open, lambda p: p.line.sentence),
            )
            for item in self.kept(items, lambda i: f"Agenda item: {i.title}")
        )

    def sides(self, sides: Iterable[Side], said: str) -> tuple[Side, ...]:
        """The delegations, each without the names that are marked higher."""
        return tuple(
            replace(
                side,
                sheet=replace(
                    side.sheet,
                    people=self.kept(
                        side.sheet.people,
                        lambda p, of=side: f"{of.sheet.side_name}: {p.name or p.office}",  # type: ignore[misc]
                    ),
                ),
            )
            for side in self.kept(sides, lambda s: f"{said}: {s.sheet.side_name}")
        )

    def topics(self, topics: Iterable[OnTopic]) -> tuple[OnTopic, ...]:
        """The topics, each with what may be told of it."""
        return tuple(
            replace(
                topic,
                stands=self.kept(topic.stands, lambda s: f"{s.about}: {s.said}"),
                said=self.kept(topic.said, lambda s: s.text),
            )
            for topic in self.kept(topics, lambda t: f"Topic: {t.topic}")
        )

    def series(self, many: Iterable[Series]) -> tuple[Series, ...]:
        """The dialogues of a handover; a round above the ceiling is none, and nothing is said of a rhythm with it."""
        found = []
        for one in self.kept(many, lambda s: f"Dialogue: {s.name}"):
            rounds = [
                (self.kept([event], lambda e: e.title) or (None,))[0] if event is not None else None
                for event in (one.last, one.next)
            ]
            rhythm = self.kept([one.rhythm], lambda w: w.text)
            found.append(
                replace(
                    one, last=rounds[0], next=rounds[1], rhythm=rhythm[0] if rhythm else type(one.rhythm)("")
                )
            )
        return tuple(found)


def cut(record: Record, ceiling: int) -> tuple[Record, tuple[LeftOut, ...]]:
    """The record without what is marked above the ceiling and without what the Chatham House Rule forbids.

    What is left out is returned in words, each thing once. The words of a left-out thing are in no part of the record
    that comes back.
    """
    knife = Cut(ceiling)
    known = record.event.marking <= ceiling
    statements = (record.statement,) if record.statement is not None else ()
    result = replace(
        record,
        event=knife.event(record.event),
        dialogue=record.dialogue if known else "",
        next_said=record.next_said if known else "",
        also=record.also if known else (),
        items=knife.items(record.items),
        notes=knife.kept(record.notes, lambda n: n.text),
        sides=knife.sides(record.sides, "Delegation"),
        before=knife.kept(record.before, lambda e: e.title),
        sides_before=knife.sides(record.sides_before, "Delegation last time"),
        open=knife.kept(record.open, lambda p: p.line.sentence),
        promised=knife.kept(record.promised, lambda p: p.line.sentence),
        stands=knife.kept(record.stands, lambda s: f"{s.about}: {s.said}"),
        steps=knife.kept(record.steps, lambda s: s.text),
        sources=knife.kept(record.sources, lambda s: s.said),
        topics=knife.topics(record.topics),
        left_over=knife.kept(record.left_over, lambda i: f"Not reached: {i.title}"),
        files=knife.kept(record.files, lambda f: f"Attachment: {f.name}"),
        series=knife.series(record.series),
        contacts=knife.sides(record.contacts, "Who is who"),
        known=knife.kept(record.known, lambda w: w.text),
        statement=next(iter(knife.kept(statements, lambda _: "The joint statement")), None),
    )
    told = nobody_named(result, record.before[:1], knife.out)
    return told, tuple(dict.fromkeys(knife.out))
