"""A second look at sentences in which the parser sees no clause because it took the verb for a noun.

"The coating peels in frost" reads as one long noun phrase to a tagger that knows "peels" as fruit. Where a sentence
has no finite verb with a subject, a word that can be a verb and agrees with the noun before it is exchanged for a verb
that is nothing else, the sentence is parsed again, and the tree is kept if that verb now heads a clause with a
subject. The words themselves stay as they are.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimgraph.knowledge.english import English, english
from claimgraph.knowledge.loading import core_pack
from claimgraph.language.blocks import Block
from claimgraph.language.kinds import sentence_kind
from claimgraph.language.parsed import Sentence, Token
from claimgraph.vocabulary.resources import ontology_text

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Sentences longer than this many tokens are left as they are.
LONGEST = 40

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_SINGULAR = frozenset({"NN", "NNP", "VBG"})
_PLURAL = frozenset({"NNS", "NNPS"})
_MISTAKEN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VB", "VBP", "VBZ", "VBG", "VBN", "VBD"})
_STARTS_OBJECT = frozenset({"DT", "PRP", "PRP$", "JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "CD", "PDT", "VBG"})
_FOLLOWS = _STARTS_OBJECT | frozenset({"IN", "RB", "RBR", "TO", "CC", ".", ",", "RP"})

#: Up to which place the noun that opens a sentence stands.
_OPENING = 3

#: Verbs of saying that take a clause and hardly ever a plain object.
_MARKS = frozenset({"that", "whether"})
_SAYING = frozenset({"say", "think", "believe", "insist", "argue", "reckon"})

#: What stands in for a verb: transitive and intransitive, third person singular and base form.
_PAST = {True: "contained", False: "happened"}
_STAND_INS = {(True, True): "contains", (True, False): "contain", (False, True): "happens", (False, False): "happen"}


@dataclass(frozen=True, slots=True)
class Guess:
    """A sentence with words taken for verbs.

    Attributes:
        verbs: index of each such word, and its base form.
        words: of the sentence, those words exchanged.
    """

    verbs: Mapping[int, str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What a second look at a document's sentences needs.

    Attributes:
        blocks: of the document; `Sentence.block` counts them.
        nlp: the pipeline that parsed them.
        words: the word lists.
        repaired: mends the known slips in a new tree.
    """

    blocks: Sequence[Block]
    nlp: "Language"
    words: English
    repaired: Callable[[tuple[Token, ...]], tuple[Token, ...]] = tuple

    def read(self, sentence: Sentence, tree: tuple[Token, ...], block_kind: str | None = None) -> Sentence:
        """Return a sentence with a new tree, mended, and what it does by that tree.

        Args:
            sentence: as it was.
            tree: its tokens with their new heads and relations.
            block_kind: of the block it is to be read in, by default its own.
        """
        tokens = self.repaired(tree)
        kind = sentence_kind(tokens, block_kind or self.blocks[sentence.block].kind, self.words)
        return replace(sentence, tokens=tokens, kind=kind)


def with_clauses(sentences: Sequence[Sentence], look: SecondLook) -> list[Sentence]:
    """Return the sentences, those that a second parse gives a clause with its tree; headings and tables are left alone.

    Args:
        sentences: of a document, in order.
        look: at them again.
    """
    found = list(sentences)
    prose = [s.tokens if look.blocks[s.block].kind not in {"heading", "table"} else () for s in found]
    for place, again in mended(prose, look.nlp).items():
        found[place] = look.read(found[place], again)
    return found


def mended(sentences: Sequence[Sequence[Token]], nlp: "Language") -> dict[int, tuple[Token, ...]]:
    """Return the tokens of the sentences that a second parse gives a clause, by their place in the sequence.

    Args:
        sentences: tokens of each, offsets those of the document.
        nlp: the pipeline that parsed them.
    """
    places: list[int] = []
    guessed: list[Guess] = []
    docs: list[Doc] = []
    for place, tokens in enumerate(sentences):
        for guess in guesses(tokens):
            places.append(place)
            guessed.append(guess)
            docs.append(unparsed(tokens, guess.words, nlp))
    found: dict[int, tuple[Token, ...]] = {}
    for place, guess, doc in zip(places, guessed, nlp.pipe(docs), strict=True):
        if place not in found and _has_clause(doc, guess):
            found[place] = reparsed(sentences[place], doc, guess.verbs)
    return found


def guesses(tokens: Sequence[Token]) -> Iterator[Guess]:
    """Yield what a sentence without a clause, or whose only clause reports nothing, may be; nothing for any other.

    The leftmost verb comes first, at first together with those of clauses that follow it.
    """
    ends = bool(tokens) and tokens[-1].text in {".", "!", ";", ":", '"', "'"}
    if not ends or not 4 <= len(tokens) <= LONGEST:
        return
    noun = _noun_before_clause(tokens)
    if noun is None and not _wanting(tokens):
        return
    places = range(1, len(tokens) - 1 if noun is None else noun.i + 1)
    candidates = {i: base for i in places if (base := _base(tokens, i)) is not None}
    if not candidates:
        return
    later = {j: base for j, base in candidates.items() if any(t.tag == "IN" for t in tokens[min(candidates) + 1 : j])}
    for i, base in candidates.items():
        together = {i: base, **_coordinated(tokens, i)}
        if later and i == min(candidates):
            yield _guess(tokens, {**together, **later})
        yield _guess(tokens, together)


def _wanting(tokens: Sequence[Token]) -> bool:
    """Say whether a sentence has no clause of its own, or only one that lacks what it says ("she says the coating")."""
    clauses = [t for t in tokens if _clause(t, tokens) and not _in_passing(t, tokens)]
    if not clauses:
        return True
    verb = clauses[0]
    if len(clauses) == 1 and verb.i > 1 and [t.lower for t in tokens[verb.i - 2 : verb.i]] == ["rather", "than"]:
        return True
    said = any(tokens[k].dep in {"ccomp", "xcomp", "aux"} and not _bare_noun(tokens, tokens[k]) for k in verb.kids)
    if len(clauses) > 1 or said or verb.dep != "ROOT" or verb.lemma not in english()["report_verbs"]:
        return False
    quoted = any(t.text in {'"', "'"} for t in tokens)
    return quoted or verb.lemma in _SAYING or any(t.lower in _MARKS and t.i == verb.i + 1 for t in tokens)


def _noun_before_clause(tokens: Sequence[Token]) -> Token | None:
    """Return the plural noun that a sentence treats as a verb: "the ferry docks at noon and is cleaned".

    What goes on from it is a clause, with a subject of its own or none that it shares with a verb; or its own verb
    is singular. So is any noun that an adverbial clause leads up to: "when levels fall, small crystals form".
    """
    for noun in tokens[1:-1]:
        if noun.head == noun.i and noun.tag == "NN" and any(tokens[k].dep == "advcl" and k < noun.i for k in noun.kids):
            return noun
        if noun.tag != "NNS" or not noun.text.islower():
            continue
        if noun.head == noun.i and any(_goes_on(tokens, tokens[k]) for k in noun.kids):
            return noun
        above = tokens[noun.head]
        one = any(tokens[k].lower in _SINGULAR_VERBS and noun.i < k for k in (*above.kids, above.i))
        joined = any(tokens[k].dep == "cc" and k > noun.i for k in noun.kids)
        if noun.dep in {"nsubj", "nsubjpass"} and one and joined:
            return noun
    return None


#: Finite verbs that no plural noun has for its own.
_SINGULAR_VERBS = frozenset({"is", "was", "has", "does"})


def _goes_on(tokens: Sequence[Token], verb: Token) -> bool:
    """Say whether a word heads a clause joined to what is before it."""
    finite = verb.tag in _FINITE or any(tokens[k].tag in _FINITE for k in verb.kids if tokens[k].dep in _AUXILIARIES)
    return verb.dep == "conj" and verb.pos in {"VERB", "AUX"} and finite


_AUXILIARIES = frozenset({"aux", "auxpass"})


def _bare_noun(tokens: Sequence[Token], said: Token) -> bool:
    """Say whether what a verb of saying is followed by is a noun without a subject, and so no clause."""
    return said.tag in _PLURAL | _SINGULAR and not any(tokens[k].dep in _SUBJECTS | {"cop"} for k in said.kids)


def _in_passing(verb: Token, tokens: Sequence[Token]) -> bool:
    """Say whether a clause only adds something to a noun behind a comma: "..., which is a relief"."""
    which = next((tokens[k] for k in verb.kids if tokens[k].tag == "WDT"), None)
    return verb.dep == "relcl" and which is not None and which.i > 0 and tokens[which.i - 1].text == ","


def _guess(tokens: Sequence[Token], taken: Mapping[int, str]) -> Guess:
    """Return a guess at a sentence in which some words are taken for verbs."""
    words = [t.text for t in tokens]
    for place, base in taken.items():
        object_behind = _takes_object(tokens, place)
        past = _PAST[object_behind] if tokens[place].lower.endswith("ed") else None
        words[place] = past or _STAND_INS[object_behind, tokens[place].lower != base]
    return Guess(taken, tuple(words))


def _clause(token: Token, tokens: Sequence[Token]) -> bool:
    """Say whether a token heads a finite clause with a subject, or is a modal or auxiliary, which no noun is."""
    if token.tag == "MD" or (token.pos == "AUX" and token.tag in _FINITE):
        return True
    return token.tag in _FINITE and any(tokens[k].dep in _SUBJECTS for k in token.kids)


def _base(tokens: Sequence[Token], i: int) -> str | None:
    """Return the base form of a word that may be a verb where it stands: it can be one, and agrees with its noun."""
    word, after, left = tokens[i], tokens[i + 1], _noun_before(tokens, i)
    before = tokens[left]
    if _clause(word, tokens) or word.tag not in _MISTAKEN or after.tag not in _FOLLOWS or not word.text.islower():
        return None
    behind_clause = before.tag in _PLURAL and any(t.text == "," for t in tokens[max(0, i - _DETERMINED) : i])
    if not (_takes_object(tokens, i) or _determined(tokens, i) or behind_clause):
        return None
    if word.tag in {"VBN", "VBD"} or word.lower.endswith("ed"):
        past = word.lower.endswith("ed") and before.tag in _SINGULAR | _PLURAL | {"VBZ"}
        return next((base for base in _past_bases(word.lower) if base in verbs()), None) if past else None
    several = before.tag == "CD" and before.lower not in {"one", "1"}
    heads = {before.tag} | (_above_phrase(tokens, left) if before.tag in _SINGULAR | _PLURAL else set())
    one = bool(heads & _SINGULAR) or _singular_above(tokens, left)
    if word.lower.endswith("s") and one and not _joined(tokens, left):
        return third_person(word.lower)
    if heads & _PLURAL or several or (before.tag in _SINGULAR and _joined(tokens, left)):
        return word.lower if word.lower in verbs() else None
    return None


def _above_phrase(tokens: Sequence[Token], left: int) -> set[str]:
    """Return the tag of the noun that opens a sentence with a prepositional phrase: "ravens on the tip"."""
    prep = next((t.i for t in tokens[1:left] if t.tag == "IN"), None)
    if prep is None or prep - 1 > _OPENING:
        return set()
    head = tokens[prep - 1]
    capital = head.i == 0 and head.tag == "NNP" and head.lower.endswith("s")
    return {"NNS" if capital else head.tag}


def _singular_above(tokens: Sequence[Token], left: int) -> bool:
    """Say whether a plural noun only tells more of a singular one: "a survey of orchards", "a study of 600 twins"."""
    before = tokens[max(0, left - _REACH) : left]
    of = next((t.i for t in reversed(before) if t.tag == "IN"), 0)
    return tokens[left].tag in _PLURAL and of > 0 and tokens[of].lower == "of" and tokens[of - 1].tag in _SINGULAR


#: How many words before a noun its determiner stands at most, a hyphened word counted as one.
_DETERMINED = 5
#: How many words may stand between "of" and its noun.
_REACH = 4


def _noun_before(tokens: Sequence[Token], i: int) -> int:
    """Return the place of the word before one, adverbs skipped."""
    left = i - 1
    while left > 0 and tokens[left].tag == "RB":
        left -= 1
    return left


def bases(word: str) -> Iterator[str]:
    """Yield the base forms a third person singular may have: "washes", "dries", "cuts".

    Args:
        word: in lower case.
    """
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("es"):
        yield word[:-2]
    yield word[:-1]


def third_person(word: str) -> str | None:
    """Return the verb of which a word can be the third person singular, None for any other word.

    >>> third_person("docks"), third_person("dries"), third_person("kettles")
    ('dock', 'dry', None)

    Args:
        word: in lower case.
    """
    return next((base for base in bases(word) if base in verbs()), None)


def _past_bases(word: str) -> Iterator[str]:
    """Yield the base forms a regular past tense may have: "reduced", "peeled", "dried", "dropped"."""
    if word.endswith("ied"):
        yield f"{word[:-3]}y"
    yield word[:-1]
    yield word[:-2]
    if word[-3:-2] == word[-4:-3]:
        yield word[:-3]


def _takes_object(tokens: Sequence[Token], i: int) -> bool:
    """Say whether what follows a word, coordinated words skipped, can begin an object."""
    after = tokens[i + 1]
    if after.tag == "CC" and i + 3 < len(tokens):
        after = tokens[i + 3]
    return after.tag in _STARTS_OBJECT


def _determined(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a determiner or possessive opens the phrase before a word."""
    hyphens = 2 * sum(t.tag == "HYPH" for t in tokens[max(0, i - _DETERMINED) : i])
    return any(t.tag in {"DT", "PRP$", "POS"} for t in tokens[max(0, i - _DETERMINED - hyphens) : i])


def _joined(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a noun is the last of several that "and" joins."""
    return any(t.lower == "and" for t in tokens[max(0, i - 3) : i])


def _coordinated(tokens: Sequence[Token], i: int) -> dict[int, str]:
    """Return the words that may be verbs joined to the one at an index.

    They stand right behind it, or further on where the first parse took them for verbs.
    """
    singular = tokens[i].lower.endswith("s")
    found: dict[int, str] = {}
    for j in range(i + 2, len(tokens) - 1):
        word = tokens[j].lower
        if not any(t.tag == "CC" for t in tokens[j - 2 : j]) or not (j == i + 2 or tokens[j].tag in {"VBZ", "VBP"}):
            continue
        may = bases(word) if singular and word.endswith("s") else () if singular else (word,)
        found.update((j, base) for base in may if base in verbs())
    return found


#: Marks that stand right behind a word, also where a bracket before them is left out.
_CLOSING = frozenset({",", ".", ";", ":", "!", "?"})


def unparsed(tokens: Sequence[Token], words: Sequence[str], nlp: "Language") -> "Doc":
    """Return words as a spaCy document, not yet parsed.

    Args:
        tokens: that the words stand for, by whose offsets the spaces are told.
        words: as the parser is to see them.
        nlp: the pipeline that is to parse them.
    """
    from spacy.tokens import Doc  # noqa: PLC0415 - loaded only where there is something to parse

    gaps = [right.start > left.end and right.text not in _CLOSING for left, right in pairwise(tokens)]
    return Doc(nlp.vocab, words=list(words), spaces=[*gaps, False])


def _has_clause(doc: "Doc", guess: Guess) -> bool:
    """Say whether a second parse is one sentence in which the first guessed verb has a subject.

    The verb is the sentence's own, or what its verb of saying reports.
    """
    verb = doc[min(guess.verbs)]
    subjects = [k for k in verb.children if k.dep_ in _SUBJECTS and k.i < verb.i]
    own = verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT")
    return verb.tag_ in _FINITE and own and bool(subjects) and len(list(doc.sents)) == 1


def reparsed(tokens: Sequence[Token], doc: "Doc", lemmas: Mapping[int, str]) -> tuple[Token, ...]:
    """Return tokens with the tree of a second parse.

    Args:
        tokens: as they were, whose words and places stay.
        doc: the second parse, word for word.
        lemmas: the base forms of the words that were exchanged for it, by index.
    """
    return tuple(
        replace(
            old, lemma=lemmas.get(old.i, new.lemma_.lower()), tag=new.tag_, pos=new.pos_, dep=new.dep_,
            head=new.head.i, kids=tuple(k.i for k in new.children),
        )
        for old, new in zip(tokens, doc, strict=True)
    )  # fmt: skip


@cache
def verbs() -> frozenset[str]:
    """Return the words that can be verbs, in base form: those of `ontology/wordnet.tsv`, the core pack and a list."""
    found = {key.split()[0] for predicate in core_pack().predicates.values() for key in predicate.verbs}
    for line in ontology_text("wordnet.tsv").splitlines():
        if not line.startswith("#"):
            _, parts, *words = line.split("\t")
            sides = parts * 2 if len(parts) == 1 else parts
            found.update(word for part, word in zip(sides, words, strict=True) if part == "v")
    return frozenset((found | english()["lemma.verbs"]) - {"be", "have", "do"})


@cache
def known_verbs() -> frozenset[str]:
    """Return every verb that is known, in base form, those that say nothing by themselves and are in no list too."""
    return verbs() | {"be", "have", "do"}
