"""A joint statement as a paper: any version of it, in the order of the parties that its copy wants."""

from dataclasses import replace
from datetime import date

from app import queries
from app.domain.action import Action
from app.domain.joint_statement import Move, MoveFacts, State, standing_line
from app.domain.papers.kinds import PaperKind
from app.domain.papers.made import Made, Wish, make
from app.domain.papers.record import Record
from app.domain.papers.statement import Statement
from app.domain.party_order import theirs_first
from app.domain.stated_date import full
from app.models.joint_statement import JointMove, JointStatement, JointVersion
from app.services.joint_moves import agreement
from app.services.joint_reading import parties, partner_of
from app.services.joint_statements import text_of
from app.services.paper_layouts import letterhead, parts_of
from app.services.paper_record import event_of
from app.services.sittings import owner_of
from app.services.unit_of_work import UnitOfWork


def made(work: UnitOfWork, row: JointStatement, number: int, wish: Wish) -> Made:
    """One version as a paper, as the house wants its papers; Missing for a version that is not there (0: the last)."""
    version = (
        text_of(work, row)
        if number in {0, row.latest}
        else work.one(queries.joint_statements.versions_in(row.id, (number,)))
    )
    sitting, partner = owner_of(row), partner_of(row)
    names = parties(work, row)
    agreed = agreement(work, row) if version.number == row.latest else None
    record = Record(
        event=replace(event_of(work, sitting, partner), summary="", clock="", format="", level=""),
        dialogue=row.dialogue.name if row.dialogue.kind == "dialogue" else "",
        partner=partner.short_name,
        dated=work.today,
        reference=f"{row.ref}/{version.number}",
        statement=Statement(
            title=version.title if version.number != row.latest else row.title,
            text=version.text,
            standing=standing_of(work, row, version, agreed),
            parties=names,
            agreed=who_agreed(agreed, names, wish.theirs_first),
            language=row.language,
            marking=row.marking,
        ),
    )
    wish = replace(wish, letterhead=letterhead(work), parts=parts_of(work, PaperKind.JOINT))
    return make(PaperKind.JOINT, record, wish, lambda rank: work.scheme.of(rank).label)


def taken_along(work: UnitOfWork, row: JointStatement, number: int, wish: Wish) -> Made:
    """The same, to be carried out of the product: the audit log says who took which version."""
    work.act(Action.TAKE_PAPER, on=row, word=f"{PaperKind.JOINT.value}, version {number or row.latest}")
    return made(work, row, number, wish)


def usual_order(work: UnitOfWork, row: JointStatement, their_copy: bool) -> bool:
    """Whether the partner is named first, as the sides agreed; in the alternat it depends on whose copy it is."""
    return theirs_first(row.party_order, row.host, parties(work, row), their_copy)


def standing_of(
    work: UnitOfWork, row: JointStatement, version: JointVersion, agreed: JointMove | None
) -> str:
    """The line on how a version stands; a draft of ours that was sent later stands as sent."""
    names = parties(work, row)
    if version.number != row.latest:
        line = standing_line(State.DRAFTED, version.number, *way_of(work, row, version), names)
        return f"{line}; superseded by version {row.latest}"
    facts = MoveFacts(on=agreed.on_day, waits_for=agreed.waits_for) if agreed is not None else None
    return standing_line(row.state, version.number, *way_of(work, row, version), names, facts)


def way_of(work: UnitOfWork, row: JointStatement, version: JointVersion) -> tuple[Move, date | None]:
    """How a version came or went, and on which day."""
    if version.how is Move.DRAFT:
        exchanges = work.all(queries.joint_statements.exchanges_of(row.id))
        for move in exchanges:
            if move.of_number == version.number:
                return move.move, move.on_day
    return version.how, version.on_day


def who_agreed(agreed: JointMove | None, names: tuple[str, str], theirs_first: bool) -> tuple[str, ...]:
    """Who agreed on each side, in the order of the copy, and what is still needed, a sentence each."""
    if agreed is None:
        return ()
    what = "Agreed ad referendum" if agreed.move is Move.AGREE_AD_REFERENDUM else "Agreed"
    day = f" on {full(agreed.on_day)}" if agreed.on_day is not None else ""
    both = [f"For {name}: {who}." for name, who in zip(names, (agreed.for_us, agreed.for_them), strict=True)]
    waits = [f"Still to be confirmed by: {agreed.waits_for}."] if agreed.waits_for else []
    return (f"{what}{day}.", *(reversed(both) if theirs_first else both), *waits)
