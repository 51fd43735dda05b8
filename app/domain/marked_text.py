"""How a text shows a handling marking: written in capitals anywhere in it, or alone on a line."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache


class ReadText:
    """A text made ready to be searched for markings, without accents, invisible characters and odd dashes."""

    def __init__(self, text: str) -> None:
        self._plain = _plain(text)
        self._lines = {_bare(line) for line in self._plain.split("\n")}

    def shows(self, writings: Sequence[str], alone: Sequence[str] = ()) -> bool:
        """True if a line is nothing but one of these, or one of `writings` stands in the text as it is.

        What is in `alone` is a plain word too ("secret"), so that it counts only on a line of its own.
        """
        if any(_alone(written) in self._lines for written in (*writings, *alone)):
            return True
        return any(_pattern(written).search(self._plain) for written in writings)


class Writings:
    """All writings of a scheme at once: most texts show none of them, and are done with after one look."""

    def __init__(self, writings: Sequence[str], alone: Sequence[str]) -> None:
        self._lines = frozenset(_alone(written) for written in (*writings, *alone))
        whole = "|".join(sorted(map(_parts, writings), key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{whole})(?!\w)" if whole else r"(?!)")

    def in_(self, text: ReadText) -> bool:
        """True if the text may show one of them."""
        return bool(self._lines & text._lines) or self._pattern.search(text._plain) is not None


def _plain(text: str) -> str:
    letters = (
        "-" if unicodedata.category(letter) == "Pd" else letter
        for letter in unicodedata.normalize("NFKD", text)
        if unicodedata.category(letter) not in ("Mn", "Cf")
    )
    lines = (" ".join(line.split()) for line in "".join(letters).splitlines())
    return "\n".join(line for line in lines if line)


def _bare(line: str) -> str:
    """A line in one case and without what stands around a marking: brackets, stars, page and copy numbers."""
    places = [place for place, letter in enumerate(line) if letter.isalpha()]
    words = line[places[0] : places[-1] + 1] if places else ""
    return re.sub(r" ?([^\w ]) ?", r"\1", words).casefold()


@lru_cache(maxsize=1024)
def _alone(written: str) -> str:
    """A writing as it stands on a line of its own; asked for with every text that comes in."""
    return _bare(_plain(written))


@lru_cache(maxsize=1024)
def _pattern(written: str) -> re.Pattern[str]:
    """The writing as whole words, with or without a space around its signs; it may run over a line's end."""
    return re.compile(rf"(?<!\w){_parts(written)}(?!\w)")


def _parts(written: str) -> str:
    """The writing as a pattern, with or without a space around its signs."""
    return r"\s?".join(map(re.escape, re.findall(r"\w+|[^\w\s]", _plain(written))))
