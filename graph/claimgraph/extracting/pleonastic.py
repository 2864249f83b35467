"""Whether "it" stands for nothing that was named: the weather, the hour, or a clause that follows.

The patterns are those of Lappin and Leass 1994, section 2.1.2, told by the tree instead of by words in a row.
"""

from claimgraph.extracting.clauses import cleft
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_QUESTIONS = frozenset({"how", "what", "why", "when", "where", "who", "whether"})


def pleonastic(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether an "it" stands for nothing that was named before.

    Args:
        sentence: the pronoun's.
        token: the pronoun.
        english: the word lists.
    """
    verb = sentence.tokens[token.head]
    if token.dep == "pobj" and verb.lower == "with" and sentence.tokens[verb.head].lemma == "do":
        return True
    if token.dep not in _SUBJECTS or verb.pos == "ADJ":
        return token.dep in {"dobj", "nsubj"} and _anticipates(sentence, token, verb)
    alone = sentence.kid(verb.i, "dobj") is None
    if alone and (verb.lemma in english["reference.weather"] or _left_open(sentence, verb)):
        return True
    if verb.lemma == "be":
        timed = _hour(sentence, token, verb, english)
        return timed or _identifies(sentence, verb, english) or _extraposed(sentence, verb, english)
    if verb.lemma in {"seem", "appear", "turn", "happen", "look", "feel", "sound"}:
        return sentence.kid(verb.i, "ccomp") is not None or _marked(sentence, verb, {"as", "like"})
    taking = verb.lemma in {"take", "cost", "remain", "hurt", "pay", "help"}
    passive = token.dep == "nsubjpass" and _marked(sentence, verb, {"that", "whether"})
    return (taking and _to(sentence, verb)) or passive or _has_to_do(sentence, verb) or _comes_to(sentence, verb)


def _left_open(sentence: Sentence, verb: Token) -> bool:
    """Say whether a question is left open: "it depends", "it depends whom you ask"."""
    return verb.lemma == "depend" and sentence.kid(verb.i, "prep") is None


def _anticipates(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Say whether "it" only announces what is done: "they find it hard to say", "this makes it clear that"."""
    if verb.pos == "ADJ":
        return _to(sentence, verb) or _marked(sentence, verb, {"that"})
    below = [k for k in sentence.kids(verb.i, "ccomp", "xcomp", "oprd") if k.i > token.i]
    judged = next((k for k in below if k.pos == "ADJ" or sentence.kid(k.i, "acomp") is not None), None)
    return judged is not None and (_to(sentence, judged) or _marked(sentence, judged, {"that"}) or _to(sentence, verb))


def _to(sentence: Sentence, above: Token) -> bool:
    """Say whether an infinitive with "to" hangs on a word, or on what stands right under it."""
    near = [above, *sentence.kids(above.i, "dobj", "acomp", "attr", "npadvmod", "xcomp", "ccomp")]
    below = (k for word in near for k in sentence.kids(word.i, "xcomp", "ccomp", "advcl", "acl", "relcl", "csubj"))
    told = (verb for verb in below if not _lacks(sentence, verb))
    return any(t.lower == "to" and t.dep == "aux" for verb in told for t in sentence.kids(verb.i))


def _lacks(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb ends with a preposition that has nothing behind it: "find it easy to stick to"."""
    last = sentence.tokens[sentence.spans[verb.i][-1]]
    return last.tag == "IN" and last.dep == "prep" and not last.kids


def _marked(sentence: Sentence, above: Token, marks: set[str]) -> bool:
    """Say whether a clause with one of some marks hangs on a verb or on what is said with it."""
    near = [above, *sentence.kids(above.i, "acomp", "attr", "dobj")]
    below = (k for word in near for k in sentence.kids(word.i, "ccomp", "advcl", "csubj", "csubjpass", "acl", "relcl"))
    return any(t.lower in marks for verb in below for t in sentence.kids(verb.i, "mark", "advmod"))


def _extraposed(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether the clause that "it" stands for follows: "it is clear that", "it's how they talk", "it was as if"."""
    if _marked(sentence, verb, {"that", "whether", "though", "like"}):
        return True
    told = sentence.kid(verb.i, "acomp")
    if told is not None and (below := _raised(sentence, told, english)) is not None:
        return _empty(sentence, below, english)
    if told is not None and (_to(sentence, told) or _to(sentence, verb)):
        return True
    clauses = (k for k in sentence.kids(verb.i, "ccomp", "advcl") if k.i > verb.i)
    return any(sentence.tokens[sentence.spans[k.i][0]].lower in _QUESTIONS for k in clauses)


def _raised(sentence: Sentence, told: Token, english: English) -> Token | None:
    """Return what something is likely or sure to do or be: "toxic" of "it is unlikely to be toxic"."""
    below = sentence.kid(told.i, "xcomp") if told.lemma in english["reference.raising"] else None
    to = below is not None and any(k.lower == "to" for k in sentence.kids(below.i, "aux"))
    return below if to else None


def _empty(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether "it" is the weather or a clause that follows for an infinitive too: "it is likely to rain"."""
    taking = verb.lemma in {"take", "cost", "remain", "be"} and _to(sentence, verb)
    return taking or verb.lemma in english["reference.weather"] or _extraposed(sentence, verb, english)


def _hour(sentence: Sentence, token: Token, verb: Token, english: English) -> bool:
    """Say whether "it" is the hour, the day or the weather: "it is cold in here", "it's a year since"."""
    told = sentence.kid(verb.i, "attr", "acomp", "npadvmod")
    if told is None or told.lemma not in english["reference.hours"]:
        return False
    return told.pos != "ADJ" or token.i == 0 or not sentence.kids(verb.i, "advmod")


def _identifies(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether "it" is told to be something definite, or a matter of opinion: "it's the heat", "it's a shame"."""
    named = sentence.kid(verb.i, "attr") or sentence.kid(verb.i, "acomp")
    felt = named is not None and named.lemma in english["reference.feelings"] and named.tag == "NN"
    if named is not None and felt and sentence.kid(named.i, "det", "poss") is None:
        return True
    if named is None or named.dep != "attr":
        return False
    more = sentence.kid(named.i, "prep")
    asks = more is not None and sentence.kid(more.i, "pcomp") is not None
    if named.lemma in english["reference.abstract_nouns"] and (more is None or asks):
        return True
    told = sentence.kids(named.i, "relcl", "prep", "amod")
    relatives = [k for k in told if k.dep == "relcl"]
    if named.tag == "NNS" and any(cleft(sentence, k) is not None for k in relatives):
        return True
    split = any(sentence.kid(k.i, "nsubj", "dobj") is not None for k in relatives)
    definite = sentence.has(named.i, ("the",), "det")
    return definite and (not told or split)


def _has_to_do(sentence: Sentence, verb: Token) -> bool:
    """Say whether "it" has to do with something, which tells of a state of affairs."""
    done = sentence.kid(verb.i, "xcomp")
    return verb.lemma == "have" and done is not None and done.lemma == "do" and sentence.kid(done.i, "dobj") is None


def _comes_to(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause only names what is talked of: "when it comes to paint"."""
    when = sentence.has(verb.i, ("when", "if"), "advmod", "mark")
    return verb.lemma == "come" and when and sentence.has(verb.i, ("to",), "prep")
