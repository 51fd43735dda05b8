"""Who has what, and handing it over: the follow-ups in one go, and a page for each partner."""

from itertools import groupby
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.web.forms.handing_over import HandOverForm
from app.web.permission import allowed

views = Blueprint("handing_over", __name__)

MEETINGS_SHOWN = 5


@views.get("/load")
def index() -> str:
    """Everybody of the desks with what they have open; no score, only what is to be done."""
    allowed(Action.OPEN_DIALOGUE, OFFICE)
    return render_template("handing_over/index.html", loads=services.handing_over.loads(g.work))


@views.route("/load/<ref>", methods=["GET", "POST"])
def hand_over(ref: str) -> ResponseReturnValue:
    """All that somebody has open, by partner, and to whom it goes."""
    allowed(Action.OPEN_DIALOGUE, OFFICE)
    officer = g.work.one(queries.officers.by_ref(ref))
    form = HandOverForm()
    form.to.offer(
        [
            (one.ref, f"{one.name}, {one.desk.name}" if one.desk else one.name)
            for one in g.work.all(queries.leaves.staff())
            if one.id != officer.id
        ]
    )
    if form.submitted():
        try:
            given, stays = services.handing_over.hand_over(
                g.work, ref, form.to.data or "", form.word.data or ""
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash(said_of(len(given), len(stays)), "done")
            return redirect(url_for("handing_over.hand_over", ref=ref if stays else form.to.data), 303)
    rows = g.work.all(queries.loads.of_officer(officer.id))
    by_partner = [
        (partner, list(theirs)) for partner, theirs in groupby(rows, key=lambda row: row.dialogue.partner)
    ]
    return form.page("handing_over/hand_over.html", officer=officer, by_partner=by_partner, total=len(rows))


def said_of(given: int, stays: int) -> str:
    """What a handover did, in a sentence."""
    went = f"{given} follow-up{' is' if given == 1 else 's are'} handed over."
    if not stays:
        return went
    return f"{went} {stays} may not be known to them and {'stays' if stays == 1 else 'stay'} below."


@views.get("/load/<ref>/papers/<partner>")
def paper(ref: str, partner: str) -> str:
    """The handover page with one partner: where it stands, what is open both ways, who is who."""
    allowed(Action.OPEN_DIALOGUE, OFFICE)
    officer = g.work.one(queries.officers.by_ref(ref))
    other = g.work.one(queries.partners.by_ref(partner))
    dialogues = g.work.all(queries.dialogues.of_partner(other.id))
    promises = [c for c in g.work.all(queries.commitments.of_partner(other.id)) if not c.has_ended]
    return render_template(
        "handing_over/paper.html",
        officer=officer,
        partner=other,
        dialogues=dialogues,
        rhythms=services.rhythm.of_dialogues(g.work, dialogues),
        follow_ups=of_partner(g.work.all(queries.loads.of_officer(officer.id)), other),
        ours=[c for c in promises if c.owed_by in {"ours", "joint"}],
        theirs=[c for c in promises if c.owed_by in {"theirs", "joint"}],
        meetings=g.work.all(queries.partners.meetings_with(other.id).limit(MEETINGS_SHOWN)),
        contacts=g.work.all(queries.partners.contacts(other.id)),
    )


def of_partner(rows: Any, partner: Any) -> list[Any]:
    """Those of the follow-ups that are with the partner."""
    return [row for row in rows if row.dialogue.partner_id == partner.id]
