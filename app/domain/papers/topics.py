"""The parts of a brief that go topic by topic: where they stand, what was said, and what was not reached."""

from collections.abc import Iterable, Iterator, Sequence

from app.domain.meeting import Voice
from app.domain.paper import PaperParagraph, Section
from app.domain.papers.on_topic import LeftOver, OnTopic, Said
from app.domain.papers.parts import Filled, agenda
from app.domain.papers.record import Record

NOTHING_NOTED = "Nothing is noted: neither where they stand nor what was said."
MOST_SAID = 3
"""So many paragraphs of a side stand under one topic."""
LAST_SAID = {
    Voice.THEY_SAID: "They said",
    Voice.WE_SAID: "We said",
    Voice.SUMMARY: "Said",
}
"""Whose words are looked for, in this order: theirs, ours beside them, and those that may be nobody's."""


def topics(record: Record, heading: str) -> Filled:
    """Each topic with where they stand, what they said last on it, and ours beside it.

    A topic of the coming agenda stands there also if nothing is noted on it; others only if something is.
    """
    shown = [one for one in record.topics if one.coming or one.stands or one.said]
    if shown:
        yield Section(heading)
    for one in shown:
        yield Section(one.topic, paragraphs=tuple(told(one)) or (PaperParagraph(NOTHING_NOTED),), deeper=True)


def told(topic: OnTopic) -> Iterator[PaperParagraph]:
    """A topic in paragraphs, each with its voice."""
    for stood in topic.stands:
        words = stood.said if stood.about == topic.topic else f"{stood.about}: {stood.said}"
        yield PaperParagraph(words, voice="Position", marking=stood.label or None)
    for voice, words in LAST_SAID.items():
        for said in last_of(said for said in topic.said if said.voice is voice):
            told = f"{said.text} ({said.at})" if said.at else said.text
            yield PaperParagraph(told, voice=words, marking=said.label or None)


def last_of(said: Iterable[Said]) -> list[Said]:
    """What was said the last time, as the latest stand first: some paragraphs of the first event named."""
    found = list(said)
    return [one for one in found if one.at == found[0].at][:MOST_SAID]


def stands(record: Record, heading: str) -> Filled:
    """Where the partner stands on whatever stands under no topic of this paper."""
    under = {stood for topic in record.topics for stood in topic.stands}
    rest = tuple(f"{one.about}: {one.said}" for one in record.stands if one not in under)
    if rest:
        yield Section(heading, paragraphs=(PaperParagraph("", items=rest),))


def to_raise(record: Record, heading: str) -> Filled:
    """What was not reached at the last round first, then the agenda with what was prepared for it."""
    if record.left_over:
        items = tuple(f"{one.title} ({one.at})" if one.at else one.title for one in record.left_over)
        lead = PaperParagraph("Not reached at the last round, as far as its notes show:", items=items)
        yield Section(heading, paragraphs=(lead,))
        yield from list(agenda(record, heading))[1:]
        return
    yield from agenda(record, heading)


def not_reached(items: Sequence[tuple[LeftOver, bool]]) -> tuple[LeftOver, ...]:
    """The items of a round under which nothing is noted or promised (each is given with whether something is).

    None is known to be left over where nothing at all is noted: then nobody took notes item by item.
    """
    if not any(noted for _, noted in items):
        return ()
    return tuple(item for item, noted in items if not noted)
