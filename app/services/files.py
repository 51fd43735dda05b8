"""Files and sources of a round or meeting."""

import hashlib
import logging
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.attachment import CannotCheck, Incoming, Scanner, media_type_of, shown_name
from app.domain.errors import RuleBroken
from app.models.file_store import Damaged, FileStore
from app.models.substance import Attachment, Source
from app.services.noticing import Overtaken
from app.services.sittings import marked, owner_of, parent_columns, sitting_of
from app.services.unit_of_work import UnitOfWork

log = logging.getLogger("rapporteur.files")


@dataclass(frozen=True)
class FileRoom:
    """Where files are kept, which are taken (by ending), and who looks for viruses in them, if anybody does."""

    store: FileStore
    taken: Collection[str]
    scanner: Scanner | None = None


def attach(
    work: UnitOfWork, room: FileRoom, kind: str, ref: str, incoming: Incoming, marking: int
) -> Attachment:
    """Keep a file under its hash; RuleBroken on `file` if it will not do or is there already.

    "There already" is said only of what the viewer may know on this very round or meeting. Overtaken if it came
    there in the meantime: perhaps by the same form, sent twice.
    """
    sitting = sitting_of(work, kind, ref)
    work.act(Action.ATTACH_FILE, on=sitting)
    media_type = media_type_of(incoming, room.taken)
    sha256 = hashlib.sha256(incoming.body).hexdigest()
    if work.find(queries.substance.same_file(sitting, sha256).limit(1)) is not None:
        raise RuleBroken("file", "This very file is here already.")
    if room.scanner is not None:
        check(work, room.scanner, kind, ref, incoming.body)
        sitting = sitting_of(work, kind, ref)
        work.act(Action.ATTACH_FILE, on=sitting)
    marking = marked(work, sitting, marking)
    work.find(queries.substance.held(sitting))
    if work.find(queries.substance.same_file(sitting, sha256).limit(1)) is not None:
        raise Overtaken
    keep(room.store, incoming.body)
    return work.add(
        Attachment(
            **parent_columns(sitting),
            marking=marking,
            name=shown_name(incoming.name),
            media_type=media_type,
            size=len(incoming.body),
            sha256=sha256,
            added_by_id=work.viewer.officer_id,
            added_at=work.now,
        )
    )


def keep(store: FileStore, body: bytes) -> None:
    """Put the bytes on the disk, before the row that names them is there; RuleBroken on `file` if it takes none."""
    try:
        store.put(body)
    except OSError as fault:
        log.exception("A file cannot be kept")
        raise RuleBroken(
            "file", "The file cannot be kept now: the disk does not take it. Tell the administrator."
        ) from fault


def check(work: UnitOfWork, scanner: Scanner, kind: str, ref: str, body: bytes) -> None:
    """RuleBroken on `file` if there is a virus in it, which the audit log keeps, or if nobody can say.

    A scan takes seconds: the work lets go of the database meanwhile, so that nobody else waits for it.
    """
    work.drop()
    work.again(writes=False)
    try:
        found = scanner.found_in(body)
    except CannotCheck as fault:
        log.error("The virus scanner cannot be used: %s", fault)
        raise RuleBroken(
            "file", "The file cannot be checked for viruses now, so it was not kept. Try again later."
        ) from fault
    work.again()
    if found:
        work.act(Action.REFUSE_FILE, on=sitting_of(work, kind, ref), word=found)
        work.keep()  # it stands, though the page refuses
        raise RuleBroken("file", f"A virus was found in this file ({found}); it was not kept.")


def open_file(work: UnitOfWork, room: FileRoom, ref: str) -> tuple[Attachment, bytes | None]:
    """A file and its bytes, None if they are lost or damaged; that it was opened is recorded."""
    attachment = work.one(queries.substance.file_by_ref(ref))
    try:
        body = room.store.get(attachment.sha256)
    except Damaged as fault:
        log.error("The bytes of the file %s are %s", ref, fault)  # not its name: the log is read by others
        return attachment, None
    work.act(Action.OPEN_FILE, on=attachment)
    return attachment, body


def tidy(work: UnitOfWork, store: FileStore, before: float) -> int:
    """Take out of the store what no record names and is older than `before` (seconds, Unix); how many.

    For the system's eyes only: what a viewer may not know would seem to be named by nobody.
    """
    if not work.viewer.sees_all:
        raise ValueError("Only the system may tidy.")
    return store.tidy(frozenset(work.all(queries.substance.hashes())), before)


def remove(work: UnitOfWork, ref: str) -> Any:
    """Take a file out. The round or meeting."""
    attachment = work.one(queries.substance.file_by_ref(ref))
    work.act(Action.REMOVE_FILE, on=attachment, word=attachment.name)
    work.remove(attachment)
    return owner_of(attachment)


def cite(work: UnitOfWork, kind: str, ref: str, title: str, url: str, of: str) -> Source:
    """Say where something was read; RuleBroken on `url` for anything but an address of the web."""
    sitting = sitting_of(work, kind, ref)
    work.act(Action.CITE_SOURCE, on=sitting)
    if url and not url.lower().startswith(("https://", "http://")):
        raise RuleBroken("url", "Give an address that begins with https://, or none.")
    return work.add(Source(**parent_columns(sitting), marking=sitting.marking, title=title, url=url, kind=of))


def withdraw_source(work: UnitOfWork, ref: str) -> Any:
    """Take a source out. The round or meeting."""
    source = work.one(queries.substance.source_by_ref(ref))
    work.act(Action.CITE_SOURCE, on=source, word=f"{source.title} taken out")
    work.remove(source)
    return owner_of(source)
