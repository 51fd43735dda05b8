"""What is written how in which language: quotation marks, dashes, months, and words that go with a number."""

from typing import NamedTuple


class Usage(NamedTuple):
    """A language's way. `quotes` are the outer and the inner pair; `narrow` pads outer quotes and high signs.

    `before_number` are words after which a number or name follows on the same line, `after_number` those that
    stay with the number before them.
    """

    script: str
    quotes: tuple[str, str]
    dash: str
    before_number: tuple[str, ...] = ()
    after_number: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    narrow: bool = False


UNITS = ("%", "‰", "€", "$", "£", "°C", "km", "m", "kg", "kB", "MB", "GB", "TB", "Gbit/s", "ms", "s", "h")
"""Signs and units that stay with the number before them in every language."""

_ENGLISH = Usage(
    "LATIN",
    ("“”", "‘’"),
    "–",
    ("No.", "Nos.", "Art.", "Article", "p.", "pp.", "para.", "paragraph", "§", "Annex", "Resolution"),
    (
        *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
        *("October", "November", "December", "a.m.", "p.m.", "UTC", "million", "billion"),
    ),
    ("Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "H.E.", "St"),
)
_FRENCH = Usage(
    "LATIN",
    ("«»", "“”"),
    "–",
    ("n°", "nº", "art.", "article", "p.", "§", "annexe"),
    (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre"),
        *("octobre", "novembre", "décembre", "heures", "millions", "milliards"),
    ),
    ("M.", "MM.", "Mme", "Mmes", "Mlle", "Dr", "Pr", "S.E."),
    narrow=True,
)
_GERMAN = Usage(
    "LATIN",
    ("„“", "‚‘"),
    "–",
    ("Nr.", "Art.", "Artikel", "S.", "§", "Anlage"),
    (
        *("Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September"),
        *("Oktober", "November", "Dezember", "Uhr", "Millionen", "Milliarden"),
    ),
    ("Herr", "Herrn", "Frau", "Dr.", "Prof.", "S.E.", "I.E."),
)
_UKRAINIAN = Usage(
    "CYRILLIC",
    ("«»", "„“"),
    "—",
    ("№", "ст.", "стаття", "с.", "п.", "§", "додаток"),
    (
        *("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня"),
        *("жовтня", "листопада", "грудня", "р.", "рр.", "року", "млн", "млрд", "грн"),
    ),
    ("пан", "пана", "пані", "п.", "д-р", "проф."),
)
_SPANISH = Usage("LATIN", ("«»", "“”"), "–", ("n.º", "art.", "pág."), (), ("Sr.", "Sra.", "Dr.", "Dra."))
_ITALIAN = Usage("LATIN", ("«»", "“”"), "–", ("n.", "art.", "pag."), (), ("Sig.", "Sig.ra", "Dott."))
_POLISH = Usage("LATIN", ("„”", "‚’"), "–", ("nr", "art.", "s."), ("r.", "mln", "mld"), ("Pan", "Pani", "dr"))
_ESTONIAN = Usage("LATIN", ("„“", "‚‘"), "–", ("nr",), ("a.",), ("hr", "pr", "dr"))
_JAPANESE = Usage("CJK", ("「」", "『』"), "")

USAGES = {
    "en": _ENGLISH,
    "fr": _FRENCH,
    "de": _GERMAN,
    "uk": _UKRAINIAN,
    "es": _SPANISH,
    "it": _ITALIAN,
    "pl": _POLISH,
    "et": _ESTONIAN,
    "ja": _JAPANESE,
}
"""By the first part of a language tag. A language that is not here is left as it was written."""
