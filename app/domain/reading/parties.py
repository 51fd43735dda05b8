"""Who undertakes something: the words for both sides together, and the names of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.domain.commitment import OwedBy
from app.domain.reading.found import Around
from app.domain.reading.party_names import ADJECTIVES, writings

PEOPLE = (
    r"(?:sides?|parties|part(?:y|ners)|countries|governments?|states|nations|participants|delegations?|"
    r"delegates|"
    r"co-?chairs?|chairs|chairpersons|leaders|ministers|ministries|secretaries|allies|experts|members|"
    r"officials|"
    r"representatives|agencies|institutions|authorities|heads of delegation|teams|signatories|"
    r"interlocutors|principals)"
)
PLURAL = re.compile(r"\b(?:members|sides|countries|partners|allies|states|participants)$")
ACRONYM = (
    r"(?!(?:OEWG|GGE|UNGGE|PoA|POA|ICTs?|AI|CBMs?|IoT|TLP|MoU|MOU|DDoS|UNGA|IGF|WSIS|CRI|POC|PPP|ID|NIS|"
    r"GDPR)\b)[A-Z][A-Za-z]*[A-Z][A-Za-z-]{0,8}"
)
INSTITUTION = (
    r"(?:[Tt]he\s+)?(?:[A-Z][\w-]+\s+){0,5}(?:Government|Ministry|Department|Commission|Agency|Office|"
    r"Cent(?:re|er)|Secretariat|"
    r"Authority|Directorate|Bureau|Service|Institute|Police|Council|Union|Embassy|Mission|Ministers?|"
    r"Ambassador|Secretary|"
    r"President|CERT|CSIRT)(?:\s+(?:of|for|on|in)\s+(?:the\s+)?[A-Z][\w-]*(?:(?:\s+(?:and|of|for|the|"
    r"in))?\s+[A-Z][\w-]*){0,6})?"
)
FOLLOWED = rf"(?:\s*\([^)]{{1,80}}\)|'s?)?(?:\s+(?:\w+\s+)?{PEOPLE})?"
ADVERBS = (
    r"(?:(?:also|further|furthermore|jointly|both|therefore|thus|again|mutually|firmly|strongly|all|each|"
    r"together|then|"
    r"likewise|moreover|additionally|hereby|now|accordingly|in particular|in principle|in this regard|"
    r"in this context|"
    r"once again|respectively|\w+ly|have|has|in addition)[\s,]+)*"
)
EVENT_HEAD = re.compile(
    r"\b(?:dialogues?|meetings?|consultations?|rounds?|talks|agreements?|statements?|initiatives?|"
    r"frameworks?|"
    r"mechanisms?|programmes?|programs?|projects?|exercises?|conventions?|discussions?|conferences?|"
    r"visits?|forums?|fora|"
    r"agenda|cooperation|partnership|process|strateg(?:y|ies)|group|session|efforts?|work|this|that|it|"
    r"which|who|there|"
    r"statement|declaration|document|plan|action plan|roadmap|threats?|attacks?|report)\W*$",
    re.IGNORECASE,
)
"""What a sentence may be about that undertakes nothing by itself."""


@dataclass(frozen=True)
class Subject:
    """Who a clause is about: where the words begin (before the trigger), the words, and whose promise it is."""

    start: int
    words: str
    owed_by: OwedBy


class Parties:
    """The names of both sides and of others, ready to be found in a text."""

    def __init__(self, around: Around) -> None:
        self.us = pattern_of(around.us)
        self.partner = pattern_of(around.partner)
        names = any_name((*ADJECTIVES, *around.us, *around.partner, *around.others))
        self.named = re.compile(names)
        one = rf"(?:(?:[Tt]he\s+)?(?:{names}|{ACRONYM})|{INSTITUTION})"
        several = (
            rf"{one}{FOLLOWED}(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s+as well as\s+|"
            rf"\s*&\s*){one}{FOLLOWED}){{0,9}}"
        )
        everybody = (
            r"(?i:\bwe|\bthey|\bboth|\b(?:the|all|these|both|our)\s+(?:(?:two|three|four|five|six|seven|"
            r"\d+)\s+)?(?:\w+\s+){0,2}"
            + PEOPLE
            + r"|\b(?:both|two|our|all)\s+(?:\w+\s+){0,1}"
            + PEOPLE
            + r"|\b(?:the|these)\s+two\b|\b(?:it|it was))"
        )
        self.tail = re.compile(
            rf"(?:(?<![\w-])(?P<named>{several})|(?P<all>{everybody}))\s*(?:,\s*(?:through|including|"
            rf"together with|along with|via|represented by|on "
            rf"behalf of)[^,]{{1,120}},\s*)?\s*(?i:{ADVERBS})$"
        )

        self.head = re.compile(rf"(?:(?P<named>(?<![\w-]){several})|{everybody})")

    def subject(self, before: str, offset: int = 0) -> Subject | None:
        """Who stands directly before a trigger; None if nobody does. `offset` is where `before` begins."""
        window = max(0, len(before) - 320)
        found = self.tail.search(before, window)
        if not found:
            return None
        name = "all" if found["all"] else "named"
        words = found[name].strip()
        return Subject(offset + found.start(name), words, self.owed_by(words, bool(found["named"])))

    def first(self, clause: str) -> Subject | None:
        """Who a clause begins with, for a verb further on that shares its subject."""
        found = self.head.search(clause)
        return (
            Subject(found.start(), found[0].strip(), self.owed_by(found[0], bool(found["named"])))
            if found
            else None
        )

    def owed_by(self, words: str, named: bool) -> OwedBy:
        """Whose a promise is that these words make: of one side, of both, or of somebody else (only if `named`)."""
        ours, theirs = (
            bool(self.us and self.us.search(words)),
            bool(self.partner and self.partner.search(words)),
        )
        if ours and theirs:
            return OwedBy.JOINT
        if (ours or theirs) and self.someone_else(words):
            return OwedBy.JOINT
        if ours or theirs:
            return OwedBy.OURS if ours else OwedBy.THEIRS
        several = PLURAL.search(words) or " and " in words or "," in words or " as well as " in words
        return OwedBy.OTHER if named and not several else OwedBy.JOINT

    def someone_else(self, words: str) -> bool:
        """True if the words name a State or organisation besides the one side that was found in them."""
        rest = words
        for side in (self.us, self.partner):
            rest = side.sub(" ", rest) if side else rest
        return bool(self.named.search(rest))


@lru_cache(maxsize=64)
def any_name(names: tuple[str, ...]) -> str:
    """A pattern of any of the names and their adjectives, the longest first."""
    found = {one for name in names if name for one in writings(name)}
    return "|".join(bounded(one) for one in sorted(found, key=lambda name: (-len(name), name)))


def bounded(name: str) -> str:
    """The name as a word of its own; “US” is not the pronoun."""
    after = r"(?!\w)" if name[-1:].isalnum() and name[-1:].isascii() else ""
    before = r"(?<![\w])" if name[:1].isascii() else ""
    return before + re.escape(name) + after


def pattern_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern of a side's names; None for a side without one."""
    known = tuple(name for name in names if name.strip())
    return re.compile(any_name(known)) if known else None
