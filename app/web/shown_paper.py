"""A paper as a part of a page."""

from markupsafe import Markup

from app import services
from app.domain.paper import Paper


def shown(paper: Paper) -> Markup:
    """The same text as in its files; every text in it is escaped where it is written."""
    return Markup(services.papers.as_html(paper))  # noqa: S704
