"""How a file of reference data is opened; nothing is read before somebody asks."""

import json
from collections.abc import Iterable
from importlib import resources
from typing import Any

from app.domain.reference import Source


def read(name: str) -> dict[str, Any]:
    """The contents of a file of this package, such as "topics.json"."""
    written = resources.files("app.reference").joinpath(name).read_text(encoding="utf-8")
    contents: dict[str, Any] = json.loads(written)
    return contents


def sources(rows: Iterable[dict[str, Any]]) -> tuple[Source, ...]:
    """The sources of a file or of a round, in the order given."""
    return tuple(Source(row["title"], row["url"] or "") for row in rows)
