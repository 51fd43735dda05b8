"""The record as it stood at the end of a day, read from its past states with the viewer's eyes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache, reduce
from typing import Any, NamedTuple

from app import queries
from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.dialogue import DialogueKind, DialogueStatus
from app.domain.meeting import Standing
from app.domain.organisations_named import NINE
from app.domain.report import TAGS, Item, Promise, Series, Sitting, Snapshot, Step, Tags
from app.domain.stated_date import Precision, StatedDate
from app.services.unit_of_work import UnitOfWork

State = dict[str, Any]
COUNTED = ("dialogue", "round", "meeting", "agenda_item", "commitment")
NOTHING = Tags()
STATUSES = {status.value: status for status in CommitmentStatus}
OWED = {owed.value: owed for owed in OwedBy}
STANDINGS = {standing.value: standing for standing in Standing}
"""By their words: looked up thousands of times in one report."""


class Was(NamedTuple):
    """One state of one record."""

    item: Item
    dialogue_id: int
    marking: int
    state: State


def end_of(work: UnitOfWork, day: date) -> datetime:
    """The instant at which a day ends in the office's time zone; of today: now."""
    ends = datetime.combine(day + timedelta(days=1), time(), tzinfo=work.office_zone).astimezone(UTC)
    return min(ends, work.now)


def snapshot(work: UnitOfWork, day: date) -> Snapshot:
    """What the viewer may know of the record as it stood then; four statements, whatever its size.

    What hangs on a dialogue that the viewer may not know is left out with it.
    """
    at = end_of(work, day)
    found: dict[str, list[Was]] = defaultdict(list)
    for kind, *was in work.rows(queries.past.states(COUNTED, at)):
        found[kind].append(Was(Item(kind, was[0]), *was[1:]))
    series = {was.item.number: series_of(was) for was in found["dialogue"]}
    partners = {number: one.partner_id for number, one in series.items()}
    own = organisations(work, partners.values())
    promises = [
        promise_of(was, partners[was.dialogue_id], own)
        for was in found["commitment"]
        if was.dialogue_id in partners and was.state["status"] != CommitmentStatus.JOINED.value
    ]
    return Snapshot(
        day=day,
        series=tuple(series.values()),
        promises=tuple(latest_first(promises)),
        sittings=tuple(latest_first(sittings(found, partners, promises, own))),
        steps=tuple(steps(work, at, partners)),
    )


def organisations(work: UnitOfWork, partner_ids: Iterable[int]) -> dict[int, frozenset[str]]:
    """The partners that are themselves one of the nine organisations, with their code."""
    known = set(partner_ids)
    return {
        partner.id: frozenset({partner.code})
        for partner in work.all(queries.partners.all_partners())
        if partner.id in known and partner.code in NINE
    }


def latest_first(records: Iterable[Any]) -> list[Any]:
    """By the day on which it was said or held, the latest first; without a day last."""
    return sorted(records, key=lambda r: (r.on or date.min, r.item.number), reverse=True)


def series_of(was: Was) -> Series:
    """A dialogue from its state."""
    return Series(
        item=was.item,
        marking=was.marking,
        partner_id=was.state["partner_id"],
        kind=DialogueKind(was.state["kind"]),
        status=DialogueStatus(was.state["status"]),
        cadence_months=was.state["cadence_months"],
        cadence_stated=was.state["cadence_stated"],
    )


def promise_of(was: Was, partner_id: int, own: dict[int, frozenset[str]]) -> Promise:
    """A commitment from its state; one made with an organisation names it."""
    state = was.state
    return Promise(
        item=was.item,
        marking=was.marking,
        dialogue_id=was.dialogue_id,
        partner_id=partner_id,
        status=STATUSES[state["status"]],
        owed_by=OWED[state["owed_by"]],
        due=day_in(state["due"]),
        agreed_on=day_in(state["agreed_on"]),
        times_carried=state["times_carried"],
        tags=united(frozenset({tags_of(state), Tags(organisations=own.get(partner_id, frozenset()))})),
        sitting=sitting_in(state),
    )


def day_in(value: str | None) -> date | None:
    """A day as a state keeps it."""
    return date.fromisoformat(value) if value else None


def tags_of(state: State) -> Tags:
    """The terms that a state names."""
    return named(*(tuple(state.get(name) or ()) for name in TAGS))


@lru_cache(maxsize=4096)
def named(*lists: tuple[str, ...]) -> Tags:
    """Tags from their lists: few combinations come often."""
    return Tags(*map(frozenset, lists))


@lru_cache(maxsize=4096)
def united(tags: frozenset[Tags]) -> Tags:
    """All that several records name."""
    return reduce(Tags.__or__, tags, NOTHING)


def sitting_in(state: State) -> Item | None:
    """The round in which something was said, or else the meeting."""
    for kind in ("round", "meeting"):
        if state[f"{kind}_id"] is not None:
            return Item(kind, state[f"{kind}_id"])
    return None


def sittings(
    found: dict[str, list[Was]],
    partners: dict[int, int],
    promises: Iterable[Promise],
    own: dict[int, frozenset[str]],
) -> Iterable[Sitting]:
    """Rounds, and meetings of their own, each with what was raised in it; a meeting within a round is part of it.

    It is marked as high as the highest that was raised in it.
    """
    raised: dict[Item, set[Tags]] = defaultdict(set)
    highest: dict[Item, int] = defaultdict(int)
    said = [(sitting_in(was.state), tags_of(was.state), was.marking) for was in found["agenda_item"]]
    for where, tags, marking in [*said, *((p.sitting, p.tags, p.marking) for p in promises)]:
        if where is not None:
            raised[where].add(tags)
            highest[where] = max(highest[where], marking)
    for was in (*found["round"], *found["meeting"]):
        if was.dialogue_id not in partners or was.state.get("round_id") is not None:
            continue
        partner_id = was.state.get("partner_id") or partners[was.dialogue_id]
        yield Sitting(
            item=was.item,
            marking=max(was.marking, highest[was.item]),
            dialogue_id=was.dialogue_id,
            partner_id=partner_id,
            standing=STANDINGS[was.state["standing"]],
            when=when_in(was.state),
            tags=united(frozenset({*raised[was.item], Tags(organisations=own.get(partner_id, frozenset()))})),
        )


def when_in(state: State) -> StatedDate:
    """The date of a round or meeting as its state keeps it."""
    precision = Precision(state.get("precision") or Precision.DAY.value)
    return StatedDate(
        state.get("stated") or "", day_in(state["starts_on"]), day_in(state["ends_on"]), precision
    )


def steps(work: UnitOfWork, at: datetime, partners: dict[int, int]) -> Iterable[Step]:
    """The live follow-ups."""
    closed = set(work.all(queries.past.closed_by(at)))
    for number, dialogue_id, marking, owner, unit in work.rows(queries.past.live_steps(at)):
        if dialogue_id in partners:
            is_owned = bool(unit) or (owner is not None and owner not in closed)
            yield Step(Item("follow_up", number), marking, dialogue_id, partners[dialogue_id], is_owned)
