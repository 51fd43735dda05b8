"""Reports: the records behind a number, and what is taken along of them, recorded."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from app import queries
from app.documents.report_pdf import render
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.report import Item
from app.domain.report_sheet import ReportSheet
from app.services.paging import Page, cut
from app.services.unit_of_work import UnitOfWork

AT_ONCE = 5_000
"""So many records are read with one statement for a spreadsheet."""


def opened(work: UnitOfWork, items: Sequence[Item], number: int) -> Page[Any]:
    """One page of the records behind a number, in the order of the items; beyond the end, the last."""
    page = cut(items, number)
    return Page(in_order(work, page.rows), page.number, page.total)


def all_of(work: UnitOfWork, items: Sequence[Item]) -> list[Any]:
    """All records behind a number, for a spreadsheet."""
    found: list[Any] = []
    for start in range(0, len(items), AT_ONCE):
        found += in_order(work, items[start : start + AT_ONCE])
    return found


def in_order(work: UnitOfWork, items: Sequence[Item]) -> list[Any]:
    """The records of these items, in their order."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for item in items:
        numbers[item.kind].append(item.number)
    found = {
        Item(kind, row.id): row
        for kind, wanted in numbers.items()
        for row in work.all(queries.past.records(kind, wanted))
    }
    return [found[item] for item in items if item in found]


def taken_along(work: UnitOfWork, sheet: ReportSheet) -> bytes:
    """The report as a PDF; the audit log says who took it."""
    work.act(Action.EXPORT_LIST, on=OFFICE, word=f"report: {sheet.title}")
    return render(sheet).pdf
