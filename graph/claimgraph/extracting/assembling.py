"""From frames to claims: words, concepts, polarity, certainty, voice, grounds, qualifiers and the proposition."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from claimgraph.extracting.circumstances import circumstances
from claimgraph.extracting.clauses import infinitive
from claimgraph.extracting.equating import equated_by
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.grounds import grounds
from claimgraph.extracting.labelling import in_words
from claimgraph.extracting.linking import Link, paired
from claimgraph.extracting.mentions import object_mention, parted, subject_mention
from claimgraph.extracting.outcomes import brings_outcome, treatment_for_experiencer
from claimgraph.extracting.phrases import conjuncts, graded, included, is_between, one_of
from claimgraph.extracting.place import Place
from claimgraph.extracting.predicating import core_predicate, deed, literal, predicate_text, relation_type
from claimgraph.extracting.propositions import Said, proposition
from claimgraph.extracting.qualifying import qualifiers
from claimgraph.extracting.quoting import span, words_in_text
from claimgraph.extracting.speaking import speaker
from claimgraph.extracting.weakening import unsure
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token
from claimgraph.model import Certainty, Claim, Mention, Polarity, Qualifier, Quote, Term

#: The most claims one frame may give by coordination.
MOST = 16


def claims(place: Place, frame: Frame) -> Iterator[Claim]:
    """Yield the claims of a frame, one for each coordinated subject and object.

    Args:
        place: the frame's sentence.
        frame: to make claims of.
    """
    if frame.rule != "elliptic" and (frame.subject is None or _about_speaker(place, frame, frame.subject)):
        return
    pairs = ((who, target) for who in _subjects(place, frame) for target in _objects(place, frame))
    for who, target in islice((pair for pair in pairs if pair[0] is None or pair[0] != pair[1]), MOST):
        own = (who, target) == (frame.subject, frame.object)
        one = frame if own else _denied_alone(place.sentence, replace(frame, subject=who, object=target), frame.object)
        for meant in _meant(place, one):
            claim = _claim(place, one, meant)
            if claim is not None:
                yield claim


def _denied_alone(sentence: Sentence, frame: Frame, first: int | None) -> Frame:
    """Return a frame, denied or affirmed where only its own coordinated object is.

    "Causes fading but not cracking" and "had two seats and no heater" deny the second, "not oil but grease" the first,
    "lime rather than cement" the second.
    """
    if frame.object is None or first is None or frame.object == first:
        return frame
    before = min(sentence.spans[frame.object][0], frame.object) - 1
    before -= before > 0 and sentence.tokens[before].pos == "ADP" and sentence.tokens[frame.object].dep == "pobj"
    inside = [k.i for k in sentence.kids(frame.object, "neg", "advmod", "preconj") if k.lower in _DENYING]
    found = inside or ([before] if before > 0 and sentence.tokens[before].lower in _DENYING else [])
    if not found and not frame.negations and not frame.context.flipped:
        found = [k.i for k in sentence.kids(frame.object, "det") if k.lower in {"no", "neither"}]
        instead = before > 0 and [t.lower for t in sentence.tokens[before - 1 : before + 1]] == ["rather", "than"]
        found = [before - 1] if instead else found
    if not found and _contrasted(sentence, first, frame.object):
        own = tuple(i for i in frame.negations if sentence.tokens[i].lower not in _DENYING | {"no"})
        return replace(frame, negations=own, affirmed=len(own) < len(frame.negations))
    new = tuple(i for i in found if i not in frame.negations)
    return replace(frame, negations=(*frame.negations, *new))


def _contrasted(sentence: Sentence, first: int, other: int) -> bool:
    """Say whether a coordinated word is set against the first: "oil but grease", "lame, only lazy"."""
    between = sentence.tokens[first + 1 : other]
    if any(t.lower == "but" and t.dep == "cc" for t in between):
        return True
    opening = [t.lower for t in between if t.text != ","][:1]
    return bool(opening) and opening[0] in _ONLY and between[0].text == ","


_ONLY = frozenset({"just", "only", "merely", "simply"})


_DENYING = frozenset({"not", "n't", "never"})


def _subjects(place: Place, frame: Frame) -> Sequence[int | None]:
    """Return the heads a frame is said of."""
    if frame.subject is None or frame.single:
        return [frame.subject]
    return conjuncts(place.sentence, frame.subject)


def _objects(place: Place, frame: Frame) -> Sequence[int | None]:
    """Return the heads a frame says something of its subject with: coordinated ones, and those it includes."""
    sentence = place.sentence
    if frame.object is None or frame.clause_object or is_between(sentence, frame.object):
        return [frame.object]
    if frame.comparison is not None:
        return [i for i in conjuncts(sentence, frame.object) if i == frame.object or not graded(sentence, i)]
    opens = "either" in sentence.lowers and sentence.kids(frame.object, "preconj", "det")
    plain = not (frame.negations or frame.hedges or frame.context.flipped)
    alternatives = any(k.lower == "either" for k in opens or ()) or (plain and one_of(sentence, frame.object))
    heads = [frame.object] if alternatives or parted(place, frame) else conjuncts(sentence, frame.object)
    heads = list(dict.fromkeys([*heads, *_behind_same_word(sentence, frame, place.english)]))
    heads = [i for i in heads if i == frame.object or equated_by(sentence, sentence.tokens[i], place.english) is None]
    return [*heads, *(i for head in heads for i in included(sentence, head, place.english))]


def _behind_same_word(sentence: Sentence, frame: Frame, english: English) -> list[int]:
    """Return the objects behind a preposition that is said again: "leads to stress but not to poor sleep"."""
    prep = sentence.tokens[frame.links[-1]] if frame.links else None
    if prep is None or prep.dep != "prep" or sentence.kid(prep.i, "pobj") is None:
        return []
    beside = [k for k in sentence.kids(prep.head, "prep") if k.i > prep.i and k.lower == prep.lower]
    commas = [k for k in beside if sentence.tokens[k.i - 1].text == ","]
    listed = [k for k in commas if sentence.kid(k.i, "conj") is not None]
    again = [k for p in (prep, *listed) for k in sentence.kids(p.i, "conj") if k.lower == prep.lower]
    joined = [k for k in (*beside, *sentence.kids(prep.head, "conj")) if k.lower == prep.lower and _joined(sentence, k)]
    nouns = (sentence.kid(p.i, "pobj") for p in (*listed, *again, *joined))
    things = [noun.i for noun in nouns if noun is not None and _is_thing(noun, english)]
    return [i for thing in things for i in conjuncts(sentence, thing)]


def _joined(sentence: Sentence, prep: Token) -> bool:
    """Say whether a conjunction, or a denial behind one, stands right before a preposition: "but not with"."""
    before = sentence.tokens[prep.i - 1]
    return before.dep == "cc" or (before.lower in _DENYING and sentence.tokens[prep.i - 2].dep == "cc")


def _is_thing(noun: Token, english: English) -> bool:
    """Say whether a noun behind a preposition names a thing: no pronoun, no time."""
    return noun.pos != "PRON" and noun.lemma not in english.of("argument.times", "argument.discourse")


def _meant(place: Place, frame: Frame) -> Sequence[Link | None]:
    """Return the concepts an object names at once ("thicker and greener grass"); None where it names one thing."""
    if frame.object is None or frame.clause_object:
        return (None,)
    named = paired(place.sentence, frame.object, place.lexicon)
    return named if len(named) > 1 else (None,)


def _about_speaker(place: Place, frame: Frame, subject: int) -> bool:
    """Say whether a frame only tells what the speaker thinks, feels or does with words, which claims nothing."""
    english, token = place.english, place.sentence.tokens[subject]
    verb = place.sentence.tokens[frame.verbs[0]] if frame.verbs else None
    lemma = verb.lemma if verb is not None else ""
    if token.lower in {"i", "we"}:
        said = frame.object is None or frame.clause_object
        telling = lemma in english.without("report_verbs", "voice.witnessing") and not _bids(place, frame, lemma)
        wonders = (
            lemma in english["clause.longing"] and place.sentence.tokens[frame.head].lemma in english["voice.thinking"]
        )
        return lemma in english["voice.thinking"] or wonders or (said and telling)
    bare = verb is not None and (verb.tag == "VB" or verb.lower == "be")
    if token.lower == "you" and verb is not None and bare and place.sentence.kid(verb.i, "aux") is None:
        return True
    if token.lower not in english["second_person"] or frame.comparison is not None:
        return False
    return lemma in english.of("voice.thinking", "voice.inviting")


def _bids(place: Place, frame: Frame, lemma: str) -> bool:
    """Say whether a frame tells what the speaker advises others to do, a claim: "we advise owners to stay"."""
    if frame.object is None or not frame.clause_object or lemma not in place.english["clause.bidding"]:
        return False
    sentence = place.sentence
    doing = sentence.tokens[frame.object]
    whom = sentence.kid(doing.i, "nsubj") or sentence.kid(frame.verbs[0], "dobj")
    return infinitive(sentence, doing) and whom is not None and whom.pos in {"NOUN", "PROPN"}


def _claim(place: Place, frame: Frame, meant: Link | None) -> Claim | None:
    """Return the claim of a frame with one subject and one object, which names a concept where one is given."""
    sentence, text = place.sentence, place.document.text
    first, last = span(sentence, frame)
    behind = sentence.tokens[-1].end if last < sentence.joint else -1
    labelled = frame.context.flipped and first == 0 <= sentence.refuted
    start = sentence.refuted if labelled else sentence.tokens[first].start
    quote = Quote.cut(text, start, max(sentence.tokens[last].end, frame.until, behind))
    who, target = subject_mention(place, frame), object_mention(place, frame)
    if who is None or not all(map(_names, (who, target))):
        return None
    if target is not None and frame.rule == "elliptic" and target.label == who.label:
        return None
    if target is not None and meant is not None:
        target = replace(target, label=meant.label, concept=meant.concept)
    who = treatment_for_experiencer(place, frame, who, target)
    evidence, cue = grounds(quote.exact, text[sentence.start : sentence.end], denied=frame.context.flipped)
    told = (
        *qualifiers(place, frame, (first, last)),
        *_comparison_qualifiers(place, frame, target),
        *_cues(place, frame, cue),
    )
    found = tuple(dict.fromkeys(told))
    if target is None and _says_little(place, frame, found):
        return None
    relation = _relation(place, frame, who, target)
    predicate = _predicate(place, frame, relation)
    parts = [(m.start, m.end) for m in (who, predicate, target) if m is not None and m.start >= 0]
    found = (*found, *dict.fromkeys(circumstances(place, frame, (first, last), parts, found)))
    return Claim(
        document=place.document.stem,
        quote=_whole(text, quote, parts),
        subject=who,
        predicate=predicate,
        object=target,
        polarity=_polarity(frame),
        certainty=_certainty(place, frame),
        voice=speaker(sentence, frame, place.english, lambda i: _resolved_label(place, i)),
        evidence=evidence,
        qualifiers=found,
        content=proposition(place, frame, Said(who, relation, target, found)),
        rule=frame.rule,
    )


def _whole(text: str, quote: Quote, parts: Sequence[tuple[int, int]]) -> Quote:
    """Return a quote that cuts none of a claim's parts in two: one that begins or ends inside it is taken in whole."""
    if all(quote.start <= a and b <= quote.end for a, b in parts):
        return quote
    start = min((a for a, b in parts if a < quote.start < b), default=quote.start)
    end = max((b for a, b in parts if a < quote.end < b), default=quote.end)
    return Quote.cut(text, start, end)


def _names(mention: Mention | None) -> bool:
    """Say whether a mention names something: more than a mark or an article, which is all that is left of a slip."""
    words = mention.text.lower() if mention is not None else ""
    return not words or (words not in {"a", "an", "the"} and (words[0].isalnum() or any(map(str.isalnum, words))))


def _relation(place: Place, frame: Frame, who: Mention, target: Mention | None) -> Term:
    """Return the relation type that a frame's predicate expresses, or its key where the pack has none."""
    label, concept = relation_type(place.sentence, frame, place.lexicon)
    if who.resolved is not None and frame.rule != "elliptic" and brings_outcome(place, frame, target):
        label, concept = core_predicate("achieves", label, place.lexicon)
    return Term(label, concept)


def _predicate(place: Place, frame: Frame, relation: Term) -> Mention:
    """Return the mention of a frame's predicate, by words of its own."""
    indices = predicate_text(place.sentence, frame, place.english)
    words, start, end = words_in_text(place.document.text, place.sentence, indices)
    if (doing := deed(place.sentence, frame)) is not None:
        label = " ".join((place.sentence.tokens[doing].lemma, in_words(place.sentence, indices[1:])))
    else:
        label = literal(place.sentence, frame, relation, place.lexicon)
    return Mention(words, label, relation.concept, None, start, end)


def _resolved_label(place: Place, index: int) -> str:
    """Return what a pronoun that speaks stands for, "" where nothing fits."""
    found = place.resolve(index)
    return found.label if found else ""


def _says_little(place: Place, frame: Frame, found: Sequence[Qualifier]) -> bool:
    """Say whether a light verb with nothing behind it is all there is: "give or take", a speaker's "I would"."""
    verb = place.sentence.tokens[frame.head]
    told = any(q.kind not in {"hedge", "negation", "evidence"} for q in found)
    told = told or any(k.dep in {"advmod", "prt", "prep"} for k in place.sentence.kids(verb.i)) or frame.passive
    fares = any(place.sentence.tokens[i].lower in place.english["predicate.faring"] for i in frame.links)
    light = verb.lemma in place.english["predicate.light_verbs"] and not told
    empty = (verb.lemma in {"do", "take"} and not fares) or light
    who = place.sentence.tokens[frame.subject].lower if frame.subject is not None else ""
    bare = verb.tag == "MD" and who in {"i", "we"}
    return (empty or bare) and frame.rule == "clause"


def _polarity(frame: Frame) -> Polarity:
    """Return a frame's polarity: every denial turns it round once."""
    denied = len(frame.negations) % 2 == 1
    return Polarity.NEGATIVE if denied ^ frame.context.flipped else Polarity.POSITIVE


def _certainty(place: Place, frame: Frame) -> Certainty:
    """Return how firmly a frame is said, by its weakest cue."""
    speculations = place.english["speculations"]
    denied = len(frame.negations) % 2 == 1 or frame.context.flipped
    able = {"can", "ca", "could"} if denied else set()
    cues = [t for t in (place.sentence.tokens[i] for i in frame.hedges) if t.lower not in able]
    if frame.context.speculative or any(t.lower in speculations or t.lemma in speculations for t in cues):
        return Certainty.SPECULATIVE
    return Certainty.HEDGED if cues or unsure(place, frame) else Certainty.ASSERTED


def _comparison_qualifiers(place: Place, frame: Frame, target: Mention | None) -> tuple[Qualifier, ...]:
    """Return comparator and dimension of a comparison."""
    if frame.comparison is None or target is None:
        return ()
    comparator = Qualifier("comparator", target.text, target.label, target.concept)
    if frame.dimension is None:
        return (comparator,)
    return (comparator, _dimension(place, frame.dimension))


def _dimension(place: Place, index: int) -> Qualifier:
    """Return what is compared, with what it is a measure of: "rates of burnout"."""
    sentence, named = place.sentence, place.link(index, complete=False)
    of = next((k for k in sentence.kids(index, "prep") if k.lower == "of" and k.i == index + 1), None)
    noun = sentence.kid(of.i, "pobj") if of is not None else None
    words = place.text(index, noun.i) if noun is not None else sentence.tokens[index].text
    return Qualifier("dimension", words, named.label, named.concept)


def _cues(place: Place, frame: Frame, evidence: str) -> tuple[Qualifier, ...]:
    """Return the words that weaken, deny and ground a claim."""
    tokens = place.sentence.tokens
    hedges = (Qualifier("hedge", tokens[i].text, tokens[i].lemma) for i in frame.hedges)
    negations = (Qualifier("negation", tokens[i].text, tokens[i].lower) for i in frame.negations)
    return (*hedges, *negations, *([Qualifier("evidence", evidence, evidence)] if evidence else []))
