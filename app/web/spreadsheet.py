"""A list on its way out as a file for a spreadsheet."""

from collections.abc import Iterable, Sequence

from flask import Response, g

from app import services


def spreadsheet(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """The table as a CSV file to be saved under a name with today's date; that it was taken is recorded."""
    body = services.lists.export(g.work, name, header, list(rows))
    answer = Response(body, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}-{g.work.today}.csv"'
    return answer
