"""Compare rdflib's own store and writers with ours on the same made-up claims, in one run, as ratios.

    python benchmarks/store.py                     1,000 and 10,000 claims
    python benchmarks/store.py 1000 10000 100000   whatever sizes

Each measure runs in a process of its own, so that memory is measured from a clean start and a slow one can be given
up. Times are the processor's. A row reads: rdflib, ours, how many times ours is better; "-" where rdflib is not
tried at that size. Waiting is by the clock, so a busy machine gives up sooner.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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


def measured(name: str, size: int, path: Path, patience: float) -> dict[str, float]:
    """Return a measure taken in a process of its own, or nothing where it was given up."""
    command = [sys.executable, __file__, "--measure", name, str(size), "--graph", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=patience, check=True)
    except subprocess.TimeoutExpired:
        return {}
    found: dict[str, float] = json.loads(done.stdout)
    return found


def lines(size: int, patience: float) -> Iterator[str]:
    """Yield the table's lines of one size."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        ox.serialize(quads(made_up(size), pack=NOTHING), str(path), format=ox.RdfFormat.N_QUADS)
        for theirs, ours, most in MEASURES:
            own = measured(ours.__name__, size, path, 10 * patience)
            other = measured(theirs.__name__, size, path, patience) if size <= most else {}
            for name, value in own.items():
                yield f"| {size:,} | {name} | {compared(other.get(name), value, size <= most, patience)} |"


def compared(theirs: float | None, ours: float, tried: bool, patience: float) -> str:
    """Return the cells of one measure: rdflib's, ours, how many times ours is better."""
    if theirs is not None:
        return f"{theirs:.2f} | {ours:.3f} | {theirs / max(ours, 1e-6):.1f}"
    return f"given up after {patience:g} | {ours:.3f} | -" if tried else f"- | {ours:.3f} | -"


def main() -> None:
    """Print the table, or take one measure for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000], help="numbers of claims")
    parser.add_argument("--patience", type=float, default=300, help="seconds after which rdflib is given up")
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
    print("| claims | measure | rdflib | ours | times better |\n| ---: | --- | ---: | ---: | ---: |")
    for size in asked.sizes:
        for line in lines(size, asked.patience):
            print(line, flush=True)


if __name__ == "__main__":
    main()
