"""A commitment as the fields of its form, and its terms as words."""

from typing import Any

from flask import g

from app import queries, services
from app.domain.commitment import CommitmentFacts
from app.domain.reference import TermKind
from app.domain.season import due_by
from app.web.filters import when
from app.web.forms.commitments import CommitmentForm

TERMS = {
    "topics": TermKind.TOPIC,
    "instruments": TermKind.INSTRUMENT,
    "norms": TermKind.NORM,
    "cbms": TermKind.CBM,
}


def words_for(commitment: Any, name: str) -> list[str]:
    """A commitment's terms of one kind as words; a code that nobody knows any more stands for itself."""
    labels = services.terms.labels(g.work, TERMS[name])
    return [labels.get(code, code) for code in getattr(commitment, name)]


def offer_terms(form: CommitmentForm, commitment: Any = None) -> None:
    """The terms and events to choose among: those in use, and those of the commitment although retired."""
    for name, kind in TERMS.items():
        offered = dict(services.terms.choices(g.work, kind))
        for code in getattr(commitment, name, ()):
            offered.setdefault(code, code)
        form[name].offer(offered.items())
    offer_seasons(form, commitment)


def offer_seasons(form: CommitmentForm, commitment: Any) -> None:
    """The events ahead, and the one that the commitment follows although it is over or cancelled."""
    seasons = list(g.work.all(queries.seasons.ahead(g.work.today)))
    followed = commitment.due_season if commitment is not None else None
    if followed is not None and followed not in seasons:
        seasons.insert(0, followed)
    form.season.offer([(season.ref, f"{season.name}: {when(season)}") for season in seasons])


def fields_of(facts: CommitmentFacts) -> dict[str, Any]:
    """What a reading proposes, as the form's fields."""
    plain = (
        "sentence", "first_mover", "hangs_on", "source", "marking", "owed_by_name", "stands_at", "due",
        "rhythm", *TERMS,
    )  # fmt: skip
    return {
        **{name: getattr(facts, name) for name in plain},
        "owed_by": facts.owed_by.value,
        "strength": facts.strength.value,
        "working": facts.read.end if facts.read and facts.read.end else "",
    }


def facts_of(commitment: Any) -> dict[str, Any]:
    """A commitment as the form's fields; a working date stands there only where it is another than stated."""
    followed = commitment.due_season
    plain = (
        "sentence", "first_mover", "hangs_on", "source", "marking", "owed_by_name", "stands_at", "rhythm", *TERMS,
    )  # fmt: skip
    return {
        **{name: getattr(commitment, name) for name in plain},
        "owed_by": commitment.owed_by.value,
        "strength": commitment.strength.value,
        "due": "" if followed and commitment.due_stated == due_by(followed).stated else commitment.due_stated,
        "season": followed.ref if followed else "",
        "working": commitment.due if commitment.due != commitment.due_until else "",
        "said_on": commitment.agreed_on,
    }
