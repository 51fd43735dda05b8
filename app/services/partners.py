"""Partners and the people on their side."""

from dataclasses import asdict

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.partner import ContactEntry, PartnerEntry
from app.domain.wall_time import zone_of
from app.models.partner import Contact, Partner
from app.services.unit_of_work import UnitOfWork

LISTS = ("aliases", "regions", "zones", "languages")


def columns(entry: PartnerEntry) -> dict[str, object]:
    """The entry as the columns of the row; RuleBroken on `zones` for a zone that does not exist."""
    for zone in entry.zones:
        try:
            zone_of(zone)
        except RuleBroken as broken:
            raise RuleBroken("zones", broken.message) from broken
    found = asdict(entry)
    return {
        **found,
        **{name: list(found[name]) for name in LISTS},
        "code": entry.code.upper(),
        "kind": entry.kind,
    }


def add(work: UnitOfWork, entry: PartnerEntry) -> Partner:
    """Add a partner; RuleBroken on `code` if one has this code."""
    work.act(Action.ADD_PARTNER, on=OFFICE)
    if work.find(queries.partners.by_code(entry.code.upper())) is not None:
        raise RuleBroken("code", f"There is a partner with the code {entry.code.upper()}.")
    return work.add(Partner(**columns(entry)))


def revise(work: UnitOfWork, ref: str, entry: PartnerEntry, seen_version: int | None) -> Partner:
    """Change what is said of a partner."""
    partner = work.one(queries.partners.by_ref(ref))
    work.act(Action.REVISE_PARTNER, on=OFFICE, word=partner.short_name)
    work.unchanged(partner, seen_version)
    holder = work.find(queries.partners.by_code(entry.code.upper()))
    if holder is not None and holder.id != partner.id:
        raise RuleBroken("code", f"There is a partner with the code {entry.code.upper()}.")
    for name, value in columns(entry).items():
        setattr(partner, name, value)
    work.flush()
    return partner


def add_contact(work: UnitOfWork, ref: str, entry: ContactEntry) -> Contact:
    """Note who holds an office on a partner's side."""
    partner = work.one(queries.partners.by_ref(ref))
    work.act(Action.REVISE_PARTNER, on=OFFICE, word=partner.short_name)
    return work.add(Contact(partner_id=partner.id, **asdict(entry)))


def revise_contact(work: UnitOfWork, ref: str, entry: ContactEntry, seen_version: int | None) -> Contact:
    """Correct an office, its period, or that somebody left it."""
    contact = work.one(queries.partners.contact_by_ref(ref))
    work.act(Action.REVISE_PARTNER, on=OFFICE, word=entry.name)
    work.unchanged(contact, seen_version)
    for name, value in asdict(entry).items():
        setattr(contact, name, value)
    work.flush()
    return contact
