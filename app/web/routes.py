"""Which pages there are, and which of them are open without sign-in."""

import importlib
import pkgutil

from flask import Flask

PROGRAMS = frozenset({"caldav.ask", "caldav.root", "caldav.well_known"})
"""Endpoints for calendar programs: they come in with a password of their own, never with a cookie, and whatever method
they use, nothing of the record is changed.
"""

PUBLIC = PROGRAMS | frozenset(
    {
        "sign_in.enter",
        "sign_in.set_up",
        "sign_in.accept",
        "feeds.poll",
        "answers.show",
        "slots.answer",
        "house.health",
        "house.robots",
        "house.security",
    }
)
"""Endpoints open to strangers; a test holds every other one closed."""

QUIET = frozenset({"static", "bootstrap.static", "typeface.show"})
"""Files that ship with the product: no viewer, no transaction."""


def register(app: Flask) -> None:
    """Register the views of every file in views/."""
    from app.web import views

    for module in sorted(pkgutil.iter_modules(views.__path__), key=lambda m: m.name):
        app.register_blueprint(importlib.import_module(f"{views.__name__}.{module.name}").views)
