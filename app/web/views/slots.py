"""Times offered for a round or meeting: what the guests said of each, and the one that is taken."""

from typing import Any

from flask import Blueprint, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.guest import Method
from app.domain.poll import best_first, tally_of
from app.services.guest_letters import Slip
from app.services.guest_links import FOR_TIMES, House
from app.services.sitting_words import said_of_slot
from app.services.sittings import owner_of, sitting_of, zone_for
from app.web.clashes import minded
from app.web.forms.guests import SendForm
from app.web.forms.slots import OfferForm, TakeForm, VoteForm
from app.web.permission import allowed
from app.web.sheet import partner_of

views = Blueprint("slots", __name__)
ADDRESS = "/record/<any(rounds, meetings):kind>/<ref>/times"


@views.route(ADDRESS, methods=["GET", "POST"])
def index(kind: str, ref: str) -> ResponseReturnValue:
    """The times that are offered, who can when, and more times."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.OFFER_TIMES, sitting)
    form = OfferForm({"minutes": 60, "zone": sitting.zone})
    form.zone.first([sitting.zone, g.office.zone])
    if form.submitted():
        try:
            zone = zone_for(g.work, sitting.zone, sitting.city)
            new = services.slots.offer(g.work, kind, ref, form.facts(zone, g.work.today))
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash(f"{new} offered. Nobody is written to before you have seen the letters.", "done")
            return redirect(url_for("slots.index", kind=kind, ref=ref), 303)
    slots, guests = offered(sitting), g.work.all(queries.guests.of_sitting(sitting))
    return form.page(
        "slots/index.html",
        sitting=sitting,
        kind=kind,
        guests=guests,
        unasked=len(services.slots.unasked(g.work, sitting, guests, slots)) if slots else 0,
        rows=rows_of(sitting, slots, guests),
    )


def offered(sitting: Any) -> Any:
    """The times that are offered now."""
    return g.work.all(queries.slots.of_sitting(sitting))


def rows_of(sitting: Any, slots: Any, guests: Any) -> list[tuple[Any, str, Any, list[str]]]:
    """Each time that suits most first: (time, its words, its tally, what each guest said), in one more question."""
    votes = g.work.all(queries.slots.votes([slot.id for slot in slots])) if slots else []
    there = {guest.id for guest in guests}
    said = {(vote.slot_id, vote.guest_id): vote.vote for vote in votes if vote.guest_id in there}
    tallies = {
        slot.id: tally_of([v for (slot_id, _), v in said.items() if slot_id == slot.id], len(guests))
        for slot in slots
    }
    by_id = {slot.id: slot for slot in slots}
    return [
        (
            by_id[number],
            said_of_slot(by_id[number], sitting, g.office.zone),
            tallies[number],
            [said.get((number, guest.id), "") for guest in guests],
        )
        for number in best_first(tallies, [slot.id for slot in slots])
    ]


@views.route(f"{ADDRESS}/ask", methods=["GET", "POST"])
def ask(kind: str, ref: str) -> ResponseReturnValue:
    """Each letter that asks, as it will leave; then it is queued."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.SEND_INVITATIONS, sitting)
    form = SendForm()
    slots = offered(sitting)
    on_list = g.work.all(queries.guests.of_sitting(sitting))
    guests = services.slots.unasked(g.work, sitting, on_list, slots) if slots else []
    outside = services.guests.outside(g.work, guests)
    if form.submitted():
        seen, meant = request.form.getlist("seen"), bool(form.outside.data)
        try:
            sent = services.slots.ask(g.work, kind, ref, seen, outside=bool(outside), outside_meant=meant)
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash(f"{sent} asked. What they say stands here.", "done")
            return redirect(url_for("slots.index", kind=kind, ref=ref), 303)
    letters = [(guest, letter_to(guest)) for guest in guests]
    return form.page("slots/ask.html", sitting=sitting, kind=kind, letters=letters, outside=outside)


def letter_to(guest: Any) -> Any:
    """The letter that would ask a guest now."""
    house = current_app.config["HOUSE"]
    slip = Slip(Method.ASK, 0, True, g.now)
    whole = g.work.one(queries.guests.by_id(guest.id))
    return services.guest_letters.written(g.work, whole, slip, House(house.public_url, house.mail_from, ""))


@views.post("/record/times/<ref>/drop")
def drop(ref: str) -> ResponseReturnValue:
    """Offer a time no more."""
    sitting = owner_of(services.slots.take_back(g.work, ref))
    flash("It is not offered any more.", "done")
    return redirect(url_for("slots.index", kind=f"{sitting.__tablename__}s", ref=sitting.ref), 303)


@views.post("/record/times/<ref>/take")
def take(ref: str) -> ResponseReturnValue:
    """Take a time: the round or meeting moves there, once what speaks against it was seen."""
    slot, form = g.work.one(queries.slots.by_ref(ref)), TakeForm()
    sitting: Any = owner_of(slot)
    kind = f"{sitting.__tablename__}s"
    allowed(services.slots.REVISES[sitting.__tablename__], sitting)
    facts = services.slots.move_of(slot)
    if not minded(form, facts, partner_of(sitting), sitting.dialogue, sitting):
        words = said_of_slot(slot, sitting, g.office.zone)
        return form.page("slots/take.html", slot=slot, sitting=sitting, kind=kind, words=words)
    services.slots.take(g.work, ref)
    waiting = services.guests.waiting(g.work.all(queries.guests.of_sitting(sitting)))
    flash("The time is taken." + (" The invitations are ready to be looked at." if waiting else ""), "done")
    there = (
        url_for("invitations.send", kind=kind, ref=sitting.ref)
        if waiting
        else url_for(f"{kind}.show", ref=sitting.ref)
    )
    return redirect(there, 303)


@views.route("/times/<token>", methods=["GET", "POST"])
def answer(token: str) -> ResponseReturnValue:
    """A guest's page: which of the times suit. Open to whoever holds the link; following it changes nothing."""
    house = current_app.config["HOUSE"]
    keys = [key + FOR_TIMES for key in (house.secret_key, house.secret_key_before) if key]
    viewer, ref, _ = services.sign_in.viewer_of_answer(g.work, keys, token)
    g.work.become(viewer)
    guest = g.work.one(queries.guests.by_ref(ref))
    sitting, form = owner_of(guest), VoteForm()
    slots = services.slots.open_for(g.work, guest)
    if form.submitted() and slots:
        try:
            services.slots.vote(g.work, guest, form.said([slot.ref for slot in slots]))
        except RuleBroken as broken:
            form.show(broken)
        else:
            return render_template("slots/done.html", guest=guest)
    before = g.work.all(queries.slots.votes([slot.id for slot in slots], guest.id)) if slots else []
    said = {vote.slot_id: vote.vote.value for vote in before}
    rows = [
        (slot.ref, said_of_slot(slot, sitting, g.office.zone), chosen(slot.ref) or said.get(slot.id, ""))
        for slot in slots
    ]
    lines = services.guest_letters.lines_for(g.work, guest, House(house.public_url, house.mail_from, ""))
    return form.page("slots/answer.html", guest=guest, rows=rows, title=lines[0])


def chosen(ref: str) -> str:
    """What was chosen for a time in the form that came back."""
    return request.form.get(f"time-{ref}", "")
