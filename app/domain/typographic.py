"""Typographic details by language: blanks that do not break, quotation marks, dashes.

Every rule keeps the characters that are seen in their number and order: only blanks come, go or change, and
one mark is turned into another. What is quoted verbatim gets its blanks and nothing else.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from app.domain.typographic_rules import UNITS, USAGES, Usage

NO_BREAK, NARROW = "\u00a0", "\u202f"
_OPENS_AFTER = "([{«„“‘‚—–-"
_CLOSES_BEFORE = ".,;:!?…)]}»”’—–"
_YEARS = re.compile(r"(?<![\d\w/-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\d\w/-])")
_SPACED_HYPHEN = re.compile("(?<=[^\\W_]) - (?=[^\\W_])")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_HIGH = re.compile("(?<=[^\\s;:!?/«]) ?([;:!?]+)(?=\\s|$|»)|(?<=\\S) ?(»)|(«) ?(?=\\S)")


def well_set(text: str, language: str, verbatim: bool = False) -> str:
    """The text as it is set in its language (BCP 47); unchanged if that is unknown or not its letters'.

    To set it twice is the same as once.
    """
    usage = USAGES.get(language.lower().replace("_", "-").split("-")[0])
    if usage is None or not _written_in(text, usage.script):
        return text
    if not verbatim:
        text = _turn_quotes(_APOSTROPHE.sub("’", text), usage)
        text = _YEARS.sub(_range, text)
        if usage.dash:
            text = _SPACED_HYPHEN.sub(f"{NO_BREAK}{usage.dash} ", text)
    text = _stuck(usage).sub(lambda found: found[0].replace(" ", NO_BREAK), text)
    return _HIGH.sub(_padded, text) if usage.narrow else text


def moved(before: str, after: str, place: int) -> int:
    """Where in the text well set the place is that was after so many characters of the text as given."""
    passed = sum(not one.isspace() for one in before[:place])
    if place >= len(before):
        return len(after)
    for index, one in enumerate(after):
        if not passed:
            return index
        passed -= not one.isspace()
    return len(after)


def _written_in(text: str, script: str) -> bool:
    """Whether at least half of the letters are of that script."""
    letters = [one for one in text if one.isalpha()]
    own = sum(_script(one) == script for one in letters)
    return bool(letters) and 2 * own >= len(letters)


@cache
def _script(letter: str) -> str:
    first = unicodedata.name(letter, "?").split(" ", 1)[0]
    return "CJK" if first in ("HIRAGANA", "KATAKANA") else first


@cache
def _stuck(usage: Usage) -> re.Pattern[str]:
    """A blank that does not break: after a title, before or after a number."""
    after = _one_of([*usage.after_number, *UNITS])
    rules = [rf"\d\.? (?={after}(?!\w))"]
    if usage.before_number:
        rules.append(rf"(?<!\w){_one_of(usage.before_number)} (?=\d)")
    if usage.titles:
        rules.append(rf"(?<![\w.]){_one_of(usage.titles)} (?=[^\W\d_])")
    return re.compile("|".join(rules))


def _one_of(words: list[str] | tuple[str, ...]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def _range(found: re.Match[str]) -> str:
    return f"{found[1]}–{found[2]}" if found[1] < found[2] else found[0]


def _padded(found: re.Match[str]) -> str:
    high, closing, opening = found.groups()
    return f"{opening}{NARROW}" if opening else f"{NARROW}{high or closing}"


def _turn_quotes(text: str, usage: Usage) -> str:
    """Straight double marks as the language writes them, if it is plain of each whether it opens or closes."""
    turned = list(text)
    depth = 0
    for index, opens in _marks(text):
        if opens is None or (opens and depth == 2) or (not opens and depth == 0):
            return text
        depth += 1 if opens else 0
        turned[index] = usage.quotes[depth - 1][0 if opens else 1]
        depth -= 0 if opens else 1
    return text if depth else "".join(turned)


def _marks(text: str) -> Iterator[tuple[int, bool | None]]:
    """Each straight mark: whether it opens a quotation, or None if that is not plain."""
    for found in re.finditer('"', text):
        before, after = text[: found.start()][-1:], text[found.end() : found.end() + 1]
        may_open = not before or before.isspace() or before in _OPENS_AFTER
        may_close = not after or after.isspace() or after in _CLOSES_BEFORE
        if _stands_close(before) and _stands_close(after):
            yield found.start(), None
        else:
            yield found.start(), may_open if may_open != may_close else None


def _stands_close(beside: str) -> bool:
    return beside.isalnum()
