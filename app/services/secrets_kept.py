"""Passwords and secrets: made at random, kept only as hashes."""

import base64
import functools
import hashlib
import hmac
import secrets
from collections.abc import Sequence

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.domain.password import password_for

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""Argon2id with 19 MiB, two passes, one lane: the OWASP minimum, some 20 ms."""


@functools.cache
def nobodys_hash() -> str:
    """Checked when the account does not exist, so that the answer takes the same time."""
    return HASHER.hash(secrets.token_hex())


def hash_of(token: str) -> str:
    """What is kept of a secret: its SHA-256 in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_secret() -> str:
    """256 random bits, as they stand in a cookie or an address."""
    return secrets.token_urlsafe(32)


def matches(password_hash: str | None, password: str) -> bool:
    """True if the password fits; takes as long when there is no account."""
    nobodys = nobodys_hash()  # made at the first sign-in, whoever it is
    try:
        return HASHER.verify(password_hash or nobodys, password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def hashed(password: str, context: tuple[str, ...] = ()) -> str:
    """The hash of a new password; RuleBroken on `password` if it is too weak."""
    return HASHER.hash(password_for(password, context))


def sealed(key: str, words: str) -> str:
    """Words that cannot be made up or altered without the house's key; they can be read by anybody."""
    return f"{words}.{seal_of(key, words)}"


def unsealed(keys: Sequence[str], text: str) -> str | None:
    """The words under a seal of one of these keys; None if there is none or it is broken."""
    words, _, seal = text.rpartition(".")
    if any(key and hmac.compare_digest(seal_of(key, words).encode(), seal.encode()) for key in keys):
        return words
    return None


def seal_of(key: str, words: str) -> str:
    """A seal of 192 bits (HMAC with SHA-256), as it stands in an address."""
    found = hmac.digest(f"rapporteur seal {key}".encode(), words.encode(), "sha256")[:24]
    return base64.urlsafe_b64encode(found).decode()
