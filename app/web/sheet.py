"""What the page of a round or meeting shows, besides itself: the parts of its record, its times, its history."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask import g, request

from app import queries
from app.domain.action import Action
from app.domain.both_clocks import clocks
from app.domain.change_words import Changed, changes_said
from app.domain.guest import tally
from app.domain.lasting_date import written
from app.domain.sitting_acts import acts_open
from app.domain.sitting_time import end_as_said, which_of_two
from app.domain.stated_date import StatedDate
from app.web.season_marks import falls_of

HISTORY = 30


def parts_of(sitting: Any, kind: str, partner: Any) -> dict[str, Any]:
    """The lists that the parts of the page are made of, each with one question; the partner tells the other clock."""
    agenda = g.work.all(queries.substance.agenda_of(sitting))
    guests = g.work.all(queries.guests.of_sitting(sitting))
    return {
        "sitting": sitting,
        "kind": kind,
        "clocks": clocks_of(sitting, partner),
        "steps": acts_open(sitting.standing, sitting.starts_on, g.work.today),
        "fresh": request.args.get("new", "") == sitting.ref,
        "delegations": g.work.all(queries.substance.delegations_of(sitting)),
        "unnamed": unnamed(sitting),
        "agenda": agenda,
        "guests": guests,
        "answers": tally(guests),
        "under": under_items(agenda),
        "notes": g.work.all(queries.substance.notes_of(sitting)),
        "files": g.work.all(queries.substance.files_of(sitting)),
        "sources": g.work.all(queries.substance.sources_of(sitting)),
        "texts": g.work.all(queries.source_texts.of_sitting(sitting)),
        "commitments": g.work.all(queries.commitments.of_sitting(sitting)),
        "follow_ups": g.work.all(queries.follow_ups.of_sitting(sitting)),
        "readouts": g.work.all(queries.readouts.of_sitting(sitting)),
        "statements": g.work.all(queries.joint_statements.of_sitting(sitting)),
        "falls": falls_of(sitting),
        "acts": [] if unnamed(sitting) else list(acts_on(kind.removesuffix("s"), sitting.ref)),
    }


def unnamed(sitting: Any) -> bool:
    """True if who was there, and who said what, is not told to the viewer: the Chatham House Rule, before a reader.

    Those who keep the record see whom they wrote down.
    """
    return bool(sitting.chatham_house) and not g.work.may(Action.SET_DELEGATION, sitting)


def under_items(agenda: Sequence[Any]) -> dict[int, list[Any]]:
    """The commitments to be taken up, by agenda item."""
    found: dict[int, list[Any]] = {}
    if agenda:
        for item_id, commitment in g.work.rows(queries.closing.under_items([item.id for item in agenda])):
            found.setdefault(item_id, []).append(commitment)
    return found


def acts_on(kind: str, ref: str) -> Iterator[tuple[Any, tuple[Changed, ...]]]:
    """The last acts on the record, each with what it changed of the record itself, in words."""
    for entry in g.work.all(queries.audit.of_record(kind, ref).limit(HISTORY)):
        own = [c for c in entry.changes if c["ref"] == ref and c["how"] == "changed"]
        yield entry, tuple(said for change in own for said in changes_said(change["columns"], marking_label))


def marking_label(rank: int) -> str:
    """What the office's scheme calls a marking."""
    return str(g.work.scheme.of(rank).label)


def clocks_of(sitting: Any, partner: Any) -> Sequence[str]:
    """Its time there, here, and at the partner's; nothing if only the day is known."""
    if sitting.starts_at is None:
        return ()
    place = (sitting.zone or g.office.zone, sitting.city if sitting.city else "")
    theirs = [(zone, partner.capital) for zone in partner.zones[:1]]
    ends = sitting.ends_at if end_as_said(sitting) is not None else None
    return clocks(sitting.starts_at, ends, [place, (g.office.zone, ""), *theirs])


def date_of(sitting: Any) -> StatedDate:
    """Its date, with the words in which it was stated."""
    return StatedDate(sitting.stated, sitting.starts_on, sitting.ends_on, sitting.precision)


def facts_of(sitting: Any) -> dict[str, Any]:
    """What a round and a meeting have in common, as a form's fields."""
    names = ("title", "zone", "city", "place", "summary", "chatham_house", "marking", "because")
    return {
        **{name: getattr(sitting, name) for name in names},
        "when": written(date_of(sitting), g.work.today),
        "starts": sitting.starts_wall,
        "ends": end_as_said(sitting),
        "twice": {None: "", False: "first", True: "second"}[which_of_two(sitting)],
        "standing": sitting.standing.value,
        "format": sitting.format.value,
        "level": sitting.level.value,
    }


def partner_of(sitting: Any) -> Any:
    """With whom a round or meeting is."""
    return sitting.partner if sitting.__tablename__ == "meeting" else sitting.dialogue.partner
