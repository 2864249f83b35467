"""What a sentence names that a later pronoun may stand for, and what a document is mainly about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from types import MappingProxyType

from claimgraph.extracting.clauses import negated, verb_above
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.linking import Link, link
from claimgraph.knowledge.english import English
from claimgraph.knowledge.matching import Match
from claimgraph.knowledge.units import units
from claimgraph.language.parsed import Sentence, SentenceKind, Token

#: The weight of an entity's grammatical role (Lappin & Leass 1994, table 1, in smaller numbers); others name nothing.
ROLES: Mapping[str, float] = MappingProxyType(
    {
        "nsubj": 4.0, "nsubjpass": 4.0, "dobj": 2.0, "ROOT": 2.0, "dative": 2.0, "attr": 1.5, "pobj": 1.0, "conj": 1.0,
        "appos": 1.0, "poss": 0.9,
    }
)  # fmt: skip
#: The weight of a subject's second conjunct, and of all that a heading names.
_CONJUNCT, _HEADING = 3.0, 1.0
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TREATMENTS = frozenset({"Treatment", "Product", "Procedure"})


class Being(StrEnum):
    """What kind of being a noun names, as far as pronouns and verbs ask for it; EITHER may be person or thing."""

    PERSON = auto()
    EITHER = auto()
    GROUP = auto()
    TEXT = auto()
    THING = auto()


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
        being: what kind of being it is.
        nested: whether it only tells more of another noun.
        under: whether it stands in a clause under another: a relative or adverbial one, an infinitive, a gerund.
        kind: the concept's kind, None for an open one.
        voice: label of the voice that named it.
        dep: its grammatical relation.
        block: number of the block it was named in.
        pointing: whether it may only point back to something named before: "the treatment".
        counted: whether a number stands before it.
        beside: token index of what it is coordinated with, -1 for nothing.
        whole: whether it is several things that are named together.
        each: whether it is any one of many, of which nothing is said by "it" later on: "each pump".
        verb: base form of the verb that it is a subject or object of, or that is done to part of it.
        any: whether any of its kind may be meant later on by "one": "a pump", "old pumps".
        titled: whether a heading or question named it.
        presented: whether it is new and what is told to have been made, opened or put out: "the firm launched an app".
        name: whether it is a name that does or owns something, so that it may be a person's.
        brief: whether it is only in mind to the end of its sentence, since a pronoun as an object stood for it.
        narrowed: whether it is named with the clause that tells which people are meant: "those who swim".
    """

    link: Link
    text: str
    place: int
    index: int
    plural: bool
    role: float
    being: Being
    nested: bool
    under: bool
    kind: str | None
    voice: str
    dep: str
    block: int
    pointing: bool = False
    counted: bool = False
    beside: int = -1
    whole: bool = False
    each: bool = False
    verb: str = ""
    any: bool = False
    titled: bool = False
    presented: bool = False
    name: bool = False
    brief: bool = False
    narrowed: bool = False


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
    english = lexicon.english
    counted = english.of("argument.times", "reference.amounts", "reference.counting")
    return [
        _entity(place, sentence, token, link(sentence, token.i, matches, lexicon, complete=told), lexicon)
        for token in sentence.tokens
        for told in (_those_who(sentence, token),)
        if (token.pos in {"NOUN", "PROPN"} or told) and token.dep in ROLES
        if (token.lemma not in counted or told) and (token.text.isalnum() or any(map(str.isalnum, token.text)))
        if not _fewer(sentence, token)
        if not _denied(sentence, token, english) and not _announces(sentence, token)
        if not _fixed(sentence, token, english) and not measures(sentence, token, english)
        if not _tells_who(sentence, token, english) and not _leads_noun(sentence, token)
        if not _speaks_next(sentence, token, english)
    ]


def _those_who(sentence: Sentence, token: Token) -> bool:
    """Say whether a clause tells which people a subject means, so that "they" are no others: "those who swim"."""
    if token.dep not in _SUBJECTS or not (token.tag == "NNS" or token.lower in {"those", "ones"}):
        return False
    below = sentence.kids(token.i, "relcl") if _who(sentence, token) else []
    return any(sentence.tokens[token.i + 1].i == sentence.spans[verb.i][0] for verb in below)


def _fewer(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun names what there is less of, which nothing more is told of: "they took fewer breaks"."""
    return sentence.has(token.i, ("fewer", "less"), "amod")


def _entity(place: int, sentence: Sentence, token: Token, named: Link, lexicon: Lexicon) -> Entity:
    """Return a noun as an entity."""
    concept = lexicon.concept(named.concept)
    population = concept is not None and concept.kind == "Population"
    counting = _counting(sentence, token, lexicon.english)
    return Entity(
        link=named,
        text=token.text,
        place=place,
        index=token.i,
        plural=_plural(sentence, token, lexicon.english) or token.lower == "those",
        role=_role(sentence, counting or token),
        being=Being.PERSON if population else being(sentence, token, lexicon.english),
        nested=_nested(sentence, counting or token),
        under=_under(sentence, token),
        kind=concept.kind if concept else None,
        voice=voice_of(sentence, token),
        dep=(counting or token).dep,
        block=sentence.block,
        pointing=described(sentence, token.i, lexicon.english),
        counted=sentence.kid(token.i, "nummod") is not None,
        beside=token.head if token.dep == "conj" else -1,
        titled=sentence.kind in {SentenceKind.HEADING, SentenceKind.QUESTION},
        any=_any(sentence, token),
        presented=_presented(sentence, token, lexicon.english),
        name=_bare_name(sentence, token) and concept is None,
        verb=sentence.tokens[(counting or token).head].lemma,
        narrowed=_those_who(sentence, token),
        each=sentence.has(token.i, ("each", "every", "no"), "det"),
    )


def _presented(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a noun is what somebody makes, opens or puts out, told of for the first time."""
    new = any(k.lower in {"a", "an"} for k in sentence.kids(token.i, "det"))
    return new and token.dep == "dobj" and sentence.tokens[token.head].lemma in english["reference.presenting"]


def _bare_name(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun is a name without an article that does or owns something: "Priya Cole's hair"."""
    plain = token.tag == "NNP" and token.text.istitle() and token.text.isalpha()
    return plain and token.dep in _SUBJECTS | {"poss"} and sentence.kid(token.i, "det", "amod") is None


def _denied(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a noun tells what a thing is not, and so names nothing to go on about: "it is not a drug"."""
    return token.dep == "attr" and bool(negated(sentence, token.head, english))


def together(sentence: Sentence, named: Sequence[Entity]) -> list[Entity]:
    """Return the things that are coordinated by "and" in a sentence as one: "they" of "spelt and rye".

    Args:
        sentence: to read.
        named: what it names, in order.
    """
    found: list[Entity] = []
    for first in named if any(entity.beside >= 0 for entity in named) else ():
        members = [first]
        for entity in named:
            if entity.beside in {m.index for m in members} and entity.index > members[-1].index:
                members.append(entity)
        if first.beside >= 0 or len(members) < 2:
            continue
        last = members[-1]
        joined = any(k.lower in {"and", "&"} for m in members for k in sentence.kids(m.index, "cc"))
        others = last.plural and sentence.has(last.index, ("other",), "amod")
        being = _common([m.being for m in members]) or (Being.EITHER if others else None)
        if joined and being is not None and (others or len(members) <= _MOST):
            meant = last.link if others else several([m.link for m in members])
            found.append(replace(first, link=meant, plural=True, being=being, whole=True))
    return found


def several(links: Sequence[Link]) -> Link:
    """Return what several nouns name at once.

    Args:
        links: of the nouns, in order.
    """
    labels = [link.label for link in links]
    return links[0] if len(links) == 1 else Link(f"{', '.join(labels[:-1])} and {labels[-1]}")


#: The most things that are named together and still meant together.
_MOST = 4


def _common(beings: Sequence[Being]) -> Being | None:
    """Return the kind of being of several coordinated ones, None where they are people and things."""
    kinds = set(beings)
    if len(kinds) == 1:
        return beings[0]
    if kinds <= {Being.PERSON, Being.GROUP, Being.EITHER}:
        return Being.PERSON if Being.PERSON in kinds else Being.GROUP
    return Being.THING if kinds <= {Being.THING, Being.TEXT, Being.EITHER} else None


def _speaks_next(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a name only tells who speaks next: "Ann: Is it dear?"."""
    ahead = sentence.tokens[token.i + 1 : token.i + 2]
    first = token.i == 0 or (token.i == 1 and sentence.tokens[0].lower.rstrip(".") in english["voice.titles"])
    told = token.tag == "NNP" and bool(ahead) and ahead[0].text == ":"
    return told and first and sentence.kind is not SentenceKind.HEADING


def _any(sentence: Sentence, token: Token) -> bool:
    """Say whether a common noun names any of its kind: "a pump", "old pumps"."""
    told = sentence.kids(token.i, "det", "poss")
    return any(k.lower in {"a", "an", "another"} for k in told) if told else token.tag == "NNS"


def _leads_noun(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun only tells of the subject right behind it, taken for its verb: "makes tooth enamel hard"."""
    behind = sentence.tokens[token.head]
    return token.dep == "nsubj" and behind.i == token.i + 1 and behind.pos == "NOUN" and behind.dep in _SUBJECTS


def _announces(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun only announces the clause after it: "the good news is that it is cheap"."""
    verb = sentence.tokens[token.head]
    below = sentence.kid(verb.i, "ccomp") if verb.lemma == "be" and token.dep == "nsubj" else None
    return below is not None and below.i > verb.i and sentence.tokens[sentence.spans[below.i][0]].tag[0] != "W"


def voice_of(sentence: Sentence, token: Token) -> str:
    """Return the label of whose words a token is: of the passage of direct speech it stands in, or of its sentence."""
    if not sentence.speeches:
        return sentence.voice.label
    inside = (speech.voice.label for speech in sentence.speeches if speech.start <= token.start < speech.end)
    return next(inside, sentence.voice.label)


def being(sentence: Sentence, token: Token, english: English) -> Being:
    """Return what kind of being a noun names.

    Args:
        sentence: the noun's.
        token: the noun.
        english: the word lists.
    """
    if token.lemma in english["reference.texts"]:
        return Being.TEXT
    if token.lemma in english["reference.groups"]:
        return Being.GROUP
    ending = token.lemma.endswith(_OF_PEOPLE) and token.lemma not in english["reference.no_people"]
    if ending or token.lemma in english.of(*_PEOPLE) or token.lower in english["reference.people"]:
        return Being.PERSON
    named = _is_person(sentence, token, english) or _apposed_person(sentence, token, english) or _who(sentence, token)
    if named or _minds(sentence, token, english):
        return Being.PERSON
    if _apposed_group(sentence, token, english):
        return Being.GROUP
    return Being.EITHER if token.lemma.endswith(_OF_DOERS) and len(token.lemma) > _SHORTEST else Being.THING


#: The lists of nouns for people.
_PEOPLE = ("person_nouns", "kin_and_trades", "reference.people", "reference.female", "reference.male", "group_words")
#: How nouns for people end, and how those for people and tools alike.
_OF_PEOPLE = ("ist", "ician", "eer", "woman", "folk")
_OF_DOERS = ("er", "or", "ian", "man")
_SHORTEST = 4


def _minds(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a noun is the subject of what only people do and no writing does: "hedgehog_7 wrote"."""
    verb = sentence.tokens[token.head]
    if token.dep != "nsubj" or verb.pos != "VERB":
        return False
    return verb.lemma == "write" or verb.lemma in english.without("reference.thinking", "report_verbs")


def _plural(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a noun is named in the plural, by its form or by the verb that agrees with it."""
    if token.tag not in {"NN", "NNP"} or token.dep not in _SUBJECTS:
        return token.tag in {"NNS", "NNPS"}
    verb = sentence.tokens[token.head]
    finite = next((k for k in (*sentence.kids(verb.i, "aux", "auxpass"), verb) if k.tag in {"VBP", "VBZ", "VBD"}), verb)
    unfit = ("conj", "nummod") if token.lemma in english["reference.groups"] else ("conj", "det", "nummod")
    return sentence.kid(token.i, *unfit) is None and (finite.tag == "VBP" or finite.lower == "were")


def _fixed(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a noun is part of a fixed phrase and names nothing: "in case", "by hand", "in the end"."""
    if token.dep != "pobj" or token.tag != "NN":
        return False
    the = [sentence.tokens[k].lower for k in token.kids] == ["the"]
    return (
        token.lemma in english["reference.fixed"]
        if not token.kids
        else the and token.lemma in english["reference.fixed_the"]
    )


def measures(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a noun only measures: "at 4 V", "30 cm".

    Args:
        sentence: the noun's.
        token: the noun.
        english: the word lists.
    """
    if sentence.kid(token.i, "nummod") is None:
        return False
    named = english["phrase.units"]
    return token.lemma in named or token.lower in named or units().unit(token.lower) is not None


def _nested(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun only tells more of another: "the price of bread", "the shop's door"."""
    above = sentence.tokens[token.head]
    return token.dep == "poss" or (token.dep == "pobj" and sentence.tokens[above.head].pos in {"NOUN", "PROPN"})


def _counting(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return the word that only tells how many of a noun are meant: "quarter" of "a quarter of participants"."""
    above = sentence.tokens[token.head]
    counting = sentence.tokens[above.head]
    if token.dep != "pobj" or above.lower != "of" or above.i < counting.i or counting.dep not in ROLES:
        return None
    known = counting.lower in english["reference.counting"] or counting.lemma in english["reference.shares"]
    return counting if known else None


def _under(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun stands in a clause under another, which is no clause of its own that somebody reports."""
    verb = verb_above(sentence, token.i)
    if _acted_on(sentence, token):
        return True
    return verb is not None and verb.dep in {"relcl", "acl", "advcl", "xcomp", "pcomp"}


def _role(sentence: Sentence, token: Token) -> float:
    """Return the weight of a noun's role; what is presented ("Enter yeasts, tiny fungi") is as weighty as a subject."""
    if sentence.kind is SentenceKind.HEADING:
        return _HEADING
    if _brought_up(sentence, token):
        return ROLES["nsubj"]
    beside_subject = token.dep == "conj" and sentence.tokens[token.head].dep in _SUBJECTS
    presented = token.dep == "ROOT" and sentence.kid(token.i, "appos") is not None
    return _CONJUNCT if beside_subject else ROLES["nsubj" if presented else token.dep]


def _brought_up(sentence: Sentence, token: Token) -> bool:
    """Say whether a question brings a noun up to be talked of: "what about blood tests?"."""
    above = sentence.tokens[token.head]
    asks = above.lower == "about" and above.i > 0 and sentence.tokens[above.i - 1].lower in {"what", "how"}
    return token.dep == "pobj" and asks


def _acted_on(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun is acted on by the verb above and the subject of what comes of it: "makes glass hard"."""
    below = sentence.tokens[token.head]
    if token.dep != "nsubj" or below.dep not in {"ccomp", "xcomp"} or below.i < below.head:
        return False
    finite = below.tag in {"VBZ", "VBP", "VBD", "MD"} or sentence.kid(below.i, "aux", "cop", "mark") is not None
    return not finite and sentence.tokens[below.head].pos == "VERB"


def _is_person(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a proper noun names a person: with a title, or one who speaks."""
    if token.pos != "PROPN" or token.tag != "NNP":
        return False
    if any(token.text in name.split() for _, name in sentence.people):
        return True
    titled = sentence.has(token.i, english["voice.titles"], "compound", "nmod")
    verb = sentence.tokens[token.head]
    saying = [verb, *sentence.kids(verb.i, "advcl")]
    speaks = token.dep == "nsubj" and any(v.lemma in english["report_verbs"] and v.lemma != "mean" for v in saying)
    return titled or speaks


def _apposed_person(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a name stands beside who it is, or a noun beside a name with a title: "a spokesman, Ann Reed"."""
    if "," not in sentence.lowers:
        return False
    above = sentence.tokens[token.head]
    if token.dep == "appos" and token.tag == "NNP":
        return above.tag == "NN" and above.lemma in english.of(*_PEOPLE)
    beside = sentence.kids(token.i, "appos")
    if token.tag == "NNP":
        return any(_tells_who(sentence, k, english) for k in beside)
    return token.tag == "NN" and any(k.tag == "NNP" and _is_person(sentence, k, english) for k in beside)


def _tells_who(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a noun behind a name tells what somebody is: "Priya Dunmore, a dietitian"."""
    above = sentence.tokens[token.head]
    apposed = token.dep == "appos" and token.tag == "NN" and above.tag == "NNP"
    return apposed and token.lemma in english.of(*_PEOPLE) and token.lemma not in english["reference.groups"]


def _who(sentence: Sentence, token: Token) -> bool:
    """Say whether a clause behind a noun takes it up by "who": "Helen Carrick, who ran a practice"."""
    if "who" not in sentence.lowers:
        return False
    return any(sentence.has(verb.i, ("who",), *_SUBJECTS) for verb in sentence.kids(token.i, "relcl"))


def _apposed_group(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a name is told to be a body of people: "Eyesight Calder, the charity that has led the campaign"."""
    if token.tag != "NNP" or "," not in sentence.lowers:
        return False
    return any(k.lemma in english["reference.groups"] for k in sentence.kids(token.i, "appos"))


def described(sentence: Sentence, head: int, english: English) -> bool:
    """Say whether a noun phrase only points back: "this new pump", "the treatment", "these cells".

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
        english: the word lists.
    """
    token = sentence.tokens[head]
    if token.lemma not in english["reference.descriptions"] or token.pos not in {"NOUN", "ADJ"}:
        return False
    determiner = sentence.kid(head, "det")
    if determiner is None:
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
    short = _initials(named)
    for place, (sentence, found) in enumerate(zip(sentences, named, strict=True)):
        leading = place == 0 or sentence.kind in {SentenceKind.HEADING, SentenceKind.QUESTION}
        for entity in found:
            thing = entity.being is Being.THING or entity.being is Being.EITHER
            if not thing or entity.role < 1.0 or entity.pointing:
                continue
            meant = short.get(entity.link.label, entity.link)
            key = (meant.label, meant.concept)
            acts = entity.role >= ROLES["nsubj"]
            used = entity.kind in _TREATMENTS or (entity.kind == "Substance" and acts)
            counts[key] += (2 if leading else 1) * (3 if used else 1) + acts
            first.setdefault(key, place)
    if not counts:
        return None
    label, concept = min(counts, key=lambda key: (-counts[key], first[key], key[0]))
    return Link(label, concept)


def _initials(named: Sequence[Sequence[Entity]]) -> Mapping[str, Link]:
    """Return what is named in several words by their initials in capitals: "IF" for "intermittent fasting"."""
    links = (entity.link for found in reversed(named) for entity in found if " " in entity.link.label)
    return {"".join(word[0] for word in link.label.split()).upper(): link for link in links}


def announced(sentences: Sequence[Sentence], named: Sequence[Sequence[Entity]], topic: Link | None) -> bool:
    """Say whether a document tells by a heading what it is mainly about, and comes back to it often.

    Args:
        sentences: of the document.
        named: for each sentence, what it names.
        topic: what the document is mainly about.
    """
    if topic is None:
        return False
    short = _initials(named)
    kinds = [
        sentence.kind
        for sentence, found in zip(sentences, named, strict=True)
        for entity in found
        if f" {short.get(entity.link.label, entity.link).label}".endswith(f" {topic.label}")
    ]
    return len(kinds) >= _OFTEN and any(kind in _TITLES for kind in kinds)


#: Sentences that tell what is to come, as far as one can tell.
_TITLES = frozenset({SentenceKind.HEADING, SentenceKind.FRAGMENT})
#: How often a document names what it comes back to often.
_OFTEN = 5
