"""Every list of terms that ships is well-formed and complete."""

import pytest

from app.domain.reference import TermKind
from app.reference import shelf


def unique(values: list[str]) -> bool:
    return len(values) == len(set(values))


@pytest.mark.parametrize("kind", TermKind)
def test_every_term_has_a_code_of_its_own_a_label_and_a_gist_and_stands_in_order(kind):
    catalogue = shelf.catalogue(kind)

    for terms in (catalogue.groups, catalogue.terms):
        assert unique([term.code for term in terms])
        assert unique([term.label for term in terms])
        assert [term.order for term in terms] == list(range(1, len(terms) + 1))
        for term in terms:
            assert term.code
            assert term.label
            assert term.gist.endswith(".")
    assert catalogue.about.endswith(".")
    assert all(source.title for source in catalogue.sources)


@pytest.mark.parametrize("kind", TermKind)
def test_every_group_that_is_named_exists_and_is_used(kind):
    catalogue = shelf.catalogue(kind)

    assert {term.group for term in catalogue.terms} == ({group.code for group in catalogue.groups} or {""})
    assert sum(len(terms) for _, terms in catalogue.in_groups()) in (0, len(catalogue.terms))


@pytest.mark.parametrize("terms", [shelf.instruments, shelf.objectives])
def test_instruments_and_objectives_name_topics_that_exist(terms):
    known = {topic.code for topic in shelf.topics()}

    for term in terms():
        assert term.topics
        assert set(term.topics) <= known
