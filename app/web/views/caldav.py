"""CalDAV, to be read only: calendar programs find one's calendars and are told what changed in them (RFC 4791)."""

import ipaddress
from functools import partial

from flask import Blueprint, Response, current_app, g, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import TooManyRequests

from app import services
from app.domain.dav_place import ROOT, Place, Reader, place_of
from app.domain.errors import Missing

views = Blueprint("caldav", __name__)
ANSWERED = ("OPTIONS", "GET", "HEAD", "PROPFIND", "REPORT")
WRITING = (
    "PUT", "POST", "PATCH", "DELETE", "PROPPATCH", "MKCALENDAR", "MKCOL", "MOVE", "COPY", "LOCK", "UNLOCK", "ACL",
)  # fmt: skip
LONGEST = 256 * 1024
"""Bytes of a question: some programs ask for every member of a calendar at once, by its address of some 90 bytes."""
XML = "application/xml; charset=utf-8"


@views.before_request
def only_where_it_is_on() -> None:
    """A house that does not offer it has none of these addresses."""
    if not current_app.config["HOUSE"].caldav:
        raise Missing


@views.route("/.well-known/caldav", methods=[*ANSWERED, *WRITING], provide_automatic_options=False)
def well_known() -> Response:
    """Where programs look first (RFC 6764, section 5)."""
    return Response(status=301, headers={"Location": ROOT})


@views.route("/", methods=["PROPFIND"], provide_automatic_options=False)
def root() -> ResponseReturnValue:
    """Programs that were given no more than the name of the host begin here."""
    return answered(Place(), "/")


@views.route(ROOT, methods=[*ANSWERED, *WRITING], defaults={"rest": ""}, provide_automatic_options=False)
@views.route(f"{ROOT}<path:rest>", methods=[*ANSWERED, *WRITING], provide_automatic_options=False)
def ask(rest: str) -> ResponseReturnValue:
    """Every address of the tree, in every method."""
    if request.method == "OPTIONS":  # the same for everybody and everywhere: it tells nothing
        return about(Response(status=200))
    return answered(place_of(ROOT + rest), ROOT)


def answered(place: Place | None, path: str) -> ResponseReturnValue:
    """The answer for whoever proves whose device asks."""
    reader = come_in()
    if isinstance(reader, Response):
        return about(reader)
    if request.method in WRITING:
        return told(services.caldav.read_only())
    if place is None:
        raise Missing
    base_url = current_app.config["HOUSE"].public_url
    if request.method in {"GET", "HEAD"}:
        return member(reader, place, base_url)
    request.max_content_length = LONGEST
    body = request.get_data()  # kept: it is read again where two visits met
    if request.method == "REPORT":
        return told(services.caldav.reported(g.work, reader, place, body, base_url))
    deep = request.headers.get("Depth") != "0"  # infinity too ends one step further down
    return told(services.caldav.properties(g.work, reader, place, path, deep, body, base_url))


def member(reader: Reader, place: Place, base_url: str) -> Response:
    """One entry or thing to do, unless the program has it as it is."""
    if not place.uid:
        return about(Response(status=405))
    body, etag = services.caldav.member(g.work, reader, place, base_url)
    response = Response(body, content_type="text/calendar; charset=utf-8")
    response.set_etag(etag)
    return about(response).make_conditional(request)


def come_in() -> Reader | Response:
    """Whose device asks, by the password in the request; or that there has to be one.

    Only a password that nobody was ever given is counted, and whoever shows too many is told to wait.
    """
    if is_in_the_clear():
        words = "Calendar programs reach this house over https only.\n"
        return Response(words, 403, content_type="text/plain; charset=utf-8")
    shown = request.authorization
    program = None
    if shown is not None and shown.type == "basic":
        program, was_given = services.calendar_programs.behind(
            g.work, shown.username or "", shown.password or ""
        )
        if not was_given and services.sign_in.is_guessing(g.work):
            raise TooManyRequests
    if program is None:
        return Response(
            status=401, headers={"WWW-Authenticate": 'Basic realm="Rapporteur calendars", charset="UTF-8"'}
        )
    agent = request.headers.get("User-Agent", "")
    if services.calendar_programs.is_worth_noting(g.work, program, agent):
        g.left_behind = partial(services.calendar_programs.note_visit, program_id=program.id, agent=agent)
    return Reader(program.officer_id, program.officer.ref, program.officer.name)


def is_in_the_clear() -> bool:
    """True if a password would travel between machines unencrypted; on one machine there is nobody to overhear it."""
    try:
        return not (request.is_secure or ipaddress.ip_address(request.remote_addr or "").is_loopback)
    except ValueError:
        return True


def told(answer: services.caldav.Told) -> Response:
    """The answer of a service as it is sent."""
    kind = XML if answer.status != 400 else "text/plain; charset=utf-8"
    return about(Response(answer.body, answer.status, content_type=kind))


def about(response: Response) -> Response:
    """What is offered here: calendars to be read (RFC 4791, section 5.1)."""
    response.headers["DAV"] = "1, 3, calendar-access"
    response.headers["Allow"] = ", ".join(ANSWERED)
    return response
