"""What pronouns and descriptions stand for, within the voice and across sentences.

Rules instead of a trained model: recency, grammatical role, number, and what the pack knows of kinds, in the spirit
of Lappin and Leass, "An algorithm for pronominal anaphora resolution", Computational Linguistics 20(4), 1994.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimgraph.extracting.entities import Entity, described
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.linking import Link, link
from claimgraph.extracting.subjects import subject
from claimgraph.knowledge.english import English
from claimgraph.knowledge.matching import Match
from claimgraph.language.parsed import Sentence, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THINGS = frozenset({"Treatment", "Substance", "Product", "Procedure", "Cell", "Mechanism"})
_PATIENTS = frozenset({"Outcome", "Condition", "Evidence", "Measure", "Anatomy"})
#: How many sentences back a pronoun reaches, and how many entities are kept in mind.
_REACH, _KEPT = 5, 200
#: How salient what a document is mainly about is, however far back it was named.
_TOPICAL = 3.0
#: How salient anything else must be; a pronoun is better left standing than guessed.
_LEAST = 1.5
#: What an entity loses for each sentence since, for another voice, for undergoing where the pronoun acts, for number.
_PER_SENTENCE, _OTHER_VOICE, _UNDERGOING, _DISAGREEING = 1.8, 1.5, 1.5, 1.5
#: What it gains for being a concept, the topic, a thing where a thing is asked for.
_CONCEPT, _TOPIC, _THING = 1.0, 1.5, 2.5
_POINTING = frozenset({"the", "this", "these", "those", "such"})
#: What it gains for standing in the pronoun's own sentence.
_SAME_SENTENCE = 2.0


@dataclass(frozen=True, slots=True)
class _Asked:
    """A pronoun or description whose meaning is asked for.

    Attributes:
        place: number of its sentence in the document.
        sentence: its own.
        token: its head.
        plural: its number, None where that does not tell.
        things: whether only a thing can be meant, no person.
        thinks: whether only a person can be meant.
        definite: whether it is a description with "the".
        excluded: the heads of its own clause, which it cannot stand for.
    """

    place: int
    sentence: Sentence
    token: Token
    plural: bool | None
    things: bool
    thinks: bool
    definite: bool
    excluded: frozenset[int]

    def reaches(self, entity: Entity) -> bool:
        """Say whether an entity was named before, and not too far back."""
        if entity.place == self.place:
            return entity.index < self.token.i and entity.index not in self.excluded
        return entity.place >= self.place - _REACH

    def agrees(self, entity: Entity) -> bool:
        """Say whether an entity agrees in number and kind."""
        if self.plural is not None and entity.plural is not self.plural:
            return False
        if self.things:
            return not entity.person
        return entity.person if self.thinks else not entity.person or (self.plural is True and entity.plural)


@dataclass
class Discourse:
    """What has been named so far in one document, and what it is mainly about.

    Attributes:
        lexicon: what is known.
        topic: what the document is mainly about, None where nothing stands out.
        entities: named so far, in order.
        acronyms: short forms the text has defined, with what they stand for.
        here: the sentence that is read, and the concepts named in it.
    """

    lexicon: Lexicon
    topic: Link | None = None
    entities: list[Entity] = field(default_factory=list)
    acronyms: dict[str, Link] = field(default_factory=dict)
    here: tuple[Sentence, Sequence[Match]] | None = None

    def note(self, named: Sequence[Entity]) -> None:
        """Take in what a sentence names."""
        self.entities += named
        del self.entities[:-_KEPT]

    def define(self, sentence: Sentence, matches: Sequence[Match]) -> None:
        """Take in the short forms a sentence defines in brackets: "low-emission zones (LEZs)"."""
        self.here = (sentence, matches)
        for token in sentence.tokens:
            short = token.text.rstrip("s")
            before = sentence.tokens[token.i - 1].text if token.i else ""
            if before == "(" and len(short) > 1 and short.isupper() and token.head < token.i and token.dep == "appos":
                head = _spelt_out(sentence, token.i - 1, short) or token.head
                self.acronyms.setdefault(short, link(sentence, head, matches, self.lexicon))

    def _matches(self, sentence: Sentence) -> Sequence[Match]:
        """Return the concepts named in a sentence, looked up once for the one that is read."""
        return self.here[1] if self.here is not None and self.here[0] is sentence else self.lexicon.matches(sentence)

    def stand_in(self, place: int, sentence: Sentence, head: int, link: Link) -> None:
        """Take in that a pronoun or description stood for something, which keeps it in mind for the next one.

        Args:
            place: number of the sentence in the document.
            sentence: the pronoun's.
            head: its token index.
            link: what it stood for.
        """
        token = sentence.tokens[head]
        if token.dep not in _SUBJECTS:
            return
        concept = self.lexicon.concept(link.concept)
        plural = token.lower in {"they", "these", "those"} or token.tag == "NNS"
        kind = concept.kind if concept else None
        self.entities.append(Entity(link, token.text, place, token.i, plural, 4.0, False, kind, sentence.voice.label))

    def resolve(self, place: int, sentence: Sentence, head: int) -> Link | None:
        """Return what a pronoun or description stands for, None where it names its thing itself or nothing fits.

        Args:
            place: number of the sentence in the document.
            sentence: the phrase's.
            head: index of the phrase's head.
        """
        token = sentence.tokens[head]
        if _stands_for_itself(sentence, token):
            return None
        one = token.lower == "one" and token.pos in {"PRON", "NOUN", "NUM"} and token.dep in {"dobj", "pobj"}
        if one or (token.lower == "something" and sentence.kid(token.i, "relcl") is not None):
            concept = self.lexicon.concept(self.topic.concept) if self.topic is not None else None
            return self.topic if one or (concept is not None and concept.kind in _THINGS) else None
        if token.pos == "PRON" or token.lower in {"these", "those", "this", "that"}:
            return self._pronoun(place, sentence, token)
        if described(sentence, head, self.lexicon.english):
            meant = self._best(place, sentence, token, plural=token.tag in {"NNS", "NNPS"}, things=True)
            return meant or self._named_fully(place, sentence, token)
        return self._named_fully(place, sentence, token)

    def _named_fully(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return the thing named by more words before: "the supplements" are the "zinc supplements" just spoken of."""
        determiner = sentence.kid(token.i, "det")
        bare = all(sentence.tokens[k].dep in {"det", "punct"} for k in token.kids)
        if determiner is None or determiner.lower not in _POINTING or not bare or token.pos != "NOUN":
            return None
        for entity in reversed(self.entities):
            if entity.place < place - _REACH:
                return None
            fuller = entity.link.label.endswith(f" {token.lemma}") and " of " not in entity.link.label
            plural = token.tag == "NNS"
            if fuller and entity.plural is plural and (entity.place, entity.index) < (place, token.i):
                return entity.link
        return None

    def _pronoun(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what a pronoun stands for."""
        if token.lower in self.lexicon.english["reference.plural_pronouns"]:
            return self._reporting_people(sentence, token) or self._best(place, sentence, token, plural=True)
        if token.lower in {"it", "its", "itself"}:
            return (
                None
                if _identifies(sentence, token, self.lexicon.english)
                else self._best(place, sentence, token, plural=False)
            )
        if token.lower in {"this", "that"}:
            return self._demonstrative(place, sentence, token)
        if token.lower in {"he", "she"}:
            name = dict(sentence.people).get(token.i, "")
            return Link(name.casefold()) if name and not self.lexicon.named(name) else None
        return None

    def _demonstrative(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what "this" stands for: a thing where it is said to be one, or where it acts ("this can help")."""
        verb = sentence.tokens[token.head]
        named = sentence.kid(verb.i, "attr") if verb.lemma == "be" and token.dep == "nsubj" else None
        if named is not None:
            thing = named.lemma in self.lexicon.english["reference.descriptions"]
            return self._best(place, sentence, token, plural=None, things=True) if thing else None
        acts = token.dep == "nsubj" and any(k.dep == "aux" for k in sentence.kids(verb.i)) and token.lower == "this"
        return self._best(place, sentence, token, plural=None) if acts else None

    def _best(
        self, place: int, sentence: Sentence, token: Token, *, plural: bool | None, things: bool = False
    ) -> Link | None:
        """Return the most salient entity that agrees with a pronoun or description."""
        asked = _Asked(
            place,
            sentence,
            token,
            plural,
            things=things or self._beside_thing(sentence, token),
            thinks=_thinks(sentence, token, self.lexicon.english),
            definite=any(k.lower == "the" for k in sentence.kids(token.i, "det")),
            excluded=_coarguments(sentence, token, self.lexicon.english),
        )
        own, sayer = self._subject_of(sentence, token), self._sayer(sentence, token)
        may = [e for e in self.entities if self._may_mean(asked, e) and (own is None or e.link.label != own)]
        may = [e for e in may if sayer is None or (e.place, e.index) != (place, sayer)]
        weighed = [(self._weight(asked, entity), entity) for entity in may]
        weight = max((weight for weight, _ in weighed), default=0.0)
        fits = self.topic is not None and not asked.thinks and self._is_thing(self.topic)
        fits = fits and (asked.plural is not True or (self.topic is not None and self._several(self.topic)))
        if fits and weight < _TOPICAL:
            return self.topic
        return next((e.link for w, e in reversed(weighed) if w == weight), None) if weight >= _LEAST else None

    def _sayer(self, sentence: Sentence, token: Token) -> int | None:
        """Return who says the clause a pronoun is the subject of, where it is not said of them themselves."""
        verb = sentence.tokens[token.head]
        above = sentence.tokens[verb.head]
        if token.dep not in _SUBJECTS or verb.dep != "ccomp" or above.lemma not in self.lexicon.english["report_verbs"]:
            return None
        who = sentence.kid(above.i, "nsubj")
        return who.i if who is not None and who.i < token.i else None

    def _subject_of(self, sentence: Sentence, token: Token) -> str | None:
        """Return what the subject of an object pronoun's clause names, which the pronoun cannot stand for."""
        verb = sentence.tokens[token.head]
        if token.dep not in {"dobj", "dative"} or token.pos != "PRON":
            return None
        who = subject(sentence, verb, self.lexicon.english)
        if who is None or who.pos not in {"NOUN", "PROPN"}:
            return None
        return link(sentence, who.i, self._matches(sentence), self.lexicon).label

    def _is_thing(self, topic: Link) -> bool:
        """Say whether a topic is a concept that can be meant without being named: no study, result or measure."""
        concept = self.lexicon.concept(topic.concept)
        return concept is not None and concept.kind not in {"Evidence", "Measure", "Outcome"}

    def _may_mean(self, asked: _Asked, entity: Entity) -> bool:
        """Say whether a pronoun or description may stand for an entity; the topic need not agree."""
        if not asked.reaches(entity) or (asked.definite and entity.kind not in _THINGS):
            return False
        topical = entity.link == self.topic and not asked.thinks and not entity.person
        topical = topical and (asked.plural is not True or self._several(entity.link))
        return topical or asked.agrees(entity)

    def _several(self, link: Link) -> bool:
        """Say whether a thing was named in the plural before."""
        return link.concept is not None and any(e.plural and e.link == link for e in self.entities)

    def _weight(self, asked: _Asked, entity: Entity) -> float:
        """Return how salient an entity is for a pronoun or description."""
        weight = entity.role - _PER_SENTENCE * (asked.place - entity.place)
        weight += _SAME_SENTENCE * (entity.place == asked.place)
        concept = entity.link.concept
        weight += _CONCEPT * bool(concept)
        weight += _TOPIC * (self.topic is not None and bool(concept) and concept == self.topic.concept)
        weight += _THING * (asked.things and entity.kind in _THINGS)
        weight -= _DISAGREEING * (asked.plural is True and not entity.plural)
        weight -= _OTHER_VOICE * (entity.voice != asked.sentence.voice.label)
        return weight - _UNDERGOING * (asked.token.dep == "nsubj" and entity.kind in _PATIENTS)

    def _beside_thing(self, sentence: Sentence, token: Token) -> bool:
        """Say whether a pronoun is compared with a treatment or substance, so that it stands for one too."""
        if token.dep != "nsubj":
            return False
        for match in self._matches(sentence):
            concept = self.lexicon.concept(match.iri)
            leading = sentence.tokens[sentence.tokens[match.end - 1].head].lower
            thing = concept is not None and concept.kind in _THINGS and match.start > token.i
            if thing and leading in {"than", "to", "versus"}:
                return any(t.tag in {"JJR", "RBR"} for t in sentence.tokens[token.i : match.start])
        return False

    def _reporting_people(self, sentence: Sentence, token: Token) -> Link | None:
        """Return the people who say or think what "they" is the subject of: "swimmers reported that they slept"."""
        verb = sentence.tokens[token.head]
        who = sentence.kid(sentence.tokens[verb.head].i, "nsubj")
        if token.lower != "they" or verb.dep != "ccomp" or who is None or who.i > token.i:
            return None
        if verb.lemma == "be" or verb.lemma in self.lexicon.english["clause.effects"]:
            return None
        if who.tag != "NNS" and who.text != "%":
            return None
        people = self.lexicon.english["person_nouns"] | self.lexicon.english["group_words"]
        inner = next((t for t in sentence.tokens[who.i : verb.head] if t.lemma in people and t.tag == "NNS"), None)
        return link(sentence, inner.i, self._matches(sentence), self.lexicon) if inner is not None else None


def _stands_for_itself(sentence: Sentence, token: Token) -> bool:
    """Say whether a phrase names its own thing: "those who", "no one", "any method", the end of a compound."""
    own = token.lower in {"those", "these", "one", "ones"} and sentence.kid(token.i, "relcl", "prep") is not None
    quantified = any(k.lower in {"no", "any", "every", "some"} for k in sentence.kids(token.i, "det"))
    joined = token.i > 0 and sentence.tokens[token.i - 1].text == "-"
    return own or quantified or joined or token.lower == "both"


def _thinks(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a pronoun is the subject of a verb that only people are subjects of."""
    verb = sentence.tokens[token.head]
    return token.dep == "nsubj" and verb.pos == "VERB" and verb.lemma in english["reference.thinking"]


def _identifies(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether "it" is told to be something definite, and so stands for no thing named before: "it's the heat"."""
    verb = sentence.tokens[token.head]
    named = sentence.kid(verb.i, "attr") if verb.lemma == "be" and token.dep == "nsubj" else None
    if named is not None and named.lemma in english["reference.abstract_nouns"]:
        return True
    if named is None or sentence.kid(named.i, "relcl", "prep", "amod") is not None:
        return False
    return any(k.lower == "the" for k in sentence.kids(named.i, "det"))


def _coarguments(sentence: Sentence, token: Token, english: English) -> frozenset[int]:
    """Return the heads of a pronoun's own clause, and the subject that clause shares, which it cannot stand for."""
    verb = next((t for t in sentence.ancestors(token.i) if t.pos in {"VERB", "AUX"}), None)
    if verb is None or token.dep == "poss":
        return frozenset()
    shared = subject(sentence, verb, english) if token.dep not in _SUBJECTS else None
    subjects = frozenset(k.i for k in sentence.kids(verb.i, *_SUBJECTS)) | ({shared.i} if shared else set())
    return subjects | frozenset(k.i for k in sentence.kids(verb.i)) if token.head == verb.i else subjects


def _spelt_out(sentence: Sentence, bracket: int, short: str) -> int | None:
    """Return the head of the words before a bracket whose initials make a short form, None where they do not.

    Small words may be passed over: "Agency for Research on Tea (ART)".
    """
    left, wanted = bracket - 1, list(short.lower())
    while left >= 0 and wanted:
        word = sentence.tokens[left]
        if word.lower[:1] == wanted[-1] and word.pos not in {"ADP", "DET", "CCONJ"}:
            wanted.pop()
        elif word.pos not in {"ADP", "DET", "CCONJ", "PUNCT"}:
            return None
        left -= 1
    inside = range(left + 1, bracket)
    return next((i for i in inside if not wanted and sentence.tokens[i].head not in inside), None)
