"""Questions about partners and their people."""

from sqlalchemy import Select, select

from app.models.partner import Contact, Partner


def codes() -> Select[str]:
    """The codes of all partners."""
    return select(Partner.code)


def all_partners() -> Select[Partner]:
    """Every partner, by name."""
    return select(Partner).order_by(Partner.short_name, Partner.id)


def by_code(code: str) -> Select[Partner]:
    """The partner with this code."""
    return select(Partner).where(Partner.code == code)


def by_ref(ref: str) -> Select[Partner]:
    """The partner with this public identifier."""
    return select(Partner).where(Partner.ref == ref)


def contacts(partner_id: int) -> Select[Contact]:
    """Who holds or held which office there, those in office first."""
    return (
        select(Contact).where(Contact.partner_id == partner_id).order_by(Contact.left, Contact.name, Contact.id)
    )
