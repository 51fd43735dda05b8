"""Closing a round: its page walks through every open item of the series."""

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.closing import Close
from app.domain.errors import RuleBroken, Stale
from app.web.forms.base import Form
from app.web.forms.closing import FORMS
from app.web.permission import allowed

views = Blueprint("closing", __name__)

HEADS = {
    Close.END: ("It has ended", "Note how it ended"),
    Close.CARRY: ("Carry over to the next round", "Carry it over"),
    Close.DROP: ("Drop it", "Drop it"),
}


@views.get("/rounds/<ref>/close")
def show(ref: str) -> str:
    """What is left to decide on, in the order of embarrassment, and what was decided."""
    round_ = g.work.one(queries.rounds.by_ref(ref))
    left = services.closing.left(g.work, round_) if round_.closed_at is None else ()
    return render_template(
        "closing/show.html",
        round=round_,
        left=left,
        decided=g.work.all(queries.closing.decisions(round_)),
        serving=dict(g.work.rows(queries.follow_ups.counted_for([row.id for row in left]))),
    )


@views.route("/rounds/<ref>/close/<item>/<any(end, carry, drop):how>", methods=["GET", "POST"])
def decide(ref: str, item: str, how: str) -> ResponseReturnValue:
    """End an item, carry it over, or drop it."""
    round_ = g.work.one(queries.rounds.by_ref(ref))
    commitment = services.closing.item(g.work, round_, item)
    close = Close(how)
    allowed(Action.CARRY_OVER_COMMITMENT if close is Close.CARRY else Action.MOVE_COMMITMENT, commitment)
    form = FORMS[close](version=commitment.version)
    if form.submitted():
        try:
            flagged = services.closing.decide(g.work, ref, item, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash({}, commitment.version)
            form.form_errors.append(
                f"Somebody changed this meanwhile. It is now {commitment.status}: look again."
            )
        else:
            if flagged:
                flash("Carried over often enough: this is one for the head of desk now.", "warn")
            return redirect(url_for("closing.show", ref=ref, _anchor="left"), 303)
    head, button = HEADS[close]
    return form.page(
        "closing/decide.html", round=round_, commitment=commitment, close=close, head=head, button=button
    )


@views.post("/rounds/<ref>/close/<any(finish, reopen):ending>")
def finish(ref: str, ending: str) -> ResponseReturnValue:
    """Close the round, or open its close again."""
    act = services.closing.close if ending == "finish" else services.closing.reopen
    act(g.work, ref, Form().seen_version)
    if ending == "reopen":
        flash("The close is open again. What was decided stays decided.", "done")
        return redirect(url_for("closing.show", ref=ref), 303)
    flash("The round is closed. The next one begins with the follow-up of this one.", "done")
    return redirect(url_for("rounds.show", ref=ref), 303)
