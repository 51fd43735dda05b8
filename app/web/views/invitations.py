"""Invitations: the guests of a round or meeting, a look at each letter before it leaves, what became of them."""

from typing import Any

from flask import Blueprint, current_app, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.guest import Method, can_be_invited_to
from app.services.guest_letters import Slip
from app.services.guest_links import House
from app.services.sittings import owner_of, sitting_of
from app.web.forms.guests import GuestsForm, SendForm, known_people
from app.web.guest_list import rows_of
from app.web.permission import allowed

views = Blueprint("invitations", __name__)
ADDRESS = "/record/<any(rounds, meetings):kind>/<ref>/guests"


@views.route(ADDRESS, methods=["GET", "POST"])
def index(kind: str, ref: str) -> ResponseReturnValue:
    """Who is invited and what they answered; more of them."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.ADD_GUESTS, sitting)
    form = GuestsForm({"side": "theirs"})
    form.known.offer(known_at(sitting))
    if form.submitted():
        mailbox = current_app.config["HOUSE"].mail_from
        side = services.guests.Side(form.side.data)
        try:
            added = services.guests.add(g.work, kind, ref, side, form.facts(), mailbox)
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash(f"{len(added)} on the list. Nobody is written to before you have seen the letters.", "done")
            return redirect(url_for("invitations.index", kind=kind, ref=ref), 303)
    rows = rows_of(sitting)
    return form.page(
        "invitations/index.html",
        sitting=sitting,
        kind=kind,
        rows=rows,
        replies=g.work.all(queries.guests.replies_to(sitting)),
        waiting=sum(1 for row in rows if row.waits),
        hindrance=hindrance(sitting),
        has_server=bool(current_app.config["HOUSE"].smtp_host),
    )


def known_at(sitting: Any) -> list[tuple[str, str]]:
    """Addresses that are known: the partner's people, and our officers'."""
    partner_id = getattr(sitting, "partner_id", None) or sitting.dialogue.partner_id
    return known_people(
        g.work.all(queries.partners.contacts(partner_id)), g.work.all(queries.officers.open_officers())
    )


def hindrance(sitting: Any) -> str:
    """Why nobody can be invited, in a sentence; "" if they can."""
    try:
        can_be_invited_to(sitting, g.work.today)
    except RuleBroken as broken:
        return broken.message
    return ""


@views.route(f"{ADDRESS}/send", methods=["GET", "POST"])
def send(kind: str, ref: str) -> ResponseReturnValue:
    """Each letter as it will leave; then it is queued."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.SEND_INVITATIONS, sitting)
    form = SendForm()
    waiting = services.guests.waiting(g.work.all(queries.guests.of_sitting(sitting)))
    if form.submitted():
        try:
            sent = services.guests.send(
                g.work, kind, ref, request.form.getlist("seen"), outside_meant=bool(form.outside.data)
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash(
                f"{sent} {'letter' if sent == 1 else 'letters'} on the way. What becomes of them stands here.",
                "done",
            )
            return redirect(url_for("invitations.index", kind=kind, ref=ref), 303)
    return form.page(
        "invitations/send.html",
        sitting=sitting,
        kind=kind,
        letters=[(guest, letter_to(sitting, guest)) for guest in waiting],
        outside=services.guests.outside(g.work, waiting),
        hindrance=hindrance(sitting),
    )


def letter_to(sitting: Any, guest: Any) -> Any:
    """The letter that a guest would get now."""
    house = current_app.config["HOUSE"]
    whole = g.work.one(queries.guests.by_id(guest.id))
    slip = Slip(Method.REQUEST, sitting.revision, guest.told_method is None, g.now)
    return services.guest_letters.written(g.work, whole, slip, House(house.public_url, house.mail_from, ""))


@views.post("/record/replies/<ref>/believe")
def believe(ref: str) -> ResponseReturnValue:
    """A reply that was not verified counts."""
    return settled(services.replies.settle(g.work, ref, believe=True), "The answer counts.")


@views.post("/record/replies/<ref>/dismiss")
def dismiss(ref: str) -> ResponseReturnValue:
    """A reply was looked at and does not count."""
    return settled(services.replies.settle(g.work, ref, believe=False), "It does not count.")


def settled(reply: Any, words: str) -> ResponseReturnValue:
    """Back to the guests of the round or meeting."""
    flash(words, "done")
    sitting = owner_of(reply)
    return redirect(url_for("invitations.index", kind=f"{sitting.__tablename__}s", ref=sitting.ref), 303)


@views.post("/record/guests/<ref>/take-off")
def take_off(ref: str) -> ResponseReturnValue:
    """Take a guest off; whoever was invited is told."""
    guest = services.guests.take_off(g.work, ref)
    told = " A cancellation goes to them." if guest.told_method is Method.CANCEL else ""
    flash(f"{guest.name} is off the list.{told}", "done")
    sitting = owner_of(guest)
    return redirect(url_for("invitations.index", kind=f"{sitting.__tablename__}s", ref=sitting.ref), 303)
