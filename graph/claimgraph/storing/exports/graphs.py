"""The network of voices, claims, propositions and concepts for graph programs: GraphML, GEXF, Cytoscape, DOT.

These formats know no lists, no absent values and no control characters, and some attribute names mean something
to them; what the network holds is brought into a shape that all of them keep.
"""

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any

from claimgraph.model.problem import ClaimgraphError
from claimgraph.storing.exports.base import Exported, Files, carried_by_xml

if TYPE_CHECKING:
    import networkx
    from lxml import etree

#: Names that GEXF, GraphML or Cytoscape take for their own, and what they are called instead.
_RESERVED = {
    "id": "identifier",
    "source": "source_id",
    "target": "target_id",
    "key": "key_name",
    "viz": "visual",
    "start": "starts_at",
    "end": "ends_at",
    "for": "for_what",
    "pid": "parent",
    "spells": "intervals",
    "networkx_key": "key_name",
    "name": "title",
    "value": "amount",
    "parent": "parent_id",
}


def cleaned(source: Exported) -> "networkx.MultiDiGraph[str]":
    """Return the network with attributes every graph format can hold, and an edge key of its own for each edge.

    Raises:
        ClaimgraphError: no network was given.
    """
    import networkx as nx  # noqa: PLC0415 -- slow to import

    if source.network is None:
        raise ClaimgraphError("this format needs the network of the build; export it with `claimgraph export`")
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, attributes in source.network.nodes(data=True):
        graph.add_node(carried_by_xml(str(name)), **_attributes(attributes))
    for number, (one, other, attributes) in enumerate(source.network.edges(data=True)):
        kept = _attributes(attributes)
        graph.add_edge(carried_by_xml(str(one)), carried_by_xml(str(other)), key=f"e{number}", **kept)
    return graph


def _attributes(attributes: dict[str, Any]) -> dict[str, str | int | float | bool]:
    return {
        _RESERVED.get(str(name), str(name)): _plain(value) for name, value in attributes.items() if value is not None
    }


def _plain(value: object) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        members = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return "; ".join(str(_plain(member)) for member in members)
    return carried_by_xml(str(value))


def graphml(source: Exported) -> Files:
    """Return the network as GraphML."""
    import networkx as nx  # noqa: PLC0415 -- slow to import

    out = BytesIO()
    nx.write_graphml_xml(cleaned(source), out, infer_numeric_types=True)
    return {"": out.getvalue()}


def gexf(source: Exported) -> Files:
    """Return the network as GEXF 1.3, each edge with an id, a label and a kind of its own.

    The kind keeps parallel edges apart, which Gephi would merge otherwise.
    """
    import networkx as nx  # noqa: PLC0415 -- slow to import

    graph = cleaned(source)
    for _, _, key, attributes in graph.edges(keys=True, data=True):
        attributes["id"] = key
        for name in ("type", "label", "kind", "weight"):
            if name in attributes:
                attributes[f"edge_{name}"] = attributes.pop(name)
    out = BytesIO()
    nx.write_gexf(graph, out, version="1.3")
    return {"": _as_specified(out.getvalue())}


_GEXF = "{http://gexf.net/1.3}"


def _as_specified(content: bytes) -> bytes:
    """Return networkx's GEXF without what version 1.3 does not have and what changes from day to day.

    Source: the GEXF 1.3 schema (gexf.net). networkx adds `name` to the graph, `mode` to its attributes, its own key to
    each edge and a wrong namespace for the schema's location, and leaves out the kind of an edge.
    """
    from lxml import etree  # noqa: PLC0415 -- slow to import

    given = etree.fromstring(content)
    root = etree.Element(given.tag, nsmap={None: _GEXF[1:-1]})  # type: ignore[dict-item]  # lxml takes None
    root.set("version", "1.3")
    root.extend(list(given))
    for element in root.iter(f"{_GEXF}meta", f"{_GEXF}graph", f"{_GEXF}attributes"):
        for name in ("name", "mode", "lastmodifieddate"):
            if name in element.attrib:
                del element.attrib[name]
    for creator in root.iter(f"{_GEXF}creator"):
        creator.text = "claimgraph"
    _with_kinds(root)
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _with_kinds(root: "etree._Element") -> None:
    """Give each edge its relation as label, with what kind of relation it is as kind, and take networkx's key away."""
    titles = {
        str(attribute.get("id")): str(attribute.get("title"))
        for group in root.iter(f"{_GEXF}attributes")
        if group.get("class") == "edge"
        for attribute in group
    }
    for edge in root.iter(f"{_GEXF}edge"):
        said = {titles[str(value.get("for"))]: str(value.get("value")) for value in edge.iter(f"{_GEXF}attvalue")}
        if "relation" in said:
            edge.set("label", said["relation"])
            edge.set("kind", ": ".join(said[name] for name in ("relation", "relation_kind") if name in said))
    for element in list(root.iter(f"{_GEXF}attribute", f"{_GEXF}attvalue")):
        parent = element.getparent()
        if parent is not None and titles.get(element.get("id") or element.get("for") or "") == "networkx_key":
            parent.remove(element)


def cytoscape(source: Exported) -> Files:
    """Return the network as Cytoscape's JSON (cytoscape.js elements, also read by Cytoscape desktop)."""
    graph = cleaned(source)
    nodes = [
        {"data": {**attributes, "id": name, "value": name, "name": attributes.get("label", name)}}
        for name, attributes in graph.nodes(data=True)
    ]
    edges = [
        {"data": {**attributes, "id": key, "source": one, "target": other}}
        for one, other, key, attributes in graph.edges(keys=True, data=True)
    ]
    document = {"data": {"name": "claimgraph"}, "directed": True, "multigraph": True}
    text = json.dumps({**document, "elements": {"nodes": nodes, "edges": edges}}, ensure_ascii=False, indent=1)
    return {"": text.encode("utf-8") + b"\n"}


def dot(source: Exported) -> Files:
    """Return the network in the language of Graphviz, conflicts dashed."""
    graph = cleaned(source)
    lines = ["digraph claimgraph {", "  node [shape=box];"]
    for name, attributes in graph.nodes(data=True):
        lines.append(f"  {_quoted(name)} [{_listed(attributes)}];")
    for one, other, attributes in graph.edges(data=True):
        against = attributes.get("sign") == -1 or attributes.get("type") == "conflict"
        style = {"style": "dashed"} if against else {}
        lines.append(f"  {_quoted(one)} -> {_quoted(other)} [{_listed({**attributes, **style})}];")
    return {"": ("\n".join([*lines, "}"]) + "\n").encode("utf-8")}


def _listed(attributes: dict[str, Any]) -> str:
    return ", ".join(
        f"{name if name.isidentifier() and name.isascii() else _quoted(name)}={_quoted(str(value))}"
        for name, value in attributes.items()
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
