"""Who comes in: the unit of work opens before a page and is kept or dropped after it."""

import functools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask, Response, abort, current_app, g, make_response, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf import CSRFProtect
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError, OperationalError

from app import queries, services
from app.domain.access import NOBODY
from app.domain.marking import Scheme
from app.models.database import db
from app.services.noticing import Overtaken
from app.services.unit_of_work import UnitOfWork
from app.web.guests import OfficeFacts, login
from app.web.headers import see_out
from app.web.routes import PROGRAMS, PUBLIC, QUIET
from app.web.sent_forms import PARENTS, answered_before, form_key, remember_submission, typed

proof = CSRFProtect()

SEEN_EVERY = timedelta(minutes=1)


def open_work() -> ResponseReturnValue | None:
    """Before each page: a moment, a viewer, a transaction; closed pages send strangers to the door."""
    if request.endpoint in QUIET:
        return None
    if "\0" in request.path or any("\0" in request.args.get(name, "") for name in PARENTS):
        abort(404)  # no record of ours has such a name, and one of the databases refuses to look
    g.now = datetime.now(UTC)
    is_program = request.endpoint in PROGRAMS
    asks = request.method in {"GET", "HEAD", "OPTIONS"} or is_program
    writes = not asks and request.endpoint is not None
    g.work = UnitOfWork(
        db.session(), NOBODY, g.now, scheme=scheme(), writes=writes, address=request.remote_addr or ""
    )
    office = g.work.one(queries.officers.office())
    g.office = OfficeFacts.of(office)
    g.work.sit_in(office)
    is_guest = not is_program and current_user.is_authenticated
    g.guest = current_user._get_current_object() if is_guest else None
    if g.guest is not None:
        g.work.become(services.sign_in.viewer_of(g.work, g.guest.officer))
    if writes:
        if comes_from_elsewhere():
            raise CSRFError("The form was sent from another site.")
        proof.protect()
    if g.guest is None and request.endpoint is not None and request.endpoint not in PUBLIC:
        return to_the_door()
    return answered_before() if writes else None


def comes_from_elsewhere() -> bool:
    """True if the browser itself says that another site sent the form: a second belt beside its proof.

    A browser that is told to hide where it comes from sends “null”, also for our own pages.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in {"same-origin", "none"}
    ours = {request.host_url.rstrip("/"), current_app.config["HOUSE"].public_url}
    return request.headers.get("Origin", "null") not in {"null", *ours}


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
        services.drafts.hold(g.work, officer_id, form_key(), typed())
        g.work.keep()
        return redirect(
            url_for("sign_in.enter", next=f"{here}{'&' if request.query_string else '?'}draft=1", held=1), 303
        )
    return redirect(url_for("sign_in.enter", next=request.path), 303)


def kept(view: Callable[..., ResponseReturnValue]) -> Callable[..., ResponseReturnValue]:
    """Keep the work if the page went well, drop it otherwise; inside the view, so that a fault becomes a page."""

    @functools.wraps(view)
    def page(*args: Any, **kwargs: Any) -> ResponseReturnValue:
        try:
            return settled(make_response(view(*args, **kwargs)))
        except (
            Overtaken,
            IntegrityError,
        ):  # somebody saved in the same instant: look again, and see what they did
            g.work.drop()
            g.work.again()
            for each in request.files.values():
                each.stream.seek(0)
            return answered_before() or settled(make_response(view(*args, **kwargs)))

    return page


def settled(response: Response) -> Response:
    """The answer, after its work was kept or dropped."""
    if response.status_code >= 400:
        g.work.drop()
    else:
        remember_submission(response)
        g.work.keep()
    return response


def remember_seen(response: Response) -> Response:
    """Note, once a minute at most, that somebody is still here."""
    guest = g.get("guest")
    if guest is not None and g.now - guest.seen_at > SEEN_EVERY:
        services.sign_in.touch(
            UnitOfWork(db.session(), NOBODY, g.now, scheme=scheme(), writes=True), guest.token
        )
    return response


def remember_visit(response: Response) -> Response:
    """Keep what a program's visit left behind; whatever goes wrong here, the program has its answer."""
    keep: Callable[[UnitOfWork], None] | None = g.pop("left_behind", None)
    if keep is not None and response.status_code in {200, 207, 304}:
        try:
            work = UnitOfWork(db.session(), NOBODY, g.now, scheme=scheme(), writes=True, waits=False)
            keep(work)
            work.keep()
        except (OperationalError, IntegrityError):  # busy, or another visit of the same program was faster
            db.session.rollback()
    return response


def install(app: Flask) -> None:
    """Put the gate before every page."""
    app.config["WTF_CSRF_CHECK_DEFAULT"] = False  # asked for above, once it is known who is there
    login.init_app(app)
    proof.init_app(app)
    app.before_request(open_work)
    app.after_request(remember_seen)
    app.after_request(remember_visit)
    app.after_request(see_out)
    for endpoint, view in list(app.view_functions.items()):
        if endpoint not in QUIET:
            app.view_functions[endpoint] = kept(view)
