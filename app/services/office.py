"""The office: its first set-up, its name, its own side."""

import secrets
from dataclasses import asdict
from datetime import timedelta

from sqlalchemy import Select

from app import queries
from app.domain.access import OFFICE, Role
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.house_rules import HouseRules
from app.domain.reference import PartnerFacts
from app.domain.text import key_of
from app.models.office import OfficeRow
from app.models.officer import Officer
from app.models.partner import Partner
from app.reference import shelf
from app.services.secrets_kept import hash_of, hashed, new_secret
from app.services.sign_in import open_sign_in
from app.services.unit_of_work import UnitOfWork


def own_sides() -> list[tuple[str, str]]:
    """Who may sit in the chair: every state and the European Union, as (code, name)."""
    sides = [p for p in shelf.partners() if p.kind == "state" or p.code == "EU"]
    return [(p.code, p.short_name) for p in sorted(sides, key=lambda p: p.short_name)]


def set_up(
    work: UnitOfWork, *, name: str, own_side: str, zone: str, officer_name: str, email: str, password: str
) -> str:
    """Set the office up and admit its first administrator; the secret of their sign-in.

    Raises RuleBroken on `email` or `password`. The set-up address does not work a second time.
    """
    office = work.one(queries.officers.office())
    if "@" not in email:
        raise RuleBroken("email", "This is not an e-mail address.")
    password_hash = hashed(password, (officer_name, email, name))
    work.act(Action.SET_UP_OFFICE, on=OFFICE)
    office.name, office.own_side, office.zone = name, own_side, zone
    office.own_name = next(p.formal_name for p in shelf.partners() if p.code == own_side)
    office.scheme = work.scheme.name
    office.set_up_hash, office.set_up_until, office.set_up_at = None, None, work.now
    officer = work.add(
        Officer(
            name=officer_name,
            email=email,
            email_key=key_of(email),
            role=Role.ADMINISTRATOR,
            clearance=0,
            zone=zone,
            password_hash=password_hash,
        )
    )
    stock(work)
    return open_sign_in(work, officer, "first set-up")


def stock(work: UnitOfWork) -> None:
    """The partners that are there from the start: the organisations and states of the reference document."""
    known = set(work.all(queries.partners.codes()))
    work.add_all(
        [
            Partner(**partner_columns(partner))
            for partner in shelf.partners()
            if partner.from_the_start and partner.code not in known
        ]
    )


def partner_columns(partner: PartnerFacts) -> dict[str, object]:
    """A shipped partner as the columns of its row."""
    return {
        "code": partner.code,
        "kind": partner.kind,
        "short_name": partner.short_name,
        "formal_name": partner.formal_name,
        "native_name": partner.native_name,
        "aliases": list(partner.aliases),
        "regions": list(partner.regions),
        "zones": list(partner.zones),
        "languages": list(partner.languages),
        "capital": partner.city,
    }


def the_office() -> Select[OfficeRow]:
    """The question for the office's one row."""
    return queries.officers.office()


def change_rules(work: UnitOfWork, rules: HouseRules, seen_version: int | None) -> OfficeRow:
    """Other days and counts by which the office judges."""
    office = work.one(queries.officers.office())
    work.act(Action.CHANGE_OFFICE, on=OFFICE, word="rules")
    work.unchanged(office, seen_version)
    for name, number in asdict(rules).items():
        setattr(office, name, number)
    work.flush()
    return office


def open_set_up(work: UnitOfWork) -> str | None:
    """The one-time secret of the first set-up, valid for a day; None once the office has been set up."""
    office = work.one(queries.officers.office())
    if office.set_up_at is not None:
        return None
    token = new_secret()
    work.act(Action.SET_UP_OFFICE, on=OFFICE, word="a set-up address was made")
    office.set_up_hash, office.set_up_until = hash_of(token), work.now + timedelta(days=1)
    return token


def set_up_waits(work: UnitOfWork, token: str) -> OfficeRow | None:
    """The office, if this secret may set it up."""
    office = work.one(queries.officers.office())
    open_still = (
        office.set_up_at is None and office.set_up_until is not None and work.now < office.set_up_until
    )
    return office if open_still and secrets.compare_digest(office.set_up_hash or "", hash_of(token)) else None
