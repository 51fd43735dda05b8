"""The planner: a time that suits both capitals and everybody; busy times of one's own; days off kept here."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.calendar_address import doors_in
from app.domain.errors import RuleBroken
from app.domain.planner import proposals
from app.domain.planner_words import said
from app.domain.wall_time import city_of
from app.domain.wanted_time import Place, Wanted
from app.web.forms.planner import BusyForm, DayOffForm, PlannerForm
from app.web.permission import allowed

views = Blueprint("planner", __name__)


@views.get("/planner")
def show() -> ResponseReturnValue:
    """The times that suit best, with their reasons."""
    allowed(Action.OPEN_DIALOGUE, OFFICE)
    form, staff = PlannerForm(), g.work.all(queries.leaves.staff())
    partners = {p.ref: p for p in g.work.all(queries.partners.listed(with_dialogue=True))}
    form.partner.offer([(p.ref, p.short_name) for p in partners.values()])
    form.officers.offer([(officer.ref, officer.name) for officer in staff])
    if not form.asked:
        form.officers.data = [officer.ref for officer in staff if officer.id == g.work.viewer.officer_id]
    found, status = [], 200
    if form.asked:
        try:
            if form.validate():
                found = rows_for(form, partners[form.partner.data], staff)
        except RuleBroken as broken:
            form.show(broken)
        status = 422 if any(field.errors for field in form) else 200
    until = g.work.find(queries.own_times.known_until(g.work.viewer.officer_id))
    page = render_template(
        "planner/show.html",
        form=form,
        found=found,
        known_until=until,
        partner=partners.get(form.partner.data or ""),
    )
    return page, status


def rows_for(form: PlannerForm, partner: Any, staff: Any) -> list[tuple[Any, str, str]]:
    """Proposals as (proposal, words, address of the form that plans it)."""
    first, last = form.days
    officers = [officer for officer in staff if officer.ref in set(form.officers.data or [])]
    wanted = Wanted(
        places_of(form, partner, first, last),
        services.planning.people(g.work, officers, first, last),
        first,
        last,
        form.minutes.data or 60,
        services.planning.taken(g.work, first, last),
    )
    return [(each, said(each, wanted), plan_url(partner, each)) for each in proposals(wanted, g.now)]


def places_of(form: PlannerForm, partner: Any, first: Any, last: Any) -> tuple[Place, ...]:
    """Our own place and the partner's capital, each with its hours and days of rest."""
    days = (first, last)
    own = g.work.one(queries.officers.office())
    here = services.planning.place(g.work, city_of(own.zone), own.zone, own.own_side, form.hours(""), days)
    if not partner.zones:
        return (here,)
    zone = partner.zones[0]
    name = partner.capital or city_of(zone)
    there = services.planning.place(g.work, name, zone, partner.code, form.hours("their_"), days)
    return (services.planning.shared(here, there, partner.short_name),) if zone == own.zone else (here, there)


def plan_url(partner: Any, each: Any) -> str:
    """The form that plans a meeting, filled with this time on our own wall."""
    here, until = each.starts_at.astimezone(g.work.office_zone), each.ends_at.astimezone(g.work.office_zone)
    return url_for(
        "meetings.plan", partner=partner.ref, when=f"{here.day} {here:%B %Y}", starts=f"{here:%H:%M}",
        ends=f"{until:%H:%M}", zone=g.office.zone,
    )  # fmt: skip


@views.route("/planner/busy", methods=["GET", "POST"])
def busy() -> ResponseReturnValue:
    """One's own busy times, taken from a calendar file."""
    form = BusyForm()
    if form.submitted():
        try:
            kept, not_followed = services.busy_times.take(g.work, sent_file())
        except RuleBroken as broken:
            form.show(broken)
        else:
            left = (
                f" {not_followed} series could not be followed: their first dates count."
                if not_followed
                else ""
            )
            flash(f"You are busy {kept} times in the year ahead.{left} Only the times are kept.", "done")
            return redirect(url_for("planner.busy"), 303)
    number = g.work.viewer.officer_id
    return form.page(
        "planner/busy.html",
        known_until=g.work.find(queries.own_times.known_until(number)),
        named=g.work.find(queries.own_times.named_calendar(number)),
        doors=doors_in(current_app.config["HOUSE"].calendar_hosts),
    )


def sent_file() -> bytes:
    """What was sent; nothing if no file was chosen."""
    sent = request.files.get("file")
    return sent.stream.read() if sent is not None else b""


@views.post("/planner/busy/forget")
def forget() -> ResponseReturnValue:
    """Forget them."""
    services.busy_times.forget(g.work)
    flash("Your busy times are forgotten.", "done")
    return redirect(url_for("planner.busy"), 303)


@views.get("/days-off")
def days_off() -> str:
    """Days off that the house keeps beside the calendars of public holidays that it knows."""
    since = g.work.today - timedelta(days=366)
    rows = g.work.all(queries.own_times.days_off("", since, since + timedelta(days=3660)))
    return render_template("planner/days_off.html", rows=rows, sides=dict(sides()))


def sides() -> list[tuple[str, str]]:
    """Our own side and every partner, as (code, name)."""
    own = g.work.one(queries.officers.office()).own_side
    partners = [(p.code, p.short_name) for p in g.work.all(queries.partners.all_partners()) if p.code != own]
    return [(own, "Our own side"), *partners]


@views.route("/days-off/add", methods=["GET", "POST"])
def add_day() -> ResponseReturnValue:
    """Keep one more."""
    allowed(Action.KEEP_DAYS_OFF, OFFICE)
    form = DayOffForm()
    form.side.offer(sides())
    if form.submitted():
        try:
            day = form.day.stated_date
            if day is None or day.start is None or day.start != day.end:
                raise RuleBroken("day", "Give one day, such as 24 August 2027.")
            services.days_off.add(g.work, form.side.data, day.start, form.name.data or "")
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The day off is kept.", "done")
            return redirect(url_for("planner.days_off"), 303)
    return form.page("planner/add_day.html")


@views.post("/days-off/<ref>/remove")
def remove(ref: str) -> ResponseReturnValue:
    """Keep a day off no more."""
    services.days_off.remove(g.work, ref)
    flash("The day off is taken out.", "done")
    return redirect(url_for("planner.days_off"), 303)
