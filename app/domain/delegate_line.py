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
    first, rest, body = parts[0], parts[1:], ""
    if not rest or not BODY.search(rest[-1]):
        body = body_in_brackets(parts)
        first, rest = parts[0], parts[1:]
    if BODY.search(first) and not is_office(first):
        return [from_body(first, rest, body)]
    if is_office(first) and not RANK.match(first):
        return [ParsedPerson(office=first, body=body or ", ".join(rest), doubt="No name is given.")]
    person = named(first)
    if pair := TWO_NAMES.fullmatch(person.name):
        if is_name(pair[1]) and is_name(pair[2]):
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


def from_body(body: str, rest: list[str], more: str) -> ParsedPerson:
    """A body that stands first: alone, or before the name of who comes from it."""
    if not rest:
        return ParsedPerson(body=body + (f" ({more})" if more else ""))
    return replace(with_rest(named(rest[0]), rest[1:], more), body=body)


def named(text: str) -> ParsedPerson:
    """A name without the form of address, with the rank before it as the office and its own script apart."""
    native = ""
    for found in BRACKET.finditer(text):
        if re.search(OTHER_SCRIPT, found[1]) and not re.search("[A-Za-z]", found[1]):
            native, text = found[1].strip(), (text[: found.start()] + text[found.end() :]).strip()
            break
    else:
        if apart := NATIVE_AFTER.fullmatch(text):
            if re.search("[A-Za-z]", apart[1]):
                text, native = apart[1], apart[2].strip()
    while found := ADDRESSED.match(text):
        text = text[found.end() :]
    rank = RANK.match(text)
    if rank is None:
        doubt = "" if len(text.split()) <= 5 else "Is this a name?"
        return ParsedPerson(text, native, doubt=doubt)
    name = ADDRESSED.sub("", text[rank.end() :])
    if not is_name(name):
        return ParsedPerson("", native, office=text, doubt="No name is given.")
    sure = rank[1].startswith("Amb")
    return ParsedPerson(name, native, rank[1], doubt="" if sure else f"Is “{name}” the name?")


def with_rest(person: ParsedPerson, rest: list[str], body: str) -> ParsedPerson:
    """The office and the body from what follows the name."""
    doubt = person.doubt
    if len(rest) > 1 and " " not in person.name and is_name(rest[0]) and " " not in rest[0]:
        doubt = f"Are “{person.name}” and “{rest[0]}” one name, or two people?"
    if rest and not body and not is_office(rest[-1]):
        *rest, body = rest
        if len(rest) == 0 and not is_body(body) and is_name(body):
            doubt = doubt or f"Is “{body}” a body, or another person?"
    office = ", ".join(part for part in (person.office, *rest) if part)
    return replace(person, office=office, body=body, doubt=doubt)
