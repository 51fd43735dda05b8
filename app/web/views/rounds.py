"""Rounds: planned from the last one, shown as one long sheet, revised."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.errors import RuleBroken, Stale
from app.web.forms.sittings import PlanRoundForm, RoundForm
from app.web.sheet import facts_of, parts_of

views = Blueprint("rounds", __name__)


@views.get("/rounds/<ref>")
def show(ref: str) -> str:
    """One round, in the order of the event."""
    round_ = g.work.one(queries.rounds.by_ref(ref))
    meetings = g.work.all(queries.rounds.meetings_of(round_.id))
    return render_template("rounds/show.html", round=round_, meetings=meetings, **parts_of(round_, "rounds"))


@views.route("/dialogues/<ref>/rounds/plan", methods=["GET", "POST"])
def plan(ref: str) -> ResponseReturnValue:
    """Plan the next round, or put one on record."""
    dialogue = g.work.one(queries.dialogues.by_ref(ref))
    last = g.work.find(queries.rounds.last_of(dialogue.id))
    form = PlanRoundForm(begin_from(dialogue, last))
    if form.submitted():
        try:
            round_ = services.rounds.plan(
                g.work,
                ref,
                form.facts(),
                copy_agenda=bool(form.copy_agenda.data),
                copy_delegations=bool(form.copy_delegations.data),
            )
        except RuleBroken as broken:
            form.show(at_field(broken))
        else:
            flash("The round is on record.", "done")
            return redirect(url_for("rounds.show", ref=round_.ref), 303)
    return form.page("rounds/plan.html", dialogue=dialogue, last=last)


def begin_from(dialogue: Any, last: Any) -> dict[str, Any]:
    """What a new round begins with: the next number, and the last round's level, format and marking."""
    number = last.number + 1 if last is not None and last.number else None
    return {
        "number": number,
        "title": f"{'Next round' if number is None else f'Round {number}'}, {dialogue.name}",
        "standing": "planned",
        "format": last.format.value if last is not None else "in person",
        "level": last.level.value if last is not None else "not stated",
        "marking": max(dialogue.marking, last.marking if last is not None else dialogue.marking),
        "copy_agenda": last is not None,
        "copy_delegations": False,
    }


@views.route("/rounds/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Move, confirm, hold, postpone, cancel or correct a round."""
    round_ = g.work.one(queries.rounds.by_ref(ref))
    facts = {
        **facts_of(round_),
        "number": round_.number,
        "next_round_stated": round_.next_round_stated,
        "note": round_.note,
    }
    form = RoundForm(facts, version=round_.version)
    if form.submitted():
        try:
            services.rounds.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(at_field(broken))
        except Stale:
            form.clash(facts, round_.version)
        else:
            flash("The round is revised.", "done")
            return redirect(url_for("rounds.show", ref=ref), 303)
    return form.page("rounds/revise.html", round=round_)


def at_field(broken: RuleBroken) -> RuleBroken:
    """A rule about the time, at the form's field for it."""
    return RuleBroken({"time": "starts", "date": "when"}.get(broken.field, broken.field), broken.message)
