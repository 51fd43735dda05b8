"""Lists taken along: written out for a spreadsheet, and recorded that they were."""

from collections.abc import Sequence

from app.documents.table_csv import table_csv
from app.domain.access import OFFICE
from app.domain.policy import Action
from app.services.unit_of_work import UnitOfWork


def export(work: UnitOfWork, name: str, header: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """The list as CSV; the audit log says who took it and how many rows it had, not what stood in them."""
    work.act(Action.EXPORT_LIST, on=OFFICE, word=f"{name}: {len(rows)} row{'' if len(rows) == 1 else 's'}")
    return table_csv(header, rows)
