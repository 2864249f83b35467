"""What the clause of a pronoun or description asks of its antecedent: number, kind of being, and what it cannot be.

The exclusions are the syntactic filter of Lappin and Leass 1994, section 2.1.1.
"""

from dataclasses import dataclass
from itertools import takewhile

from claimgraph.extracting.clauses import VERBAL
from claimgraph.extracting.entities import Being, Entity, being
from claimgraph.extracting.subjects import subject
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, SentenceKind, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative"})
PEOPLE = frozenset({Being.PERSON, Being.GROUP})
BEINGS = frozenset(Being)
#: Adjectives that tell nothing of what a thing is.
_ANY_KIND = frozenset({"new", "novel", "latest", "recent", "same", "particular", "specific", "simple", "whole"})
_OPENING = frozenset({SentenceKind.HEADING, SentenceKind.QUESTION})
#: Tokens of a heading or question up to which it is short.
_SHORT = 12
#: Words that tell how much or how many of a thing: "little of it".
_AMOUNTS = frozenset({"most", "much", "little", "less", "more", "all", "some", "none", "part", "any", "half"})
#: How many sentences back a pronoun reaches.
REACH = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun or description whose meaning is asked for.

    Attributes:
        place: number of its sentence in the document.
        sentence: its own.
        token: its head.
        plural: its number, None where that does not tell.
        beings: what it may stand for.
        liked: what its verb is mostly said of, None where that does not tell.
        definite: whether it is a description with "the", or one that tells by itself what it means.
        excluded: the heads it cannot stand for.
        above: the subjects of the clause that its own clause hangs on, or what is done to there.
        passed: what was done to by the verbs before its own that share its subject: "draws blood and spins it".
        things: whether it stands for a thing in any case.
        counting: whether it only counts what it stands for.
        material: whether it can only be what is handled or is stuff: "never inject them", "it is toxic".
    """

    place: int
    sentence: Sentence
    token: Token
    plural: bool | None
    beings: frozenset[Being]
    liked: frozenset[Being] | None
    definite: bool
    excluded: frozenset[int]
    above: frozenset[int]
    passed: frozenset[int]
    things: bool
    counting: bool
    material: bool

    @property
    def verb(self) -> str:
        """Return the base form of the verb that it, or the word that counts it, is a subject or object of."""
        return self.sentence.tokens[self._counter.head].lemma

    @property
    def dep(self) -> str:
        """Return its grammatical relation, or that of the word that counts it."""
        return self._counter.dep

    @property
    def _counter(self) -> Token:
        """Return the word that only tells how much of it there is, itself where there is none."""
        above = self.sentence.tokens[self.token.head]
        counting = self.sentence.tokens[above.head]
        known = counting.lower in _AMOUNTS and self.token.dep == "pobj" and above.lower == "of"
        return counting if known else self.token

    @property
    def also(self) -> bool:
        """Say whether its clause says something more: "it also cools the room"."""
        return self.sentence.has(self.token.head, ("also",), "advmod")

    @property
    def opens(self) -> bool:
        """Say whether it stands in a short heading or question."""
        return self.sentence.kind in _OPENING and len(self.sentence.tokens) <= _SHORT

    @property
    def acts(self) -> bool:
        """Say whether it is the subject of a clause."""
        return self.token.dep in SUBJECTS

    def reaches(self, entity: Entity) -> bool:
        """Say whether an entity was named before, and not too far back."""
        if entity.place == self.place:
            return entity.index < self.token.i and entity.index not in self.excluded
        if entity.brief or (entity.each and self.plural is False):
            return False
        return self.place - REACH <= entity.place < self.place

    def agrees(self, entity: Entity) -> bool:
        """Say whether an entity agrees in number and kind."""
        group = self.plural is True and entity.being is Being.GROUP
        if self.plural is not None and entity.plural is not self.plural and not group:
            return False
        return entity.being in self.beings


def asked(
    place: int, sentence: Sentence, token: Token, english: English, *, plural: bool | None, things: bool = False
) -> Asked:
    """Return what a pronoun's or description's clause asks for.

    Args:
        place: number of the sentence in the document.
        sentence: the phrase's.
        token: its head.
        english: the word lists.
        plural: its number, None where that does not tell.
        things: whether it stands for a thing in any case.
    """
    told = [k for k in sentence.kids(token.i, "amod") if k.lower not in _ANY_KIND]
    definite = bool(told) or sentence.has(token.i, ("the",), "det")
    pointing = token.lower in {"these", "those"} and token.tag == "DT"
    unfit = PEOPLE if things or pointing else frozenset({Being.PERSON} if plural is False else ())
    if _told_by_text(sentence, token, english):
        unfit |= {Being.TEXT}
    wanted, liked = _of_verb(sentence, token, english)
    excluded = _coarguments(sentence, token, english) | _fronted(sentence, token, english)
    above = _above(sentence, token, english)
    consumed = sentence.tokens[token.head].lemma in english["reference.consuming"] and token.dep in OBJECTS
    material = consumed or _harms(sentence, token, english)
    beings, counting = (BEINGS - unfit) & wanted, token.lower in english["reference.counting"]
    passed = frozenset(noun.i for noun in handed_on(sentence, token))
    return Asked(
        place, sentence, token, plural, beings, liked, definite, excluded, above, passed, things, counting, material
    )


def _harms(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether something is told to be what only stuff is: "it is toxic", "it is unlikely to be toxic"."""
    verb = sentence.tokens[token.head]
    told = sentence.kid(verb.i, "acomp") if verb.lemma == "be" and token.dep == "nsubj" else None
    below = sentence.kid(told.i, "xcomp") if told is not None else None
    inner = sentence.kid(below.i, "acomp") if below is not None and below.lemma == "be" else None
    return any(t is not None and t.lemma in english["reference.harmful"] for t in (told, inner))


def handed_on(sentence: Sentence, token: Token) -> list[Token]:
    """Return the objects of the verbs that a pronoun's verb is coordinated with, the nearest first.

    Args:
        sentence: the pronoun's.
        token: the pronoun, an object.
    """
    verb = sentence.tokens[token.head]
    found: list[Token] = []
    while token.dep in OBJECTS and verb.dep == "conj" and sentence.kid(verb.i, *SUBJECTS) is None:
        verb = sentence.tokens[verb.head]
        found += [k for k in sentence.kids(verb.i, "dobj") if k.i < token.i]
    return found


def _told_by_text(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a study or writing reports the clause a pronoun is the subject of, which tells of other things."""
    verb = sentence.tokens[token.head]
    who = sentence.kid(verb.head, "nsubj") if verb.dep == "ccomp" and token.dep in SUBJECTS else None
    return who is not None and who.i < token.i and being(sentence, who, english) is Being.TEXT


def _of_verb(sentence: Sentence, token: Token, english: English) -> tuple[frozenset[Being], frozenset[Being] | None]:
    """Return what the verb of a pronoun can be said of, and what it is mostly said of."""
    verb = sentence.tokens[token.head]
    if token.tag == "PRP$" and verb.lemma in english["reference.writing"]:
        return BEINGS, frozenset({Being.TEXT})
    if token.tag == "PRP$":
        led = token.lower == "its" and verb.lemma in english.of("person_nouns", "kin_and_trades")
        return BEINGS, frozenset({Being.GROUP}) if led else None
    if token.dep in {"dobj", "dative", "nsubjpass"}:
        return _of_object(sentence, token, verb, english)
    return _of_subject(sentence, verb, english) if token.dep == "nsubj" and verb.pos in VERBAL else (BEINGS, None)


def _of_object(
    sentence: Sentence, token: Token, verb: Token, english: English
) -> tuple[frozenset[Being], frozenset[Being] | None]:
    """Return what a verb can be done to, and what it is mostly done to."""
    who = sentence.kid(verb.i, "nsubj")
    attends = verb.lemma in english["reference.attending"] and token.lower == "it" and who is not None
    if attends and who is not None and being(sentence, who, english) is Being.PERSON:
        return BEINGS, frozenset({Being.TEXT})
    if verb.lemma in english["reference.addressing"] and token.tag == "PRP":
        return PEOPLE | {Being.EITHER}, PEOPLE
    handled = verb.lemma in english["reference.handling"] and token.dep != "dative"
    return BEINGS - {Being.PERSON} if handled else BEINGS, None


def _of_subject(sentence: Sentence, verb: Token, english: English) -> tuple[frozenset[Being], frozenset[Being] | None]:
    """Return what can do what a verb says, and what mostly does it."""
    told = sentence.kid(verb.i, "attr", "acomp") if verb.lemma == "be" else None
    if told is not None and (being_told := _of_told(sentence, told, english)) is not None:
        return being_told
    if _acts_on_nobody(sentence, verb, english):
        return BEINGS - PEOPLE - {Being.TEXT}, None
    writes = frozenset({Being.TEXT}) if verb.lemma in english["report_verbs"] else frozenset[Being]()
    if verb.lemma in english["reference.thinking"]:
        return PEOPLE | writes | {Being.EITHER}, PEOPLE | writes
    if verb.lemma in english["reference.inert"]:
        return BEINGS - PEOPLE, None
    if verb.lemma in english["reference.showing"]:
        return BEINGS, writes
    done = {verb.lemma, *(k.lemma for k in sentence.kids(verb.i, "xcomp"))}
    does = bool(done & english.of("reference.doing", "reference.thinking")) or bool(writes)
    return BEINGS, PEOPLE | writes if does else None


def _of_told(
    sentence: Sentence, told: Token, english: English
) -> tuple[frozenset[Being], frozenset[Being] | None] | None:
    """Return what can be what a copula says, and what mostly is; None where that does not tell."""
    if told.dep == "attr" and told.pos == "NOUN" and told.lemma in english.of("person_nouns", "kin_and_trades"):
        return PEOPLE | {Being.EITHER}, PEOPLE
    if told.dep == "attr" and told.pos == "NOUN" and told.lemma in english["reference.texts"]:
        return frozenset({Being.TEXT}), None
    return (BEINGS - PEOPLE, None) if _of_stuff(sentence, told, english) else None


def _of_stuff(sentence: Sentence, told: Token, english: English) -> bool:
    """Say whether what something is said to be is no body of people: a scheme, a treatment, bare "fear" or "salt"."""
    if told.tag != "NN" or being(sentence, told, english) is not Being.THING:
        return False
    bare = sentence.kid(told.i, "det", "poss", "nummod", "quantmod", "compound") is None
    return bare or told.lemma in english["reference.descriptions"]


def _acts_on_nobody(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether a verb tells that something helps or hurts, and not whom or what with: "it stings", "it may help"."""
    done = [verb, *(k for k in sentence.kids(verb.i, "xcomp") if verb.lemma in {"seem", "appear"})]
    listed = [v for v in done if v.lemma in english.of("reference.stinging", "reference.helping")]
    return any(sentence.kid(v.i, "dobj", "xcomp", "ccomp", "dative") is None and not _with(sentence, v) for v in listed)


def _with(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb goes on with whom or what something is done together with: "works with schools", "on it"."""
    return any(k.lower in {"with", "on", "for", "out", "as"} for k in sentence.kids(verb.i, "prep", "prt"))


def _above(sentence: Sentence, token: Token, english: English) -> frozenset[int]:
    """Return the subjects of the clause that a pronoun's adverbial or coordinated clause hangs on.

    Of a relative clause, what is done to in the clause above: "they sell milk to customers who want it".
    """
    verb = next((t for t in sentence.ancestors(token.i) if t.pos in {"VERB", "AUX"}), None)
    if verb is not None and verb.dep == "relcl" and token.dep in OBJECTS:
        above = next((t for t in sentence.ancestors(verb.i) if t.pos in {"VERB", "AUX"}), None)
        return frozenset(k.i for k in sentence.kids(above.i, "dobj")) if above is not None else frozenset()
    if verb is None or not (verb.dep == "advcl" or _joined(sentence, token, verb, english)):
        return frozenset()
    return frozenset(k.i for k in sentence.kids(verb.head, *SUBJECTS))


def _joined(sentence: Sentence, token: Token, verb: Token, english: English) -> bool:
    """Say whether "they" begin a clause beside one that tells of something: "pumps leak, but they are cheap"."""
    reports = sentence.tokens[verb.head].lemma in english["report_verbs"]
    return verb.dep == "conj" and token.dep in SUBJECTS and token.lower == "they" and not reports


def _coarguments(sentence: Sentence, token: Token, english: English) -> frozenset[int]:
    """Return the heads of a pronoun's own clause, and the subject that clause shares, which it cannot stand for."""
    verb = next((t for t in sentence.ancestors(token.i) if t.pos in {"VERB", "AUX"}), None)
    around = _around(sentence, token)
    if verb is None or token.dep == "poss":
        return around
    judged = sentence.tokens[token.head].pos not in {"VERB", "AUX"}
    shared = subject(sentence, verb, english) if token.dep not in SUBJECTS or judged else None
    above = sentence.kids(verb.head, *SUBJECTS) if raised(sentence, token) else []
    gap = {verb.head} if verb.dep == "relcl" and token.dep in SUBJECTS else set()
    kept = _kept_from(sentence, verb) if token.dep in OBJECTS else []
    own = {k.i for k in (*sentence.kids(verb.i, *SUBJECTS), *above, *kept)} | ({shared.i} if shared else set()) | gap
    own |= {inner.i for i in own if (inner := part_of(sentence, sentence.tokens[i], english)) is not None}
    if token.head == verb.i:
        own.update(k.i for k in sentence.kids(verb.i))
    elif token.dep == "pobj" and sentence.tokens[token.head].head == verb.i:
        own.update(k.i for k in sentence.kids(verb.i, *OBJECTS))
    return around | own


def part_of(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return the noun that a counting word takes a part of: "patients" of "some of my patients".

    Args:
        sentence: the word's.
        token: the word.
        english: the word lists.
    """
    counting = token.lower in english["reference.counting"] or token.lemma in english["reference.shares"]
    of = next((k for k in sentence.kids(token.i, "prep") if k.lower == "of"), None) if counting else None
    return sentence.kid(of.i, "pobj") if of is not None else None


def _around(sentence: Sentence, token: Token) -> frozenset[int]:
    """Return the nouns that a pronoun only tells more of: "the length" in "the length of it"."""
    above = takewhile(lambda t: t.pos not in {"VERB", "AUX"}, (token, *sentence.ancestors(token.i)))
    upward = takewhile(lambda t: t.dep in {"poss", "prep", "pobj", "det"}, above)
    return frozenset(t.head for t in upward)


def _kept_from(sentence: Sentence, verb: Token) -> list[Token]:
    """Return whom a verb is kept from being done by: "the brain" in "it keeps the brain from noticing it"."""
    above = sentence.tokens[verb.head]
    return sentence.kids(above.head, "dobj") if verb.dep == "pcomp" and above.lower == "from" else []


def raised(sentence: Sentence, token: Token) -> bool:
    """Say whether a pronoun is what the verb above acts on and the subject of what it does then: "makes them fall".

    Args:
        sentence: the pronoun's.
        token: the pronoun.
    """
    verb = sentence.tokens[token.head]
    if token.dep != "nsubj" or verb.dep not in {"ccomp", "xcomp"}:
        return False
    finite = any(k.tag in {"MD", "VBZ", "VBP", "VBD"} for k in sentence.kids(verb.i, "aux", "auxpass"))
    return token.lower in {"them", "him", "her"} or (verb.tag in {"VB", "VBG"} and not finite)


def _fronted(sentence: Sentence, token: Token, english: English) -> frozenset[int]:
    """Return what stands in front of a subject within its own clause: "in the interviews they", "selling X, they".

    What is put first to be talked of may come back ("as for the tax, it ..."), and "it" does nothing that a clause in
    front of it could leave unsaid ("when rinsing the rice, it ...").
    """
    if token.dep not in SUBJECTS:
        return frozenset()
    before = [k for k in sentence.kids(token.head) if k.i < token.i and k.dep not in {"cc", "punct", "conj"}]
    before = [k for k in before if k.lower not in english["reference.topicalising"] or _owned(sentence, k, token)]
    own = [sentence.spans[k.i] for k in before if token.lower != "it" or sentence.kid(k.i, "pobj") is not None]
    return frozenset(i for span in own if not any(sentence.tokens[i].dep in SUBJECTS for i in span) for i in span)


def _owned(sentence: Sentence, phrase: Token, token: Token) -> bool:
    """Say whether a phrase names what belongs to the subject behind it: "to their fans they are handsome"."""
    noun = sentence.kid(phrase.i, "pobj")
    whose = sentence.kid(noun.i, "poss") if noun is not None else None
    return whose is not None and whose.lower == {"they": "their", "it": "its"}.get(token.lower)
