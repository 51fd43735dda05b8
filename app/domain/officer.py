"""An officer's facts, and what an e-mail address must look like."""

from dataclasses import dataclass

from app.domain.access import Role
from app.domain.errors import RuleBroken


@dataclass(frozen=True)
class OfficerFacts:
    """What is said of an officer when admitted or changed; `clearance` is a rank of the scheme."""

    name: str
    email: str
    role: Role
    desk_ref: str
    clearance: int


def check_address(email: str) -> str:
    """The address, if it can be one: something, an @, a dotted name; RuleBroken on `email` otherwise."""
    local, at, host = email.strip().rpartition("@")
    if not (local and at and "." in host.strip(".") and not any(c.isspace() for c in email.strip())):
        raise RuleBroken("email", "This is not an e-mail address; one looks like name@ministry.example.")
    return email.strip()
