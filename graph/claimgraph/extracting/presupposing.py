"""Clauses that a sentence only leans on: when something is to happen, and which of several things is meant.

"As soon as you disconnect the cells" does not claim that you do, and "cells held at 4.2 V age faster" does not claim
that cells are held there. What is told of the past ("after admissions doubled") is claimed all the same.
"""

from collections.abc import Iterator

from claimgraph.extracting.clauses import negated, that_clause
from claimgraph.extracting.frame import Frame
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

_WHEN = frozenset({"after", "before", "once", "until", "when", "whenever", "soon"})
_ANYONE = frozenset({"those", "ones", "few", "anyone", "anybody", "someone", "somebody", "everyone", "everybody"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"})
_MARKS = frozenset({",", "(", "-", "—", ":"})


def presupposed(sentence: Sentence, frame: Frame, english: English) -> bool:
    """Say whether a frame stands in a clause that its sentence only leans on.

    Args:
        sentence: the frame's.
        frame: of one predicate.
        english: the word lists.
    """
    start = frame.verbs[0] if frame.verbs else frame.head
    if any(way(sentence, start, english) for way in (_of_any, _that_matters, _imagined, _of_few)):
        return True
    if "advcl" in sentence.deps and any(_of_time(sentence, t) for t in _upward(sentence, start)):
        return True
    return _narrowing(sentence, start, english)


def _of_any(sentence: Sentence, start: int, english: English) -> bool:
    """Say whether a verb stands in a clause that says which ones "any" means: "any seeds that may have been in it"."""
    if "any" not in sentence.lowers:
        return False
    verb = sentence.tokens[start]
    nouns = [sentence.tokens[verb.head]] if verb.dep in {"relcl", "acl"} else []
    nouns += [sentence.tokens[n.head] for n in nouns if n.dep == "conj"]
    return any(k.lower == "any" for n in nouns for k in sentence.kids(n.i, "det"))


def _that_matters(sentence: Sentence, start: int, english: English) -> bool:
    """Say whether a verb only picks out what counts: "buy the tools that matter"."""
    verb = sentence.tokens[start]
    alone = all(sentence.tokens[k].dep in {"nsubj", "advmod", "punct"} for k in verb.kids)
    comma = sentence.tokens[sentence.spans[start][0] - 1].text == ","
    return verb.dep == "relcl" and alone and not comma and verb.lemma in english["clause.mattering"]


def _of_few(sentence: Sentence, start: int, english: English) -> bool:
    """Say whether a verb tells which thing is denied to be there: "few shops have a welder that is up to it".

    What a comma sets off is told of the thing all the same.
    """
    verb = sentence.tokens[start]
    if verb.dep not in {"relcl", "acl"}:
        return False
    noun = sentence.tokens[verb.head]
    above = sentence.tokens[noun.head]
    who = sentence.kid(above.i, "nsubj")
    set_off = sentence.tokens[sentence.spans[verb.i][0] - 1].text in _MARKS
    there = sentence.kid(above.i, "expl") is not None and noun.dep in {"attr", "nsubj", "dobj"}
    told = that_clause(sentence, verb, english) or noun.lemma in english["clause.ways"]
    if there and not set_off and not told:
        denied = bool({k.lower for k in sentence.kids(noun.i, "det", "neg")} & {"no", "neither"})
        return denied or bool(negated(sentence, above.i, english))
    if noun.dep != "dobj" or who is None or set_off:
        return False
    scarce = {k.lower for k in sentence.kids(who.i, "det", "amod")} & {"few", "no", "hardly"}
    determiners = {k.lower for k in sentence.kids(noun.i, "det", "poss")}
    indefinite = not determiners or bool(determiners & {"a", "an", "any", "no"})
    return indefinite and (bool(scarce) or bool(negated(sentence, above.i, english)))


def _imagined(sentence: Sentence, start: int, english: English) -> bool:
    """Say whether a gerund tells what a noun of talk or fear is about: "panic about robots stealing jobs"."""
    verb = sentence.tokens[start]
    if verb.dep != "acl" or verb.tag != "VBG":
        return False
    noun = sentence.tokens[verb.head]
    leads = sentence.tokens[noun.head]
    if noun.lemma in english["clause.troubled"]:
        return True
    about = leads.lower in {"about", "of", "on", "over"} and sentence.tokens[leads.head].pos == "NOUN"
    return noun.dep == "pobj" and about and sentence.tokens[leads.head].lemma in english["clause.imagining"]


def _upward(sentence: Sentence, i: int) -> Iterator[Token]:
    """Yield a token and all above it."""
    yield sentence.tokens[i]
    yield from sentence.ancestors(i)


def _of_time(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb heads a clause of time that tells no past event."""
    if verb.dep != "advcl" or verb.tag == "VBD" or any(k.tag == "VBD" for k in sentence.kids(verb.i, "aux", "auxpass")):
        return False
    first = sentence.spans[verb.i][0]
    opening = {t.lower for t in sentence.tokens[max(0, first - 2) : first + 3]}
    marks = {k.lower for k in sentence.kids(verb.i, "mark", "advmod")}
    grows = sentence.kid(verb.i, "acomp")
    growing = "as" in marks and ((grows is not None and grows.tag == "JJR") or verb.lemma == "age")
    return bool(marks & _WHEN) or {"as", "soon"} <= opening or growing


def _narrowing(sentence: Sentence, start: int, english: English) -> bool:
    """Say whether a verb stands in a clause, with no mark before it, that narrows people or bare plurals in general."""
    verb = sentence.tokens[start]
    while verb.dep in {"conj", "xcomp"} and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
    noun = sentence.tokens[verb.head]
    if verb.dep not in {"relcl", "acl"} or noun.i > verb.i:
        return False
    between = sentence.tokens[noun.i + 1 : sentence.spans[verb.i][0] + 1]
    determiners = {k.lower for k in sentence.kids(noun.i, "det", "poss")}
    if (determiners & _KNOWN and noun.lower not in _ANYONE) or any(t.text in _MARKS for t in between):
        return False
    bare = noun.tag in {"NNS", "NN"} and not determiners and noun.dep in {"nsubj", "nsubjpass"}
    return noun.lower in _ANYONE or noun.lemma in english["person_nouns"] or (verb.dep == "acl" and bare)
