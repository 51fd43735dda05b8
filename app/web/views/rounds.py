"""Rounds: planned from the last one, shown as one long sheet, revised."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.domain.next_round import month_in_turn, next_round, title_of_round
from app.web.clashes import minded
from app.web.forms.rounds import PlanRoundForm, ReviseRoundForm
from app.web.permission import allowed
from app.web.said_in_text import said_in_text
from app.web.sheet import date_of, facts_of, parts_of

views = Blueprint("rounds", __name__)


@views.get("/rounds/<ref>")
def show(ref: str) -> str:
    """One round, in the order of the event."""
    round_ = g.work.one(queries.rounds.by_ref(ref))
    meetings = g.work.all(queries.rounds.meetings_of(round_.id))
    parts = parts_of(round_, "rounds", round_.dialogue.partner)
    return render_template("rounds/show.html", round=round_, meetings=meetings, **parts)


@views.route("/dialogues/<ref>/rounds/plan", methods=["GET", "POST"])
def plan(ref: str) -> ResponseReturnValue:
    """Plan the next round, or put one on record."""
    dialogue = g.work.one(queries.dialogues.by_ref(ref))
    allowed(Action.PLAN_ROUND, dialogue)
    before = g.work.page(queries.rounds.before(dialogue.id), size=12).rows
    last = g.work.find(queries.rounds.last_of(dialogue.id))
    begins = begin_from(dialogue, before, last) | said_in_text(dialogue)
    form = PlanRoundForm(begins)
    form.zone.first([g.office.zone, *dialogue.partner.zones])
    if form.submitted():
        try:
            led_as = last if form.copy_delegations.data else None
            if not minded(form, form.facts(), dialogue.partner, dialogue, led_as=led_as):
                return plan_page(form, dialogue, last, begins)
            round_ = services.rounds.plan(
                g.work,
                ref,
                form.facts(),
                copy_agenda=bool(form.copy_agenda.data),
                copy_delegations=bool(form.copy_delegations.data),
                bring_open=bool(form.bring_open.data),
                text_ref=request.args.get("text", ""),
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The round is on record.", "done")
            return redirect(url_for("rounds.show", ref=round_.ref), 303)
    return plan_page(form, dialogue, last, begins)


def plan_page(form: PlanRoundForm, dialogue: Any, last: Any, begins: dict[str, Any]) -> tuple[str, int]:
    """The form of a round, with what can be taken over from the last one."""
    parts = what_can_be_copied(last) if last is not None else {}
    parts["open"] = begins["open"]
    return form.page("rounds/plan.html", dialogue=dialogue, last=last, parts=parts, **named(dialogue, begins))


def begin_from(dialogue: Any, before: Sequence[Any], last: Any) -> dict[str, Any]:
    """What a new round begins with: the next number, the city in turn, and how the last round was held."""
    follows = next_round(before)
    return {
        "number": follows.number,
        "city": follows.city,
        "when": month_in_turn(
            last.starts_on if last is not None else None, dialogue.cadence_months, g.work.today
        ),
        "standing": "planned",
        "format": last.format.value if last is not None else "in person",
        "level": last.level.value if last is not None else "not stated",
        "marking": max(dialogue.marking, last.marking if last is not None else 0),
        "copy_agenda": last is not None,
        "open": (live := g.work.count(queries.closing.live_of(dialogue.id))),
        "bring_open": live > 0,
        "copy_delegations": False,
    }


def named(dialogue: Any, begins: dict[str, Any]) -> dict[str, str]:
    """What the round is called if nobody says otherwise."""
    return {"usual_title": title_of_round(begins["number"], dialogue.name)}


def what_can_be_copied(last: Any) -> dict[str, int]:
    """How much there is to copy from a round: items of its agenda, and sides with their people."""
    return {
        "agenda": g.work.count(queries.substance.agenda_of(last)),
        "delegations": g.work.count(queries.substance.delegations_of(last)),
    }


@views.route("/rounds/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Correct what is said of a round."""
    round_ = g.work.one(queries.rounds.by_ref(ref))
    allowed(Action.REVISE_ROUND, round_)
    form = ReviseRoundForm(fields_of(round_), version=round_.version)
    form.on_record = date_of(round_)
    form.zone.first([round_.zone, g.office.zone, *round_.dialogue.partner.zones])
    if form.submitted():
        try:
            if not minded(form, form.facts(), round_.dialogue.partner, round_.dialogue, round_):
                return form.page("rounds/revise.html", round=round_)
            services.rounds.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(fields_of(round_), round_.version)
        else:
            flash("The round is revised.", "done")
            return redirect(url_for("rounds.show", ref=ref), 303)
    return form.page("rounds/revise.html", round=round_)


def fields_of(round_: Any) -> dict[str, Any]:
    """A round as the form's fields."""
    own = ("number", "next_round_stated", "note")
    return {**facts_of(round_), **{name: getattr(round_, name) for name in own}}
