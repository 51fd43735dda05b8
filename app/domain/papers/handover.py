"""The parts of a handover: where each dialogue stands, who is who, and what is in no file."""

from app.domain.paper import PaperParagraph, Section
from app.domain.papers.parts import TO_WRITE, Filled, seated
from app.domain.papers.record import Event, Record, Series


def series(record: Record, heading: str) -> Filled:
    """Each dialogue: how its cadence stands, the last round and the next."""
    if record.series:
        yield Section(heading)
    for one in record.series:
        yield Section(one.name, paragraphs=tuple(standing(one)), deeper=True)


def standing(one: Series) -> list[PaperParagraph]:
    """One dialogue in sentences."""
    rhythm = one.rhythm.text
    found = [PaperParagraph(f"{rhythm[0].upper()}{rhythm[1:]}.")] if rhythm else []
    found.append(
        PaperParagraph(
            f"Last round: {event_words(one, one.last)}." if one.last else "No round held on record."
        )
    )
    found.append(
        PaperParagraph(f"Next round: {event_words(one, one.next)}." if one.next else "No round planned.")
    )
    if one.last is not None and one.last.summary:
        found.append(PaperParagraph(one.last.summary))
    return found


def event_words(one: Series, event: Event) -> str:
    """A round in a line: its title without the dialogue's name, its date and place."""
    title = event.title.removesuffix(f", {one.name}")
    return ", ".join(part for part in (title, event.when, event.where) if part)


def contacts(record: Record, heading: str) -> Filled:
    """Who holds which office there."""
    return seated(heading, record.contacts)


def known(record: Record, heading: str) -> Filled:
    """What was noted beside the record, and room for what only whoever leaves can say."""
    noted = tuple(PaperParagraph(one.text) for one in record.known)
    yield Section(heading, paragraphs=(*noted, PaperParagraph(TO_WRITE)))
