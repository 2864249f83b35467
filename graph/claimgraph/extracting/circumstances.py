"""What else a clause says of its predicate: how, where, to whom, since when, to what end.

What the other qualifiers do not name is kept in the words of the text, so that a reader of the claim loses nothing of
the sentence; propositions meet without it.
"""

from collections.abc import Iterator, Sequence

from claimgraph.extracting.clauses import SUBJECTS, VERBAL, between_commas, during, infinitive, meanwhile, told_of
from claimgraph.extracting.context import done_so
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.phrases import phrase
from claimgraph.extracting.place import Place
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token
from claimgraph.model import Qualifier

#: The longest circumstance that is kept, in words.
_LONGEST = 24
_ADJUNCTS = ("advmod", "npadvmod", "prep", "dative", "advcl", "xcomp", "prt", "acomp", "oprd", "dobj")
_INSTEAD = (["rather", "than"], ["instead", "of"])
_OPENING = frozenset({"well", "first", "now", "second", "third", "today"})
_EDGES = frozenset({"PUNCT", "SPACE", "CCONJ"})


def circumstances(
    place: Place, frame: Frame, span: tuple[int, int], told: Sequence[tuple[int, int]], found: Sequence[Qualifier]
) -> Iterator[Qualifier]:
    """Yield what a frame's clause says besides its subject, predicate, object and other qualifiers.

    Args:
        place: the frame's sentence.
        frame: whose circumstances are asked for.
        span: first and last token index of the frame's quote.
        told: where subject, predicate and object stand, as offsets in the document.
        found: the qualifiers found so far.
    """
    if frame.comparison is not None or frame.rule == "apposition":
        return
    sentence = place.sentence
    if frame.rule == "existential":
        yield from _of_existence(place, frame, found)
        return
    yield from _where(place, frame)
    yield from _seldom(place, frame)
    yield from _other_ways(place, frame)
    verbs = dict.fromkeys((*frame.verbs, frame.head, *_complements(sentence, frame), *_particles(sentence, frame)))
    taken = {*frame.verbs, *frame.links, *frame.negations, *frame.hedges, *frame.extra, frame.subject, frame.object}
    shared = _shared(sentence, frame)
    for kid in (*(k for verb in verbs for k in sentence.kids(verb, *_ADJUNCTS)), *shared):
        words = _words(sentence, kid) if kid.i not in taken else []
        within = words and (span[0] <= words[0] <= words[-1] <= span[1] or _bounds(sentence, kid, words, place.english))
        if not (within or (words and kid in shared)):
            continue
        start, end = sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end
        overlapping = any(start < stop and begin < end for begin, stop in told)
        if overlapping or not _tells(sentence, kid, words, place.english):
            continue
        text = place.text(words[0], words[-1])
        if not _told(text, found) and text.lower() not in place.english["clause.unsure"]:
            yield Qualifier("circumstance", text, text.lower())


def _of_existence(place: Place, frame: Frame, found: Sequence[Qualifier]) -> Iterator[Qualifier]:
    """Yield the phrases that stand before "there is": when, where or why something exists."""
    sentence, verb = place.sentence, frame.verbs[0]
    there = sentence.kid(verb, "expl")
    end = there.i if there is not None else 0
    for kid in sentence.kids(verb, "prep", "npadvmod"):
        words = _words(sentence, kid) if kid.i < end else []
        inside = words and words[-1] < end and not {frame.subject, frame.object, *frame.links} & set(words)
        if inside and _tells(sentence, kid, words, place.english):
            text = place.text(words[0], words[-1])
            if not _told(text, found):
                yield Qualifier("circumstance", text, text.lower())


def _seldom(place: Place, frame: Frame) -> Iterator[Qualifier]:
    """Yield what denies a predicate for some times alone: "rarely", "no longer"."""
    for i in frame.negations if frame.verbs else ():
        before, token = place.sentence.tokens[max(0, i - 1)], place.sentence.tokens[i]
        if token.lower in place.english["circumstance.seldom"]:
            yield Qualifier("circumstance", token.text, token.lower)
        elif (before.lower, token.lower) == ("no", "longer"):
            yield Qualifier("circumstance", place.text(before.i, i), "no longer")


def _where(place: Place, frame: Frame) -> Iterator[Qualifier]:
    """Yield the place that a clause with "where" tells of: "in a hospital" of "in a hospital, where rates rise"."""
    sentence = place.sentence
    verb = sentence.tokens[frame.verbs[0]] if frame.verbs else None
    if verb is None or verb.dep != "relcl" or all(k.lower != "where" for k in sentence.kids(verb.i, "advmod")):
        return
    noun = sentence.tokens[verb.head]
    prep = sentence.tokens[noun.head]
    if noun.dep == "pobj" and prep.lower in {"in", "on", "at", "near"}:
        text = place.text(prep.i, phrase(sentence, noun.i)[-1])
        yield Qualifier("circumstance", text, text.lower())


def _other_ways(place: Place, frame: Frame) -> Iterator[Qualifier]:
    """Yield what is said besides of the way to an object: "or by bus" of "come on foot or by bus"."""
    sentence = place.sentence
    for link in frame.links:
        joint, other = sentence.kid(link, "cc"), sentence.kid(link, "conj")
        if joint is not None and other is not None and other.tag == "IN" and sentence.kid(other.i, "pobj") is not None:
            text = place.text(joint.i, sentence.spans[other.i][-1])
            yield Qualifier("circumstance", text, text.lower())


def _shared(sentence: Sentence, frame: Frame) -> list[Token]:
    """Return the phrases that open a sentence and so hold for its coordinated clauses: "with age, A thins and B fades".

    So do those before "there is no proof that A thins". What goes on with "but", in another tense, or with such a
    phrase of its own, is not said under them.
    """
    last = sentence.tokens[frame.verbs[0]] if frame.verbs else None
    if last is not None and (be := told_of(sentence, last)) is not None:
        there = sentence.kid(be.i, "expl")
        return [k for k in sentence.kids(be.i, "prep") if there is not None and k.i < there.i]
    if last is None or last.dep != "conj":
        return []
    first = last
    while first.dep == "conj" and first.head != first.i:
        first = sentence.tokens[first.head]
        if sentence.has(first.i, _TURNING, "cc"):
            return []
    if first.pos not in VERBAL or _is_past(sentence, first) != _is_past(sentence, last) or _opening(sentence, last):
        return []
    return _opening(sentence, first)


def _opening(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the prepositional phrases that open a clause and that a comma sets off."""
    who = sentence.kid(verb.i, *SUBJECTS)
    before = sentence.kids(verb.i, "prep") if who is not None else []
    ends = ((k, sentence.spans[k.i][-1] + 1) for k in before)
    return [k for k, end in ends if who is not None and end < who.i and sentence.tokens[end].text == ","]


def _is_past(sentence: Sentence, verb: Token) -> bool:
    """Say whether the first word of a verb's chain is in the past."""
    first = next(iter(sentence.kids(verb.i, "aux", "auxpass")), verb)
    return first.tag == "VBD"


_TURNING = frozenset({"but", "yet", "or", "while", "whereas"})


def _complements(sentence: Sentence, frame: Frame) -> list[int]:
    """Return the adjectives between a predicate and its object, on which adjuncts may hang too."""
    return [i for i in frame.links if sentence.tokens[i].pos == "ADJ"]


def _particles(sentence: Sentence, frame: Frame) -> list[int]:
    """Return the adverbs that belong to a predicate, on which adjuncts may hang too: "went back to work"."""
    return [i for i in frame.extra if sentence.tokens[i].pos in {"ADV", "ADP"}]


def _words(sentence: Sentence, kid: Token) -> list[int]:
    """Return the words of an adjunct, punctuation and connectives at its ends left out."""
    words = list(sentence.spans[kid.i])
    if words[0] > 1 and [t.lower for t in sentence.tokens[words[0] - 2 : words[0]]] in _INSTEAD:
        words = [words[0] - 2, words[0] - 1, *words]
    while words and sentence.tokens[words[0]].pos in _EDGES:
        words.pop(0)
    while words and sentence.tokens[words[-1]].pos in _EDGES:
        words.pop()
    rating = all(sentence.tokens[i].text in _STARS for i in words)
    return words if len(words) <= _LONGEST and not rating else []


#: Signs that rate what a text is about.
_STARS = frozenset({"★", "☆", "⭐", "*"})


def _tells(sentence: Sentence, kid: Token, words: Sequence[int], english: English) -> bool:
    """Say whether an adjunct says something of the matter: no connective, no doubt or denial, no clause of its own."""
    if kid.dep in {"advcl", "xcomp"}:
        if _bounds(sentence, kid, words, english):
            return True
        own = sentence.kid(kid.i, *SUBJECTS, "mark") is not None
        goes_on = kid.tag == "VBG" and words[0] == kid.i and kid.i > kid.head
        goes_on = goes_on and sentence.tokens[kid.i - 1].text not in {",", "—", "-"}
        return (not own and ((infinitive(sentence, kid) or kid.dep == "advcl") and kid.tag == "VB")) or goes_on
    if kid.dep == "prep":
        noun = sentence.kid(kid.i, "pobj")
        aside = noun is not None and noun.lemma in english["argument.discourse"] and len(words) <= 3
        eyes = noun is not None and kid.i < kid.head and noun.lemma in english["voice.taking_sides"]
        rid = kid.lower == "of" and sentence.tokens[kid.head].lemma in english["clause.depriving"]
        connects = kid.lower in english["circumstance.connecting"] and not rid
        return not aside and not eyes and not connects and kid.lower != "than"
    if kid.dep == "advmod":
        following = sentence.tokens[words[-1] + 1].text if words[-1] + 1 < len(sentence.tokens) else ""
        set_off = len(words) == 1 and (words[0] == 0 or following == ",")
        how = _tells_how(sentence, kid, words) and kid.head < kid.i
        said = (kid.lower in english["circumstance.connecting"] and not how) or (set_off and kid.lower in _OPENING)
        no_longer = kid.lower == "longer" and sentence.kid(kid.i, "neg", "det", "advmod") is not None
        seldom = kid.lower in english["near_negators"] and not between_commas(sentence, kid)
        denies = no_longer or seldom or kid.dep == "neg" or kid.tag in {"WRB", "EX"}
        return not said and not denies
    return kid.tag not in {"WP", "WDT", "WRB"} and kid.pos not in {"PRON", "SCONJ"}


def _bounds(sentence: Sentence, kid: Token, words: Sequence[int], english: English) -> bool:
    """Say whether a clause tells when something holds, or on what condition: "stored well, pears can last"."""
    condition = kid.dep == "advcl" and kid.i < kid.head and done_so(sentence, kid, english)
    return condition or _dates(sentence, kid, words, english)


def _dates(sentence: Sentence, kid: Token, words: Sequence[int], english: English) -> bool:
    """Say whether a clause tells up to or from when, or when above all, something holds: "until the snow melted"."""
    if kid.dep != "advcl" or sentence.kid(kid.i, "mark", "advmod") is None:
        return False
    after = _measured(sentence, kid, words, english)
    opening = [sentence.tokens[i].lower for i in words[after : after + 2]]
    above_all = opening[0] in english["circumstance.above_all"] and opening[-1] in english["qualifier.conditions"]
    return (
        above_all or opening[0] in english["circumstance.timing"] or meanwhile(sentence, kid) or during(sentence, kid)
    )


def _measured(sentence: Sentence, clause: Token, words: Sequence[int], english: English) -> int:
    """Return how many words tell how long before or after a clause: the two of "six months after it was sown"."""
    times = (k for k in sentence.kids(clause.i, "npadvmod") if k.lemma in english["argument.times"])
    span = next((sentence.spans[k.i] for k in times), ())
    return len(span) if tuple(words[: len(span)]) == tuple(span) else 0


def _tells_how(sentence: Sentence, kid: Token, words: Sequence[int]) -> bool:
    """Say whether a word that else connects tells how or where: "works very well", "does not end there"."""
    if kid.lower in {"here", "there"}:
        return kid.head < kid.i and len(words) == 1
    also = words[-1] == kid.i and sentence.tokens[words[0]].lower == "as"
    return kid.lower == "well" and not also


def _told(text: str, found: Sequence[Qualifier]) -> bool:
    """Say whether a qualifier keeps these words already, but for a preposition before them."""
    plain = text.lower()
    first, _, rest = plain.partition(" ")
    goal = first in {"to", "from", "below", "above", "under", "over"}
    return any(plain in q.text.lower() or (rest == q.text.lower() and not goal) for q in found)
