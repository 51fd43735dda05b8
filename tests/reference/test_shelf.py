"""What ships is well-formed, complete, and hangs together."""

from datetime import date
from zoneinfo import available_timezones

import pytest
from babel import Locale

from app.domain.dialogue import DialogueKind, Track
from app.domain.errors import RuleBroken
from app.domain.marking import ELSEWHERE, ShownInFeed
from app.domain.public_record import seen_from
from app.domain.public_round import PublicStanding
from app.domain.reference import PartnerKind, TermKind
from app.domain.stated_date import Precision
from app.reference import shelf

SERIES = shelf.public_record().series
ROUNDS = [held for series in SERIES for held in series.rounds]
SCHEMES = list(shelf.schemes().values())
TODAY = date(2026, 3, 1)


def unique(values: list[str]) -> bool:
    return len(values) == len(set(values))


# Terms


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
    ],
)
def test_every_list_is_complete(terms, count):
    assert len(terms()) == count


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


def test_a_term_is_found_by_kind_and_code():
    assert shelf.term("norm", "norm-a").number == "13(a)"


@pytest.mark.parametrize(("kind", "code"), [("norm", "norm-z"), ("planet", "norm-a"), ("", "")])
def test_a_term_that_is_not_on_the_shelf_is_not_found(kind, code):
    with pytest.raises(LookupError):
        shelf.term(kind, code)


# Partners, cities, bodies


def test_every_partner_has_a_code_and_a_name_of_its_own():
    partners = shelf.partners()

    assert len(partners) == 32
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


@pytest.mark.parametrize("written", ["Kyiv", " kyiv ", "Kiev", "Київ", "KYIV"])
def test_a_city_is_found_in_any_of_its_writings(written):
    city = shelf.city(written)

    assert city is not None
    assert city.zone == "Europe/Kyiv"


def test_a_city_that_is_not_on_the_shelf_is_not_found():
    assert shelf.city("Atlantis") is None


def test_every_body_belongs_to_partners_that_exist():
    known = {partner.code for partner in shelf.partners()}

    assert all(set(body.parties) <= known for body in shelf.bodies().values())


# Markings


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


# The public record


def test_the_record_holds_44_series_and_99_rounds():
    assert (len(SERIES), len(ROUNDS)) == (44, 99)
    assert unique([series.code for series in SERIES])
    assert sum(series.track is not Track.ONE for series in SERIES) == 2


def test_every_topic_party_and_city_of_the_record_is_on_the_shelf():
    topics = {topic.code for topic in shelf.topics()}
    partners = {partner.code for partner in shelf.partners()}

    for series in SERIES:
        assert set(series.parties) <= partners
        assert {name.of for name in series.names} <= {*series.parties, ""}
    for held in ROUNDS:
        assert set(held.topics) <= topics
        assert not held.city or shelf.city(held.city)
        if held.next_round and held.next_round.city:
            assert shelf.city(held.next_round.city)


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series.code)
def test_who_spoke_was_at_the_table(series):
    for held in series.rounds:
        assert {chair.party for chair in held.chairs} <= set(series.parties)
        assert {said.by for said in held.commitments} <= {*series.parties, ""}


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series.code)
def test_rounds_stand_in_the_order_in_which_they_were_held(series):
    numbers = [held.number for held in series.rounds if held.number is not None]
    dates = [held.starts for held in series.rounds if held.starts is not None]

    assert numbers == sorted(set(numbers))
    assert dates == sorted(dates)


def test_a_round_has_both_its_bounds_or_says_what_is_known_of_its_date():
    for held in ROUNDS:
        assert (held.starts is None) is (held.ends is None) is (held.precision is Precision.NONE)
        assert bool(held.stated) is (held.precision not in {Precision.DAY, Precision.SPAN})
        if held.starts and held.ends:
            assert held.starts <= held.ends
            assert (held.starts < held.ends) is (held.precision is not Precision.DAY)


def test_every_round_names_a_source_and_how_sure_it_is():
    for held in ROUNDS:
        assert held.sources
        assert all(source.title and source.url.startswith("http") for source in held.sources)
        assert held.confidence in {"good", "fair", "low"}


def test_a_sentence_is_somebodys_exactly_if_it_opens_with_a_partners_name():
    partners = {name: partner.code for partner in shelf.partners() for name in (*partner.names, partner.code)}

    for held in ROUNDS:
        for said in held.commitments:
            head, colon, _ = said.text.partition(": ")
            assert said.by == (partners[head] if colon else "")


def test_a_sentence_is_about_the_next_round_only_where_one_was_announced():
    told = [held for held in ROUNDS if any(said.about_next_round for said in held.commitments)]
    announced = [held for held in ROUNDS if held.next_round]
    without_a_sentence = [held.next_round.stated for held in announced if held not in told]

    assert all(held.next_round for held in told)
    assert without_a_sentence == ["Q2 2022 (23rd EU-Ukraine Summit)"]


@pytest.mark.parametrize(
    ("own_side", "own"), [("EU", 10), ("JP", 11), ("US", 13), ("IN", 7), ("KR", 9), ("GB", 7), ("PT", 0)]
)
def test_from_every_chair_all_of_the_record_is_seen(own_side, own):
    seen = seen_from(own_side, SERIES, TODAY)

    assert sum(series.kind is DialogueKind.DIALOGUE for series in seen) == own
    assert sum(series.kind is DialogueKind.OBSERVED for series in seen) == 44 - own
    assert sum(len(series.rounds) for series in seen) == 99
    assert all(series.partner and series.partner != own_side for series in seen)


def test_of_the_rounds_that_were_only_announced_none_is_ahead():
    standings = [held.standing(TODAY) for held in ROUNDS]

    assert standings.count(PublicStanding.HELD) == 93
    assert standings.count(PublicStanding.ANNOUNCED) == 6


@pytest.mark.parametrize(
    ("own_side", "code", "ours", "theirs"),
    [
        ("EU", "eu-jp", "EU-Japan Cyber Dialogue", "Japan-EU Cyber Dialogue"),
        ("JP", "eu-jp", "Japan-EU Cyber Dialogue", "EU-Japan Cyber Dialogue"),
        ("IN", "in-jp", "India-Japan Cyber Dialogue", "日インド・サイバー協議"),
        (
            "KR",
            "us-kr",
            "ROK-US Cyber Policy Consultation",
            "US-Republic of Korea Cyber Policy Consultations",
        ),
    ],
)
def test_each_side_calls_the_series_by_its_own_name(own_side, code, ours, theirs):
    [series] = [one for one in seen_from(own_side, SERIES, TODAY) if one.facts.code == code]

    assert (series.our_name, series.their_name) == (ours, theirs)
