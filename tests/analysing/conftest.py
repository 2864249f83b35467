"""What the tests of the analyses share: a teller of small piles, so that each sample stands inside its test."""

from collections.abc import Sequence

import pytest

from claimgraph.analysing.pile import Pile, gather
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
    Proposition,
    Qualifier,
    Quote,
    Relation,
    RelationType,
    SourceKind,
    Term,
    Voice,
)

BASE = "https://example.org/"


class Teller:
    """Makes claims, relations and piles from a few words."""

    def __init__(self) -> None:
        self._at: dict[str, int] = {}

    def say(
        self,
        document: str,
        words: str,
        *,
        no: bool = False,
        quote: str = "",
        voice: str = "",
        role: str = "publisher",
        interest: Interest = Interest.UNKNOWN,
        reported_by: Voice | None = None,
        certainty: Certainty = Certainty.ASSERTED,
        evidence: Evidence = Evidence.BARE_ASSERTION,
        qualifiers: tuple[Qualifier, ...] = (),
        pack: Pack | None = None,
    ) -> Claim:
        """Return a claim from "subject | predicate | object"; labels the pack knows become its concepts."""
        names = [part.strip() for part in words.split("|")]
        subject, target = (_mention(name, pack) for name in (names[0], names[2] if len(names) > 2 else ""))
        predicate = _predicate(names[1], pack)
        exact = quote or " ".join(names)
        start = self._at.get(document, 0)
        self._at[document] = start + len(exact) + 1
        content = Proposition(
            Term(subject.label, subject.concept),
            Term(predicate.label, predicate.concept),
            Term(target.label, target.concept) if target.label else None,
            tuple(q for q in qualifiers if q.kind not in ("hedge", "negation", "evidence")),
        )
        return Claim(
            document=document,
            quote=Quote(exact, "", "", start, start + len(exact)),
            subject=subject,
            predicate=predicate,
            object=target if target.label else None,
            polarity=Polarity.NEGATIVE if no else Polarity.POSITIVE,
            certainty=certainty,
            voice=Voice(voice or f"the page {document}", role, interest, reported_by),
            evidence=evidence,
            qualifiers=qualifiers,
            content=content,
        )

    def relate(
        self,
        type_: str,
        kind: str,
        source: Claim,
        target: Claim,
        *slots: Alignment,
        independent: bool = True,
    ) -> Relation:
        """Return a relation between two claims."""
        within = source.document == target.document
        why = f"{source.quote.exact} / {target.quote.exact}"
        return Relation(
            RelationType(type_),
            kind,
            source.id,
            target.id,
            f"test-{kind}",
            why,
            slots=slots,
            independent=independent,
            within=within,
        )

    def facts(self, claims: Sequence[Claim], relations: Sequence[Relation] = (), selling: Sequence[str] = ()) -> Facts:
        """Return claims with a document for each stem they name; those that sell are clinics."""
        stems = sorted({claim.document for claim in claims})
        return Facts(tuple(_document(stem, stem in selling) for stem in stems), tuple(claims), tuple(relations))

    def pile(
        self,
        claims: Sequence[Claim],
        relations: Sequence[Relation] = (),
        *,
        pack: Pack | None = None,
        selling: Sequence[str] = (),
    ) -> Pile:
        """Return claims gathered as the analyses read them."""
        return gather(self.facts(claims, relations, selling), pack or Pack())

    def pack(self, concepts: dict[str, str], predicates: dict[str, int] | None = None) -> Pack:
        """Return a pack of concept labels with kinds and predicate labels with effects."""
        return Pack(
            "test",
            {BASE + name: Concept(BASE + name, name, (name,), kind=kind) for name, kind in concepts.items()},
            {BASE + name: Predicate(BASE + name, name, effect=sign) for name, sign in (predicates or {}).items()},
        )


def _document(stem: str, sells: bool) -> Document:
    """Return a document that sells or of which nothing is known."""
    kind = SourceKind.CLINIC if sells else SourceKind.UNKNOWN
    interest = str(Interest.SELLS) if sells else None
    return Document(stem, "", "0" * 64, f"{stem}.txt", title=f"Page {stem}", kind=kind, interest=interest)


def _mention(label: str, pack: Pack | None) -> Mention:
    """Return a mention of a concept by its label."""
    known = pack is not None and BASE + label in pack.concepts
    return Mention(label, label, BASE + label if known else None)


def _predicate(label: str, pack: Pack | None) -> Mention:
    """Return a mention of a predicate by its label."""
    known = pack is not None and BASE + label in pack.predicates
    return Mention(label, label, BASE + label if known else None)


@pytest.fixture
def tell() -> Teller:
    """A teller of small piles."""
    return Teller()
