"""The forms in which an undertaking is said in English."""

import re
from dataclasses import dataclass

from app.domain.commitment import Strength
from app.domain.reading.acts import VERB
from app.domain.reading.form_words import DECLARING, DEED, LIGHTLY, NEXT_EVENT, PROMISING, SAYING, TO_BE_HELD


@dataclass(frozen=True)
class Form:
    """A form of words: its pattern (the act begins where it ends), how firm it is, its name for whoever asks why.

    `strict` forms count only with somebody who undertakes it directly before them, `first` ones only right after who
    begins the line. `bare` ones name a thing, no act. `whole` ones carry the sentence from their own beginning.
    `listing` ones introduce a list.
    """

    pattern: re.Pattern[str]
    strength: Strength
    name: str
    strict: bool = False
    bare: bool = False
    whole: bool = False
    first: bool = False
    listing: bool = False


def form(pattern: str, strength: Strength, name: str, *marks: str, flags: int = re.IGNORECASE) -> Form:
    """A form whose marks are the names of the qualities that it has."""
    return Form(re.compile(pattern, flags), strength, name, **dict.fromkeys(marks, True))


FORMS: tuple[Form, ...] = (
    form(
        rf"\b{NEXT_EVENT}(?:\s*,[^,]{{1,60}},)?\s*(?:will|shall|would|is\s+(?:to|scheduled\s+to|"
        rf"planned\s+to|due\s+to|set\s+to)|is\s+(?:scheduled|planned|foreseen)\s+(?=for|in|"
        rf"to))\s*(?={TO_BE_HELD}|for\b|in\b)",
        Strength.FIRM,
        "the next one is set",
        "whole",
    ),
    form(
        rf"\b{SAYING}\s+(?:{LIGHTLY})that\s+(?=(?:the\s+|their\s+|it\s+)?{NEXT_EVENT}\s*(?:will|would|"
        rf"shall|is to|be|should)\s*{TO_BE_HELD})",
        Strength.FIRM,
        "agreed when the next one is",
    ),
    form(
        rf"\b{SAYING}\s+{LIGHTLY}(?:that\s+)?(?:they|both(?:\s+\w+)?|it|the\s+(?:two\s+)?\w+|[A-Z][\w.]+|"
        rf"its?\s+\w+|their\s+\w+)(?:\s+\w+){{0,2}}?\s+(?:will|would|shall)\s+(?!be\s+(?!held|hosted|"
        rf"convened|organi[sz]ed|ready|able|providing)|have\b|help\b|lead\b|depend\b|require\b|"
        rf"remain\b(?!\s+committed))",
        Strength.FIRM,
        "said that they will",
    ),
    form(
        rf"\b(?:was|were|are|is|am|remains?|remained|stays?|stayed)\s+(?:\w+ly\s+|also\s+|both\s+|"
        rf"fully\s+)*(?:committed|determined|resolved|dedicated|ready|prepared|willing|"
        rf"poised)\s+to\s+(?:{LIGHTLY})(?={VERB})",
        Strength.POLITICAL,
        "stand committed to",
        "strict",
    ),
    form(
        rf"\b{DECLARING}\s+(?:once\s+again\s+)?(?:(?:their|its|our|the|a|an|shared|joint|common|mutual|"
        rf"continued|continuing|strong|firm|steadfast|full|unwavering|political|on-?going|long-?standing|"
        rf"respective|both sides'|enduring|clear|collective)\s+|\w+\s+and\s+(?=\w+\s+(?:commitment|"
        rf"determination)))*(?:commitments?|determination|resolve|intentions?|intent|readiness|"
        rf"willingness|pledges?|undertakings?|resolution|agreement)\s+(?:to|of|on|"
        rf"for)\s+(?:{LIGHTLY})(?={VERB})",
        Strength.POLITICAL,
        "declared the will to",
    ),
    form(
        rf"\b{DECLARING}\s+(?:once\s+again\s+)?(?:(?:their|its|our|the|a|an|shared|joint|common|mutual|"
        rf"continued|continuing|strong|firm|steadfast|full|unwavering|collective|"
        rf"enduring)\s+)*(?:commitments?|dedication|adherence)\s+to\s+",
        Strength.POLITICAL,
        "declared a commitment to",
        "bare",
    ),
    form(
        rf"\b(?:shared|share|expressed|were of|came to)\s+(?:the|a|an|their|its)?\s*(?:same\s+|common\s+|"
        rf"mutual\s+)?(?:view|intention|recognition|understanding|desire|intent|opinion)s?\s+(?:to|on|"
        rf"that it (?:will|would))\s+(?:{LIGHTLY})(?={VERB})(?!the\b)",
        Strength.INTENTION,
        "shared the intention to",
    ),
    form(
        rf"\b{PROMISING}\s+(?:{LIGHTLY})(?:up)?on\s+(?=(?:(?:\w+ly|further|jointly)\s+)?(?:[a-z]+ing\b|"
        rf"the\s+(?:establishment|creation|continuation|launch|organi[sz]ation|holding|convening|"
        rf"setting[- ]up|next\s+(?:round|dialogue|meeting|consultation)|date)|a\s+(?:next|follow-up)\b|"
        rf"(?:an?\s+)?(?:annual|regular|further)\s+(?:meetings?|consultations?|exchanges?|"
        rf"dialogues?)))(?!(?:the\s+)?(?:need|importance|following))",
        Strength.FIRM,
        "agreed on doing",
    ),
    form(
        rf"\b{PROMISING}\s+(?:{LIGHTLY})to\s+(?:{LIGHTLY})(?:(?={DEED})|(?={VERB}))",
        Strength.FIRM,
        "agreed to",
    ),
    form(
        rf"\b{PROMISING}\s+{LIGHTLY}(?:(?:to|on|that)\s*)?(?:the\s+following(?:\s+\w+){{0,3}})?\s*:\s*",
        Strength.FIRM,
        "agreed to a list",
        "listing",
    ),
    form(
        r"\bto\s+(?=(?:send|share|provide|draft|circulate|submit|prepare|organi[sz]e|host|hold|nominate|"
        r"appoint|check|ask|report|review|invite|"
        r"arrange|confirm|propose|transmit|contact|follow|finali[sz]e|publish|deliver|convene|set|consult|"
        r"write|forward|update|inform|revert|come back)\b)",
        Strength.FIRM,
        "a line of notes: who is to do what",
        "strict",
        "first",
    ),
    form(
        r"\b(?:project|programme|program|initiative|package|assistance)\b[^.;]{0,40}?\b(?:plans?|aims?|will|intends?)\s+"
        r"(?:to\s+)?(?:invest|provide|deliver|allocate|spend)\s+(?=[^.;]{0,60}?(?:[$€£¥]\s?\d|\d[\d.,]*\s*(?:million|billion)))",
        Strength.PLEDGE,
        "announced money",
    ),
    form(
        rf"\b(?:tasked|instructed|mandated|directed|charged|entrusted)\s+[^.;]{{3,90}}?\s+(?:to|"
        rf"with)\s+(?={VERB})",
        Strength.FIRM,
        "gave the task to",
    ),
    form(
        rf"\b(?:intend(?:s|ed)?|plan(?:s|ned)?|aims?|seeks?|propose[sd]?|endeavou?rs?|strives?)\s+to\s+(?:{LIGHTLY})(?={VERB})",
        Strength.INTENTION,
        "intend to",
        "strict",
    ),
    form(
        r"\b(?:are|is|were)\s+(?:planning|going|preparing|intending)\s+to\s+(?=[a-z]+)",
        Strength.INTENTION,
        "plan to",
        "strict",
    ),
    form(
        rf"\b(?-i:will|shall)\s+{LIGHTLY}(?!(?:be|have|not|consist|comprise|depend|help|enable|allow|lead|require|include|"
        rf"serve|bring|see|face|need|take place|benefit|result|become)\b)(?=[a-z]+)",
        Strength.FIRM,
        "will",
        "strict",
    ),
    form(
        r"\b(?:announce[sd]?|pledge[sd]?|commit(?:s|ted)?|confirm(?:s|ed)?|allocate[sd]?|earmarked|"
        r"contribute[sd]?)\s+(?=[^.;]{0,160}?(?:[$€£¥]\s?\d|\b\d[\d.,]*\s*(?:million|billion|thousand|mn|"
        r"bn|m)?\s*(?:US\s?)?(?:dollars?|euros?|yen|pounds|won|USD|EUR|JPY|GBP)|(?:USD|EUR|JPY|GBP|US\$|"
        r"A\$)\s?\d))",
        Strength.PLEDGE,
        "announced money",
    ),
    form(
        r"\b(?:announce[sd]?|unveiled?)\s+(?=(?:(?:its|their|the|a|an|new|additional|"
        r"further)\s+){1,3}(?:\w+\s+){0,3}(?:assistance|funding|contribution|support|donation|secondment|"
        r"grant|training)\b)",
        Strength.PLEDGE,
        "announced help",
    ),
    form(
        r"\b(?:announce[sd]?|declare[sd]?)\s+(?:its|their|the|an?)\s+(?:\w+\s+)?(?:intention|plans?|"
        r"decision|readiness)\s+to\s+(?=[a-z]+)",
        Strength.INTENTION,
        "announced the intention to",
    ),
    form(
        r"\b(?:invite[sd]?|extended\s+(?:an\s+|its\s+|their\s+)?invitation)\s+(?=[^.;]{2,120}?\b(?:visit|"
        r"next|host|participate|take part|attend|round|dialogue|consultations?|meeting|join|observe|"
        r"exercises?|workshop|training|conference|summit|seminar)\b)",
        Strength.OFFER,
        "invited",
        "strict",
    ),
    form(
        r"\boffer(?:s|ed)?\s+(?=(?:its|their|to|technical|training|assistance|support|help|a|an)\b)",
        Strength.OFFER,
        "offered",
        "strict",
    ),
    form(r"\b(?:proposed|offered)\s+to\s+host\s+", Strength.OFFER, "offered to host"),
)
