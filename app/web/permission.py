"""Pages of acts are refused before anybody fills them in."""

from flask import g

from app.domain.access import Known
from app.domain.action import Action
from app.domain.errors import Refused
from app.domain.policy import refusal


def allowed(action: Action, record: Known) -> None:
    """Refused, with the reason, if the viewer may see the record but not do this to it."""
    if not g.work.may(action, record):
        raise Refused(refusal(action))
