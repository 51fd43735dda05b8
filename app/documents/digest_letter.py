"""The digest as a letter: what is late first, each line with its page."""

import textwrap

from app.domain.digest import Digest, Line, Part
from app.domain.stated_date import full

WIDTH = 88
"""Columns of a line; an address is never broken."""
LONGEST = 300
"""Characters of a sentence before it is cut: its page has it whole."""


def worded(digest: Digest, house: str) -> tuple[str, str]:
    """Subject and text; the subject says how many there are and nothing of what they say."""
    number = sum(part.total for part in digest.parts)
    subject = f"Your digest: {number} {'matter' if number == 1 else 'matters'}"
    blocks = [
        *([digest.marking] if digest.marking else []),
        f"Dear {digest.officer},",
        f"this is what waits for you on {digest.day:%A} {full(digest.day)}.",
        *(in_words(part, house) for part in digest.parts),
        f"Your follow-ups: {house}/follow-ups",
        f"Digests come on {digest.days}, at {digest.at:%H:%M}, only if there is something to say.\n"
        f"Choose other days: {house}/account",
    ]
    return subject, "\n\n".join(blocks) + "\n"


def in_words(part: Part, house: str) -> str:
    """A part under its heading."""
    lines = [f"{part.heading} ({part.total})"]
    lines += [entry(line, house) for line in part.lines]
    more = part.total - part.kept_back - len(part.lines)
    if more:
        lines.append(f"  and {more} more")
    if part.kept_back:
        what = "one that" if part.kept_back == 1 else f"{part.kept_back} that"
        lines.append(f"  {'and ' if part.lines else ''}{what} may not travel by mail")
    return "\n".join(lines)


def entry(line: Line, house: str) -> str:
    """One line: the words, then how it stands, then its page."""
    text = textwrap.shorten(line.text, LONGEST, placeholder=" …")
    words = textwrap.fill(text, WIDTH, initial_indent="- ", subsequent_indent="  ", break_long_words=False)
    return f"{words}\n  {line.partner}, {line.stands}\n  {house}{line.path}"
