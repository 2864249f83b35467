"""Make docs/ontology.html from ontology/claimgraph.ttl: `make docs`, or `python docs/make_ontology.py`.

pyLODE writes the page of classes and properties. It knows no schemes of values, so these are put behind them.
"""

import sys
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ONTOLOGY = ROOT / "ontology" / "claimgraph.ttl"
PAGE = ROOT / "docs" / "ontology.html"
_BEFORE = '<div id="namespaces">'
_IN_CONTENTS = '<li>\n          <h4>\n            <a href="#namespaces">'


def page() -> str:
    """Return the page; the same ontology gives the same page."""
    from pylode import OntPub  # noqa: PLC0415 -- only for the docs
    from rdflib import OWL, RDF, SKOS, Graph  # noqa: PLC0415 -- likewise

    graph = Graph().parse(ONTOLOGY, format="turtle")
    [here] = graph.subjects(RDF.type, OWL.Ontology)
    values = {s for kind in (SKOS.ConceptScheme, SKOS.Concept) for s in graph.subjects(RDF.type, kind)}
    terms = Graph(bind_namespaces="core")
    for prefix, namespace in graph.namespaces():
        terms.bind(prefix, namespace, override=True)
    for triple in sorted(graph):
        if str(triple[0]).startswith(str(here)) and triple[0] not in values:
            terms.add(triple)
    written: str = OntPub(terms, sort_subjects=True).make_html()
    for mark, new in ((_BEFORE, _sections(graph)), (_IN_CONTENTS, _contents(graph))):
        if written.count(mark) != 1:
            raise SystemExit(f"pyLODE's page has no single {mark!r}; see where the schemes belong in it now")
        written = written.replace(mark, new + mark)
    return "\n".join(line.rstrip() for line in written.splitlines()) + "\n"


def _schemes(graph: Any) -> list[Any]:  # noqa: ANN401 -- rdflib is imported late
    from rdflib import RDF, SKOS  # noqa: PLC0415 -- only for the docs

    return sorted(graph.subjects(RDF.type, SKOS.ConceptScheme))


def _contents(graph: Any) -> str:  # noqa: ANN401 -- rdflib is imported late
    """Return the schemes' lines of the table of contents."""
    lines = "".join(
        f'<li><a href="#{_name(scheme)}">{escape(_label(graph, scheme))}</a></li>\n' for scheme in _schemes(graph)
    )
    return f'<li><h4><a href="#schemes">Schemes of values</a></h4>\n<ul class="second">\n{lines}</ul></li>\n'


def _sections(graph: Any) -> str:  # noqa: ANN401 -- rdflib is imported late
    """Return the schemes, each with a table of its values."""
    from rdflib import SKOS  # noqa: PLC0415 -- only for the docs

    written = ['<div class="section" id="schemes">\n<h2>Schemes of values</h2>\n']
    for scheme in _schemes(graph):
        written.append(
            f'<div class="property entity" id="{_name(scheme)}">\n<h3>{escape(_label(graph, scheme))}</h3>\n'
        )
        written.append(f"<p>{escape(_text(graph, scheme, SKOS.definition))}</p>\n<table>\n")
        members = graph.subjects(SKOS.inScheme, scheme)
        ranked = sorted(members, key=lambda m: (int(_text(graph, m, SKOS.notation) or 0), str(m)))
        written += [_row(graph, member) for member in ranked]
        written.append("</table>\n</div>\n")
    return "".join(written) + "</div>\n"


def _row(graph: Any, member: Any) -> str:  # noqa: ANN401 -- rdflib is imported late
    from rdflib import SKOS  # noqa: PLC0415 -- only for the docs

    matches = sorted(o for p in (SKOS.broadMatch, SKOS.exactMatch, SKOS.closeMatch) for o in graph.objects(member, p))
    links = ", ".join(f'<a href="{escape(str(iri))}">{escape(_name(iri))}</a>' for iri in matches)
    told = escape(_text(graph, member, SKOS.definition) or _text(graph, member, SKOS.scopeNote))
    name = f"<code>cg:{escape(_name(member))}</code>"
    cells = f"<td>{escape(_label(graph, member))}</td><td>{told} {links}</td>"
    return f'<tr id="{_name(member)}"><th>{name}</th>{cells}</tr>\n'


def _name(iri: Any) -> str:  # noqa: ANN401 -- rdflib is imported late
    return str(iri).replace("/", "#").rsplit("#", 1)[1]


def _label(graph: Any, thing: Any) -> str:  # noqa: ANN401 -- rdflib is imported late
    from rdflib import DCTERMS, RDFS, SKOS  # noqa: PLC0415 -- only for the docs

    return next(
        filter(None, (_text(graph, thing, p) for p in (SKOS.prefLabel, RDFS.label, DCTERMS.title))), _name(thing)
    )


def _text(graph: Any, thing: Any, predicate: Any) -> str:  # noqa: ANN401 -- rdflib is imported late
    value = graph.value(thing, predicate)
    return "" if value is None else str(value)


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if PAGE.read_text(encoding="utf-8") == page() else "docs/ontology.html is old: run `make docs`")
    PAGE.write_text(page(), encoding="utf-8")
