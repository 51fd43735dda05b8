"""The list of dialogues as its address asks for it: its filters, its rows for a spreadsheet."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask import g, url_for

from app import queries, services
from app.domain.dialogue import DialogueKind, DialogueStatus
from app.web.arguments import phrase, word

HEADER = (
    "Reference", "Partner", "Dialogue", "Their name", "Kind", "Track", "Status", "Cadence, as stated", "Rhythm", "Why",
    "Last round", "Next round", "Lead desk", "Lead officer", "Framework", "Marking",
)  # fmt: skip
KINDS = {"": "All", "dialogue": "Our dialogues", "contacts": "Contacts", "observed": "Others’, observed"}


class DialogueList:
    """What is asked for, and how to ask for something else."""

    def __init__(self) -> None:
        self.chosen = {
            "status": word("status", set(DialogueStatus)),
            "kind": word("kind", set(DialogueKind)),
            "desk": word("desk", ("mine",)),
            "sort": word("sort", ("last",)),
            "q": phrase("q", 100),
        }

    @property
    def question(self) -> Any:
        """The question for its rows."""
        chosen = self.chosen
        return queries.dialogues.listed(
            status=DialogueStatus(chosen["status"]) if chosen["status"] else None,
            kind=DialogueKind(chosen["kind"]) if chosen["kind"] else None,
            desk_id=g.work.viewer.desk_id if chosen["desk"] else None,
            words=chosen["q"],
            sort=chosen["sort"] or "name",
        )

    def address(self, endpoint: str = "dialogues.index", **instead: str) -> str:
        """The address of the list as it is, or with something else chosen."""
        asked: dict[str, Any] = {name: each for name, each in {**self.chosen, **instead}.items() if each}
        return url_for(endpoint, **asked)

    def groups(self) -> list[tuple[str, list[tuple[str, str, bool, None]]]]:
        """The filters as words that one clicks."""
        statuses = {"": "Any", **{status.value: status.capitalize() for status in DialogueStatus}}
        return [
            ("Kind", self.words("kind", KINDS)),
            ("Status", self.words("status", statuses)),
            ("Desk", self.words("desk", {"": "All", "mine": "Mine"})),
            ("Order", self.words("sort", {"": "By partner", "last": "Latest round first"})),
        ]

    def words(self, name: str, labels: dict[str, str]) -> list[tuple[str, str, bool, None]]:
        """The words under one name."""
        return [
            (label, self.address(**{name: value}), self.chosen[name] == value, None)
            for value, label in labels.items()
        ]

    def spreadsheet(self, dialogues: Sequence[Any]) -> Iterator[tuple[object, ...]]:
        """The rows for a spreadsheet, each with its marking in words."""
        rhythms = services.rhythm.of_dialogues(g.work, dialogues)
        for each in dialogues:
            found = rhythms[each.id]
            yield (
                each.ref, each.partner.short_name, each.name, each.their_name, each.kind, each.track, each.status,
                each.cadence_stated, found.pulse.rhythm, found.pulse.rule, found.last.words if found.last else "",
                found.next.words if found.next else "", each.lead_desk.name if each.lead_desk else "",
                each.lead_officer.name if each.lead_officer else "", each.framework,
                g.work.scheme.of(each.marking).label,
            )  # fmt: skip
