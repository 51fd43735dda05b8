"""A paper as a part of a page."""

from markupsafe import Markup

from app import services
from app.domain.paper import Paper


def shown(paper: Paper, level: int) -> Markup:
    """The same text as in its files, its title a heading of that level; every text is escaped where it is written."""
    return Markup(services.papers.as_html(paper, level))  # noqa: S704
