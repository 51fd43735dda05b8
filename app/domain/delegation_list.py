"""A delegation list pasted from a letter, as rows to confirm; nothing of it is dropped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.domain.delegate_line import LONGEST_LINE, ParsedPerson, read_cells, read_line
from app.domain.delegate_words import column_of, is_body, is_name, is_office, role_of
from app.domain.delegation import DelegateRole


@dataclass(frozen=True)
class ParsedSide:
    """A heading and the people under it; the first side has no name if the list begins without one."""

    name: str
    people: tuple[ParsedPerson, ...]


@dataclass
class Place:
    """Where in a list the reader stands: under which side, which role, in the columns of which table."""

    sides: list[tuple[str, list[ParsedPerson]]] = field(default_factory=lambda: [("", [])])
    role: DelegateRole | None = None
    columns: Sequence[str | None] = ()

    def begin(self, side: str) -> None:
        """A new side."""
        self.sides.append((side, []))
        self.role = None

    def add(self, people: Sequence[ParsedPerson]) -> None:
        """Rows under the present side; under "Head:" only the first of them is the head."""
        self.sides[-1][1].extend(people)
        if people and self.role is DelegateRole.HEAD:
            self.role = None


WIDE = str.maketrans("（）", "()")
BULLET = re.compile(r"^\s*(?:[-*•–—▪◦·]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+")
COUNT = re.compile(r"\s*\(\d+(?: \w+)?\)$")
SIDE = re.compile(
    r"(?:the )?(?:delegation of |participants from )(?:the )?(?P<of>[^,;|\t:]{2,60})"
    r"|(?P<name>[^,;|\t:：]{2,60}?)(?:\s+(?:side|delegation)|側)",
    re.IGNORECASE,
)
LABELLED = re.compile(r"(?P<label>[^,;|\t:：()]{2,60}?)\s*[:：]\s*(?!//)(?P<rest>\S.*)")
WHOSE = re.compile(r"\bof (?:the )?(?!the\b)(?P<of>\S.*?) delegation\b", re.IGNORECASE)
TITLE = re.compile(
    r"(?:the )?(?:list of )?(?:participants|delegates|attendees|attendance|delegation list|delegation)(?: list)?",
    re.IGNORECASE,
)


def read_delegation(text: str) -> list[ParsedPerson]:
    """Everybody in a list of one side, in its order; headings of sides are passed over."""
    return [person for side in read_sides(text) for person in side.people]


def read_sides(text: str) -> list[ParsedSide]:
    """The sides of a list, each with its people.

    A line that ends in a colon, or in "side" or "delegation", begins a new side; one that names a role ("Observers:")
    says what those below it are. A table may begin with the headings of its columns.
    """
    place = Place()
    for line in text.translate(WIDE).splitlines():
        bare = line if is_row(line) else BULLET.sub("", line).strip()
        if any(character.isalnum() for character in bare):
            read_into(place, bare)
    return [ParsedSide(name, tuple(people)) for name, people in place.sides if people or name]


def read_into(place: Place, line: str) -> None:
    """One line, as a heading or as people."""
    if len(line) > LONGEST_LINE:
        place.add(read_line(line, place.role))
    elif is_row(line):
        read_row(place, cells_of(line))
    elif (role := role_of(line)) and line.lower().endswith((":", "：", "s", "delegation")):
        begin_if_named(place, line)
        place.role = role
    elif side := side_of(line):
        place.begin(side)
    elif TITLE.fullmatch(line.rstrip(":： ")):
        place.add([ParsedPerson(name=line, doubt="Is this a heading?")])
    elif label := LABELLED.fullmatch(line):
        read_labelled(place, label["label"], label["rest"])
    else:
        read_people(place, line, place.role)


def is_row(line: str) -> bool:
    """True for a row of a table."""
    return "\t" in line.strip() or "|" in line


def cells_of(line: str) -> list[str]:
    """The cells of a row, the empty ones too; bars may stand around it."""
    row = line if "\t" in line else line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in re.split(r"\t|\|", row)]


def side_of(line: str) -> str:
    """The side that a heading names; empty if the line is none."""
    bare = COUNT.sub("", line.rstrip(":： "))
    found = SIDE.fullmatch(bare)
    if found:
        return str(found["of"] or found["name"]).strip()
    is_heading = line[-1] in ":：" and 2 <= len(bare) <= 60 and not re.search(r"[,;|:：]", bare)
    return bare if is_heading and not TITLE.fullmatch(bare) else ""


def read_row(place: Place, cells: list[str]) -> None:
    """A row of a table: the headings of its columns, or a person."""
    columns = [column_of(cell) for cell in cells]
    if not place.columns and len([column for column in columns if column]) > 1:
        place.columns = columns
    elif len(cells) == len(place.columns):
        place.add([from_columns(cells, place)])
    else:
        place.add(read_cells([cell for cell in cells if cell and not is_number(cell)], place.role))


def is_number(cell: str) -> bool:
    """True for the number of a row."""
    return cell.rstrip(".").isdigit()


def from_columns(cells: list[str], place: Place) -> ParsedPerson:
    """A row under the headings of its columns; what stands under an unknown heading is told in the doubt."""
    found: dict[str, list[str]] = {"name": [], "native_name": [], "office": [], "body": [], "role": []}
    astray = []
    for cell, column in zip(cells, place.columns, strict=True):
        if cell and column:
            found[column].append(cell)
        elif cell and not is_number(cell):
            astray.append(cell)
    role = role_of(" ".join(found["role"]))
    astray += found["role"] if role is None else []
    [person, *_] = read_cells([" ".join(found["name"])], role or place.role)
    office = ", ".join(part for part in (person.office, *found["office"]) if part)
    lost = f"Not placed: {', '.join(astray)}." if astray else ""
    return replace(
        person,
        native_name=" ".join(found["native_name"]) or person.native_name,
        office=office,
        body=" ".join(found["body"]) or person.body,
        doubt=f"{person.doubt} {lost}".strip(),
    )


def begin_if_named(place: Place, words: str) -> None:
    """A new side, if the words of a role name one that is not the present one: "Head of the EU delegation"."""
    found = WHOSE.search(words)
    if found and found["of"].casefold() != place.sides[-1][0].casefold():
        place.begin(found["of"])


def read_labelled(place: Place, label: str, rest: str) -> None:
    """ "Head: Tanaka", "MOFA: Tanaka, Sato", "Director: Tanaka", "Tanaka: Director", or a side and its people."""
    names = re.split(r"\s*[,;、；]\s*", rest)
    if role := role_of(label):
        begin_if_named(place, label)
        read_people(place, rest, role)
    elif is_office(label):
        people = read_line(rest, place.role)
        place.add([replace(person, office=together(label, person.office)) for person in people])
    elif is_body(label) and all(is_name(name) for name in names):
        people = [person for name in names for person in read_line(name, place.role)]
        place.add([replace(person, body=together(label, person.body)) for person in people])
    elif is_office(names[0]):
        read_people(place, f"{label}, {rest}", place.role)
    else:
        place.begin(label)
        read_people(place, rest, None)


def together(label: str, found: str) -> str:
    """What stood before the colon, and what was found after it if that says more."""
    return label if not found or found.casefold() == label.casefold() else f"{label}, {found}"


def read_people(place: Place, line: str, role: DelegateRole | None) -> None:
    """The people of a line, parted by semicolons, unless these part the name, the office and the body of one."""
    parts = [part for part in re.split(r"\s*[;；]\s*(?![^()]*\))", line) if part]
    one_person = "," not in line and len(parts) > 1 and any(is_office(part) for part in parts[1:])
    for part in [line] if one_person else parts:
        place.add(read_line(part, role))
