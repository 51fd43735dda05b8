"""Who comes in: the unit of work opens before a page and is kept or dropped after it."""

import functools
import json
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask, Response, current_app, g, make_response, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf import CSRFProtect

from app import queries, services
from app.domain.access import NOBODY
from app.domain.marking import Scheme
from app.models.database import db
from app.services.noticing import Overtaken
from app.services.unit_of_work import UnitOfWork
from app.web.guests import OfficeFacts, login
from app.web.headers import see_out
from app.web.routes import PUBLIC, QUIET

proof = CSRFProtect()

SEEN_EVERY = timedelta(minutes=1)


def open_work() -> ResponseReturnValue | None:
    """Before each page: a moment, a viewer, a transaction; closed pages send strangers to the door."""
    if request.endpoint in QUIET:
        return None
    g.now = datetime.now(UTC)
    writes = request.method not in {"GET", "HEAD", "OPTIONS"} and request.endpoint is not None
    g.work = UnitOfWork(
        db.session(), NOBODY, g.now, scheme=scheme(), writes=writes, address=request.remote_addr or ""
    )
    g.office = OfficeFacts.of(g.work.one(queries.officers.office()))
    g.work.zone = g.office.zone
    g.guest = current_user._get_current_object() if current_user.is_authenticated else None
    if g.guest is not None:
        g.work.become(services.sign_in.viewer_of(g.work, g.guest.officer))
    if writes:
        proof.protect()
    if g.guest is None and request.endpoint is not None and request.endpoint not in PUBLIC:
        return to_the_door()
    return answered_before() if writes else None


def scheme() -> Scheme:
    """The office's scheme of markings."""
    found: Scheme = current_app.config["SCHEME"]
    return found


def to_the_door() -> ResponseReturnValue:
    """Send a stranger to sign in and back; what they had typed is kept for the officer whose sign-in ran out."""
    here = request.full_path.rstrip("?") if request.query_string else request.path
    if request.method == "GET":
        return redirect(url_for("sign_in.enter", next=here), 303)
    token = session.get("_user_id", "")
    officer_id = services.sign_in.officer_behind(g.work, token) if token else None
    if officer_id is not None and "csrf_token" in request.form:
        services.drafts.hold(g.work, officer_id, request.path, typed())
        g.work.keep()
        return redirect(
            url_for("sign_in.enter", next=f"{here}{'&' if request.query_string else '?'}draft=1", held=1), 303
        )
    return redirect(url_for("sign_in.enter", next=request.path), 303)


def typed() -> str:
    """What stands in the form that was sent, as text that can be kept; never passwords or tokens."""
    hidden = {"csrf_token", "once"}
    pairs = [
        (name, value)
        for name, values in request.form.lists()
        for value in values
        if name not in hidden and "password" not in name
    ]
    return json.dumps(pairs, ensure_ascii=False)


def answered_before() -> ResponseReturnValue | None:
    """A form that was saved already (double click, reload, back button) gets the answer it got then."""
    once = request.form.get("once", "")[:40]
    if not once or g.guest is None:
        return None
    saved = g.work.find(queries.officers.submission(once))
    if saved is not None and saved.officer_id == g.work.viewer.officer_id and saved.location:
        return redirect(saved.location, 303)
    return None


def kept(view: Callable[..., ResponseReturnValue]) -> Callable[..., ResponseReturnValue]:
    """Keep the work if the page went well, drop it otherwise; inside the view, so that a fault becomes a page."""

    @functools.wraps(view)
    def page(*args: Any, **kwargs: Any) -> ResponseReturnValue:
        try:
            return settled(make_response(view(*args, **kwargs)))
        except Overtaken:  # somebody saved in the same instant: look again, and see their version
            g.work.drop()
            g.work.again()
            return settled(make_response(view(*args, **kwargs)))

    return page


def settled(response: Response) -> Response:
    """The answer, after its work was kept or dropped."""
    if response.status_code >= 400:
        g.work.drop()
    else:
        remember_submission(response)
        g.work.keep()
    return response


def remember_submission(response: Response) -> None:
    """Once a form is saved, its key answers with the same address."""
    once = request.form.get("once", "")[:40] if request.method == "POST" else ""
    if not once or response.status_code != 303 or g.guest is None:
        return
    services.drafts.saved(g.work, once, response.location or "", request.path)


def remember_seen(response: Response) -> Response:
    """Note, once a minute at most, that somebody is still here."""
    guest = g.get("guest")
    if guest is not None and g.now - guest.seen_at > SEEN_EVERY:
        services.sign_in.touch(
            UnitOfWork(db.session(), NOBODY, g.now, scheme=scheme(), writes=True), guest.token
        )
    return response


def new_once() -> str:
    """A key for one rendering of one form."""
    return secrets.token_urlsafe(16)


def install(app: Flask) -> None:
    """Put the gate before every page."""
    app.config["WTF_CSRF_CHECK_DEFAULT"] = False  # asked for above, once it is known who is there
    login.init_app(app)
    proof.init_app(app)
    app.before_request(open_work)
    app.after_request(remember_seen)
    app.after_request(see_out)
    for endpoint, view in list(app.view_functions.items()):
        if endpoint not in QUIET:
            app.view_functions[endpoint] = kept(view)
