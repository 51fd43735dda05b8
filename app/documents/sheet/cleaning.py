"""What of a text may be set: controls, lone surrogates and direction overrides are taken out."""

import re
import unicodedata
from collections.abc import Iterator

# Anything that ends a line: carriage returns, form feeds, the Unicode line and paragraph separators.
_LINE_END = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_BLANK = re.compile("[\t\x1f]")
# Overrides, embeddings and isolates can make a text read other than it is written (UAX #9, section 2).
# The soft hyphen goes too: we never break inside words, and left in, it would spoil a search.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u202a-\u202e\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0001\U000e0020-\U000e007f]"
)


# Sorting a long row of marks takes time that grows with its square, so longer rows are cut, as Unicode's
# stream-safe text format does (UAX #15, section 13).
_MOST_MARKS = 30


def clean(text: str) -> str:
    """The text in NFC, its line ends as newlines, without what cannot be set.

    Never raises: lone surrogates, NUL and other control characters, bidirectional overrides and
    noncharacters are dropped. Markup is no concern here, since nothing reads it: "<b>" is three characters.
    """
    kept = _UNWANTED.sub("", _BLANK.sub(" ", _LINE_END.sub("\n", text)))
    if unicodedata.is_normalized("NFC", kept):
        return kept
    return unicodedata.normalize("NFC", "".join(_stream_safe(kept)))


def clean_line(text: str) -> str:
    """The same on one line: line ends and runs of blanks become one space."""
    return " ".join(clean(text).split())


def _stream_safe(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            yield character
