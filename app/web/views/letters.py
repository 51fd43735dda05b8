"""Letters: what waits, what went out, what was set aside; for administrators, who see no word of what they say."""

from flask import Blueprint, current_app, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.letter import MOST_TRIES, LetterState
from app.web.arguments import number
from app.web.narrowing import Narrowing
from app.web.permission import allowed

views = Blueprint("letters", __name__)

STATES = {"": "All", **{state.value: state.value.capitalize() for state in LetterState}}


@views.get("/letters")
def index() -> str:
    """The letters of this office, the latest first."""
    allowed(Action.TRY_LETTER_AGAIN, OFFICE)
    narrowing = Narrowing("letters.index", {"state": STATES})
    counts = dict(g.work.rows(queries.outbox.counted()))
    return render_template(
        "letters/index.html",
        page=g.work.page(queries.outbox.listed(narrowing["state"]), number("page")),
        groups=[
            (
                "State",
                [
                    narrowing.choice(
                        label, "state", value, counts.get(value, 0) if value else sum(counts.values())
                    )
                    for value, label in STATES.items()
                ],
            )
        ],
        most_tries=MOST_TRIES,
        has_server=bool(current_app.config["HOUSE"].smtp_host),
    )


@views.post("/letters/<ref>/again")
def again(ref: str) -> ResponseReturnValue:
    """Try a letter again that was set aside."""
    message = services.outbox.try_again(g.work, ref)
    to = message.officer.name if message.officer else "a guest"
    flash(f"The letter to {to} is tried again.", "done")
    return redirect(url_for("letters.index"), 303)
