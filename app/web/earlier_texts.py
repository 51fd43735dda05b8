"""What a readout is compared with: an earlier text of its own, or the readout of an earlier event."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import g

from app import queries, services
from app.services.sittings import owner_of
from app.web.readout_page import asked_of, to_answer

LAST_ROUND = "last-round"
SHOWN = 20
"""So many texts of a sort are offered, the latest; a readout has few, and older ones are compared by their address."""


def compared_with(readout: Any, asked_for: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows: the lists to choose from, the chosen one, and the words with what became of them.

    `since` is the number of a text, or the readout of the last event; `before` is the reference of an earlier one.
    """
    day = owner_of(readout).starts_on
    texts = g.work.rows(queries.earlier_texts.own(readout.id).limit(SHOWN + 1))
    events = g.work.rows(queries.earlier_texts.listed(readout, day).limit(SHOWN)) if day is not None else []
    since, before = asked_for.get("since", ""), asked_for.get("before", "")
    if since == LAST_ROUND and events:
        before = events[0][0]
    number = number_of(since, texts) if not before else 0
    other: Any = None
    if before and day is not None:
        other = g.work.find(queries.earlier_texts.one(readout, day, before))
    elif number:
        other = g.work.find(queries.clearances.text_numbered(readout.id, number))
    return {
        "texts": texts[1:],
        "events": events,
        "number": other.number if other is not None and not before else 0,
        "event": other.ref if other is not None and before else "",
        "name": "" if other is None else f"“{other.title}”" if before else f"text {other.number}",
        "changed": words(readout, other, by_heading=bool(before)) if other is not None else None,
        "to_answer": to_answer(asked_of(readout)),
    }


def number_of(since: str, texts: Sequence[Any]) -> int:
    """The number that was asked for, else that of the text before the present one; 0 where there is none."""
    if since.isascii() and since.isdigit() and len(since) < 6:
        return int(since)
    return texts[1][0] if len(texts) > 1 else 0


def words(readout: Any, other: Any, by_heading: bool) -> Any:
    """The paragraphs with what became of their words; readouts of two events share headings, not paragraphs."""
    texts = services.readout_texts
    before, after = texts.passages_of(other), texts.passages_of(readout)
    if by_heading:
        return texts.compared(texts.by_heading(before), texts.by_heading(after))
    return texts.compared(before, after)
