"""The proposition of a claim in normal form, so that differently worded claims can meet."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimgraph.extracting.frame import Frame
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.place import Place
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence
from claimgraph.model import Mention, Proposition, Qualifier, Term
from claimgraph.model.claim import PROPOSITIONAL
from claimgraph.model.identity import ONTOLOGY


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim says, in its own words.

    Attributes:
        subject: what it is said of.
        relation: the relation type of what is said, or the key of an open predicate.
        target: the object, None for none.
        qualifiers: what narrows it.
    """

    subject: Mention
    relation: Term
    target: Mention | None
    qualifiers: Sequence[Qualifier]


def proposition(place: Place, frame: Frame, said: Said) -> Proposition:
    """Return the proposition of a claim, in the normal form in which differently worded claims meet.

    A passive with its agent is turned round, a verb phrase the pack knows ("grow hair") becomes "promotes" and its
    concept, and studies done on something are what it was tested in.

    Args:
        place: the frame's sentence.
        frame: that the claim was made of.
        said: what it says.
    """
    sentence, lexicon, target = place.sentence, place.lexicon, said.target
    first = _term(said.subject, lexicon)
    second = _term(target, lexicon) if target else None
    kept = (q for q in said.qualifiers if q.kind in PROPOSITIONAL and _narrows(q, target))
    narrowing = tuple(sorted(kept, key=lambda q: (q.kind, q.label)))
    if second is not None and (brought := _brought_about(sentence, frame, lexicon)) is not None:
        return Proposition(first, _known("promotes", "promote", lexicon), brought, narrowing)
    if second is None and (occurs := _occurring(sentence, frame, lexicon)) is not None:
        return Proposition(occurs, Term("occurs"), None, narrowing)
    if second is not None and _reports_testing(sentence, frame, lexicon.english):
        return Proposition(second, _known("testedIn", "be tested in", lexicon), first, narrowing)
    if frame.agent and second is not None:
        turned = _inverse(sentence, frame, said.relation, lexicon)
        return Proposition(second, turned, first, narrowing)
    return Proposition(first, said.relation, second, narrowing)


def _term(mention: Mention, lexicon: Lexicon) -> Term:
    """Return the term of a mention: a concept by the pack's label, whatever adjective judges it in the words."""
    known = lexicon.concept(mention.concept)
    return Term(known.label if known is not None else mention.label, mention.concept)


def _narrows(qualifier: Qualifier, target: Mention | None) -> bool:
    """Say whether a qualifier adds something that the object does not already say."""
    return not (qualifier.kind == "comparator" and target is not None and qualifier.label == target.label)


def _known(name: str, otherwise: str, lexicon: Lexicon) -> Term:
    """Return a relation type of the core, or an open one where the pack does without it."""
    known = lexicon.pack.predicates.get(ONTOLOGY + name)
    return Term(known.label, known.iri) if known else Term(otherwise)


def _reports_testing(sentence: Sentence, frame: Frame, english: English) -> bool:
    """Say whether a frame tells of studies done on its object: "no trials have been conducted using X"."""
    if frame.subject is None or not frame.passive or frame.agent or not frame.links:
        return False
    on = sentence.tokens[frame.links[-1]].lower in {"using", "with", "on", "of", "into", "about", "for"}
    studies = sentence.tokens[frame.subject].lemma in english["predicate.tests"]
    return on and studies and sentence.tokens[frame.head].lemma in english["predicate.testing"]


def _brought_about(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> Term | None:
    """Return the concept a verb with its object brings about: "grow hair" is hair growth."""
    if frame.object is None or frame.clause_object or frame.comparison is not None or not frame.verbs:
        return None
    verb, noun = sentence.tokens[frame.head].lemma, sentence.tokens[frame.object]
    particles = [sentence.tokens[i].lower for i in frame.links if sentence.tokens[i].dep == "prt"]
    if len(particles) != len(frame.links):
        return None
    for candidate in (f"{' '.join([verb, *particles])} {noun.lemma}", f"{verb} {noun.lower}"):
        iri = lexicon.phrases.get(candidate)
        if iri:
            return Term(lexicon.pack.concepts[iri].label, iri)
    return None


def _occurring(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> Term | None:
    """Return the concept an intransitive verb with its subject names: "hair grows" is hair growth."""
    if frame.subject is None or not frame.verbs:
        return None
    verb, noun = sentence.tokens[frame.head].lemma, sentence.tokens[frame.subject].lemma
    iri = lexicon.phrases.get(f"{verb} {noun}")
    return Term(lexicon.pack.concepts[iri].label, iri) if iri else None


def _inverse(sentence: Sentence, frame: Frame, relation: Term, lexicon: Lexicon) -> Term:
    """Return the active relation of a passive with its agent."""
    if relation.concept and (known := lexicon.pack.predicates.get(relation.concept)) is not None and known.inverse:
        inverse = lexicon.pack.predicates.get(known.inverse)
        if inverse is not None:
            return Term(inverse.label, inverse.iri)
    lemma = sentence.tokens[frame.head].lemma
    found = lexicon.verbs.find(lemma)
    return Term(lexicon.pack.predicates[found[0]].label, found[0]) if len(found) == 1 else Term(lemma)
