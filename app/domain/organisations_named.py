"""Which organisations a text names, of the nine that the non-paper asks to engage, cooperate and coordinate with."""

import re

NINE: dict[str, str] = {
    "UN": r"\b(?:UN|UNGA|GGE|OEWG|United Nations|Global Mechanism|Nations unies|Vereinten? Nationen)\b",
    "CoE": r"\bCouncil of Europe\b|\bCoE\b|\bConseil de l['’]Europe\b|\bEuroparats?\b",
    "OSCE": r"\bOSCE\b|\bOSZE\b|\bOrgani[sz]ation for Security and Co-?operation in Europe\b",
    "OECD": r"\bOECD\b|\bOCDE\b|\bOrgani[sz]ation for Economic Co-?operation and Development\b",
    "NATO": r"\bNATO\b|\bOTAN\b|\bNorth Atlantic (?:Treaty Organi[sz]ation|Alliance)\b",
    "AfU": r"\bAfrican Union\b|\bUnion africaine\b|\bAfrikanischen? Union\b",
    "OAS": r"\bOAS\b|\bOrgani[sz]ation of American States\b",
    "ASEAN": r"\bASEAN\b(?! Regional Forum)",
    "ARF": r"\bARF\b|\bASEAN Regional Forum\b",
}
"""By the partner’s code the names that texts give it, capitals as written (reference document, §11, number 11).

“AU” is left out: texts mean Australia by it as often as the African Union.
"""

PATTERNS = {code: re.compile(names) for code, names in NINE.items()}


def organisations_named(text: str) -> list[str]:
    """The codes of the organisations that a text names, in the order of the list."""
    return [code for code, names in PATTERNS.items() if names.search(text)]
