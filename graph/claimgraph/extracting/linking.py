"""What a noun phrase names: a concept of the pack, or an open one in normal form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from claimgraph.extracting.completing import completion
from claimgraph.extracting.labelling import content_label, in_words, rated, told_apart
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.knowledge.matching import Match
from claimgraph.language.parsed import Sentence, Token
from claimgraph.model.identity import ONTOLOGY

_NAMED = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "VERB"})


@dataclass(frozen=True, slots=True)
class Link:
    """What a phrase was taken to name.

    Attributes:
        label: the concept's label, or the normal form of the phrase.
        concept: IRI in the pack, None for an open concept.
        candidates: the concepts an ambiguous label could name.
        restrictions: words that narrow the concept and are not part of its label.
        narrowed: the normal form of the phrase where words in it narrow the concept: "sore scalp"; it tells no two
            links apart.
    """

    label: str
    concept: str | None = None
    candidates: tuple[str, ...] = ()
    restrictions: tuple[str, ...] = ()
    narrowed: str = field(default="", compare=False)

    @property
    def shown(self) -> str:
        """Return the label as a reader is to see it, with what narrows the concept."""
        return self.narrowed or self.label


#: What else may be asked of a phrase, in order: see `link`.
_Step = Callable[["_Asked"], Link | None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A noun phrase while it is asked what it names.

    Attributes:
        sentence: the phrase's.
        head: its head.
        matches: concepts named in the sentence.
        lexicon: what is known.
        light: whether it is light, so that what it is "of" is meant.
    """

    sentence: Sentence
    head: Token
    matches: Sequence[Match]
    lexicon: Lexicon
    light: bool


def link(
    sentence: Sentence,
    head: int,
    matches: Sequence[Match],
    lexicon: Lexicon,
    light: frozenset[str] | None = None,
    *,
    complete: bool = True,
) -> Link:
    """Return what the noun phrase with a head names.

    The longest label that covers the head wins; then the turned-round phrase ("growth of grass"), the head with one
    modifier, the noun a light head is "of" ("use of X"), the name before a carrier noun ("X therapy"); else the phrase
    stands for itself.

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
        matches: concepts named in the sentence.
        lexicon: what is known.
        light: the nouns that count as light; by default those that the word lists take for their thing. A piece of a
            cell is no cell.
        complete: whether a head that names nothing by itself goes on with what completes it.
    """
    if (known := _labelled(sentence, head, matches, lexicon, complete=complete)) is not None:
        return known
    doing = sentence.tokens[head]
    if doing.pos == "VERB" and (free := _free_relative(sentence, doing)):
        return Link(free)
    if doing.tag == "VBG" and doing.pos == "VERB" and (done := _done(sentence, doing, matches, lexicon)) is not None:
        return done
    if doing.dep == "conj" or sentence.kid(head, *_MODIFYING) is not None:
        asked = _Asked(sentence, doing, matches, lexicon, _is_light(sentence, doing, light, lexicon))
        for step in _STEPS:
            if (found := step(asked)) is not None:
                return found
    return Link(content_label(sentence, head, lexicon.english, complete=complete))


def _labelled(
    sentence: Sentence, head: int, matches: Sequence[Match], lexicon: Lexicon, *, complete: bool
) -> Link | None:
    """Return what a head names by the longest of the labels around it that stand as names, None where none does."""
    around = [match for match in matches if match.start <= head < match.end]
    if not around or sentence.has(head, ("fewer", "less"), "amod"):
        return None
    if rated(sentence, head) or _needed_often(sentence, sentence.tokens[head], lexicon):
        return Link(content_label(sentence, head, lexicon.english, complete=complete))
    whole = [_undenied(sentence, match, lexicon) for match in around]
    best = _covering([m for m in whole if m.start <= head and is_name(sentence, head, m)], head)
    if best is None:
        return None
    narrowed = _narrowed(sentence, best, matches, lexicon)
    open_phrase = complete and _completed(sentence, head, narrowed, lexicon)
    return _matched(sentence, head, replace(narrowed, iri=None) if open_phrase else narrowed, lexicon)


def _needed_often(sentence: Sentence, head: Token, lexicon: Lexicon) -> bool:
    """Say whether it is many or other sessions of a treatment that are needed: "need several X treatments"."""
    needed = head.dep == "dobj" and sentence.tokens[head.head].lemma in lexicon.english["relating.needing"]
    sessions = needed and head.tag == "NNS" and head.lemma in lexicon.english["reference.carrier_nouns"]
    return sessions and sentence.kid(head.i, "amod", "nummod") is not None


#: How words hang on a head that may name a concept together with it.
_MODIFYING = ("prep", "compound", "amod", "nmod", "poss")


def _is_light(sentence: Sentence, noun: Token, light: frozenset[str] | None, lexicon: Lexicon) -> bool:
    """Say whether a noun is light, among those given or those the word lists take for their thing."""
    english = lexicon.english
    nouns = english.without("reference.light_nouns", "reference.apart_from") if light is None else light
    if noun.lemma not in nouns or _spoken_of(sentence, noun, lexicon):
        return False
    scaled = sentence.has(noun.i, english["clause.scalar"], "amod")
    return not (scaled and noun.lemma in english["qualifier.amounts"])


def _spoken_of(sentence: Sentence, noun: Token, lexicon: Lexicon) -> bool:
    """Say whether an amount or a use is what a predicate is about: it is the use of drones that "is new" or "rises"."""
    if noun.dep not in {"nsubj", "nsubjpass"}:
        return False
    verb, use = sentence.tokens[noun.head], noun.lemma in lexicon.english["phrase.uses"]
    amount = noun.lemma in lexicon.english["qualifier.amounts"]
    if not use and not (amount and sentence.has(noun.i, ("the",), "det")):
        return False
    if sentence.kid(verb.i, "acomp") is not None:
        return True
    shifts = {ONTOLOGY + "rises", ONTOLOGY + "falls"} & set(lexicon.verbs.exactly(verb.lemma))
    return use and bool(shifts) and sentence.kid(verb.i, "dobj") is None


def _undenied(sentence: Sentence, match: Match, lexicon: Lexicon) -> Match:
    """Return a label without the denial it opens with, which is told by the polarity: "no benefit" is of a benefit."""
    if sentence.tokens[match.start].lower != "no" or match.end - match.start < 2:
        return match
    rest = " ".join(t.text for t in sentence.tokens[match.start + 1 : match.end])
    named = lexicon.named(rest)
    return replace(match, start=match.start + 1, iri=named[0], candidates=()) if len(named) == 1 else match


def _narrowed(sentence: Sentence, best: Match, matches: Sequence[Match], lexicon: Lexicon) -> Match:
    """Return the treatment named before a word for treatments in general: "PRP hair loss treatment" is PRP."""
    concept = lexicon.concept(best.iri)
    if concept is None or concept.kind != "Treatment":
        return best
    beside = (m for m in matches if m.iri and m.end == best.start and m.iri != best.iri)
    named = (m for m in beside if (c := lexicon.concept(m.iri)) is not None and c.kind in _TREATING)
    return next(named, best)


_TREATING = frozenset({"Treatment", "Substance", "Product", "Procedure"})


def _free_relative(sentence: Sentence, verb: Token) -> str:
    """Return the words of "what nobody disputes", "" for any other verb."""
    words = sentence.spans[verb.i]
    first = sentence.tokens[words[0]]
    if first.tag != "WP" or verb.dep not in {"csubj", "nsubj", "csubjpass"} or len(words) > _FREE:
        return ""
    return in_words(sentence, words)


_FREE = 8


def _done(sentence: Sentence, doing: Token, matches: Sequence[Match], lexicon: Lexicon) -> Link | None:
    """Return what a gerund names: the thing that is taken or used, else the deed with its object, or in its words."""
    thing, inside = sentence.kid(doing.i, "dobj"), sentence.spans[doing.i]
    if thing is None:
        return Link(in_words(sentence, inside)) if doing.dep == "csubj" and 1 < len(inside) <= _FREE else None
    named = link(sentence, thing.i, matches, lexicon)
    if doing.lemma in lexicon.english["clause.consuming"]:
        return named
    particle = sentence.kid(doing.i, "prt")
    deed = f"{doing.lemma} {particle.lower}" if particle is not None else doing.lemma
    return Link(f"{deed} {named.label}")


#: How verbs hang on the rest that make a clause of their own.
_CLAUSAL = frozenset({"ROOT", "acl", "relcl", "xcomp", "ccomp", "advcl", "conj", "pcomp"})


def is_name(sentence: Sentence, head: int, match: Match) -> bool:
    """Say whether a label stands in the text as a name.

    No verb of the clause is inside it, no denial, since that is told by the polarity ("no benefit"), and no "non-"
    stands before it.
    """
    tokens, start = sentence.tokens, match.start
    if tokens[start].lower in {"no", "not", "without"}:
        return False
    if any(t.pos == "VERB" and t.i != head and t.dep in _CLAUSAL for t in tokens[start : match.end]):
        return False
    return not (start > 1 and tokens[start - 1].text == "-" and tokens[start - 2].lower in {"non", "anti", "un"})


def _goes_on(sentence: Sentence, match: Match) -> bool:
    """Say whether a hyphen joins a label to an adjective or participle: "stem cell-derived", "caffeine-free"."""
    behind = sentence.tokens[match.end - 1 : match.end + 2]
    if len(behind) < 3 or behind[1].text != "-" or not behind[0].end == behind[1].start < behind[2].start:
        return False
    return behind[1].end == behind[2].start and (behind[2].tag in {"VBN", "VBG"} or behind[2].pos == "ADJ")


def _covering(matches: Sequence[Match], place: int, *, known: bool = False) -> Match | None:
    """Return the longest label that covers a token, where asked for only of those that name one concept."""
    covering = [m for m in matches if m.start <= place < m.end and (m.iri or not known)]
    return max(covering, key=lambda m: m.end - m.start) if covering else None


def _concept_link(lexicon: Lexicon, iri: str) -> Link:
    """Return the link to a concept of the pack."""
    return Link(lexicon.pack.concepts[iri].label, iri)


def _only(lexicon: Lexicon, label: str) -> Link | None:
    """Return the link to the one concept a label names, None where it names none or several."""
    named = lexicon.named(label)
    return _concept_link(lexicon, named[0]) if len(named) == 1 else None


def _matched(sentence: Sentence, head: int, match: Match, lexicon: Lexicon) -> Link:
    """Return the link of a label found in the text."""
    if match.iri is None:
        return Link(content_label(sentence, head, lexicon.english), None, match.candidates)
    restrictions = _restrictions(sentence, head, match, lexicon)
    if _of_another_sort(sentence, head, match, lexicon):
        return Link(content_label(sentence, head, lexicon.english), None, (), restrictions)
    if _judged(sentence, head, match, lexicon):
        return Link(content_label(sentence, head, lexicon.english), match.iri, (), restrictions)
    label = lexicon.pack.concepts[match.iri].label
    narrowed = content_label(sentence, head, lexicon.english) if _is_narrowed(sentence, head, match, lexicon) else ""
    return Link(label, match.iri, (), restrictions, narrowed)


def _is_narrowed(sentence: Sentence, head: int, match: Match, lexicon: Lexicon) -> bool:
    """Say whether words before a label's head, and not part of it, tell which of its kind are meant: "sore scalp"."""
    kids = sentence.kids(head, "amod", "compound", "nmod") if match.end == head + 1 else []
    empty = lexicon.english["phrase.empty"]
    return any(k.i < match.start and k.lower not in empty and (k.i or k.pos == "ADJ") for k in kids)


def _of_another_sort(sentence: Sentence, head: int, match: Match, lexicon: Lexicon) -> bool:
    """Say whether a common noun right before a one-word label makes it the name of something else: "bone cells"."""
    before = sentence.tokens[match.start - 1] if match.start > 0 and match.end - match.start == 1 else None
    if before is None or before.tag not in {"NN", "NNS"} or before.dep != "compound" or before.head != head:
        return False
    english, concept = lexicon.english, lexicon.concept(match.iri)
    own = concept is not None and before.lemma in concept.label.split()
    empty = english.of("phrase.generic", "reference.light_nouns", "reference.carrier_nouns")
    return match.start == head and not own and before.lemma not in empty


def _completed(sentence: Sentence, head: int, match: Match, lexicon: Lexicon) -> bool:
    """Say whether what stands behind a label makes it another thing: "men with hair", "a reason to stay"."""
    if match.end != head + 1:
        return False
    completed = completion(sentence, head, lexicon.english, known=True)
    return bool(completed) or told_apart(sentence, head, lexicon.english) is not None


def _judged(sentence: Sentence, head: int, match: Match, lexicon: Lexicon) -> bool:
    """Say whether a label names no more than that something comes of a thing, and an adjective tells what."""
    bare = match.end - match.start == 1 and sentence.tokens[head].lemma in lexicon.english["phrase.outcomes"]
    return bare and sentence.kid(head, "amod") is not None


def _restrictions(sentence: Sentence, head: int, match: Match, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the modifiers of a head that its concept's label does not cover and that narrow it."""
    english = lexicon.english
    evaluative = english.of("clause.better", "clause.worse", "hedge_adjectives")
    found = []
    for kid in sentence.kids(head, "amod", "compound"):
        if match.start <= kid.i < match.end or kid.lemma in evaluative or kid.tag in {"JJR", "JJS"}:
            continue
        if kid.pos in {"ADJ", "NOUN", "PROPN"} and kid.lower not in english["phrase.generic"]:
            found.append(kid.lemma if kid.pos == "NOUN" else kid.lower)
    return tuple(found)


def paired(sentence: Sentence, head: int, lexicon: Lexicon) -> tuple[Link, ...]:
    """Return the concepts a noun names with each of its coordinated adjectives: "longer and warmer summers"."""
    token = sentence.tokens[head]
    adjectives = [k for first in sentence.kids(head, "amod") for k in (first, *sentence.kids(first.i, "conj"))]
    if len(adjectives) < 2:
        return ()
    found = (_only(lexicon, f"{adjective.text} {token.text}") for adjective in adjectives)
    return tuple(dict.fromkeys(named for named in found if named is not None))


def _turned(asked: _Asked) -> Link | None:
    """Return the concept of "growth of grass" by its label "grass growth"."""
    for prep in asked.sentence.kids(asked.head.i, "prep"):
        noun = asked.sentence.kid(prep.i, "pobj") if prep.lower == "of" else None
        for first in (noun.text, noun.lemma) if noun is not None else ():
            if (named := _only(asked.lexicon, f"{first} {asked.head.text}")) is not None:
                return named
    return None


def _paired(asked: _Asked) -> Link | None:
    """Return the concept of the head with one of its modifiers: "longer and warmer summers" are longer summers.

    The second of two coordinated nouns shares the first one's modifiers: "tooth loss and decay".
    """
    head = asked.head
    modifiers = asked.sentence.kids(head.i, "amod", "compound", "nmod")
    if head.dep == "conj" and not asked.sentence.kids(head.i, "amod", "compound", "det"):
        modifiers += asked.sentence.kids(head.head, "compound")
    plain = [k for k in modifiers if k.i == 0 or asked.sentence.tokens[k.i - 1].text != "-"]
    named = (_only(asked.lexicon, f"{kid.text} {head.text}") for kid in plain)
    return next((link for link in named if link is not None), None)


def _light(asked: _Asked) -> Link | None:
    """Return what a light noun is "of": "the use of X", "a wide array of X"; and X of "one in five X"."""
    if not asked.light and asked.head.tag != "CD":
        return None
    for prep in asked.sentence.kids(asked.head.i, "prep"):
        noun = asked.sentence.kid(prep.i, "pobj")
        whole = prep.lower == "in" and asked.head.tag == "CD" and noun is not None and noun.tag == "NNS"
        dated = noun is not None and noun.tag == "NNP" and noun.lower in asked.lexicon.english["argument.times"]
        if (prep.lower == "of" or whole) and not dated and noun is not None and noun.pos in _NAMED:
            return link(asked.sentence, noun.i, asked.matches, asked.lexicon)
    return None


def _carried(asked: _Asked) -> Link | None:
    """Return the concept beside a carrier noun: "X injection", "X technology", "treatment with X"."""
    if asked.head.lemma not in asked.lexicon.english["reference.carrier_nouns"]:
        return None
    for kid in reversed(asked.sentence.kids(asked.head.i, "compound", "amod", "nmod", "poss")):
        best = _covering(asked.matches, kid.i, known=True)
        if best is not None and best.iri is not None and _given(asked, best):
            return _concept_link(asked.lexicon, best.iri)
    for prep in asked.sentence.kids(asked.head.i, "prep"):
        noun = asked.sentence.kid(prep.i, "pobj") if prep.lower in {"of", "with", "using"} else None
        if noun is not None and _covering(asked.matches, noun.i, known=True) is not None:
            return link(asked.sentence, noun.i, asked.matches, asked.lexicon)
    return None


def _given(asked: _Asked, match: Match) -> bool:
    """Say whether a concept is what one is given or takes, so that its therapy is it: "hair procedures" are no hair."""
    concept = asked.lexicon.concept(match.iri)
    return concept is not None and concept.kind in _TREATING and not _goes_on(asked.sentence, match)


#: How a phrase whose head no label covers may still name a concept, in order.
_STEPS: tuple[_Step, ...] = (_turned, _paired, _light, _carried)
