"""Terms are found by code and stand in groups; partners have names; bodies belong to a party at the table."""

import pytest

from app.domain.reference import Body, Catalogue, NativeName, PartnerFacts, PartnerKind, Term, TermKind

SEA = Term("sea", "The sea", "", 1)
LAND = Term("land", "The land", "", 2)
CABLES = Term("cables", "Cables", "", 1, group="sea")
ROADS = Term("roads", "Roads", "", 2, group="land")
SHIPS = Term("ships", "Ships", "", 3, group="sea")
CATALOGUE = Catalogue(TermKind.TOPIC, "", (), (SEA, LAND), (CABLES, ROADS, SHIPS))


def partner(**changes: object) -> PartnerFacts:
    facts = {
        "code": "XX",
        "kind": PartnerKind.STATE,
        "short_name": "Ruritania",
        "formal_name": "Kingdom of Ruritania",
        "native_names": (NativeName("de", "Ruritanien"), NativeName("xr", "Ruritanija")),
        "aliases": ("The Kingdom", "Ruritania"),
        "regions": (),
        "zones": (),
        "languages": (),
        "city": "Strelsau",
        "from_the_start": False,
    }
    return PartnerFacts(**(facts | changes))


def test_a_term_is_found_by_its_code():
    assert CATALOGUE.term("roads") is ROADS


def test_a_code_that_is_not_on_the_list_is_not_found():
    with pytest.raises(LookupError, match="topic 'sea'"):
        CATALOGUE.term("sea")


def test_terms_stand_in_their_groups_in_order():
    assert CATALOGUE.in_groups() == [(SEA, [CABLES, SHIPS]), (LAND, [ROADS])]


def test_a_partner_is_known_by_all_its_names_each_once():
    assert partner().names == ("Ruritania", "Kingdom of Ruritania", "Ruritanien", "Ruritanija", "The Kingdom")


@pytest.mark.parametrize(
    ("native_names", "line"),
    [
        ((), ""),
        ((NativeName("de", "Ruritanien"),), "Ruritanien"),
        ((NativeName("de", "Ruritanien"), NativeName("xr", "Ruritanija")), "Ruritanien · Ruritanija"),
    ],
)
def test_native_names_are_written_in_one_line(native_names, line):
    assert partner(native_names=native_names).native_name == line


@pytest.mark.parametrize(
    ("parties", "table", "whose"),
    [
        (("JP",), ("EU", "JP"), "JP"),
        (("JP", "KR"), ("EU", "KR"), "KR"),
        (("JP", "KR"), ("JP", "CN", "KR"), None),
        (("JP",), ("EU", "KR"), None),
        ((), ("EU", "KR"), None),
    ],
)
def test_a_body_belongs_to_the_one_party_at_the_table_that_has_one_of_its_name(parties, table, whose):
    assert Body("MOFA", parties).among(table) == whose
