"""The list of guests as a page shows it: what each was told, what became of the letter, what they answered."""

from dataclasses import dataclass
from typing import Any

from flask import g

from app import queries
from app.domain.guest import Method
from app.domain.letter import LetterState


@dataclass(frozen=True)
class GuestRow:
    """One guest; `mark` is the sort of status that `told` is shown as."""

    guest: Any
    told: str
    mark: str
    trouble: str
    waits: bool


def rows_of(sitting: Any) -> list[GuestRow]:
    """The guests of a round or meeting, in two questions however many there are."""
    guests = g.work.all(queries.guests.of_sitting(sitting))
    last: dict[int, Any] = {}
    if guests:
        for letter in g.work.all(queries.guests.letters_to([guest.id for guest in guests])):
            last[letter.guest_id] = letter
    return [row_of(guest, last.get(guest.id)) for guest in guests]


def row_of(guest: Any, letter: Any) -> GuestRow:
    """What is said of one guest and of the last letter to them."""
    if letter is None:
        return GuestRow(guest, "not invited yet", "plain", "", True)
    message, called_off = letter.message, letter.method is Method.CANCEL
    what = "cancellation" if called_off else "invitation"
    if message.state is LetterState.SENT:
        return GuestRow(guest, f"{what} sent", "plain" if called_off else "kept", "", called_off)
    if message.state is LetterState.SET_ASIDE:
        return GuestRow(guest, f"{what} could not be delivered", "late", message.trouble, called_off)
    if message.state is LetterState.NOT_NEEDED:
        return GuestRow(guest, "not invited yet" if called_off else what, "plain", "", called_off)
    trouble = f"Tried {message.tries} times. {message.trouble}" if message.trouble else ""
    return GuestRow(guest, f"{what} on its way", "soon", trouble, called_off)
