"""What an address asks for: a page number, a word among those known; anything else is as if it were not there."""

from collections.abc import Iterable

from flask import request

LARGEST_PAGE = 1_000_000


def number(name: str, default: int = 1) -> int:
    """A whole number in the query string, within bounds."""
    text = request.args.get(name, "")
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 8 else default
    return min(max(value, 1), LARGEST_PAGE)


def word(name: str, allowed: Iterable[str], default: str = "") -> str:
    """A word in the query string, if it is one of those allowed."""
    text = request.args.get(name, "")
    return text if text in set(allowed) else default


def phrase(name: str, limit: int = 200) -> str:
    """Free text in the query string, for looking something up."""
    return request.args.get(name, "")[:limit].replace("\x00", "").strip()
