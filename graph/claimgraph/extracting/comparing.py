"""Comparisons: "much quicker onset than X" orders its subject against X in one dimension."""

from collections.abc import Iterator
from dataclasses import replace

from claimgraph.extracting.chains import chain
from claimgraph.extracting.clauses import SUBJECTS, VERBAL, correlated, raised_report, verb_above
from claimgraph.extracting.context import context
from claimgraph.extracting.denying import deniers
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.phrases import conjuncts, graded, nothing_more_than
from claimgraph.extracting.subjects import subject
from claimgraph.extracting.weakening import weakeners
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

#: How many words before "than" its comparative may stand.
_REACH = 14


def comparative(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield a frame for every comparative with what it is compared with.

    "A has a quicker onset and steadier growth than B" gives "A be quicker than B" (dimension onset) and "A be steadier
    than B" (dimension growth).
    """
    for than in sentence.tokens:
        if than.lower not in {"than", "to"} or than.dep != "prep":
            continue
        kinds = ("pobj", "pcomp") if than.lower == "than" else ("pobj",)
        other = sentence.kid(than.i, *kinds)
        if other is None or not _comparable(sentence, than, other) or nothing_more_than(sentence, than.i - 2):
            continue
        words = _compared_to(sentence, than, english) if than.lower == "to" else _comparatives(sentence, than, english)
        for word in words:
            frame = _comparison(sentence, word, than, other, english)
            if frame is not None:
                yield frame
                yield from _besides(sentence, frame, other)


def _besides(sentence: Sentence, frame: Frame, other: Token) -> Iterator[Frame]:
    """Yield what else the verb of a comparison has: "cooks report more stress than nurses, and more pain"."""
    verb = sentence.tokens[frame.verbs[-1]] if frame.verbs else None
    if verb is None or verb.lemma == "be":
        return
    measured = conjuncts(sentence, frame.dimension)[1:] if frame.dimension is not None else []
    for head in (*conjuncts(sentence, other.i)[1:], *(i for i in measured if i > other.i)):
        if graded(sentence, head):
            plain = replace(frame, rule="clause", head=verb.i, object=head, links=(), key=None)
            yield replace(plain, comparison=None, dimension=None)


def correlative(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield what grows with another thing where no verb says so: "the older the roof, the weaker the beams".

    Args:
        sentence: to read.
        english: the word lists.
    """
    halves = correlated(sentence)
    if halves is None:
        return
    grown = sentence.tokens[halves[1] + 1 :]
    stop = next((n for n, t in enumerate(grown) if t.text in {",", ";", ".", "!"}), len(grown))
    noun = next((t for t in grown[1:stop] if t.pos in {"NOUN", "PROPN"}), None)
    if noun is not None and not any(t.pos in VERBAL for t in grown[:stop]):
        verb = verb_above(sentence, noun.i)
        if verb is None or verb.dep not in {"ccomp", "advcl", "relcl", "acl"}:
            yield Frame("correlative", (), grown[0].i, noun.i, grown[0].i, key="be")


def _comparable(sentence: Sentence, than: Token, other: Token) -> bool:
    """Say whether the object of "than" is a thing: no number ("more than 30"), no clause ("than drivers expected")."""
    number = than.lower == "than" and sentence.kid(other.i, "nummod") is not None and not other.tag.startswith("NN")
    clause = any(k.i == other.i + 1 and k.tag in {"VBN", "VBD", "VBP"} and not k.kids for k in sentence.kids(other.i))
    return (
        (other.pos in {"NOUN", "PROPN", "PRON"} or (other.dep == "pcomp" and other.tag == "VBG"))
        and not number
        and not clause
        and other.lower not in {"that", "this", "it", "before"}
    )


def _compared_to(sentence: Sentence, to: Token, english: English) -> list[Token]:
    """Return "superior" of "superior to"."""
    head = sentence.tokens[to.head]
    return [head] if head.lemma in english["predicate.compared_to"] else []


def _comparatives(sentence: Sentence, than: Token, english: English) -> list[Token]:
    """Return the comparative words before a "than" in its clause, nearest last.

    Those of the subject only where there is no other: "cheaper buses do more than cameras" compares what they do.
    """
    verb = verb_above(sentence, than.i)
    found = [
        token
        for token in sentence.tokens[max(0, than.i - _REACH) : than.i]
        if token.tag in {"JJR", "RBR"}
        and token.lower not in english["predicate.not_compared"]
        and (token.pos in VERBAL or verb_above(sentence, token.i) is verb)
    ]
    who = next((sentence.spans[k.i] for k in sentence.kids(verb.i, *SUBJECTS)), ()) if verb is not None else ()
    outside = [token for token in found if token.i not in who]
    behind = [token for token in outside if verb is not None and token.i > verb.i]
    counted = [token for token in found if than.i in who or token.lower in _MORE]
    return behind or outside or counted


#: Words for how many there are, by which a subject is compared from behind its verb: "more men smoke than women".
_MORE = frozenset({"more", "fewer", "less"})


def _comparison(sentence: Sentence, word: Token, than: Token, other: Token, english: English) -> Frame | None:
    """Return the frame of one comparative, None where nobody is compared or the clause is not asserted."""
    start = compared_in(sentence, word, english)
    if start is None:
        return None
    above = context(sentence, start.i, english)
    who = _made(sentence, word) or subject(sentence, start, english)
    if not above.asserted or who is None or who.i == other.i:
        return None
    quality, dimension = _quality(sentence, word)
    if quality is None:
        return None
    links = chain(sentence, start.i, english)
    denied = deniers(sentence, links.verbs, who.i, None, english)
    compared = sentence.kids(word.i, "advmod", "det", "neg")
    denied += tuple(k.i for k in compared if k.lower in {"no", "not", "n't"} and k.i not in denied)
    before = sentence.tokens[max(0, word.i - 1)]
    denied += (before.i,) if before.lower == "no" and before.i not in denied else ()
    return Frame(
        rule="comparison",
        verbs=links.verbs,
        head=word.i,
        subject=who.i,
        object=other.i,
        links=(than.i,),
        negations=(*denied, *links.deniers),
        hedges=(*links.weakeners, *weakeners(sentence, links.verbs, None, english), *above.hedges),
        context=above,
        key=_key(sentence, word, quality, than),
        comparison=word.i,
        dimension=dimension.i if dimension is not None else None,
    )


def compared_in(sentence: Sentence, word: Token, english: English) -> Token | None:
    """Return the outermost verb of the clause that something is compared in, None where there is none.

    Args:
        sentence: of the comparison.
        word: by which things are compared: "quicker", the "quick" of "as quick as".
        english: the word lists.
    """
    start = verb_above(sentence, word.i)
    while start is not None and start.dep == "xcomp" and sentence.tokens[start.head].pos in VERBAL:
        if raised_report(sentence, sentence.tokens[start.head], english) is start:
            break
        start = sentence.tokens[start.head]
    return start


def _made(sentence: Sentence, word: Token) -> Token | None:
    """Return what is made to be more of something: "its weight makes it a better anchor than a stone"."""
    noun = sentence.tokens[word.head]
    return sentence.kid(noun.i, "nsubj") if word.dep == "amod" and noun.dep == "ccomp" else None


def _key(sentence: Sentence, word: Token, quality: str, than: Token) -> str:
    """Return a comparison's key: what is compared, or by how much a verb holds ("matters more than")."""
    verb = sentence.tokens[word.head]
    degree = word.lower in {"more", "less"} and verb.pos == "VERB" and word.i > verb.i
    return f"{verb.lemma if degree else 'be'} {quality} {than.lower}"


def _qualified(sentence: Sentence, adjective: Token) -> Token | None:
    """Return the noun an adjective is said of, through coordination: "quicker and more robust growth"."""
    while adjective.dep == "conj" and adjective.head != adjective.i:
        adjective = sentence.tokens[adjective.head]
    noun = sentence.tokens[adjective.head]
    return noun if adjective.dep in {"amod", "nmod"} and noun.pos in {"NOUN", "PROPN"} else None


#: What "lower" and "upper" name a part of.
_PARTS = frozenset(
    {
        "back",
        "body",
        "limb",
        "limbs",
        "leg",
        "legs",
        "arm",
        "jaw",
        "abdomen",
        "lip",
        "house",
        "chamber",
        "court",
        "class",
    }
)


def _quality(sentence: Sentence, word: Token) -> tuple[str | None, Token | None]:
    """Return the comparative as it is said ("quicker", "more robust", "more") and the noun it is said of.

    A number of things ("three more trials than") has no quality.
    """
    head = sentence.tokens[word.head]
    behind = sentence.tokens[min(word.i + 1, len(sentence.tokens) - 1)].lower
    if behind == "like" or (word.lower in {"lower", "upper", "inner", "outer"} and behind in _PARTS):
        return None, None
    degree = word.lower in {"more", "less"}
    of_adverb = word.tag == "RBR" and head.pos in {"ADV", "VERB"}
    if degree and head.i > word.i and (head.pos == "ADJ" or of_adverb):
        return f"{word.lower} {head.lower}", _qualified(sentence, head)
    if head.pos not in {"NOUN", "PROPN"} or word.dep not in {"amod", "nmod", "advmod"}:
        return word.lower, None
    following = sentence.tokens[word.i + 1]
    if degree and following.pos == "ADJ" and following.head == head.i:
        return f"{word.lower} {following.lower}", head
    counted = sentence.kid(head.i, "nummod") is not None and (degree or word.lower == "fewer")
    return (None, None) if counted else (word.lower, head)
