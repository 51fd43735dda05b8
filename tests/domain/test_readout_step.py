"""What is next for a readout is said to everybody, and offered only to those who may do it."""

import pytest

from app.domain.readout import Audience, Stage
from app.domain.readout_step import Clearances, Standing, Step, names, next_of

ALL = frozenset(Step)


def of(
    stage=Stage.DRAFT,
    paragraphs=2,
    remarks=0,
    clearances=None,
    may=ALL,
    correction="",
    audience=Audience.INTERNAL,
):
    found = next_of(
        Standing(stage, audience, "Anna", paragraphs, remarks, clearances or Clearances(), may, correction)
    )
    return " ".join(found.sentences), list(found.steps)


@pytest.mark.parametrize(
    ("given", "says", "steps"),
    [
        ({"paragraphs": 0}, "No paragraph goes into this version yet.", [Step.WRITE]),
        ({"paragraphs": 0, "audience": Audience.PUBLIC}, "Lower the marking", [Step.WRITE]),
        ({}, "Nobody was asked to clear it. It waits for your approval.", [Step.APPROVE, Step.ASK]),
        ({"may": frozenset({Step.ASK})}, "A head of desk other than Anna approves it.", [Step.ASK]),
        ({"may": frozenset()}, "A head of desk other than Anna approves it.", []),
        ({"clearances": Clearances(1, mine=1)}, "It waits for your clearance.", [Step.ANSWER, Step.COMPARE]),
        (
            {"clearances": Clearances(1, mine=1, again=True)},
            "again: the text was changed",
            [Step.ANSWER, Step.COMPARE],
        ),
        ({"clearances": Clearances(1, silent=["Eva"])}, "1 person has not cleared it yet: Eva.", []),
        (
            {"clearances": Clearances(2, silent=["Eva", "Ida"])},
            "2 people have not cleared it yet: Eva and Ida.",
            [],
        ),
        ({"clearances": Clearances(1, late=["Eva"])}, "Late with their clearance: Eva.", []),
        ({"clearances": Clearances(1, refused=["Eva"])}, "Not cleared by Eva: settle it", [Step.WRITE]),
        (
            {"clearances": Clearances(2)},
            "Everybody who was asked has cleared it. It waits for",
            [Step.APPROVE],
        ),
        ({"remarks": 1}, "1 remark is not settled.", [Step.APPROVE, Step.ASK]),
        ({"stage": Stage.APPROVED}, "It can be released.", [Step.RELEASE]),
        ({"stage": Stage.APPROVED, "may": frozenset()}, "A head of desk other than Anna releases it.", []),
        ({"stage": Stage.RELEASED}, "mended by a corrected version", [Step.CORRECT]),
        ({"stage": Stage.RELEASED, "correction": "draft"}, "is on its way", [Step.SEE_CORRECTION]),
        ({"stage": Stage.RELEASED, "correction": "released"}, "has superseded it", [Step.SEE_CORRECTION]),
        ({"stage": Stage.WITHDRAWN}, "It was withdrawn", []),
    ],
)
def test_what_is_next(given, says, steps):
    said, offered = of(**given)
    assert says in said
    assert offered == steps


def test_three_names_are_said_and_the_others_counted():
    assert names(["Eva"]) == "Eva"
    assert names(["Eva", "Ida", "Max"]) == "Eva, Ida and Max"
    assert names(["Eva", "Ida", "Max", "Ute", "Leo"]) == "Eva, Ida, Max and 2 more"
