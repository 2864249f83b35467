"""The words behind a head without which it names nothing: "happy to talk", "those who smoke", "a reason to stay"."""

from collections.abc import Callable

from claimgraph.extracting.clauses import VERBAL
from claimgraph.extracting.phrases import added
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

#: Words up to which a head is named with what completes it.
_MOST = 14
#: Words by which it may be longer where it cannot be cut.
_OVER = 4
_ENDS = frozenset({",", ";", ":", "(", ")", '"', "—", "–"})
#: What a clause may lose when it is too long: what hangs on its verbs thus, from there on.
_LOSABLE = frozenset({"prep", "advcl", "cc", "npadvmod", "advmod", "dative", "parataxis"})
#: What words that complete a head never begin with.
_NEVER = frozenset({"PUNCT", "AUX", "CCONJ", "SPACE"})
#: The words that a standard opens with, and what is easy or glad to do.
_STANDARDS, _QUALITIES = frozenset({"as", "than"}), frozenset({"ADJ", "ADV"})
_UNIQUE = frozenset({"only", "first", "last"})
_PLACED = ("attr", "dobj", "pobj", "appos")


def completion(sentence: Sentence, head: int, english: English, *, known: bool = False) -> list[int]:
    """Return the words behind a head without which it names nothing, or another thing; none for most heads.

    Args:
        sentence: the head's.
        head: its index.
        english: the word lists.
        known: whether the head names a concept, which is named by the words for a sort of it as well.
    """
    token = sentence.tokens[head]
    if (beside := added(sentence, head)) is not None:
        return list(range(head + 1, beside.i + 1))
    if head + 1 == len(sentence.tokens) or not _may_go_on(token, sentence.tokens[head + 1]):
        return []
    for way in _WAYS if known else _ALL_WAYS:
        if (clause := way(sentence, token, english)) is not None:
            return _kept(sentence, head, clause)
    return []


def _may_go_on(token: Token, behind: Token) -> bool:
    """Say whether what stands behind a head may complete it: it hangs on it, or sets a standard."""
    if behind.pos in _NEVER:
        return False
    below = bool(token.kids) and token.kids[-1] > token.i
    return below or behind.lower in _STANDARDS or token.pos in _QUALITIES


def _kept(sentence: Sentence, head: int, clause: Token) -> list[int]:
    """Return what stands between a head and the end of what completes it, cut where it is long."""
    inside = sentence.spans[clause.i]
    words = list(range(head + 1, inside[-1] + 1))
    if not words or inside[-1] <= head:
        return []
    last = next((i for i in words if sentence.tokens[i].text in _ENDS), words[-1] + 1)
    cuts = [i for i in words if clause.i < i < last and _may_go(sentence, i, clause.i)]
    fits = (i for i in (last, *reversed(cuts)) if i - head - 1 <= _MOST)
    stop = next(fits, last if last - head - 1 <= _MOST + _OVER else head + 1)
    kept = list(range(head + 1, stop))
    while kept and sentence.tokens[kept[-1]].pos in {"PUNCT", "SPACE", "CCONJ"}:
        kept.pop()
    return kept if kept and kept[-1] >= clause.i else []


def _may_go(sentence: Sentence, i: int, clause: int) -> bool:
    """Say whether a clause may end before a word: it begins a phrase that a verb of the clause can do without."""
    openers = [sentence.tokens[i], *(t for t in sentence.ancestors(i) if t.i >= clause)]
    for token in openers:
        above = sentence.tokens[token.head]
        if sentence.spans[token.i][0] == i and token.dep in _LOSABLE and above.pos in {*VERBAL, "ADJ"}:
            return above.i < i and not (token.dep == "cc" and _shares_object(sentence, above))
    return False


def _shares_object(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb's object stands behind the one it is coordinated with: "to prevent or minimise loss"."""
    other = sentence.kid(verb.i, "conj")
    return other is not None and sentence.kid(verb.i, "dobj") is None and sentence.kid(other.i, "dobj") is not None


def _behind(sentence: Sentence, head: int, *deps: str) -> Token | None:
    """Return the dependent that stands right behind a head."""
    return next((k for k in sentence.kids(head, *deps) if sentence.spans[k.i][0] == head + 1), None)


def _to_do(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return what somebody is glad, or a thing is easy or light enough, to do: "happy to talk"."""
    if token.pos not in _QUALITIES or token.dep not in {"acomp", "attr", "oprd", "ccomp", "xcomp"}:
        return None
    if token.lower in {"more", "less"}:
        than = _behind(sentence, token.i, "prep")
        quality = than is not None and any(k.pos == "ADJ" for k in sentence.kids(than.i))
        return than if than is not None and than.lower == "than" and quality else None
    behind = sentence.tokens[min(token.i + 1, len(sentence.tokens) - 1)]
    opening = token.i + 2 if behind.lower == "enough" else token.i + 1
    degree = behind.lower == "enough" or sentence.has(token.i, ("too",), "advmod")
    above = sentence.kids(token.head, "xcomp", "advcl") if degree and token.head != token.i else []
    for kid in (*sentence.kids(token.i, "xcomp", "advcl", "ccomp"), *above):
        first = sentence.tokens[sentence.spans[kid.i][0]]
        doing = kid.i == opening and kid.tag == "VBG"
        if first.i == opening and (first.lower in {"to", "for"} or doing or kid.dep == "ccomp"):
            return kid
    return None


def _of_pronoun(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return what tells who or what a pronoun means: "those who smoke", "anything new", "those in their twenties"."""
    if token.lower not in english.of("clause.anybody", "phrase.whatever"):
        return None
    behind = _behind(sentence, token.i, "relcl", "acl", "prep")
    of = behind is not None and behind.lower in {"of", "in", "than", "as"} and token.lower not in {"those", "ones"}
    return None if of else behind


def _of_noun(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return the clause that tells what a noun is about: "a way to save", "no sign that it works", "the reason why"."""
    if token.lemma not in english.of("phrase.unfinished", "clause.infinitive_nouns"):
        return None
    clause = _behind(sentence, token.i, "relcl", "acl", "ccomp")
    towards = _behind(sentence, token.i, "prep")
    doing = towards is not None and towards.lower != "of" and sentence.tokens[towards.i + 1].tag == "VBG"
    return clause or (towards if doing else None)


def _of_only_one(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return what something is the only, first or greatest one of: "the first woman to fly", "the tallest in town"."""
    if token.dep not in _PLACED:
        return None
    if token.tag != "JJS" and not any(k.lower in _UNIQUE or k.tag == "JJS" for k in sentence.kids(token.i, "amod")):
        return None
    clause = next((k for k in sentence.kids(token.i, "relcl", "acl") if k.i > token.i), None)
    placed = _behind(sentence, token.i, "prep")
    return clause or (placed if placed is not None and placed.lower in {"in", "on", "among", "for"} else None)


def _of_people(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return what tells which people something is done to or meant for: "patients who have thinning hair"."""
    meant = token.dep in {"dobj", "pobj", "attr"} or token.lemma in english["phrase.persons"]
    clause = _behind(sentence, token.i, "relcl", "acl") if meant and token.pos == "NOUN" else None
    if clause is None or clause.tag == "VBN":
        return None
    who = sentence.tokens[token.i + 1].lower == "who"
    return clause if who or token.lemma in english["person_nouns"] else None


def _taken_with(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return what a thing is put together with, without which nothing is said of it: "zinc taken with iron"."""
    behind = _behind(sentence, token.i, "acl") if token.pos in {"NOUN", "PROPN"} else None
    if behind is None or behind.tag != "VBN" or behind.lemma not in english["phrase.putting_together"]:
        return None
    return behind if sentence.has(behind.i, ("with",), "prep") else None


def _by_name(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return what a noun for things of a sort is called: "cells called HFSCs"."""
    named = _behind(sentence, token.i, "acl") if token.pos == "NOUN" else None
    return named if named is not None and named.tag == "VBN" and named.lower in {"called", "named"} else None


def _of_sort(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return what tells of which things something holds at large: "foods high in salt", "cars built by hand"."""
    if token.dep not in {"nsubj", "nsubjpass"} or token.pos != "NOUN" or sentence.kids(token.i, "poss", "nummod"):
        return None
    article = sentence.kid(token.i, "det")
    general = token.tag in {"NN", "NNS"} if article is None else article.lower in english["phrase.at_large"]
    behind = ("relcl", "acl", "amod") if token.tag == "NNS" or article is not None else ("relcl",)
    clause = _behind(sentence, token.i, *behind) if general else None
    return clause if clause is not None and len(sentence.spans[clause.i]) > 1 else None


def _by_standard(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return the standard that a thing or quality is measured by: "as cheap as coal", "fewer birds than cats do".

    What a thing is compared with by a bare "than" is told by a qualifier.
    """
    behind = sentence.tokens[min(token.i + 1, len(sentence.tokens) - 1)]
    if behind.lower not in _STANDARDS or behind.dep not in {"prep", "mark"}:
        return None
    before = [token, *sentence.kids(token.i), *(k for kid in sentence.kids(token.i) for k in sentence.kids(kid.i))]
    as_much = behind.lower == "as" and any(k.lower == "as" and k.dep == "advmod" and k.i < token.i for k in before)
    graded = any(k.tag in {"JJR", "RBR"} and k.i <= token.i for k in before)
    more = behind.lower == "than" and behind.dep == "mark" and graded
    if not (as_much or more):
        return None
    standard = sentence.tokens[behind.head] if behind.dep == "mark" else behind
    return standard if sentence.spans[standard.i][0] == behind.i else None


def _of_degree(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return for how much more or less a thing is so, without which it is not so at all: "not ill for fewer days"."""
    behind = sentence.tokens[token.i + 1]
    if token.dep != "acomp" or behind.dep != "prep" or behind.head not in {token.i, token.head}:
        return None
    measure = sentence.kid(behind.i, "pobj")
    graded = measure is not None and any(k.tag == "JJR" for k in sentence.kids(measure.i, "amod"))
    return behind if graded else None


def _of_rest(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return the "left" that tells that an amount is what remains: "86% left", "two litres left"."""
    behind = sentence.tokens[token.i + 1]
    amount = token.lower == "%" or token.lemma in english["phrase.units"] or token.tag == "CD"
    return behind if behind.lower == "left" and amount and not behind.kids and behind.head <= token.i else None


#: What may complete a head that names a concept, and any other, in the order in which it is asked.
_WAYS: tuple[Callable[[Sentence, Token, English], Token | None], ...] = (
    _to_do,
    _of_pronoun,
    _of_noun,
    _of_only_one,
    _of_people,
    _by_name,
    _taken_with,
)
_ALL_WAYS = (*_WAYS, _of_sort, _by_standard, _of_degree, _of_rest)
