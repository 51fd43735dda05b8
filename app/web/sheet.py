"""What the page of a round or meeting shows, besides itself: the parts of its record."""

from typing import Any

from flask import g, redirect, url_for
from flask.typing import ResponseReturnValue

from app import queries


def parts_of(sitting: Any, kind: str) -> dict[str, Any]:
    """The lists that the parts of the page are made of, each with one question."""
    notes = g.work.all(queries.substance.notes_of(sitting))
    return {
        "sitting": sitting,
        "kind": kind,
        "delegations": g.work.all(queries.substance.delegations_of(sitting)),
        "agenda": g.work.all(queries.substance.agenda_of(sitting)),
        "notes": notes,
        "files": g.work.all(queries.substance.files_of(sitting)),
        "sources": g.work.all(queries.substance.sources_of(sitting)),
        "commitments": g.work.all(queries.commitments.of_sitting(sitting)),
        "follow_ups": g.work.all(queries.follow_ups.of_sitting(sitting)),
        "readouts": g.work.all(queries.readouts.of_sitting(sitting)),
        "acts": g.work.all(queries.audit.of_record(kind.removesuffix("s"), sitting.ref).limit(30)),
    }


def facts_of(sitting: Any) -> dict[str, Any]:
    """What a round and a meeting have in common, as a form's fields."""
    names = ("title", "zone", "city", "place", "summary", "chatham_house", "marking", "because")
    return {
        **{name: getattr(sitting, name) for name in names},
        "when": sitting.stated,
        "starts": sitting.starts_wall,
        "ends": sitting.ends_wall,
        "standing": sitting.standing.value,
        "format": sitting.format.value,
        "level": sitting.level.value,
    }


def back(sitting: Any, anchor: str) -> ResponseReturnValue:
    """To the round or meeting, at its part."""
    return redirect(page_of(sitting) + f"#{anchor}", 303)


def page_of(sitting: Any) -> str:
    """The page of a round or meeting."""
    return url_for(f"{kind_of(sitting)}.show", ref=sitting.ref)


def kind_of(sitting: Any) -> str:
    """rounds or meetings."""
    return f"{sitting.__tablename__}s"


def whole_of(part: Any) -> Any:
    """The meeting that a part belongs to, or else the round."""
    return part.meeting if part.meeting_id is not None else part.round
