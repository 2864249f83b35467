"""The rules of "there is" and "it takes": what exists, and how long it takes to be seen."""

from collections.abc import Iterator
from dataclasses import replace

from claimgraph.extracting.chains import Chain, chain
from claimgraph.extracting.clauses import VERBAL, negated, that_clause
from claimgraph.extracting.context import context
from claimgraph.extracting.denying import deniers
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.phrases import NOMINAL
from claimgraph.extracting.targets import Target, target
from claimgraph.extracting.weakening import weakeners
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token


def existential(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield frames for "there is ...": what exists is said to be where, or as, the words around it tell.

    Args:
        sentence: to read.
        english: the word lists.
    """
    for token in sentence.tokens if "there" in sentence.lowers else ():
        there = sentence.kid(token.i, "expl") if token.pos in VERBAL else None
        if there is None or there.lower != "there":
            continue
        above = context(sentence, token.i, english)
        links = _raising(sentence, token, english)
        what = sentence.kid(links.head, "attr", "nsubj", "dobj")
        if what is None or not above.asserted or _lists(sentence, token, what) or _undoubted(sentence, what, english):
            continue
        if _content_told(sentence, what, english):
            continue
        if _points_out(sentence, token, what, english):
            continue
        hedges = (*links.weakeners, *above.hedges)
        base = Frame("existential", links.verbs, links.head, what.i, context=above, single=True)
        base = replace(base, negations=links.deniers, hedges=hedges, extra=links.via)
        yield from _existing(sentence, base, _things(sentence, sentence.tokens[links.head], what), english)


def _raising(sentence: Sentence, verb: Token, english: English) -> Chain:
    """Return the verbs that lead to the "be" of what exists: "there seem to be", "there is likely to be"."""
    if sentence.kid(verb.i, "attr", "nsubj", "dobj") is not None or verb.lemma in english["clause.needing"]:
        return Chain((verb.i,), verb.i)
    links = chain(sentence, verb.i, english)
    return links if sentence.tokens[links.head].lemma in {"be", "exist", "remain"} else Chain((verb.i,), verb.i)


def _undoubted(sentence: Sentence, what: Token, english: English) -> bool:
    """Say whether a sentence only says that what follows is so: "there is no doubt that the reef is dying"."""
    none = what.lemma in english["clause.undoubted"] and sentence.has(what.i, ("no",), "det")
    below = sentence.kids(what.i, "acl", "relcl", "ccomp") if none else []
    beside = sentence.kids(what.head, "ccomp", "conj") if none else []
    content = any(k.dep == "ccomp" or that_clause(sentence, k, english) for k in below)
    return content or any(sentence.spans[k.i][0] == what.i + 1 for k in beside)


def _content_told(sentence: Sentence, what: Token, english: English) -> bool:
    """Say whether what there is no sign of is told by itself: "there is no sign that it fades"; no denial is."""
    named = what.lemma in english.without("clause.content_nouns", "clause.unfulfilled_nouns")
    if not named or not _none(sentence, what):
        return False
    told = (k for k in sentence.kids(what.i, "acl", "relcl", "ccomp") if that_clause(sentence, k, english))
    return any(not negated(sentence, k.i, english) for k in told)


def _points_out(sentence: Sentence, verb: Token, what: Token, english: English) -> bool:
    """Say whether a sentence only points to what is the hearer's: "there's your problem"."""
    yours = sentence.has(what.i, english["second_person"], "poss")
    return yours and sentence.kid(what.i, "prep") is None and sentence.kid(verb.i, "prep") is None


def _lists(sentence: Sentence, verb: Token, what: Token) -> bool:
    """Say whether "then there is X" only goes on to the next point."""
    then = sentence.has(verb.i, ("then", "next", "finally"), "advmod")
    return then and sentence.kid(what.i, "prep", "relcl", "acl") is None and sentence.kid(verb.i, "prep") is None


def _existing(sentence: Sentence, base: Frame, heads: list[Token], english: English) -> Iterator[Frame]:
    """Yield a frame for each thing that is said to exist, with the words that tell where or how."""
    done = _participle(sentence, heads, english)
    for what in heads:
        frame = replace(
            base,
            subject=what.i,
            negations=(*deniers(sentence, base.verbs, what.i, None, english), *base.negations),
            hedges=(*weakeners(sentence, base.verbs, Target(what.i), english), *base.hedges),
        )
        if done is None or (_adds(sentence, heads, what) and done[0].head < what.i):
            yield _placed(sentence, frame, what, what if done is not None else heads[-1], english)
        else:
            yield _undergoing(sentence, frame, *done, english)


def _participle(sentence: Sentence, heads: list[Token], english: English) -> tuple[Token, Target | None] | None:
    """Return the participle that tells what happens to the things, with what follows it: "trials done on mice"."""
    for head in reversed(heads):
        for kid in reversed(sentence.kids(head.i, "acl", "relcl")):
            if any(k.tag in {"WDT", "WP"} for k in sentence.kids(kid.i, "nsubj", "nsubjpass")):
                continue
            found = target(sentence, kid, kid.tag == "VBN", english) if kid.tag in {"VBN", "VBG"} else None
            known = kid.lemma in english["clause.noticing"] and kid.tag in {"VBN", "VBD"} and kid.dep == "acl"
            if found is not None or known:
                return kid, found
    return None


def _adds(sentence: Sentence, heads: list[Token], what: Token) -> bool:
    """Say whether a thing is added behind what is told of the first: "a risk attached to it, and greater strain"."""
    first = next((k.i for k in sentence.kids(heads[0].i, "acl", "relcl") if k.i > heads[0].i), what.i)
    return first < what.i


def _undergoing(sentence: Sentence, frame: Frame, participle: Token, found: Target | None, english: English) -> Frame:
    """Return the frame of a thing that exists and undergoes or does something, as is noticed of it or not."""
    noticed = english.of("clause.noticing", "report_verbs")
    before = sentence.kids(participle.head, "acl") if participle.dep == "acl" else []
    told = tuple(k.i for k in before if k.i < participle.i and k.tag == "VBN" and k.lemma in noticed)
    return replace(
        frame,
        verbs=(*frame.verbs, participle.i),
        head=participle.i,
        object=found.head if found is not None else None,
        links=found.links if found is not None else (),
        passive=participle.tag != "VBG",
        extra=(*frame.extra, *told),
    )


def _placed(sentence: Sentence, frame: Frame, what: Token, last: Token, english: English) -> Frame:
    """Return the frame of a thing that exists somewhere, of something, or just so."""
    verb = frame.verbs[-1]
    shared = last if not _none(sentence, last) else what
    preps = (*sentence.kids(verb, "prep"), *sentence.kids(shared.i, "prep"))
    place = next((k for k in preps if k.lower in english["argument.places"] and k.i > verb), None)
    noun = sentence.kid(place.i, "pobj") if place is not None else None
    light = english.of("reference.light_nouns", "reference.outcome_nouns")
    if noun is None and what.lemma in light - {"lot", "number", "couple", "plenty", "range", "bit", "deal"}:
        place = next((k for k in sentence.kids(what.i, "prep") if k.lower == "of"), None)
        noun = sentence.kid(place.i, "pobj") if place is not None else None
    if place is None or noun is None:
        return replace(frame, key="there be")
    return replace(frame, object=noun.i, links=(place.i,), key=f"there be {place.lower}")


def _things(sentence: Sentence, verb: Token, first: Token) -> list[Token]:
    """Return the things that are said to be there: "there are ferries but no trains, no trams and no cabs"."""
    others = [k for k in sentence.kids(verb.i, "attr") if k.i > first.i and _joined(sentence, first, k)]
    found: list[Token] = []
    for thing in (first, *others):
        apposed = [k for k in sentence.kids(thing.i, "appos") if _none(sentence, k)]
        found += [thing, *apposed, *(k for k in _conjuncts(sentence, thing) if k.pos in NOMINAL)]
    return found


def _joined(sentence: Sentence, first: Token, other: Token) -> bool:
    """Say whether another thing of a verb only goes on the list that the first begins."""
    between = sentence.tokens[first.i + 1 : sentence.spans[other.i][0]]
    return _none(sentence, other) and any(t.lower in {"but", "and", "or"} for t in between)


def _none(sentence: Sentence, thing: Token) -> bool:
    """Say whether a thing is said to be lacking: "no trams"."""
    return sentence.has(thing.i, ("no",), "det")


def _conjuncts(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the heads coordinated with one, in order."""
    for kid in sentence.kids(token.i, "conj"):
        yield kid
        yield from _conjuncts(sentence, kid)


def taking(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield what "it takes": "it can take four months to see shoots" says when shoots are seen.

    Args:
        sentence: to read.
        english: the word lists.
    """
    for verb in sentence.tokens if "it" in sentence.lowers else ():
        it = sentence.kid(verb.i, "nsubj") if verb.lemma == "take" and verb.pos == "VERB" else None
        time = sentence.kid(verb.i, "dobj") if it is not None else None
        if it is None or it.lower != "it" or time is None or time.lemma not in english["argument.times"]:
            continue
        clauses = (*sentence.kids(verb.i, "xcomp", "advcl"), *sentence.kids(time.i, "acl", "relcl"))
        below = next((k for k in clauses if k.tag == "VB"), None)
        above = context(sentence, verb.i, english)
        found = target(sentence, below, False, english) if below is not None else None
        if below is None or found is None or not above.asserted:
            continue
        yield Frame(
            rule="taking",
            verbs=(verb.i, below.i),
            head=below.i,
            subject=it.i,
            object=found.head,
            links=found.links,
            negations=deniers(sentence, (verb.i,), None, None, english),
            hedges=(*weakeners(sentence, (verb.i,), None, english), *above.hedges),
            context=above,
            extra=(time.i,),
        )
