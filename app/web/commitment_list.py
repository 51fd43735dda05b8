"""The list of commitments as its address asks for it: its filters, its words, its rows for a spreadsheet."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask import g, request

from app import queries, services
from app.domain.commitment import OwedBy
from app.domain.reference import TermKind
from app.domain.stated_date import full
from app.web.filters import counted
from app.web.narrowing import Narrowing, Word, since_review

WHOSE = {"": "All", "ours": "Ours", "theirs": "Theirs", "joint": "Joint", "other": "Others’"}
STATES = {"live": "Live", "ended": "Ended", "all": "All"}
WHEN = {"": "Any date", "past": "Past its date", "undated": "No date"}
CARRIED = ("", "often")
MOVED = {"": "Whenever it moved", "review": "Since the last review"}
ORDERS = {
    "oldest": "oldest first",
    "newest": "newest first",
    "due": "first due first",
    "partner": "by partner",
}
HEADER = (
    "Reference", "Partner", "Dialogue", "Sentence", "Source", "Owed by", "Who", "Moves first", "By when, as stated",
    "Working date", "Hangs on", "Strength", "Status", "Last word", "Carried", "Said on", "Topics", "Marking",
)  # fmt: skip


class CommitmentList:
    """What is asked for, and how to ask for something else."""

    orders = ORDERS

    def __init__(self) -> None:
        self.partners = g.work.all(queries.commitments.partners())
        self.topics = services.terms.labels(g.work, TermKind.TOPIC)
        self.narrowing = Narrowing(
            "commitments.index",
            {
                "whose": WHOSE,
                "state": STATES,
                "when": WHEN,
                "carried": CARRIED,
                "partner": [partner.ref for partner in self.partners],
                "topic": self.topics,
                "moved": MOVED,
                "order": ORDERS,
            },
            {"state": "live", "order": "oldest"},
        )
        chosen = self.narrowing
        self.last_review = services.review.last_time(g.work)
        self.asked = queries.commitments.Asked(
            today=g.work.today,
            owed_by=chosen["whose"],
            state="" if chosen["state"] == "all" else chosen["state"],
            partner_ref=chosen["partner"],
            dialogue_ref=request.args.get("dialogue", "")[:16],
            topic=chosen["topic"],
            past=chosen["when"] == "past",
            undated=chosen["when"] == "undated",
            carried=g.work.rules.carried_times if chosen["carried"] else 0,
            since=self.last_review if chosen["moved"] else None,
        )

    @property
    def often(self) -> str:
        """So often carried over that it is one for the head of desk, in words."""
        return f"{counted(g.work.rules.carried_times, 'time')} or more"

    @property
    def question(self) -> Any:
        """The question for its rows."""
        return queries.commitments.listed(self.asked, self.narrowing["order"])

    def groups(self) -> list[tuple[str, list[Word]]]:
        """The filters as words that one clicks; the first says how many are whose."""
        counts = {str(whose): many for whose, many in g.work.rows(queries.commitments.how_many(self.asked))}
        counts[""] = sum(counts.values())
        chosen = self.narrowing
        return [
            (
                "Whose",
                [
                    chosen.choice(label, "whose", value, counts.get(value, 0))
                    for value, label in WHOSE.items()
                ],
            ),
            ("State", chosen.group("state", STATES)),
            ("Date", chosen.group("when", WHEN)),
            (
                "Carried over",
                chosen.group("carried", {"": "However often", "often": self.often.capitalize()}),
            ),
            ("Moved", chosen.group("moved", MOVED)),
        ]

    def words(self) -> str:
        """What the list shows, in words: ours, live, with Japan, oldest first."""
        chosen = self.narrowing
        partner = next((p.short_name for p in self.partners if p.ref == chosen["partner"]), "")
        said = [
            WHOSE[chosen["whose"]].lower() if chosen["whose"] else "",
            {"live": "live", "ended": "ended"}.get(chosen["state"], "live and ended"),
            WHEN[chosen["when"]].lower() if chosen["when"] else "",
            f"carried {self.often}" if chosen["carried"] else "",
            since_review(self.last_review) if chosen["moved"] else "",
            f"with {partner}" if partner else "",
            f"on {self.topics[chosen['topic']].lower()}" if chosen["topic"] else "",
            ORDERS[chosen["order"]],
        ]
        return ", ".join(word for word in said if word)

    def spreadsheet(self, rows: Sequence[Any]) -> Iterator[tuple[object, ...]]:
        """The rows for a spreadsheet, each with its marking in words."""
        for row in rows:
            last = row.moves[-1].word if row.moves else ""
            yield (
                row.ref, row.dialogue.partner.short_name, row.dialogue.name, row.sentence, row.source,
                WHOSE[row.owed_by], row.owed_by_name, row.first_mover, row.due_stated, row.due, row.hangs_on,
                row.strength, row.status, last, row.times_carried, full(row.agreed_on) if row.agreed_on else "",
                "; ".join(self.topics.get(code, code) for code in row.topics),
                g.work.scheme.of(row.marking).label,
            )  # fmt: skip


def owed_by_in_address() -> str:
    """Whose promise a new one is, where the address says it."""
    asked = request.args.get("owed_by", "")
    return asked if asked in set(OwedBy) else OwedBy.OURS.value
