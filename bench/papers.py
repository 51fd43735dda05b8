"""Measures papers: milliseconds, bytes and memory of each form, beside other programs with that text. By hand.

PYTHONPATH=FOLDER .venv/bin/python -m bench.papers [--rounds 5]
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.domain.paper import Paper, PaperParagraph, Section
from bench import paper_rivals
from tests.documents.full_paper import FULL, SCRIPTS

HEAD = (
    "| form | pages | ms | × plain | first ms | kB | peak MB |\n| --- | --: | --: | --: | --: | --: | --: |"
)
PLAIN = "plain reportlab"


def latin(paragraphs: int) -> Paper:
    """A paper in English letters, its words as often as words are: a few always, most of them seldom."""
    draw = random.Random(1)
    syllables = [
        "ba",
        "con",
        "de",
        "ex",
        "for",
        "ga",
        "hi",
        "in",
        "jo",
        "ka",
        "lo",
        "mi",
        "na",
        "or",
        "per",
        "qui",
        "re",
        "sta",
        "tu",
        "un",
        "ver",
        "wi",
    ]
    known = ["".join(draw.choices(syllables, k=draw.randint(1, 4))) for _ in range(3000)]
    weights = [1 / rank for rank in range(1, len(known) + 1)]
    texts = [" ".join(draw.choices(known, weights, k=52)).capitalize() + "." for _ in range(paragraphs)]
    sections = tuple(
        Section(f"Item {i // 10 + 1}", i // 10 + 1, tuple(PaperParagraph(text) for text in texts[i : i + 10]))
        for i in range(0, paragraphs, 10)
    )
    return Paper(
        "A long dialogue", "UA-JP/2026/3", date(2026, 12, 4), 1, "Record", "RESTRICTED", sections=sections
    )


def scripts() -> Paper:
    """A paper in ten scripts, twelve times each; no two texts are equal."""
    paragraphs = [
        PaperParagraph(f"{text} {number}", language=language)
        for number in range(12)
        for _, language, text in (("English", "en", FULL.sections[0].paragraphs[0].text), *SCRIPTS)
    ]
    return replace(latin(0), title="Ten scripts", sections=(Section("All", 1, tuple(paragraphs)),))


PAPERS: dict[str, Callable[[], Paper]] = {
    "1 page, Latin": lambda: latin(6),
    "30 pages, Latin": lambda: latin(210),
    "ten scripts": scripts,
}


def one(form: str, text: str, rounds: int) -> None:
    """Measure one form of one text in a process of its own, and print what was found."""
    paper = PAPERS[text]()
    render = paper_rivals.FORMS[form]()
    times = []
    made = b""
    for _ in range(rounds + 1):
        start = time.process_time()
        made = render(paper)
        times.append((time.process_time() - start) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = {
        "first": times[0],
        "ms": min(times[1:]),
        "bytes": len(made),
        "peak": peak,
        "pages": paper_rivals.pages_of(made),
    }
    print(json.dumps(found))


def measured(form: str, text: str, rounds: int) -> dict[str, float] | None:
    """What one form of one text takes, or None if its program is not there or cannot set it."""
    command = [sys.executable, "-m", "bench.papers", "--one", form, text, "--rounds", str(rounds)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        return None
    found: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return found


def table(text: str, rounds: int) -> None:
    """Print the table of one text."""
    print(f"\n### {text}\n\n{HEAD}")
    rows = {form: measured(form, text, rounds) for form in paper_rivals.FORMS}
    plain = rows.get(PLAIN)
    for form, row in rows.items():
        if row is None:
            print(f"| {form} | – | – | – | – | – | – |")
            continue
        ratio = f"{row['ms'] / plain['ms']:.1f}" if plain else "–"
        print(
            f"| {form} | {row['pages'] or '–'} | {row['ms']:.1f} | {ratio} | {row['first']:.1f} "
            f"| {row['bytes'] / 1000:.0f} | {row['peak']:.0f} |"
        )


def main() -> None:
    """All tables, or one measurement for the process that prints them."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--one", nargs=2)
    given = asked.parse_args()
    if given.one:
        one(*given.one, given.rounds)
        return
    for text in PAPERS:
        table(text, given.rounds)


if __name__ == "__main__":
    main()
