"""Lists that come in: kept for their sender, read against the record, filed whole or in part, never twice."""

import hashlib
import json
import zlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from app import queries
from app.documents.matrix.reading import read_list
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.attachment import shown_name
from app.domain.errors import Refused, RuleBroken
from app.domain.matrix.columns import Column, guess, head_of
from app.domain.matrix.dates import month_first
from app.domain.matrix.sheet import Sheet
from app.domain.matrix.verdicts import Judged, Verdict
from app.domain.policy import refusal
from app.models.import_file import ImportFile
from app.services.import_filing import put
from app.services.import_reading import Reading
from app.services.unit_of_work import UnitOfWork

KEPT_FOR = timedelta(hours=24)
DATED = frozenset(
    {Column.SAID_ON, Column.DUE, Column.WORKING, Column.STEP_DUE, Column.STEP_DAY, Column.WAITING_SINCE}
)


def receive(work: UnitOfWork, name: str, raw: bytes, dialogue_ref: str = "") -> ImportFile:
    """Keep a list for its sender, with a guess of what it means; RuleBroken on `file`. Older lists are thrown away."""
    if not work.may(Action.OPEN_DIALOGUE, OFFICE):
        raise Refused(refusal(Action.IMPORT_LIST))
    sheets = read_list(name, raw)
    for old in work.all(queries.imports.older_than(work.now - KEPT_FOR)):
        work.remove(old)
    row = ImportFile(
        officer_id=work.viewer.officer_id,
        name=shown_name(name),
        sha256=hashlib.sha256(raw).hexdigest(),
        cells=zlib.compress(
            json.dumps([[s.name, s.rows, s.note] for s in sheets]).encode("utf-8", "surrogatepass")
        ),
        settings={"dialogue": dialogue_ref, "owed": "ours", "ticked": [], **guessed(sheets, 0)},
        made_at=work.now,
    )
    return work.add(row)


def guessed(sheets: Sequence[Sheet], which: int, head: int | None = None) -> dict[str, Any]:
    """How a sheet is read if nobody says otherwise: its head (from 0), its columns, the order of its dates."""
    rows = sheets[which].rows
    at = head_of(rows) if head is None else min(head, max(len(rows) - 1, 0))
    head_row = rows[at] if rows else ()
    columns = guess(head_row)
    dates = (
        row[place]
        for place, column in enumerate(columns)
        if column in DATED
        for row in rows[at + 1 :]
        if place < len(row)
    )
    return {
        "sheet": which,
        "head": at,
        "columns": [c.value if c else "" for c in columns],
        "american": month_first(dates),
    }


def arrange(work: UnitOfWork, row: ImportFile, **settings: Any) -> None:
    """Read it another way from now on."""
    row.settings = {**row.settings, **settings}
    work.flush()


def reading(work: UnitOfWork, ref: str) -> Reading:
    """The sender's own list, read; Missing for anybody else's."""
    return Reading(work, work.one(queries.imports.by_ref(ref, work.viewer.officer_id)))


def file_rows(work: UnitOfWork, ref: str, seen: str, *, in_part: bool) -> Reading:
    """File the rows that can be: all of them, or (`in_part`) those that are right although others are wrong.

    RuleBroken (without a field) if it was filed already, if it reads otherwise than was `seen`, or if a row is wrong
    and nobody said that the others are to go in.
    """
    found = Reading(work, work.one(queries.imports.held(ref, work.viewer.officer_id)))
    if found.file.filed_at is not None:
        raise RuleBroken("", "This list was filed already.")
    if found.mark != seen:
        raise RuleBroken("", "The record or the list changed while you looked at it. Look at the rows again.")
    if found.counts[Verdict.WRONG] and not in_part:
        raise RuleBroken("", "Some rows cannot be filed. File the others, or correct the list first.")
    filed = [each for each in found.judged if each.verdict is Verdict.FILED]
    if not filed:
        raise RuleBroken("", "There is nothing to file in this list.")
    promises, steps = put(work, found.file.name, found.file.ref, filed)
    found.file.filed_at = work.now
    found.file.outcome = {"promises": promises, "steps": steps, "rows": len(filed), "left": left_in(found)}
    work.flush()
    return found


def left_in(found: Reading) -> list[list[Any]]:
    """The rows that were not filed and are not on record, as (number, why): what the file of the others holds."""
    return [
        [each.row.number, why_not(each)]
        for each in found.judged
        if each.verdict not in {Verdict.FILED, Verdict.KNOWN}
    ]


def why_not(each: Judged) -> str:
    """Why a row was not filed, in one line."""
    if each.verdict is Verdict.WRONG:
        return "; ".join(f"{f.heading}: {f.reason}" if f.heading else f.reason for f in each.row.faults)
    if each.verdict is Verdict.LIKE:
        return f"Like one on record ({each.like.ref}): {each.like.sentence[:160]}"
    if each.verdict is Verdict.TWICE:
        return f"The same as row {each.same_as}"
    told = (f"{what}: “{before}” on record, “{after}” here" for what, before, after in each.differences)
    return f"On record with other words. {'; '.join(told)}"


def others(found: Reading) -> tuple[list[str], list[list[object]]]:
    """The rows that do not go in, with their own columns and why not."""
    left = found.file.outcome["left"] if found.file.outcome else left_in(found)
    header = [*(" ".join(cell.split()) for cell in found.head), WHY_NOT]
    return header, [[*found.row_as_written(number)[: len(found.head)], why] for number, why in left]


WHY_NOT = "Why not"
"""The heading of the last column in the file of the others; nothing is read from it."""
