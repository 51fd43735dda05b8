"""What binds partners to conventions: noted beside the older entries, and corrected so that it is seen."""

from typing import Any

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.position import AccessionFacts, read_day
from app.domain.reference import TermKind
from app.models.position import Accession
from app.reference import shelf
from app.services.unit_of_work import UnitOfWork


def add(work: UnitOfWork, partner_ref: str, facts: AccessionFacts) -> Accession:
    """Note that a partner signed, acceded, was invited or left (RuleBroken on `convention` or `since`)."""
    partner = work.one(queries.partners.by_ref(partner_ref))
    work.act(Action.NOTE_ACCESSION, on=OFFICE, word=partner.short_name)
    return work.add(Accession(partner_id=partner.id, **columns(work, facts)))


def columns(work: UnitOfWork, facts: AccessionFacts, before: str = "") -> dict[str, Any]:
    """The facts as columns; `before` is a convention that may stay although no list has it any more."""
    if facts.convention != before and facts.convention not in known(work):
        raise RuleBroken("convention", "Choose one of those listed.")
    return {
        "convention": facts.convention,
        "bond": facts.bond,
        "stated": facts.since,
        "day": read_day(facts.since, work.today, "since"),
        "sentence": facts.sentence,
        "source": facts.source,
        "noted_at": work.now,
        "noted_by_id": work.viewer.officer_id,
    }


def known(work: UnitOfWork) -> set[str]:
    """The codes of every convention, retired ones too."""
    kind = TermKind.CONVENTION
    added = {row.code for row in work.all(queries.terms.all_rows()) if row.kind == kind.value}
    return added | {term.code for term in shelf.catalogue(kind).terms}


def correct(
    work: UnitOfWork, ref: str, facts: AccessionFacts, because: str, seen_version: int | None
) -> Accession:
    """Strike an entry that was wrong, say why, and put the right one beside it; both stay in the history."""
    wrong = work.one(queries.positions.accession_by_ref(ref))
    work.act(Action.NOTE_ACCESSION, on=OFFICE, word=f"{wrong.partner.short_name}, corrected: {because}")
    work.unchanged(wrong, seen_version)
    if wrong.struck_at is not None:
        raise RuleBroken("", "This was corrected already. Correct the later one.")
    right = Accession(
        partner_id=wrong.partner_id,
        corrects_id=wrong.id,
        invented=wrong.invented,
        **columns(work, facts, wrong.convention),
    )
    wrong.struck_at, wrong.struck_by_id, wrong.struck_because = work.now, work.viewer.officer_id, because
    return work.add(right)
