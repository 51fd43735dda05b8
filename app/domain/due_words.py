"""By when something is to be done, as a sentence goes on: “by 3 December 2026”, “within a month”, “no date”."""

from datetime import date

from app.domain.stated_date import full

ON_THEIR_OWN = frozenset(
    {
        "after", "ahead", "as", "at", "before", "by", "during", "each", "ends", "every", "following", "from", "in",
        "immediately", "no", "not", "on", "ongoing", "once", "over", "prior", "regularly", "shortly", "soon", "through",
        "till", "throughout", "under", "until", "upon", "when", "with", "within",
    }
)  # fmt: skip
"""First words that need no “by” before them."""


def by_when(stated: str, day: date | None = None, hangs_on: str = "") -> str:
    """The words in which it was stated; without any the day, or the event that it hangs on."""
    said = stated.strip() or (full(day) if day is not None else hangs_on.strip())
    if not said:
        return "no date"
    first = said.split()[0].lower().strip(",.")
    return said if first in ON_THEIR_OWN else f"by {said}"
