"""Show that relating takes time in proportion to the claims, with one proposition that holds a fifth of them.

    python benchmarks/relating_scale.py [--largest 1000000]

Prints for each size the CPU seconds that `relate` took, the claims a second, the relations and the bounds told.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator

from claimgraph.knowledge import Pack
from claimgraph.knowledge.loading import core_pack
from claimgraph.model import (
    Certainty,
    Claim,
    Evidence,
    Interest,
    Mention,
    Polarity,
    Proposition,
    Qualifier,
    Quote,
    Term,
    Voice,
)
from claimgraph.model.identity import ONTOLOGY
from claimgraph.relating import relate

SIZES = (1_000, 10_000, 100_000, 1_000_000)
SHARE = 5
CLAIMS_A_PROPOSITION = 12
PREDICATES = ("promotes", "prevents", "increases", "decreases", "treats", "contains", "derivedFrom", "betterThan")
PEOPLE = ("men", "women", "children", "athletes", "smokers")


def claims(size: int, pack: Pack) -> Iterator[Claim]:
    """Yield so many made-up claims, the same ones every time; every fifth utters one and the same proposition."""
    chance = random.Random(1)  # noqa: S311 -- repeatable on purpose
    kinds = max(1, size // CLAIMS_A_PROPOSITION)
    for number in range(size):
        pick = 0 if number % SHARE == 0 else 1 + chance.randrange(kinds)
        yield _claim(number, _proposition(pick, pack), chance)


def _proposition(number: int, pack: Pack) -> Proposition:
    predicate = pack.predicates[ONTOLOGY + PREDICATES[number % len(PREDICATES)]]
    narrowing = (Qualifier("population", PEOPLE[number % 5], PEOPLE[number % 5]),) if number % 3 == 1 else ()
    subject, after = Term(f"remedy {number // 7}"), Term(f"ailment {number // 3}")
    return Proposition(subject, Term(predicate.label, predicate.iri), after, narrowing)


def _claim(number: int, content: Proposition, chance: random.Random) -> Claim:
    denied = chance.random() < 0.25
    words = f"{number} says {content.subject.label} {content.predicate.label} {content.object and content.object.label}"
    start = 100 * (number % 40)
    return Claim(
        f"page-{number // 40:06d}",
        Quote(words, "", "", start, start + len(words)),
        Mention(content.subject.label, content.subject.label),
        Mention(content.predicate.label, content.predicate.label, content.predicate.concept),
        Mention(content.object.label, content.object.label) if content.object else None,
        Polarity.NEGATIVE if denied else Polarity.POSITIVE,
        Certainty.ASSERTED,
        Voice(f"voice {number % 997}", interest=Interest.UNKNOWN),
        Evidence.BARE_ASSERTION,
        content.qualifiers,
        content,
        id=f"c{number:016x}",
    )


def near(one: str, other: str) -> float:
    """Return how near two words are: by their first letters, so that no vectors are needed here."""
    return 0.7 if one[:4] == other[:4] else 0.0


def main() -> None:
    """Measure and print a row a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="claims of the last row")
    largest = parser.parse_args().largest
    pack = core_pack()
    print("claims\tCPU seconds\tclaims/s\trelations\tbounds told\tpeak MB")
    for size in (s for s in SIZES if s <= largest):
        made = list(claims(size, pack))
        began = time.process_time()
        relations, bounds, _ = relate(made, pack, similarity=near)
        took = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size}\t{took:.2f}\t{size / took:.0f}\t{len(relations)}\t{len(bounds)}\t{peak}", flush=True)


if __name__ == "__main__":
    main()
