"""Text on its way in: one writing for what looks the same, and nothing that hides or breaks."""

import unicodedata

from app.domain.errors import RuleBroken

LINE_ENDS = str.maketrans(
    {"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n"}
)
JOINERS = frozenset("\u200c\u200d")
"""They shape words after a letter of the scripts below, and pictures made of several; elsewhere they only hide."""

JOINED = (
    (0x0600, 0x08FF),  # Arabic, Syriac, Thaana, N'Ko
    (0x0900, 0x0DFF),  # the scripts of India and Sri Lanka
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x18AF),  # Khmer, Mongolian
    (0xFB50, 0xFDFF),  # Arabic forms
    (0xFE70, 0xFEFC),
)
SEEN_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Of the format characters (Unicode category Cf) those that are seen: signs written around a number."""

UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Fillers and a joiner that are letters or marks by their category, and yet invisible."""

BROKEN_OR_HIDDEN = frozenset({"Cc", "Cf", "Cs"})


def is_wanted(character: str) -> bool:
    """False for controls, lone surrogates, characters that are none, and those that hide or turn a text.

    Turning marks (U+202A to 202E, U+2066 to 2069, U+200E, U+200F) and tags are of the category Cf.
    """
    if character in SEEN_FORMATS or character in JOINERS or character in "\n\t":
        return True
    code = ord(character)
    nobodys = (code & 0xFFFE) == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return not (nobodys or character in UNSEEN or unicodedata.category(character) in BROKEN_OR_HIDDEN)


def joins(letter: str) -> bool:
    """True if a joiner has something to do after this letter or picture."""
    code = ord(letter)
    return any(low <= code <= high for low, high in JOINED) or unicodedata.category(letter) in {"So", "Sk"}


def without_idle_joiners(text: str) -> str:
    """The text with its joiners only where they shape the letter before them (marks in between count with it)."""
    kept: list[str] = []
    letter = ""
    for character in text:
        if character not in JOINERS:
            kept.append(character)
            letter = letter if unicodedata.category(character)[0] == "M" else character
        elif letter and joins(letter) and kept[-1] not in JOINERS:
            kept.append(character)
    return "".join(kept)


def clean(value: str) -> str:
    """One writing (Unicode NFC), lines ended by LF, without controls, lone surrogates or hidden characters."""
    text = value.replace("\r\n", "\n").translate(LINE_ENDS)
    unwanted = {character for character in set(text) if not is_wanted(character)}
    text = text.translate(dict.fromkeys(map(ord, unwanted))) if unwanted else text
    return unicodedata.normalize("NFC", without_idle_joiners(text) if JOINERS & set(text) else text)


def clean_text(value: str, *, limit: int) -> str:
    """Several lines: tabs become spaces, ends of lines and of the text lose their white space.

    Raises RuleBroken (without a field: the form knows it) for more than `limit` characters.
    """
    lines = [line.rstrip() for line in clean(value).replace("\t", "    ").split("\n")]
    return bounded("\n".join(lines).strip("\n").rstrip(), limit)


def clean_line(value: str, *, limit: int) -> str:
    """One line: any white space between words becomes a single space. Raises RuleBroken as `clean_text` does."""
    return bounded(" ".join(clean(value).split()), limit)


def bounded(text: str, limit: int) -> str:
    """The text, if it is no longer than `limit` characters."""
    if len(text) > limit:
        raise RuleBroken("", f"This has {len(text):,} characters; at most {limit:,} fit here.")
    return text


def key_of(text: str) -> str:
    """What two writings of one address or name have in common: compatibility forms and case folded (NFKC)."""
    folded = unicodedata.normalize("NFKC", clean(text)).casefold().strip()
    return unicodedata.normalize("NFKC", folded)
