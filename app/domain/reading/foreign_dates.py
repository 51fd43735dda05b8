"""Dates as German, French, Japanese and Ukrainian texts write them, said in English for the one reading of dates."""

import re
from calendar import month_name

GERMAN = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
FRENCH = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
UKRAINIAN = (
    "січ(?:ень|ня|ні)", "лют(?:ий|ого|ому)", "берез(?:ень|ня|ні)", "квіт(?:ень|ня|ні)", "трав(?:ень|ня|ні)",
    "черв(?:ень|ня|ні)", "лип(?:ень|ня|ні)", "серп(?:ень|ня|ні)", "верес(?:ень|ня|ні)", "жовт(?:ень|ня|ні)",
    "листопад(?:а|і)?", "груд(?:ень|ня|ні)",
)  # fmt: skip
"""The months in their cases."""

YEAR = r"((?:19|20)\d\d)"
ORDINALS = ("first", "second", "third", "fourth")
ERAS = {"令和": 2018, "平成": 1988}

Rewriting = tuple[re.Pattern[str], str]


def months(names: list[str]) -> str:
    """A group that matches any of the twelve names."""
    return "(" + "|".join(names) + ")"


WHOLE = {
    "de": rf"\b(?:am|vom|bis\s+zum|bis|im|in|zum|spätestens|Ende|Anfang|"
    rf"Mitte)\s+(?:(?P<day>\d{{1,2}})\.?\s*)?(?P<month>{'|'.join(GERMAN)})(?:\s+(?P<year>(?:19|"
    rf"20)\d\d))?",
    "fr": rf"\b(?:le|du|d'ici\s+(?:le|à|au)?|avant\s+(?:le\s+)?|en|au\s+mois\s+de|à\s+la\s+fin\s+de|fin|"
    rf"début)\s*(?:(?P<day>\d{{1,2}})(?:er)?\s+)?(?P<month>{'|'.join(FRENCH)})(?:\s+(?P<year>(?:19|"
    rf"20)\d\d))?",
    "uk": rf"(?:\b(?:до|у|в|на|не\s+пізніше|наприкінці|"
    rf"кінця)\s+)?(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(UKRAINIAN)})(?:\s+(?P<year>(?:19|"
    rf"20)\d\d))?(?:\s+року)?",
    "ja": r"(?:(?P<era>令和|平成)(?P<eyear>元|\d{1,2})年|(?P<year>(?:19|20)\d\d)年|(?P<rel>本年|今年|来年|"
    r"翌年))(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?",
}
PARTS = {
    "de": rf"\bim\s+(?P<ord>ersten|zweiten|dritten|vierten)\s+(?P<what>Quartal|"
    rf"Halbjahr)(?:\s+des\s+Jahres)?\s+{YEAR}|\b(?:im\s+Jahr|im\s+Jahre|in|bis|Ende|Anfang|"
    rf"Mitte)\s+(?P<y>(?:19|20)\d\d)\b|\b(?P<next>(?:im\s+)?(?:kommenden|nächsten)\s+Jahr(?:es)?|"
    rf"nächstes\s+Jahr)\b",
    "fr": rf"\bau\s+(?P<ord>premier|deuxième|second|troisième|quatrième)\s+(?P<what>trimestre|"
    rf"semestre)\s+(?:de\s+)?{YEAR}|\b(?:en|d'ici|fin|début|courant)\s+(?P<y>(?:19|20)\d\d)\b|"
    rf"\b(?P<next>l'année\s+prochaine|l'an\s+prochain)\b",
    "uk": rf"\b(?:у|в)\s+(?P<ord>перш\w+|друг\w+|треть\w+|четверт\w+)\s+(?P<what>кварталі|"
    rf"півріччі)\s+{YEAR}|\b(?:у|в|до\s+кінця)\s+(?P<y>(?:19|20)\d\d)\b(?:\s+ро(?:ці|ку))?|"
    rf"\b(?P<next>наступного\s+року|у\s+наступному\s+році)\b",
}
HALF = {"Halbjahr", "semestre", "півріччі"}
ORDER = (
    ("ersten", "premier", "перш"),
    ("zweiten", "deuxième", "second", "друг"),
    ("dritten", "troisième", "треть"),
    ("vierten", "quatrième", "четверт"),
)
NAMES = {"de": GERMAN, "fr": FRENCH, "uk": UKRAINIAN}
PATTERNS = {code: re.compile(pattern, re.IGNORECASE) for code, pattern in WHOLE.items()}
PART_PATTERNS = {code: re.compile(pattern, re.IGNORECASE) for code, pattern in PARTS.items()}


def in_english(text: str, code: str, year_said: int | None) -> tuple[str, str]:
    """The last date of a sentence as (the words there, an English phrase for them); both empty if there is none.

    Only dates that name their year, or that count from the year in which it was said.
    """
    found = list(PATTERNS[code].finditer(text))
    for one in reversed(found):
        if phrase := whole(one, code, year_said):
            return " ".join(one[0].split()), phrase
    for one in reversed(list(PART_PATTERNS[code].finditer(text)) if code in PART_PATTERNS else []):
        if phrase := part(one, year_said):
            return " ".join(one[0].split()), phrase
    return "", ""


def whole(found: re.Match[str], code: str, year_said: int | None) -> str:
    """A day or a month with its year; nothing without the year."""
    fields = found.groupdict()
    if code == "ja":
        return japanese(fields, year_said)
    if not fields["year"]:
        return ""
    number = next(
        n for n, name in enumerate(NAMES[code], 1) if re.fullmatch(name, fields["month"], re.IGNORECASE)
    )
    day = f"{fields['day']} " if fields["day"] else ""
    return f"{day}{month_name[number]} {fields['year']}"


def japanese(fields: dict[str, str | None], year_said: int | None) -> str:
    """A year of an era, of the common count, or counted from the year in which it was said."""
    if fields["era"]:
        count = 1 if fields["eyear"] == "元" else int(fields["eyear"] or 0)
        year: int | None = ERAS[fields["era"]] + count
    elif fields["year"]:
        year = int(fields["year"])
    else:
        year = None if year_said is None else year_said + (fields["rel"] in {"来年", "翌年"})
    if year is None or not 1 <= int(fields["month"] or 1) <= 12:
        return ""
    month = f"{month_name[int(fields['month'])]} " if fields["month"] else ""
    day = f"{fields['day']} " if fields["day"] and month else ""
    return f"{day}{month}{year}"


def part(found: re.Match[str], year_said: int | None) -> str:
    """A quarter, a half or a whole year."""
    fields = found.groupdict()
    if fields["ord"]:
        word = fields["ord"].lower()
        number = next(n for n, names in enumerate(ORDER) if word.startswith(names))
        year = next(group for group in found.groups() if group and re.fullmatch(YEAR, group))
        return f"{ORDINALS[number]} {'half' if fields['what'] in HALF else 'quarter'} of {year}"
    if fields["y"]:
        return fields["y"]
    return str(year_said + 1) if year_said is not None else ""
