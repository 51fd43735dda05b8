"""Which two texts of a round one wants to compare, and as whom a readout is read."""

from datetime import date

import pytest

from app import services
from app.domain.readout import Stage
from app.domain.source_text import TextKind
from app.domain.whose_text import Whose, whose_of
from app.services.kept_texts import KeptText, usual_two
from tests import a


def kept(name, whose, what="", public=False, stage=None):
    return KeptText(name, name, what, whose, date(2026, 1, 1), "", 0, stage is not None, public, stage)


RELEASED = kept("released", Whose.OURS, public=True, stage=Stage.RELEASED)
DRAFT = kept("draft", Whose.OURS, public=True, stage=Stage.DRAFT)
WITHDRAWN = kept("withdrawn", Whose.OURS, public=True, stage=Stage.WITHDRAWN)
INTERNAL = kept("internal", Whose.OURS, stage=Stage.RELEASED)
PASTED = kept("pasted", Whose.OURS, "our readout")
NOTES = kept("notes", Whose.OURS, "own notes")
THEIRS = kept("theirs", Whose.THEIRS, "partner’s readout")
JOINT = kept("joint", Whose.JOINT, "joint statement")
PRESS = kept("press", Whose.NOT_SAID, "press release")


@pytest.mark.parametrize(
    ("texts", "two"),
    [
        ([], None),
        ([THEIRS], None),
        ([DRAFT, RELEASED, PASTED, THEIRS, JOINT], (RELEASED, THEIRS)),
        ([INTERNAL, PASTED, JOINT, PRESS], (PASTED, JOINT)),
        ([NOTES, INTERNAL, PRESS], (INTERNAL, PRESS)),
        ([WITHDRAWN, NOTES, THEIRS], (NOTES, THEIRS)),
        ([PRESS, THEIRS], (PRESS, THEIRS)),
        ([THEIRS, JOINT], (JOINT, THEIRS)),
        ([RELEASED, INTERNAL], (RELEASED, INTERNAL)),
    ],
)
def test_the_usual_two(texts, two):
    assert usual_two(texts) == two


@pytest.mark.parametrize("kind", list(TextKind))
def test_every_kind_of_text_is_somebodys_or_nobodys(kind):
    assert (whose_of(kind) is Whose.NOT_SAID) == (kind in {TextKind.PRESS_RELEASE, TextKind.OTHER})


@pytest.mark.parametrize(
    ("audience", "text"), [("public", "Summed up."), ("internal", "Summed up.\n\nThey said so.")]
)
def test_a_readout_is_read_as_its_audience_reads_it(house, audience, text):
    officer, round_ = house.officer(), a.round_(house, a.dialogue(house, "JP"))
    said = [
        {"heading": "", "voice": voice, "text": words, "marking": 0, "kept": kept}
        for voice, words, kept in (
            ("summary", "Summed up.", True), ("they said", "They said so.", True), ("summary", "Out.", False),
        )
    ]  # fmt: skip
    a.readout(house, round_, officer, audience=audience, paragraphs=said)
    with house.work(house.viewer(officer)) as work:
        [found] = services.kept_texts.of_sitting(work, round_)
    assert found.text == text
    assert found.what == f"{audience} readout, draft"
