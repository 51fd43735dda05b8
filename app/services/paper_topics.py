"""What a brief says topic by topic: where the partner stands, what was said last, what was not reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app import queries
from app.domain.papers.on_topic import LeftOver, OnTopic, Said, Stood
from app.domain.papers.topics import not_reached
from app.domain.position import OF_A_TOPIC, holding
from app.domain.reference import TermKind
from app.domain.stated_date import StatedDate, full, say
from app.reference import shelf
from app.services import terms
from app.services.unit_of_work import UnitOfWork

MOST_OF_A_VOICE = 6
"""So many paragraphs of each side are kept of a topic, the latest."""


@dataclass
class Heap:
    """What is gathered of one topic; `marking` is the lowest by which one knows of it."""

    coming: bool = False
    marking: int | None = None
    stands: list[Stood] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def known_by(self, marking: int) -> None:
        """One more thing by which the topic is known."""
        self.marking = marking if self.marking is None else min(self.marking, marking)


def stands_of(work: UnitOfWork, partner: Any) -> list[tuple[str, Stood]]:
    """Where the partner stands today: (what about, words), by the latest that was noted and not corrected."""
    rows = [row for row in work.all(queries.positions.positions_of(partner.id)) if row.struck_at is None]
    if not rows:
        return []
    processes, topics = terms.labels(work, TermKind.PROCESS), terms.labels(work, TermKind.TOPIC)
    found = []
    for (_, about), row in holding(rows, work.today).items():
        label = topics.get(row.topic, row.topic) if row.topic else processes.get(row.process, row.process)
        source = f"Source: {row.source.rstrip('.')}." if row.source else ""
        head = f"{row.stand.value.capitalize()}, {full(row.day)}."
        said = " ".join(part for part in (head, ended(row.sentence), source) if part)
        found.append((about, Stood(label, said, row.marking, printed(work, row.marking))))
    return sorted(found, key=lambda pair: (pair[1].about, pair[0]))


def printed(work: UnitOfWork, marking: int) -> str:
    """A marking as it stands beside a paragraph; the lowest is not printed."""
    return work.scheme.of(marking).label if marking else ""


def ended(sentence: str) -> str:
    """A sentence with a full stop at its end, if it has no end yet."""
    return sentence if not sentence or sentence[-1] in ".!?…。」”)" else f"{sentence}."


def topics_of(
    work: UnitOfWork, sitting: Any, before: Sequence[Any], stands: Iterable[tuple[str, Stood]]
) -> tuple[OnTopic, ...]:
    """The topics of the coming agenda, of the last rounds, and those that the partner was noted to stand on."""
    heaps: dict[str, Heap] = {}
    coming = work.all(queries.substance.agenda_of(sitting))
    past = work.all(queries.substance.agendas_of_rounds([row.id for row in before])) if before else ()
    for item in (*coming, *past):
        for code in item.topics:
            heap = heaps.setdefault(code, Heap(coming=item in coming))
            heap.known_by(item.marking)
    for about, stood in stands:
        for code in topics_about(about):
            heap = heaps.setdefault(code, Heap())
            heap.known_by(stood.marking)
            heap.stands.append(stood)
    for note, item, round_, meeting in work.rows(
        queries.substance.said_on_items(sitting.dialogue_id, sitting.starts_on or work.today)
    ):
        event = meeting or round_
        if event is None or event is sitting:
            continue
        said = Said(
            note.voice, note.text, at_words(event, sitting.dialogue.name), event.chatham_house,
            max(note.marking, item.marking, event.marking), printed(work, note.marking),
        )  # fmt: skip
        for code in item.topics:
            heap = heaps.setdefault(code, Heap())
            heap.known_by(item.marking)
            if sum(one.voice is said.voice for one in heap.said) < MOST_OF_A_VOICE:
                heap.said.append(said)
    words = terms.labels(work, TermKind.TOPIC) if heaps else {}
    return tuple(
        OnTopic(words.get(code, code), tuple(heap.stands), tuple(heap.said), heap.coming, heap.marking or 0)
        for code, heap in heaps.items()
    )


def topics_about(about: str) -> tuple[str, ...]:
    """The topics to which a position belongs: its own, or those of its process in the reference data."""
    if about.startswith(OF_A_TOPIC):
        return (about.removeprefix(OF_A_TOPIC),)
    shipped = {term.code: term.topics for term in shelf.catalogue(TermKind.PROCESS).terms}
    return shipped.get(about, ())


def at_words(event: Any, dialogue: str) -> str:
    """An event in a few words: its title, without the dialogue’s name, and its date."""
    when = say(StatedDate(event.stated, event.starts_on, event.ends_on, event.precision))
    return ", ".join(part for part in (event.title.removesuffix(f", {dialogue}"), when) if part)


def left_over(work: UnitOfWork, last: Any | None, dialogue: str) -> tuple[LeftOver, ...]:
    """The items of the last round that its notes show were not reached, as far as the viewer may know the notes."""
    rows = work.all(queries.substance.agendas_of_rounds([last.id])) if last is not None else ()
    if last is None or not rows:
        return ()
    numbers = [row.id for row in rows]
    noted = set(work.all(queries.substance.noted_under(numbers)))
    promised = {number for number, _ in work.rows(queries.closing.under_items(numbers))}
    at = at_words(last, dialogue)
    return not_reached([(LeftOver(row.title, at, row.marking), row.id in noted | promised) for row in rows])
