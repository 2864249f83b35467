"""What a noun is the same as in its own sentence, so that what its clause tells is told of that.

"Rust is a fungus that spreads by wind" says of rust that it spreads.
"""

from claimgraph.extracting.clauses import negated
from claimgraph.extracting.entities import several
from claimgraph.extracting.events import sums_up
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.linking import Link
from claimgraph.extracting.phrases import conjuncts
from claimgraph.extracting.place import Place
from claimgraph.language.parsed import Sentence, Token


def equated(place: Place, token: Token, frame: Frame) -> Link | None:
    """Return what a complement or apposition is said of, where a relative clause or apposition goes on about it.

    "X is a therapy, which heals" tells of X, and so does "X is a therapy (a cure)".

    Args:
        place: the phrase's sentence.
        token: the phrase's head.
        frame: that the phrase belongs to.
    """
    if frame.rule == "apposition" and token.i == frame.subject and token.dep == "attr":
        denied = negated(place.sentence, token.head, place.english)
        return None if denied else _copula_subject(place, token)
    verb = place.sentence.tokens[frame.verbs[0]] if frame.verbs else None
    if verb is None or token.i != frame.subject or not _below(place.sentence, verb, token):
        return None
    if (specified := _specified(place, token)) is not None:
        return specified
    named = _of_kind(place, _measured(place, token))
    equated = _copula_subject(place, named) if named.dep == "attr" else None
    made = place.sentence.kid(token.i, "nsubj") if token.dep == "ccomp" and token.pos == "NOUN" else None
    if made is not None:
        return place.resolve(made.i) or (place.link(made.i) if made.pos != "PRON" else None)
    if sums_up(place.sentence, token, place.english):
        return None
    apposed = (
        token.dep == "appos"
        and not _listed(place.sentence, token)
        and place.sentence.tokens[token.head].pos in {"NOUN", "PROPN"}
    )
    return place.link(token.head) if equated is None and apposed else equated


def _listed(sentence: Sentence, token: Token) -> bool:
    """Say whether an apposition goes on a list: "the weavers, the night shift, the crews"."""
    head = sentence.tokens[token.head]
    return head.dep in {"appos", "conj"} or any(k.i < token.i for k in sentence.kids(head.i, "appos", "conj"))


def _specified(place: Place, token: Token) -> Link | None:
    """Return what is named at last where a clause picks out a thing first: "the tree that thrives is the larch".

    So are the things of a sort that some are told of: "foods that raise blood sugar include rice and bread".
    """
    verb = place.sentence.tokens[token.head]
    if token.dep not in {"nsubj", "nsubjpass"} or negated(place.sentence, verb.i, place.english):
        return None
    if verb.lemma == "include":
        return _told_of_sort(place, token, verb)
    named = _identified(place, token, verb)
    if named is None or place.sentence.has(named.i, _OF_MANY, "det", "amod", "advmod"):
        return None
    return several([place.link(i) for i in conjuncts(place.sentence, named.i)])


#: What keeps a complement from naming the very thing that was picked out: "a", and more of it than is told.
_OF_MANY = frozenset({"a", "an", "any", "some", "no", "not", "more", "less"})


def _identified(place: Place, token: Token, be: Token) -> Token | None:
    """Return the complement of a copula that names what its subject picks out, None where it tells of what kind."""
    before = place.sentence.kids(token.i, "det", "nummod")
    named = place.sentence.kid(be.i, "attr") if be.lemma == "be" else None
    if any(k.lower in {"another", "one"} for k in before):
        if named is None and be.tag == "VBG" and token.lemma in place.english["reference.descriptions"]:
            is_name = place.sentence.kid(be.i, "aux") is not None and place.sentence.kid(be.i, "dobj") is None
            named = be if is_name else None
        return named
    if named is None or named.pos not in {"NOUN", "PROPN"}:
        return None
    more = named.tag == "NNS" or place.sentence.kid(named.i, "conj") is not None
    told = more is (token.tag == "NNS") and place.sentence.kid(named.i, "relcl", "acl", "prep") is None
    unsure = any(k.tag == "MD" for k in place.sentence.kids(be.i, "aux"))
    return named if told and not unsure and any(k.lower == "the" for k in before) else None


def _told_of_sort(place: Place, token: Token, verb: Token) -> Link | None:
    """Return the things of a sort that a sentence names: rice and bread of "foods that fill you include rice"."""
    general = all(k.lower == "the" for k in place.sentence.kids(token.i, "det", "poss", "nummod"))
    first = place.sentence.kid(verb.i, "dobj")
    if token.tag != "NNS" or not general or first is None or first.pos not in {"NOUN", "PROPN"}:
        return None
    return several([place.link(i) for i in conjuncts(place.sentence, first.i)])


def _measured(place: Place, token: Token) -> Token:
    """Return the unit that another is part of, else the noun itself: the "litres" of "litres per minute, which"."""
    prep = place.sentence.tokens[token.head]
    unit = place.sentence.tokens[prep.head]
    measures = token.dep == "pobj" and bool({unit.lemma, unit.lower} & place.english["phrase.units"])
    return unit if measures and prep.lower in {"per", "a"} else token


def _of_kind(place: Place, token: Token) -> Token:
    """Return the kind that a noun is one of, else the noun itself: the "type" of "a type of fungus that spreads"."""
    prep = place.sentence.tokens[token.head]
    kind = place.sentence.tokens[prep.head]
    sorts = token.dep == "pobj" and prep.lower == "of" and kind.lemma in place.english["reference.kinds"]
    return kind if sorts else token


def _copula_subject(place: Place, token: Token) -> Link | None:
    """Return what a copula's complement is said of."""
    copula = place.sentence.tokens[token.head]
    who = place.sentence.kid(copula.i, "nsubj")
    if who is None or who.lower == "it" or who.tag in {"EX", "WP"}:
        return None
    if negated(place.sentence, copula.i, place.english):
        return None
    vague = place.english.of("relating.general", "reference.light_nouns")
    measured = bool({token.lemma, token.lower} & place.english["phrase.units"])
    if copula.lemma != "be" or token.tag not in {"NN", "NNS"} or (who.lemma in vague and not measured):
        return None
    return place.resolve(who.i) or (place.link(who.i) if who.pos in {"NOUN", "PROPN"} else None)


def _below(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Say whether a verb stands in a clause under a noun."""
    return verb.i != noun.head and any(t.i == noun.i for t in sentence.ancestors(verb.i))
