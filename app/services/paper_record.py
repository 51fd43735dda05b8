"""The record of a round or meeting, gathered once for all the papers that are made from it."""

from typing import Any

from app import queries
from app.domain.attachment import kind_words, size_words
from app.domain.both_clocks import clocks
from app.domain.commitment import LIVE, OwedBy, stands
from app.domain.delegation import Side as Whose
from app.domain.due_words import by_when
from app.domain.meeting import AHEAD, Level, MeetingFormat, Standing
from app.domain.paper import CommitmentLine
from app.domain.papers.record import Attached, Event, Item, Noted, Promised, Record, Side, Source, Step
from app.domain.reference import TermKind
from app.domain.stated_date import StatedDate, say
from app.models.commitment import Commitment
from app.services import terms
from app.services.paper_of import sheet_of
from app.services.paper_topics import left_over, printed, stands_of, topics_of
from app.services.unit_of_work import UnitOfWork

ROUNDS_BEFORE = 3
WHOSE = {OwedBy.OURS: "us", OwedBy.THEIRS: "them", OwedBy.JOINT: "both", OwedBy.OTHER: "others"}


def record_of(work: UnitOfWork, sitting: Any) -> Record:
    """Everything that papers read, as the viewer may know it today; the questions do not grow with the record."""
    partner = sitting.partner if sitting.__tablename__ == "meeting" else sitting.dialogue.partner
    before = [
        row
        for row in work.page(queries.rounds.before(sitting.dialogue_id), size=8).rows
        if earlier(row, sitting)
    ]
    before = before[:ROUNDS_BEFORE]
    language = next(iter(partner.languages), "")
    stands = stands_of(work, partner)
    open_ = work.all(queries.closing.live_of(sitting.dialogue_id))
    notes = work.all(queries.substance.notes_of(sitting))
    return Record(
        event=event_of(work, sitting, partner),
        dialogue=sitting.dialogue.name if sitting.dialogue.kind == "dialogue" else "",
        partner=partner.short_name,
        dated=work.today,
        items=items_of(work, sitting, notes),
        notes=tuple(noted(work, note) for note in notes if note.agenda_item_id is None),
        sides=sides_of(work, sitting, language),
        before=tuple(event_of(work, row, partner) for row in before),
        sides_before=sides_of(work, before[0], language) if before else (),
        open=tuple(promised(work, row) for row in open_),
        promised=tuple(promised(work, row) for row in work.all(queries.commitments.of_sitting(sitting))),
        stands=tuple(stood for _, stood in stands),
        topics=topics_of(work, sitting, before, stands),
        left_over=left_over(work, before[0] if before else None, sitting.dialogue.name),
        files=tuple(attached(work, row) for row in work.all(queries.substance.files_of(sitting))),
        steps=tuple(step(row) for row in work.all(queries.follow_ups.of_sitting(sitting))),
        sources=tuple(
            Source(", ".join(part for part in (row.title, row.url) if part), row.marking)
            for row in work.all(queries.substance.sources_of(sitting))
        ),
        next_said=getattr(sitting, "next_round_stated", ""),
    )


def earlier(row: Any, sitting: Any) -> bool:
    """True for a round that was before: held, another one than this, and not after it."""
    own = row.id == (sitting.id if sitting.__tablename__ == "round" else sitting.round_id)
    later = None not in (row.starts_on, sitting.starts_on) and row.starts_on > sitting.starts_on
    return row.standing is Standing.HELD and not own and not later


def event_of(work: UnitOfWork, sitting: Any, partner: Any) -> Event:
    """A round or meeting in words."""
    on_walls: list[str] = []
    if sitting.starts_at is not None:
        zone = work.office_zone.key
        there = (sitting.zone or zone, sitting.city)
        on_walls = clocks(
            sitting.starts_at,
            sitting.ends_at,
            [there, (zone, ""), *((z, partner.capital) for z in partner.zones[:1])],
        )
    when = StatedDate(sitting.stated, sitting.starts_on, sitting.ends_on, sitting.precision)
    return Event(
        title=sitting.title,
        when=say(when) if sitting.starts_on is not None else sitting.stated,
        clock=" · ".join(on_walls),
        where=", ".join(part for part in (sitting.place, sitting.city) if part),
        format=sitting.format.value if sitting.format is not MeetingFormat.UNKNOWN else "",
        level=sitting.level.value if sitting.level is not Level.NOT_STATED else "",
        summary=sitting.summary,
        ahead=sitting.standing in AHEAD,
        chatham_house=sitting.chatham_house,
        marking=sitting.marking,
    )


def items_of(work: UnitOfWork, sitting: Any, notes: Any) -> tuple[Item, ...]:
    """The agenda in order, each item with its notes and the commitments under it."""
    rows = work.all(queries.substance.agenda_of(sitting))
    words = terms.labels(work, TermKind.TOPIC)
    under: dict[int, list[Promised]] = {}
    if rows:
        for item_id, commitment in work.rows(queries.closing.under_items([row.id for row in rows])):
            under.setdefault(item_id, []).append(promised(work, commitment))
    return tuple(
        Item(
            title=row.title,
            topics=tuple(words.get(code, code) for code in row.topics),
            notes=tuple(noted(work, note) for note in notes if note.agenda_item_id == row.id),
            open=tuple(under.get(row.id, ())),
            marking=row.marking,
            purpose=row.purpose,
            lines=row.lines_to_take,
            lead=row.lead,
            document=row.document,
            minutes=row.minutes,
        )
        for row in rows
    )


def noted(work: UnitOfWork, note: Any) -> Noted:
    """A paragraph of the notes, with its marking as it is printed, and who wrote it."""
    by = note.written_by.name if note.written_by is not None else ""
    return Noted(note.voice, note.text, note.marking, printed(work, note.marking), by)


def sides_of(work: UnitOfWork, sitting: Any, language: str) -> tuple[Side, ...]:
    """The delegations in their order; the partner's language decides how its names are drawn."""
    return tuple(
        Side(sheet_of(row, language if row.side is Whose.THEIRS else ""), row.side is Whose.OURS, row.marking)
        for row in work.all(queries.substance.delegations_of(sitting))
    )


def promised(work: UnitOfWork, row: Commitment) -> Promised:
    """A commitment as a line: whose, by when as stated, how it stands."""
    how = stands(row.owed_by, row.status, row.due, work.today).word
    owed = row.owed_by_name or WHOSE[row.owed_by]
    line = CommitmentLine(row.sentence, owed, by_when(row.due_stated, row.due, row.hangs_on), how)
    return Promised(line, row.owed_by, row.status in LIVE, row.agreed_on, row.marking)


def attached(work: UnitOfWork, row: Any) -> Attached:
    """A file in a list, with its marking as it is printed."""
    label = printed(work, row.marking)
    return Attached(row.name, kind_words(row.media_type), size_words(row.size), label, row.marking)


def step(row: Any) -> Step:
    """A follow-up as a line."""
    owner = row.owner_unit or (row.owner.name if row.owner is not None else "")
    return Step(row.text, owner, by_when(row.due_stated, row.due, ""), row.status.value, row.marking)
