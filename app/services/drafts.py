"""What was typed survives: drafts of open forms, forms that came after the sign-in ran out, forms sent twice."""

import hashlib
import json
from datetime import timedelta

from app import queries
from app.models.officer import Draft, Submission
from app.services.unit_of_work import UnitOfWork

A_MOMENT = timedelta(minutes=10)
LONGEST = 2_000_000
"""Characters of a draft; more than any form of ours takes."""


def hold(work: UnitOfWork, officer_id: int, path: str, body: str) -> None:
    """Keep what an officer typed into the form at this path, in place of what was kept before."""
    if len(body) > LONGEST:
        return
    found = work.find(queries.officers.draft(officer_id, path[:300]))
    if found is None:
        work.add(Draft(officer_id=officer_id, path=path[:300], body=body, kept_at=work.now))
    else:
        found.body, found.kept_at = body, work.now


def offered(work: UnitOfWork, path: str) -> Draft | None:
    """The viewer's own draft of the form at this path."""
    if work.viewer.officer_id is None:
        return None
    return work.find(queries.officers.draft(work.viewer.officer_id, path[:300]))


def discard(work: UnitOfWork, path: str) -> None:
    """Forget the viewer's draft of the form at this path."""
    found = offered(work, path)
    if found is not None:
        work.remove(found)


def pairs_of(draft: Draft) -> list[tuple[str, str]]:
    """The fields of a draft as (name, value), in order, repeated names included."""
    return [(str(name), str(value)) for name, value in json.loads(draft.body)]


def saved(work: UnitOfWork, once: str, path: str, body: str, location: str) -> None:
    """A form was saved: its key answers with the same address from now on, and its draft is done with."""
    work.add(
        Submission(
            officer_id=work.viewer.officer_id,
            once=once,
            path=path[:300],
            digest=digest_of(body),
            location=location[:500],
            made_at=work.now,
        )
    )
    discard(work, path)


def answered(work: UnitOfWork, once: str) -> str:
    """Where the answer stands to a form that the viewer saved under this key, empty if they did not."""
    officer_id = work.viewer.officer_id
    before = (
        work.find(queries.officers.submission(officer_id, once)) if officer_id is not None and once else None
    )
    return before.location if before is not None else ""


def just_saved(work: UnitOfWork, path: str, body: str | None = None) -> Submission | None:
    """What the viewer saved from this form a moment ago (with these very words): the back button leads here again."""
    if work.viewer.officer_id is None:
        return None
    digest = digest_of(body) if body is not None else ""
    since = work.now - A_MOMENT
    return work.find(queries.officers.last_saved(work.viewer.officer_id, path[:300], since, digest))


def digest_of(body: str) -> str:
    """What was sent, as a short mark."""
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
