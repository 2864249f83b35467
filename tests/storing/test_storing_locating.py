"""Where a quote stands survives the format: page, nearest heading, line and link in records, RDF and exports."""

import csv
import io
import json
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from pyoxigraph import Literal, NamedNode, Store

from claimgraph.analysing import network
from claimgraph.knowledge.pack import Pack
from claimgraph.model import Document, Facts, Quote, Region
from claimgraph.storing.dataset import quads
from claimgraph.storing.exports import Exported, export
from claimgraph.storing.locating import Locator, Spot
from claimgraph.storing.querying import named, rows
from claimgraph.storing.records import claim_from_record, claim_record
from claimgraph.vocabulary.namespaces import CG


@pytest.fixture(scope="module")
def placed(facts: Facts) -> Facts:
    """The small pile, its forum a PDF of two pages whose second claim stands on the second."""
    clinic, forum = facts.documents
    turn = forum.text.index("In children")
    pages = (Region("page", 0, turn, "1"), Region("page", turn, len(forum.text), "2"))
    paper = Document(
        forum.stem, forum.text, forum.sha256, "pile/forum.pdf", media_type="application/pdf", regions=pages
    )
    return Facts((clinic, paper), facts.claims, facts.relations, packs=facts.packs)


def test_a_claim_knows_its_page_and_heading_and_link(placed: Facts) -> None:
    """A claim of a web page has its heading and a link to its words; one of a PDF has its page."""
    located = Locator(placed.documents)
    first, _, third, fourth = (located(claim) for claim in placed.claims)
    assert first.heading == "Our tonic"
    assert first.link == "https://example.org/tonic#:~:text=Mint%20tea%20calms%20the%20stomach%20within%202%2D4%20hours"
    assert (third, fourth) == (Spot(page="1"), Spot(page="2"))
    assert Locator(())(placed.claims[0]) == Spot()


def test_the_record_has_what_is_known_and_no_more(placed: Facts) -> None:
    """The place stands behind the fixed keys of `quote`, only where it is known, and is no part of the claim."""
    located = Locator(placed.documents)
    web, paper = (claim_record(claim, located(claim)) for claim in (placed.claims[0], placed.claims[3]))
    fixed = ["exact", "prefix", "suffix", "start", "end"]
    assert list(web["quote"]) == [*fixed, "heading", "link"]
    assert list(paper["quote"]) == [*fixed, "page"]
    assert claim_from_record(web) == placed.claims[0]


def test_the_graph_has_the_place(placed: Facts, pack: Pack) -> None:
    """In RDF a claim has its place, and the query `places` lists all four."""
    store = Store()
    store.extend(quads(placed, pack=pack))
    claim = NamedNode(placed.claims[3].iri)
    assert [q.object for q in store.quads_for_pattern(claim, NamedNode(CG.page), None)] == [Literal("2")]
    variables, found = rows(store, named("places"))
    by_claim = {row[variables.index("claim")]: row for row in found}
    assert len(by_claim) == len(placed.claims)
    link = by_claim[NamedNode(placed.claims[0].iri)][variables.index("link")]
    assert isinstance(link, NamedNode)
    assert link.value.startswith("https://example.org/tonic#:~:text=")


def test_annotations_open_the_page_at_the_words(placed: Facts, pack: Pack) -> None:
    """An annotation has a fragment selector beside those by words and by place: text fragment, or page of a PDF."""
    items = json.loads(export(Exported(placed, pack=pack), "annotations")[""])["items"]
    selectors = [[s for s in item["target"]["selector"] if s["type"] == "FragmentSelector"] for item in items]
    assert selectors[0][0]["value"].startswith(":~:text=Mint%20tea%20calms")
    assert [s[0]["value"] for s in selectors[2:]] == ["page=1", "page=2"]
    assert "under “Our tonic”" in items[0]["body"][0]["value"]


def test_tables_have_the_place(placed: Facts, pack: Pack) -> None:
    """The table of claims has page, heading and link, the table of relations the links of both sides."""
    files = export(Exported(placed, pack=pack), "csv")
    claims = list(csv.DictReader(io.StringIO(files["claims.csv"].decode())))
    assert [row["page"] for row in claims] == ["", "", "1", "2"]
    assert claims[0]["heading"] == "Our tonic"
    relations = list(csv.DictReader(io.StringIO(files["relations.csv"].decode())))
    assert relations[0]["source_link"] == claims[0]["link"]
    assert relations[0]["target_link"] == ""


def test_the_report_links_to_the_words(placed: Facts, pack: Pack) -> None:
    """In the Markdown report a quote's document is a link that opens at the words, with page or heading behind it."""
    text = export(Exported(placed, pack=pack), "markdown")[""].decode()
    tokens = [child for token in MarkdownIt().parse(text) for child in token.children or ()]
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert Locator(placed.documents)(placed.claims[0]).link in links
    assert "page 2" in text


def test_the_network_and_the_graph_name_a_voice_alike(facts: Facts, pack: Pack) -> None:
    """The voices of the network are the voices of the RDF, under the same IRIs."""
    written = {
        quad.subject.value
        for quad in quads(facts, pack=pack)
        if isinstance(quad.subject, NamedNode) and quad.object == NamedNode(CG.Voice)
    }
    drawn = {name for name, attributes in network(facts).nodes(data=True) if attributes["kind"] == "voice"}
    assert drawn == written


def test_broken_characters_are_no_obstacle_to_a_link(facts: Facts) -> None:
    """Halves of broken character pairs, which no address can hold, are replaced in the link."""
    document = Document("d", "Tea \ud800 helps.", "d" * 64, "d.txt", address="https://example.org/d")
    claim = replace(facts.claims[0], document="d", quote=Quote.cut(document.text, 0, 11))
    link = Locator((document,))(claim).link
    assert link == "https://example.org/d#:~:text=Tea%20%EF%BF%BD%20helps"
