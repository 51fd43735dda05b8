"""What an act changed of a round or meeting, in words for its history."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LABELS = {
    "number": "Number", "title": "Title", "stated": "Date", "standing": "Standing", "starts_wall": "Begins",
    "ends_wall": "Ends", "zone": "Time zone", "city": "City", "place": "Place", "format": "Format", "level": "Level",
    "kind": "Kind", "marking": "Marking", "chatham_house": "Chatham House Rule", "link": "Link",
    "next_round_stated": "Said of the next round", "summary": "Summary", "note": "Note",
}  # fmt: skip
"""The columns that a reader of the history understands; dates and instants follow from these."""
LONG = frozenset({"summary", "note"})


@dataclass(frozen=True)
class Changed:
    """One field before and after, in words; both are empty for a long text, of which only the change is said."""

    label: str
    before: str = ""
    after: str = ""


def changes_said(
    columns: Mapping[str, Sequence[Any]], marking_label: Callable[[int], str]
) -> tuple[Changed, ...]:
    """The changed columns ([before, after] as the audit log keeps them) in the order of the sheet."""
    said = []
    for name, label in LABELS.items():
        if name not in columns:
            continue
        before, after = columns[name]
        if name in LONG:
            said.append(Changed(label))
        elif name == "marking":
            said.append(Changed(label, *(marking_label(rank) for rank in (before, after))))
        else:
            said.append(Changed(label, in_words(before), in_words(after)))
    return tuple(said)


def in_words(value: Any) -> str:
    """A value of the log as a reader knows it: 2026-12-03T15:00:00 is 15:00, nothing is said to be nothing."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return text[11:16] if len(text) == 19 and text[10] == "T" else text
