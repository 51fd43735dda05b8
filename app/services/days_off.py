"""When our own side rests."""

from functools import lru_cache

from app import queries
from app.domain.deadline import DaysOff
from app.services.unit_of_work import UnitOfWork

YEARS_KNOWN = 8
"""So many sides and years are remembered."""


def of_own_side(work: UnitOfWork) -> DaysOff:
    """The public holidays of our own side, last year's to next year's, and its weekend."""
    return days_off(work.one(queries.officers.office()).own_side, work.today.year)


@lru_cache(YEARS_KNOWN)
def days_off(side: str, year: int) -> DaysOff:
    """When a side rests around a year. The European Union keeps those of its central bank (TARGET, six a year);
    of a side that the package does not know, only the weekend is kept.
    """
    import holidays  # slow to load, and only the sender of digests needs it

    years = [year - 1, year, year + 1]
    try:
        known = (
            holidays.financial_holidays("ECB", years=years)
            if side == "EU"
            else holidays.country_holidays(side, years=years)
        )
    except NotImplementedError:
        return DaysOff()
    return DaysOff(frozenset(known), frozenset(known.weekend))
