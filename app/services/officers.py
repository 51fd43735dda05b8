"""Officers and desks: who is admitted, what they become, when they leave."""

from collections.abc import Sequence
from datetime import time, timedelta

from app import queries
from app.domain.access import OFFICE, Role
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken
from app.domain.officer import OfficerFacts, check_address
from app.domain.text import key_of
from app.models.office import Desk
from app.models.officer import Officer
from app.services.secrets_kept import hash_of, hashed, matches, new_secret
from app.services.sign_in import end_all, open_sign_in
from app.services.unit_of_work import UnitOfWork

INVITATION_LASTS = timedelta(days=7)


def open_desk(work: UnitOfWork, name: str) -> Desk:
    """Open a desk; RuleBroken on `name` if there is one of that name."""
    work.act(Action.OPEN_DESK, on=OFFICE)
    if any(key_of(desk.name) == key_of(name) for desk in work.all(queries.officers.desks())):
        raise RuleBroken("name", "There is a desk of this name.")
    return work.add(Desk(name=name))


def rename_desk(work: UnitOfWork, ref: str, name: str, seen_version: int | None) -> Desk:
    """Give a desk another name."""
    desk = work.one(queries.officers.desk_by_ref(ref))
    work.act(Action.CHANGE_DESK, on=OFFICE)
    work.unchanged(desk, seen_version)
    desk.name = name
    work.flush()
    return desk


def admit(work: UnitOfWork, facts: OfficerFacts) -> tuple[Officer, str]:
    """Admit an officer; the officer and the secret of the invitation, which is shown once.

    Raises RuleBroken on `email` if the address is taken or no address, on `desk` if the role needs one.
    """
    work.act(Action.ADMIT_OFFICER, on=OFFICE)
    key = key_of(check_address(facts.email))
    if work.find(queries.officers.by_email_key(key)) is not None:
        raise RuleBroken("email", "There is an account with this address.")
    secret = new_secret()
    officer = work.add(
        Officer(
            name=facts.name,
            email=facts.email,
            email_key=key,
            role=facts.role,
            desk_id=desk_id_of(work, facts),
            clearance=facts.clearance,
            invitation_hash=hash_of(secret),
            invited_until=work.now + INVITATION_LASTS,
        )
    )
    return officer, secret


def desk_id_of(work: UnitOfWork, facts: OfficerFacts) -> int | None:
    """The desk's number; a desk officer or head of desk needs one."""
    if not facts.desk_ref:
        if facts.role in {Role.DESK_OFFICER, Role.HEAD_OF_DESK}:
            raise RuleBroken("desk", f"A {facts.role} belongs to a desk.")
        return None
    return work.one(queries.officers.desk_by_ref(facts.desk_ref)).id


def change(work: UnitOfWork, ref: str, facts: OfficerFacts, seen_version: int | None) -> Officer:
    """Change an officer's name, address, role, desk or clearance; their sign-ins end at once.

    Nobody changes their own role, and one administrator remains (RuleBroken on `role`).
    """
    officer = work.one(queries.officers.by_ref(ref))
    work.act(Action.CHANGE_OFFICER, on=OFFICE)
    work.unchanged(officer, seen_version)
    key = key_of(check_address(facts.email))
    holder = work.find(queries.officers.by_email_key(key))
    if holder is not None and holder.id != officer.id:
        raise RuleBroken("email", "There is an account with this address.")
    rights_change = (facts.role, facts.clearance) != (officer.role, officer.clearance)
    if rights_change and officer.id == work.viewer.officer_id:
        raise RuleBroken("role", "Nobody changes their own role or clearance. Ask another administrator.")
    if officer.role is Role.ADMINISTRATOR and facts.role is not Role.ADMINISTRATOR:
        one_administrator_remains(work, officer)
    officer.name, officer.email, officer.email_key = facts.name, facts.email, key
    officer.role, officer.clearance, officer.desk_id = facts.role, facts.clearance, desk_id_of(work, facts)
    work.flush()
    if officer.id != work.viewer.officer_id:
        end_all(work, officer.id)
    return officer


def close(work: UnitOfWork, ref: str) -> Officer:
    """Close an account: every sign-in ends at once; what the officer did and owns stays."""
    officer = work.one(queries.officers.by_ref(ref))
    work.act(Action.CLOSE_OFFICER, on=OFFICE)
    if officer.id == work.viewer.officer_id:
        raise RuleBroken("account", "Nobody closes their own account. Ask another administrator.")
    one_administrator_remains(work, officer)
    officer.closed_at, officer.invitation_hash = work.now, None
    end_all(work, officer.id)
    for kept in work.all(queries.feeds.copies_of_officer(officer.id)):
        work.remove(kept)  # an ended link answers from nothing that was kept
    return officer


def invite_again(work: UnitOfWork, ref: str) -> str:
    """A new invitation, also for somebody who forgot the password; the old password and sign-ins end with it."""
    officer = work.one(queries.officers.by_ref(ref))
    work.act(Action.CHANGE_OFFICER, on=OFFICE, word="a new invitation was made")
    secret = new_secret()
    officer.invitation_hash, officer.invited_until = hash_of(secret), work.now + INVITATION_LASTS
    officer.password_hash, officer.closed_at = None, None
    end_all(work, officer.id)
    return secret


def one_administrator_remains(work: UnitOfWork, leaving: Officer) -> None:
    """RuleBroken on `role` if the office would have no administrator left."""
    if leaving.role is Role.ADMINISTRATOR and len(work.all(queries.officers.open_administrators())) < 2:
        raise RuleBroken("role", "This is the last administrator. Admit another one first.")


def invited(work: UnitOfWork, secret: str) -> Officer:
    """Whom an invitation is for; Missing if it ran out, was used, or never was."""
    officer = work.find(queries.officers.by_invitation(hash_of(secret)))
    ran_out = officer is None or officer.invited_until is None or officer.invited_until < work.now
    if officer is None or ran_out or officer.closed_at is not None:
        raise Missing
    return officer


def accept(work: UnitOfWork, secret: str, password: str, program: str) -> str:
    """Choose the first password; the secret of the sign-in. The invitation does not work again."""
    officer = invited(work, secret)
    officer.password_hash = hashed(password, (officer.name, officer.email))
    officer.invitation_hash, officer.invited_until = None, None
    return open_sign_in(work, officer, program)


def change_password(work: UnitOfWork, old: str, new: str, token: str) -> None:
    """Another password for the viewer, who proves the old one; all their other sign-ins end."""
    officer = work.one(queries.officers.by_id(work.viewer.officer_id))
    if not matches(officer.password_hash, old):
        raise RuleBroken("old", "This is not your present password.")
    work.act(Action.CHANGE_ACCOUNT, on=OFFICE, word="password")
    officer.password_hash = hashed(new, (officer.name, officer.email))
    end_all(work, officer.id, but=token)


def change_account(
    work: UnitOfWork, *, name: str, zone: str, compact: bool, seen_version: int | None
) -> None:
    """The viewer's own name, time zone and density of tables."""
    officer = work.one(queries.officers.by_id(work.viewer.officer_id))
    work.act(Action.CHANGE_ACCOUNT, on=OFFICE)
    work.unchanged(officer, seen_version)
    officer.name, officer.zone, officer.compact = name, zone, compact
    work.flush()


def choose_digests(work: UnitOfWork, days: Sequence[int], at: time, seen_version: int | None) -> None:
    """On which weekdays (0 is Monday) and at which hour of theirs the viewer is told what waits for them.

    A head of desk chooses one day at least: what is escalated comes with the digest (RuleBroken on `days`).
    """
    officer = work.one(queries.officers.by_id(work.viewer.officer_id))
    work.act(Action.CHANGE_ACCOUNT, on=OFFICE, word="digests")
    work.unchanged(officer, seen_version)
    if officer.role is Role.HEAD_OF_DESK and not days:
        raise RuleBroken("days", "Choose at least one day: what is late for long at your desk comes with it.")
    officer.digest_days, officer.digest_at = sorted(set(days)), at
    work.flush()


def sign_out_everywhere(work: UnitOfWork) -> None:
    """End every sign-in of the viewer's."""
    work.act(Action.SIGN_OUT, on=OFFICE, word="everywhere")
    if work.viewer.officer_id is not None:
        end_all(work, work.viewer.officer_id)
