"""What pronouns and descriptions stand for, within the voice and across sentences.

Rules instead of a trained model: recency, grammatical role, number, and what the pack knows of kinds, in the spirit
of Lappin and Leass, "An algorithm for pronominal anaphora resolution", Computational Linguistics 20(4), 1994.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.linking import Link, link
from claimgraph.knowledge.english import English
from claimgraph.knowledge.matching import Match
from claimgraph.language.parsed import Sentence, SentenceKind, Token

_ROLES = {"nsubj": 4.0, "nsubjpass": 4.0, "dobj": 2.0, "attr": 1.5, "pobj": 1.0, "conj": 1.0, "ROOT": 2.0, "appos": 1.0}
_THINGS = frozenset({"Treatment", "Substance", "Product", "Procedure", "Cell", "Mechanism"})
_PATIENTS = frozenset({"Outcome", "Condition", "Evidence", "Measure", "Anatomy"})
_REACH = 5
#: How salient what a document is mainly about is, however far back it was named.
_TOPICAL = 3.0
#: How salient anything else must be; a pronoun is better left standing than guessed.
_LEAST = 1.5


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


@dataclass
class Discourse:
    """What has been named so far in one document, and what it is mainly about.

    Attributes:
        lexicon: what is known.
        topic: what the document is mainly about, None where nothing stands out.
        entities: named so far, in order.
        acronyms: short forms the text has defined, with what they stand for.
    """

    lexicon: Lexicon
    topic: Link | None = None
    entities: list[Entity] = field(default_factory=list)
    acronyms: dict[str, Link] = field(default_factory=dict)

    def note(self, named: Sequence[Entity]) -> None:
        """Take in what a sentence names."""
        self.entities += named
        del self.entities[:-200]

    def define(self, sentence: Sentence, matches: Sequence[Match]) -> None:
        """Take in the short forms a sentence defines in brackets: "low-emission zones (LEZs)"."""
        for token in sentence.tokens:
            short = token.text.rstrip("s")
            before = sentence.tokens[token.i - 1].text if token.i else ""
            if before == "(" and len(short) > 1 and short.isupper() and token.head < token.i and token.dep == "appos":
                self.acronyms.setdefault(short, link(sentence, token.head, matches, self.lexicon))

    def stand_in(self, place: int, sentence: Sentence, head: int, link: Link) -> None:
        """Take in that a pronoun or description stood for something, which keeps it in mind for the next one."""
        token = sentence.tokens[head]
        if token.dep not in {"nsubj", "nsubjpass"}:
            return
        concept = self.lexicon.concept(link.concept)
        plural = token.lower in {"they", "these", "those"} or token.tag == "NNS"
        kind = concept.kind if concept else None
        self.entities.append(Entity(link, token.text, place, token.i, plural, 4.0, False, kind, sentence.voice.label))

    def resolve(self, place: int, sentence: Sentence, head: int) -> Link | None:
        """Return what a pronoun or description stands for, None where it names its thing itself or nothing fits."""
        token = sentence.tokens[head]
        words = self.lexicon.english
        if sentence.kid(head, "relcl", "prep") is not None and token.lower in {"those", "these", "one", "ones"}:
            return None
        if any(k.lower in {"no", "any", "every", "some"} for k in sentence.kids(head, "det")) or token.lower in {
            "both"
        }:
            return None
        if head and sentence.tokens[head - 1].text == "-":
            return None
        if token.lower == "something" or (
            token.lower == "one" and token.pos in {"PRON", "NOUN", "NUM"} and token.dep in {"dobj", "pobj"}
        ):
            return self.topic
        if token.pos == "PRON" or token.lower in {"these", "those", "this", "that"}:
            return self._pronoun(place, sentence, token)
        if described(sentence, head, words):
            return self._description(place, sentence, token)
        return None

    def _pronoun(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what a pronoun stands for."""
        words = self.lexicon.english
        if token.lower in words["reference.plural_pronouns"]:
            return _matrix_people(sentence, token, self) or self._best(place, sentence, token, plural=True)
        if token.lower in {"it", "its", "itself"}:
            return None if _identifies(sentence, token) else self._best(place, sentence, token, plural=False)
        if token.lower in {"this", "that"}:
            verb = sentence.tokens[token.head]
            named = sentence.kid(verb.i, "attr") if verb.lemma == "be" and token.dep == "nsubj" else None
            if named is not None:
                thing = named.lemma in words["reference.descriptions"]
                return self._best(place, sentence, token, plural=None, things=True) if thing else None
            helps = token.dep == "nsubj" and any(k.dep == "aux" for k in sentence.kids(verb.i))
            return self._best(place, sentence, token, plural=None) if helps else None
        return None

    def _description(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what "this treatment", "these cells", "the product" stands for."""
        plural = token.tag in {"NNS", "NNPS"}
        return self._best(place, sentence, token, plural=plural, things=True)

    def _best(
        self, place: int, sentence: Sentence, token: Token, *, plural: bool | None, things: bool = False
    ) -> Link | None:
        """Return the most salient entity that agrees with a pronoun or description."""
        thinks = _thinks(sentence, token, self.lexicon.english)
        excluded = _coarguments(sentence, token)
        things = things or self._beside_thing(sentence, token)
        definite = any(k.lower == "the" for k in sentence.kids(token.i, "det"))
        best: tuple[float, int, Link] | None = None
        for order, entity in enumerate(self.entities):
            if entity.place < place - _REACH or (
                entity.place == place and (entity.index >= token.i or entity.index in excluded)
            ):
                continue
            topical = self.topic is not None and entity.link == self.topic and not thinks and not entity.person
            topical = topical and (entity.link.concept is not None or plural is not True)
            if definite and entity.kind not in _THINGS:
                continue
            if not topical and not _agrees(entity, plural, thinks, things):
                continue
            weight = self._weight(entity, place, things, sentence)
            if token.dep == "nsubj" and entity.kind in _PATIENTS:
                weight -= 1.5
            if best is None or (weight, order) >= best[:2]:
                best = (weight, order, entity.link)
        fits = self.topic is not None and not thinks and self.topic.concept is not None
        if fits and (best is None or best[0] < _TOPICAL):
            return self.topic
        return best[2] if best is not None and best[0] >= _LEAST else None

    def _beside_thing(self, sentence: Sentence, token: Token) -> bool:
        """Say whether a pronoun is compared with a treatment or substance, so that it stands for one too."""
        if token.dep != "nsubj":
            return False
        for match in self.lexicon.matches(sentence):
            concept = self.lexicon.concept(match.iri)
            head = sentence.tokens[match.end - 1]
            if (
                concept is not None
                and concept.kind in _THINGS
                and sentence.tokens[head.head].lower in {"than", "to", "versus"}
                and match.start > token.i
            ):
                return any(t.tag in {"JJR", "RBR"} for t in sentence.tokens[token.i : match.start])
        return False

    def _weight(self, entity: Entity, place: int, things: bool, sentence: Sentence) -> float:
        """Return how salient an entity is for a pronoun of a sentence."""
        weight = entity.role - 1.8 * (place - entity.place) + (entity.place == place)
        if entity.link.concept:
            weight += 1.0
        if self.topic is not None and entity.link.concept and entity.link.concept == self.topic.concept:
            weight += 1.5
        if things and entity.kind in _THINGS:
            weight += 2.5
        if entity.voice != sentence.voice.label:
            weight -= 1.5
        return weight


def _agrees(entity: Entity, plural: bool | None, thinks: bool, things: bool) -> bool:
    """Say whether an entity agrees with a pronoun in number and kind."""
    if plural is not None and entity.plural is not plural:
        return False
    if things:
        return not entity.person
    return entity.person if thinks else not entity.person or (plural is True and entity.plural)


def _thinks(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a pronoun is the subject of a verb that only people are subjects of."""
    verb = sentence.tokens[token.head]
    return (
        token.dep == "nsubj"
        and verb.pos == "VERB"
        and (
            verb.lemma
            in {
                "guess",
                "think",
                "believe",
                "realise",
                "realize",
                "want",
                "hope",
                "say",
                "know",
                "feel",
                "claim",
                "admit",
                "verify",
                "decide",
                "notice",
                "understand",
                "argue",
            }
        )
    )


def _identifies(sentence: Sentence, token: Token) -> bool:
    """Say whether "it" is told to be something definite, and so stands for no thing named before: "it's the heat"."""
    verb = sentence.tokens[token.head]
    named = sentence.kid(verb.i, "attr") if verb.lemma == "be" and token.dep == "nsubj" else None
    return (
        named is not None
        and any(k.lower == "the" for k in sentence.kids(named.i, "det"))
        and sentence.kid(named.i, "relcl", "prep", "amod") is None
    )


def _matrix_people(sentence: Sentence, token: Token, discourse: "Discourse") -> Link | None:
    """Return the people who say or think what "they" is the subject of: "participants reported that they slept"."""
    verb = sentence.tokens[token.head]
    if token.lower != "they" or verb.dep != "ccomp":
        return None
    who = sentence.kid(sentence.tokens[verb.head].i, "nsubj")
    people = discourse.lexicon.english["person_nouns"] | discourse.lexicon.english["group_words"]
    if who is None or who.i > token.i or who.tag != "NNS" and who.text != "%":
        return None
    inner = next((t for t in sentence.tokens[who.i : verb.head] if t.lemma in people and t.tag == "NNS"), None)
    return (
        link(sentence, inner.i, discourse.lexicon.matches(sentence), discourse.lexicon) if inner is not None else None
    )


def _coarguments(sentence: Sentence, token: Token) -> frozenset[int]:
    """Return the heads of a pronoun's own clause, which it cannot stand for."""
    verb = next((t for t in sentence.ancestors(token.i) if t.pos in {"VERB", "AUX"}), None)
    if verb is None or token.dep == "poss":
        return frozenset()
    subjects = frozenset(k.i for k in sentence.kids(verb.i, "nsubj", "nsubjpass"))
    return subjects | frozenset(k.i for k in sentence.kids(verb.i)) if token.head == verb.i else subjects


#: Nouns so wide that "the treatment" points back; "the battery" names its own thing.
_CLASSES = frozenset(
    {
        "treatment",
        "therapy",
        "method",
        "technique",
        "technology",
        "product",
        "procedure",
        "approach",
        "drug",
        "medicine",
        "medication",
        "supplement",
        "substance",
        "intervention",
        "device",
        "injectable",
        "remedy",
        "thing",
        "stuff",
        "pill",
        "compound",
    }
)


#: Nouns so wide that "the treatment" points back; "the battery" names its own thing.
_CLASSES = frozenset(
    {
        "treatment",
        "therapy",
        "method",
        "technique",
        "technology",
        "product",
        "procedure",
        "approach",
        "drug",
        "medicine",
        "medication",
        "supplement",
        "substance",
        "intervention",
        "device",
        "injectable",
        "remedy",
        "thing",
        "stuff",
        "pill",
        "compound",
    }
)


def described(sentence: Sentence, head: int, english: English) -> bool:
    """Say whether a noun phrase only points back: "this new injectable", "the treatment", "these cells"."""
    token = sentence.tokens[head]
    if token.lemma not in english["reference.descriptions"] or token.pos not in {"NOUN", "ADJ"}:
        return False
    determiner = sentence.kid(head, "det")
    if determiner is None:
        return False
    names = [
        k
        for k in sentence.kids(head, "compound", "nmod", "poss")
        if k.pos in {"NOUN", "PROPN"} and k.lower not in {"brand"}
    ]
    told = [
        k
        for k in sentence.kids(head, "prep", "relcl", "acl")
        if k.lower in {"of", "for", "with", "to"} or k.dep != "prep"
    ]
    if determiner.lower in {"this", "these", "that", "those", "such"}:
        of = [k for k in told if k.lower == "of"]
        inner = sentence.kid(of[0].i, "pobj") if of else None
        return not names and (inner is None or inner.lemma in english["reference.descriptions"])
    return (
        determiner.lower == "the"
        and token.lemma in _CLASSES
        and not names
        and not told
        and token.lemma
        not in {
            "result",
            "change",
            "effect",
            "thing",
            "condition",
            "disease",
            "cell",
            "factor",
            "process",
            "claim",
            "rule",
            "law",
            "practice",
            "form",
            "system",
        }
        and not sentence.kids(head, "amod")
    )


def _is_person(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a proper noun names a person: with a title, or one who speaks."""
    if token.pos != "PROPN" or token.tag != "NNP":
        return False
    before = [k for k in sentence.kids(token.i, "compound", "nmod") if k.lower in _TITLES]
    head = sentence.tokens[token.head]
    speaks = token.dep == "nsubj" and head.lemma in english["report_verbs"]
    return bool(before) or speaks or any(token.text in name.split() for _, name in sentence.people)


_TITLES = frozenset({"dr", "dr.", "prof", "prof.", "professor", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir"})


def entities(place: int, sentence: Sentence, matches: Sequence[Match], lexicon: Lexicon) -> list[Entity]:
    """Return what a sentence names, in order of role: subjects first."""
    found: list[Entity] = []
    if sentence.kind is SentenceKind.FRAGMENT and len(sentence.tokens) < 3:
        return found
    for token in sentence.tokens:
        if token.pos not in {"NOUN", "PROPN"} or token.dep not in _ROLES:
            continue
        if described(sentence, token.i, lexicon.english):
            continue
        named = link(sentence, token.i, matches, lexicon)
        concept = lexicon.concept(named.concept)
        person = (
            _is_person(sentence, token, lexicon.english)
            or token.lemma in lexicon.english["person_nouns"]
            or token.lemma in lexicon.english["group_words"]
            or (concept is not None and concept.kind == "Population")
        )
        role = _ROLES[token.dep]
        if token.dep == "conj" and sentence.tokens[token.head].dep in {"nsubj", "nsubjpass"}:
            role = 3.0
        if sentence.kind is SentenceKind.HEADING:
            role = 1.0
        plural = token.tag in {"NNS", "NNPS"} or bool(sentence.kids(token.i, "conj"))
        found.append(
            Entity(
                named,
                token.text,
                place,
                token.i,
                plural,
                role,
                person,
                concept.kind if concept else None,
                sentence.voice.label,
            )
        )
    return found


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
        for entity in found:
            if entity.person or entity.role < 1.0:
                continue
            key = (entity.link.label, entity.link.concept)
            weight = 2 if sentence.kind in {SentenceKind.HEADING, SentenceKind.QUESTION} or place == 0 else 1
            if entity.kind in {"Treatment", "Product", "Procedure"} or (
                entity.kind == "Substance" and entity.role >= 4.0
            ):
                weight *= 3
            counts[key] += weight + (entity.role >= 4.0)
            first.setdefault(key, place)
    if not counts:
        return None
    label, concept = min(counts, key=lambda key: (-counts[key], first[key], key[0]))
    return Link(label, concept)
