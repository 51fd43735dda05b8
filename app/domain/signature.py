"""Signatures of papers: who may be asked for one, and what is said of those that a file carries."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

NONE = "It carries no signature."
MOST = 10
"""Signatures of one file that are looked at."""


class CannotSign(Exception):
    """The house's key signs nothing now; the message is a sentence for whoever wanted to release a paper."""


class Signer(Protocol):
    """Whoever signs what is released."""

    def name(self, at: datetime) -> str:
        """In whose name it signs at that moment; raises CannotSign."""

    def signed(self, pdf: bytes, at: datetime) -> bytes:
        """The same file with a signature added behind its end; raises CannotSign."""


@dataclass(frozen=True)
class Signature:
    """A signature that a file carries. `by` and `issuer` are names that its certificate claims.

    `intact` is whether what was signed is what is there, `whole` whether that is the whole file. Without a
    certificate that can be read `by` is empty.
    """

    by: str = ""
    issuer: str = ""
    intact: bool = False
    whole: bool = False


def said_of_all(signatures: tuple[Signature, ...]) -> tuple[str, ...]:
    """What is said of the signatures of a file, a sentence or two of each."""
    return tuple(said_of(each) for each in signatures) or (NONE,)


def said_of(signature: Signature) -> str:
    """Who signed, whether it holds, and what was not asked."""
    if not signature.by:
        return "It carries a signature that cannot be read."
    if not signature.intact:
        return f"It carries a signature of “{signature.by}” that is broken: the file was changed after it was signed."
    issuer = "by itself" if signature.issuer == signature.by else f"by “{signature.issuer}”"
    trust = f"Its certificate was issued {issuer}; whether that is to be trusted is not looked up here."
    if not signature.whole:
        return f"Signed by “{signature.by}”, and something was added to the file after it was signed. {trust}"
    return f"Signed by “{signature.by}”; the signature covers the whole file and is intact. {trust}"
