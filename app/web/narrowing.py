"""A list as its address asks for it: the words that narrow it, and the addresses of the other choices."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from flask import url_for

from app.domain.stated_date import full
from app.web.arguments import word

Word = tuple[str, str, bool, int | None]
"""A word that one clicks: label, address, whether it is chosen, and how much there is (or None)."""


class Narrowing:
    """What is chosen under each name; an unknown word in the address is as if it were not there."""

    def __init__(
        self, endpoint: str, allowed: Mapping[str, Iterable[str]], defaults: Mapping[str, str] | None = None
    ) -> None:
        self.endpoint = endpoint
        self.kept: dict[str, str] = {}
        """What else stands in the address and stays there: days, which are no words to choose among."""
        self.defaults = dict(defaults or {})
        self.chosen = {
            name: word(name, set(values), self.defaults.get(name, "")) for name, values in allowed.items()
        }

    def __getitem__(self, name: str) -> str:
        return self.chosen[name]

    def asked(self, **changes: str) -> dict[str, str]:
        """What stands in the address with these changes: whatever is not as it would be anyway."""
        wanted = {**self.chosen, **changes}
        found = {name: value for name, value in wanted.items() if value != self.defaults.get(name, "")}
        return {**{name: day for name, day in self.kept.items() if day and name not in changes}, **found}

    def address(self, endpoint: str = "", **changes: str) -> str:
        """The address of the list with these changes, on its first page."""
        return url_for(endpoint or self.endpoint, **self.asked(**changes))  # type: ignore[arg-type]

    def choice(self, label: str, name: str, value: str, count: int | None = None) -> Word:
        """One word that narrows the list."""
        return label, self.address(**{name: value}), self.chosen[name] == value, count

    def group(self, name: str, words: Mapping[str, str]) -> list[Word]:
        """The words under one name, from value to label."""
        return [self.choice(label, name, value) for value, label in words.items()]

    def column(self, label: str, kind: str, order: str) -> tuple[str, str, str, str]:
        """The head of a column by which the list can be put in order."""
        sorted_so = "ascending" if self.chosen["order"] == order else ""
        return label, kind, self.address(order=order), sorted_so


def since_review(last: datetime | None) -> str:
    """From when on something moved, in words; without a review before today everything did."""
    if last is None:
        return "since the last review: there was none before today"
    return f"moved since the last review, {full(last.date())}"
