"""Who is at the door: Flask-Login's guest, and the office as pages need it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import current_app, g
from flask_login import LoginManager, UserMixin

from app import services

login = LoginManager()
login.session_protection = None  # the sign-in lives on the server; the cookie is only its name


@dataclass(frozen=True)
class OfficeFacts:
    """The office as pages need it: plain, and still there when the work is dropped."""

    name: str
    zone: str
    own_side: str
    own_name: str

    @classmethod
    def of(cls, row: Any) -> "OfficeFacts":
        """The facts of the office's row."""
        return cls(row.name, row.zone, row.own_side, row.own_name)


class Guest(UserMixin):
    """Flask-Login's view of somebody signed in: known by the secret of the sign-in, never by a number."""

    def __init__(self, token: str, officer: Any, seen_at: datetime) -> None:
        self.token = token
        self.officer = officer
        self.seen_at = seen_at
        # plain values: still there when the work is dropped
        self.desk_name = officer.desk.name if officer.desk else ""
        self.compact = officer.compact
        self.zone = officer.zone

    def get_id(self) -> str:
        """What Flask-Login keeps in the cookie."""
        return self.token


@login.user_loader
def load_guest(token: str) -> Guest | None:
    """The guest behind a cookie, if the sign-in still holds on the server."""
    if "work" not in g:
        return None  # a file that ships: nobody is asked who they are
    house = current_app.config["HOUSE"]
    found = services.sign_in.resume(
        g.work, token, timedelta(minutes=house.idle_minutes), timedelta(hours=house.absolute_hours)
    )
    return None if found is None else Guest(token, found.officer, found.seen_at)
