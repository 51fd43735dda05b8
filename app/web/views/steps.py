"""Steps of a round or meeting that lies ahead: confirmed, marked as held, moved, postponed, cancelled."""

from typing import Any

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from app import services
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.domain.meeting import Standing
from app.domain.sitting_acts import SittingAct
from app.services.sittings import sitting_of
from app.web.clashes import minded
from app.web.forms.base import Form
from app.web.forms.sittings import CancelForm, MoveForm, PostponeForm
from app.web.permission import allowed
from app.web.sheet import date_of, facts_of, partner_of

views = Blueprint("steps", __name__)
ADDRESS = "/<any(rounds, meetings):kind>/<ref>"
REVISES = {"rounds": Action.REVISE_ROUND, "meetings": Action.REVISE_MEETING}
CANCELS = {"rounds": Action.CANCEL_ROUND, "meetings": Action.CANCEL_MEETING}
DONE = {
    SittingAct.CONFIRM: "It is confirmed.",
    SittingAct.HOLD: "It is marked as held.",
    SittingAct.MOVE: "It is moved.",
    SittingAct.POSTPONE: "It is postponed; the old date is in its history.",
    SittingAct.CANCEL: "It is cancelled.",
}


def back(kind: str, ref: str, step: SittingAct) -> ResponseReturnValue:
    """The page of the round or meeting again, with a word on what was done."""
    flash(DONE[step], "done")
    return redirect(url_for(f"{kind}.show", ref=ref), 303)


@views.post(f"{ADDRESS}/<any(confirm, hold):step>")
def take(kind: str, ref: str, step: str) -> ResponseReturnValue:
    """Confirm, or mark as held."""
    verb = services.steps.confirm if step == SittingAct.CONFIRM else services.steps.hold
    verb(g.work, kind, ref, Form().seen_version)
    return back(kind, ref, SittingAct(step))


@views.route(f"{ADDRESS}/move", methods=["GET", "POST"])
def move(kind: str, ref: str) -> ResponseReturnValue:
    """Another day, time or place."""
    sitting = found(kind, ref, REVISES)
    form = MoveForm(fields_of(sitting), version=sitting.version)
    form.on_record = date_of(sitting)
    form.zone.first([sitting.zone, g.office.zone])
    if form.submitted():
        try:
            if not minded(form, form.facts(), partner_of(sitting), sitting.dialogue, sitting):
                return form.page("steps/move.html", sitting=sitting, kind=kind)
            services.steps.move(g.work, kind, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(fields_of(sitting), sitting.version)
        else:
            return back(kind, ref, SittingAct.MOVE)
    return form.page("steps/move.html", sitting=sitting, kind=kind)


@views.route(f"{ADDRESS}/<any(postpone, cancel):step>", methods=["GET", "POST"])
def put_off(kind: str, ref: str, step: str) -> ResponseReturnValue:
    """Postpone (no date any more) or cancel, with the reason."""
    act = SittingAct(step)
    sitting = found(kind, ref, CANCELS if act is SittingAct.CANCEL else REVISES)
    form = (
        CancelForm(version=sitting.version)
        if act is SittingAct.CANCEL
        else PostponeForm(version=sitting.version)
    )
    if form.submitted():
        said = form.when.stated_date if isinstance(form, PostponeForm) else None
        try:
            services.steps.put_off(g.work, kind, ref, act, form.because.data or "", form.seen_version, said)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash({}, sitting.version)
            form.form_errors.append(
                f"Somebody changed this while you were writing. It is now {sitting.standing}."
            )
        else:
            return back(kind, ref, act)
    return form.page("steps/put_off.html", sitting=sitting, kind=kind, step=act)


def found(kind: str, ref: str, actions: dict[str, Action]) -> Any:
    """The round or meeting, if one may do this to it."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(actions[kind], sitting)
    return sitting


def fields_of(sitting: Any) -> dict[str, Any]:
    """A round or meeting as the fields of a move; what was postponed is planned again."""
    facts = facts_of(sitting)
    known = {
        name: facts[name] for name in ("when", "starts", "ends", "twice", "zone", "city", "place", "standing")
    }
    if sitting.standing is Standing.POSTPONED:
        known["standing"] = Standing.PLANNED.value
    return known
