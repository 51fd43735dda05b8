"""Verifying: whether a PDF is a released version, which one, whether it was changed, and who signed it."""

import hashlib
from dataclasses import replace

from app import queries
from app.documents.pdf_subject import subject_of
from app.documents.signatures_in import signatures_in
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.signature import said_of_all
from app.domain.verdict import Finding, Verdict, reference_in
from app.models.readout import Release
from app.services.unit_of_work import UnitOfWork

NOT_OURS = (
    "Nothing that you may know was released with these bytes, and the file names no readout that you may know.",
)


def verify(work: UnitOfWork, pdf: bytes) -> Finding:
    """What a file is, as far as the viewer may know, and the signatures that it carries; RuleBroken on `file`.

    The audit log says that it was asked.
    """
    work.act(Action.VERIFY_RELEASE, on=OFFICE)
    finding = recognised(work, pdf)
    return replace(finding, sentences=(*finding.sentences, *said_of_all(signatures_in(pdf))))


def recognised(work: UnitOfWork, pdf: bytes) -> Finding:
    """Which release a file is, or which readout it names; RuleBroken on `file`."""
    found = work.find(queries.readouts.release_of_hash(hashlib.sha256(pdf).hexdigest()))
    if found is not None:
        return Finding(Verdict.RELEASED, said_of(work, found), found.readout.ref, since(found))
    named = reference_in(subject_of(pdf))
    readout = work.find(queries.readouts.by_ref(named)) if named else None
    if readout is None:
        return Finding(Verdict.UNKNOWN, NOT_OURS)
    numbers = ", ".join(str(release.number) for release in readout.releases)
    what = f"released as number {numbers}" if numbers else "never released"
    return Finding(
        Verdict.CHANGED,
        (
            f"It names the readout “{readout.title}”, which was {what}.",
            "Its bytes are not those of a release: it was changed after it left, or it is a draft.",
        ),
        readout.ref,
    )


def since(release: Release) -> str:
    """What became of a release, in a few words; "" for one that still holds."""
    if release.withdrawn_at is not None:
        return "withdrawn since"
    return "superseded by a corrected one" if release.superseded_at is not None else ""


def said_of(work: UnitOfWork, release: Release) -> tuple[str, ...]:
    """Which release it is, for whom, when, and what became of it."""
    at = release.released_at.astimezone(work.office_zone)
    whom = "the public" if release.audience == "public" else "the house"
    sentences = [
        f"It is number {release.number} of “{release.readout.title}”, unchanged.",
        f"Released to {whom} by {release.released_by.name} on {at.day} {at:%B %Y, %H:%M}.",
    ]
    if release.embargo_until is not None:
        until = release.embargo_until.astimezone(work.office_zone)
        sentences.append(f"Not to be used before {until.day} {until:%B %Y, %H:%M}.")
    if release.superseded_at is not None:
        sentences.append("A corrected version has superseded it.")
    if release.withdrawn_at is not None:
        sentences.append(f"It was withdrawn: {release.withdrawn_because}")
    return tuple(sentences)
