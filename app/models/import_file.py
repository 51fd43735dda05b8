"""A list on its way in: its cells, and how its reader wants them read, until it is filed."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.database import Base, Key, Ref, UTCTime


class ImportFile(Base):
    """Belongs to whoever sent it, and to nobody else. `cells` are the sheets, packed; `settings` how they are read.

    `outcome` tells what was filed, once it was.
    """

    __tablename__ = "import_file"
    recorded = False

    id: Mapped[Key]
    ref: Mapped[Ref]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    cells: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)
    outcome: Mapped[dict[str, Any] | None] = mapped_column(JSON, default=None)
    made_at: Mapped[datetime] = mapped_column(UTCTime)
    filed_at: Mapped[datetime | None] = mapped_column(UTCTime, default=None)
