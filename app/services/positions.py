"""Positions of partners on processes and topics: noted beside the older ones, and corrected so that it is seen."""

from typing import Any

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.position import PositionFacts, about_topic, process_and_topic, read_day
from app.domain.reference import TermKind
from app.models.partner import Partner
from app.models.position import Position
from app.models.round import Meeting
from app.reference import shelf
from app.services import terms
from app.services.contacts_file import dialogue_for
from app.services.origins import keys_of, marked, origin
from app.services.unit_of_work import UnitOfWork

VOICED = ("dialogue", "round", "meeting")


def add(work: UnitOfWork, partner_ref: str, where: str, facts: PositionFacts) -> Position:
    """Note a position; `where` is "kind:ref" of what it was voiced in, "" for the desk's file of contacts.

    RuleBroken on `where`, `about`, `said_on` or `marking`.
    """
    partner = work.one(queries.partners.by_ref(partner_ref))
    if not where:
        work.act(Action.OPEN_DIALOGUE, on=OFFICE, word=f"for a position of {partner.short_name}")
    whole = voiced_in(work, partner, where)
    work.act(Action.NOTE_POSITION, on=whole)
    row = work.add(Position(partner_id=partner.id, **keys_of(whole), **columns(work, whole, facts)))
    work.act(Action.NOTE_POSITION, on=row)
    return row


def voiced_in(work: UnitOfWork, partner: Partner, where: str) -> Any:
    """The dialogue, round or meeting in which it was voiced; RuleBroken on `where` for another partner's."""
    kind, _, ref = where.partition(":")
    if not where:
        return dialogue_for(work, "", partner)
    if kind not in VOICED:
        raise RuleBroken("where", "Choose one of those listed.")
    whole = origin(work, kind, ref)
    if isinstance(whole, Meeting):
        with_whom = whole.partner_id
    else:
        with_whom = (whole if kind == "dialogue" else whole.dialogue).partner_id
    if with_whom != partner.id:
        raise RuleBroken("where", f"This was not with {partner.short_name}.")
    return whole


def columns(work: UnitOfWork, whole: Any, facts: PositionFacts, before: str = "") -> dict[str, Any]:
    """The facts as columns; `before` is what it was about, which may stay although no list has it any more."""
    about = facts.process or about_topic(facts.topic)
    if about != before and about not in known(work):
        raise RuleBroken("about", "Choose one of those listed.")
    process, topic = process_and_topic(about)
    return {
        "process": process,
        "topic": topic,
        "stand": facts.stand,
        "stated": facts.said_on,
        "day": read_day(facts.said_on, work.today, "said_on"),
        "marking": marked(work, whole, facts.marking),
        "sentence": facts.sentence,
        "source": facts.source,
        "noted_at": work.now,
        "noted_by_id": work.viewer.officer_id,
    }


def known(work: UnitOfWork) -> set[str]:
    """What positions are about: every process and topic, retired ones too: what was said of them is corrected."""
    rows = work.all(queries.terms.all_rows())

    def codes(kind: TermKind) -> set[str]:
        shipped = {term.code for term in shelf.catalogue(kind).terms}
        return shipped | {row.code for row in rows if row.kind == kind.value}

    return codes(TermKind.PROCESS) | {about_topic(code) for code in codes(TermKind.TOPIC)}


def labels(work: UnitOfWork) -> dict[str, str]:
    """The words for everything that a position may be about: processes, then topics; retired ones too."""
    topics = terms.labels(work, TermKind.TOPIC)
    return terms.labels(work, TermKind.PROCESS) | {about_topic(code): word for code, word in topics.items()}


def choices(work: UnitOfWork) -> list[tuple[str, str]]:
    """What one may note a position on: every process and topic that is not retired."""
    topics = terms.choices(work, TermKind.TOPIC)
    on_topics = [(about_topic(code), f"Topic: {word}") for code, word in topics]
    return [*terms.choices(work, TermKind.PROCESS), *on_topics]


def correct(
    work: UnitOfWork, ref: str, facts: PositionFacts, because: str, seen_version: int | None
) -> Position:
    """Strike a position that was noted wrongly, say why, and put the right one beside it.

    Both stay in the history. The struck one rises to the new marking, so that it never tells of what is hidden.
    """
    wrong = work.one(queries.positions.position_by_ref(ref))
    work.act(Action.NOTE_POSITION, on=wrong, word=f"Corrected: {because}")
    work.unchanged(wrong, seen_version)
    if wrong.struck_at is not None:
        raise RuleBroken("", "This was corrected already. Correct the later one.")
    whole = wrong.meeting or wrong.round or wrong.dialogue
    right = Position(
        partner_id=wrong.partner_id,
        corrects_id=wrong.id,
        invented=wrong.invented,
        **keys_of(whole),
        **columns(work, whole, facts, wrong.about),
    )
    wrong.struck_at, wrong.struck_by_id, wrong.struck_because = work.now, work.viewer.officer_id, because
    wrong.marking = max(wrong.marking, right.marking)
    work.add(right)
    work.act(Action.NOTE_POSITION, on=right)
    return right
