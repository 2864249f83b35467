"""What narrows a claim: whom it is about, compared with what, how much, when, where, under what condition."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimgraph.extracting.clauses import SUBJECTS, comes_of, first_conjunct, told_of, verb_above
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.labelling import in_name
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.linking import Link
from claimgraph.extracting.phrases import conjuncts, phrase
from claimgraph.extracting.place import Place
from claimgraph.extracting.quantities import Measure, measures
from claimgraph.knowledge.english import English
from claimgraph.knowledge.units import units
from claimgraph.language.parsed import Sentence, SentenceKind, Token
from claimgraph.model import Qualifier


def qualifiers(place: Place, frame: Frame, span: tuple[int, int]) -> tuple[Qualifier, ...]:
    """Return the qualifiers of a frame, each once: quantities, phrases, conditions.

    Args:
        place: the frame's sentence.
        frame: what is qualified.
        span: first and last token index of the frame's clause.
    """
    found = [*_numbers(place, frame, span), *_phrases(place, frame), *_conditions(place, frame)]
    found += [*_manner(place, frame), *_amount(place, frame)]
    return tuple({(q.kind, q.text): q for q in found}.values())


def _numbers(place: Place, frame: Frame, span: tuple[int, int]) -> Iterator[Qualifier]:
    """Yield the quantities inside a frame's clause."""
    sentence, start = place.sentence, place.sentence.tokens[span[0]].start
    text = place.text(*span)
    plain = text.replace("–", "-").replace("—", "-").replace("\u00a0", " ")
    if not _has_digit(plain) and not _counting(sentence.tokens[span[0] : span[1] + 1]):
        return
    for measure in _measures(plain):
        if _of_another(sentence, frame, start + measure.start) or plain[measure.end :].startswith((".m", ". m")):
            continue
        bare = measure.quantity.unit == "1"
        if bare and (_names(sentence, start + measure.start) or not _counts(sentence, start + measure.end)):
            continue
        kind = _number_kind(plain, measure, place.english)
        if kind == "population" and _ages_thing(place, frame, start + measure.start):
            kind = "quantity"
        noun = _counted_noun(sentence, start + measure.start, start + measure.end) if bare else None
        over = _beyond(sentence, start + measure.end) if bare and noun is None else 0
        end = noun.end - start if noun is not None else measure.end - over
        label = _number_label(measure, noun.lower if noun is not None else "" if over else measure.counted)
        yield Qualifier(kind, text[measure.start : end].strip(), label, None, measure.quantity)


@lru_cache(maxsize=64)
def _measures(text: str) -> tuple[Measure, ...]:
    """Return the quantities of a text; the claims of one sentence ask for the same texts again and again."""
    return tuple(measures(text))


def _counting(words: Sequence[Token]) -> bool:
    """Say whether any of some words may be a number or a share."""
    fractions = units().fractions
    return any(word.pos == "NUM" or word.lower == "half" or word.lemma in fractions for word in words)


def _has_digit(text: str) -> bool:
    """Say whether a text holds a digit, be it a raised one."""
    return _DIGIT.search(text) is not None or (not text.isascii() and any(map(str.isdigit, text)))


_DIGIT = re.compile("[0-9]")


def _counted_noun(sentence: Sentence, start: int, end: int) -> Token | None:
    """Return the noun that a bare number counts, where other words stand between: "two wind turbines"."""
    number = next((t for t in sentence.tokens if start <= t.start < end and t.dep == "nummod"), None)
    noun = sentence.tokens[number.head] if number is not None else None
    return noun if noun is not None and noun.end > end and noun.tag in {"NN", "NNS"} else None


def _beyond(sentence: Sentence, end: int) -> int:
    """Return how far a number has taken in the word behind it, which it does not count: "over 50 lost"."""
    last = next((t for t in sentence.tokens if t.end == end), None)
    return last.end - last.start if last is not None and last.pos in {"VERB", "AUX", "ADP", "DET", "SCONJ"} else 0


def _manner(place: Place, frame: Frame) -> Iterator[Qualifier]:
    """Yield how quickly or how fully a frame's verb holds: "works quickly", "heals completely"."""
    for adverb in place.sentence.kids(frame.head, "advmod") if frame.verbs else ():
        if adverb.lower in place.english["qualifier.manners"]:
            degree = (
                k.i for k in place.sentence.kids(adverb.i, "advmod") if k.lower in place.english["qualifier.nearly"]
            )
            text = place.text(min(degree, default=adverb.i), adverb.i)
            yield Qualifier("manner", text, text.lower())


def _amount(place: Place, frame: Frame) -> Iterator[Qualifier]:
    """Yield the amount of an object that is told by a word: "small amounts of salt", "high levels of lead"."""
    if frame.object is None or frame.clause_object:
        return
    noun = place.sentence.tokens[frame.object]
    if noun.lemma not in place.english["qualifier.amounts"]:
        return
    for size in place.sentence.kids(noun.i, "amod"):
        if size.lower in place.english["qualifier.sizes"]:
            yield Qualifier("quantity", place.text(size.i, noun.i), f"{size.lower} {noun.lemma}")


def _ages_thing(place: Place, frame: Frame, start: int) -> bool:
    """Say whether an age is that of a subject which is no person: "the boiler is 17 years old"."""
    sentence = place.sentence
    if "old" not in sentence.lowers or frame.subject is None:
        return False
    subject, number = sentence.tokens[frame.subject], next(t for t in sentence.tokens if t.end > start)
    old = next((t for t in sentence.ancestors(number.i) if t.lower == "old"), None)
    own = old is not None and old.head in {subject.i, frame.head, *frame.verbs}
    people = place.english.of("person_nouns", "kin_and_trades", "reference.people", "group_words")
    return own and subject.tag in {"NN", "NNS"} and subject.lemma not in people


def _of_another(sentence: Sentence, frame: Frame, start: int) -> bool:
    """Say whether a number belongs to another clause that the quote only passes over, or to what is beside an end."""
    token = next((t for t in sentence.tokens if t.end > start), None)
    if token is None or any(_beside(sentence, token, end) for end in (frame.subject, frame.object)):
        return token is not None
    verb = verb_above(sentence, token.i)
    if verb is not None and frame.clause_object and verb.i == frame.object and sentence.kid(verb.i, *SUBJECTS):
        return True
    if verb is None or not frame.verbs or verb.i in {*frame.verbs, frame.head}:
        return False
    first = sentence.tokens[frame.verbs[0]]
    if (first.dep == "conj" and first.head == verb.i) or (verb.dep == "conj" and verb.head in frame.verbs):
        return True
    return _in_aside(sentence, frame, token) or _between_ends(sentence, frame, token, verb)


def _in_aside(sentence: Sentence, frame: Frame, token: Token) -> bool:
    """Say whether a word stands in a relative clause that only adds something, below the frame's own verbs."""
    own = {*frame.verbs, frame.head}
    for above in sentence.ancestors(token.i):
        if above.i in own:
            return False
        if above.dep == "relcl" and sentence.tokens[sentence.spans[above.i][0] - 1].text == ",":
            return True
    return False


def _beside(sentence: Sentence, token: Token, end: int | None) -> bool:
    """Say whether a word is of what a subject or object is coordinated with: the "12" of "12 mugs and a plate"."""
    if end is None:
        return False
    noun = sentence.tokens[end]
    heads = conjuncts(sentence, first_conjunct(sentence, noun).i)
    if len(heads) < _PAIR or end not in heads:
        return False
    nearest = next((t.i for t in (token, *sentence.ancestors(token.i)) if t.i in heads), end)
    return nearest != end and token.i in phrase(sentence, nearest)


#: The fewest things that are coordinated.
_PAIR = 2


def _between_ends(sentence: Sentence, frame: Frame, token: Token, verb: Token) -> bool:
    """Say whether a word behind the subject is of a clause above the frame's: "cost £9, sold in boxes"."""
    if frame.subject is None or token.i in phrase(sentence, frame.subject):
        return False
    above = any(t.i == verb.i for t in sentence.ancestors(frame.verbs[0]))
    return above and frame.subject < token.i < frame.verbs[0]


def _names(sentence: Sentence, start: int) -> bool:
    """Say whether a number names one of a series behind its noun, and counts nothing: "type 2", "phase 3"."""
    token = next((t for t in sentence.tokens if t.start == start), None)
    return token is not None and in_name(sentence, token)


def _counts(sentence: Sentence, end: int) -> bool:
    """Say whether a bare number counts something: a noun stands at its end or right behind it."""
    near = [t for t in sentence.tokens if t.start < end + 24 and t.end >= end]
    return any((t.pos in {"NOUN", "PROPN"} and t.dep not in {"compound"}) or t.tag == "NNS" for t in near[:3])


#: The longest label of a condition, in characters.
_LONGEST = 80

#: From how many grams on a mass is no dose.
_HEAVY = 1000

#: What a quantity of a dimension tells wherever it stands.
_DIMENSIONS = (("money", "money"), ("share", "share"), ("mass", "dose"), ("dose", "dose"), ("concentration", "dose"))


def _number_kind(text: str, measure: Measure, english: English) -> str:
    """Return what a quantity tells, by its dimension and the words around it."""
    before = text[max(0, measure.start - 24) : measure.start].lower().rstrip()
    after = text[measure.end : measure.end + 16].lower()
    dimension = measure.quantity.dimension
    if dimension == "time":
        return _time_kind(before, after, english)
    known = next((kind for name, kind in _DIMENSIONS if name == dimension), None)
    if dimension == "mass" and (measure.quantity.low or measure.quantity.high or 0) >= _HEAVY:
        return "quantity"
    return known or _count_kind(before, after, measure, english)


def _count_kind(before: str, after: str, measure: Measure, english: English) -> str:
    """Return what a bare number or rate tells."""
    if measure.quantity.dimension == "rate":
        return "frequency"
    if measure.counted in english["qualifier.sessions"]:
        return "sessions"
    if before.endswith(tuple(english["qualifier.aged"])) and measure.counted not in {"times", "time"}:
        return "population"
    repeated = measure.counted in {"times", "time"} and after.startswith((" a ", " per ", " daily"))
    return "frequency" if repeated else "quantity"


def _time_kind(before: str, after: str, english: English) -> str:
    """Return whether a stretch of time is a moment, a duration, a frequency or an age."""
    if before.endswith(tuple(english["qualifier.every"])):
        return "frequency"
    if before.endswith(tuple(english["qualifier.lasting"])) or after.startswith(("-long", " long")):
        return "duration"
    return "population" if "old" in after[:6] or "of age" in after[:8] else "time"


def _number_label(measure: Measure, counted: str) -> str:
    """Return a quantity in its base unit, as text."""
    quantity = measure.quantity
    bounds = [f"{b:g}" if b is not None else "" for b in (quantity.low, quantity.high)]
    number = bounds[0] if bounds[0] == bounds[1] else f"{bounds[0]}..{bounds[1]}"
    unit = counted if quantity.unit == "1" else quantity.unit
    return f"{number} {unit}".strip()


def _phrases(place: Place, frame: Frame) -> Iterator[Qualifier]:
    """Yield the prepositional phrases of a frame that tell for whom, where, for what, compared with what."""
    sentence = place.sentence
    used = {frame.subject, frame.object}
    for prep in _prepositions(sentence, frame):
        noun = sentence.kid(prep.i, "pobj")
        if noun is None and (inner := sentence.kid(prep.i, "prep")) is not None:
            noun = sentence.kid(inner.i, "pobj")
        named_so = noun is not None and noun.tag == sentence.tokens[prep.head].tag == "NNP"
        if noun is None or noun.i in used or prep.i in frame.links or (named_so and prep.lower in {"for", "of"}):
            continue
        if _denied_or_outcome(sentence, prep, place.english):
            continue
        named = place.link(noun.i, complete=False)
        kind = _phrase_kind(sentence, prep, noun, named, place.lexicon)
        if kind == "population" and (_whole_of_share(sentence, noun) or _whom_to(sentence, prep, frame, place.english)):
            continue
        if kind:
            words = _before_examples(sentence, noun)
            last = max(words[-1], *(phrase(sentence, head)[-1] for head in conjuncts(sentence, noun.i)[1:]), noun.i)
            yield Qualifier(kind, place.text(words[0], last), named.label, named.concept)


def _whole_of_share(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun is counted by the whole of a share: the adults of "1 in 40 adults"."""
    number = sentence.kid(noun.i, "nummod")
    before = sentence.tokens[max(0, (number or noun).i - 2) : (number or noun).i]
    return number is not None and [t.lower for t in before[1:]] == ["in"] and before[0].tag == "CD"


def _whom_to(sentence: Sentence, prep: Token, frame: Frame, english: English) -> bool:
    """Say whether people are those to whom others are brought, not of whom a claim holds: "refer you to a surgeon"."""
    if prep.lower != "to" or frame.object is None:
        return False
    brought = sentence.tokens[frame.object]
    return brought.lower in english.of("first_person", "second_person") or brought.lemma in english["person_nouns"]


def _denied_or_outcome(sentence: Sentence, prep: Token, english: English) -> bool:
    """Say whether a phrase tells where something is not so ("not in people"), or what becomes of a thing."""
    opening = sentence.tokens[max(0, prep.i - 1)]
    if opening.i < prep.i and (opening.dep == "neg" or opening.lower == "not"):
        return True
    return prep.lower == "into" and sentence.tokens[prep.head].lemma in english["qualifier.transforming"]


def _before_examples(sentence: Sentence, noun: Token) -> list[int]:
    """Return the words of a phrase up to the examples behind it, which may be of another noun: "including PRP"."""
    words = phrase(sentence, noun.i)
    if "including" not in sentence.lowers:
        return words
    return [i for i in words if all(sentence.tokens[k].lower != "including" for k in range(noun.i, i + 1))]


def _prepositions(sentence: Sentence, frame: Frame) -> Iterator[Token]:
    """Yield the prepositions that hang on a frame's verbs, its head, its object and what the subject is "in"."""
    places = [*dict.fromkeys((*frame.verbs, frame.head, *frame.links))]
    if frame.object is not None:
        places += phrase(sentence, frame.object)
    if frame.subject is not None and frame.subject < (frame.verbs[0] if frame.verbs else frame.head):
        places += [frame.subject]
    seen: set[int] = set()
    for place in places:
        for kid in sentence.kids(place, "prep", "advcl", "advmod") if sentence.tokens[place].kids else ():
            if kid.i not in seen and (kid.dep == "prep" or kid.lower in {"compared"}):
                seen.add(kid.i)
                yield kid


def _is_time(sentence: Sentence, noun: Token, english: English) -> bool:
    """Say whether a noun is a time or an amount of it: "hours", "a number of hours", the "mid" of "mid-January"."""
    beside = sentence.kids(noun.head, "pobj")
    of = (sentence.kid(k.i, "pobj") for k in sentence.kids(noun.i, "prep") if k.lower == "of")
    times = english["argument.times"]
    return any(k is not None and (k.lemma in times or k.lower in times) for k in (noun, *beside, *of))


def _phrase_kind(sentence: Sentence, prep: Token, noun: Token, named: Link, lexicon: Lexicon) -> str | None:
    """Return what a prepositional phrase tells, None where it only rounds off the sentence."""
    english = lexicon.english
    concept = lexicon.concept(named.concept)
    kind = concept.kind if concept else None
    if prep.lower in english["qualifier.compared"]:
        return "comparator"
    people = kind == "Population" or noun.lemma in english["person_nouns"]
    if people and prep.lower in english["qualifier.people"]:
        return "population" if prep.lower not in english["qualifier.owners"] else None
    if prep.lower in {"in", "on", "into", "to", "at", "within"} and kind in {"Anatomy", "Cell"}:
        return "site"
    if prep.lower == "for" and noun.pos in {"NOUN", "PROPN"} and not _is_time(sentence, noun, english):
        other = english.of("qualifier.sessions", "qualifier.no_purposes", "voice.taking_sides", "first_person")
        return "purpose" if noun.lemma not in other and units().unit(noun.lower) is None else None
    if prep.lower in {"in", "during"} and kind == "Condition":
        return "condition"
    where = prep.lower in {"in", "at"} and not _is_time(sentence, noun, english)
    return "place" if where and noun.pos == "PROPN" and named.concept is None else None


def _concedes(sentence: Sentence, clause: Token, english: English) -> bool:
    """Say whether a clause is no condition: "even if it rains", "especially when wet", "if you remember"."""
    first = sentence.spans[clause.i][0]
    opening = sentence.tokens[max(0, first - 1) : first + 2]
    even = any(t.lower == "even" or t.lower in english["circumstance.above_all"] for t in opening)
    who = sentence.kid(clause.i, "nsubj")
    asked = who is not None and who.lower in english["second_person"]
    word = sentence.kid(clause.i, "acomp") or clause
    recalls = clause.tag == "VBG" and who is None and clause.lemma in english["voice.thinking"]
    return even or recalls or (asked and word.lemma in english["qualifier.asides"])


def _shared_conditions(sentence: Sentence, frame: Frame) -> Iterator[Token]:
    """Yield the clauses that open a sentence and so hold for all its coordinated verbs: "if it rains, A and B"."""
    here = sentence.tokens[frame.verbs[0] if frame.verbs else frame.head]
    if (be := told_of(sentence, here)) is not None:
        yield from (clause for clause in sentence.kids(be.i, "advcl") if clause.i < be.i)
    while here.dep in {"conj", "pcomp", "prep"} and here.head != here.i:
        here = sentence.tokens[here.head]
        for clause in sentence.kids(here.i, "advcl"):
            if clause.i < here.i:
                yield clause


def _done_before(place: Place, frame: Frame) -> Iterator[Qualifier]:
    """Yield what an instruction tells to do as the condition of what comes of it: "stop at 80% and it will last"."""
    clause = place.sentence.tokens[frame.verbs[0] if frame.verbs else frame.head]
    if comes_of(place.sentence, clause, place.english):
        joint = place.sentence.kid(clause.head, "cc")
        text = place.text(0, joint.i - 1).strip(" ,.;") if joint is not None and joint.i else ""
        yield Qualifier("condition", text, text.lower()[:_LONGEST])


def _conditions(place: Place, frame: Frame) -> Iterator[Qualifier]:
    """Yield the conditions a frame is said under: "if taken daily", "when used at night"."""
    sentence = place.sentence
    if sentence.kind is SentenceKind.INSTRUCTION:
        yield from _done_before(place, frame)
    if sentence.lowers.isdisjoint(place.english["qualifier.conditions"]):
        return
    own = [clause for verb in frame.verbs for clause in sentence.kids(verb, "advcl")]
    for clause in (*own, *_shared_conditions(sentence, frame)):
        marks = {k.lower for k in sentence.kids(clause.i, "mark", "advmod")}
        if marks & place.english["qualifier.conditions"]:
            if _concedes(sentence, clause, place.english):
                continue
            opening = min(
                k.i
                for k in sentence.kids(clause.i, "mark", "advmod")
                if k.lower in place.english["qualifier.conditions"]
            )
            if sentence.tokens[max(0, opening - 1)].lower == "as":
                continue
            indices = [i for i in sentence.spans[clause.i] if i >= opening]
            across = indices[0] < sentence.joint <= indices[-1]
            text = sentence.words(indices) if across else place.text(indices[0], indices[-1])
            text = text.strip(" ,.;")
            if text.lower() not in place.english["clause.unsure"]:
                yield Qualifier("condition", text, text.lower()[:_LONGEST])
