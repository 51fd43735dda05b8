"""What speaks against a day before a round or meeting is planned there, as far as the viewer may know it."""

from datetime import date, timedelta
from typing import Any

from app import queries
from app.domain.clash import Sat, clashes, rests_then
from app.domain.meeting import AHEAD
from app.domain.season import falls_into, falls_words
from app.domain.sitting import when_columns
from app.domain.sitting_time import SaidTime
from app.domain.stated_date import Precision
from app.models.dialogue import Dialogue
from app.models.partner import Partner
from app.services.days_off import of_side
from app.services.sittings import zone_for
from app.services.unit_of_work import UnitOfWork

LONGEST = 31
"""Days; what lasts longer clashes with everything."""
PLACED = ("starts_on", "ends_on", "starts_at", "ends_at", "city", "place")
"""What says when and where something is."""


def of(
    work: UnitOfWork,
    facts: Any,
    partner: Partner,
    dialogue: Dialogue | None,
    own: Any = None,
    *,
    led_as: Any = None,
) -> list[str]:
    """Sentences on what speaks against it; none for a day that is over or not known. `own` is what is moved.

    `facts` are those of a plan, a move or a revision; of what stays where it was nothing is said again. `led_as` is
    the round from which a new one takes its delegations. RuleBroken at the field for times that cannot be.
    """
    said = SaidTime(facts.starts, facts.ends, zone_for(work, facts.zone, facts.city), facts.second_time)
    columns = when_columns(facts.when, said, work.today) | {"city": facts.city, "place": facts.place}
    first, last = columns["starts_on"], columns["ends_on"]
    known = columns["precision"] in {Precision.DAY, Precision.SPAN} and first is not None and last is not None
    if not known or last < work.today or (last - first).days > LONGEST or facts.standing not in AHEAD:
        return []
    if (
        own is not None
        and own.standing in AHEAD
        and all(getattr(own, name) == columns[name] for name in PLACED)
    ):
        return []
    led = led_as if own is None else own
    heads = heads_of(work, [led])[key_of(led)] if led is not None else frozenset()
    one = Sat("", first, last, columns["starts_at"], columns["ends_at"], facts.city, facts.place, heads)
    found = clashes(one, others(work, first, last, own))
    found += resting(work, partner, first, last)
    found += [
        falls_words(season)
        for season in falls_into(work.all(queries.seasons.between(first, last)), first, last)
    ]
    return found + away(work, dialogue, first, last)


def others(work: UnitOfWork, first: date, last: date, own: Any) -> list[Sat]:
    """What else takes place around these days; not the round of a meeting that is moved, nor its meetings."""
    day = timedelta(days=1)
    found: list[Any] = [
        *work.all(queries.schedule.rounds(first - day, last + day, cancelled=False)),
        *work.all(queries.schedule.meetings(first - day, last + day, cancelled=False)),
    ]
    ahead = [row for row in found if row.standing in AHEAD and not same_event(row, own)]
    heads = heads_of(work, ahead)
    return [
        Sat(
            row.title,
            row.starts_on,
            row.ends_on,
            row.starts_at,
            row.ends_at,
            row.city,
            row.place,
            heads[key_of(row)],
        )
        for row in ahead
    ]


def same_event(row: Any, own: Any) -> bool:
    """True for what is moved itself, its round, and the meetings of that round."""
    return own is not None and event_of(row) == event_of(own)


def event_of(row: Any) -> tuple[str, int]:
    """What a round or meeting belongs to: the round, or for a meeting outside any round itself."""
    round_id = row.id if row.__tablename__ == "round" else row.round_id
    return ("round", round_id) if round_id is not None else key_of(row)


def key_of(row: Any) -> tuple[str, int]:
    """A round or meeting among others."""
    return row.__tablename__, row.id


def heads_of(work: UnitOfWork, rows: list[Any]) -> dict[tuple[str, int], frozenset[str]]:
    """The heads of delegation of each, by name, in one question; under the Chatham House Rule nobody's."""
    names: dict[tuple[str, int], set[str]] = {key_of(row): set() for row in rows}
    told = [row for row in rows if not row.chatham_house]
    if told:
        for delegation in work.all(queries.substance.heads_at(told)):
            whose = (
                ("meeting", delegation.meeting_id)
                if delegation.meeting_id
                else ("round", delegation.round_id)
            )
            if whose in names:
                names[whose] |= {
                    one.name for one in delegation.delegates if one.name and "head" in one.role.value
                }
    return {key: frozenset(found) for key, found in names.items()}


def resting(work: UnitOfWork, partner: Partner, first: date, last: date) -> list[str]:
    """Public holidays of both sides on these days."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    office = work.one(queries.officers.office())
    ours = rests_then("our own house", of_side(work, office.own_side, first, last).holidays, days)
    return ours + rests_then(partner.short_name, of_side(work, partner.code, first, last).holidays, days)


def away(work: UnitOfWork, dialogue: Dialogue | None, first: date, last: date) -> list[str]:
    """That whoever leads the dialogue is on leave then."""
    if dialogue is None or dialogue.lead_officer_id is None:
        return []
    leaves = work.all(queries.own_times.leaves([dialogue.lead_officer_id], first, last))
    lead = work.one(queries.officers.by_id(dialogue.lead_officer_id))
    return [
        f"{lead.name} is on leave until {leave.last_day.day} {leave.last_day:%B %Y}." for leave in leaves[:1]
    ]
