"""The forms of times that are offered: which ones, and what a guest says of each."""

from typing import Any

from flask import request
from wtforms import HiddenField

from app.domain.errors import RuleBroken
from app.domain.poll import SlotFacts, Vote, read_slots
from app.web.clashes import Minding
from app.web.forms.base import Form
from app.web.forms.fields import Number, Text
from app.web.forms.sittings import ZoneChoice


class OfferForm(Form):
    """Times to offer."""

    slots = Text(
        "Times",
        limit=4_000,
        required="Give at least one time, such as 3 December 10:00.",
        description="One a line: 3 December 10:00",
    )
    minutes = Number("How long each lasts, in minutes", lowest=5, highest=720)
    zone = ZoneChoice()

    def facts(self, zone: str, today: Any) -> list[SlotFacts]:
        """The times that were said, on the wall of the zone chosen or else of `zone`; RuleBroken at the field."""
        return read_slots(self.slots.data or "", self.minutes.data or 60, self.zone.data or zone, today)


class TakeForm(Minding, Form):
    """That a time is to be taken, though something may speak against it."""

    keeps_drafts = False


class VoteForm(Form):
    """What a guest says of each time: fields named after the times."""

    keeps_drafts = False
    nothing = HiddenField()

    def said(self, refs: list[str]) -> dict[str, Vote]:
        """What was said, by time; RuleBroken (without a field) if it was nothing, or something else."""
        chosen = {ref: request.form.get(f"time-{ref}", "") for ref in refs}
        try:
            found = {ref: Vote(word) for ref, word in chosen.items() if word}
        except ValueError as fault:
            raise RuleBroken("", "Choose yes, if need be, or no.") from fault
        if not found:
            raise RuleBroken("", "Say of at least one time whether it suits you.")
        return found
