"""Notes: paragraphs in four voices, each with its own marking."""

from dataclasses import dataclass
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.lowering import not_lowered
from app.domain.meeting import Voice
from app.models.substance import Note
from app.services.sittings import marked, owner_of, parent_columns, sitting_of
from app.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class NoteFacts:
    """A paragraph: who speaks, what, under which agenda item ("" for the sitting as a whole)."""

    voice: Voice
    text: str
    marking: int
    item_ref: str = ""


def write(work: UnitOfWork, kind: str, ref: str, facts: NoteFacts) -> Note:
    """One more paragraph, after those that are there."""
    sitting = sitting_of(work, kind, ref)
    work.act(Action.WRITE_NOTE, on=sitting)
    there = work.all(queries.substance.notes_of(sitting))
    return work.add(
        Note(
            **parent_columns(sitting),
            marking=marked(work, sitting, facts.marking),
            agenda_item_id=item_id(work, facts.item_ref),
            position=max((note.position for note in there), default=0) + 1,
            voice=facts.voice,
            text=facts.text,
            written_by_id=work.viewer.officer_id,
            written_at=work.now,
        )
    )


def item_id(work: UnitOfWork, ref: str) -> int | None:
    """The number of the agenda item, if one is named."""
    return work.one(queries.substance.agenda_item_by_ref(ref)).id if ref else None


def revise(work: UnitOfWork, ref: str, facts: NoteFacts, seen_version: int | None) -> Any:
    """Change a paragraph. The round or meeting."""
    note = work.one(queries.substance.note_by_ref(ref))
    work.act(Action.WRITE_NOTE, on=note)
    work.unchanged(note, seen_version)
    sitting = owner_of(note)
    not_lowered(note.marking, facts.marking)
    note.marking = marked(work, sitting, facts.marking)
    note.voice, note.text, note.agenda_item_id = facts.voice, facts.text, item_id(work, facts.item_ref)
    work.flush()
    return sitting


def remove(work: UnitOfWork, ref: str) -> Any:
    """Take a paragraph out; its words stay in the audit log. The round or meeting."""
    note = work.one(queries.substance.note_by_ref(ref))
    work.act(Action.WRITE_NOTE, on=note, word="taken out")
    work.remove(note)
    return owner_of(note)
