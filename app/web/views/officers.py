"""Officers and desks: who is in the house, admitted and changed by administrators."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import Refused, RuleBroken, Stale
from app.domain.policy import refusal
from app.web.forms.officers import DeskForm, OfficerForm

views = Blueprint("officers", __name__)


def only_administrators() -> None:
    """Refused for everybody who does not run the office."""
    if not g.work.may(Action.ADMIT_OFFICER, OFFICE):
        raise Refused(refusal(Action.ADMIT_OFFICER))


@views.get("/officers")
def index() -> str:
    """Everybody with an account, and the desks."""
    only_administrators()
    return render_template(
        "officers/index.html",
        officers=g.work.all(queries.officers.all_officers()),
        desks=g.work.all(queries.officers.desks()),
    )


@views.route("/officers/admit", methods=["GET", "POST"])
def admit() -> ResponseReturnValue:
    """Admit an officer; the invitation's address is shown once."""
    only_administrators()
    form = officer_form()
    if form.submitted():
        try:
            officer, secret = services.officers.admit(g.work, form.facts())
        except RuleBroken as broken:
            form.show(broken)
        else:
            address = url_for("sign_in.accept", token=secret, _external=True)
            g.told_once = url_for("officers.index")
            return render_template("officers/invited.html", officer=officer, address=address)
    return form.page("officers/admit.html")


@views.route("/officers/<ref>/change", methods=["GET", "POST"])
def change(ref: str) -> ResponseReturnValue:
    """Change what an officer is; their sign-ins end at once."""
    only_administrators()
    officer = g.work.one(queries.officers.by_ref(ref))
    form = officer_form(facts_of(officer), officer.version)
    if form.submitted():
        try:
            services.officers.change(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts_of(officer), officer.version)
        else:
            flash(f"{officer.name} changed.", "done")
            return redirect(url_for("officers.index"), 303)
    return form.page("officers/change.html", officer=officer)


@views.post("/officers/<ref>/close")
def close(ref: str) -> ResponseReturnValue:
    """Close an account."""
    officer = services.officers.close(g.work, ref)
    flash(
        f"The account of {officer.name} is closed. What they did stays. What they have open stands in the review as "
        "without an owner, until their desk hands it over (Who has what).",
        "done",
    )
    return redirect(url_for("officers.index"), 303)


@views.post("/officers/<ref>/invite")
def invite(ref: str) -> ResponseReturnValue:
    """A new invitation, for somebody who lost the first or the password."""
    secret = services.officers.invite_again(g.work, ref)
    officer = g.work.one(queries.officers.by_ref(ref))
    address = url_for("sign_in.accept", token=secret, _external=True)
    return render_template("officers/invited.html", officer=officer, address=address)


@views.route("/desks/open", methods=["GET", "POST"])
def open_desk() -> ResponseReturnValue:
    """Open a desk."""
    only_administrators()
    form = DeskForm()
    if form.submitted():
        try:
            services.officers.open_desk(g.work, form.name.data or "")
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The desk is open.", "done")
            return redirect(url_for("officers.index"), 303)
    return form.page("officers/open_desk.html")


@views.route("/desks/<ref>/rename", methods=["GET", "POST"])
def rename_desk(ref: str) -> ResponseReturnValue:
    """Give a desk another name."""
    only_administrators()
    desk = g.work.one(queries.officers.desk_by_ref(ref))
    form = DeskForm({"name": desk.name}, version=desk.version)
    if form.submitted():
        try:
            services.officers.rename_desk(g.work, ref, form.name.data or "", form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash({"name": desk.name}, desk.version)
        else:
            return redirect(url_for("officers.index"), 303)
    return form.page("officers/rename_desk.html", desk=desk)


def officer_form(facts: dict[str, object] | None = None, version: int | None = None) -> OfficerForm:
    """The form with the desks and the scheme's markings to choose from."""
    form = OfficerForm(facts, version=version)
    form.desk.offer([(desk.ref, desk.name) for desk in g.work.all(queries.officers.desks())])
    form.clearance.offer([(m.rank, m.label) for m in g.work.scheme.choices()])
    return form


def facts_of(officer: Any) -> dict[str, object]:
    """An officer as the form's fields."""
    return {
        "name": officer.name,
        "email": officer.email,
        "role": officer.role.value,
        "desk": officer.desk.ref if officer.desk else "",
        "clearance": officer.clearance,
    }
