"""The forms of guests: who is to be invited, that writing outside the house is meant, and a guest's answer."""

from typing import Any

from wtforms import BooleanField

from app.domain.delegation import Side
from app.domain.guest import Answer, GuestFacts, read_guests
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Choices, Text

SIDES = [(Side.OURS.value, "Ours"), (Side.THEIRS.value, "Theirs"), (Side.OTHER.value, "Neither side")]
ANSWERS = [
    (Answer.ACCEPTED.value, "Yes, I shall be there"),
    (Answer.TENTATIVE.value, "Perhaps"),
    (Answer.DECLINED.value, "No, I cannot"),
]


class GuestsForm(Form):
    """People to put on the list: typed or pasted, or ticked among those whose addresses are known."""

    more = ("known", "optional")
    side = Choice("Side", choices=SIDES)
    known = Choices("Known here")
    people = Text(
        "Names and addresses",
        limit=20_000,
        description="One a line, as in a letter’s head: Tanaka Hiroshi <tanaka@mofa.example>",
    )
    optional = BooleanField("Their attendance is optional")

    def facts(self) -> list[GuestFacts]:
        """Who was said; RuleBroken on `people`."""
        said = "\n".join([*(self.known.data or []), self.people.data or ""])
        return [GuestFacts(each.name, each.email, bool(self.optional.data)) for each in read_guests(said)]


class SendForm(Form):
    """That the letters, as they were looked at, are to leave."""

    keeps_drafts = False
    outside = BooleanField("I mean to write outside our own house")


class AnswerForm(Form):
    """What a guest answers."""

    keeps_drafts = False
    answer = Choice("Your answer", choices=ANSWERS)
    word = Text("A word to the organiser", limit=1000)

    def said(self) -> tuple[Answer, str]:
        """The answer, and the word that came with it."""
        return Answer(self.answer.data), self.word.data or ""


def known_people(contacts: Any, officers: Any) -> list[tuple[str, str]]:
    """Addresses that are known here, each as it would be typed, with what is shown of it."""
    theirs = [(c.name, c.email, c.office or c.body) for c in contacts if c.email and not c.left]
    ours = [(o.name, o.email, "our desk") for o in officers]
    return [
        (f"{plain(name)} <{email}>", f"{name}, {said or email}") for name, email, said in (*theirs, *ours)
    ]


def plain(name: str) -> str:
    """A name that can stand before an address: without what divides there."""
    return "".join(" " if sign in '<>",;' else sign for sign in name).strip()
