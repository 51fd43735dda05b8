"""What an undertaking is about: an act that somebody could check, a value, a stance, or words for any occasion."""

import re

from app.domain.commitment import Strength
from app.domain.reading.found import Standing

VERB = (
    r"(?!(?:the|a|an|this|that|these|those|their|its|our|his|her|all|any|some|such|both|each|every|no|"
    r"open|free|global|peace|"
    r"security|human|international|cyber|cybersecurity|responsible|democratic|shared|common)\b)[a-z]+"
)
"""A word that can be a verb: nouns and what stands before them are told by the first word."""

VALUES = re.compile(
    r"\b(?:open|free|global|secure|stable|peaceful|interoperable|reliable|trusted|trustworthy|inclusive|"
    r"resilient|safe|"
    r"accessible|unified|unfragmented|non-fragmented|rules-based|transparent|"
    r"human-centric)\b[^.;]{0,120}?\b(?:cyberspace|"
    r"internet|digital (?:space|domain|environment|world|future|ecosystem|transformation|order)|"
    r"ict environment|international order|order|indo-pacific|region)\b"
    r"|\brules?[- ](?:of[- ]law|based)\b|\b(?:stability|peace|security)(?: and (?:stability|security|"
    r"peace))? (?:in|of) cyberspace\b"
    r"|\bpeace(?:, security)? and (?:stability|security)\b|\bdemocratic (?:values|principles)\b|"
    r"\b(?:shared|basic|common|democratic) values\b"
    r"|\b(?:the )?(?:un )?framework (?:for|of|on) responsible (?:state )?behaviou?r\b|"
    r"\bresponsible (?:state )?behaviou?r(?: of states| by states)?\b"
    r"|\bhuman rights\b|\bfundamental freedoms\b|\bmulti-?stakeholder (?:model|approach|"
    r"internet governance|governance|system)\b"
    r"|\bapplica(?:bility|tion) of (?:existing )?international law\b|\binternational law\b|\bun charter\b|"
    r"\bcharter of the united nations\b",
    re.IGNORECASE,
)
"""What everybody holds dear: no follow-up is opened for it."""

VALUE_VERBS = re.compile(
    r"(?:continue |further |jointly |actively |work (?:together |closely )?to(?:wards?)? |"
    r"(?:closely )?cooperate to |keep )?"
    r"(?:support|promot|uphold|advanc|ensur|preserv|maintain|safeguard|protect|defend|foster|strengthen|"
    r"respect|realiz|realis|achiev|"
    r"build|secur|enhanc|contribut|pursu|follow|champion|upholding|shap|guarantee|adher|abid|observ|"
    r"keep)\w*\b",
    re.IGNORECASE,
)
CHECKABLE = re.compile(
    r"\b(?:hold|host|conven|meet\b|organi[sz]e|sign|conclud|establish|launch|set(?:ting)? up|creat|"
    r"publish|submit|send|share a|share the|"
    r"exchange (?:lists?|contacts?|points? of contact|drafts?|delegations?|experts?)|nominat|appoint|"
    r"designat|draft|draw(?:ing)? up|finali[sz]|"
    r"ratif|accede|train|provid|deliver|fund|financ|donat|invit|visit|conduct|carry(?:ing)? out|table|"
    r"circulat|notify|notif|schedul|reconvene|"
    r"transmit|hand(?:ing)? over|prepar|complet|adopt|open|appoint|review|report|implement|map|compil|"
    r"issu|second\b|sponsor|deploy)\w*",
    re.IGNORECASE,
)
"""Acts of which one can say afterwards whether they were done."""

EXPLORING = re.compile(
    r"(?:\w+ly |further |also |jointly |continue (?:to )?)?(?:explor|consider|examin|look(?:ing)? (?:into|"
    r"at)|stud(?:y|i)|assess|discuss(?!ion)|identify|"
    r"identif|investigat|seek (?:ways|opportunit)|reflect|evaluat)\w*",
    re.IGNORECASE,
)
GOING_ON = re.compile(
    r"(?:\w+ly |also |further )?(?:continu|maintain|keep|remain|pursu|go(?:ing)? on|sustain|"
    r"carry(?:ing)? on|stay)\w*|regular",
    re.IGNORECASE,
)
ABOUT_THE_DIALOGUE = re.compile(
    r"\b(?:dialogues?|consultations?|rounds?|talks|working[- ]group|sub-?groups?|channels?|memorandum|mou|"
    r"arrangement|action plan|"
    r"roadmap|road map|work ?plan|meetings?)\b",
    re.IGNORECASE,
)

GENERAL = frozenset({
    "a", "about", "across", "actively", "activities", "activity", "additional", "address", "advance",
    "advancing", "against", "all", "also", "among", "an", "and", "any", "appropriate", "area", "areas",
    "as", "aspects", "at", "basis", "be", "been", "benefit", "best", "between", "bilateral", "bilaterally",
    "both", "bring", "build", "building", "by", "can", "capabilities", "challenges", "close", "closely",
    "co-operate", "co-operation", "collaborate", "collaborating", "collaboration", "collaborative",
    "common", "context", "continue", "continued", "continues", "continuing", "cooperate", "cooperating",
    "cooperation", "cooperative", "coordinate", "coordinated", "coordinating", "coordination", "countries",
    "cyber", "cyber-related", "cybersecurity", "cyberspace", "deepen", "deepened", "deepening", "develop",
    "developing", "development", "differing", "digital", "discussion", "discussions", "domain", "each",
    "efforts", "engage", "engagement", "engaging", "enhance", "enhanced", "enhancing", "ensure",
    "environment", "even", "exchange", "exchanges", "exchanging", "existing", "expand", "expanding",
    "explore", "exploring", "extend", "field", "fields", "for", "fora", "forms", "forum", "forward",
    "foster", "fostering", "from", "further", "furthermore", "future", "global", "good", "greater",
    "group", "growing", "have", "help", "ict", "ideas", "importance", "important", "improve", "in",
    "including", "increase", "increased", "increasingly", "information", "initiatives", "intensified",
    "intensify", "interest", "interests", "international", "internationally", "into", "is", "issues", "it",
    "its", "joint", "jointly", "keep", "known", "lasting", "level", "levels", "maintain", "maintaining",
    "make", "many", "matters", "means", "measures", "more", "mutual", "mutually", "national", "nations",
    "new", "next", "of", "on", "one", "opportunities", "order", "other", "others", "our", "partners",
    "partnership", "partnerships", "policies", "policy", "positive", "possible", "practical", "promote",
    "promoting", "range", "reaching", "ready", "regional", "reinforce", "reinforcing", "related",
    "relations", "relationship", "relevant", "remain", "resilience", "respective", "respond", "security",
    "share", "shared", "sharing", "sides", "spheres", "spirit", "states", "stay", "steps", "strategic",
    "strengthen", "strengthened", "strengthening", "strong", "stronger", "such", "support", "supporting",
    "sustained", "technology", "that", "the", "their", "these", "they", "this", "threats", "through",
    "throughout", "to", "together", "topics", "touch", "toward", "towards", "trust", "two", "under",
    "understanding", "upon", "us", "various", "views", "way", "ways", "we", "well", "wide", "will", "with",
    "within", "work", "working", "would",
})  # fmt: skip
"""Words that say nothing of what is to be done."""

WORD = re.compile(r"[^\W\d_][\w'-]*|\d+")


def standing_of(act: str, named: str, *, dated: bool, verb_missing: bool = False) -> tuple[Standing, str]:
    """Whether an act is offered or only greyed, and why.

    `act` are the words after “to”; `named` is the act without the names of the parties; `dated` tells that a date,
    a rhythm or an event was stated with it. `verb_missing` is for a commitment to a thing, not to an act.
    """
    value = VALUES.search(act)
    if dated:
        return Standing.PROPOSED, ""
    if value and (verb_missing or (VALUE_VERBS.match(act) and not specific(VALUES.sub(" ", named), 2))):
        return Standing.VALUE, "a value that both hold, no act of their own"
    if verb_missing:
        return Standing.VALUE, "a commitment to a thing, not to an act"
    if specific(named, 1) or ABOUT_THE_DIALOGUE.search(act):
        return Standing.PROPOSED, ""
    return Standing.GENERIC, "so wide that nobody would open a follow-up for it"


def specific(act: str, least: int) -> bool:
    """True if at least so many of its words say what is to be done."""
    words = {word.lower() for word in WORD.findall(act)}
    return len(words - GENERAL) >= least


def strength_of(act: str, of_the_form: Strength) -> Strength:
    """How firmly it was said: the form says it, unless the act itself says less."""
    if of_the_form in {Strength.OFFER, Strength.PLEDGE, Strength.INTENTION}:
        return of_the_form
    if EXPLORING.match(act):
        return Strength.EXPLORATORY
    if re.match(r"(?:work|aim|seek|strive|try)\w* (?:\w+ )?(?:to\b|toward)", act):
        return Strength.INTENTION
    if GOING_ON.match(act):
        return Strength.CONTINUING
    if of_the_form is Strength.POLITICAL or not CHECKABLE.search(act):
        return Strength.POLITICAL if of_the_form is Strength.POLITICAL else Strength.FIRM
    return of_the_form
