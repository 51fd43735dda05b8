"""The page of the review: five short lists of exceptions, what to ask partners about, and the minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import g, request

from app import queries, services
from app.domain.action import Action
from app.domain.review import SHOWN, Exceptional, Verdict, rule_of, title_of
from app.web.arguments import word

KEYS = (
    (Verdict.SEEN, "Seen", "s"),
    (Verdict.NUDGE, "Nudge", "u"),
    (Verdict.REASSIGN, "Reassign", "r"),
    (Verdict.SET_DATE, "Set a date", "d"),
    (Verdict.CLOSE, "Close", "c"),
    (Verdict.DROP, "Drop", "x"),
)
"""What may be decided on a row, its word, and the key that does it."""
AT_ONCE = frozenset({Verdict.SEEN, Verdict.NUDGE})
"""Verdicts that need no word: their buttons act where they stand, the others ask one question first."""


@dataclass(frozen=True)
class ShortList:
    """One list of exceptions: its rule in words, its first rows, how many there are, and where they all stand."""

    why: Exceptional
    title: str
    rule: str
    rows: Sequence[Any]
    total: int


class Looked:
    """Whose follow-ups are looked at, and the lists of them."""

    def __init__(self) -> None:
        self.desks = g.work.all(queries.officers.desks())
        self.officers = g.work.all(queries.officers.open_officers())
        self.desk = next((d for d in self.desks if d.ref == request.args.get("desk")), None)
        self.officer = next((o for o in self.officers if o.ref == request.args.get("officer")), None)
        self.only = word("list", set(Exceptional))
        self.since = services.review.day_began(g.work)
        self.whose = queries.follow_ups.whose(
            self.officer.id if self.officer else None, self.desk.id if self.desk else None
        )

    @property
    def chosen(self) -> dict[str, str]:
        """What stands in the address besides the page, for coming back to the same place."""
        found = {"desk": self.desk, "officer": self.officer}
        return {name: row.ref for name, row in found.items() if row} | (
            {"list": self.only} if self.only else {}
        )

    def question(self, why: Exceptional) -> Any:
        """The question for one list."""
        return queries.review.listed(
            why, g.work.today, g.now, since=self.since, whose=self.whose, rules=g.work.rules
        )

    def lists(self) -> list[ShortList]:
        """The five lists, each with its first rows."""
        counts = dict(g.work.rows(queries.review.counts(g.work.today, g.now, self.whose, g.work.rules)))
        return [
            ShortList(
                why,
                title_of(why, g.work.rules),
                rule_of(why, g.work.rules),
                g.work.all(self.question(why).limit(SHOWN)) if counts.get(why.value) else (),
                counts.get(why.value, 0),
            )
            for why in Exceptional
        ]

    def acts_on(self, row: Any) -> list[tuple[Verdict, str, str]]:
        """What the viewer may decide on a row: verdict, word and key."""
        if not g.work.may(Action.REVIEW_FOLLOW_UP, row):
            return []
        return [each for each in KEYS if each[0] is not Verdict.NUDGE or row.owner is not None]

    def is_reviewed(self, row: Any) -> bool:
        """True if it was decided on today."""
        return row.reviewed_at is not None and row.reviewed_at >= self.since


def way_back() -> dict[str, str]:
    """Desk, officer and list of the review from which a row was acted on."""
    names = ("desk", "officer", "list")
    return {name: request.args[name][:30] for name in names if request.args.get(name)}
