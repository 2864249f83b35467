"""From frames to claims: words, concepts, polarity, certainty, voice, grounds, qualifiers and the proposition."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimgraph.extracting.arguments import subject
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.grounds import grounds
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.linking import Link, link, paired
from claimgraph.extracting.phrases import conjuncts, included, phrase
from claimgraph.extracting.predicating import core_predicate, predicate_text, relation_type
from claimgraph.extracting.propositions import proposition
from claimgraph.extracting.qualifying import qualifiers
from claimgraph.extracting.references import Discourse
from claimgraph.extracting.speaking import speaker
from claimgraph.knowledge.matching import Match
from claimgraph.knowledge.pack import Concept
from claimgraph.language.parsed import Sentence, Token
from claimgraph.model import Certainty, Claim, Document, Mention, Polarity, Qualifier, Quote

#: The most claims one frame may give by coordination.
MOST = 16

_SELF_VERBS = frozenset(
    {
        "think",
        "believe",
        "know",
        "hope",
        "wish",
        "want",
        "wonder",
        "say",
        "mean",
        "guess",
        "recall",
        "remember",
        "thank",
        "agree",
        "welcome",
        "suppose",
        "ask",
        "figure",
        "realize",
        "realise",
        "appreciate",
        "apologize",
        "apologise",
        "invite",
        "discuss",
        "let",
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands, and all that is needed to read it.

    Attributes:
        document: its document.
        sentence: itself.
        number: its place among the document's sentences.
        matches: concepts named in it.
        discourse: what has been named before.
        lexicon: what is known.
    """

    document: Document
    sentence: Sentence
    number: int
    matches: Sequence[Match]
    discourse: Discourse
    lexicon: Lexicon


def claims(place: Place, frame: Frame) -> Iterator[Claim]:
    """Yield the claims of a frame, one for each coordinated subject and object."""
    sentence = place.sentence
    elliptic = frame.rule == "elliptic"
    if not elliptic and (frame.subject is None or _about_speaker(place, frame)):
        return
    subjects: list[int | None] = [frame.subject]
    if frame.subject is not None and not frame.single:
        subjects = [*conjuncts(sentence, frame.subject)]
    objects: list[int | None] = [None]
    if frame.object is not None:
        whole = frame.clause_object or _alternatives(sentence, frame.object)
        objects = [frame.object] if whole else [*conjuncts(sentence, frame.object)]
        objects += (
            []
            if frame.clause_object
            else [i for head in list(objects) if head is not None for i in included(sentence, head)]
        )
    made = 0
    for who in subjects:
        for target in objects:
            if made < MOST and who != target:
                made += 1
                yield from _claims(place, replace(frame, subject=who, object=target))


def _alternatives(sentence: Sentence, head: int) -> bool:
    """Say whether coordinated nouns are alternatives, of which each alone is not claimed: "either A or B"."""
    return any(k.lower == "either" for k in sentence.kids(head, "preconj", "cc", "det"))


def _about_speaker(place: Place, frame: Frame) -> bool:
    """Say whether a frame only tells what the speaker thinks, feels or does with words, which claims nothing."""
    if frame.subject is None:
        return True
    token = place.sentence.tokens[frame.subject]
    english = place.lexicon.english
    lemma = place.sentence.tokens[frame.verbs[0]].lemma if frame.verbs else ""
    said = frame.object is None or frame.clause_object
    if token.lower in {"i", "we"}:
        telling = english["report_verbs"] - {"find", "see", "show", "notice", "feel", "observe"}
        return lemma in _SELF_VERBS or (said and lemma in telling)
    verb = place.sentence.tokens[frame.verbs[0]] if frame.verbs else token
    if token.lower == "you" and verb.tag == "VB" and place.sentence.kid(verb.i, "aux") is None:
        return True
    if token.lower in english["second_person"]:
        return lemma in _SELF_VERBS | {"call", "contact", "click", "visit"} and frame.comparison is None
    return False


def _claims(place: Place, frame: Frame) -> Iterator[Claim]:
    """Yield the claim of a frame with one subject and one object, or one for each concept the object names at once
    ("thicker and healthier hair")."""
    plain = frame.object is not None and not frame.clause_object
    named = paired(place.sentence, frame.object, place.lexicon) if plain and frame.object is not None else ()
    for meant in named if len(named) > 1 else (None,):
        claim = _claim(place, frame, meant)
        if claim is not None:
            yield claim


def _claim(place: Place, frame: Frame, meant: Link | None = None) -> Claim | None:
    """Return the claim of a frame with one subject and one object, which names a concept where one is given."""
    sentence, document = place.sentence, place.document
    first, last = span(sentence, frame)
    quote = Quote.cut(document.text, sentence.tokens[first].start, max(sentence.tokens[last].end, frame.until))
    who = Mention("", "I", None, "I") if frame.rule == "elliptic" else _mention(place, frame.subject, frame)
    target = _target_mention(place, frame)
    if target is not None and meant is not None:
        target = replace(target, label=meant.label, concept=meant.concept)
    if who is None:
        return None
    who = _treatment_for_experiencer(place, frame, who, target)
    label, concept = relation_type(sentence, frame, place.lexicon)
    if who.resolved is not None and frame.rule != "elliptic" and _brings_outcome(place, frame, target):
        label, concept = core_predicate("achieves", label, place.lexicon)
    words = predicate_text(sentence, frame)
    predicate = Mention(
        _words_in_text(document.text, sentence, words), label, concept, None, *_span_of(sentence, words)
    )
    polarity, certainty = _polarity(frame), _certainty(place, frame)
    sentence_text = document.text[sentence.start : sentence.end]
    evidence, cue = grounds(quote.exact, sentence_text, denied=frame.context.flipped)
    found = (
        *qualifiers(sentence, frame, (first, last), place.matches, place.lexicon, document.text),
        *_comparison_qualifiers(place, frame, target),
        *_cues(place, frame, cue),
    )
    found = tuple(dict.fromkeys(found))
    if target is None and frame.rule == "clause" and _says_little(sentence, frame, found):
        return None
    content = proposition(sentence, frame, who, predicate, target, found, place.lexicon)
    polarity = polarity.flipped() if content.flipped else polarity
    return Claim(
        document.stem, quote, who, predicate, target, polarity, certainty, speaker(sentence, frame, place.lexicon.english, lambda i: _resolved_label(place, i)), evidence,
        found, content.proposition, frame.rule,
    )  # fmt: skip


def _resolved_label(place: Place, index: int) -> str:
    """Return what a pronoun that speaks stands for, "" where nothing fits."""
    found = place.discourse.resolve(place.number, place.sentence, index)
    return found.label if found else ""


_LIGHT_VERBS = frozenset(
    {"take", "have", "make", "get", "give", "put", "use", "be", "keep", "let", "say", "set", "bring"}
)


def _says_little(sentence: Sentence, frame: Frame, found: Sequence[Qualifier]) -> bool:
    """Say whether a light verb without an object or qualifier is all there is: "give or take"."""
    told = any(q.kind not in {"hedge", "negation", "evidence"} for q in found)
    verb = sentence.tokens[frame.head]
    adverb = any(k.dep in {"advmod", "prt", "prep"} for k in sentence.kids(verb.i))
    if verb.lemma in {"do", "take"}:
        return True
    return verb.lemma in _LIGHT_VERBS and not told and not adverb and not frame.passive


def _polarity(frame: Frame) -> Polarity:
    """Return a frame's polarity: every denial turns it round once."""
    denied = len(frame.negations) % 2 == 1
    return Polarity.NEGATIVE if denied ^ frame.context.flipped else Polarity.POSITIVE


def _certainty(place: Place, frame: Frame) -> Certainty:
    """Return how firmly a frame is said, by its weakest cue."""
    speculations = place.lexicon.english["speculations"]
    cues = [place.sentence.tokens[i] for i in frame.hedges]
    if frame.context.speculative or any(t.lower in speculations or t.lemma in speculations for t in cues):
        return Certainty.SPECULATIVE
    return Certainty.HEDGED if cues else Certainty.ASSERTED


def span(sentence: Sentence, frame: Frame) -> tuple[int, int]:
    """Return the first and last token of a frame's words: subject, predicate, object, cues and close modifiers.

    A subject taken over from far away stays out, so that the quote is the clause's own.
    """
    own = [
        i
        for v in frame.verbs
        for i in (v, *(k.i for k in sentence.kids(v, "aux", "auxpass", "neg", "prt", "advmod") if abs(k.i - v) < 6))
    ]
    own += [frame.head, *frame.links, *frame.extra]
    if frame.object is not None:
        own += list(sentence.spans[frame.object]) if frame.clause_object else phrase(sentence, frame.object)
    own += [n for n in frame.negations if abs(n - frame.head) < 12]
    if frame.context.flipped:
        for verb in frame.context.verbs:
            own += [verb, *(k.i for k in sentence.kids(verb, "aux", "neg", "nsubj", "expl") if verb - k.i < 8)]
    for place in (*frame.verbs[-1:], frame.head):
        for kid in sentence.kids(place, "prep", "agent", "npadvmod", "dative"):
            own += sentence.spans[kid.i]
    first, last = min(own), max(own)
    if frame.subject is not None:
        words = phrase(sentence, frame.subject)
        if words[-1] < first and first - words[-1] <= 16:
            first = words[0]
        elif words[0] > last and words[0] - last <= 6:
            last = words[-1]
    return _trimmed(sentence, first, last)


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return a span without punctuation and connectives at its ends."""
    while first < last and (sentence.tokens[first].pos in {"PUNCT", "SPACE"} or sentence.tokens[first].dep == "cc"):
        first += 1
    while (
        last > first
        and sentence.tokens[last].pos in {"PUNCT", "SPACE"}
        and sentence.tokens[last].text not in {")", "%"}
    ):
        last -= 1
    return first, last


def _mention(place: Place, head: int | None, frame: Frame) -> Mention | None:
    """Return the mention of a noun phrase, resolved where it is a pronoun or description."""
    if head is None:
        return None
    sentence = place.sentence
    words = phrase(sentence, head)
    first, last = _with_label(place, words, head)
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    text = place.document.text[start:end]
    standing = _equated(place, head, frame)
    resolved = standing or place.discourse.resolve(place.number, sentence, head)
    if resolved is not None:
        place.discourse.stand_in(place.number, sentence, head, resolved)
        return Mention(text, resolved.label, resolved.concept, resolved.label, start, end)
    if (defined := place.discourse.acronyms.get(sentence.tokens[head].text.rstrip("s"))) is not None:
        return Mention(text, defined.label, defined.concept, None, start, end)
    named = link(sentence, head, place.matches, place.lexicon, _KINDS if sentence.tokens[head].dep == "attr" else None)
    return Mention(text, named.label, named.concept, _possessor(place, head), start, end, named.candidates)


def _with_label(place: Place, words: Sequence[int], head: int) -> tuple[int, int]:
    """Return the first and last token of a phrase, stretched to the whole of a concept's label that covers its head."""
    covering = [m for m in place.matches if m.start <= head < m.end and m.iri]
    first = min([words[0], *(m.start for m in covering)])
    return first, max([words[-1], *(m.end - 1 for m in covering)])


_KINDS = frozenset({"kind", "type", "form", "sort", "class", "version", "variety"})


def _equated(place: Place, head: int, frame: Frame) -> Link | None:
    """Return what a copula's complement is said of, where a relative clause goes on about it: "X is a therapy, which
    heals" tells of X.
    """
    sentence = place.sentence
    token = sentence.tokens[head]
    verb = sentence.tokens[frame.verbs[0]] if frame.verbs else None
    if verb is None or head != frame.subject:
        return None
    if token.dep == "attr" and _below(sentence, verb, token):
        copula = sentence.tokens[token.head]
        who = sentence.kid(copula.i, "nsubj")
        if who is not None and who.lower == "it":
            return None
        if who is not None and copula.lemma == "be" and token.tag in {"NN", "NNS"} and who.tag not in {"EX", "WP"}:
            return place.discourse.resolve(place.number, sentence, who.i) or (
                link(sentence, who.i, place.matches, place.lexicon) if who.pos in {"NOUN", "PROPN"} else None
            )
    if token.dep == "appos" and _below(sentence, verb, token):
        return link(sentence, token.head, place.matches, place.lexicon)
    return None


def _below(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Say whether a verb stands in a clause under a noun."""
    return verb.i != noun.head and any(t.i == noun.i for t in sentence.ancestors(verb.i))


def _possessor(place: Place, head: int) -> str | None:
    """Return what "their" or "its" before a noun stands for, with the noun: "their activation" is that of stem cells."""
    for kid in place.sentence.kids(head, "poss"):
        if kid.tag == "PRP$" and kid.lower in {"its", "their"}:
            owner = _clause_subject(place, kid) or place.discourse.resolve(place.number, place.sentence, kid.i)
            if owner is not None:
                return f"{place.sentence.tokens[head].text} of {owner.label}"
    return None


def _clause_subject(place: Place, possessive: Token) -> Link | None:
    """Return the subject of a possessive's own clause where it comes before and agrees: "people ... their lives"."""
    sentence = place.sentence
    verb = next((t for t in sentence.ancestors(possessive.i) if t.pos in {"VERB", "AUX"}), None)
    who = subject(sentence, verb, place.lexicon.english) if verb is not None else None
    if who is None or who.i >= possessive.i or who.pos not in {"NOUN", "PROPN"} or possessive.head == who.i:
        return None
    plural = who.tag in {"NNS", "NNPS"} or bool(sentence.kids(who.i, "conj"))
    agrees = plural is (possessive.lower == "their")
    return link(sentence, who.i, place.matches, place.lexicon) if agrees else None


def _target_mention(place: Place, frame: Frame) -> Mention | None:
    """Return the mention of a frame's object: a noun phrase, an adjective, or a whole clause."""
    if frame.object is None:
        return None
    if not frame.clause_object:
        return _mention(place, frame.object, frame)
    sentence = place.sentence
    indices = [i for i in sentence.spans[frame.object] if i > frame.head]
    caused = sentence.kid(frame.head, "dobj")
    if caused is not None and caused.i < frame.object:
        indices = sorted({*indices, *phrase(sentence, caused.i)})
    while indices and sentence.tokens[indices[-1]].pos in {"PUNCT", "SPACE"}:
        indices.pop()
    while indices and sentence.tokens[indices[0]].pos == "PUNCT":
        indices.pop(0)
    indices = indices or [frame.object]
    start, end = sentence.tokens[indices[0]].start, sentence.tokens[indices[-1]].end
    named = _clause_link(place, frame.object, caused)
    return Mention(place.document.text[start:end], named.label, named.concept, None, start, end)


def _clause_link(place: Place, verb: int, caused: Token | None) -> Link:
    """Return what a clause brings about, by its verb and noun: "hair to fall out" is hair loss where the pack says so."""
    sentence = place.sentence
    token = sentence.tokens[verb]
    noun = sentence.kid(verb, "nsubj", "nsubjpass") or caused or sentence.kid(verb, "dobj")
    particle = sentence.kid(verb, "prt")
    words = [token.lemma, *([particle.lower] if particle else [])]
    if noun is not None:
        for candidate in (f"{noun.lemma} {' '.join(words)}", f"{' '.join(words)} {noun.lemma}"):
            iri = place.lexicon.phrases.get(candidate)
            if iri is None and len(named := place.lexicon.named(candidate)) == 1:
                iri = named[0]
            if iri:
                return Link(place.lexicon.pack.concepts[iri].label, iri)
        thing = link(sentence, noun.i, place.matches, place.lexicon).label if noun.pos != "PRON" else noun.lower
        return Link(" ".join([thing, *words]))
    target = sentence.kid(verb, "dobj")
    return Link(" ".join([*words, *([target.lemma] if target else [])]))


def _treatment_for_experiencer(place: Place, frame: Frame, mention: Mention, target: Mention | None) -> Mention:
    """Return the treatment as the subject where people only see or get its outcome: "with X you will see results"."""
    sentence, english = place.sentence, place.lexicon.english
    if frame.subject is None or not frame.verbs:
        return mention
    who, verb = sentence.tokens[frame.subject], sentence.tokens[frame.verbs[-1]]
    if (frame.rule != "taking" and who.lemma not in english["reference.experiencers"]) or verb.lemma not in english[
        "reference.experiencing"
    ]:
        return mention
    outcome = _is_outcome(place, frame, target)
    owned = frame.object is not None and sentence.kid(frame.object, "poss") is not None
    if not outcome or owned or len(frame.negations) % 2 == 1:
        return mention
    given = _given(place, frame) or _subject_treatment(place, frame)
    if given is None and who.lower not in english["first_person"] and who.pos == "PRON" and who.lower == "they":
        return mention
    stands = given or place.discourse.topic
    if stands is None:
        return mention
    return replace(mention, label=stands.label, concept=stands.concept, resolved=stands.label)


def _brings_outcome(place: Place, frame: Frame, target: Mention | None) -> bool:
    """Say whether a frame tells of an outcome that is reached, in whichever of the many verbs for it."""
    if (
        frame.comparison is not None
        or frame.passive
        or not frame.verbs
        or frame.clause_object
        or frame.links
        or frame.key
    ):
        return False
    verb = place.sentence.tokens[frame.head].lemma
    return verb in place.lexicon.english["reference.experiencing"] and _is_outcome(place, frame, target)


def _is_outcome(place: Place, frame: Frame, target: Mention | None) -> bool:
    """Say whether a frame's object, or what it compares, is an outcome."""
    sentence = place.sentence
    heads = [h for h in (frame.object, frame.dimension) if h is not None]
    concept = place.lexicon.concept(target.concept) if target else None
    if concept is not None and (concept.kind == "Condition" or _unwanted(concept, place.lexicon)):
        return False
    if (
        frame.comparison is not None
        and concept is not None
        and concept.kind in {"Treatment", "Product", "Procedure", "Substance"}
    ):
        return True
    return (concept is not None and concept.kind == "Outcome") or any(
        sentence.tokens[h].lemma in place.lexicon.english["reference.outcome_nouns"] for h in heads
    )


def _unwanted(concept: Concept, lexicon: Lexicon) -> bool:
    """Say whether an outcome is a side effect."""
    wider = (concept.iri, *lexicon.pack.broader_closure(concept.iri))
    return any(
        (known := lexicon.concept(iri)) is not None and known.label in {"side effect", "adverse effect"}
        for iri in wider
    )


def _given(place: Place, frame: Frame) -> Link | None:
    """Return the treatment that people are given: after "with", "from" or "after", or in who they are ("users of X")."""
    sentence = place.sentence
    assert frame.subject is not None  # noqa: S101 - the caller looked
    own = set(sentence.spans[frame.subject])
    for match in place.matches:
        concept = place.lexicon.concept(match.iri)
        if concept is None or concept.kind not in _GIVEN:
            continue
        head = sentence.tokens[match.end - 1]
        governor = sentence.tokens[head.head]
        if governor.lower == "of" and sentence.tokens[governor.head].lemma in {
            "use",
            "application",
            "injection",
            "administration",
        }:
            governor = sentence.tokens[sentence.tokens[governor.head].head]
        leads = governor.lower in {"with", "from", "using", "after", "through", "on"}
        if frame.rule == "taking" and match.end <= frame.subject:
            return Link(concept.label, match.iri)
        if (leads or match.start in own) and not _compared(sentence, head):
            return Link(concept.label, match.iri)
    return None


_GIVEN = frozenset({"Treatment", "Product", "Procedure", "Substance"})


def _subject_treatment(place: Place, frame: Frame) -> Link | None:
    """Return the treatment that is the subject of an earlier clause of the sentence."""
    for match in place.matches:
        concept = place.lexicon.concept(match.iri)
        head = place.sentence.tokens[match.end - 1]
        if (
            concept is not None
            and concept.kind in {"Treatment", "Product", "Procedure"}
            and head.dep in {"nsubj", "nsubjpass"}
        ):
            return Link(concept.label, match.iri)
    return None


def _compared(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun is what something is compared with."""
    return any(t.lower in {"than", "compared", "versus", "unlike", "opposed"} for t in sentence.ancestors(token.i))


def _comparison_qualifiers(place: Place, frame: Frame, target: Mention | None) -> tuple[Qualifier, ...]:
    """Return comparator and dimension of a comparison."""
    if frame.comparison is None or target is None:
        return ()
    found = [Qualifier("comparator", target.text, target.label, target.concept)]
    if frame.dimension is not None:
        named = link(place.sentence, frame.dimension, place.matches, place.lexicon)
        words = place.sentence.tokens[frame.dimension].text
        found.append(Qualifier("dimension", words, named.label, named.concept))
    return tuple(found)


def _cues(place: Place, frame: Frame, evidence: str) -> tuple[Qualifier, ...]:
    """Return the words that weaken, deny and ground a claim."""
    tokens = place.sentence.tokens
    found = [Qualifier("hedge", tokens[i].text, tokens[i].lemma) for i in frame.hedges]
    found += [Qualifier("negation", tokens[i].text, tokens[i].lower) for i in frame.negations]
    if evidence:
        found.append(Qualifier("evidence", evidence, evidence))
    return tuple(found)


def _words_in_text(text: str, sentence: Sentence, indices: Sequence[int]) -> str:
    """Return tokens as the document writes them: one stretch where they stand together, else joined by spaces."""
    if not indices:
        return ""
    if indices[-1] - indices[0] == len(indices) - 1:
        return text[sentence.tokens[indices[0]].start : sentence.tokens[indices[-1]].end]
    return sentence.words(list(indices))


def _span_of(sentence: Sentence, indices: Sequence[int]) -> tuple[int, int]:
    """Return the place of tokens that stand together, (-1, -1) otherwise."""
    if indices and indices[-1] - indices[0] == len(indices) - 1:
        return sentence.tokens[indices[0]].start, sentence.tokens[indices[-1]].end
    return -1, -1
