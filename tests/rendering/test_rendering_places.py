"""A claim on the page says where in its source it stands."""

from dataclasses import replace

from claimgraph.analysing import analyse
from claimgraph.knowledge.pack import Pack
from claimgraph.model import Facts, Region
from claimgraph.rendering import page
from claimgraph.storing.locating import Locator


def test_a_claim_names_its_page_and_heading_and_opens_there(hair: Facts, pack: Pack) -> None:
    """Page and heading stand under the quote, as text, and the link opens the source at the very words."""
    first, *others = hair.documents
    placed = replace(
        first,
        address="https://example.org/clinic",
        regions=(Region("page", 0, len(first.text), "7"), Region("heading", 0, 1, "<b>Welcome</b>", 1)),
    )
    facts = replace(hair, documents=(placed, *others))
    html = page(facts, analyse(facts, pack), pack)
    claim = next(claim for claim in facts.claims if claim.document == first.stem)
    link = Locator(facts.documents)(claim).link
    assert link
    assert f'href="{link.replace("&", "&amp;")}"' in html
    assert "page 7, under “&lt;b&gt;Welcome&lt;/b&gt;”" in html
    assert "<span>Place:</span>" not in page(hair, analyse(hair, pack), pack)
