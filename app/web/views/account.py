"""One's own account: name, time zone, density of tables, password, sign-ins."""

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.digest import days_in_words
from app.domain.errors import RuleBroken, Stale
from app.domain.wall_time import known_zones
from app.web.forms.officers import AccountForm, DigestForm, PasswordForm

views = Blueprint("account", __name__)


@views.route("/account", methods=["GET", "POST"])
def show() -> ResponseReturnValue:
    """What somebody may change about their own account, and where they are signed in."""
    officer = g.work.one(queries.officers.by_id(g.work.viewer.officer_id))
    facts = {"name": officer.name, "zone": officer.zone, "compact": officer.compact}
    form = AccountForm(facts, version=officer.version)
    form.zone.offer([(zone, zone.replace("_", " ")) for zone in known_zones()])
    if form.submitted():
        try:
            services.officers.change_account(
                g.work,
                name=form.name.data or "",
                zone=form.zone.data or "",
                compact=bool(form.compact.data),
                seen_version=form.seen_version,
            )
        except Stale:
            form.clash(facts, officer.version)
        else:
            flash("Your account is changed.", "done")
            return redirect(url_for("account.show"), 303)
    sign_ins = g.work.all(queries.officers.open_sign_ins(officer.id))
    return form.page(
        "account/show.html",
        officer=officer,
        sign_ins=sign_ins,
        digest_days=days_in_words(officer.digest_days),
    )


@views.route("/account/digests", methods=["GET", "POST"])
def digests() -> ResponseReturnValue:
    """On which days, and at which hour, one is told what waits."""
    officer = g.work.one(queries.officers.by_id(g.work.viewer.officer_id))
    facts = {"days": [str(day) for day in officer.digest_days], "at": officer.digest_at}
    form = DigestForm(facts, version=officer.version)
    if form.submitted():
        try:
            services.officers.choose_digests(
                g.work, [int(day) for day in form.days.data or ()], form.at.data, form.seen_version
            )
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts, officer.version)
        else:
            flash("Your digests come on the days that you chose.", "done")
            return redirect(url_for("account.show"), 303)
    return form.page("account/digests.html", officer=officer)


@views.route("/account/password", methods=["GET", "POST"])
def password() -> ResponseReturnValue:
    """Another password; every other sign-in ends."""
    form = PasswordForm()
    if form.submitted():
        try:
            if form.password.data != form.again.data:
                raise RuleBroken("again", "The two passwords differ.")
            services.officers.change_password(
                g.work, form.old.data or "", form.password.data or "", g.guest.token
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("Your password is changed. You are signed out everywhere else.", "done")
            return redirect(url_for("account.show"), 303)
    return form.page("account/password.html")


@views.post("/account/sign-out-everywhere")
def end_all() -> ResponseReturnValue:
    """End every sign-in of one's own, this one too."""
    services.officers.sign_out_everywhere(g.work)
    return redirect(url_for("sign_in.enter"), 303)
