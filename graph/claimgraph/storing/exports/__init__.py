"""A build in the formats other tools take: one visible list of them, a small module for each family."""

from pathlib import Path

from claimgraph.model.problem import ClaimgraphError, ExitCode
from claimgraph.storing.exports import csv_tables, graphs, jsonld, kgx, markdown, neo4j, rdf, web
from claimgraph.storing.exports.base import Exported, Files, Format, save, zipped

FORMATS: tuple[Format, ...] = (
    Format("turtle", (".ttl",), "Protégé and any RDF tool: one merged graph with the ontology", rdf.turtle),
    Format("trig", (".trig",), "triple stores that know named graphs; the nanopublications", rdf.trig),
    Format("nquads", (".nq",), "bulk loading of large graphs, line by line", rdf.nquads),
    Format("ntriples", (".nt",), "line-based tools without named graphs; merged", rdf.ntriples),
    Format("json-ld", (".jsonld",), "web developers: RDF as JSON, named graphs kept", jsonld.jsonld),
    Format("rdf/xml", (".rdf", ".owl"), "older RDF tools; merged", rdf.rdfxml),
    Format("n3", (".n3",), "Notation3 reasoners; merged", rdf.n3),
    Format("graphml", (".graphml",), "yEd, igraph, networkx", graphs.graphml, needs_network=True),
    Format("gexf", (".gexf",), "Gephi", graphs.gexf, needs_network=True),
    Format("cytoscape", (".cyjs",), "Cytoscape and cytoscape.js", graphs.cytoscape, needs_network=True),
    Format("dot", (".dot", ".gv"), "Graphviz", graphs.dot, needs_network=True),
    Format("kgx", (), "biomedical knowledge graphs (Biolink, KGX): nodes.tsv and edges.tsv", kgx.kgx, several=True),
    Format("neo4j", (), "Neo4j's import: CSV with its headings", neo4j.neo4j, several=True),
    Format("claimreview", (), "search engines and fact-checkers: schema.org ClaimReview", web.claimreview),
    Format("annotations", (), "Hypothesis and other annotation clients: W3C Web Annotation", web.annotations),
    Format("csv", (), "spreadsheets: claims, relations, documents, propositions", csv_tables.tables, several=True),
    Format("jsonl", (), "programs: claims and relations, a record a line", csv_tables.jsonl, several=True),
    Format("parquet", (".parquet",), "data frames: the claims", csv_tables.parquet, extra="parquet"),
    Format("markdown", (".md",), "people: a report to read or to edit", markdown.markdown),
)


def format_named(name: str) -> Format:
    """Return a format by its name.

    Raises:
        ClaimgraphError: there is none of that name.
    """
    for known in FORMATS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise ClaimgraphError(f"no format {name!r}; there are {names}", ExitCode.USAGE)


def format_of(path: Path) -> Format:
    """Return the format that a file's suffix means.

    Raises:
        ClaimgraphError: the suffix means none.
    """
    for known in FORMATS:
        if path.suffix.lower() in known.suffixes:
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise ClaimgraphError(f"{path}: the suffix tells no format; give --format with one of {names}", ExitCode.USAGE)


def export(source: Exported, name: str) -> Files:
    """Return the files of an export, by name; an export of one file names it "".

    Args:
        source: the build, with its network where the format needs it (`Format.needs_network`).
        name: of the format.

    Raises:
        ClaimgraphError: there is no such format, or what it needs is not there.
    """
    return format_named(name).make(source)


__all__ = ["FORMATS", "Exported", "Files", "Format", "export", "format_named", "format_of", "save", "zipped"]
