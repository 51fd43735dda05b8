"""Meetings: logged in a minute, planned, listed, shown as one long sheet, revised."""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.web.arguments import number, phrase
from app.web.clashes import minded
from app.web.forms.log import EventFileForm, LogForm
from app.web.forms.meetings import PlanMeetingForm, ReviseMeetingForm
from app.web.meeting_list import HEADER, MeetingList
from app.web.met_with import met_with, usual, usual_words
from app.web.permission import allowed
from app.web.sheet import date_of, facts_of, parts_of
from app.web.spreadsheet import spreadsheet

views = Blueprint("meetings", __name__)


@views.get("/meetings")
def index() -> str:
    """Every meeting one may know, the latest first."""
    asked = MeetingList()
    return render_template(
        "meetings/index.html", page=g.work.page(asked.question, number("page")), asked=asked
    )


@views.get("/meetings/export.<any(csv, xlsx):file>")
def export(file: str) -> Response:
    """The same list for a spreadsheet; that it was taken along is recorded."""
    asked = MeetingList()
    return spreadsheet("meetings", HEADER, asked.spreadsheet(g.work.all(asked.question)), file)


@views.get("/meetings/<ref>")
def show(ref: str) -> str:
    """One meeting, in the order of the event."""
    meeting = g.work.one(queries.meetings.by_ref(ref))
    return render_template(
        "meetings/show.html", meeting=meeting, **parts_of(meeting, "meetings", meeting.partner)
    )


@views.route("/log", methods=["GET", "POST"])
def log() -> ResponseReturnValue:
    """Log a meeting in a minute."""
    allowed(Action.OPEN_DIALOGUE, OFFICE)
    met = met_with()
    begins = usual(met)
    form = LogForm(begins)
    met.offer(form)
    if form.submitted():
        try:
            logged = form.logged(*met.chosen(form), g.work.today)
            meeting = services.meetings.log(g.work, logged)
        except RuleBroken as broken:
            form.show(broken)
        else:
            return redirect(url_for("meetings.show", ref=meeting.ref, new=meeting.ref), 303)
    return form.page("meetings/log.html", met=met, usual=usual_words(begins))


@views.route("/log/from-file", methods=["GET", "POST"])
def from_file() -> ResponseReturnValue:
    """A calendar file or a mailed invitation fills the form of the log; nothing is saved yet."""
    allowed(Action.OPEN_DIALOGUE, OFFICE)
    form = EventFileForm()
    if form.submitted():
        sent = request.files.get("file")
        try:
            said = services.incoming.read(g.work, sent.stream.read() if sent else b"")
        except RuleBroken as broken:
            form.show(broken)
        else:
            met = met_with()
            begins = {**usual(met), **{name: value for name, value in said.items() if value}}
            log_form = LogForm(begins, blank=True)
            met.offer(log_form)
            return log_form.page(
                "meetings/log.html", met=met, usual="", action=url_for("meetings.log"), from_file=True
            )
    return form.page("meetings/from_file.html")


@views.route("/meetings/plan", methods=["GET", "POST"])
def plan() -> ResponseReturnValue:
    """Plan a meeting: of a round, between rounds, or outside any dialogue."""
    allowed(Action.OPEN_DIALOGUE, OFFICE)
    met = met_with()
    form = PlanMeetingForm({**usual(met), "standing": "planned", **time_asked()})
    met.offer(form)
    if form.submitted():
        try:
            planned = form.planned(*met.chosen(form))
            partner = g.work.one(queries.partners.by_ref(planned.partner_ref))
            dialogue = next((d for d in met.dialogues if d.ref == planned.dialogue_ref), None)
            if not minded(form, planned.meeting, partner, dialogue):
                return form.page("meetings/plan.html", met=met)
            meeting = services.meetings.log(g.work, planned)
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The meeting is planned.", "done")
            return redirect(url_for("meetings.show", ref=meeting.ref), 303)
    return form.page("meetings/plan.html", met=met)


def time_asked() -> dict[str, str]:
    """A time that the address names, as the planner does: it is only offered, and read like what is typed."""
    names = ("when", "starts", "ends", "zone")
    return {name: phrase(name, 60) for name in names if phrase(name, 60)}


@views.route("/meetings/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Correct what is said of a meeting."""
    meeting = g.work.one(queries.meetings.by_ref(ref))
    allowed(Action.REVISE_MEETING, meeting)
    form = ReviseMeetingForm(fields_of(meeting), version=meeting.version)
    form.on_record = date_of(meeting)
    form.zone.first([meeting.zone, g.office.zone, *meeting.partner.zones])
    if form.submitted():
        try:
            if not minded(form, form.facts(), meeting.partner, meeting.dialogue, meeting):
                return form.page("meetings/revise.html", meeting=meeting)
            services.meetings.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(fields_of(meeting), meeting.version)
        else:
            flash("The meeting is revised.", "done")
            return redirect(url_for("meetings.show", ref=ref), 303)
    return form.page("meetings/revise.html", meeting=meeting)


def fields_of(meeting: Any) -> dict[str, Any]:
    """A meeting as the form's fields."""
    return {**facts_of(meeting), "kind": meeting.kind.value, "link": meeting.link}
