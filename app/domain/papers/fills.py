"""How each part of a template is filled."""

from collections.abc import Callable

from app.domain.commitment import OwedBy
from app.domain.papers.flash import flash
from app.domain.papers.handover import contacts, known, series
from app.domain.papers.joint import joint_agreed, joint_open, joint_text
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
