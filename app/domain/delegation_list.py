"""A delegation list pasted from a letter, as rows to confirm; nothing of it is dropped."""

import re
from dataclasses import dataclass, replace

from app.domain.delegation import DelegateRole


@dataclass(frozen=True)
class ParsedPerson:
    """One row: what was understood, and what is doubtful about it ("" if nothing is)."""

    name: str = ""
    native_name: str = ""
    office: str = ""
    body: str = ""
    role: DelegateRole = DelegateRole.MEMBER
    doubt: str = ""


@dataclass(frozen=True)
class ParsedSide:
    """A heading and the people under it; the first side has no name if the list begins without one."""

    name: str
    people: tuple[ParsedPerson, ...]


BULLET = re.compile(r"^\s*(?:[-*•–—▪◦]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+")
HONORIFIC = re.compile(
    r"^(?:h\.?e\.?|mr|mrs|ms|miss|dr|prof|amb|ambassador|sir|dame|mme|herr|frau)\b\.?\s+", re.IGNORECASE
)
HEADING = re.compile(
    r"^(?P<name>[^,;|\t]{2,60}?)(?:\s+(?:side|delegation))?\s*:$|^(?P<other>[^,;|\t:]{2,60}?)\s+(?:side|delegation)$",
    re.IGNORECASE,
)
NATIVE = re.compile(r"\(([^()A-Za-z]*[\u0370-\uffff][^()A-Za-z]*)\)")
PARENTHESIS = re.compile(r"\(([^()]*)\)\s*$")
ROLES = {
    "head": DelegateRole.HEAD, "head of delegation": DelegateRole.HEAD, "hod": DelegateRole.HEAD,
    "chair": DelegateRole.HEAD, "co-head": DelegateRole.CO_HEAD, "co-chair": DelegateRole.CO_HEAD,
    "member": DelegateRole.MEMBER, "note-taker": DelegateRole.NOTE_TAKER, "notetaker": DelegateRole.NOTE_TAKER,
    "note taker": DelegateRole.NOTE_TAKER, "interpreter": DelegateRole.INTERPRETER,
    "observer": DelegateRole.OBSERVER, "observers": DelegateRole.OBSERVER,
}  # fmt: skip
ROLE_FIRST = re.compile(
    r"^(" + "|".join(sorted(ROLES, key=len, reverse=True)) + r")\s*:\s*(?=\S)", re.IGNORECASE
)
OFFICE_WORDS = re.compile(
    r"\b(director|head|chief|minister|secretary|counsell?or|officer|advisor|adviser|ambassador|attach[ée]|deputy|"
    r"coordinator|analyst|manager|envoy|desk|expert|commissioner|president|chair|representative|general)\b",
    re.IGNORECASE,
)
BODY_WORDS = re.compile(
    r"\b(ministry|mofa|department|agency|office|centre|center|cert|eeas|commission|embassy|mission|police|council|"
    r"union|states|bureau|nisc|nco|directorate|dg|service|authority|institute|university)\b",
    re.IGNORECASE,
)


def read_delegation(text: str) -> list[ParsedPerson]:
    """Everybody in a list of one side, in its order; headings of sides are passed over."""
    return [person for side in read_sides(text) for person in side.people]


def read_sides(text: str) -> list[ParsedSide]:
    """The sides of a list, each with its people; a line that ends in a colon, or in "side", begins a new one."""
    sides: list[tuple[str, list[ParsedPerson]]] = [("", [])]
    for line in text.splitlines():
        bare = BULLET.sub("", line).strip()
        if not bare:
            continue
        heading = HEADING.match(bare)
        if heading and heading_is_no_role(heading):
            sides.append(((heading["name"] or heading["other"]).strip(), []))
            continue
        parts = bare.split(";") if "\t" not in bare and "|" not in bare else [bare]
        sides[-1][1].extend(read_person(part.strip()) for part in parts if part.strip())
    return [ParsedSide(name, tuple(people)) for name, people in sides if people or name]


def heading_is_no_role(heading: re.Match[str]) -> bool:
    """False for "Observers:", which says what those below are and not whose they are."""
    return (heading["name"] or heading["other"] or "").lower() not in ROLES


def read_person(line: str) -> ParsedPerson:
    """One line as a row. An unreadable one keeps its whole text as the name, with a doubt."""
    role, line = leading_role(line)
    native = ""
    if found := NATIVE.search(line):
        native, line = found[1].strip(), (line[: found.start()] + line[found.end() :]).strip()
    while found := PARENTHESIS.search(line):
        known = ROLES.get(found[1].strip().lower())
        if known is None:
            break
        role, line = known, line[: found.start()].strip()
    person = arranged(cells(line))
    doubt = person.doubt or ("" if role is None or person.name or person.body else "Only a role is given.")
    return replace(person, native_name=native, role=role or DelegateRole.MEMBER, doubt=doubt)


def leading_role(line: str) -> tuple[DelegateRole | None, str]:
    """ "Head: Tanaka" as a role and the rest."""
    found = ROLE_FIRST.match(line)
    return (ROLES[found[1].lower()], line[found.end() :]) if found else (None, line)


def cells(line: str) -> list[str]:
    """The parts of a line: by tab or bar if it has any, else by comma, semicolon or a dash between spaces."""
    parts = re.split(r"\t+|\s*\|\s*" if "\t" in line or "|" in line else r"\s*[,;]\s*|\s+[–—-]\s+", line)
    return [part.strip() for part in parts if part.strip()]


def arranged(parts: list[str]) -> ParsedPerson:
    """Name, office and body from the parts of a line."""
    if not parts:
        return ParsedPerson(doubt="Nothing could be read.")
    first, rest = HONORIFIC.sub("", parts[0]).strip(), parts[1:]
    if not rest:
        if BODY_WORDS.search(first) and not OFFICE_WORDS.search(first):
            return ParsedPerson(body=first)
        if OFFICE_WORDS.search(first):
            return ParsedPerson(office=first, doubt="No name is given.")
        return ParsedPerson(name=first, doubt="" if len(first.split()) <= 5 else "Is this a name?")
    if len(rest) == 1:
        only = rest[0]
        return (
            ParsedPerson(name=first, office=only)
            if OFFICE_WORDS.search(only)
            else ParsedPerson(name=first, body=only)
        )
    return ParsedPerson(name=first, office=", ".join(rest[:-1]), body=rest[-1])
