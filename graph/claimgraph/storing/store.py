"""A built graph opened for queries: in memory, or kept on disk so that a large one opens at once."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from claimgraph.model.problem import ClaimgraphError

GRAPH = "graph.trig"
_READY = "ready"


def open_build(folder: Path, store: Path | None = None) -> Store:
    """Return the graph of a built folder.

    Args:
        folder: the output of a build.
        store: a folder for stores on disk. The graph is loaded into it once, under the hash of its bytes, and opened
            read-only from then on, by any number of programs at once; a graph built anew gets a store of its own.
            None loads into memory.

    Raises:
        ClaimgraphError: the folder holds no build, its graph is damaged, or the store cannot be written.
    """
    graph = graph_of(folder)
    if store is None:
        return loaded(graph)
    return Store.read_only(str(stored(graph, store)))


def graph_of(folder: Path) -> Path:
    """Return the path of a build's graph.

    Raises:
        ClaimgraphError: the folder holds none.
    """
    graph = folder / GRAPH
    if not graph.is_file():
        raise ClaimgraphError(
            f"{folder}: no build here ({GRAPH} is missing); run `claimgraph build ... --out {folder}`"
        )
    return graph


def stored(graph: Path, store: Path) -> Path:
    """Return the folder of a graph's store on disk; make it where there is none.

    Args:
        graph: a TriG file.
        store: the folder of all stores; it is made where it is missing.

    Raises:
        ClaimgraphError: the graph is damaged or the store cannot be written.
    """
    place = store / _fingerprint(graph)
    if (place / _READY).is_file():
        return place / "data"
    try:
        store.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".loading-", dir=store))
        _fill(graph, beside)
        _settle(beside, place)
    except OSError as error:
        raise ClaimgraphError(f"{store}: the store cannot be written ({error.strerror or error})") from None
    return place / "data"


def _fill(graph: Path, place: Path) -> None:
    try:
        kept = Store(str(place / "data"))
        with _damage_named(graph):
            kept.bulk_load(path=str(graph), format=RdfFormat.TRIG)
        kept.optimize()
        kept.flush()
        del kept
        (place / _READY).touch()
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise


def _settle(beside: Path, place: Path) -> None:
    """Give a filled store its name; where another program was first, its store serves as well."""
    try:
        beside.rename(place)
    except OSError:
        shutil.rmtree(beside, ignore_errors=True)
        if not (place / _READY).is_file():
            raise


def _fingerprint(graph: Path) -> str:
    with graph.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def loaded(graph: Path) -> Store:
    """Return a TriG file in a store in memory.

    Loading in bulk is for disks: in memory it is no faster and holds half as much again while it works.

    Raises:
        ClaimgraphError: the file is damaged.
    """
    store = Store()
    with _damage_named(graph):
        store.load(path=str(graph), format=RdfFormat.TRIG)
    return store


@contextmanager
def _damage_named(graph: Path) -> Iterator[None]:
    """Say in one line that a graph is no TriG."""
    try:
        yield
    except SyntaxError as error:
        raise ClaimgraphError(f"{graph}: not TriG ({error.msg}); build the graph again") from None
