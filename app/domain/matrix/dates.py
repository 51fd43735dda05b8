"""Dates in the styles of several countries, said in English for the one reading of dates."""

import re
from collections.abc import Iterable

from app.domain.matrix.columns import plain_heading
from app.domain.reading.foreign_dates import FRENCH, GERMAN

MONTHS = {
    **{plain_heading(name): number for number, name in enumerate(GERMAN, 1)},
    **{plain_heading(name): number for number, name in enumerate(FRENCH, 1)},
}
ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

NUMBERED = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{2}|\d{4})(?:\s+00:00(?::00)?)?")
NAMED = re.compile(
    r"(?:(?P<before>.*?)\s*)(?P<day>\d{1,2})?(?:\.|er)?\s*(?P<month>[^\W\d_]+)\.?\s+(?P<year>\d{4})"
)
QUARTER = re.compile(
    r"(?:(?P<one>[1-4])\.\s*quartal|[tq](?P<two>[1-4])|(?P<three>[1-4])(?:er|e|eme)\s*trimestre)[\s/-]*(?P<year>\d{4})"
)
HALF = re.compile(
    r"(?:(?P<one>[12])\.\s*halbjahr|[sh](?P<two>[12])|(?P<three>[12])(?:er|e|eme)\s*semestre)[\s/-]*(?P<year>\d{4})"
)
ENDS = ("ende", "fin", "d'ici fin", "bis ende", "a la fin de", "fin de", "end of")
BEFORE = frozenset(
    {
        "",
        "bis",
        "bis zum",
        "avant le",
        "avant",
        "d'ici le",
        "d'ici",
        "spatestens",
        "am",
        "le",
        "im",
        "en",
        "au plus tard le",
    }
)


def month_first(cells: Iterable[str]) -> bool:
    """True if a column writes its dates as Americans do: somewhere the second number is too large for a month."""
    found = [NUMBERED.fullmatch(cell.strip()) for cell in cells]
    slashed = [(int(one[1]), int(one[3])) for one in found if one and one[2] == "/"]
    return any(second > 12 for _, second in slashed) and all(first <= 12 for first, _ in slashed)


def date_words(cell: str, american: bool = False) -> str:
    """A date in English words that the one reading of dates understands; anything else as it stands.

    `american`: in 3/12/2026 the month comes first. Two figures of a year are of this century.
    """
    text = " ".join(cell.split())
    if found := NUMBERED.fullmatch(text):
        first, mark, second, year = found.groups()
        year = f"20{year}" if len(year) == 2 else year
        if american and mark == "/":
            first, second = second, first
        return f"{first}/{second}/{year}"
    plain = plain_heading_of_date(text)
    if found := QUARTER.search(plain):
        return f"{end_before(plain, found)}Q{next(g for g in found.groups()[:3] if g)} {found['year']}"
    if found := HALF.search(plain):
        return f"{end_before(plain, found)}H{next(g for g in found.groups()[:3] if g)} {found['year']}"
    if (found := NAMED.fullmatch(plain)) and found["month"] in MONTHS:
        month = ENGLISH[MONTHS[found["month"]] - 1]
        before = (found["before"] or "").strip()
        if found["day"]:
            return f"{found['day']} {month} {found['year']}" if before in BEFORE else text
        if before in ENDS:
            return f"end of {month} {found['year']}"
        return f"{month} {found['year']}" if before in BEFORE else text
    if found := re.fullmatch(r"(?P<before>.*?)\s*(?P<year>20\d\d)", plain):
        return f"end of {found['year']}" if found["before"] in ENDS else text
    return text


def plain_heading_of_date(text: str) -> str:
    """A date without case and accents; its dots stay."""
    return " ".join(plain_heading(part) + ("." if part.endswith(".") else "") for part in text.split())


def end_before(plain: str, found: re.Match[str]) -> str:
    """“end of ” if the words before a quarter or a half say so."""
    return "end of " if plain[: found.start()].strip() in ENDS else ""
