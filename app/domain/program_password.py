"""The password of one calendar program: made here, typed once into a device, and worth nothing elsewhere."""

import re

GROUPS, GROUP = 7, 4
"""28 characters of an alphabet of 31: some 138 bits, which nobody guesses, however fast the check is."""
BETWEEN = re.compile(r"[\s-]+")


def grouped(letters: str) -> str:
    """The password as it is shown: in groups that can be typed from a screen into a telephone."""
    return "-".join(letters[at : at + GROUP] for at in range(0, GROUPS * GROUP, GROUP))


def typed_letters(password: str) -> str:
    """What was meant by what was typed: without the hyphens and spaces between the groups, in small letters."""
    return BETWEEN.sub("", password).lower()
