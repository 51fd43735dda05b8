"""A mail with a guest's answer in it, read (RFC 6047); whatever is in it, the worst is that it cannot be read."""

import email
import email.policy
import re
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import getaddresses
from typing import Any

from icalendar import Calendar

from app.documents.own_zones import with_own_zones
from app.domain.reply import LARGEST_OBJECT, LONGEST_COMMENT, Reply
from app.domain.text import clean

LARGEST_MAIL = 6_000_000
RESULT = re.compile(r"\b(dkim|dmarc)\s*=\s*(\w+)", re.IGNORECASE)


class Unreadable(Exception):  # noqa: N818 - no fault of ours: a mail that is no reply
    """Why a mail cannot be read as a reply."""


def read_reply(raw: bytes, own_server: str = "") -> Reply:
    """The reply in a mail; Unreadable if there is none.

    `own_server` is the name under which our own mail server writes Authentication-Results (RFC 8601); what others
    wrote there is not believed.
    """
    if len(raw) > LARGEST_MAIL:
        raise Unreadable("it is too large")
    try:
        message: Any = email.message_from_bytes(raw, EmailMessage, policy=email.policy.default)
        part = calendar_part(message)
        body = bytes(part.get_payload(decode=True) or b"")
        if len(body) > LARGEST_OBJECT:
            raise Unreadable("its calendar object is too large")
        return reply_of(message, part, body, own_server)
    except Unreadable:
        raise
    except Exception as fault:  # the libraries raise whatever a hostile mail makes them stumble over
        raise Unreadable("it is broken") from fault


def calendar_part(message: Any) -> Any:
    """The part that carries the answer."""
    for part in message.walk():
        if part.get_content_type() in {"text/calendar", "application/ics"}:
            return part
    raise Unreadable("there is no calendar object in it")


def reply_of(message: Any, part: Any, body: bytes, own_server: str) -> Reply:
    """The reply that a part carries."""
    if body.count(b"BEGIN:VEVENT") != 1:
        raise Unreadable("it is not about one meeting")
    calendar: Any = Calendar.from_ical(with_own_zones(body))
    event: Any = next(iter(calendar.walk("VEVENT")))
    if any(name in event for name in ("RRULE", "RDATE", "RECURRENCE-ID")):
        raise Unreadable("it is about a series, and there are none here")
    method = str(calendar.get("METHOD", "")).strip().upper()
    said = part.get_param("method")
    return Reply(
        message_id=clean(str(message.get("Message-ID", ""))).strip()[:200],
        sender=address_in(str(message.get("From", ""))),
        method=method,
        method_of_part=str(said).upper()
        if said
        else (method if part.get_content_type() != "text/calendar" else ""),
        uid=str(event.get("UID", ""))[:100],
        sequence=int(event.get("SEQUENCE", 0)),
        stamp=stamp_of(event),
        attendees=tuple(attendees(event)),
        comment=comment_of(event),
        automatic=is_automatic(message),
        proved=proof(message, own_server),
    )


def address_in(head: str) -> str:
    """The one address of a head, lower-cased; "" for none or several."""
    found = [address for _, address in getaddresses([head]) if address]
    return found[0].lower() if len(found) == 1 else ""


def stamp_of(event: Any) -> datetime | None:
    """When the answer was given (UTC), as it says."""
    when = event["DTSTAMP"].dt if "DTSTAMP" in event else None
    return when.astimezone(UTC) if isinstance(when, datetime) and when.tzinfo else None


def attendees(event: Any) -> list[tuple[str, str]]:
    """Those who answer: (address lower-cased, what they say)."""
    values = event.get("ATTENDEE", [])
    found = []
    for each in values if isinstance(values, list) else [values]:
        address = re.sub(r"^mailto:", "", str(each).strip(), flags=re.IGNORECASE).lower()
        found.append((address, str(each.params.get("PARTSTAT", "NEEDS-ACTION")).upper()))
    return found


def comment_of(event: Any) -> str:
    """A word that came with it, as plain text."""
    value = event.get("COMMENT", "")
    value = value[0] if isinstance(value, list) and value else value
    return clean(str(value or ""))[:LONGEST_COMMENT].strip()


def is_automatic(message: Any) -> bool:
    """True for what machines and lists send (RFC 3834): nobody answered there."""
    auto = str(message.get("Auto-Submitted", "no")).strip().lower()
    bounce = message.get_content_type() == "multipart/report" or not address_in(str(message.get("From", "")))
    return auto not in {"no", ""} or bounce or "List-Id" in message


def proof(message: Any, own_server: str) -> bool | None:
    """What our own mail server says of the sender: the first of its results counts, those of others do not."""
    if not own_server:
        return None
    for head in message.get_all("Authentication-Results", []):
        server, _, results = str(head).partition(";")
        if server.strip().split(" ")[0].lower() == own_server.lower():
            found = {kind.lower(): word.lower() for kind, word in RESULT.findall(results)}
            best = found.get("dmarc", found.get("dkim"))
            return None if best is None else bool(best == "pass")
    return None
