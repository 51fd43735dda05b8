"""Before something is planned: what speaks against the day is shown, and saving it all the same is one tick more."""

import hashlib
from typing import Any

from flask import g, request

from app import services


class Minding:
    """Part of a form that plans: what speaks against the day."""

    clashes: tuple[str, ...] = ()

    @property
    def clash_mark(self) -> str:
        """What a tick says: that just these sentences were seen."""
        return hashlib.sha256("\n".join(self.clashes).encode()).hexdigest()[:16]


def minded(
    form: Any, facts: Any, partner: Any, dialogue: Any, own: Any = None, *, led_as: Any = None
) -> bool:
    """True if nothing speaks against the day, or that was seen; otherwise the page comes back with the sentences.

    RuleBroken at the field for times that cannot be.
    """
    return seen(form, services.clashes.of(g.work, facts, partner, dialogue, own, led_as=led_as))


def seen(form: Any, sentences: list[str]) -> bool:
    """True if there is nothing to say, or just this was seen before; otherwise the form comes back and says it."""
    form.clashes = tuple(dict.fromkeys(sentences))
    if not form.clashes or request.form.get("all_the_same") == form.clash_mark:
        return True
    form.http_status = 422
    return False
