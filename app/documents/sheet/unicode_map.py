"""The table by which a reader of a PDF turns a font's codes back into characters (PDF 32000-1, 9.10.3)."""

from collections.abc import Mapping

_MOST_ROWS = 100  # the format's limit for one block

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def unicode_map(sources: Mapping[int, str]) -> bytes:
    """The table for these codes and the characters that each stands for."""
    rows = [f"<{code:04X}> <{hexadecimal(source)}>" for code, source in sorted(sources.items())]
    blocks = (rows[i : i + _MOST_ROWS] for i in range(0, len(rows), _MOST_ROWS))
    body = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return (_HEAD + body + _FOOT).encode("ascii")


def hexadecimal(text: str) -> str:
    """A text in UTF-16, big end first, as hexadecimal digits."""
    return text.encode("utf-16-be").hex().upper()
