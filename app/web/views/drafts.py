"""Drafts: what stands in a form is kept every few seconds, and offered back."""

from urllib.parse import urlsplit

from flask import Blueprint, abort, g, jsonify, redirect, request
from flask.typing import ResponseReturnValue

from app import services
from app.web.gate import typed

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
    question = urlsplit(request.args["path"]).query
    return redirect(f"{path}?{question}" if question else path, 303)


def asked_for() -> str:
    """The path of the form, from the field that says it; 422 if it is none of ours."""
    path = urlsplit(request.args.get("path", "")).path
    if not path.startswith("/") or path.startswith("//") or "\\" in path or len(path) > 300:
        abort(422)
    return path
