"""What pronouns and descriptions stand for, within the voice and across sentences.

Rules instead of a trained model. What a pronoun's clause asks for is told in `asking.py`, how salient what was named is
in `weighing.py`, and where "it" stands for nothing in `pleonastic.py`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from types import MappingProxyType

from claimgraph.extracting.asking import BEINGS, OBJECTS, REACH, SUBJECTS, Asked, asked, handed_on, part_of, raised
from claimgraph.extracting.clauses import verb_above
from claimgraph.extracting.counting import alone, antecedents, counts, listed, numbered, ranked, singled_out, whole
from claimgraph.extracting.entities import ROLES, Being, Entity, being, described, measures, several, together, voice_of
from claimgraph.extracting.events import Heard, sums_up, told, watched
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.linking import Link, link
from claimgraph.extracting.owning import compared, of_anybody, owners
from claimgraph.extracting.phrases import conjuncts
from claimgraph.extracting.pleonastic import pleonastic
from claimgraph.extracting.subjects import subject
from claimgraph.extracting.weighing import PATIENTS, THINGS, WEIGHTS, Weights, chosen
from claimgraph.knowledge.english import English
from claimgraph.knowledge.matching import Match
from claimgraph.language.parsed import Sentence, Token

#: How many entities are kept in mind, and how many sentences before the one that is read.
_KEPT, _HEARD = 200, 4
#: How many sentences back a name that nobody told to be a person's may be one.
_LATE = 2
_PREPOSITIONS = frozenset({"of", "on", "in", "for", "to", "with", "from", "at", "by"})
#: Prepositions after which a pronoun may stand for the subject of its own clause: "the box has a dent in it".
_AROUND = frozenset({"in", "on", "around", "inside", "with", "within", "behind", "near", "over", "under", "before"})
_POINTING = frozenset({"the", "this", "these", "those", "such"})
_SINGULAR = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_WORD = re.compile(r"[^\s-]+")
_SHE, _HE = frozenset({"she", "her", "herself", "hers"}), frozenset({"he", "him", "his", "himself"})

#: Whose a thing is that "ours" and "theirs" leave out.
_OWNERS: Mapping[str, str] = MappingProxyType({"ours": "our", "mine": "my", "yours": "your", "theirs": "their"})


@dataclass(slots=True)
class Discourse:
    """What has been named so far in one document, and what it is mainly about.

    Attributes:
        lexicon: what is known.
        topic: what the document is mainly about, None where nothing stands out.
        announced: whether the document says by a heading that it is about its topic, and comes back to it.
        weights: of what makes an antecedent salient.
        entities: named so far, in order.
        acronyms: short forms the text has defined, with what they stand for.
        here: the sentence that is read, and the concepts named in it.
        answers: what the pronouns and descriptions of that sentence stand for.
        heard: the last sentences with the answers of theirs, the one that is read last.
        persons: the names of people so far.
        things: the names so far that need not be of people.
    """

    lexicon: Lexicon
    topic: Link | None = None
    announced: bool = False
    weights: Weights = WEIGHTS
    entities: list[Entity] = field(default_factory=list)
    acronyms: dict[str, Link] = field(default_factory=dict)
    here: tuple[Sentence, Sequence[Match]] | None = None
    answers: dict[int, Link | None] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    persons: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)

    def enter(self, place: int, sentence: Sentence, matches: Sequence[Match], named: Sequence[Entity]) -> None:
        """Take in what the next sentence names and defines, and resolve its pronouns and descriptions in order.

        Args:
            place: number of the sentence in the document.
            sentence: itself.
            matches: concepts named in it.
            named: what it names.
        """
        self.here, self.answers = (sentence, matches), {}
        self.heard = [*self.heard[-_HEARD:], Heard(sentence, self.answers)]
        known = [self._recognised(sentence, entity) for entity in named]
        self.entities += (entity for entity in (*known, *together(sentence, known)) if not entity.pointing)
        del self.entities[:-_KEPT]
        pointing = {entity.index: entity for entity in known if entity.pointing}
        self._define(sentence, matches)
        for token in sentence.tokens:
            if _may_point(sentence, token, self.english):
                found = self._meant(place, sentence, token)
                self.answers[token.i] = found
                if found is not None:
                    self._drop(place, token, found)
                    self._stand_in(place, sentence, token, found)
                elif token.i in pointing:
                    self.entities.append(pointing[token.i])

    def _drop(self, place: int, token: Token, meant: Link) -> None:
        """Forget what a noun was taken for by itself where it stands for something named more fully before."""
        kept = (e for e in self.entities if (e.place, e.index) != (place, token.i) or e.whole or e.link == meant)
        self.entities[:] = list(kept)

    def _recognised(self, sentence: Sentence, entity: Entity) -> Entity:
        """Return an entity as a person where its name was one's before: "Ann Reed hoped", "Reed went".

        A name that was told of before it denies is a body of people: "the bikes that Zell rents; Zell disputes that".
        """
        noun = sentence.tokens[entity.index]
        if noun.tag != "NNP":
            return entity
        if (full := self._by_first_name(entity)) is not None:
            return replace(entity, link=full.link, being=Being.PERSON)
        speaks = entity.being is Being.PERSON
        denies = noun.dep == "nsubj" and sentence.tokens[noun.head].lemma in self.english["denial_verbs"]
        if entity.text in self.things - self.persons and denies:
            return replace(entity, being=Being.GROUP)
        if speaks:
            self.persons.add(entity.text)
        elif sentence.kid(noun.i, "compound") is None:
            self.things.add(entity.text)
        return replace(entity, being=Being.PERSON) if entity.text in self.persons else entity

    def _by_first_name(self, entity: Entity) -> Entity | None:
        """Return the person whose first name a name is: "Gordon" after "Gordon Fisk wrote"."""
        if entity.link.concept is not None or " " in entity.link.label:
            return None
        people = (e for e in reversed(self.entities) if e.being is Being.PERSON)
        return next((e for e in people if e.link.label.startswith(f"{entity.link.label} ")), None)

    @property
    def english(self) -> English:
        """Return the word lists."""
        return self.lexicon.english

    def _define(self, sentence: Sentence, matches: Sequence[Match]) -> None:
        """Take in the short forms a sentence defines in brackets: "low-emission zones (LEZs)"."""
        for token in sentence.tokens if "(" in sentence.lowers else ():
            if not token.i or not token.text[0].isupper() or sentence.tokens[token.i - 1].text != "(":
                continue
            short = token.text.rstrip("s")
            if len(short) < 2 or not short.isupper():
                continue
            apposed = token.head < token.i and token.dep == "appos"
            head = _spelt_out(sentence, token.i - 1, short) or (token.head if apposed else None)
            meant = link(sentence, head, matches, self.lexicon) if head is not None else None
            if head is not None and sentence.tokens[head].pos == "VERB" and head < token.i:
                meant = Link(" ".join(t.lower for t in sentence.tokens[head : token.i - 1]))
            if meant is not None and (apposed or spelt_in(meant.label, short)):
                self.acronyms.setdefault(short, meant)

    def _matches(self, sentence: Sentence) -> Sequence[Match]:
        """Return the concepts named in a sentence, looked up once for the one that is read."""
        return self.here[1] if self.here is not None and self.here[0] is sentence else self.lexicon.matches(sentence)

    def _stand_in(self, place: int, sentence: Sentence, token: Token, meant: Link) -> None:
        """Take in that a pronoun or description stood for something, which keeps it in mind for the next one."""
        if token.dep not in SUBJECTS | OBJECTS:
            return
        label = meant.label
        before = next((e for e in reversed(self.entities) if e.link.label == label and e.link == meant), None)
        concept = self.lexicon.concept(meant.concept)
        self.entities.append(
            Entity(
                link=meant,
                text=token.text,
                place=place,
                index=token.i,
                plural=token.lower in {"they", "them", "these", "those"}
                or token.tag == "NNS"
                or (counts(sentence, token, self.english) and token.lower != "one"),
                role=ROLES[token.dep],
                being=_stood(token, before),
                nested=False,
                under=False,
                kind=concept.kind if concept else None,
                voice=voice_of(sentence, token),
                dep=token.dep,
                block=sentence.block,
                counted=counts(sentence, token, self.english),
                any=token.lower in {"they", "them"},
                brief=token.dep in OBJECTS,
            )
        )

    def resolve(self, place: int, sentence: Sentence, head: int) -> Link | None:
        """Return what a pronoun or description stands for, None where it names its thing itself or nothing fits.

        Args:
            place: number of the sentence in the document.
            sentence: the phrase's.
            head: index of the phrase's head.
        """
        if self.here is not None and self.here[0] is sentence and head in self.answers:
            return self.answers[head]
        return self._meant(place, sentence, sentence.tokens[head])

    def told(self, sentence: Sentence, head: int) -> Link | None:
        """Return the clause that "this" or "that" stands for, None where it is none or the sentence is not read now."""
        if not self.heard or self.heard[-1].sentence is not sentence or self.answers.get(head) is not None:
            return None
        return told(sentence, sentence.tokens[head], self.heard, self.english)

    def _meant(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what a pronoun or description stands for, None where it names its thing itself or nothing fits."""
        if counts(sentence, token, self.english) and (thing := self._counted(place, sentence, token)) is not None:
            return thing
        clause = sums_up(sentence, token, self.english) or watched(sentence, token, self.english)
        if clause or _stands_for_itself(sentence, token):
            return None
        if (found := self._like(place, sentence, token)) is not None:
            return found[0]
        if token.pos == "PRON" or token.tag == "PRP$" or token.lower in {"these", "those", "this", "that"}:
            return self._pronoun(place, sentence, token)
        return self._description(place, sentence, token)

    def _utmost(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return which of several a bare superlative picks out: "they read 31 studies; the longest lasted a year"."""
        wanted = asked(place, sentence, token, self.english, plural=True)
        near = [e for e in self._candidates(replace(wanted, definite=False)) if e.plural and not e.whole]
        found = chosen(wanted, [e for e in near if e.place >= place - 2], None, self.weights)
        return Link(f"{token.lower} {found.label}") if found is not None else None

    def _kept_by(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what "ours" is of the kind of: "surveys like ours", "no cheap oil is pure, so we sell ours"."""
        if (noun := compared(sentence, token, self.english)) is not None:
            return Link(f"{_OWNERS[token.lower]} {self._linked(sentence, noun).label.split()[-1]}")
        if token.lower != "ours" or token.dep not in SUBJECTS | OBJECTS:
            return None
        wanted = asked(place, sentence, token, self.english, plural=None, things=True)
        near = [e for e in self._candidates(wanted) if e.place >= place - 1 and e.link.label != "both"]
        found = chosen(wanted, near, None, self.weights)
        if found is None:
            return None
        return Link(f"our {found.label if found.concept else found.label.split()[-1]}")

    def _like(self, place: int, sentence: Sentence, token: Token) -> tuple[Link | None] | None:
        """Return what "one", "something", "ours" or "the oldest" is of the kind of, None where it is no such word."""
        if token.lower in _OWNERS and not token.kids:
            return (self._kept_by(place, sentence, token),)
        if (name := singled_out(sentence, token)) is not None or ranked(sentence, token):
            return (self._linked(sentence, name) if name is not None else self._utmost(place, sentence, token),)
        if token.lower == "something" and sentence.kid(token.i, "relcl") is not None:
            wanted = asked(place, sentence, token, self.english, plural=None, things=True)
            near = [e for e in self._candidates(replace(wanted, definite=False)) if e.kind in THINGS]
            return (chosen(wanted, near, self.topic, self.weights),)
        if token.lower in {"one", "ones"} and _described(sentence, token):
            return (self._other_kind(sentence, token) or self._ones(place, sentence, token),)
        if token.lower == "one" and token.pos in {"PRON", "NOUN", "NUM"} and token.dep in {"dobj", "pobj"}:
            return (self._any_one(place, sentence, token),)
        return None

    def _description(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what a noun that only points back stands for: "the treatment", "one lamp", "the supplements"."""
        near = self._one_of_kind(place, sentence, token) or self._ailment(place, sentence, token)
        if near is None and described(sentence, token.i, self.english):
            near = self._named_fully(place, sentence, token, back=1)
            near = near or self._best(place, sentence, token, plural=token.tag in {"NNS", "NNPS"}, things=True)
            near = None if near is not None and self._named_itself(token, near) else near
        return near or self._named_fully(place, sentence, token)

    def _ailment(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return the illness that "the condition" is: "gout affects many; pills are sold for the condition"."""
        told = [sentence.tokens[k].lower for k in token.kids]
        if token.lemma not in self.english["reference.ailments"] or len(told) != 1 or told[0] not in {"the", "this"}:
            return None
        past = [e for e in self.entities if place - REACH <= e.place and (e.place, e.index) < (place, token.i)]
        ill = [e for e in past if e.kind == "Condition" and not e.pointing]
        return max(ill, key=lambda e: (e.place, e.role)).link if ill and token.tag == "NN" else None

    def _named_itself(self, token: Token, meant: Link) -> bool:
        """Say whether a page speaks of "the scheme" by that name, and no pack knows what it would stand for instead."""
        return meant.concept is None and any(e.link.label == token.lemma for e in self.entities if not e.pointing)

    def _any_one(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what "one" is any of: what "a" or a plural just named, else what the document counts and is about."""
        wanted = asked(place, sentence, token, self.english, plural=None, things=True)
        near = [
            e
            for e in self._candidates(replace(wanted, definite=False))
            if e.place >= place - 1 and e.any and not e.whole
        ]
        found = chosen(wanted, near, None, self.weights) if sentence.kid(token.i, "det") is None else None
        if found is not None or self.topic is None:
            return found
        named = [e for e in self.entities if e.link == self.topic]
        return self.topic if any(e.plural or e.any for e in named) else None

    def _other_kind(self, sentence: Sentence, token: Token) -> Link | None:
        """Return what a described "one" is that another kind is compared with: "old pumps leak less than new ones"."""
        verb = verb_above(sentence, token.i)
        who = subject(sentence, verb, self.english) if verb is not None else None
        if who is None or who.i > token.i or who.tag not in {"NN", "NNS"} or not _described(sentence, who):
            return None
        if sentence.tokens[token.head].lower not in {"than", "as"} or not who.text[1:].islower():
            return None
        words = self._linked(sentence, token).label.split()[:-1]
        return Link(" ".join((*words, who.lemma))) if words else None

    def _ones(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what described "ones" are of, named before in their sentence: "they repair pumps, mostly old ones"."""
        told = sentence.kids(token.i, "amod", "compound")
        if token.lower != "ones" or any(t.tag in {"JJR", "JJS", "PDT"} for t in told):
            return None
        wanted = asked(place, sentence, token, self.english, plural=True, things=True)
        free = replace(wanted, definite=False, excluded=frozenset({token.i}))
        near = [e for e in self._candidates(free) if e.place == place and not e.whole and e.text[1:].islower()]
        found = chosen(wanted, near, None, self.weights)
        noun = next((sentence.tokens[e.index] for e in near if e.link == found), None)
        words = [t.lower for t in told if t.pos in {"ADJ", "NOUN"}]
        words += [t.lower for t in sentence.kids(noun.i, "compound")] if noun is not None else []
        return Link(" ".join((*words, noun.lemma))) if noun is not None and words else None

    def _counted(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what a counting word counts: "some of which", "three of them", "two failed"."""
        inner = whole(sentence, token, self.english)
        if inner is not None and inner.tag in {"WDT", "WP"}:
            named = [link(sentence, i, self._matches(sentence), self.lexicon) for i in antecedents(sentence, inner)]
            return several(named) if named else None
        pointing = inner is not None and (inner.pos in {"PRON", "DET"} or numbered(sentence, inner))
        if inner is not None and (not pointing or inner.lower == "it"):
            return self._meant(place, sentence, inner)
        if inner is None and not alone(sentence, token, self.english):
            return None
        wanted = asked(place, sentence, token, self.english, plural=True)
        if token.lower == "both" and (pair := self._pair(wanted)) is not None:
            return pair
        if number := listed(sentence, token):
            near = [e for e in self._candidates(wanted) if e.whole and e.link.label.count(", ") == number - 2]
            near = near or [e for e in self._candidates(wanted) if e.counted and e.place >= place - 2]
            return near[-1].link if near else None
        back = REACH if inner is not None else 1
        near = [e for e in self._candidates(wanted) if e.plural and e.place >= place - back]
        if inner is not None and inner.tag == "CD":
            near = [e for e in near if e.counted]
        if inner is None and (token.lower in {"one", "both"} or token.dep in OBJECTS):
            near = [e for e in near if e.counted or (token.dep in OBJECTS and e.place == place)]
        return chosen(wanted, near, None, self.weights)

    def _pair(self, wanted: Asked) -> Link | None:
        """Return the two things named together before "both", None where three were or none."""
        near = [e for e in self.entities if e.place >= wanted.place - 1 and wanted.reaches(e)]
        for second in reversed(near):
            first = next((e for e in near if (e.place, e.index) == (second.place, second.beside)), None)
            more = any(e.place == second.place and e.beside == second.index for e in near)
            if first is not None:
                alone = first.beside < 0 and not more
                return several([first.link, second.link]) if alone else None
        return None

    def _named_fully(self, place: int, sentence: Sentence, token: Token, back: int = REACH) -> Link | None:
        """Return the thing named by more words before: "the supplements" are the "zinc supplements" just spoken of."""
        determiner = sentence.kid(token.i, "det") if token.pos == "NOUN" else None
        if determiner is None or determiner.lower not in _POINTING:
            return None
        if any(sentence.tokens[k].dep not in {"det", "punct"} for k in token.kids):
            return None
        reach = place if self._only_by_pack(sentence, token) else back
        noun = f" {token.lemma}"
        for entity in reversed(self.entities):
            if entity.place < place - reach:
                return None
            label = entity.link.label
            if entity.whole or label.endswith((f" and{noun}", f" or{noun}")):
                continue
            same = entity.text == token.text and self._more_fully(sentence, token, entity)
            if not same and not label.endswith(noun):
                continue
            agrees = entity.plural is (token.tag == "NNS") and (entity.place, entity.index) < (place, token.i)
            if agrees and _PREPOSITIONS.isdisjoint(label.split()):
                return entity.link
        return None

    def _only_by_pack(self, sentence: Sentence, token: Token) -> bool:
        """Say whether a pack alone takes a bare noun for something narrower: "the trial" for a clinical one."""
        known = self._linked(sentence, token)
        return known.concept is not None and known.label.endswith(f" {token.lemma}")

    def _one_of_kind(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what several named by more words are, one of which is told of: "we sell oil lamps; one lamp leaks"."""
        before = [sentence.tokens[k] for k in token.kids if sentence.tokens[k].dep != "punct"]
        if token.tag != "NN" or len(before) != 1 or before[0].lower not in {"one", "another"}:
            return None
        if before[0].dep not in {"det", "nummod"} or (self.topic is not None and self.topic.label == token.lemma):
            return None
        for entity in reversed(self.entities):
            if entity.place < place - REACH:
                return None
            named = entity.text.lower() == f"{token.lemma}s" and self._more_fully(sentence, token, entity)
            if named and entity.plural and not entity.whole and (entity.place, entity.index) < (place, token.i):
                return entity.link
        return None

    def _more_fully(self, sentence: Sentence, token: Token, entity: Entity) -> bool:
        """Say whether something was named by more words than a bare noun repeats, if only to a pack."""
        by_pack = entity.link.concept is not None and self._linked(sentence, token).concept is None
        return by_pack or entity.link.label.endswith(f" {token.lemma}")

    def _pronoun(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what a pronoun stands for."""
        if token.lower in {"their", "themselves"} and of_anybody(sentence, token, self.english):
            return None
        if token.lower in self.english["reference.plural_pronouns"]:
            people = self._owner(sentence, token) or self._reporting_people(sentence, token)
            return people or self._both_sides(sentence, token, self._best(place, sentence, token, plural=True))
        if token.lower in _SINGULAR:
            if pleonastic(sentence, token, self.english):
                return self._judged_alike(sentence, token) or self._goes_on(sentence, token)
            owner = self._owner(sentence, token) or self._measured(sentence, token)
            return owner or self._best(place, sentence, token, plural=False)
        if token.lower in {"this", "that"}:
            return self._demonstrative(place, sentence, token)
        return self._person(place, sentence, token) if token.lower in _SHE | _HE else None

    def _measured(self, sentence: Sentence, token: Token) -> Link | None:
        """Return the amount that the verb before was done to: "the nurse draws 30 ml and spins it"."""
        noun = next(iter(handed_on(sentence, token)), None)
        amount = noun is not None and measures(sentence, noun, self.english)
        return self._linked(sentence, noun) if noun is not None and amount else None

    def _judged_alike(self, sentence: Sentence, token: Token) -> Link | None:
        """Return what was just judged by the same adjective: "wax isn't bad for oak - it is bad to eat"."""
        verb = sentence.tokens[token.head]
        told = sentence.kid(verb.i, "acomp") if verb.lemma == "be" else None
        if told is None or token.dep != "nsubj" or self.here is None or self.here[0] is not sentence:
            return None
        for past in self.heard[-1:-3:-1]:
            before = past.sentence
            same = [t for t in before.tokens if t.dep == "acomp" and t.lemma == told.lemma and t.i != told.i]
            whom = (before.kid(t.head, "nsubj") for t in same if before is not sentence or t.i < token.i)
            who = next(whom, None)
            if who is not None and who.tag in {"NN", "NNP"}:
                return link(before, who.i, self._matches(before), self.lexicon, complete=False)
        return None

    def _goes_on(self, sentence: Sentence, token: Token) -> Link | None:
        """Return what "it" stood for in the clause before, of which more is said: "it is no cure, but it's a drug"."""
        verb = sentence.tokens[token.head]
        told = sentence.kid(verb.i, "attr") if verb.lemma == "be" and verb.dep == "conj" else None
        if told is None or told.lemma not in self.english["reference.descriptions"]:
            return None
        before = sentence.kid(verb.head, *SUBJECTS)
        return self.answers.get(before.i) if before is not None and before.lower == "it" else None

    def _owner(self, sentence: Sentence, token: Token) -> Link | None:
        """Return what its own clause says that a possessive or reflexive belongs to."""
        for who in owners(sentence, token, self.english):
            heads = conjuncts(sentence, who.i) if token.lower in {"their", "themselves"} else [who.i]
            found = [self._named_here(sentence, sentence.tokens[i]) for i in heads if i < token.i or i == who.i]
            if found and (known := [link for link in found if link is not None]) == found:
                return several(known)
        return None

    def _linked(self, sentence: Sentence, noun: Token) -> Link:
        """Return what a noun of a sentence names."""
        return link(sentence, noun.i, self._matches(sentence), self.lexicon, complete=False)

    def _person(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return whom "he" or "she" stands for: the name the sentence's reader found, or a person named since."""
        name = dict(sentence.people).get(token.i, "")
        last = next((e for e in reversed(self.entities) if name and e.text in name.split()), None)
        since = (last.place, last.index) if last is not None else (-1, -1)
        unfit = self.english["reference.male" if token.lower in _SHE else "reference.female"]
        wanted = asked(place, sentence, token, self.english, plural=False)
        may = [
            e
            for e in self._candidates(replace(wanted, beings=BEINGS))
            if (e.place, e.index) >= since and e.text.lower() not in unfit and not _initials(e.text)
            if e.being in {Being.PERSON, Being.EITHER} or e == last
        ]
        if not may and not name:
            may = [e for e in self._candidates(replace(wanted, beings=BEINGS)) if e.name and e.place >= place - _LATE]
        found = chosen(wanted, may, None, replace(self.weights, least=-4.0, margin=1.0))
        known = found == last.link if last is not None and may else found is None
        return Link(name.casefold()) if name and known and not self.lexicon.named(name) else found

    def _demonstrative(self, place: int, sentence: Sentence, token: Token) -> Link | None:
        """Return what "this" stands for: a thing where it is said to be one, or where it acts ("this can help")."""
        verb = sentence.tokens[token.head]
        named = sentence.kid(verb.i, "attr") if verb.lemma == "be" and token.dep == "nsubj" else None
        if named is not None:
            thing = named.lemma in self.english["reference.descriptions"]
            return self._best(place, sentence, token, plural=None, things=True) if thing else None
        able = any(k.tag == "MD" for k in sentence.kids(verb.i, "aux"))
        acts = token.dep == "nsubj" and able and token.lower == "this"
        return self._best(place, sentence, token, plural=False) if acts else None

    def _candidates(self, wanted: Asked) -> Iterator[Entity]:
        """Yield what was named before that a pronoun or description may stand for."""
        beside = self._beside(wanted)
        near = takewhile(lambda entity: entity.place >= wanted.place - REACH, reversed(self.entities))
        return (e for e in reversed(list(near)) if self._may_mean(wanted, e) and e.link.label not in beside)

    def _beside(self, wanted: Asked) -> frozenset[str]:
        """Return what a pronoun's clause names beside it, which it cannot stand for: "they sell them", "it has fins".

        Nor does it stand for who says the clause, where what is said is nothing that people do.
        """
        sentence, token = wanted.sentence, wanted.token
        if token.tag not in {"PRP", "DT"}:
            return frozenset()
        verb = sentence.tokens[token.head]
        others: list[Token | None] = []
        if token.dep in OBJECTS or raised(sentence, token):
            acting = verb if token.dep in OBJECTS else sentence.tokens[verb.head]
            others.append(subject(sentence, acting, self.english))
        elif token.dep == "pobj" and (verb.lower not in _AROUND or token.tag == "DT"):
            others.append(_doer(sentence, token, self.english))
        elif token.dep in SUBJECTS:
            others += sentence.kids(verb.i, *OBJECTS)
            others.append(self._sayer(wanted))
        others += [part_of(sentence, other, self.english) for other in others if other is not None]
        named = (self._named_here(sentence, other) for other in others if other is not None)
        return frozenset(found.label for found in named if found is not None) | self._of_other_number(token)

    def _of_other_number(self, token: Token) -> frozenset[str]:
        """Return what pronouns of the other number stand for in the sentence: "it" is not one of "they"."""
        other = _SINGULAR if token.lower in _PLURAL else _PLURAL if token.lower in _SINGULAR else frozenset[str]()
        tokens = self.here[0].tokens if self.here is not None else ()
        found = ((tokens[i].lower, meant) for i, meant in self.answers.items() if meant is not None)
        return frozenset(meant.label for word, meant in found if word in other)

    def _named_here(self, sentence: Sentence, token: Token) -> Link | None:
        """Return what a noun names, or what a pronoun read before stands for."""
        answer = self.answers.get(token.i)
        return self._linked(sentence, token) if answer is None and token.pos in {"NOUN", "PROPN"} else answer

    def _sayer(self, wanted: Asked) -> Token | None:
        """Return who says the clause a pronoun is the subject of, where it is not said of them themselves."""
        sentence, verb = wanted.sentence, wanted.sentence.tokens[wanted.token.head]
        above = sentence.tokens[verb.head]
        if verb.dep != "ccomp" or above.lemma not in self.english["report_verbs"] or wanted.liked is not None:
            return None
        who = sentence.kid(above.i, "nsubj")
        return who if who is not None and who.i < wanted.token.i else None

    def _best(
        self, place: int, sentence: Sentence, token: Token, *, plural: bool | None, things: bool = False
    ) -> Link | None:
        """Return the most salient entity that agrees with a pronoun or description."""
        things = things or any(self._beside_thing(sentence, other) for other in _alike(sentence, token))
        wanted = asked(place, sentence, token, self.english, plural=plural, things=things)
        topic = self.topic if self._may_mean_topic(wanted) else None
        return chosen(wanted, self._candidates(wanted), self.topic, self.weights, topic) or self._following(wanted)

    def _may_mean_topic(self, wanted: Asked) -> bool:
        """Say whether a pronoun may stand for what the document is mainly about, however far back that was named."""
        if self.topic is None or Being.THING not in wanted.beings or not self._is_thing(self.topic):
            return False
        several = wanted.plural is not True or self._several(self.topic)
        return several and self.topic.label not in self._beside(wanted)

    def _following(self, wanted: Asked) -> Link | None:
        """Return the subject that follows a clause in front of it: "when it is heated, the wax turns to oil"."""
        sentence = wanted.sentence
        verb = sentence.tokens[wanted.token.head]
        above = sentence.tokens[verb.head]
        who = sentence.kid(above.i, *SUBJECTS) if verb.dep == "advcl" and verb.i < above.i else None
        if wanted.token.dep not in SUBJECTS or who is None or who.i < verb.i or who.pos not in {"NOUN", "PROPN"}:
            return None
        agrees = wanted.plural is (who.tag in {"NNS", "NNPS"})
        fits = being(sentence, who, self.english) in wanted.beings
        return self._linked(sentence, who) if agrees and fits else None

    def _is_thing(self, topic: Link) -> bool:
        """Say whether a topic can be meant without being named: no study, result or measure."""
        if topic.concept is None:
            return self.announced
        concept = self.lexicon.concept(topic.concept)
        return concept is not None and concept.kind not in {"Evidence", "Measure", "Outcome"}

    def _may_mean(self, wanted: Asked, entity: Entity) -> bool:
        """Say whether a pronoun or description may stand for an entity; the topic need not agree."""
        if not wanted.reaches(entity) or (wanted.definite and entity.kind not in THINGS):
            return False
        if wanted.material and self._immaterial(entity):
            return False
        if wanted.things and entity.link.label.rpartition(" ")[2] in self.english["reference.statements"]:
            return False
        if wanted.token.tag == "PRP$" and entity.link.label.endswith(wanted.sentence.tokens[wanted.token.head].lemma):
            return False
        known = entity.link == self.topic and entity.link.concept is not None
        topical = known and Being.THING in wanted.beings and entity.being is Being.THING
        topical = topical and (wanted.plural is not True or self._several(entity.link))
        return topical or wanted.agrees(entity)

    def _immaterial(self, entity: Entity) -> bool:
        """Say whether an entity is none that could be sold, worn or swallowed: "the rate", "bleeding and headache"."""
        return entity.kind in PATIENTS or entity.text.lower().rstrip("s") in self.english["reference.immaterial"]

    def _several(self, link: Link) -> bool:
        """Say whether a thing was named in the plural before."""
        return link.concept is not None and any(e.plural and e.link == link for e in self.entities)

    def _beside_thing(self, sentence: Sentence, token: Token) -> bool:
        """Say whether a pronoun is compared with a treatment or substance, so that it stands for one too."""
        if token.dep != "nsubj":
            return False
        for match in self._matches(sentence):
            concept = self.lexicon.concept(match.iri)
            leading = sentence.tokens[sentence.tokens[match.end - 1].head].lower
            thing = concept is not None and concept.kind in THINGS and match.start > token.i
            if thing and leading in {"than", "to", "versus"}:
                return any(t.tag in {"JJR", "RBR"} for t in sentence.tokens[token.i : match.start])
            if thing and sentence.tokens[match.end - 1].dep == "dobj" and _does(sentence, token, match.end - 1):
                return sentence.tokens[token.head].lemma in self.english["reference.standing_in"]
        return False

    def _both_sides(self, sentence: Sentence, token: Token, found: Link | None) -> Link | None:
        """Return the two that were just heard on a matter where "they" are neither alone: "Ann says no. Bo agrees"."""
        if token.dep not in SUBJECTS or token.lower != "they":
            return found
        before = [past.sentence for past in self.heard[-3:] if past.sentence is not sentence]
        said = [self._linked(past, who) for past in before[-2:] for who in _sayers(past, self.english)]
        known = found is None or found in said
        return several(said) if known and len(said) == 2 and said[0] != said[1] else found

    def _reporting_people(self, sentence: Sentence, token: Token) -> Link | None:
        """Return the people who say or think what "they" is the subject of: "swimmers reported that they slept"."""
        verb = sentence.tokens[token.head]
        who = sentence.kid(sentence.tokens[verb.head].i, "nsubj")
        if token.lower != "they" or verb.dep != "ccomp" or who is None or who.i > token.i:
            return None
        if verb.lemma == "be" or verb.lemma in self.english["clause.effects"]:
            return None
        if who.tag != "NNS" and who.text != "%":
            return None
        people = self.english.of("person_nouns", "group_words")
        inner = next((t for t in sentence.tokens[who.i : verb.head] if t.lemma in people and t.tag == "NNS"), None)
        return (
            link(sentence, inner.i, self._matches(sentence), self.lexicon, complete=False)
            if inner is not None
            else None
        )


def spelt_in(label: str, short: str) -> str:
    """Return the words of a label that a short form is made of, "" for none: "engine" and no "petrol" for "E".

    Args:
        label: in which they may stand.
        short: the initials.
    """
    words = list(_WORD.finditer(label))
    for start in range(len(words) - len(short) + 1):
        found = words[start : start + len(short)]
        if "".join(word.group()[0] for word in found) == short.lower():
            return label[found[0].start() : found[-1].end()]
    return ""


def _may_point(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a word may stand for something named before: a pronoun, a counting word, a noun with a determiner."""
    if token.pos == "PRON" or token.tag in {"PRP", "PRP$", "DT"}:
        return True
    return (bool(token.kids) and sentence.kid(token.i, "det") is not None) or counts(sentence, token, english)


def _sayers(sentence: Sentence, english: English) -> list[Token]:
    """Return who says what a sentence reports, one of whom there is and who is named: "the mayor says it is dear"."""
    saying = [t for t in sentence.tokens if t.lemma in english["report_verbs"] and t.dep in {"ROOT", "conj"}]
    said = [v for v in saying if sentence.kid(v.i, "ccomp") is not None]
    who = (sentence.kid(v.i, "nsubj") for v in said)
    return [t for t in who if t is not None and t.tag in {"NN", "NNP"}]


def _initials(name: str) -> bool:
    """Say whether a name is written in capitals, as a body's is and hardly a person's: "IARC"."""
    return len(name) > _LETTERS and name.isupper()


#: The most capitals that a person goes by: "JP".
_LETTERS = 2


def _stood(token: Token, before: Entity | None) -> Being:
    """Return what kind of being a pronoun stands for that was resolved to something named before."""
    if token.lower in _SHE | _HE:
        return Being.PERSON
    return before.being if before is not None else Being.THING


def _does(sentence: Sentence, token: Token, done_to: int) -> bool:
    """Say whether a pronoun is the subject of the verb whose object a token is."""
    return token.dep == "nsubj" and sentence.tokens[done_to].head == token.head


def _alike(sentence: Sentence, token: Token) -> list[Token]:
    """Return a pronoun and those of its number behind it, which most often stand for the same in one sentence.

    "She calls them dear but hopes that they replace peat": what replaces peat is what is dear.
    """
    number = _PLURAL if token.lower in _PLURAL else _SINGULAR if token.lower in _SINGULAR else frozenset[str]()
    return [token, *(t for t in sentence.tokens[token.i + 1 :] if t.lower in number)]


def _described(sentence: Sentence, noun: Token) -> bool:
    """Say whether words before a noun tell which kind is meant: "the steel one", "wooden bridges"."""
    return any(k.i < noun.i for k in sentence.kids(noun.i, "amod", "compound", "nmod"))


def _stands_for_itself(sentence: Sentence, token: Token) -> bool:
    """Say whether a phrase names its own thing: "those who", "no one", "any method", the end of a compound."""
    if token.dep == "det" or token.lower == "both" or (token.i > 0 and sentence.tokens[token.i - 1].text == "-"):
        return True
    if not token.kids:
        return False
    own = token.lower in {"those", "these", "one", "ones"} and sentence.kid(token.i, "relcl", "acl", "prep") is not None
    return own or sentence.has(token.i, ("no", "any", "every", "some"), "det")


def _doer(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return the subject of the clause that a pronoun after a preposition stands in, unless that says what it is."""
    verb = verb_above(sentence, token.i)
    who = subject(sentence, verb, english) if verb is not None and verb.lemma != "be" else None
    return who if who is not None and token.i not in sentence.spans[who.i] else None


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
