"""The vocabulary of undertaking in English, as the pieces of which the forms are made."""

LIGHTLY = (
    r"(?:(?:\w+ly|also|further|furthermore|in principle|both|jointly|then|again|together|hereby|"
    r"ad referendum|as a next step|in the (?:near|short|medium|long) term|in the coming \w+|"
    r"over the (?:next|coming) \w+|"
    r"(?:at|during|in) (?:the|this) (?:\w+ )?(?:meeting|dialogue|talks|round|"
    r"consultations?),?|, [^,]{1,80},)\s+)*"
)
PROMISING = (
    r"(?:re-?)?(?:agree[sd]?|decide[sd]?|resolve[sd]?|undert(?:ook|akes?|aken)|pledge[sd]?|vow(?:s|ed)?|"
    r"promise[sd]?|"
    r"(?:re)?commit(?:s|ted)?(?:\s+(?:themselves|itself|ourselves))?|concur(?:s|red)?|acquiesced|"
    r"consent(?:s|ed)?|arranged?|"
    r"(?:re)?confirm(?:s|ed)?|(?:re)?affirm(?:s|ed)?|reiterate[sd]?|contracted|offer(?:s|ed)?)"
)
SAYING = (
    r"(?:(?:re)?agree[sd]?|decide[sd]?|resolve[sd]?|(?:re)?confirm(?:s|ed)?|(?:re)?affirm(?:s|ed)?|"
    r"concur(?:s|red)?|pledge[sd]?|promise[sd]?|"
    r"announce[sd]?|stated|declare[sd]?|inform(?:s|ed)?(?:\s+(?:the\s+)?\w+(?:\s+side)?)?|explain(?:s|"
    r"ed)?|indicate[sd]?|said|assure[sd]?(?:\s+(?:the\s+)?\w+(?:\s+side)?)?|"
    r"reiterate[sd]?|underline[sd]?|stress(?:es|ed)?|emphasi[sz]e[sd]?|(?:shared|shares?) the (?:view|"
    r"recognition|understanding)|(?:reached|came to) (?:an agreement|a common understanding))"
)
DECLARING = (
    r"(?:(?:re)?(?:affirm|confirm)(?:s|ed)?|(?:re)?iterate[sd]?|underline[sd]?|underscore[sd]?|"
    r"emphasi[sz]e[sd]?|"
    r"express(?:es|ed)?|renew(?:s|ed)?|stress(?:es|ed)?|declare[sd]?|stated|restated|recommit(?:s|ted)?|"
    r"announce[sd]?|voiced?|demonstrate[sd]?)"
)
NEXT_EVENT = (
    r"(?:the\s+)?(?:next|following|subsequent|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"eleventh|twelfth|thirteenth|\d{1,2}(?:st|nd|rd|th))\s+"
    r"(?:(?!will\b|is\b|was\b)[\w'–&./-]+\s+){0,9}?(?:dialogues?|consultations?|rounds?|meetings?|talks|"
    r"sessions?|edition|discussions?|one|exercise|workshop|conference|summit)"
    r"(?:\s+(?:(?!will\b|is\b|was\b)[\w'&-]+\s*){0,8})?"
)
TO_BE_HELD = (
    r"(?:be\s+(?:\w+ly\s+)?(?:held|hosted|convened|organi[sz]ed|scheduled|conducted)|take\s+place|meet|"
    r"convene|continue|be\s+in\b)"
)
DEED = (
    r"(?:(?:the|a|an|its|their|further|continued|continuing|closer|regular|annual|more|swift|early|timely|"
    r"full|joint|future|"
    r"increased|enhanced|additional|deeper|ongoing)\s+){1,3}(?:\w+\s+){0,2}?(?:establishment|creation|"
    r"continuation|launch|holding|adoption|"
    r"implementation|ratification|organi[sz]ation|conclusion|signature|publication|exchanges?|"
    r"discussions?|cooperation|coordination|"
    r"consultations?|dialogues?|engagement|collaboration|meetings?|sharing|provision|delivery|development|"
    r"expansion)\b"
)
"""A deed as a noun: “the swift adoption of the protocol”, “further discussions”."""
