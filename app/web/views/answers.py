"""A guest's page: what they were written, and their answer; open to whoever holds the link."""

from typing import Any

from flask import Blueprint, current_app, g, render_template
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.errors import RuleBroken
from app.domain.guest import Answer
from app.services.guest_links import House
from app.web.forms.guests import AnswerForm

views = Blueprint("answers", __name__)


@views.route("/answers/<token>", methods=["GET", "POST"])
def show(token: str) -> ResponseReturnValue:
    """The invitation, and the buttons that answer it. Following the link changes nothing: mail scanners do it too."""
    house = current_app.config["HOUSE"]
    keys = (house.secret_key, house.secret_key_before)
    viewer, ref, revision = services.sign_in.viewer_of_answer(g.work, keys, token)
    g.work.become(viewer)
    guest = g.work.one(queries.guests.by_ref(ref))
    form = AnswerForm({"answer": standing_answer(guest), "word": guest.word})
    closed = services.guests.why_closed(g.work, guest, revision)
    if form.submitted():
        try:
            services.guests.answer(g.work, guest, revision, *form.said())
        except RuleBroken as broken:
            form.show(broken)
        else:
            return render_template("answers/done.html", guest=guest, letter=letter_of(guest))
    return form.page("answers/show.html", guest=guest, closed=closed, letter=letter_of(guest))


def standing_answer(guest: Any) -> str:
    """What they answered before, or yes."""
    return guest.answer.value if guest.answer is not Answer.NONE else Answer.ACCEPTED.value


def letter_of(guest: Any) -> list[str]:
    """The lines of their letter. No more is shown here than was mailed."""
    house = current_app.config["HOUSE"]
    return services.guest_letters.lines_for(
        g.work, guest, House(house.public_url, house.mail_from, house.secret_key)
    )
