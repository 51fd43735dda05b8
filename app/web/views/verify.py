"""Verify: whether a PDF is a released version, which one, whether it was changed, and who signed it."""

from flask import Blueprint, g, request
from flask.typing import ResponseReturnValue

from app import services
from app.domain.errors import RuleBroken
from app.web.forms.readouts import VerifyForm

views = Blueprint("verify", __name__)


@views.route("/verify", methods=["GET", "POST"])
def show() -> ResponseReturnValue:
    """Ask about a file; it is not kept."""
    form, finding = VerifyForm(), None
    if form.submitted():
        sent = request.files.get("file")
        try:
            finding = services.verifying.verify(g.work, sent.stream.read() if sent else b"")
        except RuleBroken as broken:
            form.show(broken)
    return form.page("verify/show.html", finding=finding)
