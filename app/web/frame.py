"""What every page has around it: the desk's name, six nouns, the person, the marking line."""

import hashlib
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, g, request, url_for

from app.domain.access import NOBODY, OFFICE, Role
from app.domain.action import Action
from app.web import filters
from app.web.forms.base import csrf_input
from app.web.sent_forms import form_key, new_once

NOUNS = (
    ("Desk", "desk.show"),
    ("Partners", "partners.index"),
    ("Dialogues", "dialogues.index"),
    ("Commitments", "commitments.index"),
    ("Calendar", "calendar.month"),
    ("Readouts", "readouts.index"),
)
PERSONS_MENU = (
    ("Follow-ups", "follow_ups.index", None),
    ("Review", "review.show", (Role.HEAD_OF_DESK, Role.DESK_OFFICER, Role.READER)),
    ("Who has what", "handing_over.index", (Role.HEAD_OF_DESK, Role.DESK_OFFICER)),
    ("Reports", "reports.index", (Role.HEAD_OF_DESK, Role.DESK_OFFICER, Role.READER)),
    ("Coverage", "reports.coverage", (Role.HEAD_OF_DESK, Role.DESK_OFFICER, Role.READER)),
    ("Cadence", "cadence.index", None),
    ("Joint statements", "joint_statements.index", (Role.HEAD_OF_DESK, Role.DESK_OFFICER, Role.READER)),
    ("Positions", "positions.index", None),
    ("Conventions", "accessions.index", None),
    ("Multilateral calendar", "seasons.index", None),
    ("Subscriptions", "feeds.index", None),
    ("Leave", "leaves.index", (Role.HEAD_OF_DESK, Role.DESK_OFFICER, Role.ADMINISTRATOR)),
    ("Officers", "officers.index", (Role.ADMINISTRATOR,)),
    ("Reference data", "reference.index", None),
    ("Lower markings", "lowerings.index", (Role.HEAD_OF_DESK, Role.DESK_OFFICER, Role.READER)),
    ("Rules", "rules.show", None),
    ("Papers", "paper_layouts.index", None),
    ("Letters", "letters.index", (Role.ADMINISTRATOR,)),
    ("Audit", "audit.index", None),
    ("My account", "account.show", None),
)


class OfficeSeen:
    """The office as a page shows it."""

    def __init__(self) -> None:
        self.name = g.office.name if "office" in g else "Rapporteur"
        self.demo = current_app.config["HOUSE"].demo


class ViewerSeen:
    """The person as a page shows them."""

    def __init__(self) -> None:
        viewer = g.work.viewer if "work" in g else NOBODY
        guest = g.get("guest")
        self.name = viewer.name
        self.role = str(viewer.role or "")
        self.desk_name = guest.desk_name if guest is not None else ""
        self.compact = bool(guest is not None and guest.compact)
        self.zone = (guest.zone if guest is not None else "") or ("office" in g and g.office.zone) or "UTC"


def banner() -> Any:
    """The highest marking that was read for this page, if it is more than the scheme's lowest."""
    if "work" not in g or g.work.marking <= 0:
        return None
    return current_app.config["SCHEME"].of(g.work.marking)


def around() -> dict[str, Any]:
    """The names that every template has."""
    guest = g.get("guest")
    here = (request.endpoint or "").split(".")[0]
    may_log = guest is not None and g.work.may(Action.OPEN_DIALOGUE, OFFICE)
    role = g.work.viewer.role if guest is not None else None
    return {
        "viewer": ViewerSeen(),
        "signed_in": guest is not None,
        "work": g.get("work"),
        "scheme": current_app.config["SCHEME"],
        "banner": banner(),
        "office": OfficeSeen(),
        "nav": [(label, address(page), page.split(".")[0] == here) for label, page in NOUNS] if guest else [],
        "menu": [
            (label, address(page)) for label, page, roles in PERSONS_MENU if roles is None or role in roles
        ]
        if guest
        else [],
        "log_url": address("meetings.log") if may_log else "",
        "search_url": address("search.show") if guest else "",
        "sign_out_url": url_for("sign_in.leave") if guest else "",
        "offers_caldav": current_app.config["HOUSE"].caldav,
        "draft_url": url_for("drafts.hold", path=form_key()) if guest else "",
        "discard_url": url_for("drafts.discard", path=form_key()) if guest else "",
        "csrf": csrf_input,
        "new_once": new_once,
        "today": g.work.today if "work" in g else None,
        "Action": Action,
        "OFFICE": OFFICE,
    }


def address(page: str) -> str:
    return url_for(page) if page in current_app.view_functions else "/"


def edition_of(folder: Path) -> str:
    """A short hash over the files that ship: their addresses change when they do."""
    seen = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            seen.update(path.read_bytes())
    return seen.hexdigest()[:12]


def install(app: Flask) -> None:
    """Give every template its frame and its filters, and every file that ships its edition."""
    edition = edition_of(Path(app.static_folder or ""))

    @app.url_defaults
    def with_edition(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint in {"static", "bootstrap.static"}:
            values.setdefault("v", edition)

    @app.after_request
    def kept_by_browsers(response: Response) -> Response:
        if request.endpoint in {"static", "bootstrap.static"} and request.args.get("v") == edition:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response

    app.context_processor(around)
    filters.install(app)
