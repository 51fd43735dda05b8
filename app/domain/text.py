"""Text on its way in: one writing for what looks the same, and nothing that hides or breaks."""

import unicodedata

from app.domain.errors import RuleBroken

LINE_ENDS = str.maketrans(
    {"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n"}
)
JOINERS = "\u200c\u200d"
"""They shape Persian and Indic words and stay; every other character without width goes."""

UNSEEN = frozenset(
    [
        chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
    ]  # turn the reading order
    + ["\u200b", "\u2060", "\ufeff", "\u00ad", "\u180e", "\ufff9", "\ufffa", "\ufffb"]  # have no width
)


def is_wanted(character: str) -> bool:
    """False for controls, lone surrogates, characters that are none, and those that hide in a text."""
    if character in "\n\t" or character in JOINERS:
        return True
    code = ord(character)
    nobodys = (code & 0xFFFE) == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return character not in UNSEEN and not nobodys and unicodedata.category(character) not in {"Cc", "Cs"}


def clean(value: str) -> str:
    """One writing (Unicode NFC, lines ended by LF) without controls, lone surrogates or unseen characters."""
    lined = value.replace("\r\n", "\n").translate(LINE_ENDS)
    kept = "".join(character for character in lined if is_wanted(character))
    return unicodedata.normalize("NFC", kept)


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
