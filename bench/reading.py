"""How long it takes to read a page of text for commitments: run `python3 -m bench.reading`."""

import statistics
import time
from datetime import date
from pathlib import Path

from app.domain.reading.found import Around
from app.domain.reading.reader import undertakings_in

PAGE = 3_000
"""Characters of a printed page."""

ROUNDS = 20
CORPUS = Path(__file__).parent.parent / "tests" / "data" / "undertakings.txt"
AROUND = Around(date(2025, 11, 18), ("European Union", "EU"), ("Japan",))


def main() -> None:
    """Read pages made of the corpus, in each of its languages, and say the milliseconds."""
    sentences = [
        line.rsplit("|", 1)[1].strip()
        for line in CORPUS.read_text("utf-8").splitlines()
        if line.count("|") >= 4
    ]
    text = "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))
    pages = [text[at : at + PAGE] for at in range(0, len(text) - PAGE, PAGE)]
    times = []
    for page in pages * ROUNDS:
        begun = time.perf_counter()
        undertakings_in(page, AROUND)
        times.append((time.perf_counter() - begun) * 1000)
    slowest = sorted(times)[int(len(times) * 0.95)]
    print(
        f"{len(pages)} pages of {PAGE:,} characters: median {statistics.median(times):.1f} ms, p95 {slowest:.1f} ms"
    )


if __name__ == "__main__":
    main()
