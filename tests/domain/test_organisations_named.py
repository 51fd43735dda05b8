"""The nine organisations are found by their names, and by nothing that only looks like one."""

import pytest

from app.domain.organisations_named import NINE, organisations_named


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Continue to cooperate in the UN and the OSCE.", ["UN", "OSCE"]),
        ("UN-led processes such as the OEWG", ["UN"]),
        ("the ASEAN Regional Forum", ["ARF"]),
        ("with ASEAN, also in the ARF", ["ASEAN", "ARF"]),
        ("the Council of Europe's Budapest Convention", ["CoE"]),
        ("Zusammenarbeit in der OSZE und in den Vereinten Nationen", ["UN", "OSCE"]),
        ("coopération à l’OTAN et à l’Union africaine", ["NATO", "AfU"]),
        ("a joint exercise with AU experts", []),
        ("un échange", []),
        ("the unnatural council of european cities", []),
        ("", []),
    ],
)
def test_an_organisation_is_named_or_it_is_not(text, codes):
    assert organisations_named(text) == codes


def test_there_are_nine_and_each_is_a_partner_that_ships():
    from app.reference import shelf

    assert len(NINE) == 9
    assert set(NINE) <= {partner.code for partner in shelf.partners()}
