"""Readouts: drafted from the record, revised, approved by another, released as stored bytes, withdrawn."""

from dataclasses import replace
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.domain.lowered_passages import agreed, held_up, waiting, with_reasons
from app.domain.marking import highest
from app.domain.readout import Audience, Stage, fingerprint, move, ready
from app.domain.redaction import Passage
from app.models.readout import Readout
from app.services.clearances import passed, text_changed
from app.services.paper_of import Version, settled_marking, version_of
from app.services.raising import raise_parts
from app.services.readout_texts import (
    Wording,
    passages_of,
    with_keys,
    with_theirs,
    write_down,
    write_down_first,
)
from app.services.sittings import marked, owner_of, parent_columns, sitting_of
from app.services.unit_of_work import UnitOfWork


def draft(
    work: UnitOfWork, kind: str, ref: str, title: str, audience: Audience, language: str = "en"
) -> Readout:
    """A draft from the record of a round or meeting: summary, notes under their headings, commitments.

    `language` (BCP 47) is that of the paper's own words; what is in the record stays as it was written.
    """
    sitting = sitting_of(work, kind, ref)
    work.act(Action.DRAFT_READOUT, on=sitting)
    passages = with_keys(from_record(work, sitting))
    readout = work.add(
        Readout(
            **parent_columns(sitting),
            marking=max(sitting.marking, highest(p.marking for p in passages)),
            audience=audience,
            title=title,
            language=language,
            author_id=work.viewer.officer_id,
            writers=[work.viewer.officer_id],
            paragraphs=[passage.as_plain() for passage in passages],
            created_at=work.now,
            changed_at=work.now,
        )
    )
    write_down(work, readout)
    return readout


def from_record(work: UnitOfWork, sitting: Any) -> list[Passage]:
    """The paragraphs that the record offers, in the order of the event.

    A heading is a text as well: what stands under an agenda item is marked no lower than the item.
    """
    items = work.all(queries.substance.agenda_of(sitting))
    notes = work.all(queries.substance.notes_of(sitting))
    found = [Passage("Summary", "summary", sitting.summary, sitting.marking)] if sitting.summary else []
    found += [Passage("", n.voice.value, n.text, n.marking) for n in notes if n.agenda_item_id is None]
    for item in items:
        title, least = item.title, max(sitting.marking, item.marking)
        under = [n for n in notes if n.agenda_item_id == item.id]
        found += [Passage(title, n.voice.value, n.text, max(least, n.marking)) for n in under]
        if not under:
            found.append(Passage(title, "summary", f"The sides spoke about: {title}.", least))
    return found


def revise(
    work: UnitOfWork,
    ref: str,
    title: str,
    note: str,
    passages: list[Passage],
    seen_version: int | None,
    because: str = "",
) -> Readout:
    """Change a draft; an approved text goes back to draft first. Its marking is at least its highest paragraph's.

    What somebody else saved meanwhile in other paragraphs is kept; Crossed where it was the same one. Whoever had
    cleared the text is asked again. A paragraph that is marked lower than before needs a reason (RuleBroken on
    `because`), and counts as it was until another approves.
    """
    readout = work.one(queries.readouts.by_ref(ref))
    work.act(Action.REVISE_READOUT, on=readout)
    write_down_first(work, readout)
    said = with_theirs(work, readout, Wording(title, note, tuple(passages)), seen_version)
    title, note = said.title, said.note
    passages = with_keys(with_reasons(passages_of(readout), said.passages, because))
    if readout.stage in {Stage.RELEASED, Stage.WITHDRAWN}:
        raise RuleBroken("title", "What was released is never changed. Draft a corrected readout instead.")
    if readout.stage is Stage.APPROVED:
        readout.stage, readout.approved_by_id, readout.approved_at = (
            move(readout.stage, Stage.DRAFT),
            None,
            None,
        )
    readout.title, readout.note = title, note
    readout.paragraphs = [passage.as_plain() for passage in passages]
    readout.marking = marked(work, owner_of(readout), max(owner_of(readout).marking, held_up(passages)))
    readout.changed_at = work.now
    readout.writers = sorted({*readout.writers, work.viewer.officer_id or 0})
    work.flush()
    write_down(work, readout)
    raise_parts(work, readout)
    text_changed(work, readout)
    return readout


def switch(work: UnitOfWork, ref: str, number: int, kept: bool, seen_version: int | None) -> Readout:
    """Take one paragraph out of a readout, or put it in again; RuleBroken on `passages` if there is none (0-based)."""
    readout = work.one(queries.readouts.by_ref(ref))
    work.unchanged(readout, seen_version)  # a number means the paragraph that was seen there
    passages = [Passage.of(stored) for stored in readout.paragraphs]
    if not 0 <= number < len(passages):
        raise RuleBroken("passages", "There is no such paragraph.")
    passages[number] = replace(passages[number], kept=kept)
    return revise(work, ref, readout.title, readout.note, passages, seen_version)


def version_now(work: UnitOfWork, readout: Readout) -> Version:
    """The version that a release would fix now; it counts what was released of the same event for the same audience."""
    before = work.count(queries.readouts.released_beside(readout))
    return version_of(work, readout, before + 1)


def approve(work: UnitOfWork, ref: str, seen_version: int | None, seen_sheet: str = "") -> Readout:
    """Another head than the author finds the text good, and the lower markings in it; Stale if it changed since they
    read it.
    """
    readout = work.one(queries.readouts.by_ref(ref))
    passages = passages_of(readout)
    lower = waiting(passages)
    work.act(Action.APPROVE_READOUT, on=readout, word="; ".join(sorted({one.because for one in lower})))
    work.unchanged(readout, seen_version)
    stage = move(readout.stage, Stage.APPROVED)
    passed(work, readout)
    ready(as_read(work, readout, seen_sheet).paper, readout.audience, work.scheme)
    readout.stage = stage
    readout.approved_by_id, readout.approved_at = work.viewer.officer_id, work.now
    if lower:  # two people agree from here on
        readout.paragraphs = [one.as_plain() for one in agreed(passages)]
        readout.marking = settled_marking(readout)
    work.flush()
    return readout


def as_read(work: UnitOfWork, readout: Readout, seen_sheet: str) -> Version:
    """The version now; Stale if it is not the sheet that was read, because the record around it changed."""
    version = version_now(work, readout)
    if seen_sheet and seen_sheet != fingerprint(version.paper):
        raise Stale(readout)
    return version


def correct(work: UnitOfWork, ref: str) -> Readout:
    """A draft that is to supersede what was released: the same text, to be corrected. What was released stays as it is.

    RuleBroken (without a field) for what was not released.
    """
    before = work.one(queries.readouts.by_ref(ref))
    work.act(Action.DRAFT_READOUT, on=owner_of(before))
    if before.stage is not Stage.RELEASED:
        raise RuleBroken("", "Only what was released is corrected by a new version.")
    readout = work.add(
        Readout(
            **parent_columns(owner_of(before)),
            marking=before.marking,
            audience=before.audience,
            title=before.title,
            note=before.note,
            language=before.language,
            paragraphs=list(before.paragraphs),
            corrects_ref=before.ref,
            author_id=work.viewer.officer_id,
            writers=[work.viewer.officer_id],
            created_at=work.now,
            changed_at=work.now,
        )
    )
    write_down(work, readout)
    return readout
