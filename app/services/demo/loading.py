"""Fills an empty office for a demonstration."""

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.public_record import seen_from
from app.models.partner import Partner
from app.reference import shelf
from app.services.demo.coming_seasons import put_seasons
from app.services.demo.invented import invent
from app.services.demo.past import give_a_past
from app.services.demo.people import admit_everybody
from app.services.demo.record import Loader
from app.services.secrets_kept import hashed
from app.services.unit_of_work import UnitOfWork


def load(work: UnitOfWork, own_side: str, password: str) -> list[tuple[str, str]]:
    """The whole demonstration; the accounts as (address, role). The office must be empty.

    Raises LookupError for an own side that is nobody's code, RuleBroken for a password too weak.
    """
    own = next((p for p in shelf.partners() if p.code == own_side.upper()), None)
    if own is None:
        raise LookupError(f"{own_side} is no partner's code; try EU, JP, US, IN or KR.")
    work.act(Action.LOAD_RECORD, on=OFFICE, word="the demonstration")
    office = work.one(queries.officers.office())
    office.own_side, office.own_name, office.zone = own.code, own.formal_name, own.zones[0]
    office.name, office.set_up_at, office.scheme = f"Cyber desk, {own.code}", work.now, work.scheme.name
    work.zone = office.zone
    people = admit_everybody(work, hashed(password))
    partners = put_partners(work)
    put_seasons(work)
    loader = Loader(work, own, partners, people)
    for series in seen_from(own.code, shelf.public_record().series, work.today):
        if series.partner:
            loader.put(series)
    invent(work, own, loader.dialogues, people)
    give_a_past(work)
    return people.accounts()


def put_partners(work: UnitOfWork) -> dict[str, Partner]:
    """Every partner that the shelf knows, by code."""
    rows = [
        Partner(
            code=p.code,
            kind=p.kind,
            short_name=p.short_name,
            formal_name=p.formal_name,
            native_name=p.native_name,
            aliases=list(p.aliases),
            regions=list(p.regions),
            zones=list(p.zones),
            languages=list(p.languages),
            capital=p.city,
        )
        for p in shelf.partners()
    ]
    work.add_all(rows)
    return {row.code: row for row in rows}
