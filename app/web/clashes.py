"""Before something is planned: what speaks against the day is shown, and saving it all the same is one tick more."""

from typing import Any

from flask import g
from wtforms import BooleanField

from app import services


class Minding:
    """Part of a form that plans: what speaks against the day, and that it is to be planned all the same."""

    clashes: tuple[str, ...] = ()
    all_the_same = BooleanField("Plan it all the same")


def minded(form: Any, facts: Any, partner: Any, dialogue: Any, own: Any = None) -> bool:
    """True if nothing speaks against the day, or that was seen; otherwise the page comes back with the sentences.

    RuleBroken at the field for times that cannot be.
    """
    found = services.clashes.of(g.work, facts, partner, dialogue, own)
    form.clashes = tuple(dict.fromkeys(found))
    if not form.clashes or form.all_the_same.data:
        return True
    form.http_status = 422
    return False
