"""A report on its way out as a PDF."""

from flask import Response, g

from app import services
from app.domain.report_sheet import ReportSheet


def as_pdf(name: str, sheet: ReportSheet) -> Response:
    """A report on its way out; that it was taken along is recorded."""
    answer = Response(services.reports.taken_along(g.work, sheet), mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{name}-{sheet.dated}.pdf")
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
