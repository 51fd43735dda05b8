"""Follow-ups: the list, one with its history, and what is done with it."""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.domain.follow_up import MOVES, FollowUpStatus, stands
from app.domain.standing import Stands
from app.web.arguments import number, word
from app.web.follow_up_fields import facts_of, offer_owners, overtaken, own_ref, owner_of
from app.web.follow_up_list import HEADER, FollowUpList
from app.web.forms.follow_ups import AssignForm, FollowUpForm, FollowUpStepForm
from app.web.permission import allowed
from app.web.spreadsheet import spreadsheet

views = Blueprint("follow_ups", __name__)

ORIGINS = ("commitment", "meeting", "round", "dialogue")


@views.app_template_filter("step_stands")
def step_stands(follow_up: Any) -> Stands:
    """How a follow-up stands today, in a word and a tone."""
    return stands(follow_up.status, follow_up.due, g.work.today, g.work.rules)


@views.get("/follow-ups")
def index() -> str:
    """Our next steps: mine first, narrowed by words that one clicks."""
    asked = FollowUpList()
    return render_template(
        "follow_ups/index.html", page=g.work.page(asked.question, number("page")), asked=asked
    )


@views.get("/follow-ups/export.<any(csv, xlsx):file>")
def export(file: str) -> Response:
    """The same list for a spreadsheet; that it was taken along is recorded."""
    asked = FollowUpList()
    return spreadsheet("follow-ups", HEADER, asked.spreadsheet(g.work.all(asked.question)), file)


@views.get("/follow-ups/<ref>")
def show(ref: str) -> str:
    """One follow-up: the step, whose it is, how it stands, its history."""
    follow_up = g.work.one(queries.follow_ups.by_ref(ref))
    acts = g.work.all(queries.audit.of_record("follow_up", ref).limit(50))
    serves_too = g.work.all(queries.commitments.served_by(follow_up.id))
    return render_template("follow_ups/show.html", follow_up=follow_up, acts=acts, serves_too=serves_too)


@views.route("/follow-ups/add", methods=["GET", "POST"])
def add() -> ResponseReturnValue:
    """Note our next step out of a commitment, meeting, round or dialogue."""
    kind = next((kind for kind in ORIGINS if request.args.get(kind)), "")
    if not kind:
        return render_template("follow_ups/choose.html", dialogues=g.work.all(queries.dialogues.all_named()))
    ref = request.args[kind]
    whole = services.origins.origin(g.work, kind, ref)
    allowed(Action.ADD_FOLLOW_UP, whole)
    form = FollowUpForm({"marking": whole.marking, "owner": own_ref()})
    offer_owners(form, whole)
    if form.submitted():
        try:
            row = services.follow_ups.add(g.work, kind, ref, form.facts())
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The follow-up is noted.", "done")
            return redirect(url_for("follow_ups.show", ref=row.ref), 303)
    return form.page("follow_ups/add.html", whole=whole, kind=kind)


@views.route("/follow-ups/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Change the step, its date, its owner or its marking."""
    follow_up = g.work.one(queries.follow_ups.by_ref(ref))
    allowed(Action.REVISE_FOLLOW_UP, follow_up)
    form = FollowUpForm(facts_of(follow_up), version=follow_up.version)
    offer_owners(form, follow_up)
    if form.submitted():
        try:
            services.follow_ups.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts_of(follow_up), follow_up.version)
        else:
            flash("The follow-up is revised.", "done")
            return redirect(url_for("follow_ups.show", ref=ref), 303)
    return form.page("follow_ups/revise.html", follow_up=follow_up)


@views.route("/follow-ups/<ref>/move", methods=["GET", "POST"])
def move(ref: str) -> ResponseReturnValue:
    """Move a follow-up to a new status."""
    follow_up = g.work.one(queries.follow_ups.by_ref(ref))
    allowed(Action.MOVE_FOLLOW_UP, follow_up)
    form = FollowUpStepForm({"status": request.args.get("to", "")}, version=follow_up.version)
    form.status.offer(
        [(s.value, s.value.capitalize()) for s in FollowUpStatus if s in MOVES[follow_up.status]]
    )
    if form.submitted():
        to = FollowUpStatus(form.status.data)
        try:
            services.follow_ups.take_step(g.work, ref, to, form.word.data or "", form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            overtaken(form, follow_up)
        else:
            flash(f"The follow-up is now {to}.", "done")
            back = word("back", ("desk",))
            return redirect(url_for("desk.show") if back else url_for("follow_ups.show", ref=ref), 303)
    return form.page("follow_ups/move.html", follow_up=follow_up)


@views.route("/follow-ups/<ref>/assign", methods=["GET", "POST"])
def assign(ref: str) -> ResponseReturnValue:
    """Give a follow-up to an officer or to a unit outside."""
    follow_up = g.work.one(queries.follow_ups.by_ref(ref))
    allowed(Action.REVISE_FOLLOW_UP, follow_up)
    form = AssignForm(owner_of(follow_up), version=follow_up.version)
    offer_owners(form, follow_up)
    if form.submitted():
        owner, unit = form.owner.data or "", form.owner_unit.data or ""
        try:
            services.follow_ups.assign(g.work, ref, owner, unit, form.word.data or "", form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            overtaken(form, follow_up)
        else:
            flash("The follow-up has a new owner.", "done")
            return redirect(url_for("follow_ups.show", ref=ref), 303)
    return form.page("follow_ups/assign.html", follow_up=follow_up)
