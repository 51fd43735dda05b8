"""Lists taken along: written out for a spreadsheet, and recorded that they were."""

from collections.abc import Sequence

from app.documents.table_csv import table_csv
from app.domain.access import OFFICE
from app.domain.action import Action
from app.services.unit_of_work import UnitOfWork


def export(
    work: UnitOfWork,
    name: str,
    header: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    as_xlsx: bool = False,
    method: Sequence[str] = (),
) -> bytes:
    """The list as CSV or XLSX, marked as high as what was read for it.

    The audit log says who took it and how many rows it had, not what stood in them.
    """
    many = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    work.act(Action.EXPORT_LIST, on=OFFICE, word=f"{name}: {many}")
    if not as_xlsx:
        return table_csv(header, rows)
    from app.documents.table_xlsx import table_xlsx  # its library is large: loaded when somebody asks

    marking = work.scheme.of(work.marking).label if work.marking else ""
    return table_xlsx(name, header, rows, marking, method)
