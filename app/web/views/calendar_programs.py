"""Calendar programs: the devices that read one's calendars by CalDAV, each with a password of its own."""

from flask import Blueprint, current_app, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.dav_place import ROOT
from app.domain.errors import Missing, RuleBroken
from app.web.forms.calendar_programs import ProgramForm

views = Blueprint("calendar_programs", __name__)


@views.before_request
def only_where_it_is_on() -> None:
    """A house that does not offer it has no such page."""
    if not current_app.config["HOUSE"].caldav:
        raise Missing


@views.route("/account/calendar-programs", methods=["GET", "POST"])
def index() -> ResponseReturnValue:
    """One's devices and what they see, and a new one; its password is shown once."""
    form = ProgramForm()
    officer_id = g.work.viewer.officer_id
    if form.submitted():
        try:
            program, password = services.calendar_programs.add(g.work, form.name.data or "")
        except RuleBroken as broken:
            form.show(broken)
        else:
            g.told_once = url_for("calendar_programs.index")
            officer = g.work.one(queries.officers.by_id(officer_id))
            return render_template(
                "calendar_programs/made.html",
                program=program,
                password=password,
                officer=officer,
                server=server(),
                calendars=g.work.all(queries.calendar_programs.calendars(officer_id)),
            )
    return form.page(
        "calendar_programs/index.html",
        programs=g.work.all(queries.calendar_programs.of_officer(officer_id)),
        calendars=g.work.all(queries.calendar_programs.calendars(officer_id)),
        server=server(),
    )


def server() -> str:
    """The address that a program is given."""
    return f"{current_app.config['HOUSE'].public_url}{ROOT}"


@views.post("/account/calendar-programs/<ref>/end")
def end(ref: str) -> ResponseReturnValue:
    """End a device's password."""
    program = services.calendar_programs.end(g.work, ref)
    flash(f"“{program.name}” reads nothing more. What it has read already stays on the device.", "done")
    return redirect(url_for("calendar_programs.index"), 303)
