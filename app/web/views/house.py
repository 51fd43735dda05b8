"""What machines ask of a house: is it well, may it be indexed, whom to tell of a weakness."""

from flask import Blueprint, Response, g

from app import queries

views = Blueprint("house", __name__)


@views.get("/healthz")
def health() -> Response:
    """Well, if the database answers; nothing else is told to strangers."""
    g.work.one(queries.officers.office())
    return Response("well\n", mimetype="text/plain")


@views.get("/robots.txt")
def robots() -> Response:
    """Nothing to index. Feeds are not named here, because a calendar program that asks would then refuse them."""
    return Response("User-agent: *\nDisallow: /dialogues\nDisallow: /partners\n", mimetype="text/plain")


@views.get("/.well-known/security.txt")
def security() -> Response:
    """Whom to tell (RFC 9116): the office that runs this instance."""
    return Response(
        "Contact: the office that runs this instance\nPreferred-Languages: en\n", mimetype="text/plain"
    )
