"""Outcomes that people only see or get: the treatment is what the claim is about."""

from dataclasses import replace

from claimgraph.extracting.frame import Frame
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.linking import Link
from claimgraph.extracting.place import Place
from claimgraph.knowledge.pack import Concept
from claimgraph.language.parsed import Sentence, Token
from claimgraph.model import Mention

_TREATMENTS = frozenset({"Treatment", "Product", "Procedure"})
_GIVEN = _TREATMENTS | {"Substance"}
_UNWANTED = frozenset({"side effect", "adverse effect"})


def treatment_for_experiencer(place: Place, frame: Frame, mention: Mention, target: Mention | None) -> Mention:
    """Return the treatment as the subject where people only see or get its outcome: "with X you will see results".

    Args:
        place: the frame's sentence.
        frame: to read.
        mention: of its subject.
        target: of its object.
    """
    if frame.subject is None or not _experiences(place, frame) or not _is_outcome(place, frame, target):
        return mention
    who = place.sentence.tokens[frame.subject]
    owned = frame.object is not None and place.sentence.kid(frame.object, "poss") is not None
    given = _given(place, frame, frame.subject) or _subject_treatment(place)
    if given is None and _told_apart(place, who):
        return mention
    people = given is None and who.pos == "PRON" and who.lower == "they"
    stands = given or place.discourse.topic
    counted = frame.object is not None and place.sentence.kid(frame.object, "nummod") is not None
    if owned or people or counted or stands is None or len(frame.negations) % 2 == 1:
        return mention
    return replace(mention, label=stands.label, concept=stands.concept, resolved=stands.label)


def _told_apart(place: Place, who: Token) -> bool:
    """Say whether it is certain people of whom an outcome is told: "younger people see results sooner"."""
    described = place.sentence.kid(who.i, "amod", "prep", "relcl", "acl") is not None
    return described and who.pos == "NOUN" and who.lemma in place.english["person_nouns"]


def _experiences(place: Place, frame: Frame) -> bool:
    """Say whether a frame's subject only receives or observes."""
    if frame.subject is None or not frame.verbs:
        return False
    who, verb = place.sentence.tokens[frame.subject], place.sentence.tokens[frame.verbs[-1]]
    person = frame.rule == "taking" or who.lemma in place.english["reference.experiencers"]
    return person and verb.lemma in place.english["reference.experiencing"]


def brings_outcome(place: Place, frame: Frame, target: Mention | None) -> bool:
    """Say whether a frame tells of an outcome that is reached, in whichever of the many verbs for it.

    Args:
        place: the frame's sentence.
        frame: to read.
        target: the mention of its object.
    """
    plain = frame.comparison is None and not (frame.passive or frame.clause_object or frame.links or frame.key)
    verb = place.sentence.tokens[frame.head].lemma
    experiencing = bool(frame.verbs) and verb in place.english["reference.experiencing"]
    return plain and experiencing and _is_outcome(place, frame, target)


def _is_outcome(place: Place, frame: Frame, target: Mention | None) -> bool:
    """Say whether a frame's object, or what it compares, is an outcome."""
    concept = place.lexicon.concept(target.concept) if target else None
    if concept is not None and (concept.kind == "Condition" or _is_unwanted(concept, place.lexicon)):
        return False
    if concept is not None and (concept.kind == "Outcome" or (frame.comparison is not None and concept.kind in _GIVEN)):
        return True
    if frame.object is not None and place.sentence.has(frame.object, ("to",), "prep"):
        return False
    heads = [h for h in (frame.object, frame.dimension) if h is not None]
    return any(place.sentence.tokens[h].lemma in place.english["reference.outcome_nouns"] for h in heads)


def _is_unwanted(concept: Concept, lexicon: Lexicon) -> bool:
    """Say whether an outcome is a side effect."""
    wider = (lexicon.concept(iri) for iri in (concept.iri, *lexicon.pack.broader_closure(concept.iri)))
    return any(known is not None and known.label in _UNWANTED for known in wider)


def _given(place: Place, frame: Frame, subject: int) -> Link | None:
    """Return the treatment that people are given: after "with" or "from", or in who they are ("users of X")."""
    own = set(place.sentence.spans[subject])
    for match in place.matches:
        concept = place.lexicon.concept(match.iri)
        if concept is None or concept.kind not in _GIVEN:
            continue
        head = place.sentence.tokens[match.end - 1]
        taken = frame.rule == "taking" and match.end <= subject
        leads = _governor(place, head).lower in place.english["reference.given_by"] or match.start in own
        if taken or (leads and not _compared(place, head)):
            return Link(concept.label, match.iri)
    return None


def _governor(place: Place, noun: Token) -> Token:
    """Return the preposition that leads to a noun, through "the use of"."""
    sentence = place.sentence
    governor = sentence.tokens[noun.head]
    if governor.lower != "of" or sentence.tokens[governor.head].lemma not in place.english["reference.giving_nouns"]:
        return governor
    return sentence.tokens[sentence.tokens[governor.head].head]


def _compared(place: Place, token: Token) -> bool:
    """Say whether a noun is what something is compared with."""
    words = place.english["qualifier.compared"] | {"opposed"}
    return any(t.lower in words for t in place.sentence.ancestors(token.i))


def _subject_treatment(place: Place) -> Link | None:
    """Return the treatment that is the subject of an earlier clause of the sentence."""
    for match in place.matches:
        concept = place.lexicon.concept(match.iri)
        if concept is not None and concept.kind in _TREATMENTS and _is_subject(place.sentence, match.end - 1):
            return Link(concept.label, match.iri)
    return None


def _is_subject(sentence: Sentence, i: int) -> bool:
    """Say whether a token is the subject of a verb."""
    return sentence.tokens[i].dep in {"nsubj", "nsubjpass"}
