"""What was read in a text, as JSON for other programs and for whoever judges the reading."""

import json
from collections.abc import Iterable
from typing import Any

from app.domain.reading.found import Undertaking


def reading_json(found: Iterable[Undertaking]) -> str:
    """One object per finding, in the order of the text; dates as ISO 8601, places in characters of the text."""
    return json.dumps([as_object(one) for one in found], ensure_ascii=False, indent=2) + "\n"


def as_object(one: Undertaking) -> dict[str, Any]:
    """The fields of a finding under the names of the rules of annotation."""
    when = one.said.when
    return {
        "text": one.text,
        "start": one.start,
        "end": one.end,
        "offered": one.is_proposed,
        "standing": one.standing.value,
        "owner": one.owed_by.value,
        "owner_name": one.owed_by_name,
        "strength": one.strength.value,
        "due": {
            "date": when.end.isoformat() if when.end else None,
            "precision": when.precision.value,
            "text": when.stated,
        },
        "recurrence": one.said.rhythm or None,
        "event": one.said.event or None,
        "topics": list(one.topics),
        "list_items": list(one.items),
        "why": one.why,
    }
