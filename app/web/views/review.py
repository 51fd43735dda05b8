"""The review: a head of desk's ten minutes with what is exceptional among the follow-ups."""

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken, Stale
from app.domain.review import Exceptional, Verdict, rule_of, title_of
from app.web.arguments import number
from app.web.follow_up_fields import offer_owners, overtaken
from app.web.forms.follow_ups import DECISIONS
from app.web.permission import allowed
from app.web.review_page import AT_ONCE, Looked, way_back

views = Blueprint("review", __name__)

ASKED_AT_ONCE = 20
"""So many promises of partners stand on the page; the list of commitments holds them all."""
HEADS = {
    Verdict.SEEN: ("Leave it as it is", "Mark as seen"),
    Verdict.NUDGE: ("Nudge the owner", "Write to the owner"),
    Verdict.REASSIGN: ("Reassign", "Give it to them"),
    Verdict.SET_DATE: ("Set a date", "Set the date"),
    Verdict.CLOSE: ("Close", "Close it"),
    Verdict.DROP: ("Drop", "Drop it"),
}


@views.get("/review")
def show() -> str:
    """Five short lists, each with its rule; what to ask partners about; what was decided today."""
    looked = Looked()
    if looked.only:
        return whole_list(looked)
    asked = g.work.page(
        queries.review.to_ask_about(g.work.today, looked.desk.id if looked.desk else None), size=ASKED_AT_ONCE
    )
    heads = g.work.page(
        queries.review.for_the_head(looked.desk.id if looked.desk else None, g.work.rules), size=ASKED_AT_ONCE
    )
    serving = g.work.rows(queries.follow_ups.counted_for([row.id for row in asked.rows]))
    return render_template(
        "review/show.html",
        looked=looked,
        lists=looked.lists(),
        asked=asked,
        heads=heads,
        last_review=services.review.last_time(g.work),
        serving=dict(serving),
        minutes=services.review.minutes(g.work),
        at_once=AT_ONCE,
    )


def whole_list(looked: Looked) -> str:
    """One of the lists in full."""
    why = Exceptional(looked.only)
    page = g.work.page(looked.question(why), number("page"))
    return render_template(
        "review/whole_list.html",
        looked=looked,
        page=page,
        title=title_of(why, g.work.rules),
        rule=rule_of(why, g.work.rules),
        at_once=AT_ONCE,
    )


@views.route("/follow-ups/<ref>/review/<verdict>", methods=["GET", "POST"])
def decide(ref: str, verdict: str) -> ResponseReturnValue:
    """Decide on a follow-up; what needs a word asks for it on a page of its own."""
    if verdict not in set(Verdict):
        raise Missing
    what = Verdict(verdict)
    follow_up = g.work.one(queries.follow_ups.by_ref(ref))
    allowed(Action.REVIEW_FOLLOW_UP, follow_up)
    form = DECISIONS[what](version=follow_up.version)
    if "owner" in form:
        offer_owners(form, follow_up)
    if form.submitted():
        try:
            services.review.decide(g.work, ref, form.decision(what), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            overtaken(form, follow_up)
        else:
            flash("Noted in the minutes below.", "done")
            return redirect(url_for("review.show", **way_back(), _anchor=f"f-{ref}"), 303)  # type: ignore[arg-type]
    head, button = HEADS[what]
    return form.page(
        "review/decide.html",
        follow_up=follow_up,
        head=head,
        button=button,
        back=url_for("review.show", **way_back()),
    )
