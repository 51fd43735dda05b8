"""The agenda: items in order, each with its topics."""

from dataclasses import asdict, dataclass
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.models.substance import AgendaItem
from app.services.sittings import count_beyond, owner_of, parent_columns, sitting_of
from app.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class ItemFacts:
    """What is said of an item: its title, the codes of its topics, norms and measures, and what is annotated to it."""

    title: str
    topics: list[str]
    norms: list[str]
    cbms: list[str]
    purpose: str = ""
    lead: str = ""
    document: str = ""
    minutes: int | None = None
    lines_to_take: str = ""


def add(work: UnitOfWork, kind: str, ref: str, facts: ItemFacts) -> AgendaItem:
    """One more item, at the end."""
    sitting = sitting_of(work, kind, ref)
    work.act(Action.SET_AGENDA, on=sitting)
    last = max((item.position for item in work.all(queries.substance.agenda_of(sitting))), default=0)
    return work.add(
        AgendaItem(**parent_columns(sitting), marking=sitting.marking, position=last + 1, **asdict(facts))
    )


def revise(work: UnitOfWork, ref: str, facts: ItemFacts, seen_version: int | None) -> Any:
    """Change an item. The round or meeting."""
    item = work.one(queries.substance.agenda_item_by_ref(ref))
    work.act(Action.SET_AGENDA, on=item)
    work.unchanged(item, seen_version)
    for name, value in asdict(facts).items():
        setattr(item, name, value)
    work.flush()
    return owner_of(item)


def move(work: UnitOfWork, ref: str, up: bool) -> Any:
    """One place up or down. The round or meeting."""
    item = work.one(queries.substance.agenda_item_by_ref(ref))
    sitting = owner_of(item)
    work.act(Action.SET_AGENDA, on=item)
    order = list(work.all(queries.substance.agenda_of(sitting)))
    at = next(n for n, each in enumerate(order) if each.id == item.id)
    to = max(0, min(len(order) - 1, at - 1 if up else at + 1))
    order[at], order[to] = order[to], order[at]
    for position, each in enumerate(order, 1):
        each.position = position
    work.flush()
    return sitting


def remove(work: UnitOfWork, ref: str) -> Any:
    """Take an item out, if nothing was noted under it (RuleBroken otherwise). The round or meeting.

    Of notes that are marked too high for the viewer no more is said than that somebody else has to do it.
    """
    item = work.one(queries.substance.agenda_item_by_ref(ref))
    work.act(Action.SET_AGENDA, on=item, word=f"{item.title} taken out")
    notes = queries.substance.notes_under(item)
    if work.count(notes):
        raise RuleBroken(
            "item", "There are notes under this item. Remove them first, or give the item another title."
        )
    if count_beyond(work, notes):
        raise RuleBroken("item", "This item can be taken out only by somebody who may read the whole record.")
    work.remove(item)
    return owner_of(item)
