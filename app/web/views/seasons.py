"""The multilateral calendar: what it holds, noted, revised, cancelled, taken over and read from calendar files."""

from itertools import groupby
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.domain.lasting_date import written
from app.domain.season import SeasonKind, date_of
from app.domain.stated_date import Precision
from app.reference import shelf
from app.web.filters import counted
from app.web.forms.seasons import CancelSeasonForm, SeasonForm, TakeInForm
from app.web.permission import allowed

views = Blueprint("seasons", __name__)


@views.get("/seasons")
def index() -> str:
    """Every event by year; what is over is folded away."""
    seasons = g.work.all(queries.seasons.all_seasons())
    may_keep = g.work.may(Action.KEEP_SEASONS, OFFICE)
    return render_template(
        "seasons/index.html",
        ahead=by_year(s for s in seasons if s.ends_on >= g.work.today),
        past=by_year(s for s in seasons if s.ends_on < g.work.today),
        number=sum(s.ends_on >= g.work.today and not s.cancelled for s in seasons),
        may_keep=may_keep,
        shipped=len(services.seasons.still_on_the_shelf(g.work)) if may_keep else 0,
        about=shelf.seasons().about,
    )


def by_year(seasons: Any) -> list[tuple[int, list[Any]]]:
    """Events under the year in which each begins, in order; last those known to the year only."""
    in_order = sorted(seasons, key=lambda s: (s.starts_on.year, s.precision is Precision.YEAR))
    return [(year, list(group)) for year, group in groupby(in_order, key=lambda s: s.starts_on.year)]


@views.route("/seasons/add", methods=["GET", "POST"])
def add() -> ResponseReturnValue:
    """Note an event."""
    allowed(Action.KEEP_SEASONS, OFFICE)
    form = SeasonForm()
    if form.submitted():
        try:
            season = services.seasons.add(g.work, form.facts())
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The event is in the calendar.", "done")
            return redirect(url_for("seasons.index", _anchor=season.ref), 303)
    return form.page("seasons/add.html")


@views.route("/seasons/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Correct what is said of an event; what is due by it follows."""
    season = g.work.one(queries.seasons.by_ref(ref))
    allowed(Action.KEEP_SEASONS, OFFICE)
    form = SeasonForm(fields_of(season), version=season.version)
    if form.submitted():
        try:
            services.seasons.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(fields_of(season), season.version)
        else:
            flash("The event is revised. What is due by it follows.", "done")
            return redirect(url_for("seasons.index", _anchor=ref), 303)
    return form.page("seasons/revise.html", season=season)


def fields_of(season: Any) -> dict[str, Any]:
    """An event as the form's fields."""
    plain = ("name", "confirmed", "body", "city", "note", "source")
    return {
        **{name: getattr(season, name) for name in plain},
        "kind": season.kind.value,
        "when": written(date_of(season), g.work.today),
    }


@views.route("/seasons/<ref>/cancel", methods=["GET", "POST"])
def cancel(ref: str) -> ResponseReturnValue:
    """Say that an event does not take place, and why."""
    season = g.work.one(queries.seasons.by_ref(ref))
    allowed(Action.KEEP_SEASONS, OFFICE)
    form = CancelSeasonForm(version=season.version)
    if form.submitted():
        try:
            services.seasons.cancel(g.work, ref, form.because.data or "", form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash({}, season.version)
            form.form_errors.append("Somebody changed this event while you were writing. Look again.")
        else:
            flash("The event is cancelled. Calendars show that for a while.", "done")
            return redirect(url_for("seasons.index", _anchor=ref), 303)
    return form.page("seasons/cancel.html", season=season)


@views.post("/seasons/<ref>/take-up")
def take_up(ref: str) -> ResponseReturnValue:
    """An event takes place after all."""
    season = services.seasons.take_up(g.work, ref)
    flash(f"“{season.name}” takes place after all.", "done")
    return redirect(url_for("seasons.index", _anchor=ref), 303)


@views.post("/seasons/take-over")
def take_over() -> ResponseReturnValue:
    """Take over the events that ship and are not here yet."""
    number = services.seasons.take_from_shelf(g.work)
    flash(f"{counted(number, 'event')} taken over. Check the dates before you rely on them.", "done")
    return redirect(url_for("seasons.index"), 303)


@views.route("/seasons/import", methods=["GET", "POST"])
def take_in() -> ResponseReturnValue:
    """Take in a calendar file; what became of it is said once."""
    allowed(Action.KEEP_SEASONS, OFFICE)
    form = TakeInForm()
    if form.submitted():
        sent = request.files.get("file")
        try:
            if sent is None or not sent.filename:
                raise RuleBroken("file", "Choose a file.")
            kind = SeasonKind(form.kind.data)
            done = services.seasons.take_in(g.work, sent.stream.read(), form.body.data or "", kind)
        except RuleBroken as broken:
            form.show(broken)
        else:
            g.told_once = url_for("seasons.index")
            return render_template("seasons/taken_in.html", done=done)
    return form.page("seasons/take_in.html")
