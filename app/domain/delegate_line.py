"""One line of a delegation list, as rows to confirm: the name, the office, the body, the role, and the doubt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.delegate_words import (
    ADDRESSED,
    BODY,
    CONTACT,
    OPEN,
    RANK,
    is_body,
    is_name,
    is_office,
    role_of,
)
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


LONGEST_LINE = 1_000
"""Characters of a line that is still looked at."""

OUTSIDE_BRACKETS = r"(?![^()]*\))"
SEPARATOR = re.compile(rf"(?:\s*[,;，、；]\s*|\s+[–—-]\s+){OUTSIDE_BRACKETS}")
BRACKET = re.compile(r"\s*\(([^()]*)\)")
OTHER_SCRIPT = "[\u0370-\u1dff\u2c00-\ud7ff\uf900-\ufdff\uff66-\uffdc]"
NATIVE_AFTER = re.compile(rf"([^\W\d_][^()]*?)\s+({OTHER_SCRIPT}[^()A-Za-z]*)")
TWO_NAMES = re.compile(r"(.+?)\s+(?:and|&)\s+(.+)")


def read_line(line: str, role: DelegateRole | None = None) -> list[ParsedPerson]:
    """The row of a line without table, or two if it names two people; `role` is what its heading says.

    An unreadable line keeps its whole text in one field of the row, with a doubt.
    """
    if len(line) > LONGEST_LINE:
        return [
            ParsedPerson(line, role=role or DelegateRole.MEMBER, doubt="This is too long to be one person.")
        ]
    return read_cells([cell for cell in SEPARATOR.split(line) if cell], role)


def read_cells(cells: Sequence[str], role: DelegateRole | None = None) -> list[ParsedPerson]:
    """The same from the parts of a line."""
    doubts: list[str] = []
    parts: list[str] = []
    for cell in cells:
        said, rest = without_role(cell)
        role = said or role
        if OPEN.search(rest):
            doubts.append("To be confirmed.")
            rest = re.sub(r"\(\s*\)", "", OPEN.sub("", rest)).strip()
        if CONTACT.fullmatch(rest):
            doubts.append(f"Not placed: {rest}.")
        elif rest:
            parts.append(rest)
    people = arranged(parts) if parts else [ParsedPerson(doubt="No name is given.")]
    return [
        replace(person, role=role or person.role, doubt=" ".join([person.doubt, *doubts]).strip())
        for person in people
    ]


def without_role(cell: str) -> tuple[DelegateRole | None, str]:
    """A role named in the cell, alone or in brackets, and what else stands there."""
    if role := role_of(cell):
        return role, ""
    for found in BRACKET.finditer(cell):
        if role := role_of(found[1]):
            return role, (cell[: found.start()] + cell[found.end() :]).strip()
    return None, cell.strip()


def arranged(parts: list[str]) -> list[ParsedPerson]:
    """Name, office and body from the parts of a line, in whatever order they are likely to stand."""
    body = body_in_brackets(parts)
    first, *rest = office_from_brackets(parts[0]) + parts[1:]
    if BODY.search(first) and not is_office(first):
        return [from_body(first, rest, body)]
    if is_office(first) and not RANK.match(first):
        bodies = ", ".join(part for part in (*rest, body) if part)
        return [ParsedPerson(office=first, body=bodies, doubt="No name is given.")]
    person = named(first)
    if (pair := TWO_NAMES.fullmatch(person.name)) and is_name(pair[1]) and is_name(pair[2]):
        both = [with_rest(replace(person, name=name), rest, body) for name in pair.groups()]
        return [replace(one, doubt="Two people stood on one line.") for one in both]
    return [with_rest(person, rest, body)]


def body_in_brackets(parts: list[str]) -> str:
    """A body in brackets at the end of the last part, taken away from there: "Anna Lind (MFA)"."""
    found = list(BRACKET.finditer(parts[-1]))
    if not found or found[-1].end() != len(parts[-1]) or not is_body(found[-1][1].strip()):
        return ""
    bare = parts[-1][: found[-1].start()].strip()
    if not bare or is_body(bare):
        return ""
    parts[-1] = bare
    return found[-1][1].strip()


def office_from_brackets(first: str) -> list[str]:
    """ "Anna Lind (Director)" as two parts."""
    found = BRACKET.search(first)
    if (
        found
        and found.end() == len(first)
        and is_office(found[1])
        and is_name(bare := first[: found.start()])
    ):
        return [bare, found[1].strip()]
    return [first]


def from_body(body: str, rest: list[str], more: str) -> ParsedPerson:
    """A body that stands first: alone, with its parts, or before the name of who comes from it."""
    whole = body + (f" ({more})" if more else "")
    if rest and is_name(rest[0]):
        return replace(
            named(rest[0]), office=", ".join(rest[1:]), body=whole, doubt=f"Is “{rest[0]}” the name?"
        )
    offices = [part for part in rest if is_office(part)]
    bodies = [whole, *(part for part in rest if part not in offices)]
    doubt = "No name is given." if offices else ""
    return ParsedPerson(office=", ".join(offices), body=", ".join(bodies), doubt=doubt)


def native_apart(text: str) -> tuple[str, str]:
    """A name, and the same in its own script if that stands in brackets or after it."""
    for found in BRACKET.finditer(text):
        if re.search(OTHER_SCRIPT, found[1]) and not re.search("[A-Za-z]", found[1]):
            return (text[: found.start()] + text[found.end() :]).strip(), found[1].strip()
    apart = NATIVE_AFTER.fullmatch(text)
    return (apart[1], apart[2].strip()) if apart and re.search("[A-Za-z]", apart[1]) else (text, "")


def unaddressed(text: str) -> str:
    """The text without Mr, Ms or H.E. before it."""
    while found := ADDRESSED.match(text):
        text = text[found.end() :]
    return text


def named(text: str) -> ParsedPerson:
    """A name without the form of address, with the rank before it as the office and its own script apart."""
    text, native = native_apart(text)
    text = unaddressed(text)
    rank = RANK.match(text)
    if rank is None:
        doubt = "" if len(text.split()) <= 5 else "Is this a name?"
        return ParsedPerson(text, native, doubt=doubt)
    name = unaddressed(text[rank.end() :])
    if not is_name(name):
        return ParsedPerson("", native, office=text, doubt="No name is given.")
    sure = rank[1].startswith("Amb")
    office = rank[1].replace("Amb.", "Ambassador")
    return ParsedPerson(name, native, office, doubt="" if sure else f"Is “{name}” the name?")


def with_rest(person: ParsedPerson, rest: list[str], body: str) -> ParsedPerson:
    """The office and the body from what follows the name."""
    name, doubt = person.name, person.doubt
    if len(rest) > 1 and is_name(rest[0]) and " " not in name + rest[0]:
        doubt = f"Are “{name}” and “{rest[0]}” one name, or two people?"
        if is_office(rest[1]) or is_body(rest[1]):
            name, rest = f"{name}, {rest[0]}", rest[1:]
    if rest and not body and not is_office(rest[-1]):
        *rest, body = rest
        if not rest and not doubt and is_name(body):
            doubt = f"Is “{body}” a body, or another person?"
    office = ", ".join(part for part in (person.office, *rest) if part)
    return replace(person, name=name, office=office, body=body, doubt=doubt)
