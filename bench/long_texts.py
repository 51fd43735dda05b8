"""Measures paragraphs of a megabyte of one kind, and a table of 10,000 rows, in each form of a paper. By hand.

.venv/bin/python -m bench.long_texts
"""

import argparse
import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date

from app.domain.paper import CommitmentLine, Paper, PaperParagraph, Section
from app.factory import SELDOM

MEGABYTE = 1_000_000
TABLE = "table of 10,000 rows"
KINDS = {
    "words": "The two sides exchanged views. ",
    "one word": "x",
    "blanks": " ",
    "combining marks": "\u0301",
    "letters with marks": "a\u0301\u0323",
    "Arabic words": "تبادل الجانبان وجهات النظر ",
    "Arabic, one word": "سلام",
    "turning at each letter": "aא",
    "brackets that never close": "א(",
    "Japanese": "日本国憲法双方重要基盤意見交換",
    "Thai": "รัฐบาลยืนยันว่ากฎหมายระหว่างประเทศมีผลบังคับใช้",
    "Thai that no dictionary has": "ฌฑฒ",
    "lines of one letter": "a\n",
    "right-to-left lines of one letter": "א\n",
    "line ends": "\n",
}


def paper(kind: str) -> Paper:
    """A paper with a megabyte (in UTF-8) of that kind in one paragraph, or with the table."""
    unit = KINDS.get(kind, "")
    text = unit * (MEGABYTE // len(unit.encode())) if unit else ""
    rows = 10_000 if kind == TABLE else 0
    promises = tuple(
        CommitmentLine(f"Ukraine will share report {i} on the outage.", "Ukraine", "by 2026")
        for i in range(rows)
    )
    sections = (Section("All", 1, (PaperParagraph(text),)),) if text else ()
    return Paper("Long", "R", date(2026, 12, 4), 1, "Record", "", sections=sections, commitments=promises)


def forms() -> dict[str, Callable[[Paper], object]]:
    """The forms of a paper."""
    from app.documents import readout_docx, readout_html, readout_pdf

    return {"PDF": readout_pdf.render, "DOCX": readout_docx.render, "HTML": readout_html.render}


def one(form: str, kind: str) -> None:
    """Make it once, in this process, and print seconds of the processor and megabytes at most."""
    gc.set_threshold(*SELDOM)
    made, begun = paper(kind), time.process_time()
    forms()[form](made)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.process_time() - begun:.1f} s, {peak:.0f} MB")


def main() -> None:
    """The table, each cell measured in a process of its own."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--one", nargs=2)
    given = asked.parse_args()
    if given.one:
        one(*given.one)
        return
    print(f"| a megabyte of | {' | '.join(forms())} |\n| --- | {'--: | ' * len(forms())}")
    for kind in [*KINDS, TABLE]:
        cells = []
        for form in forms():
            command = [sys.executable, "-m", "bench.long_texts", "--one", form, kind]
            cells.append(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())
        print(f"| {kind} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
