"""The letters about a follow-up: to its new owner, and to an owner whom a review nudges."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AboutFollowUp:
    """What a letter may say: `text` and `partner` are empty where the marking may not travel by mail."""

    owner: str
    by: str
    address: str
    text: str = ""
    partner: str = ""
    due: str = ""
    word: str = ""


def facts_in(about: AboutFollowUp) -> str:
    """The follow-up itself, as far as it may be said in a letter."""
    if not about.text:
        return "What it says may not travel by mail; you find it here:"
    lines = [f"    {about.text}", f"    With: {about.partner}", f"    By: {about.due or 'no date yet'}"]
    return "\n".join([*lines, "", "You find it here:"])


def closing(about: AboutFollowUp) -> str:
    """The word that came with it, and the address."""
    said = f"{about.by} says: {about.word}\n\n" if about.word and about.text else ""
    return f"{said}{facts_in(about)}\n{about.address}\n"


def assigned(about: AboutFollowUp) -> tuple[str, str]:
    """Subject and text of the letter to a new owner; the subject is safe on its own."""
    return "A follow-up is now yours", (
        f"Dear {about.owner},\n\n{about.by} has given you a follow-up.\n\n{closing(about)}"
    )


def nudged(about: AboutFollowUp) -> tuple[str, str]:
    """Subject and text of the letter to an owner whom a review nudges."""
    return "A follow-up of yours was looked at in the review", (
        f"Dear {about.owner},\n\n{about.by} asks how a follow-up of yours stands. A sentence on its page is enough.\n\n"
        f"{closing(about)}"
    )
