"""The apostrophe before what a spreadsheet would compute: put on when a text goes out, taken off when it comes back."""

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""With these a cell begins that a spreadsheet may compute (full-width signs are folded by some of them)."""
BLANKS = (
    " \u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u200b\ufeff"
)


def begins_formula(line: str) -> bool:
    """True for what a spreadsheet may compute, also behind apostrophes: taking one of them off must be safe."""
    return line.lstrip("'" + BLANKS).startswith(FORMULA)


def guarded_line(line: str) -> str:
    """A line of a cell with an apostrophe before what would begin a formula."""
    return f"'{line}" if begins_formula(line) else line


def unguarded(text: str) -> str:
    """A cell as it was before it was guarded: `unguarded(guarded(text))` is the text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line[1:] if line.startswith("'") and begins_formula(line) else line for line in lines)
