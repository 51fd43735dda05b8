"""The multilateral calendar: events noted, revised, cancelled, taken over from what ships and from calendar files."""

from typing import Any

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import Refused, RuleBroken
from app.domain.policy import refusal
from app.domain.season import SeasonFacts, SeasonKind, read_when
from app.domain.season_import import ReadSeason, TakenIn
from app.domain.shipped_season import ShippedSeason
from app.models.season import Season
from app.reference import shelf
from app.services.following import change
from app.services.unit_of_work import UnitOfWork

ACTION = Action.KEEP_SEASONS


def add(work: UnitOfWork, facts: SeasonFacts) -> Season:
    """Note an event; RuleBroken on `when` for words that name no date."""
    work.act(ACTION, on=OFFICE, word=facts.name)
    return put(work, columns(work, facts))


def put(work: UnitOfWork, found: dict[str, Any]) -> Season:
    """A new event with these columns."""
    return work.add(Season(**found, created_at=work.now, changed_at=work.now))


def columns(work: UnitOfWork, facts: SeasonFacts) -> dict[str, Any]:
    """The facts as columns."""
    when = read_when(facts.when, work.today)
    return {
        "name": facts.name,
        "body": facts.body,
        "kind": facts.kind,
        "stated": when.stated,
        "starts_on": when.start,
        "ends_on": when.end,
        "precision": when.precision,
        "confirmed": facts.confirmed,
        "city": facts.city,
        "note": facts.note,
        "source": facts.source,
    }


def held(work: UnitOfWork, ref: str, seen_version: int | None) -> Season:
    """The event that is to be changed; Refused, or Stale if somebody changed it since it was seen."""
    may_keep(work)
    season = work.one(queries.seasons.by_ref(ref))
    work.unchanged(season, seen_version)
    return season


def may_keep(work: UnitOfWork) -> None:
    """Refused for whoever may not keep the calendar; the act itself is recorded last.

    A change of an event, which belongs to no dialogue, is written down with the last act, and that has to be the
    office's own and not that of a promise which moved along.
    """
    if not work.may(ACTION, OFFICE):
        raise Refused(refusal(ACTION))


def revise(work: UnitOfWork, ref: str, facts: SeasonFacts, seen_version: int | None) -> Season:
    """Correct what is said of an event; promises that are due by it follow when it moves."""
    season = held(work, ref, seen_version)
    if season.cancelled:
        raise RuleBroken("", "This was cancelled. Take it up again first.")
    change(work, season, columns(work, facts))
    work.act(ACTION, on=OFFICE, word=f"revised: {season.name}")
    return season


def cancel(work: UnitOfWork, ref: str, because: str, seen_version: int | None) -> Season:
    """Say that it does not take place, and why; calendars show it as cancelled for a while."""
    season = held(work, ref, seen_version)
    if season.cancelled:
        raise RuleBroken("", "This was cancelled already.")
    if not because.strip():
        raise RuleBroken("because", "Say why it does not take place, or that it was entered by mistake.")
    change(work, season, {"cancelled": True, "because": because})
    work.act(ACTION, on=OFFICE, word=f"cancelled: {season.name}. {because}")
    return season


def take_up(work: UnitOfWork, ref: str) -> Season:
    """It takes place after all."""
    season = held(work, ref, None)
    if season.cancelled:
        change(work, season, {"cancelled": False, "because": ""})
        work.act(ACTION, on=OFFICE, word=f"takes place after all: {season.name}")
    return season


def still_on_the_shelf(work: UnitOfWork) -> list[ShippedSeason]:
    """The events that ship and are not over, and were not taken over yet."""
    taken = {origin for (origin,) in work.rows(queries.seasons.origins())}
    return [
        each
        for each in shelf.seasons().seasons
        if each.code not in taken and each.ends_on.year >= work.today.year
    ]


def take_from_shelf(work: UnitOfWork) -> int:
    """Take over the events that ship and are not here yet; how many."""
    work.act(ACTION, on=OFFICE, word="took over the events that ship")
    found = still_on_the_shelf(work)
    for each in found:
        put(work, each.columns())
    return len(found)


def take_in(work: UnitOfWork, raw: bytes, body: str, kind: SeasonKind) -> TakenIn:
    """Take in a calendar file: new events, and those that were read before as they are now.

    RuleBroken on `file` for what is no calendar or too much of one. `body` and `kind` are those of new events; what was
    typed here (body, kind, note, source) stays. An event that was cancelled here is left alone.
    """
    from app.documents import calendar_in  # slow to load, and few pages need it

    may_keep(work)
    read = calendar_in.read_calendar(raw)
    uids = [each.uid for each in read.events]
    known: dict[str | None, Season] = {}
    for season in work.all(queries.seasons.by_identifiers(uids)) if uids else ():
        known |= {season.uid: season, season.ics_uid: season}
    done = TakenIn(skipped=list(read.skipped), remarks=list(read.remarks))
    for each in read.events:
        take_one(work, each, known.get(each.uid), {"body": body, "kind": kind}, done)
    words = f"took in a calendar: {done.added} new, {done.changed} changed"
    work.act(ACTION, on=OFFICE, word=words)
    return done


def take_one(
    work: UnitOfWork, each: ReadSeason, season: Season | None, besides: dict[str, Any], done: TakenIn
) -> None:
    """One event of a calendar file."""
    try:
        for text in (each.name, each.city):
            work.scheme.text_door(text)
    except RuleBroken as broken:
        done.skipped.append(f"An event on {each.when.stated}: {broken.message}")
        return
    when = each.when
    found = {
        "name": each.name,
        "stated": when.stated,
        "starts_on": when.start,
        "ends_on": when.end,
        "precision": when.precision,
        "confirmed": each.confirmed,
        "city": each.city,
    }
    if season is None and each.cancelled:
        done.skipped.append(f"“{each.name}” is cancelled there and was not known here.")
    elif season is None:
        put(work, {**found, **besides, "ics_uid": each.uid, "source": "Read from a calendar file"})
        done.added += 1
    elif season.cancelled and each.cancelled:
        done.unchanged += 1
    elif season.cancelled:
        done.skipped.append(f"“{season.name}” was cancelled here; take it up again first.")
    elif each.cancelled:
        change(work, season, {"cancelled": True, "because": "Cancelled in the calendar that was read."})
        done.changed += 1
    elif change(work, season, found):
        done.changed += 1
    else:
        done.unchanged += 1
