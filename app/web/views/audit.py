"""The audit log: to each what happened in the dialogues that they are read in to."""

from datetime import datetime, timedelta

from flask import Blueprint, g, render_template, url_for

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.web.arguments import number, word

views = Blueprint("audit", __name__)

PERIODS = {"day": 1, "week": 7, "month": 31}


@views.get("/audit")
def index() -> str:
    """Who did what, when, and what it changed; reading it is itself recorded."""
    act, period, who = word("act", set(Action)), word("period", PERIODS), word("who", ("me",))
    since: datetime | None = g.now - timedelta(days=PERIODS[period]) if period else None
    page = g.work.page(
        queries.audit.latest(
            action=Action(act) if act else None,
            officer_id=g.work.viewer.officer_id if who else None,
            since=since,
        ),
        number("page"),
    )
    g.work.act(Action.READ_AUDIT, on=OFFICE)
    chosen = {"act": act, "period": period, "who": who}
    return render_template(
        "audit/index.html", page=page, acts=sorted(Action), chosen=chosen, groups=groups(chosen)
    )


def groups(chosen: dict[str, str]) -> list[tuple[str, list[tuple[str, str, bool, None]]]]:
    """The filters as words that one clicks."""

    def choice(label: str, name: str, value: str) -> tuple[str, str, bool, None]:
        asked = {key: each for key, each in {**chosen, name: value}.items() if each}
        return label, url_for("audit.index", **asked), chosen[name] == value, None

    return [
        ("Who", [choice("Everybody", "who", ""), choice("Me", "who", "me")]),
        ("When", [choice("Ever", "period", ""), *(choice(f"Last {p}", "period", p) for p in PERIODS)]),
    ]
