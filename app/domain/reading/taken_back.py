"""The words around a form that take it back: reports, expectations, advice, what was promised elsewhere or earlier."""

import re

RELATIVE = re.compile(
    r"\b(?:(?:which|who|whom|whose|where|had|having|previously|already|earlier|"
    r"to which)\s+(?:[\w.&'-]+\s+){0,5}|as\s+)$",
    re.IGNORECASE,
)
WHICH = re.compile(r"\b(?P<noun>[a-z]+)\s+that\s+$", re.IGNORECASE)
"""“the partnership that …”: the clause tells of a thing, unless the word before is one of saying."""

OF_SAYING = re.compile(
    r"(?:(?:re)?agree|decid|(?:re)?confirm|(?:re)?affirm|concur|pledg|promis|announc|stat|declar|inform|"
    r"explain|indicat|said|assur|reiterat|underlin|"
    r"stress|emphasi|view|understanding|recognition|intention|add|not|so|it|highlight|conclud|resolv|"
    r"report|recall|mention)\w*",
    re.IGNORECASE,
)
NOT_DONE = re.compile(
    r"\b(?:should|could|might|may|ought to|must|need to|needs to|hope[sd]? (?:to|that)|wish(?:es|"
    r"ed)? (?:to|that)|look(?:s|ed|ing)? forward to|"
    r"expect(?:s|ed)? (?:to|that)|call(?:s|ed|ing)? (?:up)?on|urge[sd]?|encourage[sd]?|recommended|"
    r"welcom(?:e|es|ed|ing)|appreciat(?:e|es|ed|ing)|"
    r"not(?:e|es|ed|ing)|recall(?:s|ed|ing)?|acknowledg(?:e|es|ed|ing)|applaud(?:s|ed)?|commend(?:s|ed)?|"
    r"if|whether)\s+(?:[\w.&'()-]+[\s,]+){0,14}$",
    re.IGNORECASE,
)
"""Before a trigger in the same clause: an expectation, an advice or a report of it."""

ONCE = re.compile(
    r"^\W*(?:(?:in|at|during|on|since)\b[^,;]{0,90}?\b(?P<year>(?:19|20)\d\d)\b|(?:earlier this|"
    r"last) (?:year|month|week)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that tells of an earlier occasion, if its year is over."""

LEADERS = re.compile(
    r"\b(?:leaders|presidents?|prime ministers?|heads of (?:state|government)|summit)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
STANCES = re.compile(
    r"\b(?:(?:reaffirm|confirm|reiterate|express|underline|affirm|stress|underscore)\w*\s+(?:their|its|"
    r"our|the|strong|full|continued|joint|mutual|firm|shared|\s)*\s*support\s+(?:for|to)|"
    r"(?:we|both sides|the two sides|the \w+ and (?:the )?\w+)\s+(?:strongly |fully |also |"
    r"firmly )?support(?:s|ed)?)\s+",
    re.IGNORECASE,
)
"""A stance: support for a thing, no act of one's own."""
