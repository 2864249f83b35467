"""`speed`: what extraction costs beside the spaCy parse, measured in one run over the same pages."""

import time
from collections.abc import Callable

from benchmarks.quality.sources import SETS, folder, packs, pages, pipeline
from benchmarks.quality.tables import Table

from claimgraph.extracting import extract
from claimgraph.language.blocks import blocks
from claimgraph.language.cleaning import clean
from claimgraph.language.parsing import parse

#: Each time is the least of so many.
RUNS = 3


def speed_table(fast: bool = False) -> Table:
    """Return the time of the parse alone, of extracting, and of all that is not the parse, over all pages."""
    documents = [p.document for place in dict.fromkeys(map(folder, SETS)) for p in pages(place).documents]
    known, nlp = packs("shipped"), pipeline()
    texts = sorted({clean(d.text, b.start, b.end).text for d in documents for b in blocks(d)})
    parsed = [found for found, _ in parse(documents, nlp)]
    spacy = _least(lambda: list(nlp.pipe(texts, batch_size=64)))
    extracting = _least(lambda: [extract(found, known) for found in parsed])
    whole = _least(lambda: [extract(found, known) for found, _ in parse(documents, nlp)])
    words = sum(len(d.text.split()) for d in documents)
    explanation = (
        f"The {len(documents)} pages of all sets, {words} words, shipped packs, each time the least of {RUNS} in one "
        "process. Extraction is to cost at most 0.5 times the spaCy parse."
    )
    rows = (
        ("spaCy's parse alone", spacy),
        ("extraction: parsed text to claims", extracting),
        ("all but the parse: blocks, sentences, voices, extraction", max(0.0, whole - spacy)),
    )
    columns = ("what", "seconds", "times the parse", "words a second")
    cells = tuple((n, f"{t:.2f}", f"{t / spacy:.2f}", f"{words / max(t, 1e-6):,.0f}") for n, t in rows)
    return Table("speed", "Cost of extraction", explanation, columns, cells)


def _least(work: Callable[[], object]) -> float:
    """Return the least processor time that some work takes, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)
