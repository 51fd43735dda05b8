"""A calendar of one's own that is read again and again at its address: named, asked for, forgotten."""

from flask import Blueprint, current_app, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from app import services
from app.domain.calendar_address import Door, doors_in
from app.domain.errors import Missing, RuleBroken
from app.web.forms.planner import CalendarForm

views = Blueprint("own_calendar", __name__)


def doors() -> tuple[Door, ...]:
    """The hosts that calendars may be read from."""
    return doors_in(current_app.config["HOUSE"].calendar_hosts)


@views.route("/planner/busy/address", methods=["GET", "POST"])
def name() -> ResponseReturnValue:
    """Name the address of a calendar, where the administrator allowed any host."""
    if not doors():
        raise Missing
    form = CalendarForm()
    if form.submitted():
        try:
            services.named_calendars.name(g.work, form.address.data or "", doors())
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The address is kept, and read within a minute.", "done")
            return redirect(url_for("planner.busy"), 303)
    return form.page("own_calendar/name.html", doors=doors())


@views.post("/planner/busy/read")
def read_now() -> ResponseReturnValue:
    """Have it read again, beside the answers."""
    services.named_calendars.ask_for(g.work)
    flash("Your calendar is read within a minute.", "done")
    return redirect(url_for("planner.busy"), 303)


@views.post("/planner/busy/address/forget")
def forget() -> ResponseReturnValue:
    """Read it no more."""
    services.named_calendars.forget(g.work)
    flash("The address is forgotten. What is known of your busy times stays.", "done")
    return redirect(url_for("planner.busy"), 303)
