"""What the rows of a list are read against, gathered with the eyes of whoever sent it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from app import queries
from app.domain.commitment import OwedBy
from app.domain.dialogue import DialogueKind
from app.domain.matrix.around import Around, KnownDialogue, KnownOfficer, KnownSitting
from app.domain.matrix.columns import plain_heading
from app.domain.matrix.names_abroad import NAMES_ABROAD
from app.domain.reference import TermKind
from app.models.dialogue import Dialogue
from app.reference import shelf
from app.services.unit_of_work import UnitOfWork


def around(work: UnitOfWork, settings: dict[str, Any]) -> Around:
    """The office as a list is read against it; as many statements for a long list as for a short one."""
    office = work.one(queries.officers.office())
    rows = work.all(queries.imports.dialogues())
    dialogues = tuple(known_dialogue(row) for row in rows)
    chosen = next((row.id for row in rows if row.ref == settings.get("dialogue")), None)
    choices = [m for m in work.scheme.choices() if m.rank <= work.viewer.clearance or work.viewer.sees_all]
    owed = settings.get("owed", "")
    return Around(
        today=work.today,
        partners=partner_names(work),
        dialogues=dialogues,
        sittings=sittings(work),
        officers=officers(work, [dialogue.number for dialogue in dialogues]),
        markings={
            plain_heading(each): m.rank
            for m in work.scheme.markings
            for each in (m.label, m.code, short(m.label))
        },
        highest=max((m.rank for m in choices), default=0),
        own_names=frozenset(
            map(plain_heading, (office.own_side, office.own_name, *NAMES_ABROAD.get(office.own_side, ())))
        ),
        topics=topics(work),
        door=lru_cache(maxsize=4096)(work.scheme.text_door),  # most cells of a column say the same
        default_dialogue=chosen,
        default_owed=OwedBy(owed) if owed else None,
        american=bool(settings.get("american")),
    )


def short(label: str) -> str:
    """A marking or a name without what stands before its colon: AMBER for TLP:AMBER."""
    return label.rsplit(":", 1)[-1]


def partner_names(work: UnitOfWork) -> dict[str, int]:
    """Everything that a partner is called, with its number; a name of two partners names none."""
    found: dict[str, set[int]] = defaultdict(set)
    for partner in work.all(queries.partners.all_partners()):
        native = partner.native_name.split(" · ")
        abroad = NAMES_ABROAD.get(partner.code, ())
        for name in (
            partner.short_name,
            partner.formal_name,
            partner.code,
            *native,
            *partner.aliases,
            *abroad,
        ):
            if plain_heading(name):
                found[plain_heading(name)].add(partner.id)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


def known_dialogue(row: Dialogue) -> KnownDialogue:
    """A dialogue by all its names."""
    names = {plain_heading(name) for name in (row.name, row.their_name, *row.aliases)} - {""}
    ours = row.kind is DialogueKind.DIALOGUE
    return KnownDialogue(row.id, row.partner_id, row.name, frozenset(names), row.marking, ours)


def sittings(work: UnitOfWork) -> dict[tuple[int, str], KnownSitting]:
    """Rounds by their number and title, meetings by their title; a title of two names none."""
    found: dict[tuple[int, str], list[KnownSitting]] = defaultdict(list)
    for row in work.all(queries.imports.rounds()):
        known = KnownSitting("round", row.id, None, row.marking, row.ends_on)
        for name in {row.title, str(row.number or ""), f"round {row.number}" if row.number else ""} - {""}:
            found[row.dialogue_id, plain_heading(name)].append(known)
    for meeting in work.all(queries.imports.meetings()):
        known = KnownSitting("meeting", meeting.id, meeting.round_id, meeting.marking, meeting.ends_on)
        found[meeting.dialogue_id, plain_heading(meeting.title)].append(known)
    return {name: sat[0] for name, sat in found.items() if len(sat) == 1}


def officers(work: UnitOfWork, dialogue_ids: Sequence[int]) -> tuple[KnownOfficer, ...]:
    """Who may own a follow-up, where."""
    by_name: dict[int, set[int]] = defaultdict(set)
    by_desk: dict[int, set[int]] = defaultdict(set)
    for one in work.all(queries.imports.read_ins(dialogue_ids)):
        if one.officer_id is not None:
            by_name[one.officer_id].add(one.dialogue_id)
        elif one.desk_id is not None:
            by_desk[one.desk_id].add(one.dialogue_id)
    return tuple(
        KnownOfficer(
            row.id,
            row.name,
            frozenset(plain_heading(name) for name in (row.name, row.email)),
            row.clearance,
            frozenset(by_name[row.id] | (by_desk[row.desk_id] if row.desk_id is not None else set())),
        )
        for row in work.all(queries.imports.possible_owners())
    )


def topics(work: UnitOfWork) -> dict[str, str]:
    """The topics by their label and code, those that were added here too."""
    added = [row for row in work.all(queries.terms.all_rows()) if row.kind == TermKind.TOPIC.value]
    pairs: Iterable[tuple[str, str]] = [
        *((term.code, term.label) for term in shelf.topics()),
        *((row.code, row.label) for row in added),
    ]
    return {plain_heading(name): code for code, label in pairs for name in (code, label)}
