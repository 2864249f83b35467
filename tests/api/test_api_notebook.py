"""A build in a notebook: the page in a frame, the network, and the claims as a data frame."""

import sys

import pandas as pd
import pytest
import rdflib
from lxml import html

from claimgraph.api import Build
from claimgraph.knowledge.pack import Pack
from claimgraph.model import ClaimgraphError, Facts
from claimgraph.storing.tables import CLAIM_COLUMNS
from claimgraph.vocabulary.namespaces import CG


def test_a_notebook_shows_the_page(seeds_build: Build) -> None:
    """The HTML of a build is one frame, which holds the whole page and lets nothing of it out."""
    shown = html.fragments_fromstring(seeds_build._repr_html_())
    assert [element.tag for element in shown] == ["iframe"]
    assert shown[0].get("srcdoc") == seeds_build.page()
    assert shown[0].get("title")
    assert not list(shown[0])


def test_a_data_frame_has_a_row_a_claim(seeds_build: Build) -> None:
    """Pandas holds every claim in order, positions as numbers, and can count by document and polarity."""
    frame = seeds_build.to_pandas()
    assert list(frame["id"]) == [claim.id for claim in seeds_build.claims]
    assert list(frame["quote"]) == [claim.quote.exact for claim in seeds_build.claims]
    assert pd.api.types.is_integer_dtype(frame["start"])
    counted = frame.groupby(["document", "polarity"]).size()
    assert counted.sum() == len(seeds_build.claims)


def test_a_data_frame_without_claims_has_its_columns() -> None:
    """A build without a claim gives an empty frame that can be asked all the same."""
    frame = Build(Facts(), Pack()).to_pandas()
    assert list(frame.columns) == list(CLAIM_COLUMNS)
    assert frame.empty


def test_networkx_holds_every_claim(seeds_build: Build) -> None:
    """The network has a node a claim, each with an edge to its proposition that bears its sign."""
    graph = seeds_build.to_networkx()
    for claim in seeds_build.claims:
        signs = {edge["sign"] for edge in graph.get_edge_data(claim.iri, claim.proposition).values()}
        assert signs == {1 if claim.polarity == "positive" else -1}


def test_the_graph_is_a_dataset_of_rdflib(seeds_build: Build) -> None:
    """`Build.graph` answers SPARQL by rdflib with as many claims as there are."""
    [[count]] = seeds_build.graph.query(f"SELECT (COUNT(?c) AS ?n) {{ ?c a <{CG.Claim}> }}")  # type: ignore[misc]
    assert isinstance(seeds_build.graph, rdflib.Dataset)
    assert int(count) == len(seeds_build.claims)


def test_without_pandas_a_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pandas is an extra; where it is missing the error names the command that brings it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ClaimgraphError, match=r"pip install 'claimgraph\[parquet\]'"):
        Build(Facts(), Pack()).to_pandas()
