"""The partners, cities and bodies that ship exist, and hang together."""

from zoneinfo import available_timezones

import pytest
from babel import Locale

from app.domain.reference import PartnerKind
from app.reference import shelf


def unique(values: list[str]) -> bool:
    return len(values) == len(set(values))


def test_every_partner_has_a_code_and_a_name_of_its_own():
    partners = shelf.partners()

    assert len(partners) == 34
    assert unique([partner.code for partner in partners])
    assert unique([partner.short_name for partner in partners])


def test_no_name_stands_for_two_partners_and_no_alias_for_another_ones_name():
    names = [name.casefold() for partner in shelf.partners() for name in set(partner.names)]

    assert sorted(name for name in names if names.count(name) > 1) == []


def test_a_record_opens_with_nine_organisations_and_eight_states():
    start = [partner for partner in shelf.partners() if partner.from_the_start]
    states = {partner.code for partner in start if partner.kind is PartnerKind.STATE}
    others = {partner.code for partner in start if partner.kind is not PartnerKind.STATE}

    assert states == {"BR", "CA", "CN", "IN", "JP", "KR", "US", "UA"}
    assert others == {"UN", "CoE", "OSCE", "OECD", "NATO", "AfU", "OAS", "ASEAN", "ARF"}


@pytest.mark.parametrize("partner", shelf.partners(), ids=lambda partner: partner.code)
def test_what_a_partner_names_exists(partner):
    assert partner.zones
    assert set(partner.zones) <= available_timezones()
    assert partner.languages
    for tag in {*partner.languages, *(native.language for native in partner.native_names)}:
        assert Locale.parse(tag).get_display_name("en")
    assert partner.regions
    assert set(partner.regions) <= {region.code for region in shelf.regions()}
    assert partner.formal_name
    if partner.kind is PartnerKind.STATE:
        assert partner.code in Locale("en").territories


@pytest.mark.parametrize("partner", shelf.partners(), ids=lambda partner: partner.code)
def test_a_partners_first_zone_is_its_citys(partner):
    city = shelf.city(partner.city)

    assert city is not None
    assert city.zone == partner.zones[0]
    if partner.kind is PartnerKind.STATE:
        assert city.country == partner.code


@pytest.mark.parametrize("city", shelf.cities(), ids=lambda city: city.name)
def test_every_city_lies_in_a_zone_and_a_country_that_exist(city):
    assert city.zone in available_timezones()
    assert city.country in Locale("en").territories


def test_no_name_stands_for_two_cities():
    assert unique([name.casefold() for city in shelf.cities() for name in (city.name, *city.aliases)])


def test_every_body_belongs_to_partners_that_exist():
    known = {partner.code for partner in shelf.partners()}

    assert all(set(body.parties) <= known for body in shelf.bodies().values())
