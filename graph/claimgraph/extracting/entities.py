"""What a sentence names that a later pronoun may stand for, and what a document is mainly about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.linking import Link, link
from claimgraph.knowledge.english import English
from claimgraph.knowledge.matching import Match
from claimgraph.language.parsed import Sentence, SentenceKind, Token

#: The weight of an entity's grammatical role (Lappin & Leass 1994, table 1, in smaller numbers); others name nothing.
_ROLES: Mapping[str, float] = MappingProxyType(
    {"nsubj": 4.0, "nsubjpass": 4.0, "dobj": 2.0, "ROOT": 2.0, "attr": 1.5, "pobj": 1.0, "conj": 1.0, "appos": 1.0}
)
#: The weight of a subject's second conjunct, and of all that a heading names.
_CONJUNCT, _HEADING = 3.0, 1.0
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TREATMENTS = frozenset({"Treatment", "Product", "Procedure"})


@dataclass(frozen=True, slots=True)
class Entity:
    """Something named earlier that a pronoun may stand for.

    Attributes:
        link: what it is.
        text: its head's words.
        place: number of its sentence in the document.
        index: token index of its head.
        plural: whether it was named in the plural.
        role: weight of its grammatical role.
        person: whether it is a person or group of people.
        kind: the concept's kind, None for an open one.
        voice: label of the voice that named it.
    """

    link: Link
    text: str
    place: int
    index: int
    plural: bool
    role: float
    person: bool
    kind: str | None
    voice: str


def entities(place: int, sentence: Sentence, matches: Sequence[Match], lexicon: Lexicon) -> list[Entity]:
    """Return what a sentence names, in order.

    Args:
        place: number of the sentence in its document.
        sentence: to read.
        matches: concepts named in it.
        lexicon: what is known.
    """
    if sentence.kind is SentenceKind.FRAGMENT and len(sentence.tokens) < 3:
        return []
    counted = lexicon.english["argument.times"] | lexicon.english["reference.amounts"]
    return [
        _entity(place, sentence, token, link(sentence, token.i, matches, lexicon), lexicon)
        for token in sentence.tokens
        if token.pos in {"NOUN", "PROPN"} and token.dep in _ROLES and not described(sentence, token.i, lexicon.english)
        if token.lemma not in counted and any(map(str.isalnum, token.text))
    ]


def _entity(place: int, sentence: Sentence, token: Token, named: Link, lexicon: Lexicon) -> Entity:
    """Return a noun as an entity."""
    concept = lexicon.concept(named.concept)
    people = lexicon.english["person_nouns"] | lexicon.english["group_words"] | lexicon.english["kin_and_trades"]
    population = concept is not None and concept.kind == "Population"
    return Entity(
        link=named,
        text=token.text,
        place=place,
        index=token.i,
        plural=token.tag in {"NNS", "NNPS"},
        role=_role(sentence, token),
        person=population or token.lemma in people or _is_person(sentence, token, lexicon.english),
        kind=concept.kind if concept else None,
        voice=sentence.voice.label,
    )


def _role(sentence: Sentence, token: Token) -> float:
    """Return the weight of a noun's role."""
    if sentence.kind is SentenceKind.HEADING:
        return _HEADING
    beside_subject = token.dep == "conj" and sentence.tokens[token.head].dep in _SUBJECTS
    return _CONJUNCT if beside_subject else _ROLES[token.dep]


def _is_person(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a proper noun names a person: with a title, or one who speaks."""
    if token.pos != "PROPN" or token.tag != "NNP":
        return False
    titled = any(k.lower in english["voice.titles"] for k in sentence.kids(token.i, "compound", "nmod"))
    verb = sentence.tokens[token.head]
    saying = [verb, *sentence.kids(verb.i, "advcl")]
    speaks = token.dep == "nsubj" and any(v.lemma in english["report_verbs"] for v in saying)
    return titled or speaks or any(token.text in name.split() for _, name in sentence.people)


def described(sentence: Sentence, head: int, english: English) -> bool:
    """Say whether a noun phrase only points back: "this new pump", "the treatment", "these cells".

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
        english: the word lists.
    """
    token = sentence.tokens[head]
    determiner = sentence.kid(head, "det")
    if determiner is None or token.lemma not in english["reference.descriptions"] or token.pos not in {"NOUN", "ADJ"}:
        return False
    before = sentence.kids(head, "compound", "nmod", "poss")
    if any(k.pos in {"NOUN", "PROPN"} and k.lower != "brand" for k in before):
        return False
    told = [k for k in sentence.kids(head, "prep", "relcl", "acl") if k.dep != "prep" or k.lower in _TELLING]
    if determiner.lower in {"this", "these", "that", "those", "such"}:
        of = next((k for k in told if k.lower == "of"), None)
        inner = sentence.kid(of.i, "pobj") if of is not None else None
        return inner is None or inner.lemma in english["reference.descriptions"]
    wide = determiner.lower == "the" and token.lemma in english["reference.classes"]
    return wide and not told and not sentence.kids(head, "amod")


#: Prepositions that tell which one is meant: "the treatment of X" names its thing itself.
_TELLING = frozenset({"of", "for", "with", "to"})


def topic(sentences: Sequence[Sentence], named: Sequence[Sequence[Entity]]) -> Link | None:
    """Return what a document is mainly about: the thing named most, things that treat or are used before all others.

    Headings and questions count double, since they say what a page is about.

    Args:
        sentences: of the document.
        named: for each sentence, what it names.
    """
    counts: Counter[tuple[str, str | None]] = Counter()
    first: dict[tuple[str, str | None], int] = {}
    for place, (sentence, found) in enumerate(zip(sentences, named, strict=True)):
        leading = place == 0 or sentence.kind in {SentenceKind.HEADING, SentenceKind.QUESTION}
        for entity in found:
            if entity.person or entity.role < 1.0:
                continue
            key = (entity.link.label, entity.link.concept)
            acts = entity.role >= _ROLES["nsubj"]
            used = entity.kind in _TREATMENTS or (entity.kind == "Substance" and acts)
            counts[key] += (2 if leading else 1) * (3 if used else 1) + acts
            first.setdefault(key, place)
    if not counts:
        return None
    label, concept = min(counts, key=lambda key: (-counts[key], first[key], key[0]))
    return Link(label, concept)
