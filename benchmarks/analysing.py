"""How long the analyses take: `python -m benchmarks.analysing [CLAIMS ...]`, made-up facts, one line a stage.

The bar is 10,000 claims in under 30 seconds; the exit code is 1 where a run of that size or less misses it.
"""

import json
import sys
import time
from itertools import pairwise

from benchmarks.made_up import made_up

from claimgraph.analysing import analyse, network
from claimgraph.knowledge.pack import Pack
from claimgraph.model import to_record

SIZES = (150, 1_000, 10_000)
BAR = 30.0


def measure(claims: int) -> float:
    """Print the seconds of each stage for one size; return those of all analyses together."""
    facts = made_up(claims)
    marks: list[tuple[str, float]] = []
    findings = analyse(facts, Pack(), progress=lambda name, _place, _total: marks.append((name, time.perf_counter())))
    print(f"{claims:,} claims, {len(facts.relations):,} relations, {len(facts.documents):,} documents")
    for (name, start), (_, end) in pairwise(marks):
        print(f"  {name:12} {end - start:7.2f} s")
    total = marks[-1][1] - marks[0][1]
    start = time.perf_counter()
    nodes = network(facts).number_of_nodes()
    built = time.perf_counter() - start
    size = len(json.dumps(to_record(findings), ensure_ascii=False).encode())
    print(f"  {'all':12} {total:7.2f} s; report.json {size / 1e6:.1f} MB; network of {nodes:,} nodes {built:.2f} s")
    return total


def main(sizes: list[int]) -> int:
    """Measure every size; return 1 where one of up to 10,000 claims took longer than the bar."""
    slow = [size for size in sizes if measure(size) > BAR and size <= SIZES[-1]]
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main([int(size) for size in sys.argv[1:]] or list(SIZES)))
