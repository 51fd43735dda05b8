"""A house to test in: people, work in their name, clients at the door."""

import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import Flask
from flask.testing import FlaskClient
from html5lib import HTMLParser
from sqlalchemy import event
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from app import queries, services
from app.domain.access import Role, Viewer
from app.models.database import db
from app.models.office import Desk
from app.models.officer import Officer
from app.services.secrets_kept import HASHER
from app.services.unit_of_work import UnitOfWork

PASSWORD = "correct horse battery staple"
HASH = HASHER.hash(PASSWORD)
ZONE = "Europe/Brussels"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def today() -> date:
    """The day that a page shows now: the house's own, which is not that of UTC in the hours around midnight."""
    return datetime.now(UTC).astimezone(ZoneInfo(ZONE)).date()


class TestHouse:
    """An application on a database of its own; `now` is the moment of all direct work."""

    __test__ = False

    def __init__(self, app: Flask, now: datetime) -> None:
        self.app = app
        self.now = now
        self.serial = itertools.count(1)
        self.context = app.app_context()

    @property
    def today(self) -> date:
        """The day of direct work in the house's zone."""
        return self.now.astimezone(ZoneInfo(ZONE)).date()

    def open(self) -> None:
        """Set the office up from the chair of the European Union."""
        self.context.push()
        with self.system() as work:
            office = work.one(queries.officers.office())
            office.set_up_at = self.now
            services.office.stock(work)
            work.act(services.office.Action.SET_UP_OFFICE, on=services.office.OFFICE)

    def close(self) -> None:
        """Let go of the database."""
        db.session.remove()
        db.engine.dispose()
        self.context.pop()

    @contextmanager
    def work(self, viewer: Viewer, writes: bool = True) -> Iterator[UnitOfWork]:
        """Work in somebody's name, kept at the end."""
        work = UnitOfWork(
            db.session(),
            viewer,
            self.now,
            scheme=self.app.config["SCHEME"],
            zone=ZONE,
            writes=writes,
        )
        try:
            yield work
            work.keep()
        except BaseException:
            work.drop()
            raise
        finally:
            db.session.remove()

    def system(self) -> Any:
        """Work with the system's own eyes."""
        return self.work(services.sign_in.system_viewer())

    def desk(self, name: str = "Asia desk") -> Desk:
        """A desk."""
        with self.system() as work:
            found = [desk for desk in work.all(queries.officers.desks()) if desk.name == name]
            if found:
                return found[0]
            work.act(services.office.Action.OPEN_DESK, on=services.office.OFFICE)
            return work.add(Desk(name=name))

    def officer(
        self, role: Role = Role.DESK_OFFICER, desk: str | None = "Asia desk", clearance: int = 2
    ) -> Officer:
        """An officer with a password, cleared up to TLP:AMBER unless said otherwise."""
        number = next(self.serial)
        desk_id = self.desk(desk).id if desk and role is not Role.ADMINISTRATOR else None
        with self.system() as work:
            work.act(services.office.Action.ADMIT_OFFICER, on=services.office.OFFICE)
            return work.add(
                Officer(
                    name=f"Officer {number}",
                    email=f"officer{number}@ministry.example",
                    email_key=f"officer{number}@ministry.example",
                    role=role,
                    desk_id=desk_id,
                    clearance=clearance,
                    password_hash=HASH,
                )
            )

    def viewer(self, officer: Officer) -> Viewer:
        """The viewer that an officer is now."""
        with self.system() as work:
            return services.sign_in.viewer_of(work, work.one(queries.officers.by_id(officer.id)))

    def client(self, officer: Officer | None = None) -> "Browser":
        """A browser, signed in as an officer if one is given."""
        browser = Browser(self.app)
        if officer is not None:
            answer = browser.submit("/sign-in", {"email": officer.email, "password": PASSWORD})
            assert answer.status_code == 303, answer.text
        return browser

    @contextmanager
    def statements(self) -> Iterator[list[str]]:
        """The SQL statements that run inside."""
        seen: list[str] = []

        def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
            if not statement.startswith(("BEGIN", "PRAGMA")):
                seen.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            event.remove(db.engine, "before_cursor_execute", note)


class Browser:
    """A client that reads each page strictly, keeps its cookies, and fills in forms as a person does."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client: FlaskClient = app.test_client()

    def get(self, path: str, **kwargs: Any) -> TestResponse:
        """Ask for a page; HTML is read strictly."""
        return self._ask("GET", path, **kwargs)

    def post(self, path: str, fields: Any = None, **kwargs: Any) -> TestResponse:
        """Send fields as they are, without what a page would have carried."""
        return self._ask("POST", path, data=fields or {}, **kwargs)

    def submit(self, path: str, fields: Any, **kwargs: Any) -> TestResponse:
        """Open the page, then send its form with these fields and everything hidden that it carried."""
        carried = self.carried(path)
        if isinstance(fields, dict):
            return self.post(path, {**carried, **fields}, **kwargs)
        return self.post(path, MultiDict([*carried.items(), *fields]), **kwargs)

    def press(self, page: str, action: str, fields: dict[str, str] | None = None) -> TestResponse:
        """Open a page and press the button whose form goes to `action`."""
        return self.post(action, {"csrf_token": self.carried(page)["csrf_token"], **(fields or {})})

    def carried(self, path: str) -> dict[str, str]:
        """The hidden inputs of a page."""
        return {name: unescape(value) for name, value in HIDDEN.findall(self.get(path).text)}

    def _ask(self, method: str, path: str, **kwargs: Any) -> TestResponse:
        with self.app.app_context():  # one of its own: nothing of one request is left for the next
            answer = self.client.open(path, method=method, **kwargs)
        if answer.mimetype == "text/html" and answer.data:
            HTMLParser(strict=True, namespaceHTMLElements=False).parse(answer.text)
        return answer


def unescape(value: str) -> str:
    """An attribute's value as it was before it was written into the page."""
    from html import unescape as undo

    return undo(value)
