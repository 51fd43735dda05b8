"""The parts of papers: each gives the sections that it fills from a record, or none where there is nothing to say."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from app.domain.commitment import OwedBy
from app.domain.meeting import Voice
from app.domain.paper import PaperParagraph, Section
from app.domain.papers.record import Attached, Item, Noted, Promised, Record, Side

TO_WRITE = "[to be written]"
"""What stands where a person has to write: the record does not know it."""
SPOKEN = {Voice.THEY_SAID: "They said", Voice.WE_SAID: "We said"}
INSIDE = frozenset({Voice.ASSESSMENT, Voice.COMMENT})
Filled = Iterator[Section]


def listed(heading: str, items: Iterable[str], before: str = "") -> Filled:
    """A section that is a list; nothing if there is nothing on it."""
    found = tuple(items)
    if found:
        yield Section(heading, paragraphs=(PaperParagraph(before, items=found),))


def to_write(record: Record, heading: str) -> Filled:
    """Room for what a person has to write."""
    yield Section(heading, paragraphs=(PaperParagraph(TO_WRITE),))


def objectives(record: Record, heading: str) -> Filled:
    """What each item of the agenda is for, as far as it is annotated; else room to write it."""
    aims = tuple(f"{item.title}: {item.purpose}" for item in record.items if item.purpose)
    yield Section(heading, paragraphs=(PaperParagraph("", items=aims) if aims else PaperParagraph(TO_WRITE),))


def promises(heading: str, found: Sequence[Promised]) -> Filled:
    """A table of commitments."""
    if found:
        yield Section(heading, commitments=tuple(one.line for one in found))


def owed(found: Iterable[Promised], *whose: OwedBy) -> list[Promised]:
    """Those that are owed by one of these, the oldest first; without a day they come last."""
    mine = [one for one in found if one.owed_by in whose]
    return sorted(mine, key=lambda one: (one.since is None, one.since.isoformat() if one.since else ""))


def ours(record: Record, heading: str) -> Filled:
    """What we owe of the series: alone, or together with them."""
    return promises(heading, owed(record.open, OwedBy.OURS, OwedBy.JOINT))


def theirs(record: Record, heading: str) -> Filled:
    """What they owe, and what others do."""
    return promises(heading, owed(record.open, OwedBy.THEIRS, OwedBy.OTHER))


def promised(record: Record, heading: str) -> Filled:
    """Everything that was promised there."""
    return promises(heading, owed(record.promised, *OwedBy))


def promised_by(*whose: OwedBy) -> Callable[[Record, str], Filled]:
    """What one side promised there."""
    return lambda record, heading: promises(heading, owed(record.promised, *whose))


def people(record: Record, heading: str) -> Filled:
    """Who sits at the table."""
    return seated(heading, record.sides)


def people_before(record: Record, heading: str) -> Filled:
    """Who sat there last time."""
    return seated(heading, record.sides_before)


def seated(heading: str, sides: Sequence[Side]) -> Filled:
    """The delegations in the order given."""
    if sides:
        yield Section(heading, delegations=tuple(side.sheet for side in sides))


def before(record: Record, heading: str) -> Filled:
    """The last rounds: when, where, and what came of each."""
    if not record.before:
        return
    paragraphs = []
    for event in record.before:
        line = ", ".join(part for part in (event.when, event.where) if part)
        paragraphs.append(PaperParagraph(f"{event.title}: {line}." if line else f"{event.title}."))
        if event.summary:
            paragraphs.append(PaperParagraph(event.summary))
    yield Section(heading, paragraphs=tuple(paragraphs))


def annotated(item: Item) -> tuple[PaperParagraph, ...]:
    """What stands under an item: what it is for, its topics, who leads it, what was noted for it, what is open."""
    topics = [topic for topic in item.topics if topic.casefold() != item.title.casefold()]
    found = [PaperParagraph(item.purpose)] * bool(item.purpose)
    led = [f"Lead: {item.lead}"] * bool(item.lead) + [f"{item.minutes} minutes"] * bool(item.minutes)
    led += [f"Document: {item.document}"] * bool(item.document)
    led += [f"{'Topics' if len(topics) > 1 else 'Topic'}: {', '.join(topics)}"] * bool(topics)
    found += [PaperParagraph(f"{'; '.join(led)}.")] if led else []
    found += [spoken_words(note) for note in item.notes]
    if item.open:
        found.append(PaperParagraph("Open:", items=tuple(open_words(one) for one in item.open)))
    return tuple(found)


def open_words(one: Promised) -> str:
    """An open commitment in a list: the sentence, whose it is, and by when."""
    more = ", ".join(part for part in (one.line.owed_by, one.line.due) if part)
    return f"{one.line.sentence} ({more})" if more else one.line.sentence


def agenda(record: Record, heading: str) -> Filled:
    """The agenda, item by item."""
    if record.items:
        yield Section(heading)
    for number, item in enumerate(record.items, 1):
        yield Section(item.title, number, annotated(item), deeper=True)


def lines(record: Record, heading: str) -> Filled:
    """What to say on each item, or room for it."""
    if not record.items:
        yield from to_write(record, heading)
        return
    items = tuple(f"{item.title}: {item.lines or TO_WRITE}" for item in record.items)
    yield Section(heading, paragraphs=(PaperParagraph("", items=items),))


def summary(record: Record, heading: str) -> Filled:
    """The summary in three sentences, and what was noted as one."""
    texts = [record.event.summary, *(note.text for note in record.notes if note.voice is Voice.SUMMARY)]
    found = tuple(PaperParagraph(text) for text in texts if text)
    if found:
        yield Section(heading, paragraphs=found)


def spoken(record: Record, heading: str) -> Filled:
    """What was said by whom, item by item; our assessment and comment stand apart, in another part."""
    loose = said_in(note for note in record.notes if note.voice is not Voice.SUMMARY)
    if loose or record.items:
        yield Section(heading, paragraphs=loose)
    for number, item in enumerate(record.items, 1):
        yield Section(
            item.title, number, said_in(item.notes) or (PaperParagraph("Nothing noted."),), deeper=True
        )


def said_in(notes: Iterable[Noted]) -> tuple[PaperParagraph, ...]:
    """What was said, each paragraph with its speaker."""
    return tuple(spoken_words(note) for note in notes if note.voice not in INSIDE)


def spoken_words(note: Noted) -> PaperParagraph:
    """A paragraph with its speaker and its marking in the margin."""
    return PaperParagraph(note.text, voice=SPOKEN.get(note.voice), marking=note.label or None)


def comment(record: Record, heading: str) -> Filled:
    """What we think of it: clearly apart from the report."""
    found = [("", note) for note in record.notes if note.voice in INSIDE]
    found += [(item.title, note) for item in record.items for note in item.notes if note.voice in INSIDE]
    if found:
        paragraphs = tuple(
            PaperParagraph(
                f"{title}: {note.text}" if title else note.text,
                voice=note.voice.value.capitalize(),
                marking=note.label or None,
            )
            for title, note in found
        )
        yield Section(heading, paragraphs=paragraphs)


def steps(record: Record, heading: str) -> Filled:
    """Our next steps, with whose they are and by when."""
    texts = []
    for one in record.steps:
        more = ", ".join(part for part in (one.of, one.owner, one.due, one.status) if part)
        texts.append(f"{one.text} ({more})" if more else one.text)
    return listed(heading, texts)


def sources(record: Record, heading: str) -> Filled:
    """Where it was read."""
    return listed(heading, (one.said for one in record.sources))


def files(record: Record, heading: str) -> Filled:
    """The files that belong to the record: name, kind, size, and marking where it has one."""
    return listed(heading, (file_words(one) for one in record.files))


def file_words(one: Attached) -> str:
    """A file in a list."""
    more = ", ".join(part for part in (one.kind, one.size, one.label) if part)
    return f"{one.name} ({more})" if more else one.name
