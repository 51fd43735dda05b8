"""The marking schemes that ship refuse what is marked too high, and nothing else."""

import pytest

from app.domain.errors import RuleBroken
from app.domain.marking import ELSEWHERE, ShownInFeed
from app.reference import shelf

SCHEMES = list(shelf.schemes().values())


def unique(values: list[str]) -> bool:
    return len(values) == len(set(values))


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_a_scheme_counts_its_markings_from_the_lowest_up(scheme):
    assert [marking.rank for marking in scheme.markings] == list(range(len(scheme.markings)))
    assert unique([marking.code for marking in scheme.markings])
    assert scheme.default <= scheme.ceiling < scheme.markings[-1]
    assert all(marking.rank == ELSEWHERE > scheme.markings[-1].rank for marking in scheme.elsewhere)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_what_is_marked_higher_is_never_shown_more(scheme):
    shown = list(ShownInFeed)
    colours = {"clear", "green", "amber", "red", "blue", "grey"}

    for lower, higher in zip(scheme.markings, scheme.markings[1:], strict=False):
        assert lower.may_travel_by_mail >= higher.may_travel_by_mail
        assert shown.index(lower.may_go_in_feeds) <= shown.index(higher.may_go_in_feeds)
    for marking in scheme.markings:
        assert marking.colour in colours
        if marking > scheme.ceiling:
            assert not marking.may_travel_by_mail
            assert marking.may_go_in_feeds is ShownInFeed.ABSENT


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_every_marking_is_recognised_by_its_own_label(scheme):
    for marking in (*scheme.markings, *scheme.elsewhere):
        seen = scheme.marked_text(f"{marking.label}\n\nThe sides met.")
        assert seen is not None, marking.label
        assert seen.label == marking.label


REFUSED = [
    ("eu", "SECRET UE/EU SECRET"),
    ("eu", "The annex is CONFIDENTIEL UE and stays where it is."),
    ("eu", "1. (R-UE) The first point."),
    ("eu", "TLP:RED"),
    ("eu", "VS-NUR FÜR DEN DIENSTGEBRAUCH"),
    ("eu", "VS – Nur für den Dienstgebrauch"),
    ("eu", "NATO RESTRICTED"),
    ("eu", "DIFFUSION RESTREINTE"),
    ("tlp", "tlp:red"),
    ("tlp", "RESTREINT UE/EU RESTRICTED"),
    ("tlp", "Très secret UE/EU top secret"),
    ("tlp", "COSMIC TOP SECRET"),
    ("tlp", "\n\n- GEHEIM -\nVermerk"),
    ("tlp", "SECRET\nNote to file"),
]


@pytest.mark.parametrize(("name", "text"), REFUSED)
def test_a_text_marked_too_high_is_refused_at_the_door(name, text):
    with pytest.raises(RuleBroken):
        shelf.schemes()[name].text_door(text)


ALLOWED = [
    ("eu", "LIMITE\nThe group met."),
    ("eu", "TLP:AMBER\nIndicators."),
    ("eu", "The sides discussed theft of trade secrets and confidential reporting."),
    ("tlp", "TLP:AMBER+STRICT\nIndicators."),
    ("tlp", "LIMITE\nThe group met."),
    ("tlp", "Restricted access, and a secret ballot in Geheimrat's hall."),
]


@pytest.mark.parametrize(("name", "text"), ALLOWED)
def test_a_text_that_is_not_marked_too_high_comes_in(name, text):
    shelf.schemes()[name].text_door(text)


def test_the_reason_names_the_marking_and_the_ceiling():
    scheme = shelf.schemes()["eu"]

    with pytest.raises(RuleBroken) as broken:
        scheme.door(scheme.by_code("C-UE/EU-C").rank)

    assert broken.value.message == (
        "CONFIDENTIEL UE/EU CONFIDENTIAL is above the ceiling of this system (LIMITE): "
        "keep it in an accredited system."
    )
