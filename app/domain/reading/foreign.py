"""The undertakings in sentences of other languages than English, as far as rules carry."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from app.domain.commitment import OwedBy, Strength
from app.domain.reading.due_said import read_ahead
from app.domain.reading.foreign_dates import in_english
from app.domain.reading.found import NO_DATE, Around, Said, Standing, Undertaking
from app.domain.reading.in_french import FRENCH
from app.domain.reading.in_german import GERMAN
from app.domain.reading.in_japanese import JAPANESE
from app.domain.reading.in_ukrainian import UKRAINIAN
from app.domain.reading.language import Language
from app.domain.reading.sentences import Piece
from app.domain.reading.topic_words import topics_in

LANGUAGES = (GERMAN, FRENCH, JAPANESE, UKRAINIAN)
ENGLISH = re.compile(r"\b(?:the|and|of|to|in|with|their|on|for|that|will|is|was|both)\b", re.IGNORECASE)
GOING_ON = re.compile(
    r"継続|続けて|fortzusetz|fortsetz|fortgesetzt|weiterzuführ|poursuiv|continu|продовж", re.IGNORECASE
)
LEAD = 3


def language_of(text: str) -> Language | None:
    """The language in which a text is written, None for English and for what nobody here reads."""
    if JAPANESE.sign.search(text):
        return JAPANESE
    counts: Counter[str] = Counter(
        {language.code: len(language.sign.findall(text)) for language in LANGUAGES}
    )
    cyrillic = len(re.findall(r"[а-яіїєґ]", text.lower()))
    if cyrillic * 2 > len(re.findall(r"\w", text)):
        return UKRAINIAN
    counts["en"] = len(ENGLISH.findall(text))
    code, number = counts.most_common(1)[0]
    return next((language for language in (GERMAN, FRENCH) if language.code == code and number), None)


def only_announces(pieces: Sequence[Piece], language: Language) -> bool:
    """True for a text from before the meeting."""
    lead = " ".join(piece.text for piece in pieces[:LEAD])
    return bool(language.to_come.search(lead)) and not any(
        language.held.search(piece.text) for piece in pieces
    )


def in_foreign_sentence(piece: Piece, language: Language, around: Around) -> Iterator[Undertaking]:
    """What a sentence undertakes: one finding for each statement that it strings together."""
    for start, end in statements(piece.text, language):
        words = piece.text[start:end]
        found = judged(words, language)
        if found is not None:
            standing, strength, why = found
            yield Undertaking(
                text=" ".join(words.split()),
                start=piece.start + start,
                end=piece.start + end,
                sentence=" ".join(piece.text.split()),
                standing=standing,
                owed_by=owed_by(words, around, strength),
                owed_by_name="",
                strength=strength,
                said=said_in(words, language, around),
                topics=topics_in(words),
                why=why,
            )


def statements(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Where the statements of a sentence begin and end, without the marks around them."""
    cuts = [found.end() for found in language.cuts.finditer(text)] if language.cuts else []
    edges = [0, *(cut for cut in cuts if 0 < cut < len(text)), len(text)]
    for start, end in zip(edges, edges[1:], strict=False):
        while start < end and text[start] in " \t、,;":
            start += 1
        while end > start and text[end - 1] in " \t.。;,、":
            end -= 1
        if start < end:
            yield start, end


def judged(words: str, language: Language) -> tuple[Standing, Strength, str] | None:
    """Whether a statement undertakes something, how firmly, and why; None for what only reports."""
    for pattern, strength, name in language.forms:
        if not pattern.search(words) or language.not_promised.search(words):
            continue
        if strength in {Strength.POLITICAL, Strength.INTENTION} and language.values.search(words):
            return Standing.VALUE, strength, "a value that both hold, no act of their own"
        if language.wide.search(words):
            return Standing.GENERIC, strength, "so wide that nobody would open a follow-up for it"
        if strength is Strength.FIRM and GOING_ON.search(words):
            strength = Strength.CONTINUING
        return Standing.PROPOSED, strength, f"“{name}”"
    return None


def owed_by(words: str, around: Around, strength: Strength) -> OwedBy:
    """Whose it is by the names that begin the statement; joint if both or neither are named.

    Who is named alone in an invitation by somebody without a side is the one who was invited.
    """
    head = words[:60]
    ours, theirs = named(head, around.us), named(head, around.partner)
    if ours == theirs:
        return OwedBy.JOINT
    if strength is Strength.OFFER and not (named(words[:25], around.us) or named(words[:25], around.partner)):
        return OwedBy.THEIRS if ours else OwedBy.OURS
    return OwedBy.OURS if ours else OwedBy.THEIRS


def named(head: str, names: Iterable[str]) -> bool:
    """True if one of the names stands there, in whatever case its language puts it."""
    return any(re.search(rf"(?<!\w){stem(name)}", head, re.IGNORECASE) for name in names if len(name) > 1)


def stem(name: str) -> str:
    """The beginning of a name, before its ending; a short one whole."""
    if not name.isascii() and len(name) < 4:
        return re.escape(name)
    return rf"{re.escape(name)}(?!\w)" if len(name) < 4 else re.escape(name[: max(4, len(name) - 2)])


def said_in(words: str, language: Language, around: Around) -> Said:
    """By when, as far as it is sure."""
    year = around.said_on.year if around.said_on else None
    stated, phrase = in_english(words, language.code, year)
    if not phrase:
        return Said()
    return Said(read_ahead(phrase, around.said_on, stated) or NO_DATE)
