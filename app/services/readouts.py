"""Readouts: drafted from the record, revised, approved by another, released as stored bytes, withdrawn."""

import hashlib
from dataclasses import replace
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.domain.marking import highest
from app.domain.paper import Paper
from app.domain.readout import Audience, Stage, fingerprint, move, ready
from app.domain.redaction import Passage, ceiling_for
from app.models.readout import Readout, Release
from app.services.paper_of import Version, version_of
from app.services.sittings import marked, owner_of, parent_columns, sitting_of
from app.services.unit_of_work import UnitOfWork


def draft(work: UnitOfWork, kind: str, ref: str, title: str, audience: Audience) -> Readout:
    """A draft from the record of a round or meeting: summary, notes under their headings, commitments."""
    sitting = sitting_of(work, kind, ref)
    work.act(Action.DRAFT_READOUT, on=sitting)
    passages = from_record(work, sitting)
    return work.add(
        Readout(
            **parent_columns(sitting),
            marking=max(sitting.marking, highest(p.marking for p in passages)),
            audience=audience,
            title=title,
            author_id=work.viewer.officer_id,
            writers=[work.viewer.officer_id],
            paragraphs=[passage.as_plain() for passage in passages],
            created_at=work.now,
            changed_at=work.now,
        )
    )


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
    work: UnitOfWork, ref: str, title: str, note: str, passages: list[Passage], seen_version: int | None
) -> Readout:
    """Change a draft; an approved text goes back to draft first. Its marking is at least its highest paragraph's."""
    readout = work.one(queries.readouts.by_ref(ref))
    work.act(Action.REVISE_READOUT, on=readout)
    work.unchanged(readout, seen_version)
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
    whole = max(owner_of(readout).marking, highest(passage.marking for passage in passages))
    readout.marking = marked(work, owner_of(readout), whole)
    readout.changed_at = work.now
    readout.writers = sorted({*readout.writers, work.viewer.officer_id or 0})
    work.flush()
    return readout


def switch(work: UnitOfWork, ref: str, number: int, kept: bool, seen_version: int | None) -> Readout:
    """Take one paragraph out of a readout, or put it in again; RuleBroken on `passages` if there is none (0-based)."""
    readout = work.one(queries.readouts.by_ref(ref))
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
    """Another head than the author finds the text good; Stale if it changed since they read it."""
    readout = work.one(queries.readouts.by_ref(ref))
    work.act(Action.APPROVE_READOUT, on=readout)
    work.unchanged(readout, seen_version)
    stage = move(readout.stage, Stage.APPROVED)
    ready(as_read(work, readout, seen_sheet).paper, readout.audience, work.scheme)
    readout.stage = stage
    readout.approved_by_id, readout.approved_at = work.viewer.officer_id, work.now
    work.flush()
    return readout


def as_read(work: UnitOfWork, readout: Readout, seen_sheet: str) -> Version:
    """The version now; Stale if it is not the sheet that was read, because the record around it changed."""
    version = version_now(work, readout)
    if seen_sheet and seen_sheet != fingerprint(version.paper):
        raise Stale(readout)
    return version


def release(
    work: UnitOfWork, ref: str, seen_version: int | None, seen_sheet: str = ""
) -> tuple[Release, frozenset[str]]:
    """Release an approved text: rendered once, kept as bytes with their hash. Also the characters no font has."""
    from app.documents import readout_pdf  # the engine is heavy, and few pages need it

    readout = work.one(queries.readouts.by_ref(ref))
    work.act(Action.RELEASE_READOUT, on=readout)
    work.unchanged(readout, seen_version)
    stage = move(readout.stage, Stage.RELEASED)
    paper = as_read(work, readout, seen_sheet).paper
    ready(paper, readout.audience, work.scheme)
    rendered = readout_pdf.render(paper)
    readout.stage = stage
    released = work.add(
        Release(
            dialogue_id=readout.dialogue_id,
            marking=ceiling_for(readout.audience, readout.marking),
            readout_id=readout.id,
            number=paper.version,
            audience=readout.audience,
            pdf=rendered.pdf,
            sha256=hashlib.sha256(rendered.pdf).hexdigest(),
            size=len(rendered.pdf),
            released_by_id=work.viewer.officer_id,
            released_at=work.now,
        )
    )
    return released, rendered.missing


def preview(work: UnitOfWork, readout: Readout) -> bytes:
    """The sheet as it would be released now, called a draft in its title."""
    from app.documents import readout_pdf

    paper = version_now(work, readout).paper
    return readout_pdf.render(replace(paper, title=f"DRAFT: {paper.title}")).pdf


def undrawable_in(paper: Paper) -> frozenset[str]:
    """The characters of a paper that would stand as boxes on the sheet."""
    from app.documents.undrawable import undrawable

    return undrawable(paper)


def download(work: UnitOfWork, ref: str) -> Release:
    """The stored bytes of a release; that they were fetched is recorded."""
    released = work.one(queries.readouts.release_by_ref(ref))
    work.act(Action.DOWNLOAD_READOUT, on=released)
    return released


def withdraw(work: UnitOfWork, ref: str, because: str, seen_version: int | None) -> Readout:
    """Withdraw what was released, with a reason; the bytes stay, and say so."""
    readout = work.one(queries.readouts.by_ref(ref))
    work.act(Action.WITHDRAW_READOUT, on=readout, word=because)
    work.unchanged(readout, seen_version)
    if not because.strip():
        raise RuleBroken("because", "Say why it is withdrawn.")
    readout.stage = move(readout.stage, Stage.WITHDRAWN)
    for released in readout.releases:
        released.withdrawn_at, released.withdrawn_because = work.now, because
    work.flush()
    return readout
