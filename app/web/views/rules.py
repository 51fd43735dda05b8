"""The rules of the house: the days and counts by which it judges, seen by all, changed by administrators."""

from dataclasses import asdict

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.web.forms.office import RulesForm
from app.web.permission import allowed

views = Blueprint("rules", __name__)


@views.get("/rules")
def show() -> str:
    """What the pages go by, in words."""
    return render_template("rules/show.html")


@views.route("/rules/change", methods=["GET", "POST"])
def change() -> ResponseReturnValue:
    """Other days, other counts; every page goes by them at once."""
    allowed(Action.CHANGE_OFFICE, OFFICE)
    office = g.work.one(queries.officers.office())
    form = RulesForm(asdict(office.rules), version=office.version)
    if form.submitted():
        try:
            services.office.change_rules(g.work, form.rules(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(asdict(office.rules), office.version)
        else:
            flash("The rules are changed; every page goes by them now.", "done")
            return redirect(url_for("rules.show"), 303)
    return form.page("rules/change.html")
