"""One person's piece of work: the only hands on the database, kept whole or dropped whole."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.domain.access import Known, Viewer
from app.domain.action import Action
from app.domain.errors import Missing, Refused, Stale
from app.domain.house_rules import USUAL
from app.domain.marking import Scheme
from app.domain.policy import allows, refusal
from app.models.database import WRITES, WRITES_IF_FREE, Base
from app.models.need_to_know import look_with
from app.models.office import OfficeRow
from app.services.indexing import index
from app.services.noticing import Overtaken, check_each
from app.services.paging import PAGE_SIZE, Page, page_at
from app.services.recording import Change, Deed, changes_in, write_down
from app.services.remembering import remember

T = TypeVar("T")
R = TypeVar("R", bound=Base)


class UnitOfWork:
    """What a service gets from the world: somebody, some moment, and one transaction.

    `now` is an aware instant; `zone` the office's, in which `today` is meant; `rules` what the office goes by.
    A unit that `writes` holds SQLite's write lock from its start; one that does not wait fails where another holds it.
    """

    def __init__(
        self,
        session: Session,
        viewer: Viewer,
        now: datetime,
        *,
        scheme: Scheme,
        zone: str = "UTC",
        writes: bool = False,
        waits: bool = True,
        address: str = "",
    ) -> None:
        self._session = session
        self._writes, self._waits = writes, waits
        self._forget()
        self.now = now
        self.scheme, self.zone, self.rules = scheme, zone, USUAL
        self.address, self.marking, self.viewer = address, 0, viewer
        session.info["work"] = self
        look_with(session, viewer)
        self._begin()

    def _begin(self) -> None:
        self._session.rollback()
        if self._writes:
            self._session.connection(execution_options=WRITES if self._waits else WRITES_IF_FREE)

    @property
    def today(self) -> date:
        """The day in the office's time zone."""
        return self.now.astimezone(self.office_zone).date()

    @property
    def office_zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.zone)

    def sit_in(self, office: OfficeRow) -> None:
        """From here on the days are the office's, and its rules hold."""
        self.zone, self.rules = office.zone, office.rules

    def become(self, viewer: Viewer) -> None:
        """From here on the work is this viewer's: after sign-in, or after a new dialogue was opened."""
        self.viewer = viewer
        look_with(self._session, viewer)

    def find(self, question: Select[T]) -> T | None:
        """The one row that answers, or None."""
        bounded = question if question._limit_clause is not None else question.limit(2)
        return self._session.scalars(bounded).unique().one_or_none()

    def one(self, question: Select[T]) -> T:
        """The one row that answers; Missing if there is none, or none that the viewer may know."""
        found = self.find(question)
        if found is None:
            raise Missing
        return found

    def all(self, question: Select[T]) -> Sequence[T]:
        """All rows that answer: for what is bounded by nature."""
        return self._session.scalars(question).unique().all()

    def rows(self, question: Select[*tuple[Any, ...]]) -> Sequence[Any]:
        """All rows of a question with several columns."""
        return self._session.execute(question).all()

    def count(self, question: Select[*tuple[Any, ...]]) -> int:
        """How many rows answer, counting only what the viewer may know."""
        kind = question.column_descriptions[0]["entity"]  # its key alone: what is counted need not be read
        keys = question.order_by(None).with_only_columns(kind.id, maintain_column_froms=True)
        return int(self._session.scalar(select(func.count()).select_from(keys.subquery())) or 0)

    def page(
        self, question: Select[T], number: int = 1, size: int = PAGE_SIZE, total: int | None = None
    ) -> Page[T]:
        """One page of the rows that answer (`total` of them, if that is known already); beyond the end, the last."""
        total = self.count(question) if total is None else total
        at = page_at(number, total, size)
        rows = self._session.scalars(question.limit(size).offset((at - 1) * size)).unique().all()
        return Page(rows, at, total, size)

    # -- doing -------------------------------------------------------------------------------------
    def may(self, action: Action, record: Known) -> bool:
        """True if this viewer's act would be allowed: what lights a button."""
        return allows(self.viewer, action, record)

    def act(self, action: Action, on: Known, word: str = "") -> None:
        """Authorise and record in one: Refused if the viewer may not, else an audit entry when the work is kept."""
        if not self.may(action, on):
            raise Refused(refusal(action))
        self._deeds.append(Deed(action, on, word))

    def add(self, record: R) -> R:
        """Put a new record in; it has its number from here on."""
        self._session.add(record)
        self._session.flush()
        return record

    def add_all(self, records: Sequence[Base]) -> None:
        """Put many new records in with one flush."""
        self._session.add_all(records)
        self._session.flush()

    def remove(self, *records: Base) -> None:
        """Take records out; their last state stays in the audit log."""
        for record in records:
            self._session.delete(record)
        self._session.flush()

    def unchanged(self, record: Any, seen_version: int | None) -> None:
        """Stale if somebody saved the record since the version that a form was filled from."""
        if seen_version is not None and record.version != seen_version:
            raise Stale(record)

    def flush(self) -> None:
        """Send what is pending to the database; Overtaken if somebody was faster by an instant."""
        try:
            self._session.flush()
        except StaleDataError as fault:
            raise Overtaken from fault

    def note_changes(self) -> None:
        """Called after each flush, also an early one: what changed is kept for the audit entry and the index."""
        for change, record in changes_in(self._session):
            if record.recorded:
                self._changes.append(change)
                self._touched[id(record)] = record

    # -- the end -----------------------------------------------------------------------------------

    def settle(self) -> None:
        """Flush, index and remember what was touched so far, and let go of it: between the parts of a long work."""
        self.flush()
        touched = list(self._touched.values())
        index(self._session, touched)
        remember(self._session, touched, self.now)
        self._touched.clear()

    def keep(self) -> None:
        """Settle, check that every change has its act, write the audit entries, commit."""
        self.settle()
        check_each(self._changes, self._deeds, self.scheme)
        if self._deeds:
            if not self._writes:  # a page that records that it was read: a short transaction of its own
                self.again()
            write_down(self._session, self._deeds, self._changes, self.viewer, self.now, self.address)
        self._session.commit()
        self._forget()

    def drop(self) -> None:
        """Undo everything since the work began."""
        self._session.rollback()
        self._forget()

    def again(self, writes: bool = True) -> None:
        """Begin a new transaction of the same work, after it was kept or dropped."""
        self._writes = writes
        self._begin()

    def _forget(self) -> None:
        self._deeds: list[Deed] = []
        self._changes: list[Change] = []
        self._touched: dict[int, Base] = {}
