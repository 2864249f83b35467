"""Facts for the tests of storing: a small hand-made pile in which everything occurs once, and made-up ones."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, Store

from claimgraph.analysing import analyse, network
from claimgraph.knowledge.pack import Concept, Pack, Predicate
from claimgraph.model import (
    Alignment,
    Certainty,
    Claim,
    Document,
    Evidence,
    Facts,
    Interest,
    Mention,
    Polarity,
    Problem,
    Proposition,
    Qualifier,
    Quantity,
    Quote,
    Region,
    Relation,
    RelationType,
    SourceKind,
    Term,
    Voice,
)
from claimgraph.storing.dataset import to_trig
from claimgraph.storing.exports import Exported

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

EX = "https://example.org/pack#"
NASTY = 'a\x00b\x0b "quoted" <b>&amp;\\ \u2028 \ufffe =1+1 | 😀'
CLINIC = "Our tonic\n\nMint tea calms the stomach within 2-4 hours. Many say it may help. Mint tea works.\n"
FORUM = "Mint tea does not calm the stomach. In children, peppermint tea does not calm the stomach.\n"


@pytest.fixture(scope="session")
def pack() -> Pack:
    """A pack of two teas, a stomach, and a relation type that entails another."""
    tea = Concept(EX + "tea", "tea", ("tea",), kind="Treatment")
    mint = Concept(
        EX + "mint",
        "mint tea",
        ("mint tea", "peppermint tea", "mynt tea"),
        kind="Treatment",
        broader=(EX + "tea",),
        same_as=("http://purl.obolibrary.org/obo/FOODON_0001", "http://id.nlm.nih.gov/mesh/D0001"),
        close_to=("http://id.nlm.nih.gov/mesh/D0001",),
        hidden=("mynt tea",),
    )
    stomach = Concept(EX + "stomach", "stomach", ("stomach",), kind="Anatomy")
    calms = Predicate(EX + "calms", "calms", ("calm",), entails=(EX + "affects",))
    affects = Predicate(EX + "affects", "affects", ("affect",))
    return Pack("tea", {c.iri: c for c in (tea, mint, stomach)}, {p.iri: p for p in (calms, affects)})


def _mention(text: str, words: str, label: str, concept: str | None, resolved: str | None = None) -> Mention:
    start = text.index(words)
    return Mention(words, label, concept, resolved, start, start + len(words))


def _quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote.cut(text, start, start + len(words))


@pytest.fixture(scope="session")
def facts() -> Facts:
    """A clinic that praises mint tea and a forum that denies it: every kind of fact occurs."""
    clinic = Document(
        "clinic",
        CLINIC,
        "a" * 64,
        "pile/clinic.txt",
        "Our tonic",
        SourceKind.CLINIC,
        date="2020-05",
        address="https://example.org/tonic",
        publisher="The Clinic",
        author="Dr Mint",
        place="Leeds",
        interest="sells",
        regions=(Region("heading", 0, 9, "Our tonic", 1),),
    )
    forum = Document("forum", FORUM, "b" * 64, "pile/forum.txt", "Mint?", SourceKind.FORUM)
    page = Voice("The Clinic", "publisher", Interest.SELLS)
    poster = Voice("poster 1", "poster", Interest.TRIED, uncertain=True)
    many = Voice("many", "group", Interest.UNKNOWN, page)
    mint, stomach, calms = Term("mint tea", EX + "mint"), Term("stomach", EX + "stomach"), Term("calms", EX + "calms")
    hours = Qualifier("time", "within 2-4 hours", "2-4 hours", None, Quantity(2 / 24, 4 / 24, "day", "time"))
    children = Qualifier("population", "In children", "children", None, None)
    hedge = Qualifier("hedge", "may", "may")
    plain = Proposition(mint, calms, stomach)
    claims = (
        Claim(
            "clinic",
            _quote(CLINIC, "Mint tea calms the stomach within 2-4 hours"),
            _mention(CLINIC, "Mint tea", "mint tea", EX + "mint"),
            _mention(CLINIC, "calms", "calms", EX + "calms"),
            _mention(CLINIC, "the stomach", "stomach", EX + "stomach"),
            Polarity.POSITIVE,
            Certainty.ASSERTED,
            page,
            Evidence.BARE_ASSERTION,
            (hours,),
            Proposition(mint, calms, stomach, (hours,)),
            "verb",
        ),
        Claim(
            "clinic",
            _quote(CLINIC, "Many say it may help"),
            _mention(CLINIC, "it", "mint tea", EX + "mint", "Mint tea"),
            _mention(CLINIC, "help", "help", None),
            None,
            Polarity.POSITIVE,
            Certainty.HEDGED,
            many,
            Evidence.TESTIMONIAL,
            (hedge, children, hedge),
            Proposition(mint, Term("help"), None),
            "verb",
        ),
        Claim(
            "forum",
            _quote(FORUM, "Mint tea does not calm the stomach"),
            _mention(FORUM, "Mint tea", "mint tea", EX + "mint"),
            _mention(FORUM, "does not calm", "calms", EX + "calms"),
            _mention(FORUM, "the stomach", "stomach", EX + "stomach"),
            Polarity.NEGATIVE,
            Certainty.ASSERTED,
            poster,
            Evidence.TESTIMONIAL,
            (),
            plain,
            "verb",
        ),
        Claim(
            "forum",
            _quote(FORUM, "In children, peppermint tea does not calm the stomach"),
            _mention(FORUM, "peppermint tea", "mint tea", EX + "mint"),
            _mention(FORUM, "does not calm", "calms", EX + "calms"),
            _mention(FORUM, "the stomach", "stomach", EX + "stomach"),
            Polarity.NEGATIVE,
            Certainty.ASSERTED,
            poster,
            Evidence.EXPLICITLY_NONE,
            (children,),
            Proposition(mint, calms, stomach, (children,)),
            "verb",
        ),
    )
    slots = (
        Alignment("subject", "Mint tea", "Mint tea", "same"),
        Alignment("polarity", "positive", "negative", "opposite", False),
    )
    relations = (
        Relation(
            RelationType.CONFLICT,
            "contradictory",
            claims[0].id,
            claims[2].id,
            "opposite-polarity",
            "One says that mint tea calms the stomach, the other that it does not.",
            0.9,
            slots,
        ),
        Relation(
            RelationType.APPARENT,
            "contradictory",
            claims[0].id,
            claims[3].id,
            "opposite-polarity",
            "They differ in population.",
            0.5,
            slots,
            "population",
        ),
        Relation(
            RelationType.SUPPORT,
            "entailed",
            claims[3].id,
            claims[2].id,
            "same-proposition",
            "Both deny that mint tea calms the stomach.",
            independent=False,
            within=True,
        ),
    )
    problem = Problem("pile/empty.txt", "is empty; nothing was read", "empty")
    return Facts((clinic, forum), claims, relations, (problem,), ("tea",), ("At most 6 pairs a proposition are kept.",))


@pytest.fixture(scope="session")
def trig(facts: Facts, pack: Pack) -> bytes:
    """The small pile as TriG."""
    return to_trig(facts, pack=pack)


@pytest.fixture(scope="session")
def store(trig: bytes) -> Store:
    """The small pile, loaded."""
    loaded = Store()
    loaded.bulk_load(trig, format=RdfFormat.TRIG)
    return loaded


@pytest.fixture(scope="session")
def made_up() -> Callable[[int], Facts]:
    """The generator of made-up facts of any size."""
    import made_up as generator  # type: ignore[import-not-found, unused-ignore]

    return generator.made_up  # type: ignore[no-any-return, unused-ignore]


@pytest.fixture(scope="session")
def source(facts: Facts, pack: Pack) -> Exported:
    """The small pile with all an export may need."""
    return Exported(facts, analyse(facts, pack), pack, network(facts))


@pytest.fixture(scope="session")
def nasty(facts: Facts, pack: Pack) -> Exported:
    """The small pile with voices and subjects whose names hold what formats choke on."""
    voiced = [
        replace(c, voice=Voice(NASTY, "person"), subject=replace(c.subject, label=NASTY), id=c.id) for c in facts.claims
    ]
    changed = replace(facts, claims=tuple(voiced))
    return Exported(changed, None, pack, network(changed))


@pytest.fixture(scope="session")
def same_shape() -> Callable[["nx.Graph[Any]", Exported], None]:
    """A check that a graph read back has the nodes, edges and signs of the network."""

    def check(back: "nx.Graph[Any]", source: Exported) -> None:
        assert source.network is not None
        assert sorted(back.nodes) == sorted(source.network.nodes)
        assert sorted(back.edges()) == sorted(source.network.edges())
        signs = sorted(int(d["sign"]) for _, _, d in back.edges(data=True))
        assert signs == sorted(d["sign"] for _, _, d in source.network.edges(data=True))

    return check
