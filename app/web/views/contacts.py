"""The people on a partner's side: who holds which office, since when, and who left."""

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import Stale
from app.web.forms.partners import ContactForm
from app.web.permission import allowed

views = Blueprint("contacts", __name__)
FIELDS = ("name", "native_name", "office", "body", "email", "since", "until", "left", "source")


def back(ref: str) -> ResponseReturnValue:
    """To the people of the partner."""
    return redirect(url_for("partners.show", ref=ref) + "#people", 303)


@views.route("/partners/<ref>/people/add", methods=["GET", "POST"])
def add(ref: str) -> ResponseReturnValue:
    """Note who holds an office there."""
    partner = g.work.one(queries.partners.by_ref(ref))
    allowed(Action.REVISE_PARTNER, OFFICE)
    form = ContactForm()
    if form.submitted():
        services.partners.add_contact(g.work, ref, form.facts())
        flash("Noted.", "done")
        return back(ref)
    return form.page("contacts/add.html", partner=partner)


@views.route("/people/<ref>", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Correct an office, its period, or that somebody left it."""
    row = g.work.one(queries.partners.contact_by_ref(ref))
    partner = g.work.one(queries.partners.by_id(row.partner_id))
    allowed(Action.REVISE_PARTNER, OFFICE)
    facts = {name: getattr(row, name) for name in FIELDS}
    form = ContactForm(facts, version=row.version)
    if form.submitted():
        try:
            services.partners.revise_contact(g.work, ref, form.facts(), form.seen_version)
        except Stale:
            form.clash(facts, row.version)
        else:
            flash("Corrected.", "done")
            return back(partner.ref)
    return form.page("contacts/revise.html", partner=partner)
