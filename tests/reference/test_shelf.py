"""The shelf hands out what it is asked for, and reads each file once."""

import pytest

from app.domain.reference import TermKind
from app.reference import shelf


@pytest.mark.parametrize(
    ("terms", "count"),
    [
        (shelf.topics, 40),
        (shelf.instruments, 7),
        (shelf.norms, 11),
        (shelf.cbms, 16),
        (shelf.toolbox, 5),
        (shelf.objectives, 20),
        (shelf.document_types, 12),
        (shelf.regions, 11),
        (lambda: shelf.catalogue(TermKind.PROCESS).terms, 6),
        (lambda: shelf.catalogue(TermKind.CONVENTION).terms, 3),
    ],
)
def test_every_list_is_complete(terms, count):
    assert len(terms()) == count


@pytest.mark.parametrize("kind", TermKind)
def test_every_kind_of_term_has_its_file(kind):
    assert shelf.catalogue(kind).kind is kind
    assert shelf.catalogue(kind).terms


def test_a_term_is_found_by_kind_and_code():
    assert shelf.term("norm", "norm-a").number == "13(a)"


@pytest.mark.parametrize(("kind", "code"), [("norm", "norm-z"), ("planet", "norm-a"), ("", "")])
def test_a_term_that_is_not_on_the_shelf_is_not_found(kind, code):
    with pytest.raises(LookupError):
        shelf.term(kind, code)


@pytest.mark.parametrize("written", ["Kyiv", " kyiv ", "Kiev", "Київ", "KYIV"])
def test_a_city_is_found_in_any_of_its_writings(written):
    city = shelf.city(written)

    assert city is not None
    assert city.zone == "Europe/Kyiv"


def test_a_city_that_is_not_on_the_shelf_is_not_found():
    assert shelf.city("Atlantis") is None


@pytest.mark.parametrize(
    "things", [shelf.partners, shelf.cities, shelf.bodies, shelf.schemes, shelf.public_record, shelf.topics]
)
def test_a_file_is_read_once(things):
    assert things() is things()
