"""The list of follow-ups as its address asks for it: its filters, its words, its rows for a spreadsheet."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask import g

from app import queries, services
from app.domain.follow_up import FollowUpStatus
from app.web.narrowing import Narrowing, Word, since_review

WHOSE = {"mine": "Mine", "desk": "My desk’s", "all": "All", "nobody": "Nobody’s"}
STATES = {
    "live": "Live",
    **{status.value: status.value.capitalize() for status in FollowUpStatus},
    "all": "All",
}
WHEN = {"": "Any date", "overdue": "Overdue"}
MOVED = {"": "Whenever it moved", "review": "Since the last review"}
ORDERS = {
    "due": "first due first",
    "oldest": "oldest first",
    "partner": "by partner",
    "moved": "last moved first",
}
HEADER = (
    "Reference", "Partner", "Dialogue", "Follow-up", "Owner", "Unit", "By when, as stated", "Date", "Status",
    "Waiting since", "Serves", "Last moved", "Last reviewed", "Marking",
)  # fmt: skip


class FollowUpList:
    """What is asked for, and how to ask for something else."""

    orders = ORDERS

    def __init__(self) -> None:
        viewer = g.work.viewer
        self.partners = g.work.all(queries.commitments.partners())
        whose = {key: label for key, label in WHOSE.items() if key != "desk" or viewer.desk_id is not None}
        self.whose = whose
        self.narrowing = Narrowing(
            "follow_ups.index",
            {
                "whose": whose,
                "state": STATES,
                "when": WHEN,
                "partner": [partner.ref for partner in self.partners],
                "moved": MOVED,
                "order": ORDERS,
            },
            {"whose": "mine", "state": "live", "order": "due"},
        )
        chosen = self.narrowing
        self.last_review = services.review.last_time(g.work)
        self.asked = queries.follow_ups.Asked(
            today=g.work.today,
            owner_id=viewer.officer_id if chosen["whose"] == "mine" else None,
            desk_id=viewer.desk_id if chosen["whose"] == "desk" else None,
            state="" if chosen["state"] == "all" else chosen["state"],
            partner_ref=chosen["partner"],
            overdue=chosen["when"] == "overdue",
            unowned=chosen["whose"] == "nobody",
            since=self.last_review if chosen["moved"] else None,
        )

    @property
    def question(self) -> Any:
        """The question for its rows."""
        return queries.follow_ups.listed(self.asked, self.narrowing["order"])

    def groups(self) -> list[tuple[str, list[Word]]]:
        """The filters as words that one clicks."""
        chosen = self.narrowing
        return [
            ("Whose", chosen.group("whose", self.whose)),
            ("Status", chosen.group("state", STATES)),
            ("Date", chosen.group("when", WHEN)),
            ("Moved", chosen.group("moved", MOVED)),
        ]

    def words(self) -> str:
        """What the list shows, in words: mine, live, with Japan, first due first."""
        chosen = self.narrowing
        partner = next((p.short_name for p in self.partners if p.ref == chosen["partner"]), "")
        said = [
            {"mine": "mine", "desk": "my desk’s", "nobody": "nobody’s"}.get(chosen["whose"], "everybody’s"),
            "whatever their status" if chosen["state"] == "all" else chosen["state"],
            "overdue" if chosen["when"] else "",
            since_review(self.last_review) if chosen["moved"] else "",
            f"with {partner}" if partner else "",
            ORDERS[chosen["order"]],
        ]
        return ", ".join(word for word in said if word)

    def spreadsheet(self, rows: Sequence[Any]) -> Iterator[tuple[object, ...]]:
        """The rows for a spreadsheet, each with its marking in words."""
        for row in rows:
            yield (
                row.ref, row.dialogue.partner.short_name, row.dialogue.name, row.text,
                row.owner.name if row.owner else "", row.owner_unit, row.due_stated, row.due, row.status,
                row.waiting_since, row.commitment.sentence if row.commitment else "", row.moved_at.date(),
                row.reviewed_at.date() if row.reviewed_at else "", g.work.scheme.of(row.marking).label,
            )  # fmt: skip
