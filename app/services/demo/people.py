"""The invented officers of the demonstration, on two desks."""

from dataclasses import dataclass

from app.domain.access import Role
from app.models.office import Desk
from app.models.officer import Officer
from app.services.unit_of_work import UnitOfWork

HOST = "demo.example"


@dataclass(frozen=True)
class People:
    """Everybody in the demonstration."""

    asia: Desk
    west: Desk
    anna: Officer
    bruno: Officer
    clara: Officer
    rosa: Officer
    adam: Officer

    def accounts(self) -> list[tuple[str, str]]:
        """The accounts as (address, what it is)."""
        return [
            (self.anna.email, f"desk officer, {self.asia.name}"),
            (self.bruno.email, f"desk officer, {self.west.name}"),
            (self.clara.email, "head of desk, reads both desks"),
            (self.rosa.email, f"reader, {self.asia.name}"),
            (self.adam.email, "administrator"),
        ]


def admit_everybody(work: UnitOfWork, password_hash: str) -> People:
    """Two desks, two desk officers, a head of desk, a reader, an administrator."""
    asia, west = work.add(Desk(name="Asia and Pacific desk")), work.add(Desk(name="Europe and Americas desk"))
    high, low = work.scheme.ceiling.rank, min(1, work.scheme.ceiling.rank)

    def officer(name: str, address: str, role: Role, desk: Desk | None, clearance: int) -> Officer:
        email = f"{address}@{HOST}"
        return work.add(
            Officer(
                name=name,
                email=email,
                email_key=email,
                role=role,
                desk_id=desk.id if desk else None,
                clearance=clearance,
                password_hash=password_hash,
            )
        )

    return People(
        asia=asia,
        west=west,
        anna=officer("Anna Lind", "anna", Role.DESK_OFFICER, asia, high),
        bruno=officer("Bruno Vale", "bruno", Role.DESK_OFFICER, west, high),
        clara=officer("Clara Stern", "clara", Role.HEAD_OF_DESK, asia, high),
        rosa=officer("Rosa Brook", "rosa", Role.READER, asia, low),
        adam=officer("Adam Key", "adam", Role.ADMINISTRATOR, None, 0),
    )
