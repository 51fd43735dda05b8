"""The words by which a delegation list tells a role, an office or a body from a name."""

import re

from app.domain.delegation import DelegateRole

OF_DELEGATION = r"(?: of (?:the )?(?:[\w.-]+ )?delegation)?"
PERSON = r"(?:person|man|woman)?s?"
ROLES = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        (rf"co-? ?(?:head|chair|lead|leader){PERSON}{OF_DELEGATION}", DelegateRole.CO_HEAD),
        (rf"(?:head|chair|leader){PERSON}{OF_DELEGATION}|hod|団長", DelegateRole.HEAD),
        (r"(?:delegation )?members?|delegates?|団員", DelegateRole.MEMBER),
        (r"note-? ?takers?", DelegateRole.NOTE_TAKER),
        (r"interpreters?|通訳", DelegateRole.INTERPRETER),
        (r"observers?", DelegateRole.OBSERVER),
    )
)
OFFICE = re.compile(
    r"\b(?:director|head|chief|minister|secretary|counsell?or|officer|advis[oe]r|ambassador|attach[ée]|deputy|"
    r"coordinator|analyst|manager|envoy|desk|expert|commissioner|president|chair|representative|general|"
    r"prosecutor|colonel|captain|lawyer|assistant|intern)s?\b",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?:ministry|mofa|mfa|department|agency|office|centre|center|cert|eeas|commission|embassy|mission|police|"
    r"council|union|states|bureau|nisc|nco|directorate|dg|service|authority|institute|university|division|"
    r"fcdo|dfat|delegation)\b",
    re.IGNORECASE,
)
ABBREVIATION = re.compile(r"[A-Z][A-Z0-9]+(?:[&/ -][A-Z0-9]+)*|[^A-Za-z]+[省庁局院署부처청원]")
"""NISC, CERT-UA; or a word in Han or Hangul with the ending of a ministry or an agency."""

OPEN = re.compile(r"(?:tbc|tbd|t\.b\.c\.|to be (?:confirmed|determined|named))", re.IGNORECASE)
CONTACT = re.compile(r"\S+@\S+|(?:tel|phone|mobile)\b.*|[+(]?[\d ()./-]{6,}", re.IGNORECASE)
ADDRESSED = re.compile(
    r"(?:h\.? ?e\.?|mr|mrs|ms|miss|mme|herr|frau|the hon)(?:\.\s*|\s+)(?=\S)", re.IGNORECASE
)
"""How somebody is addressed, which is not part of the name; Dr, Prof, Sir and Dame are."""

RANK = re.compile(
    r"((?:(?:Deputy|Vice|Assistant|Senior|Chief|First|Second|Third)[ -])*"
    r"(?:Ambassador|Amb\.|Director(?:[ -]General)?|Minister(?:[ -]Counsell?or)?|Secretary(?:[ -]General)?|"
    r"Counsell?or|Attach[ée]|Commissioner|Colonel|General|Captain|Commander))\s+(?=\S)"
)
COLUMNS = (
    (re.compile(r"(?:full |family |given |first |last |sur)?names?|participants?|delegates?"), "name"),
    (re.compile(r"(?:native|local) name|name in (?:own|native|local) (?:script|language)"), "native_name"),
    (re.compile(r"(?:job )?title|position|office|function|post|designation|rank"), "office"),
    (
        re.compile(
            r"body|organi[sz]ation|ministry|institution|affiliation|agency|department|unit|ministry/agency"
        ),
        "body",
    ),
    (re.compile(r"role|capacity"), "role"),
    (re.compile(r"no\.?|nr\.?|number|#|s/n"), ""),
)
"""Headings of a table's columns, and the field that stands under each ("" for the number of the row)."""


def role_of(text: str) -> DelegateRole | None:
    """The role that these words name and nothing else; None if they name none."""
    bare = " ".join(text.lower().replace("–", "-").strip(" :：.").split())
    return next((role for pattern, role in ROLES if pattern.fullmatch(bare)), None)


def is_office(text: str) -> bool:
    """True for what is likely an office: "Deputy Director"."""
    return bool(OFFICE.search(text))


def is_body(text: str) -> bool:
    """True for what is likely a body: "Ministry of Foreign Affairs", "NISC"."""
    return bool(BODY.search(text) or ABBREVIATION.fullmatch(text))


def is_name(text: str) -> bool:
    """True for what may well be a name: a few words that begin with capitals, and no office or body among them."""
    parts = text.split()
    capitals = all(not part[0].islower() for part in parts)
    return 1 <= len(parts) <= 4 and capitals and not is_office(text) and not is_body(text)


def column_of(heading: str) -> str | None:
    """The field that a column of this heading holds; None for a heading that is not known."""
    bare = heading.strip().strip(":").lower()
    return next((field for pattern, field in COLUMNS if pattern.fullmatch(bare)), None)
