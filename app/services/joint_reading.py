"""A joint statement as it is read: its text with what is open in it, and what became of that between two versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app import queries
from app.domain.brackets import Reading, read
from app.domain.joint_changes import ChangedParagraph, changes
from app.domain.joint_statement import Move
from app.domain.open_points import Point, PointChanges, changed, how_many, points_of
from app.domain.sides_named import Sides
from app.models.joint_statement import JointMove, JointStatement, JointVersion
from app.reference import shelf
from app.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Seen:
    """A version as read: `points` are those that are listed, `open` counts them all."""

    version: JointVersion
    reading: Reading
    points: tuple[Point, ...]
    open: int


@dataclass(frozen=True)
class Between:
    """Two versions beside each other: the paragraphs with their words, and what became of the open points."""

    before: JointVersion
    after: JointVersion
    paragraphs: tuple[ChangedParagraph, ...]
    points: PointChanges


def partner_of(row: JointStatement) -> Any:
    """With whom it is worked on."""
    return row.meeting.partner if row.meeting is not None else row.dialogue.partner


def parties(work: UnitOfWork, row: JointStatement) -> tuple[str, str]:
    """Our own name and the partner’s, as they stand in a title."""
    office, partner = work.one(queries.officers.office()), partner_of(row)
    return office.own_name or office.own_side or "Our side", partner.formal_name or partner.short_name


def sides_of(work: UnitOfWork, row: JointStatement) -> Sides:
    """Under which names and codes brackets call us and the partner."""
    office, partner = work.one(queries.officers.office()), partner_of(row)
    own = next((p for p in shelf.partners() if p.code == office.own_side), None)
    ours = [office.own_side, office.own_name, *(own.names if own is not None else ())]
    native = partner.native_name.split(" · ")
    theirs = [partner.code, partner.short_name, partner.formal_name, *native, *partner.aliases]
    return Sides.of(ours, theirs)


def seen(version: JointVersion, sides: Sides) -> Seen:
    """A version as read."""
    reading = read(version.text)
    return Seen(version, reading, points_of(reading, sides), how_many(reading))


def latest_two(work: UnitOfWork, row: JointStatement) -> list[Seen]:
    """The last version as read, and the one before it, in this order; shorter where there are none."""
    if not row.latest:
        return []
    sides = sides_of(work, row)
    found = work.all(queries.joint_statements.versions_in(row.id, (row.latest - 1, row.latest)))
    return [seen(version, sides) for version in reversed(found)]


def points_between(two: Sequence[Seen]) -> PointChanges | None:
    """What became of the open points from the version before to the last one; None if there is only one."""
    return changed(two[1].points, two[0].points) if len(two) > 1 else None


def between(work: UnitOfWork, row: JointStatement, before: int, after: int) -> Between | None:
    """Two versions compared by their numbers; None if one of them is not there."""
    found = {v.number: v for v in work.all(queries.joint_statements.versions_in(row.id, (before, after)))}
    if before == after or before not in found or after not in found:
        return None
    sides = sides_of(work, row)
    was, now = seen(found[before], sides), seen(found[after], sides)
    return Between(
        found[before],
        found[after],
        changes([p.text for p in was.reading.paragraphs], [p.text for p in now.reading.paragraphs]),
        changed(was.points, now.points),
    )


def answered(exchanges: Sequence[JointMove]) -> tuple[int, int] | None:
    """The last version that we received and the last that we had sent before it, as (sent, received); else None."""
    received = max((move.of_number for move in exchanges if move.move is Move.RECEIVE), default=0)
    sent = max((m.of_number for m in exchanges if m.move is Move.SEND and m.of_number < received), default=0)
    return (sent, received) if sent else None
