"""Reports for the director: figures and coverage as of a day; every number opens to its records."""

from typing import Any

from flask import Blueprint, Response, g, render_template

from app import services
from app.domain.errors import Missing
from app.domain.figures_of_sittings import rights_by_partner
from app.domain.report import Item
from app.web.arguments import number
from app.web.coverage_page import Coverage
from app.web.report_file import as_pdf
from app.web.report_page import Reported
from app.web.report_paper import (
    ROWS,
    coverage_paper,
    coverage_rows,
    day_of,
    figure_rows,
    figures_paper,
    record_rows,
)
from app.web.spreadsheet import spreadsheet

views = Blueprint("reports", __name__)

FILES = "any(csv, xlsx):file"
FIGURE_HEADER = ("Figure", "Says", "Part", "Number", "Rule", "Narrowed to", "As of")


@views.app_template_filter("item_of")
def item_of(record: Any) -> Item:
    """What a report counts a record as."""
    return Item(record.__tablename__, record.id)


@views.app_template_filter("report_day")
def report_day(record: Any) -> str:
    """The day of a record in a report."""
    return day_of(record)


@views.get("/reports")
def index() -> str:
    """The figures, each with its parts."""
    asked = Reported("reports.index")
    return render_template("reports/index.html", asked=asked, rights=rights_by_partner(asked.found))


@views.get(f"/reports/export.<{FILES}>")
def export(file: str) -> Response:
    """The figures for a spreadsheet, a row for each part; that they were taken along is recorded."""
    asked = Reported("reports.index")
    return spreadsheet("figures", FIGURE_HEADER, figure_rows(asked), file, asked.method)


@views.get("/reports/figures.pdf")
def paper() -> Response:
    """The figures on paper."""
    return as_pdf("figures", figures_paper(Reported("reports.index")))


def behind(figure: str, part: str) -> tuple[Reported, str, tuple[Item, ...]]:
    """What is asked for, and the records behind one part of a figure with its words; Missing if there is none."""
    asked = Reported("reports.index")
    for each in asked.figures:
        found = each.part(part) if each.code == figure else None
        if found is not None:
            return asked, f"{each.title}: {found.label}", found.items
    raise Missing


@views.get("/reports/figures/<figure>/<part>")
def figure(figure: str, part: str) -> str:
    """The records behind one part of a figure."""
    asked, title, items = behind(figure, part)
    page = services.reports.opened(g.work, items, number("page"))
    return render_template(
        "reports/figure.html", asked=asked, title=title, page=page, figure=figure, part=part
    )


@views.get(f"/reports/figures/<figure>/<part>/export.<{FILES}>")
def export_figure(figure: str, part: str, file: str) -> Response:
    """The same for a spreadsheet."""
    asked, _, items = behind(figure, part)
    rows = record_rows(asked, services.reports.all_of(g.work, items))
    return spreadsheet(f"{figure}-{part}", ROWS, rows, file, asked.method)


@views.get("/reports/coverage")
def coverage() -> str:
    """What was raised with whom."""
    return render_template("reports/coverage.html", asked=Coverage())


@views.get(f"/reports/coverage/export.<{FILES}>")
def export_coverage(file: str) -> Response:
    """The table for a spreadsheet."""
    asked = Coverage()
    header, rows = coverage_rows(asked)
    return spreadsheet(f"coverage-{asked.by}", header, rows, file, asked.method)


@views.get("/reports/coverage.pdf")
def coverage_on_paper() -> Response:
    """The table on paper."""
    asked = Coverage()
    return as_pdf(f"coverage-{asked.by}", coverage_paper(asked))


@views.get("/reports/coverage/records")
def cell() -> str:
    """The records behind one number of the table."""
    asked = Coverage()
    title, items = asked.opened()
    page = services.reports.opened(g.work, items, number("page"))
    return render_template("reports/cell.html", asked=asked, title=title, page=page)


@views.get(f"/reports/coverage/records/export.<{FILES}>")
def export_cell(file: str) -> Response:
    """The same for a spreadsheet."""
    asked = Coverage()
    _, items = asked.opened()
    rows = record_rows(asked, services.reports.all_of(g.work, items))
    return spreadsheet("records", ROWS, rows, file, asked.method)
