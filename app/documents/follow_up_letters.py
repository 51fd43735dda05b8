"""The letters about a follow-up: to its new owner, and to an owner whom a review nudges."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.letter import LetterKind


@dataclass(frozen=True)
class AboutFollowUp:
    """What a letter may say: `text` and what follows are empty where the marking may not travel by mail.

    `instead_of` is the owner on leave whose deputy reads it.
    """

    by: str
    address: str
    text: str = ""
    partner: str = ""
    due: str = ""
    word: str = ""
    marking: str = ""
    reader: str = ""
    instead_of: str = ""

    def read_by(self, reader: str, instead_of: str) -> "AboutFollowUp":
        """The same for this reader."""
        return replace(self, reader=reader, instead_of=instead_of)

    @property
    def whose(self) -> str:
        """Whose follow-up it is, as the reader is told."""
        return f"of {self.instead_of}’s, who is on leave," if self.instead_of else "of yours"


def facts_in(about: AboutFollowUp) -> str:
    """The follow-up itself, as far as it may be said in a letter."""
    if not about.text:
        return "What it says may not travel by mail; you find it here:"
    lines = [f"    {about.text}", f"    With: {about.partner}", f"    When: {about.due}"]
    return "\n".join([*lines, "", "You find it here:"])


def whole(about: AboutFollowUp, begins: str) -> str:
    """The letter with its marking, the word that came with it, and the address."""
    said = f"{about.by} says: {about.word}\n\n" if about.word and about.text else ""
    marking = f"{about.marking}\n\n" if about.marking else ""
    return f"{marking}Dear {about.reader},\n\n{begins}\n\n{said}{facts_in(about)}\n{about.address}\n"


def assigned(about: AboutFollowUp) -> tuple[str, str]:
    """Subject and text of the letter to a new owner; the subject is safe on its own."""
    if about.instead_of:
        return f"A follow-up was given to {about.instead_of}, for whom you stand in", whole(
            about, f"{about.by} has given {about.instead_of}, who is on leave, a follow-up."
        )
    return "A follow-up is now yours", whole(about, f"{about.by} has given you a follow-up.")


def nudged(about: AboutFollowUp) -> tuple[str, str]:
    """Subject and text of the letter to an owner whom a review nudges."""
    return "A follow-up was looked at in the review", whole(
        about,
        f"{about.by} asks how a follow-up {about.whose} stands. A sentence on its page is enough.",
    )


def handed_over(reader: str, by: str, house: str) -> tuple[str, str]:
    """Subject and text of the one letter about everything that was handed over; it says nothing of what it is."""
    return "Follow-ups were handed over to you", (
        f"Dear {reader},\n\n{by} has handed follow-ups over to you.\n\nYou find them here:\n{house}/follow-ups\n"
    )


WORDING: dict[LetterKind, Callable[[AboutFollowUp], tuple[str, str]]] = {
    LetterKind.ASSIGNED: assigned,
    LetterKind.NUDGED: nudged,
}
