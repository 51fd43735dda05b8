"""One row in every table that holds substance, with a secret word in every text that it has."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Boolean, Date, DateTime, Enum, Integer, LargeBinary, String
from sqlalchemy.types import TypeDecorator

from app import services
from app.domain.action import Action
from app.domain.letter import LetterKind
from app.models.audit import AuditEntry
from app.models.clearance import ReadoutText
from app.models.database import Base
from app.models.dialogue import Dialogue
from app.models.every_table import TABLES
from app.models.need_to_know import Restricted
from app.models.officer import Officer
from app.models.past import PastState
from app.models.readout import Readout
from app.models.search import SearchEntry
from app.models.substance import Attachment
from app.models.tag import Tag
from tests.house_for_tests import TestHouse

DERIVED = {AuditEntry, PastState, SearchEntry, Tag, Dialogue}
LEAVE = {
    "id",
    "ref",
    "uid",
    "version",
    "dialogue_id",
    "marking",
    "revision",
    "position",
    "times_carried",
    "invented",
    "writers",
    "closed_at",
    "struck_at",
}
PLAIN = {"state": "waiting", "media_type": "text/plain", "sha256": "0" * 64, "language": "en", "zone": "", "party": "",
         "url": "https://ministry.example/x", "link": "https://ministry.example/x", "kind": "", "confidence": "",
         "record_kind": "note"}  # fmt: skip


def plant(house: TestHouse, dialogue: Dialogue, author: Officer, word: str, marking: int) -> list[Base]:
    """The rows, one of each restricted table, in the dialogue, each naming its parents."""
    rows: dict[str, Any] = {"dialogue": dialogue, "officer": author}
    order = [table.name for table in Base.metadata.sorted_tables]
    kinds = sorted(
        (t for t in TABLES if issubclass(t, Restricted) and t not in DERIVED),
        key=lambda t: order.index(t.__tablename__),
    )
    with house.system() as work:
        rows["message"] = services.outbox.queue(
            work, once=f"planted:{dialogue.ref}", kind=LetterKind.ASSIGNED, officer_id=author.id
        )
        for kind in kinds:
            if kind is Attachment:
                PLAIN["sha256"] = house.app.config["FILES"].store.put(word.encode())
            row = kind(dialogue_id=dialogue.id, marking=marking, **columns_for(kind, rows, word, work))
            rows[kind.__tablename__] = work.add(row)
        work.act(Action.LOAD_RECORD, on=dialogue, word=word)
    return [row for name, row in rows.items() if name not in {"officer", "message"}]


def columns_for(kind: Any, rows: dict[str, Any], word: str, work: Any) -> dict[str, Any]:
    """A value for each column: the word in texts, the parent's number in foreign keys."""
    found: dict[str, Any] = {}
    for column in kind.__table__.columns:
        name, of = column.name, column.type
        of = of.impl if isinstance(of, TypeDecorator) else of
        if name in LEAVE or name == "withdrawn_at":
            continue
        parents = [key.column.table.name for key in column.foreign_keys]
        if parents:
            parent = next((rows[p] for p in parents if p in rows), None)
            if name == "partner_id":
                found[name] = rows["dialogue"].partner_id
            elif parent is not None:
                found[name] = parent.id
            continue
        if isinstance(of, Enum):
            found[name] = next(iter(of.enum_class))
        elif name in PLAIN:
            found[name] = PLAIN[name]
        elif isinstance(of, String):
            found[name] = f"{word} {name}"[: of.length] if of.length else f"{word} {name}"
        elif isinstance(of, JSON):
            found[name] = (
                [{"heading": word, "voice": "summary", "text": word, "marking": 0, "kept": True}]
                if kind in {Readout, ReadoutText}
                else [word]
            )
        elif isinstance(of, LargeBinary):
            found[name] = word.encode()
        elif isinstance(of, DateTime):
            found[name] = work.now if column.type is not of else work.now.replace(tzinfo=None)
        elif isinstance(of, Date):
            found[name] = date(2026, 11, 20)
        elif isinstance(of, Boolean):
            found[name] = False
        elif isinstance(of, Integer):
            found[name] = 1
    return found
