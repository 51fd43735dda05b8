"""Releases: an approved readout rendered once and kept as bytes, superseded by a corrected one, withdrawn."""

import hashlib
from dataclasses import replace
from datetime import datetime

from app import queries
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.paper import Fact, Paper
from app.domain.paper_well_set import paper_well_set
from app.domain.readout import Stage, move, ready
from app.domain.redaction import ceiling_for
from app.domain.signature import CannotSign, Signer
from app.domain.wall_time import city_of
from app.models.readout import Readout, Release
from app.services.papers import as_file
from app.services.readouts import as_read, version_now
from app.services.unit_of_work import UnitOfWork


def release(
    work: UnitOfWork,
    ref: str,
    seen_version: int | None,
    seen_sheet: str = "",
    embargo_until: datetime | None = None,
    signer: Signer | None = None,
) -> tuple[Release, frozenset[str]]:
    """Release an approved text: rendered once, kept as bytes with their hash. Also the characters no font has.

    `embargo_until` (UTC) is printed on it. What it corrects is superseded by it; both are kept. With a `signer` it is
    signed or not released: RuleBroken on `signature`.
    """
    from app.documents import readout_pdf  # the engine is heavy, and few pages need it

    readout = work.one(queries.readouts.by_ref(ref))
    work.act(Action.RELEASE_READOUT, on=readout)
    work.unchanged(readout, seen_version)
    stage = move(readout.stage, Stage.RELEASED)
    paper = under_embargo(work, as_read(work, readout, seen_sheet).paper, embargo_until)
    ready(paper, readout.audience, work.scheme)
    rendered = readout_pdf.render(paper_well_set(paper))
    pdf = rendered.pdf if signer is None else signed(work, signer, rendered.pdf)
    readout.stage = stage
    released = work.add(
        Release(
            dialogue_id=readout.dialogue_id,
            marking=ceiling_for(readout.audience, readout.marking),
            readout_id=readout.id,
            number=paper.version,
            audience=readout.audience,
            pdf=pdf,
            sha256=hashlib.sha256(pdf).hexdigest(),
            size=len(pdf),
            released_by_id=work.viewer.officer_id,
            released_at=work.now,
            embargo_until=embargo_until,
        )
    )
    supersede(work, readout.corrects_ref)
    return released, rendered.missing


def signed(work: UnitOfWork, signer: Signer, pdf: bytes) -> bytes:
    """The file with the house's signature; RuleBroken on `signature` if it cannot be signed now."""
    try:
        return signer.signed(pdf, work.now)
    except CannotSign as fault:
        raise RuleBroken("signature", not_signed(fault)) from fault


def signed_as(work: UnitOfWork, signer: Signer | None) -> str:
    """A sentence that says, before a release, in whose name it will be signed, or why it cannot be; "" if never."""
    if signer is None:
        return ""
    try:
        return f"It will be signed as “{signer.name(work.now)}”."
    except CannotSign as fault:
        return not_signed(fault)


def not_signed(fault: CannotSign) -> str:
    """Why nothing is released now, for whoever wanted to."""
    return (
        f"Nothing can be released now: this house signs what it releases, and its key cannot be used ({fault}). "
        "Tell the administrator."
    )


def under_embargo(work: UnitOfWork, paper: Paper, until: datetime | None) -> Paper:
    """The paper with its embargo as a fact, on the office's clocks; RuleBroken on `day` for one that is past."""
    if until is None:
        return paper
    if until <= work.now:
        raise RuleBroken("day", "This embargo would be over already.")
    here = until.astimezone(work.office_zone)
    said = f"Not before {here.day} {here:%B %Y, %H:%M} {city_of(work.zone)}"
    return replace(paper, facts=(Fact("Embargo", said), *paper.facts))


def supersede(work: UnitOfWork, ref: str) -> None:
    """The releases of the readout that was corrected are superseded from now on."""
    before = work.find(queries.readouts.by_ref(ref)) if ref else None
    for released in before.releases if before is not None else ():
        released.superseded_at = released.superseded_at or work.now


def preview(work: UnitOfWork, readout: Readout) -> bytes:
    """The sheet as it would be released now, called a draft in its title."""
    from app.documents import readout_pdf

    paper = version_now(work, readout).paper
    return readout_pdf.render(paper_well_set(replace(paper, title=f"DRAFT: {paper.title}"))).pdf


def draft_file(work: UnitOfWork, readout: Readout, file: str) -> bytes:
    """The version as it would be released now, called a draft in its title; the audit log says who took it as what."""
    work.act(Action.DOWNLOAD_READOUT, on=readout, word=f"the draft as {file}")
    paper = version_now(work, readout).paper
    return as_file(replace(paper, title=f"DRAFT: {paper.title}"), file)


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
