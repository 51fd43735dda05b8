"""Reports on their way out: as a printed sheet, and as rows for a spreadsheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from flask import g

from app.domain.report import Item
from app.domain.report_sheet import PrintedFigure, PrintedTable, ReportSheet
from app.domain.stated_date import StatedDate, full, say
from app.web.coverage_page import Coverage
from app.web.report_page import Reported

ROWS = ("Kind", "Reference", "Partner", "Dialogue", "What", "Day", "Stood then", "As of", "Marking")
KINDS = {"follow_up": "follow-up"}


def sheet(asked: Reported, title: str, **parts: Any) -> ReportSheet:
    """A printed report with what all have."""
    return ReportSheet(
        title=title,
        office=g.office.name,
        dated=asked.on,
        narrowed_to=asked.words[0].upper() + asked.words[1:],
        marking=g.work.scheme.of(g.work.marking).label if g.work.marking else "",
        method=asked.method,
        **parts,
    )


def figures_paper(asked: Reported) -> ReportSheet:
    """The figures on paper."""
    printed = [PrintedFigure(each.title, each.said, each.rule, each.rows) for each in asked.figures]
    return sheet(asked, "Dialogues and promises in figures", figures=tuple(printed))


def coverage_paper(asked: Coverage) -> ReportSheet:
    """The table on paper."""
    shown = asked.table
    keys = [key for key, _ in shown.columns]
    printed = PrintedTable(
        caption=asked.caption,
        columns=tuple(label for _, label in shown.columns),
        rows=tuple(
            (label, shown.number(code), tuple(shown.number(code, key) for key in keys))
            for code, label in shown.rows
        ),
        foot=(len(shown.all), tuple(shown.number("", key) for key in keys)),
        most=shown.most,
    )
    return sheet(asked, asked.title, tables=(printed,))


def figure_rows(asked: Reported) -> Iterator[tuple[object, ...]]:
    """A row for each part of each figure."""
    for each in asked.figures:
        for part in each.parts:
            yield each.title, each.said, part.label, part.number, each.rule, asked.words, asked.on


def coverage_rows(asked: Coverage) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """The head and the rows of the table: a term, all, and a number under each column."""
    shown = asked.table
    keys = [key for key, _ in shown.columns]
    rows: list[tuple[object, ...]] = [
        (label, shown.number(code), *(shown.number(code, key) for key in keys)) for code, label in shown.rows
    ]
    rows.append(("All counted", len(shown.all), *(shown.number("", key) for key in keys)))
    return (f"As of {full(asked.on)}", "All", *(label for _, label in shown.columns)), rows


def record_rows(asked: Reported, records: Iterable[Any]) -> Iterator[tuple[object, ...]]:
    """The records behind a number, with how each stood on the day."""
    for record in records:
        kind = record.__tablename__
        dialogue = record if kind == "dialogue" else record.dialogue
        partner = record.partner if kind == "meeting" else dialogue.partner
        yield (
            KINDS.get(kind, kind), record.ref, partner.short_name, dialogue.name, what_of(record), day_of(record),
            asked.stood(Item(kind, record.id)), asked.on, g.work.scheme.of(record.marking).label,
        )  # fmt: skip


def what_of(record: Any) -> str:
    """What it is called, or what it says."""
    return str(
        next(getattr(record, name) for name in ("sentence", "text", "title", "name") if hasattr(record, name))
    )


def day_of(record: Any) -> str:
    """The day on which it was said or held, or by which it is due."""
    if hasattr(record, "starts_on"):
        return say(StatedDate(record.stated, record.starts_on, record.ends_on, record.precision))
    day = (
        getattr(record, "agreed_on", None)
        if record.__tablename__ == "commitment"
        else getattr(record, "due", None)
    )
    return full(day) if day else ""
