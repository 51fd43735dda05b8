"""Leaves: who is away, and who looks after their follow-ups."""

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.errors import Refused, RuleBroken
from app.domain.policy import refusal
from app.web.forms.leaves import LeaveForm

views = Blueprint("leaves", __name__)


@views.route("/leaves", methods=["GET", "POST"])
def index() -> ResponseReturnValue:
    """Who is or will be away, and a form to note one more."""
    if g.work.viewer.role is Role.READER:
        raise Refused(refusal(Action.NOTE_LEAVE))
    staff = g.work.all(queries.leaves.staff())
    ours = [one for one in staff if g.work.may(Action.NOTE_LEAVE, services.leaves.account_of(one))]
    form = LeaveForm({"officer": next((one.ref for one in ours if one.id == g.work.viewer.officer_id), "")})
    form.officer.offer([(one.ref, one.name) for one in ours])
    form.deputy.offer([(one.ref, f"{one.name}, {one.desk.name}" if one.desk else one.name) for one in staff])
    if form.submitted():
        try:
            services.leaves.note(g.work, form.facts())
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The leave is noted.", "done")
            return redirect(url_for("leaves.index"), 303)
    return form.page(
        "leaves/index.html",
        leaves=g.work.all(queries.leaves.ahead(g.work.today)),
        account_of=services.leaves.account_of,
    )


@views.post("/leaves/<ref>/take-back")
def take_back(ref: str) -> ResponseReturnValue:
    """The officer is here after all."""
    leave = services.leaves.take_back(g.work, ref)
    flash(f"{leave.officer.name} is not away on these days any more.", "done")
    return redirect(url_for("leaves.index"), 303)
