"""The flash report: ten lines at most, the same evening."""

from app.domain.paper import PaperParagraph, Section
from app.domain.papers.parts import INSIDE, Filled, open_words
from app.domain.papers.record import Event, Record

FLASH_LINES = 10


def flash(record: Record, heading: str) -> Filled:
    """Ten lines: what mattered, what was promised, what we make of it, what comes next."""
    event = record.event
    found = sentences(event)
    found += [open_words(one) for one in record.promised[: max(0, FLASH_LINES - len(found) - 2)]]
    notes = [*record.notes, *(note for item in record.items for note in item.notes)]
    thought = next((note.text for note in notes if note.voice in INSIDE), "")
    found += [first_sentence(thought)] if thought else []
    found += [f"Next: {record.next_said}"] if record.next_said else []
    told = enumerate(found[:FLASH_LINES], 1)
    yield Section(heading, paragraphs=tuple(PaperParagraph(text, number=number) for number, text in told))


def sentences(event: Event) -> list[str]:
    """The event in a line, and the first sentences of its summary, each a line."""
    told = ", ".join(part for part in (event.title, event.when, event.where) if part)
    lines_of = [line.strip() for line in event.summary.splitlines() if line.strip()]
    return [f"{told}.", *lines_of[:3]]


def first_sentence(text: str) -> str:
    """A text up to its first full stop that ends a sentence."""
    head, stop, _ = text.strip().partition(". ")
    return f"{head}." if stop else head
