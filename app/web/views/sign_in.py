"""The door: sign in, sign out, the first set-up, and invitations."""

from urllib.parse import urlsplit

from flask import Blueprint, flash, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_user, logout_user

from app import services
from app.domain.errors import Missing, RuleBroken
from app.domain.wall_time import known_zones
from app.web.forms.sign_in import NewPasswordForm, SetUpForm, SignInForm
from app.web.guests import Guest

views = Blueprint("sign_in", __name__)


def local_path(target: str) -> str:
    """The address to go on to, if it is one of ours; the desk otherwise."""
    parts = urlsplit(target)
    ours = (
        target.startswith("/")
        and not target.startswith(("//", "/\\"))
        and not parts.netloc
        and not parts.scheme
    )
    return target if ours and target.isprintable() and "\\" not in target else "/"


def welcome(token: str) -> None:
    """From here on the browser is known by this secret; whatever the session held before is gone."""
    session.clear()
    signed_in = services.sign_in.just_opened(g.work, token)
    login_user(Guest(token, signed_in.officer, signed_in.seen_at))
    g.guest = None  # the answer is a redirect: the next page is theirs


@views.route("/sign-in", methods=["GET", "POST"])
def enter() -> ResponseReturnValue:
    """Sign in, and go on to where one wanted to go."""
    target = local_path(request.args.get("next", ""))
    if g.guest is not None and request.method == "GET":
        return redirect(target, 303)
    form = SignInForm()
    if form.submitted():
        try:
            token = services.sign_in.sign_in(
                g.work, form.email.data or "", form.password.data or "", request.user_agent.string
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            welcome(token)
            return redirect(target, 303)
    return form.page(
        "sign_in/enter.html", held=bool(request.args.get("held")), sent_from=bool(request.args.get("next"))
    )


@views.route("/sign-out", methods=["POST"])
def leave() -> ResponseReturnValue:
    """End this sign-in on the server, and forget what the browser keeps."""
    services.sign_in.sign_out(g.work, g.guest.token)
    logout_user()
    session.clear()
    flash("You are signed out.", "done")
    answer = redirect(url_for("sign_in.enter"), 303)
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@views.route("/set-up/<token>", methods=["GET", "POST"])
def set_up(token: str) -> ResponseReturnValue:
    """The first page of a new house: the office and its first administrator."""
    if services.office.set_up_waits(g.work, token) is None:
        raise Missing
    form = SetUpForm({"office_name": "Cyber Diplomacy Desk", "own_side": "EU", "zone": "Europe/Brussels"})
    form.own_side.offer(services.office.own_sides())
    form.zone.offer([(zone, zone.replace("_", " ")) for zone in known_zones()])
    if form.submitted():
        try:
            same(form)
            secret = services.office.set_up(
                g.work,
                name=form.office_name.data or "",
                own_side=form.own_side.data,
                zone=form.zone.data,
                officer_name=form.name.data or "",
                email=form.email.data or "",
                password=form.password.data or "",
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            welcome(secret)
            flash("The office is set up. Admit the desks and their officers next.", "done")
            return redirect(url_for("officers.index"), 303)
    return form.page("sign_in/set_up.html")


@views.route("/welcome/<token>", methods=["GET", "POST"])
def accept(token: str) -> ResponseReturnValue:
    """An invited officer chooses a password; the address works once."""
    officer = services.officers.invited(g.work, token)
    form = NewPasswordForm()
    if form.submitted():
        try:
            same(form)
            secret = services.officers.accept(
                g.work, token, form.password.data or "", request.user_agent.string
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            welcome(secret)
            return redirect("/", 303)
    return form.page("sign_in/accept.html", officer=officer)


def same(form: NewPasswordForm) -> None:
    """RuleBroken on `again` unless the password was typed twice alike."""
    if form.password.data != form.again.data:
        raise RuleBroken("again", "The two passwords differ.")
