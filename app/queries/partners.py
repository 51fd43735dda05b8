"""Questions about partners and their people."""

from datetime import date

from sqlalchemy import Select, String, cast, func, or_, select
from sqlalchemy.orm import contains_eager

from app.domain.meeting import Standing
from app.models.dialogue import Dialogue
from app.models.partner import Contact, Partner
from app.models.round import Meeting, Round


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


def by_id(number: int) -> Select[Partner]:
    """The partner with this number."""
    return select(Partner).where(Partner.id == number)


def contacts(partner_id: int) -> Select[Contact]:
    """Who holds or held which office there, those in office first."""
    return (
        select(Contact)
        .where(Contact.partner_id == partner_id)
        .order_by(Contact.left, Contact.name, Contact.id)
    )


def contact_by_ref(ref: str) -> Select[Contact]:
    """The holder of an office with this public identifier."""
    return select(Contact).where(Contact.ref == ref)


def listed(kind: str = "", region: str = "", words: str = "", with_dialogue: bool = False) -> Select[Partner]:
    """Partners by name; of a kind, with a dialogue that the viewer may know, or of a name."""
    question = all_partners()
    if kind:
        question = question.where(Partner.kind == kind)
    if words:
        like = f"%{words}%"
        found_in = (Partner.short_name, Partner.formal_name, Partner.native_name, Partner.code)
        question = question.where(
            or_(*(column.ilike(like) for column in found_in), cast(Partner.aliases, String).ilike(like))
        )
    if with_dialogue:
        question = question.where(Partner.id.in_(select(Dialogue.partner_id)))
    return question


def dialogue_counts() -> Select[int, int]:
    """How many dialogues the viewer knows with each partner: (partner, number)."""
    return select(Dialogue.partner_id, func.count(Dialogue.id)).group_by(Dialogue.partner_id)


def last_days() -> Select[int, date | None]:
    """Per partner the last day of a round held: (partner, day)."""
    return (
        select(Dialogue.partner_id, func.max(Round.ends_on))
        .join(Round, Round.dialogue_id == Dialogue.id)
        .where(Round.standing == Standing.HELD)
        .group_by(Dialogue.partner_id)
    )


def rounds_with(partner_id: int) -> Select[Round]:
    """The rounds of every dialogue with a partner, the latest first."""
    return (
        select(Round)
        .join(Dialogue, Dialogue.id == Round.dialogue_id)
        .options(contains_eager(Round.dialogue))
        .where(Dialogue.partner_id == partner_id)
        .order_by(Round.starts_on.desc().nulls_last(), Round.id.desc())
    )


def meetings_with(partner_id: int, standing: Standing | None = None) -> Select[Meeting]:
    """The meetings with a partner, or those of them that stand so, the latest first."""
    question = select(Meeting).where(Meeting.partner_id == partner_id)
    if standing is not None:
        question = question.where(Meeting.standing == standing)
    return question.order_by(Meeting.starts_on.desc().nulls_last(), Meeting.id.desc())
