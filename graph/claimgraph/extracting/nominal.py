"""The rules of noun phrases that claim something: appositions, "the use of X for Y", "X's effect on Y"."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from claimgraph.extracting.clauses import clause_above, negated
from claimgraph.extracting.context import context
from claimgraph.extracting.denying import deniers
from claimgraph.extracting.events import sums_up
from claimgraph.extracting.frame import Context, Frame
from claimgraph.extracting.targets import Target
from claimgraph.knowledge.english import English
from claimgraph.knowledge.units import units
from claimgraph.language.cleaning import DASHES
from claimgraph.language.parsed import Sentence, Token


def appositive(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield a frame for every apposition that says what something is ("FGF, a potent growth factor").

    Args:
        sentence: to read.
        english: the word lists.
    """
    for token in sentence.tokens:
        if token.dep != "appos" or not (token.pos in {"NOUN", "PROPN"} or _one_of(sentence, token)):
            continue
        if sums_up(sentence, token, english):
            continue
        head = sentence.tokens[token.head]
        if head.pos not in {"NOUN", "PROPN", "PRON"} or _acronym(sentence, head, token):
            continue
        if any(is_none(sentence, head, token) for is_none in _NO_DESCRIPTIONS):
            continue
        above = context(sentence, clause_above(sentence, head.i), english)
        set_against = head.dep == "dobj" and _denied(sentence, token, english)
        if _describes(sentence, head, token) and above.asserted and not above.flipped and not set_against:
            yield Frame(
                rule="apposition",
                verbs=(),
                head=token.i,
                subject=head.i,
                object=token.i,
                key="be",
                negations=_denied(sentence, token, english),
                context=Context(speakers=above.speakers, verbs=above.verbs, hedges=above.hedges),
            )


def _describes(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether an apposition describes its head: a common noun with a determiner, adjective or owner."""
    determiners = {k.lower for i in (token.i, head.i) for k in sentence.kids(i, "det")}
    noun = token.pos == "NOUN" and sentence.kid(token.i, "det", "amod", "poss") is not None
    return (noun or _one_of(sentence, token) or _names(sentence, head, token)) and "no" not in determiners


def _one_of(sentence: Sentence, token: Token) -> bool:
    """Say whether a description is "one of" several things."""
    return token.lower == "one" and sentence.has(token.i, ("of",), "prep")


def _names(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether a name between commas tells who or what a noun means: "the defendant, Marlon Tweed, ran it"."""
    inside = sentence.spans[token.i]
    around = [sentence.tokens[i].text for i in (inside[0] - 1, inside[-1] + 1) if i < len(sentence.tokens)]
    known = any(k.lower == "the" or k.dep == "poss" for k in sentence.kids(head.i, "det", "poss"))
    bare = all(sentence.tokens[k].dep == "compound" for k in token.kids)
    return token.tag == "NNP" and head.tag == "NN" and known and bare and around == [",", ","]


def _differs(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether a name of one is followed by several things: "Ada Moss, the arguments"."""
    if head.lower in {"i", "you", "we"} and token.i > head.i + 3:
        return True
    return head.tag in {"NNP", "NN"} and token.tag == "NNS" and sentence.kid(head.i, "conj") is None


def _goes_on_list(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether an apposition only goes on a list: "oats, toasted nuts, and dried fruit"."""
    bare = sentence.kid(token.i, "det", "poss") is None
    return (bare and sentence.kid(token.i, "conj", "cc") is not None) or _listed_in_fragment(sentence, head)


def _listed_in_fragment(sentence: Sentence, head: Token) -> bool:
    """Say whether several nouns only stand beside each other where nothing is said of them: "cold feet, damp walls"."""
    if head.head != head.i or head.tag != "NNS" or sentence.kid(head.i, "det", "poss") is not None:
        return False
    beside = sentence.kids(head.i, "appos")
    return len(beside) > 1 or any(sentence.kid(k.i, "appos") is not None for k in beside)


def _after_dash(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether a dash parts a description from a noun inside a phrase, which may be of all before the dash."""
    first = sentence.spans[token.i][0]
    dash = first > 0 and (sentence.tokens[first - 1].text in DASHES or sentence.tokens[first].text in DASHES)
    return dash and head.dep == "pobj"


def _repeats(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether a second noun only goes on with what a copula says: "it was a feast, a joy"."""
    return head.dep == "attr" and all(sentence.tokens[k].dep in {"det", "punct"} for k in token.kids)


def _exemplifies(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether an apposition only gives an example: "a set of tests, e.g. the lethal dose"."""
    before = sentence.tokens[max(0, sentence.spans[head.i][0] - 3) : head.i]
    within = (sentence.tokens[i] for i in sentence.spans[token.i] if i < token.i)
    return any(t.lower in _EXAMPLES - {"say"} for t in before) or any(t.lower in _EXAMPLES for t in within)


def _contrasts(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether what is denied is another thing that is meant: "more buses, not more roads"."""
    inside = sentence.spans[token.i]
    before = sentence.tokens[max(0, inside[0] - 1) : token.i]
    denied = any(t.lower == "not" for t in before)
    closes = head.dep in {"dobj", "pobj"} and all(t.pos == "PUNCT" for t in sentence.tokens[inside[-1] + 1 :])
    return denied and (closes or not sentence.has(token.i, ("a", "an"), "det"))


def _beyond(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether a semicolon parts a noun from another that begins something new."""
    return any(t.text == ";" for t in sentence.tokens[head.i : token.i])


def _labelled(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether a colon parts a label from words that make no clause: "Cost: both kinds"."""
    first = sentence.spans[token.i][0]
    return head.head == head.i and first > 0 and sentence.tokens[first - 1].text == ":"


def _in_menu(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether a sign parts two entries of a menu or of the way to a page: "Prices | Our team", "Home > Tools"."""
    return not _SIGNS.isdisjoint(sentence.lowers) and any(t.text in _SIGNS for t in sentence.tokens[head.i : token.i])


_SIGNS = frozenset({"|", ">", "›", "»", "·"})


def _share_of_them(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether it only tells how many of them a clause is about: "ten tubs, each of them sown with clover"."""
    inner = (k for of in sentence.kids(token.i, "prep") if of.lower == "of" for k in sentence.kids(of.i, "pobj"))
    return any(k.lower in {"them", "us", "which", "whom"} for k in inner)


_EXAMPLES = frozenset(
    {"e.g.", "eg", "e.g", "i.e.", "ie", "i.e", "example", "instance", "say", "including", "particularly", "especially"}
    | {"notably", "mainly", "mostly", "chiefly", "primarily"}
)

#: Appositions that describe nothing.
_NO_DESCRIPTIONS: tuple[Callable[[Sentence, Token, Token], bool], ...] = (
    _labelled,
    _beyond,
    _in_menu,
    _differs,
    _goes_on_list,
    _after_dash,
    _exemplifies,
    _repeats,
    _contrasts,
    _share_of_them,
)


def _denied(sentence: Sentence, token: Token, english: English) -> tuple[int, ...]:
    """Return the "not" that denies an apposition: "a filler, not a cure"."""
    first = sentence.spans[token.i][0]
    before = sentence.tokens[max(0, first - 1) : token.i]
    return negated(sentence, token.i, english) or tuple(t.i for t in before if t.lower == "not")


def _acronym(sentence: Sentence, head: Token, token: Token) -> bool:
    """Say whether an apposition only gives another name: in parentheses, or all capitals."""
    first = sentence.spans[token.i][0]
    before = sentence.tokens[first - 1].text if first else ""
    sized = sentence.kid(token.i, "nummod") is not None
    return (before in {"(", "["} and not sized) or token.text.isupper() or head.text.isupper()


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun that claims something with what hangs on it.

    Attributes:
        sentence: its own.
        noun: itself.
        preps: its prepositions by their word.
        above: what the clauses above say.
        english: the word lists.
    """

    sentence: Sentence
    noun: Token
    preps: Mapping[str, Token]
    above: Context
    english: English

    def object_of(self, preposition: str, *deps: str) -> Token | None:
        """Return the object of one of the noun's prepositions."""
        prep = self.preps.get(preposition)
        return self.sentence.kid(prep.i, *(deps or ("pobj",))) if prep is not None else None


def nominal(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield frames for claims inside noun phrases: "the use of X for Y", "a link between X and Y", "X's effect on Y".

    Args:
        sentence: to read.
        english: the word lists.
    """
    for token in sentence.tokens:
        if token.pos != "NOUN" or token.lemma not in english.of(*_LISTS):
            continue
        kinds = [(prep, read) for words, prep, read in _NOUNS if token.lemma in english[words]]
        preps = {k.lower: k for k in sentence.kids(token.i, "prep")}
        read = next((read for prep, read in kinds if prep in preps), None)
        above = context(sentence, clause_above(sentence, token.i), english) if read is not None else None
        if read is None or above is None or not above.asserted:
            continue
        if read is not _use and _looked_into(sentence, token, english):
            continue
        frame = read(_Phrase(sentence, token, preps, above, english))
        if frame is not None:
            yield frame


def _use(phrase: _Phrase) -> Frame | None:
    """Return "X is used for Y" of "the use of X for (the treatment of) Y"."""
    what = phrase.object_of("of")
    inner = phrase.sentence.kids(what.i, "prep") if what is not None else []
    purpose = phrase.preps.get("for") or next((k for k in inner if k.lower == "for"), None)
    goal = phrase.sentence.kid(purpose.i, "pobj", "pcomp") if purpose is not None else None
    if what is None or purpose is None or goal is None or _lasts(phrase.sentence, goal, phrase.english):
        return None
    frame = Frame("nominal", (), phrase.noun.i, what.i, goal.i, (purpose.i,), key="be used for")
    return replace(frame, context=replace(phrase.above, flipped=False), clause_object=goal.dep == "pcomp")


def _lasts(sentence: Sentence, goal: Token, english: English) -> bool:
    """Say whether what stands behind "for" is a stretch of time: "the use of ice for 20 minutes"."""
    counted = sentence.kid(goal.i, "nummod") is not None
    return goal.lemma in english["argument.times"] or (counted and units().unit(goal.lower) is not None)


def _looked_into(sentence: Sentence, noun: Token, english: English) -> bool:
    """Say whether an effect or link is only looked for: "assessed the impact of light on sleep"."""
    verb = sentence.tokens[clause_above(sentence, noun.i)]
    return verb.lemma in english["clause.investigating"] and noun.i > verb.i


def _link_between(phrase: _Phrase) -> Frame | None:
    """Return "A is linked to B" of "a link between A and B", denied where the link is."""
    sentence, noun = phrase.sentence, phrase.noun
    one = phrase.object_of("between")
    other = sentence.kid(one.i, "conj") if one is not None else None
    if one is None or other is None:
        return None
    verb = clause_above(sentence, noun.i)
    denied = deniers(sentence, (verb,), None, Target(noun.i), phrase.english) if verb != noun.i else ()
    frame = Frame("nominal", (), noun.i, one.i, other.i, (phrase.preps["between"].i,), key="be linked to")
    return replace(frame, negations=denied, context=_found_by(phrase, verb), single=True)


def _found_by(phrase: _Phrase, verb: int) -> Context:
    """Return the context of what somebody finds: the finder says it ("a survey found a link between tea and sleep")."""
    who = phrase.sentence.kid(verb, "nsubj")
    finds = phrase.noun.dep == "dobj" and phrase.sentence.tokens[verb].lemma in phrase.english["report_verbs"]
    if not finds or who is None:
        return phrase.above
    return replace(phrase.above, speakers=(*phrase.above.speakers, who.i), verbs=(*phrase.above.verbs, verb))


def _effect(phrase: _Phrase) -> Frame | None:
    """Return "X affects Y" of "X's effect on Y" and "the effect of X on Y", where the clause itself does not say so."""
    sentence, noun = phrase.sentence, phrase.noun
    owner = sentence.kid(noun.i, "poss") or phrase.object_of("of")
    other = phrase.object_of("on")
    if owner is None or other is None or owner.lower in {"its", "their", "his", "her", "our", "my"}:
        return None
    denied = tuple(k.i for k in sentence.kids(noun.i, "det") if k.lower == "no")
    frame = Frame("nominal", (), noun.i, owner.i, other.i, (phrase.preps["on"].i,), key="affect")
    return replace(frame, negations=denied, context=replace(phrase.above, flipped=False))


#: The nouns that claim something with a preposition of theirs: a list of `ontology/english.toml`, and how to read them.
_NOUNS: tuple[tuple[str, str, Callable[[_Phrase], Frame | None]], ...] = (
    ("predicate.uses", "of", _use),
    ("predicate.links", "between", _link_between),
    ("predicate.effects", "on", _effect),
)
#: The lists of these nouns, each once.
_LISTS = tuple(dict.fromkeys(words for words, _, _ in _NOUNS))
