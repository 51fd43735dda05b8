"""Records of the same promise, joined and separated; follow-ups that serve several commitments."""

from flask import Blueprint, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.web.forms.base import Form
from app.web.forms.joining import ServeForm
from app.web.permission import allowed

views = Blueprint("joining", __name__)


@views.post("/commitments/<ref>/join")
def join(ref: str) -> ResponseReturnValue:
    """Another record is joined to this one."""
    services.joining.join(g.work, ref, request.form.get("other", "")[:16], Form().seen_version)
    flash("Joined. Both sentences and both sources stay.", "done")
    return redirect(url_for("commitments.show", ref=ref, _anchor="same"), 303)


@views.post("/commitments/<ref>/separate")
def separate(ref: str) -> ResponseReturnValue:
    """The record counts by itself again."""
    services.joining.separate(g.work, ref, Form().seen_version)
    flash("It counts by itself again.", "done")
    return redirect(url_for("commitments.show", ref=ref), 303)


@views.route("/follow-ups/<ref>/serve", methods=["GET", "POST"])
def serve(ref: str) -> ResponseReturnValue:
    """The follow-up serves another commitment of its dialogue too."""
    follow_up = g.work.one(queries.follow_ups.by_ref(ref))
    allowed(Action.REVISE_FOLLOW_UP, follow_up)
    served = {
        follow_up.commitment_id,
        *(row.id for row in g.work.all(queries.commitments.served_by(follow_up.id))),
    }
    offered = [
        row for row in g.work.all(queries.closing.live_of(follow_up.dialogue_id)) if row.id not in served
    ]
    form = ServeForm()
    form.commitment.offer([(row.ref, row.sentence[:160]) for row in offered])
    if form.submitted():
        services.follow_ups.serve(g.work, ref, form.commitment.data or "")
        flash("It serves both now.", "done")
        return redirect(url_for("follow_ups.show", ref=ref), 303)
    return form.page("joining/serve.html", follow_up=follow_up, offered=offered)


@views.post("/follow-ups/<ref>/serve-no-more")
def serve_no_more(ref: str) -> ResponseReturnValue:
    """The follow-up serves one commitment less."""
    services.follow_ups.serve_no_more(g.work, ref, request.form.get("commitment", "")[:16])
    return redirect(url_for("follow_ups.show", ref=ref), 303)
