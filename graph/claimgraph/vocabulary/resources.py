"""The one place that finds the data files of the package (ontology, queries, seeds), installed or in the tree."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def ontology_file(name: str) -> Traversable:
    """Return a file of `ontology/`, such as "claimgraph.ttl" or "queries/conflicts.rq"."""
    return files("claimgraph.ontology").joinpath(*name.split("/"))


def ontology_text(name: str) -> str:
    """Return the text of a file of `ontology/`."""
    return ontology_file(name).read_text(encoding="utf-8")


def seeds_folder() -> Traversable:
    """Return the folder of the sample documents."""
    return files("claimgraph.seeds")


def weights_text() -> str:
    """Return the text of the weights of the sentence alignment (`relating/weights.json`)."""
    return files("claimgraph.relating").joinpath("weights.json").read_text(encoding="utf-8")
