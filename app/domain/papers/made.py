"""A paper made: from a record, a template and a marking to the plain paper, and what is left out of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.domain.paper import Fact, Letterhead, Paper, PaperParagraph, Section
from app.domain.papers.cut import cut, highest
from app.domain.papers.fills import FILLS, read_by
from app.domain.papers.kinds import TEMPLATES, PaperKind, Part, arranged
from app.domain.papers.record import Event, Record, Side
from app.domain.papers.statement import Statement
from app.domain.redaction import LeftOut

NOTHING = "Nothing of this is on record yet, as far as this paper may tell."


@dataclass(frozen=True)
class Wish:
    """How a paper is wanted: up to which rank (None: all that there is), which side is named first, under what head.

    `parts` is what the house says of the template.
    """

    ceiling: int | None = None
    theirs_first: bool = False
    letterhead: Letterhead = Letterhead()
    parts: Sequence[Part] = ()


@dataclass(frozen=True)
class Made:
    """The paper, the rank that it is marked with, and what of the record does not stand on it."""

    paper: Paper
    marking: int
    left_out: tuple[LeftOut, ...]


def make(kind: PaperKind, record: Record, wish: Wish, label: Callable[[int], str]) -> Made:
    """A paper of this kind. It is marked as the highest thing in it; `label` says a rank as it is printed.

    Of a record nothing is looked at, and nothing told as left out, but what the parts that are shown read. Equal
    records give equal papers. The alternat is the order of the delegations: each side is named first in its own copy.
    """
    parts = [part for part in arranged(kind, tuple(wish.parts)) if part.shown]
    record = read_by(record, parts)
    ceiling = highest(record) if wish.ceiling is None else wish.ceiling
    within, out = cut(record, ceiling)
    marking = highest(within)
    within_order = replace(
        within,
        sides=in_order(within.sides, wish.theirs_first),
        sides_before=in_order(within.sides_before, wish.theirs_first),
    )
    sections = tuple(section for part in parts for section in FILLS[part.key](within_order, part.heading))
    template, event = TEMPLATES[kind], within.event
    statement = within.statement
    paper = Paper(
        title=statement.title if statement is not None else template.name,
        subtitle=parties(statement, wish.theirs_first) if statement is not None else subtitle(within),
        reference=record.reference,
        dated=record.dated,
        version=0,
        marking=label(marking) if marking else "",
        language=statement.language if statement is not None else "en",
        facts=(
            *((Fact("Standing", statement.standing),) if statement is not None else ()),
            *facts(event),
            *(drafted(within) if kind is PaperKind.CONVERSATION else ()),
            *within.also,
        ),
        sections=sections or (Section("On record", paragraphs=(PaperParagraph(NOTHING),)),),
        letterhead=wish.letterhead,
    )
    return Made(paper, marking, out)


def drafted(record: Record) -> tuple[Fact, ...]:
    """Who wrote what stands in a record of conversation (design/readouts.md, section 3), each once."""
    notes = [*record.notes, *(note for item in record.items for note in item.notes)]
    names = dict.fromkeys(note.by for note in notes if note.by)
    return (Fact("Drafted by", ", ".join(names)),) if names else ()


def in_order(sides: Sequence[Side], theirs_first: bool) -> tuple[Side, ...]:
    """The delegations with the side in front whose copy it is, the others as they were set by hand."""
    return tuple(sorted(sides, key=lambda side: side.ours is theirs_first))


def subtitle(record: Record) -> str:
    """The event, and the dialogue or else the partner, unless the event's title names it already."""
    name = record.dialogue or record.partner
    return record.event.title if name in record.event.title else f"{record.event.title}, {name}"


def parties(statement: Statement, theirs_first: bool) -> str:
    """Both sides in the order of the copy."""
    ours, theirs = statement.parties
    return f"{theirs} and {ours}" if theirs_first else f"{ours} and {theirs}"


def facts(event: Event) -> tuple[Fact, ...]:
    """Date, time on both clocks, place, format and level, as far as they are known."""
    told = {
        "Date": event.when,
        "Time": event.clock,
        "Place": event.where,
        "Format": event.format,
        "Level": event.level,
    }
    return tuple(Fact(label, value) for label, value in told.items() if value)
