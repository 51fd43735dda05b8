"""A list on its way out as a file for a spreadsheet."""

from collections.abc import Iterable, Sequence

from flask import Response, g

from app import services

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def spreadsheet(
    name: str,
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    file: str = "csv",
    method: Sequence[str] = (),
) -> Response:
    """The table as a CSV or XLSX file to be saved under a name with today's date; that it was taken is recorded.

    `method` are sentences that an XLSX file carries on a sheet of their own.
    """
    body = services.lists.export(g.work, name, header, list(rows), as_xlsx=file == "xlsx", method=method)
    answer = Response(body, content_type=TYPES[file])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}-{g.work.today}.{file}"'
    return answer
