"""The multilateral calendar of the demonstration: the events that ship."""

from app.models.season import Season
from app.reference import shelf
from app.services.unit_of_work import UnitOfWork


def put_seasons(work: UnitOfWork) -> None:
    """Take over every event of the list that ships."""
    at = {"created_at": work.now, "changed_at": work.now}
    work.add_all([Season(**each.columns(), **at) for each in shelf.seasons().seasons])
