"""Drafts: what stands in a form is kept every few seconds, and offered back."""

from urllib.parse import parse_qsl, urlsplit

from flask import Blueprint, abort, g, jsonify, redirect, request
from flask.typing import ResponseReturnValue

from app import services
from app.web.sent_forms import form_key, typed

views = Blueprint("drafts", __name__)


@views.post("/drafts")
def hold() -> ResponseReturnValue:
    """Keep what stands in the form of the page that asks, for the viewer alone."""
    path = asked_for()
    services.drafts.hold(g.work, g.work.viewer.officer_id, path, typed())
    return jsonify(kept_at=f"{g.work.now.astimezone(g.work.office_zone):%H:%M}")


@views.post("/drafts/discard")
def discard() -> ResponseReturnValue:
    """Forget a draft and go back to the form as it was."""
    path = asked_for()
    services.drafts.discard(g.work, path)
    return redirect(path, 303)


def asked_for() -> str:
    """The form, from the field that names its address; 422 if it is none of ours."""
    asked = urlsplit(request.args.get("path", ""))
    path = asked.path
    strange = any(sign in path for sign in "\\\0") or path.startswith("//") or len(path) > 200
    if asked.netloc or strange or not path.startswith("/"):
        abort(422)
    return form_key(path, dict(parse_qsl(asked.query)))
