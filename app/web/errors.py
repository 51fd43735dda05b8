"""Four errors, four pages, and a few that come from the network: each with a way on and what was typed."""

import json
import logging
import secrets

from flask import Flask, Response, current_app, flash, g, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, SecurityError

from app.domain.errors import Missing, Refused, RuleBroken, Stale
from app.domain.text import clean
from app.web.forms.base import SavedBefore
from app.web.sent_forms import typed

log = logging.getLogger("rapporteur")
Answer = tuple[str, int]


def drop_work() -> None:
    """Whatever was begun is undone."""
    if "work" in g:
        g.work.drop()


def kept_text() -> list[tuple[str, str]]:
    """What was typed, to be copied from the error page: long enough values only, in the form's order."""
    if request.method != "POST":
        return []
    try:
        pairs = json.loads(typed())
    except Exception:  # the form itself could not be read (too large, broken): there is nothing to give back
        return []
    shown = [(name, clean(value)) for name, value in pairs if not name.startswith("_")]
    return [(name.replace("_", " "), value) for name, value in shown if value.strip()]


def page(
    status: int, reason: str = "", reference: str = "", kept: list[tuple[str, str]] | None = None
) -> Answer:
    """The error page for a status."""
    drop_work()
    typed_back = kept_text() if kept is None else kept
    return render_template(
        f"errors/{status}.html", reason=reason, reference=reference, kept=typed_back
    ), status


def missing(_: Exception) -> Answer:
    """It is not there, or not for this viewer: the same page."""
    return page(404)


def refused(fault: Refused) -> Answer:
    """May see, may not do."""
    return page(403, fault.reason)


def stale(_: Exception) -> Answer:
    """Somebody was faster, on a page that cannot show both versions itself."""
    return page(409)


def broken(fault: RuleBroken) -> Answer:
    """A rule was broken on a page without a form to show it on."""
    return page(422, fault.message)


def forged(fault: CSRFError) -> Answer:
    """The form's proof of origin is missing or old."""
    return page(
        422, "This form had been open too long, or did not come from this site. Copy your text and try again."
    )


def busy(fault: Exception) -> tuple[str, int, dict[str, str]]:
    """The database does not answer in time."""
    log.error("database busy: %s", type(fault).__name__)
    return (*page(503), {"Retry-After": "10"})


def from_network(fault: HTTPException) -> Answer | HTTPException:
    """404, 405, 413, 429 and their kin."""
    known = {403: 403, 404: 404, 429: 429}
    code = fault.code or 500
    if code < 400:
        return fault
    if code == 405:
        answer, _ = page(404)
        return answer, 405
    if code == 413:
        limit = current_app.config["HOUSE"].upload_limit_mb
        return page(413, f"At most {limit} MB can be sent at once, a file included.", kept=[])
    if code in known:
        return page(known[code])
    answer, _ = page(422, "The request could not be read.", kept=[])
    return answer, code


def saved_before(again: SavedBefore) -> ResponseReturnValue:
    """The back button led to a form that was saved, and it was sent again as it was."""
    flash("This was saved a moment ago; nothing was saved twice.", "done")
    return redirect(again.location, 303)


def strange_host(_: SecurityError) -> Response:
    """A request for a host that is not ours: no address can be made for it, so no page either."""
    return Response("This is not the address of this site.\n", 400, content_type="text/plain; charset=utf-8")


def unreadable(_: Exception) -> Answer:
    """A value that the database cannot keep, past every form: a crafted request."""
    return page(422, "The request could not be read.")


def fault(error: Exception) -> Answer:
    """A fault of ours: a number to quote, and nothing of the inside."""
    reference = secrets.token_hex(4)
    log.exception("fault %s on %s", reference, request.endpoint, exc_info=error)
    return page(500, reference=reference)


def install(app: Flask) -> None:
    """Register the pages."""
    app.register_error_handler(Missing, missing)
    app.register_error_handler(Refused, refused)
    app.register_error_handler(Stale, stale)
    app.register_error_handler(RuleBroken, broken)
    app.register_error_handler(CSRFError, forged)
    app.register_error_handler(SavedBefore, saved_before)
    app.register_error_handler(SecurityError, strange_host)
    app.register_error_handler(DataError, unreadable)
    app.register_error_handler(IntegrityError, stale)
    app.register_error_handler(OperationalError, busy)
    app.register_error_handler(PoolTimeout, busy)
    app.register_error_handler(HTTPException, from_network)
    app.register_error_handler(Exception, fault)
