"""The stages of a readout, and what must hold before one goes on its way."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from app.domain.errors import RuleBroken
from app.domain.paper import CommitmentLine, Paper, PaperParagraph, Section
from app.domain.readout import Audience, Stage, fingerprint, move, ready
from app.reference import shelf

ALLOWED = {
    (Stage.DRAFT, Stage.APPROVED),
    (Stage.APPROVED, Stage.RELEASED),
    (Stage.APPROVED, Stage.DRAFT),
    (Stage.RELEASED, Stage.WITHDRAWN),
}
PAPER = Paper(
    "Readout", "abc", date(2026, 11, 23), 1, sections=(Section("Norms", 1, (PaperParagraph("They met."),)),)
)


@pytest.mark.parametrize(("stage", "to"), list(product(Stage, Stage)))
def test_a_readout_moves_only_along_its_path(stage, to):
    if (stage, to) in ALLOWED:
        assert move(stage, to) is to
        return
    with pytest.raises(RuleBroken) as broken:
        move(stage, to)
    assert broken.value.field == "stage"
    assert f"{stage} cannot become {to}" in broken.value.message


def saying(text):
    return replace(PAPER, sections=(Section("Norms", 1, (PaperParagraph(text),)),))


def test_the_mark_of_a_sheet_changes_with_anything_on_it():
    others = [
        replace(PAPER, title="Other"),
        replace(PAPER, commitments=(CommitmentLine("We will."),)),
        replace(PAPER, version=2),
        saying("They met again."),
    ]
    marks = {fingerprint(paper) for paper in (PAPER, *others)}
    assert len(marks) == 5
    assert fingerprint(replace(PAPER)) == fingerprint(PAPER)
    assert len(fingerprint(saying("\ud800"))) == 32


@pytest.mark.parametrize("audience", Audience)
def test_an_empty_sheet_does_not_go_on_its_way(audience, tlp):
    with pytest.raises(RuleBroken) as broken:
        ready(replace(PAPER, sections=()), audience, tlp)
    assert broken.value.field == "passages"


@pytest.mark.parametrize(
    "paper",
    [
        saying("TLP:AMBER\nThey met."),
        replace(PAPER, title="Readout TLP:GREEN"),
        replace(PAPER, note="TLP:AMBER"),
        replace(PAPER, commitments=(CommitmentLine("TLP:GREEN Share it."),)),
    ],
)
def test_a_public_sheet_that_shows_a_marking_does_not_go_out_and_an_internal_one_does(paper, tlp):
    ready(paper, Audience.INTERNAL, tlp)
    with pytest.raises(RuleBroken, match="shows the marking TLP:"):
        ready(paper, Audience.PUBLIC, tlp)


@pytest.mark.parametrize("text", ["They met.", "TLP:CLEAR\nThey met.", "The green deal"])
def test_words_without_a_marking_above_the_lowest_go_out(text, tlp):
    ready(saying(text), Audience.PUBLIC, tlp)


@pytest.fixture
def tlp():
    return shelf.schemes()["tlp"]
