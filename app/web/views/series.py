"""The series ahead: the next rounds of a dialogue as its cadence has them, to be corrected and proposed at once."""

from typing import Any

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.next_round import rounds_ahead
from app.web.clashes import seen
from app.web.forms.rounds import SeriesForm
from app.web.permission import allowed

views = Blueprint("series", __name__)
OFFERED, TICKED = 4, 2


@views.route("/dialogues/<ref>/rounds/series", methods=["GET", "POST"])
def plan(ref: str) -> ResponseReturnValue:
    """Propose several rounds."""
    dialogue = g.work.one(queries.dialogues.by_ref(ref))
    allowed(Action.PLAN_ROUND, dialogue)
    form = SeriesForm({"rounds": offered(dialogue)})
    if form.submitted():
        try:
            wanted = form.facts()
            if not seen(form, services.series.against(g.work, ref, wanted)):
                return form.page("series/plan.html", dialogue=dialogue)
            found = services.series.plan(g.work, ref, wanted)
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash(
                f"{len(found)} proposed. A day and a place can be given to each as they are agreed.", "done"
            )
            return redirect(url_for("dialogues.show", ref=ref, _anchor="rounds"), 303)
    return form.page("series/plan.html", dialogue=dialogue)


def offered(dialogue: Any) -> list[dict[str, Any]]:
    """What the next rounds would be by habit; the first ones are ticked."""
    before = g.work.page(queries.rounds.before(dialogue.id), size=12).rows
    last = g.work.find(queries.rounds.last_of(dialogue.id))
    begun = last.starts_on if last is not None else None
    ahead = rounds_ahead(before, begun, dialogue.cadence_months, g.work.today, OFFERED)
    return [
        {"kept": place < TICKED, "number": one.number, "when": one.month, "city": one.city}
        for place, one in enumerate(ahead)
    ]
