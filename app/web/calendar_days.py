"""What months, weeks and lists of the calendar share: the rounds and meetings of some days, and whose they are."""

from datetime import date
from typing import Any

from flask import g, url_for

from app import queries


def sittings(first: date, last: date) -> list[Any]:
    """Rounds and meetings within these days, in order."""
    found = [
        *g.work.all(queries.schedule.rounds(first, last)),
        *g.work.all(queries.schedule.meetings(first, last)),
    ]
    return sorted(found, key=lambda s: (s.starts_on, s.starts_wall is not None, str(s.starts_wall), s.id))


def address(sitting: Any) -> str:
    """The page of a round or meeting."""
    return url_for(f"{sitting.__tablename__}s.show", ref=sitting.ref)


def sides_in(sittings: list[Any]) -> dict[str, str]:
    """Our own side, and the partners who are met: whose holidays matter (code: name)."""
    own = g.work.one(queries.officers.office()).own_side
    met = {s.dialogue.partner.code: s.dialogue.partner.short_name for s in sittings}
    return {own: "Our own side", **{code: name for code, name in sorted(met.items()) if code != own}}
