"""The names of States in English with their adjectives, as texts use them for who undertakes something."""

ADJECTIVES = {
    "Albania": "Albanian", "Argentina": "Argentine Argentinian", "Armenia": "Armenian", "Australia": "Australian",
    "Austria": "Austrian", "Azerbaijan": "Azerbaijani", "Bangladesh": "Bangladeshi", "Belgium": "Belgian",
    "Brazil": "Brazilian", "Bulgaria": "Bulgarian", "Canada": "Canadian", "Chile": "Chilean", "China": "Chinese",
    "Colombia": "Colombian", "Costa Rica": "Costa Rican", "Croatia": "Croatian", "Cyprus": "Cypriot",
    "Czechia": "Czech", "Czech Republic": "Czech", "Denmark": "Danish", "Ecuador": "Ecuadorian", "Egypt": "Egyptian",
    "Estonia": "Estonian", "Ethiopia": "Ethiopian", "Finland": "Finnish", "France": "French", "Georgia": "Georgian",
    "Germany": "German", "Ghana": "Ghanaian", "Greece": "Greek", "Hungary": "Hungarian", "Iceland": "Icelandic",
    "India": "Indian", "Indonesia": "Indonesian", "Iran": "Iranian", "Ireland": "Irish", "Israel": "Israeli",
    "Italy": "Italian", "Japan": "Japanese", "Jordan": "Jordanian", "Kazakhstan": "Kazakh", "Kenya": "Kenyan",
    "Korea": "Korean", "Kosovo": "Kosovar", "Latvia": "Latvian", "Lithuania": "Lithuanian",
    "Luxembourg": "Luxembourgish", "Malaysia": "Malaysian", "Malta": "Maltese", "Mexico": "Mexican",
    "Moldova": "Moldovan", "Mongolia": "Mongolian", "Montenegro": "Montenegrin", "Morocco": "Moroccan",
    "Netherlands": "Dutch Netherlands", "New Zealand": "", "Nigeria": "Nigerian", "North Macedonia": "",
    "Norway": "Norwegian", "Pakistan": "Pakistani", "Peru": "Peruvian", "Philippines": "Philippine Filipino",
    "Poland": "Polish", "Portugal": "Portuguese", "Qatar": "Qatari", "ROK": "", "Republic of Korea": "",
    "Romania": "Romanian", "Russia": "Russian", "Russian Federation": "", "Rwanda": "Rwandan",
    "Saudi Arabia": "Saudi", "Senegal": "Senegalese", "Serbia": "Serbian", "Singapore": "Singaporean",
    "Slovakia": "Slovak", "Slovenia": "Slovenian Slovene", "South Africa": "South African", "South Korea": "",
    "Spain": "Spanish", "Sri Lanka": "Sri Lankan", "Sweden": "Swedish", "Switzerland": "Swiss", "Taiwan": "Taiwanese",
    "Thailand": "Thai", "Tunisia": "Tunisian", "Türkiye": "Turkish", "Turkey": "Turkish", "UAE": "Emirati",
    "United Arab Emirates": "Emirati", "Ukraine": "Ukrainian", "United Kingdom": "British", "UK": "British",
    "U.K.": "British", "United States": "American", "United States of America": "American", "USA": "American",
    "US": "American", "U.S.": "American", "Uruguay": "Uruguayan", "Uzbekistan": "Uzbek", "Vietnam": "Vietnamese",
    "Viet Nam": "Vietnamese",
    "European Union": "European", "EU": "", "E.U.": "", "NATO": "", "ASEAN": "", "African Union": "",
    "OAS": "", "OSCE": "", "G7": "", "Quad": "", "European Commission": "", "EEAS": "",
}  # fmt: skip
"""A name, and the adjectives of its side; none where the name itself serves (“the EU side”)."""


def writings(name: str) -> tuple[str, ...]:
    """The name and its adjectives."""
    return (name, *ADJECTIVES.get(name, "").split(" ")) if ADJECTIVES.get(name) else (name,)
