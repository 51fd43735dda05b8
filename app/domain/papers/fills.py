"""How each part of a template is filled."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from app.domain.commitment import OwedBy
from app.domain.papers.flash import flash
from app.domain.papers.handover import contacts, known, series
from app.domain.papers.joint import joint_agreed, joint_open, joint_text
from app.domain.papers.kinds import Part
from app.domain.papers.parts import (
    Filled,
    agenda,
    before,
    comment,
    files,
    lines,
    objectives,
    ours,
    people,
    people_before,
    promised,
    promised_by,
    sources,
    spoken,
    steps,
    summary,
    theirs,
)
from app.domain.papers.record import Record
from app.domain.papers.topics import stands, to_raise, topics

Fill = Callable[[Record, str], Filled]
FILLS: dict[str, Fill] = {
    "objectives": objectives,
    "ours": ours,
    "theirs": theirs,
    "raise": to_raise,
    "topics": topics,
    "stands": stands,
    "people": people,
    "people_before": people_before,
    "before": before,
    "lines": lines,
    "agenda": agenda,
    "flash": flash,
    "summary": summary,
    "spoken": spoken,
    "promised": promised,
    "promised_ours": promised_by(OwedBy.OURS),
    "promised_theirs": promised_by(OwedBy.THEIRS),
    "promised_rest": promised_by(OwedBy.JOINT, OwedBy.OTHER),
    "comment": comment,
    "steps": steps,
    "sources": sources,
    "files": files,
    "series": series,
    "contacts": contacts,
    "known": known,
    "joint_text": joint_text,
    "joint_open": joint_open,
    "joint_agreed": joint_agreed,
}
"""By the keys of the templates' parts."""

PROMISED, ITEMS = ("promised",), ("items",)
READS: dict[str, tuple[str, ...]] = {
    "objectives": ITEMS,
    "ours": ("open",),
    "theirs": ("open",),
    "raise": (*ITEMS, "left_over"),
    "topics": ("topics",),
    "stands": ("stands",),
    "people": ("sides",),
    "people_before": ("sides_before", "before"),
    "before": ("before",),
    "lines": ITEMS,
    "agenda": ITEMS,
    "flash": ("notes", *ITEMS, *PROMISED),
    "summary": ("notes",),
    "spoken": ("notes", *ITEMS),
    "promised": PROMISED,
    "promised_ours": PROMISED,
    "promised_theirs": PROMISED,
    "promised_rest": PROMISED,
    "comment": ("notes", *ITEMS),
    "steps": ("steps",),
    "sources": ("sources",),
    "files": ("files",),
    "series": ("series",),
    "contacts": ("contacts",),
    "known": ("known",),
    "joint_text": (),
    "joint_open": (),
    "joint_agreed": (),
}
"""What each part reads of what is many in a record; it sees nothing else: only what stands in a paper marks it."""

MARKED = frozenset(
    [
        "items", "notes", "sides", "before", "sides_before", "open", "promised", "stands", "steps", "sources", "topics",
        "left_over", "files", "series", "contacts", "known",
    ]
)  # fmt: skip
"""Everything in a record that is many and marked one by one."""


def read_by(record: Record, parts: Iterable[Part]) -> Record:
    """The record with no more in it than these parts read."""
    wanted = {name for part in parts for name in READS[part.key]}
    empty: dict[str, Any] = dict.fromkeys(MARKED - wanted, ())
    return replace(record, **empty)
