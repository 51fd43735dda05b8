"""Texts in which things were promised: kept, revised, and what is none in them set aside."""

from datetime import date
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.commitment import CommitmentStatus, move
from app.domain.due import read_at
from app.domain.lowering import not_lowered
from app.domain.source_text import Place, TextFacts
from app.models.source_text import SetAside, SourceText
from app.services.filing import note
from app.services.origins import day_of, keys_of, marked, origin
from app.services.raising import raise_parts
from app.services.unit_of_work import UnitOfWork

CONFIRMED = "The text from which it was filed was confirmed."


def add(work: UnitOfWork, kind: str, ref: str, facts: TextFacts) -> SourceText:
    """Keep a text of a dialogue, round or meeting, word for word (RuleBroken on `marking` or `said_on`)."""
    whole = origin(work, kind, ref)
    work.act(Action.KEEP_TEXT, on=whole)
    row = work.add(
        SourceText(
            **keys_of(whole),
            **columns(work, whole, facts),
            text=facts.text,
            added_by_id=work.viewer.officer_id,
            added_at=work.now,
        )
    )
    work.act(Action.KEEP_TEXT, on=row)
    return row


def revise(work: UnitOfWork, ref: str, facts: TextFacts, seen_version: int | None) -> SourceText:
    """Say something else of a text; its words stay, because commitments name their place in them.

    Once it is no more agreed ad referendum only, what was filed from it and waited is open.
    """
    row = work.one(queries.source_texts.by_ref(ref))
    work.act(Action.REVISE_TEXT, on=row)
    work.unchanged(row, seen_version)
    not_lowered(row.marking, facts.marking)
    confirmed = row.ad_referendum and not facts.ad_referendum
    for name, value in columns(work, row.meeting or row.round or row.dialogue, facts).items():
        setattr(row, name, value)
    work.flush()
    raise_parts(work, row)
    if confirmed:
        open_what_waited(work, row)
    return row


def open_what_waited(work: UnitOfWork, row: SourceText) -> None:
    """The commitments of a text that waited to be confirmed are open, each with a line in its history."""
    for promise in work.all(queries.source_texts.filed_from(row.id)):
        if promise.status is CommitmentStatus.AD_REFERENDUM:
            work.act(Action.MOVE_COMMITMENT, on=promise, word=CONFIRMED)
            was, promise.status = promise.status, move(promise.status, CommitmentStatus.OPEN, CONFIRMED)
            promise.moved_at = work.now
            note(work, promise, was, CONFIRMED)
    work.flush()


def columns(work: UnitOfWork, whole: Any, facts: TextFacts) -> dict[str, Any]:
    """What is said of the text as columns; a day that nobody stated is that of the round or meeting."""
    stated: date | None = read_at(facts.said_on, work.today, "said_on").end
    return {
        "title": facts.title,
        "kind": facts.kind,
        "url": facts.url,
        "ad_referendum": facts.ad_referendum,
        "said_on": stated or day_of(whole),
        "marking": marked(work, whole, facts.marking),
    }


def set_aside(work: UnitOfWork, ref: str, place: Place) -> SourceText:
    """A passage is no commitment: it is offered no more, until somebody takes that back."""
    row = work.one(queries.source_texts.by_ref(ref))
    work.act(Action.SET_ASIDE, on=row, word=excerpt(row, place))
    there = work.all(queries.source_texts.set_aside(row.id))
    if not any((one.starts_at, one.ends_at) == (place.start, place.end) for one in there):
        work.add(
            SetAside(
                dialogue_id=row.dialogue_id,
                marking=row.marking,
                source_text_id=row.id,
                starts_at=place.start,
                ends_at=place.end,
                at=work.now,
                by_id=work.viewer.officer_id,
            )
        )
    return row


def take_up_again(work: UnitOfWork, ref: str, place: Place) -> SourceText:
    """Offer a passage again that was set aside."""
    row = work.one(queries.source_texts.by_ref(ref))
    work.act(Action.SET_ASIDE, on=row, word=f"Taken up again: {excerpt(row, place)}")
    for one in work.all(queries.source_texts.set_aside(row.id)):
        if (one.starts_at, one.ends_at) == (place.start, place.end):
            work.remove(one)
    return row


def excerpt(row: SourceText, place: Place) -> str:
    """The words of the passage, shortened (RuleBroken for one that the text does not have)."""
    place = place.within(row.text)
    words = " ".join(row.text[place.start : place.end].split())
    return words if len(words) <= 200 else words[:199] + "…"
