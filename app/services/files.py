"""Files and sources of a round or meeting."""

import hashlib
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.attachment import Incoming, media_type_of, shown_name
from app.domain.errors import RuleBroken
from app.models.substance import Attachment, Source
from app.services.sittings import marked, owner_of, parent_columns, sitting_of
from app.services.unit_of_work import UnitOfWork


def attach(work: UnitOfWork, kind: str, ref: str, incoming: Incoming, marking: int) -> Attachment:
    """Keep a file with its hash; RuleBroken on `file` if it will not do or is there already."""
    sitting = sitting_of(work, kind, ref)
    work.act(Action.ATTACH_FILE, on=sitting)
    media_type = media_type_of(incoming)
    sha256 = hashlib.sha256(incoming.body).hexdigest()
    if work.find(queries.substance.same_file(sitting, sha256).limit(1)) is not None:
        raise RuleBroken("file", "This very file is here already.")
    return work.add(
        Attachment(
            **parent_columns(sitting),
            marking=marked(work, sitting, marking),
            name=shown_name(incoming.name),
            media_type=media_type,
            size=len(incoming.body),
            sha256=sha256,
            body=incoming.body,
            added_by_id=work.viewer.officer_id,
            added_at=work.now,
        )
    )


def open_file(work: UnitOfWork, ref: str) -> tuple[Attachment, bytes]:
    """A file and its bytes; that it was opened is recorded."""
    attachment = work.one(queries.substance.file_with_bytes(ref))
    work.act(Action.OPEN_FILE, on=attachment)
    return attachment, attachment.body


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
