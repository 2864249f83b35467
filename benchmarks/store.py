"""Compare rdflib's own store and writers with ours on the same made-up claims, in one run, as ratios.

    python benchmarks/store.py                         1,000 and 10,000 claims
    python benchmarks/store.py 1000 10000 100000       whatever sizes; the last takes 10 GB of memory
    python benchmarks/store.py ... --write FILE        put the tables into a document, between its two marks

Each measure runs in a process of its own, so that memory is measured from a clean start and a slow one can be given
up. Times are the processor's. Writing and loading of up to 10,000 claims is measured three times on both sides, and the
least counts. A row reads: rdflib, ours, how many times ours is better; "-" where rdflib is not tried at that size.
Waiting is by the clock, so a busy machine gives up sooner. A second table says which of the hopes were reached.
"""

import argparse
import json
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from made_up import made_up  # type: ignore[import-not-found, unused-ignore]

from claimgraph.knowledge.pack import Pack
from claimgraph.model import Facts
from claimgraph.storing.dataset import quads, to_rdflib, to_trig
from claimgraph.storing.exports import Exported
from claimgraph.storing.exports.jsonld import jsonld
from claimgraph.storing.named import named_query
from claimgraph.storing.querying import Query, named, rows
from claimgraph.storing.validation import violations
from claimgraph.vocabulary.resources import ontology_text

NOTHING = Pack("none")
#: Which claims conflict.
PAIRS = """PREFIX cg: <https://w3id.org/claimgraph/ontology#>
SELECT ?one ?other WHERE { ?r a cg:Conflict ; cg:source ?one ; cg:target ?other }"""


def seconds(work: Callable[[], object]) -> float:
    """Return the processor's time some work takes, which other programs on the machine do not stretch."""
    start = time.process_time()
    work()
    return time.process_time() - start


def memory(what: str = "VmRSS") -> float:
    """Return the memory this process holds ("VmRSS") or has held at most ("VmHWM"), in MB, as Linux tells it.

    Not `ru_maxrss`, which a process inherits from the one that started it.
    """
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) / 1024


def loaded(path: Path) -> ox.Store:
    """Return the graph in Oxigraph's memory store."""
    store = ox.Store()
    store.load(path=str(path), format=ox.RdfFormat.N_QUADS)
    return store


def loaded_by_rdflib(path: Path) -> Any:  # noqa: ANN401 -- rdflib is imported late, it costs memory
    """Return the graph in rdflib's memory store."""
    import rdflib  # noqa: PLC0415 -- only where rdflib is measured

    dataset = rdflib.Dataset()
    dataset.parse(str(path), format="nquads")
    return dataset


def to_trig_ours(facts: Facts, path: Path) -> dict[str, float]:
    """Measure claims to TriG."""
    return {"claims to TriG (s)": seconds(lambda: to_trig(facts, pack=NOTHING))}


def to_trig_rdflib(facts: Facts, path: Path) -> dict[str, float]:
    """Measure claims to TriG by way of an rdflib dataset."""
    return {"claims to TriG (s)": seconds(lambda: to_rdflib(facts, pack=NOTHING).serialize(format="trig"))}


HELD, MOST = "memory: held once loaded (MB)", "memory: most while loading (MB)"
DISK = "memory: ours kept on disk, conflict pairs asked (MB)"


def load_ours(facts: Facts, path: Path) -> dict[str, float]:
    """Measure loading, and the memory it takes, a clean interpreter's taken away."""
    before = memory()
    took = seconds(lambda: held.append(loaded(path)))
    return {"load N-Quads (s)": took, HELD: memory() - before, MOST: memory("VmHWM") - before, DISK: on_disk(path)}


def on_disk(path: Path) -> float:
    """Return the memory that a store on disk takes once it is filled, opened read-only as `--store` opens it."""
    folder = str(path.with_suffix(".store"))
    filled = ox.Store(folder)
    filled.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    filled.optimize()
    filled.flush()
    del filled
    command = [sys.executable, __file__, "--measure", "opened", "0", "--graph", folder]
    return float(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)[DISK])


def opened(facts: Facts, path: Path) -> dict[str, float]:
    """Measure the memory of a store on disk, once it has answered."""
    before = memory()
    store = ox.Store.read_only(str(path))
    rows(store, Query(PAIRS))
    return {DISK: memory("VmHWM") - before}


def load_rdflib(facts: Facts, path: Path) -> dict[str, float]:
    """Measure rdflib's loading likewise; it keeps nothing on disk."""
    import rdflib  # noqa: F401, PLC0415 -- its import is not part of the measure

    before = memory()
    took = seconds(lambda: held.append(loaded_by_rdflib(path)))
    now = memory() - before
    return {"load N-Quads (s)": took, HELD: now, MOST: memory("VmHWM") - before, DISK: now}


held: list[object] = []


def queries_ours(facts: Facts, path: Path) -> dict[str, float]:
    """Measure the conflict pairs and the claims about a thing."""
    store = loaded(path)
    return {
        "query: conflict pairs (s)": seconds(lambda: rows(store, Query(PAIRS))),
        "query: conflicts with quotes (s)": seconds(lambda: rows(store, named("conflicts"))),
        "query: claims about (s)": seconds(lambda: rows(store, named("claims-about", {"about": "laser"}))),
    }


def queries_rdflib(facts: Facts, path: Path) -> dict[str, float]:
    """Measure the same queries on rdflib's engine."""
    import rdflib  # noqa: PLC0415 -- only where rdflib is measured

    dataset = loaded_by_rdflib(path)
    bound = {"about": rdflib.Literal("laser")}
    return {
        "query: conflict pairs (s)": seconds(lambda: list(dataset.query(PAIRS))),
        "query: conflicts with quotes (s)": seconds(lambda: list(dataset.query(named_query("conflicts").text))),
        "query: claims about (s)": seconds(
            lambda: list(dataset.query(named_query("claims-about").text, initBindings=bound))
        ),
    }


def validate_ours(facts: Facts, path: Path) -> dict[str, float]:
    """Measure the shapes, compiled."""
    store = loaded(path)
    return {"validate (s)": seconds(lambda: violations(store))}


def validate_rdflib(facts: Facts, path: Path) -> dict[str, float]:
    """Measure the shapes on pyshacl."""
    import rdflib  # noqa: PLC0415 -- only where rdflib is measured
    from pyshacl import validate  # noqa: PLC0415 -- likewise

    data = rdflib.Graph()
    triples = {quad.triple for quad in loaded(path)}
    data.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    shapes = rdflib.Graph().parse(data=ontology_text("shapes.ttl"), format="turtle")
    return {"validate (s)": seconds(lambda: validate(data, shacl_graph=shapes))}


def jsonld_ours(facts: Facts, path: Path) -> dict[str, float]:
    """Measure claims to JSON-LD."""
    return {"claims to JSON-LD (s)": seconds(lambda: jsonld(Exported(facts, pack=NOTHING)))}


def jsonld_rdflib(facts: Facts, path: Path) -> dict[str, float]:
    """Measure claims to JSON-LD by way of an rdflib dataset."""
    return {"claims to JSON-LD (s)": seconds(lambda: to_rdflib(facts, pack=NOTHING).serialize(format="json-ld"))}


#: Measures: rdflib's, ours, and the most claims rdflib is asked to take.
MEASURES: tuple[tuple[Callable[..., dict[str, float]], Callable[..., dict[str, float]], int], ...] = (
    (to_trig_rdflib, to_trig_ours, 10_000),
    (load_rdflib, load_ours, 100_000),
    (queries_rdflib, queries_ours, 1_000),
    (validate_rdflib, validate_ours, 10_000),
    (jsonld_rdflib, jsonld_ours, 1_000),
)


#: Up to how many claims writing and loading are measured three times on both sides; the least counts.
THRICE = 10_000


def least(name: str, size: int, path: Path, patience: float) -> dict[str, float]:
    """Return a measure, the least of three where it is quick: what disturbs a short run makes it longer only."""
    again = 2 if size <= THRICE and name.startswith(("to_trig", "load")) else 0
    found = measured(name, size, path, patience)
    for _ in range(again if found else 0):
        other = measured(name, size, path, patience)
        found = {what: min(value, other.get(what, value)) for what, value in found.items()}
    return found


def measured(name: str, size: int, path: Path, patience: float) -> dict[str, float]:
    """Return a measure taken in a process of its own, or nothing where it was given up."""
    command = [sys.executable, __file__, "--measure", name, str(size), "--graph", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=patience, check=True)
    except subprocess.TimeoutExpired:
        return {}
    found: dict[str, float] = json.loads(done.stdout)
    return found


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure at one size.

    Attributes:
        size: number of claims.
        name: of the measure, with its unit.
        theirs: rdflib's figure, None where it was not tried or given up.
        ours: ours.
        tried: whether rdflib was asked.
    """

    size: int
    name: str
    theirs: float | None
    ours: float
    tried: bool

    @property
    def times(self) -> float | None:
        """How many times ours is better."""
        return None if self.theirs is None else self.theirs / max(self.ours, 1e-6)

    def line(self, patience: float) -> str:
        """Return the table's line."""
        theirs = f"given up after {patience:g}" if self.tried else "-"
        if self.theirs is not None:
            theirs = f"{self.theirs:.2f}"
        times = f"{self.times:.1f}" if self.times is not None else "-"
        return f"| {self.size:,} | {self.name} | {theirs} | {self.ours:.3f} | {times} |"


@dataclass(frozen=True, slots=True)
class Hope:
    """What was hoped for, of a measure at a size: so many times better than rdflib, or no more than so many seconds."""

    size: int
    name: str
    times: float | None = None
    seconds: float | None = None

    def line(self, found: Sequence[Measured]) -> str:
        """Return the table's line."""
        hoped = f"{self.times:g} times" if self.times else f"{self.seconds:g} s"
        known = next((one for one in found if (one.size, one.name) == (self.size, self.name)), None)
        return f"| {self.size:,} | {self.name} | {hoped} | {self._came(known)} |"

    def _came(self, known: Measured | None) -> str:
        if known is None or (self.times and known.times is None):
            return "not measured | -"
        if self.times and known.times is not None:
            return f"{known.times:.1f} times | {'yes' if known.times >= self.times else 'no'}"
        return f"{known.ours:.3f} s | {'yes' if known.ours <= (self.seconds or 0) else 'no'}"


HOPES = (
    Hope(10_000, "claims to TriG (s)", times=20),
    Hope(10_000, "load N-Quads (s)", times=10),
    Hope(100_000, "load N-Quads (s)", times=7),
    Hope(10_000, HELD, times=4),
    Hope(100_000, HELD, times=4),
    Hope(100_000, "query: conflict pairs (s)", seconds=1),
    Hope(1_000, "validate (s)", times=5),
    Hope(10_000, "validate (s)", times=5),
)
HEAD = "| claims | measure | rdflib | ours | times better |\n| ---: | --- | ---: | ---: | ---: |"
HOPED = "| claims | measure | hoped for | came out | reached |\n| ---: | --- | ---: | ---: | --- |"


def all_measured(size: int, patience: float) -> Iterator[Measured]:
    """Yield every measure at one size."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        ox.serialize(quads(made_up(size), pack=NOTHING), str(path), format=ox.RdfFormat.N_QUADS)
        for theirs, ours, most in MEASURES:
            own = least(ours.__name__, size, path, 10 * patience)
            other = least(theirs.__name__, size, path, patience) if size <= most else {}
            for name, value in own.items():
                yield Measured(size, name, other.get(name), value, size <= most)


def with_what() -> str:
    """Return the versions of what is compared."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("rdflib", "pyoxigraph", "pyshacl"))
    return f"Python {platform.python_version()}, {libraries}."


def rewritten(text: str, found: Sequence[Measured], patience: float) -> str:
    """Return a document with the tables between its two marks."""
    sizes = " ".join(str(size) for size in dict.fromkeys(one.size for one in found))
    command = f"`python benchmarks/store.py {sizes} --patience {patience:g}`"
    tables = [HEAD, *(one.line(patience) for one in found), "", HOPED, *(hope.line(found) for hope in HOPES)]
    shown = "\n".join(["", f"{command}; {with_what()}", "", *tables, ""])
    return re.sub(r"(?<=<!-- measured -->\n).*?(?=\n<!-- end -->)", lambda _: shown, text, flags=re.DOTALL)


def main() -> None:
    """Print the tables, write them into a document, or take one measure for them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000], help="numbers of claims")
    parser.add_argument("--patience", type=float, default=1500, help="seconds after which rdflib is given up")
    parser.add_argument("--write", type=Path, metavar="FILE", help="document to put the tables into")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    parser.add_argument("--graph", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        known = {one.__name__: one for pair in MEASURES for one in pair[:2]} | {"opened": opened}
        needs_facts = asked.measure.startswith(("to_trig", "jsonld"))
        facts = made_up(asked.sizes[0]) if needs_facts else Facts()
        path = asked.graph
        print(json.dumps(known[asked.measure](facts, path)))
        return
    found: list[Measured] = []
    print(HEAD)
    for size in asked.sizes:
        for one in all_measured(size, asked.patience):
            found.append(one)
            print(one.line(asked.patience), flush=True)
    print("\n".join(["", HOPED, *(hope.line(found) for hope in HOPES)]))
    if asked.write:
        document = asked.write.read_text(encoding="utf-8")
        asked.write.write_text(rewritten(document, found, asked.patience), encoding="utf-8")


if __name__ == "__main__":
    main()
