"""Who comes in: passwords, sign-ins that can end at once, and the viewer that an officer is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from app import queries
from app.domain.access import NOBODY, OFFICE, OFFICE_DIALOGUE, Role, Viewer
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken
from app.domain.text import key_of
from app.models.feed import Feed
from app.models.officer import Officer, SignedIn
from app.services.knocking import Knock, come_in, count_knock, knows_no_link, let_through
from app.services.secrets_kept import HASHER, hash_of, matches, new_secret, unsealed
from app.services.unit_of_work import UnitOfWork

WRONG = "The e-mail address and the password do not fit together."


def system_viewer() -> Viewer:
    """The command line's own eyes: it reads everything and is nobody's account."""
    return Viewer(officer_id=None, name="the system", sees_all=True)


def seeing_all(viewer: Viewer) -> Viewer:
    """The same person's work with the system's eyes: for what follows from their act and is not shown."""
    return replace(viewer, sees_all=True)


def viewer_of(work: UnitOfWork, officer: Officer) -> Viewer:
    """The viewer that an officer is at this moment: read in by name and, unless an administrator, by desk."""
    by_desk = officer.desk_id if officer.role is not Role.ADMINISTRATOR else None
    dialogues = set(work.all(queries.officers.dialogues_read_in(officer.id, by_desk)))
    if officer.role is Role.ADMINISTRATOR:
        dialogues.add(OFFICE_DIALOGUE)
    return Viewer(
        officer_id=officer.id,
        name=officer.name,
        role=officer.role,
        desk_id=officer.desk_id,
        clearance=officer.clearance,
        read_in=frozenset(dialogues),
    )


def sign_in(work: UnitOfWork, email: str, password: str, program: str) -> str:
    """The secret of a new sign-in; RuleBroken on `email` in the same words whatever was wrong.

    Each refusal counts against the account at this network address, and more loosely against each alone, and
    is kept although the work is not: whoever guesses waits longer each time, and nobody else for long.
    """
    key = key_of(email)[:254]
    who = Knock.at(work, key)
    let_through(work, who)
    officer = work.find(queries.officers.by_email_key(key))
    open_account = officer is not None and officer.closed_at is None
    if not matches(officer.password_hash if officer and open_account else None, password) or officer is None:
        count_knock(work, who)
        work.act(Action.SIGN_IN_REFUSED, on=OFFICE)
        work.keep()
        raise RuleBroken("email", WRONG)
    if officer.password_hash and HASHER.check_needs_rehash(officer.password_hash):
        officer.password_hash = HASHER.hash(password)
    come_in(work, who)
    return open_sign_in(work, officer, program)


def open_sign_in(work: UnitOfWork, officer: Officer, program: str) -> str:
    """The secret of a new sign-in for an officer who has proved who they are."""
    token = new_secret()
    work.become(viewer_of(work, officer))
    work.act(Action.SIGN_IN, on=OFFICE)
    work.add(
        SignedIn(
            token_hash=hash_of(token),
            officer_id=officer.id,
            opened_at=work.now,
            seen_at=work.now,
            program=program[:120],
        )
    )
    return token


def just_opened(work: UnitOfWork, token: str) -> SignedIn:
    """The sign-in that was opened a moment ago in this work."""
    return work.one(queries.officers.signed_in(hash_of(token)))


def resume(work: UnitOfWork, token: str, idle: timedelta, absolute: timedelta) -> SignedIn | None:
    """The sign-in that a cookie names, with its officer, if it still holds."""
    found = work.find(queries.officers.signed_in(hash_of(token)))
    if found is None or found.ended_at is not None or found.officer.closed_at is not None:
        return None
    if work.now - found.seen_at > idle or work.now - found.opened_at > absolute:
        return None
    return found


def officer_behind(work: UnitOfWork, token: str) -> int | None:
    """Whose sign-in a cookie named, even if it has run out: for keeping what they had typed."""
    found = work.find(queries.officers.signed_in(hash_of(token)))
    return None if found is None or found.ended_at is not None else found.officer_id


def touch(work: UnitOfWork, token: str) -> None:
    """Remember when somebody was last seen: a short work of its own, after the page."""
    found = work.find(queries.officers.signed_in(hash_of(token)))
    if found is not None:
        found.seen_at = work.now
    work.keep()


def sign_out(work: UnitOfWork, token: str) -> None:
    """End this sign-in, at once and on the server."""
    work.act(Action.SIGN_OUT, on=OFFICE)
    found = work.find(queries.officers.signed_in(hash_of(token)))
    if found is not None:
        found.ended_at = work.now


def end_all(work: UnitOfWork, officer_id: int, but: str | None = None) -> None:
    """End every sign-in of an officer, except perhaps the one in use (`but`: its secret)."""
    spare = hash_of(but) if but else None
    for signed_in in work.all(queries.officers.open_sign_ins(officer_id)):
        if signed_in.token_hash != spare:
            signed_in.ended_at = work.now


def viewer_of_feed(work: UnitOfWork, token: str) -> tuple[Viewer, Feed | None]:
    """The viewer that a feed's secret stands for, and the feed; NOBODY and None for a secret never issued.

    A feed has its owner's rights at this moment, as a reader, and never above its own ceiling.
    """
    feed = work.find(queries.feeds.by_token_hash(hash_of(token)))
    if feed is None:
        return NOBODY, None
    return viewer_through(work, feed) or NOBODY, feed


def viewer_through(work: UnitOfWork, feed: Feed) -> Viewer | None:
    """The viewer that a feed shows the record to; None once it has ended or its owner's account is closed."""
    if feed.revoked_at is not None or feed.officer.closed_at is not None:
        return None
    owner = viewer_of(work, feed.officer)
    return Viewer(
        officer_id=owner.officer_id,
        name=owner.name,
        role=Role.READER,
        clearance=min(owner.clearance, feed.ceiling),
        read_in=owner.read_in - {OFFICE_DIALOGUE},
    )


def is_guessing(work: UnitOfWork) -> bool:
    """True if too many links that were never given out are asked for from this network; the count is kept."""
    guessing = knows_no_link(work)
    work.keep()
    return guessing


def viewer_of_answer(work: UnitOfWork, keys: Sequence[str], token: str) -> tuple[Viewer, str, int]:
    """The viewer that the link of an invitation stands for, the guest's ref, and the revision that was asked about.

    It has eyes for that guest's dialogue and is used for that guest's page alone. Missing for a link that we did not
    seal with one of the keys.
    """
    dialogue_id, _, rest = (unsealed(keys, token) or "").partition("-")
    ref, _, revision = rest.partition("-")
    if not (dialogue_id.isdigit() and ref and revision.isdigit()):
        raise Missing
    highest = work.scheme.markings[-1].rank
    return (
        Viewer(None, "a guest", clearance=highest, read_in=frozenset({int(dialogue_id)})),
        ref,
        int(revision),
    )
