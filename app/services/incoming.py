"""Meetings that come in as files: read into the fields of a form for somebody to confirm; no file is kept."""

from typing import Any

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import Refused
from app.domain.guest import own_domains
from app.domain.incoming_event import fields_of, named_in
from app.domain.policy import refusal
from app.services.unit_of_work import UnitOfWork


def read(work: UnitOfWork, raw: bytes) -> dict[str, Any]:
    """The fields that a file fills; RuleBroken on `file` where it holds no meeting, or is marked too high."""
    from app.documents.event_in import read_event

    if not work.may(Action.OPEN_DIALOGUE, OFFICE):
        raise Refused(refusal(Action.LOG_MEETING))
    event = read_event(raw, work.zone)
    for text in (event.title, event.place):
        work.scheme.text_door(text, "file")
    partners = work.all(queries.partners.all_partners())
    known = [(p.short_name, (p.short_name, p.formal_name, p.native_name, *p.aliases)) for p in partners]
    said = fields_of(event, work.zone, own_domains(work.all(queries.officers.addresses())))
    return {**said, "partner": named_in(event.title, known)}
