"""The round or meeting that a part belongs to, and its page."""

from typing import Any

from flask import redirect, url_for
from flask.typing import ResponseReturnValue


def back(sitting: Any, anchor: str) -> ResponseReturnValue:
    """To the round or meeting, at its part."""
    return redirect(page_of(sitting) + f"#{anchor}", 303)


def page_of(sitting: Any) -> str:
    """The page of a round or meeting."""
    return url_for(f"{kind_of(sitting)}.show", ref=sitting.ref)


def kind_of(sitting: Any) -> str:
    """rounds or meetings."""
    return f"{sitting.__tablename__}s"


def whole_of(part: Any) -> Any:
    """The meeting that a part belongs to, or else the round."""
    return part.meeting if part.meeting_id is not None else part.round
