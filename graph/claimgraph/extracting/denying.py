"""Which words deny a clause, each counted once: an even number of them cancels.

What counts as a cue follows NegEx (Chapman et al. 2001) and ConText (Harkema et al. 2009); how far it reaches is told
by the dependency tree: a verb's own negation, one it shares by coordination, and determiners of its arguments.
"""

from claimgraph.extracting.clauses import SUBJECTS, VERBAL, negated
from claimgraph.extracting.targets import Target
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token


def deniers(
    sentence: Sentence, verbs: tuple[int, ...], subject_head: int | None, found: Target | None, english: English
) -> tuple[int, ...]:
    """Return the tokens that deny a clause, each once: "not", "never", "no" on subject or object, "no longer".

    Args:
        sentence: the clause's.
        verbs: its chain.
        subject_head: index of its subject's head, None for no subject.
        found: what follows the predicate.
        english: the word lists.
    """
    tokens: list[int] = []
    for verb in verbs:
        only = _only(sentence, verb)
        tokens += [] if only else negated(sentence, verb, english)
        tokens += [*_without_doing(sentence, verb), *_denied_above(sentence, verb, english)]
        tokens += [] if only else _adverbs(sentence, verb)
        tokens += _prepositional_denial(sentence, verb, english) + _nor(sentence, verb)
    tokens += _shared_negation(sentence, verbs[0], english)
    for place in (subject_head, found.head if found and not found.clause else None):
        if place is not None:
            tokens += _denying_determiners(sentence, place, english)
    if found is not None:
        tokens += _target_negation(sentence, found, english)
    return tuple(dict.fromkeys(tokens))


def _without_doing(sentence: Sentence, verb: int) -> list[int]:
    """Return the "without" that a gerund stands under: "without promising"; none of "cannot sit without aching"."""
    token = sentence.tokens[verb]
    leads = sentence.tokens[token.head]
    if token.dep != "pcomp" or leads.lower != "without":
        return []
    return [] if any(t.dep == "neg" for t in sentence.kids(leads.head)) else [leads.i]


def _denied_above(sentence: Sentence, verb: int, english: English) -> list[int]:
    """Return the denial of the verb that a gerund behind "in" hangs on: "did not help in preventing colds"."""
    token = sentence.tokens[verb]
    leads = sentence.tokens[token.head]
    if token.dep != "pcomp" or leads.lower != "in" or leads.head == leads.i:
        return []
    above = sentence.tokens[leads.head]
    if above.pos == "NOUN" and (none := [k.i for k in sentence.kids(above.i, "det") if k.lower == "no"]):
        return none
    helped = above.dep == "dobj" and sentence.tokens[above.head].lemma in english["clause.helping"]
    return list(negated(sentence, above.head if helped else above.i, english))


def _only(sentence: Sentence, verb: int) -> bool:
    """Say whether "only" behind a denied verb lets the rest stand: "does not work only by heat"."""
    for token in sentence.tokens[verb + 1 : verb + 4]:
        if token.lower in {"only", "solely", "merely", "exclusively", "just", "simply"}:
            return True
        if token.dep == "cc" or token.text == ",":
            break
    return False


def _adverbs(sentence: Sentence, verb: int) -> list[int]:
    """Return "neither" and the "longer" of "no longer" under a verb."""
    if sentence.lowers.isdisjoint(_ADVERBS):
        return []
    return [
        adverb.i
        for adverb in sentence.kids(verb, "advmod", "cc", "preconj", "npadvmod")
        if adverb.lower == "neither"
        or (adverb.lower == "little" and adverb.i > verb and not _a_little(sentence, adverb))
        or (adverb.lower == "longer" and any(k.lower == "no" for k in sentence.kids(adverb.i)))
    ]


_ADVERBS = frozenset({"neither", "little", "longer"})


def _a_little(sentence: Sentence, adverb: Token) -> bool:
    """Say whether "little" is some after all, or compares: "helps a little", "little by little"."""
    beside = {t.lower for t in sentence.tokens[max(0, adverb.i - 2) : adverb.i + 2]}
    return bool(beside & {"a", "by", "as", "the", "than"})


def _nor(sentence: Sentence, verb: int) -> list[int]:
    """Return the "nor" that a clause with its verb before its subject begins with: "nor does it help"."""
    if "nor" not in sentence.lowers:
        return []
    first = sentence.spans[verb][0]
    place = first if sentence.tokens[first].lower == "nor" else first - 1
    own = sentence.kid(verb, *SUBJECTS) is not None and 0 <= place < verb
    inverted = own and sentence.tokens[place + 1].tag in {"MD", "VBZ", "VBP", "VBD"}
    return [place] if inverted and sentence.tokens[place].lower == "nor" else []


def _prepositional_denial(sentence: Sentence, verb: int, english: English) -> list[int]:
    """Return the "no" of "by no means", "in no way", "at no time" under a verb."""
    found: list[int] = []
    for prep in sentence.kids(verb, "prep", "advmod") if "no" in sentence.lowers else ():
        noun = sentence.kid(prep.i, "pobj")
        if noun is not None and noun.lemma in english["negation.means"]:
            found += [k.i for k in sentence.kids(noun.i, "det", "neg") if k.lower == "no"]
    return found


def _shared_negation(sentence: Sentence, start: int, english: English) -> list[int]:
    """Return the negation a coordinated verb shares: "does not cause pain or raise costs"."""
    verb = sentence.tokens[start]
    if verb.dep != "conj" or sentence.kid(verb.i, *SUBJECTS, "aux", "auxpass") is not None:
        return []
    first = sentence.tokens[verb.head]
    linked = {t.lower for t in sentence.tokens[first.i : verb.i] if t.dep == "cc" and t.head in {first.i, verb.i}}
    inherited = list(negated(sentence, first.i, english)) + _shared_negation(sentence, first.i, english)
    inherited += [k.i for k in sentence.kids(first.i, "preconj", "cc", "advmod") if k.lower == "neither"]
    shares = linked & {"or", "nor"} or (verb.tag == first.tag == "VB" and "but" not in linked)
    return inherited if inherited and shares and not negated(sentence, start, english) else []


def _target_negation(sentence: Sentence, found: Target, english: English) -> list[int]:
    """Return the negations of the words that link a predicate to its object, and of the object itself."""
    tokens = [i for link in found.links for i in negated(sentence, link, english)]
    head = sentence.tokens[found.head]
    if head.pos not in VERBAL or (found.clause and head.dep == "pcomp"):
        tokens += [i for i in negated(sentence, found.head, english) if i < found.head]
    return tokens


def _denying_determiners(sentence: Sentence, place: int, english: English) -> list[int]:
    """Return "no", "neither", "few", "little" on a noun, "none" or "nothing" as the noun itself."""
    token = sentence.tokens[place]
    denied = not (sentence.lowers.isdisjoint(_SCARCE) and sentence.lowers.isdisjoint(english.of(*_CUES)))
    found = _cues_at(sentence, token, english) if denied else []
    if token.lemma in {"lack", "absence"} and token.dep in {"dobj", "attr"} and sentence.kid(place, "prep") is not None:
        found.append(place)
    first = sentence.tokens[token.head]
    linked = {k.lower for k in sentence.kids(first.i, "cc")} if token.dep == "conj" else set()
    if linked & {"or", "nor"} and first.i != place:
        found += _denying_determiners(sentence, first.i, english)
    return found


#: The words that may deny a noun: lists of them, and those told one by one.
_CUES = ("negative_determiners", "negative_pronouns", "negation.scarcely")
_SCARCE = frozenset({"few", "little", "zero", "no", "not"})


def _cues_at(sentence: Sentence, token: Token, english: English) -> list[int]:
    """Return the words that deny a noun, the noun itself among them."""
    found = [
        *_determiners(sentence, token.i, english),
        *_scarce(sentence, token.i),
        *_scarcely(sentence, token.i, english),
        *([token.i] if _is_few(sentence, token) else []),
    ]
    found += [i for i in _not_all(sentence, token, english) if i not in found]
    found += [i for i in _loose_no(sentence, token) if i not in found]
    return [i for i in found if not _at_most(sentence, i)]


def _determiners(sentence: Sentence, place: int, english: English) -> list[int]:
    """Return the negative determiners of a noun, and the noun itself where it is a negative pronoun."""
    token = sentence.tokens[place]
    negative = english["negative_determiners"]
    kids = sentence.kids(place, "det", "neg", "preconj", "predet")
    found = [k.i for k in kids if k.lower in negative and not _not_less(sentence, k)]
    joined = place > 0 and sentence.tokens[place - 1].text == "-"
    idiom = token.lower == "nothing" and token.dep == "pobj" and sentence.tokens[token.head].lower in {"about", "for"}
    denies = not idiom and (token.lower == "no" or token.lower in english["negative_pronouns"])
    return [*found, place] if denies and not joined else found


def _is_few(sentence: Sentence, token: Token) -> bool:
    """Say whether "few" or "little" stands for hardly anything: "little has changed", not "helps a little"."""
    scarce = token.lower in {"few", "little"} and token.dep in {"nsubj", "dobj", "nsubjpass"}
    return scarce and not _a_little(sentence, token)


def _at_most(sentence: Sentence, i: int) -> bool:
    """Say whether a "no" only bounds a number: "no more than 25%", "no later than June"."""
    following = [t.lower for t in sentence.tokens[i + 1 : i + 3]]
    return (
        sentence.tokens[i].lower == "no" and len(following) == 2 and following[1] == "than" and following[0] in _BOUNDS
    )


_BOUNDS = frozenset({"more", "less", "fewer", "later", "earlier", "longer", "greater", "higher", "lower"})


def _scarce(sentence: Sentence, place: int) -> list[int]:
    """Return "few", "little" and "zero" before a noun; "a few" and "too little" deny nothing."""
    found = []
    for kid in sentence.kids(place, "amod", "nummod"):
        if kid.lower not in {"few", "little", "zero"}:
            continue
        beside = sentence.kids(place, "det", "predet") + sentence.kids(kid.i)
        if not any(k.lower in {"a", "the", "as", "these", "too"} for k in beside):
            found.append(kid.i)
    return found


def _scarcely(sentence: Sentence, place: int, english: English) -> list[int]:
    """Return "hardly" before a noun or its determiner: "hardly any"; before an amount it only says how little."""
    if sentence.lowers.isdisjoint(english["negation.scarcely"]) or _measured(sentence, sentence.tokens[place], english):
        return []
    heads = [place, *(k.i for k in sentence.kids(place, "det", "nummod", "amod"))]
    return [k.i for i in heads for k in sentence.kids(i, "advmod") if k.lower in english["negation.scarcely"]]


def _measured(sentence: Sentence, noun: Token, english: English) -> bool:
    """Say whether a noun is an amount of what a clause says: "barely two grams"; hardly four who came are too few."""
    unit = noun.lemma in english["phrase.units"]
    counts = sentence.kids(noun.i, "nummod", "det")
    counted = any(k.tag == "CD" or (unit and k.lower in {"a", "an"}) for k in counts)
    return counted and noun.dep not in SUBJECTS


def _not_all(sentence: Sentence, token: Token, english: English) -> list[int]:
    """Return the "not" of "not all", "not every" before a subject."""
    if token.dep not in {"nsubj", "nsubjpass"} or "not" not in sentence.lowers:
        return []
    before = sentence.tokens[max(0, token.i - 4) : token.i]
    quantified = english["negation.quantifiers"]
    return [t.i for t in before if t.lower == "not" and sentence.tokens[t.i + 1].lower in quantified]


def _loose_no(sentence: Sentence, token: Token) -> list[int]:
    """Return the "no" before a noun that the parser hung on it, or on the word before it, as anything at all."""
    if token.pos not in {"NOUN", "PROPN"} or "no" not in sentence.lowers:
        return []
    before = sentence.tokens[max(0, token.i - 4) : token.i]
    own = {token.i, token.i - 1}
    return [t.i for t in before if t.lower == "no" and t.head in own and not _not_less(sentence, t)]


def _not_less(sentence: Sentence, determiner: Token) -> bool:
    """Say whether "no" only belongs to "no less than", "no doubt"."""
    following = sentence.tokens[determiner.i + 1].lower if determiner.i + 1 < len(sentence.tokens) else ""
    return following in {"less", "fewer", "doubt", "wonder", "-"}
