"""Delegations: who sat on which side, in an order set by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.delegation import DelegateRole, Side, fits, one_head
from app.domain.errors import RuleBroken
from app.domain.lowering import not_lowered
from app.models.substance import Delegate, Delegation
from app.services.raising import raise_parts
from app.services.sittings import count_beyond, marked, owner_of, parent_columns, sitting_of
from app.services.unit_of_work import UnitOfWork

NAMED = ("name", "native_name", "office", "body", "role", "marking")


@dataclass(frozen=True)
class DelegateFacts:
    """Somebody in a delegation; `marking` is the rank of the name itself, None for the delegation's own."""

    name: str = ""
    native_name: str = ""
    office: str = ""
    body: str = ""
    role: DelegateRole = DelegateRole.MEMBER
    marking: int | None = None


@dataclass(frozen=True)
class DelegationFacts:
    """One side: its name, bodies without names, a head count, and its people in order.

    `marking` is its rank, None for that of the round or meeting, and for no change of what it is.
    """

    side: Side
    name: str
    head_count: int | None = None
    bodies: tuple[str, ...] = ()
    delegates: tuple[DelegateFacts, ...] = ()
    marking: int | None = None


def add(work: UnitOfWork, kind: str, ref: str, facts: DelegationFacts) -> Delegation:
    """One more side; ours goes first, whatever the order in which they are written down. RuleBroken on `marking`."""
    sitting = sitting_of(work, kind, ref)
    work.act(Action.SET_DELEGATION, on=sitting)
    fits(len(facts.delegates))
    one_head(facts.name, facts.delegates)
    there = work.all(queries.substance.delegations_of(sitting))
    position = 0 if facts.side is Side.OURS else max((d.position for d in there), default=0) + 1
    delegation = work.add(
        Delegation(
            **parent_columns(sitting),
            marking=sitting.marking if facts.marking is None else marked(work, sitting, facts.marking),
            side=facts.side,
            name=facts.name,
            position=position,
            head_count=facts.head_count,
            bodies=list(facts.bodies),
        )
    )
    seat(work, delegation, facts.delegates)
    return delegation


def seat(work: UnitOfWork, delegation: Delegation, delegates: Sequence[DelegateFacts]) -> None:
    """Put people into a delegation, in order; no name is marked lower than the delegation."""
    work.add_all(
        [
            Delegate(
                dialogue_id=delegation.dialogue_id,
                delegation_id=delegation.id,
                position=at,
                **{**vars(person), "marking": name_marking(work, delegation, person)},
            )
            for at, person in enumerate(delegates, 1)
        ]
    )


def name_marking(work: UnitOfWork, delegation: Delegation, person: DelegateFacts) -> int:
    """The rank of a name: the one that it is given, but no lower than the delegation's. RuleBroken on `delegates`."""
    return max(
        delegation.marking, work.scheme.door(person.marking, "delegates").rank if person.marking else 0
    )


def revise(work: UnitOfWork, ref: str, facts: DelegationFacts, seen_version: int | None) -> Any:
    """Change a side as a whole; who was there before stays in the audit log. The round or meeting.

    Whoever is in it under a marking that the viewer may not know stays as they are. RuleBroken on `marking`.
    """
    delegation = work.one(queries.substance.delegation_by_ref(ref))
    work.act(Action.SET_DELEGATION, on=delegation)
    work.unchanged(delegation, seen_version)
    fits(len(facts.delegates))
    one_head(facts.name, facts.delegates)
    if facts.marking is not None:
        not_lowered(delegation.marking, facts.marking)
        delegation.marking = marked(work, owner_of(delegation), facts.marking)
    wanted = [{**vars(p), "marking": name_marking(work, delegation, p)} for p in facts.delegates]
    no_name_lowered(delegation, wanted)
    same = [vars_of(d) for d in delegation.delegates] == wanted
    delegation.seated_at = (
        delegation.seated_at if same else work.now
    )  # a change of people is one of the delegation
    delegation.side, delegation.name = facts.side, facts.name
    delegation.head_count, delegation.bodies = facts.head_count, list(facts.bodies)
    if not same:
        for person in delegation.delegates:
            work.remove(person)
        seat(work, delegation, facts.delegates)
    work.flush()
    raise_parts(work, delegation)
    return owner_of(delegation)


def no_name_lowered(delegation: Delegation, wanted: Sequence[dict[str, Any]]) -> None:
    """Whoever stays keeps the marking of the name, or a higher one; RuleBroken on `delegates`."""
    was: dict[tuple[str, ...], int] = {}
    for each in delegation.delegates:
        known = (each.name, each.native_name, each.office)
        was[known] = max(each.marking, was.get(known, 0))
    for person in wanted:
        known = (person["name"], person["native_name"], person["office"])
        not_lowered(was.get(known, 0), person["marking"], "delegates")


def vars_of(delegate: Delegate) -> dict[str, Any]:
    """A delegate's row as facts, for comparing."""
    return {name: getattr(delegate, name) for name in NAMED}


def move(work: UnitOfWork, ref: str, up: bool) -> Any:
    """One place up or down. The round or meeting."""
    delegation = work.one(queries.substance.delegation_by_ref(ref))
    sitting = owner_of(delegation)
    work.act(Action.SET_DELEGATION, on=delegation)
    order = list(work.all(queries.substance.delegations_of(sitting)))
    at = next(n for n, each in enumerate(order) if each.id == delegation.id)
    to = max(0, min(len(order) - 1, at - 1 if up else at + 1))
    order[at], order[to] = order[to], order[at]
    for position, each in enumerate(order):
        each.position = position
    work.flush()
    return sitting


def remove(work: UnitOfWork, ref: str) -> Any:
    """Take a side out, if the viewer may know everybody in it (RuleBroken otherwise). The round or meeting."""
    delegation = work.one(queries.substance.delegation_by_ref(ref))
    work.act(Action.SET_DELEGATION, on=delegation, word=f"{delegation.name} taken out")
    if count_beyond(work, queries.substance.seated_in(delegation)) > len(delegation.delegates):
        raise RuleBroken("side", "This side can be taken out only by somebody who may read the whole record.")
    for person in delegation.delegates:
        work.remove(person)
    work.remove(delegation)
    return owner_of(delegation)
