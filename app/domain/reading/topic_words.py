"""The words by which a text speaks of a topic; the codes are those of the reference data."""

import re

WORDS = {
    "threat-landscape": (
        r"threat (?:landscape|assessments?|environment|picture|actors?)|cyber threats?|"
        r"situational awareness|malicious (?:cyber|activit)"
    ),
    "un-processes": (
        r"(?-i:\bOEWG\b)|open-ended working group|(?-i:\bU?N?GGE\b)|group of governmental experts|"
        r"programme of action|program of action|(?-i:\bPoA\b)|global mechanism|first committee|"
        r"third committee|united nations|(?-i:\bUN\b)"
    ),
    "norms": r"\bnorms?\b|responsible (?:state )?behaviou?r",
    "international-law": r"international (?:humanitarian )?law|un charter|state responsibility|national positions?",
    "cbms": r"confidence[- ]building|(?-i:\bCBMs?\b)|points? of contact|contact points?|poc directory",
    "regional-organisations": (
        r"(?-i:\bOSCE\b)|(?-i:\bASEAN\b)|(?-i:\bARF\b)|(?-i:\bOAS\b)|african union|(?-i:\bNATO\b)|"
        r"\bG-?7\b|\bG-?20\b|\bquad\b|council of europe|regional (?:organi[sz]ations?|fora|forums|"
        r"cent)"
    ),
    "attribution-diplomatic-response": (
        r"attribut|deter(?:rence|ring)?\b|diplomatic (?:response|toolbox)|toolbox|hold (?:states|"
        r"malicious \w+) (?:to account|accountable)|accountab"
    ),
    "sanctions": r"sanctions?\b|restrictive measures?|listings?\b",
    "crisis-management": r"crisis (?:management|response|mechanism)|large-scale (?:cyber )?incidents?|table-?top",
    "incident-response": (
        r"(?-i:\bCERTs?\b)|(?-i:\bCSIRTs?\b)|incident (?:response|handling|management)|"
        r"computer emergency|respond(?:ing)? to (?:cyber )?incidents"
    ),
    "information-sharing": (
        r"(?:information|intelligence|threat)[- ]sharing|shar(?:e|"
        r"ing) (?:of )?(?:\w+ ){0,3}(?:information|indicators|intelligence)|exchang(?:e|ing)"
        r" (?:of )?(?:\w+ )?information|indicators of compromise"
    ),
    "critical-infrastructure": (
        r"critical (?:information |national )?infrastructures?|essential services|energy sector|"
        r"hospitals?|power grid"
    ),
    "5g-supply-chain": r"\b[56]G\b|supply[- ]chains?|trusted vendors?|open ran|telecom",
    "standards-certification": r"standards?\b|certification|mutual recognition|standardi[sz]ation",
    "iot-product-security": (
        r"(?-i:\bIoT\b)|internet of things|product security|app security|cyber resilience act|"
        r"secure[- ]by[- ]design|label(?:ling)? scheme|software bill|\bSBOM"
    ),
    "submarine-cables": r"(?:submarine|undersea|subsea) (?:\w+ )?cables?",
    "national-policy-exchange": (
        r"(?:national )?(?:cyber ?security )?(?:strateg(?:y|ies)|legislation|legislative|policies|"
        r"regulations?)\b|\bNIS ?2?\b"
    ),
    "cyber-defence": r"cyber defen[cs]e|military|armed forces|defen[cs]e ministr|\bmilitary-to-military",
    "space-cyber": r"\bspace (?:systems?|assets|sector|cyber)|satellites?",
    "hybrid-fimi": r"hybrid threats?|disinformation|information manipulation|(?-i:\bFIMI\b)|foreign interference",
    "election-security": r"elections?\b|electoral",
    "cybercrime": (
        r"cyber ?-?crime|budapest convention|law[- ]enforcement|europol|interpol|"
        r"second additional protocol|cybercriminals?"
    ),
    "ransomware": r"ransomware",
    "crypto-theft": (
        r"crypto(?:currency|currencies| theft| assets)?\b|virtual assets?|illicit (?:financ|revenue)|"
        r"money laundering"
    ),
    "terrorist-use": r"terroris[tm]|violent extremis",
    "encryption-lawful-access": r"encrypt|lawful access|electronic evidence|e-evidence",
    "commercial-intrusion-tools": (
        r"spyware|intrusion (?:tools|capabilities|software)|pall mall|surveillance|export controls?|"
        r"dual-use"
    ),
    "human-rights-online": (
        r"human rights|freedom of expression|civil society space|censorship|privacy|internet freedom|"
        r"freedom online"
    ),
    "gender-inclusion": r"\bwomen\b|gender|girls|digital divide|inclusion|marginali[sz]ed",
    "internet-governance": (
        r"internet governance|(?-i:\bICANN\b)|(?-i:\bIGF\b)|(?-i:\bWSIS\b)|netmundial|"
        r"multi-?stakeholder model"
    ),
    "multistakeholder-ppp": (
        r"private[- ]sector|industry|academia|civil society|public-private|think[- ]tanks?|"
        r"multi-?stakeholder"
    ),
    "digital-economy": r"digital (?:economy|trade)|e-commerce|connectivity|economic growth",
    "data-protection": r"data (?:protection|flows?|spaces?|privacy)|(?-i:\bGDPR\b)",
    "digital-identity": r"digital identit|(?-i:\beID\b)|trust services",
    "emerging-tech": (
        r"emerging (?:and \w+ )?technolog|critical technolog|artificial intelligence|(?-i:\bAI\b)|"
        r"quantum|cloud"
    ),
    "capacity-building": (
        r"capacity[- ]building|capacity building|build(?:ing)? (?:cyber )?capacit|trainings?\b|"
        r"(?-i:\bGFCE\b)|bootcamp|developing countries|third countries"
    ),
    "assistance-to-partners": r"assistance|(?:support|aid) (?:to|for) ukraine|tallinn mechanism|equipment",
    "skills-workforce": r"skills|workforce|education|human resources?|experts? exchange|exchange of experts|competenc",
    "research-innovation": r"research|innovation|horizon europe|\bR&D\b",
    "bilateral-mechanism": (
        r"(?:next|annual|regular|second|third|\d(?:st|nd|rd|th)) (?:[\w'-]+ ){0,6}(?:dialogues?|"
        r"consultations?|rounds?|meetings?|talks)|working[- ]groups?|memorandum|(?-i:\bMoU\b)|"
        r"action plan|road ?map|(?:continue|hold|host) (?:[\w'-]+ ){0,5}(?:dialogues?|consultations?|"
        r"rounds?|talks)"
    ),
}
PATTERNS = {code: re.compile(words, re.IGNORECASE) for code, words in WORDS.items()}
MOST = 5
"""So many topics at most are suggested for one sentence."""


def topics_in(text: str) -> tuple[str, ...]:
    """The topics that a text speaks of, the one it speaks of first standing first."""
    found = {code: place.start() for code, pattern in PATTERNS.items() if (place := pattern.search(text))}
    return tuple(sorted(found, key=lambda code: (found[code], code))[:MOST])
