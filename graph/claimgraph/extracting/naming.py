"""The rules of naming, linking and lacking: what somebody calls something, links it to, and what it is without."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from claimgraph.extracting.clauses import RELATIVES, VERBAL, negated, relative_head
from claimgraph.extracting.context import context
from claimgraph.extracting.denying import deniers
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.introducing import is_empty
from claimgraph.extracting.subjects import subject
from claimgraph.extracting.weakening import weakeners
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token


def naming(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield what somebody calls something: "X called it theatre", "he dismissed the figures as guesswork".

    Args:
        sentence: to read.
        english: the word lists.
    """
    for verb in sentence.tokens:
        found = named(sentence, verb, english) if verb.pos == "VERB" else None
        above = context(sentence, verb.i, english) if found is not None else None
        if found is None or above is None or not above.asserted:
            continue
        yield Frame(
            rule="naming",
            verbs=(verb.i,),
            head=verb.i,
            subject=found.what.i,
            object=found.name.i,
            links=found.link,
            negations=deniers(sentence, (verb.i,), None, None, english),
            hedges=above.hedges,
            context=replace(above, speakers=(found.who.i, *above.speakers), verbs=(verb.i, *above.verbs)),
            key="be",
        )


def made(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield what something makes "it": "the coating cracks, making it a poor choice" says that it is a poor choice.

    Args:
        sentence: to read.
        english: the word lists.
    """
    if "it" not in sentence.lowers and "them" not in sentence.lowers:
        return
    for verb in sentence.tokens:
        what = sentence.kid(verb.i, "ccomp") if verb.lemma in {"make", "render"} and verb.pos == "VERB" else None
        who = sentence.kid(what.i, "nsubj") if what is not None else None
        if what is None or who is None or who.lower not in {"it", "them"} or what.pos not in {"NOUN", "ADJ"}:
            continue
        above = context(sentence, verb.i, english)
        graded = any(k.tag == "JJR" for k in sentence.kids(what.i, "amod"))
        empty = sentence.kid(what.i, "xcomp", "ccomp", "advcl") is not None
        which = sentence.has(verb.i, ("which",), "nsubj")
        beside = which or (verb.tag == "VBG" and verb.dep in {"advcl", "acl", "conj"})
        if not above.asserted or graded or empty or not beside or what.i < verb.i:
            continue
        who = who if which else _antecedent(sentence, verb, who, english)
        if who is None:
            continue
        frame = Frame("made", (verb.i,), verb.i, who.i, what.i, key="be")
        denied = deniers(sentence, (verb.i,), None, None, english)
        weak = weakeners(sentence, (verb.i,), None, english)
        yield replace(frame, negations=denied, hedges=(*weak, *above.hedges), context=above)


def _antecedent(sentence: Sentence, verb: Token, pronoun: Token, english: English) -> Token | None:
    """Return the subject of the clause before "making it", or the pronoun; None where two things agree with it."""
    who = subject(sentence, verb, english)
    lacking = sentence.tokens[verb.head].lemma in english["negative_verbs"]
    other = sentence.kid(verb.head, "dobj") if not lacking else None
    several = {"NNS", "NNPS"} if pronoun.lower == "them" else {"NN", "NNP"}
    fits = who is not None and who.tag in several and who.i < verb.i
    if not fits:
        return pronoun
    return who if other is None or other.tag not in several else None


@dataclass(frozen=True, slots=True)
class Naming:
    """Who calls what something.

    Attributes:
        who: names it.
        what: is named.
        name: what it is called.
        link: the "as" that leads to the name.
    """

    who: Token
    what: Token
    name: Token
    link: tuple[int, ...] = ()


def named(sentence: Sentence, verb: Token, english: English) -> Naming | None:
    """Return who calls what something, None where a verb is none of naming.

    Args:
        sentence: the verb's.
        verb: to look at.
        english: the word lists.
    """
    if verb.pos != "VERB" or verb.lemma not in english["predicate.naming"]:
        return None
    if sentence.kid(verb.i, "nsubjpass") is not None:
        return _named_by(sentence, verb, english)
    what, (name, link) = sentence.kid(verb.i, "dobj"), _name(sentence, verb)
    who = subject(sentence, verb, english) if what is not None else None
    if who is None or what is None or name is None or name.i < what.i:
        return None
    told = relative_head(sentence, verb) if what.lower in RELATIVES and what.i < verb.i else what
    return Naming(who, told, name, link) if told is not None and told.pos not in {"ADJ", *VERBAL} else None


def _named_by(sentence: Sentence, verb: Token, english: English) -> Naming | None:
    """Return by whom something is called something: "hailed by farmers as a triumph", "called a crime by chefs"."""
    what, (name, link) = subject(sentence, verb, english), _name(sentence, verb)
    by = sentence.kid(verb.i, "agent")
    who = sentence.kid(by.i, "pobj") if by is not None else None
    return Naming(who, what, name, link) if what is not None and who is not None and name is not None else None


def _name(sentence: Sentence, verb: Token) -> tuple[Token | None, tuple[int, ...]]:
    """Return what something is called, and the "as" that leads to it."""
    name = sentence.kid(verb.i, "oprd")
    prep = next((k for k in sentence.kids(verb.i, "prep") if k.lower == "as"), None)
    if name is not None or prep is None:
        return name, ()
    return sentence.kid(prep.i, "pobj", "amod"), (prep.i,)


def linking(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield what a study links with what, or somebody puts down to what.

    "Some studies have linked noise to poor sleep" says it of the noise, "she blames damp for her cough" of the damp.
    """
    for verb in sentence.tokens:
        found = linked(sentence, verb, english) if verb.pos == "VERB" else None
        above = context(sentence, verb.i, english) if found is not None else None
        if found is None or above is None or not above.asserted:
            continue
        denied = deniers(sentence, (verb.i,), found.who.i, None, english)
        frame = Frame("clause", (verb.i,), verb.i, found.thing.i, found.other.i, (found.prep.i,), key=found.key)
        told = replace(above, speakers=(*above.speakers, found.who.i), verbs=(*above.verbs, verb.i))
        yield replace(
            frame,
            negations=denied,
            hedges=(*weakeners(sentence, (verb.i,), None, english), *above.hedges),
            context=told,
        )


@dataclass(frozen=True, slots=True)
class Linked:
    """Who links what to what.

    Attributes:
        who: says so.
        thing: is linked.
        prep: the preposition between.
        other: what it is linked to.
        key: the predicate's key, of the thing and the other.
    """

    who: Token
    thing: Token
    prep: Token
    other: Token
    key: str


def linked(sentence: Sentence, verb: Token, english: English) -> Linked | None:
    """Return who links what to what, with the preposition; None where a verb is none of linking.

    Args:
        sentence: the verb's.
        verb: to look at.
        english: the word lists.
    """
    keys = _link_keys(verb, english) if verb.pos == "VERB" else {}
    who = sentence.kid(verb.i, "nsubj") if keys else None
    thing = sentence.kid(verb.i, "dobj") if who is not None else None
    if who is None or thing is None or thing.pos == "PRON" or who.lower in {"it", "this", "that"}:
        return None
    prep = next((k for k in reversed(sentence.kids(verb.i, "prep")) if k.lower in keys and k.i > thing.i), None)
    other = sentence.kid(prep.i, "pobj") if prep is not None else None
    if prep is None or other is None or (_needs_study(verb, english) and not _studies(who, english)):
        return None
    return Linked(who, thing, prep, other, keys[prep.lower])


def _link_keys(verb: Token, english: English) -> Mapping[str, str]:
    """Return the prepositions by which a verb links its object to something, with the key of the link each makes."""
    if verb.lemma in english["predicate.linking"]:
        return {"to": "be linked to", "with": "be linked to"}
    if verb.lemma in english["predicate.attributing"]:
        return {"to": "be attributed to"}
    if verb.lemma in english["predicate.blaming"]:
        return {"on": "be attributed to", "for": "cause"}
    return {}


def _needs_study(verb: Token, english: English) -> bool:
    """Say whether a verb links things by hand as well: "the pipe connects the tank to the boiler"."""
    return verb.lemma in english["predicate.linking"] or verb.lemma == "trace"


def _studies(who: Token, english: English) -> bool:
    """Say whether somebody finds links: a study, people who look into things."""
    return who.lemma in english.of("voice.studies", "group_words", "voice.settings")


def without(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield a denial for every "without Y" that hangs on a clause: "it works without side effects".

    "With no evidence of Y" and "despite a lack of evidence" say as much of evidence. Who is left without a thing is who
    lacks it: "the storm left thousands without power". What is so "even without" a thing lacks nothing.

    Args:
        sentence: to read.
        english: the word lists.
    """
    if sentence.lowers.isdisjoint(_LEADING):
        return
    for prep in sentence.tokens:
        even = prep.i > 0 and sentence.tokens[prep.i - 1].lower == "even"
        noun = _lacked(sentence, prep, english) if prep.lower in _LEADING and not even else None
        verb = sentence.tokens[prep.head]
        if noun is None or not _lacks(sentence, prep, verb, noun, english):
            continue
        verb = verb if verb.pos in VERBAL else sentence.tokens[verb.head]
        above = context(sentence, verb.i, english)
        left = sentence.kid(verb.i, "dobj") if verb.lemma == "leave" else None
        who = left or subject(sentence, verb, english)
        if not above.asserted or who is None or is_empty(sentence, verb, who, english):
            continue
        if _supposed(sentence, verb) or deniers(sentence, (verb.i,), who.i, None, english):
            continue
        frame = Frame("without", (verb.i,), prep.i, who.i, noun.i, key="have")
        about = next((k for k in sentence.kids(noun.i, "prep") if k.lower == "for"), None)
        goal = sentence.kid(about.i, "pobj") if about is not None else None
        if about is not None and goal is not None and prep.lower != "without":
            frame = Frame("without", (), about.i, noun.i, goal.i, (about.i,), key="there be for", extra=(prep.i,))
        yield replace(frame, negations=(prep.i,), hedges=above.hedges, context=above)


def _supposed(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause tells what would be: "would fall without the props" tells of nothing that lacks them."""
    return sentence.has(verb.i, ("would", "could", "might", "'d"), "aux")


def _lacks(sentence: Sentence, prep: Token, verb: Token, noun: Token, english: English) -> bool:
    """Say whether "without" tells of a thing that is lacking, behind a verb that is not denied itself."""
    hangs = prep.dep in {"prep", "mark"} and prep.i > verb.i
    if prep.lower != "without":
        governor = sentence.tokens[verb.head] if verb.pos == "ADJ" else verb
        return governor.pos in VERBAL and noun.lemma in english["relating.evidence"]
    doing = noun.dep == "pcomp" and noun.pos in VERBAL
    return hangs and not doing and verb.pos in VERBAL and not negated(sentence, verb.i, english)


def _lacked(sentence: Sentence, prep: Token, english: English) -> Token | None:
    """Return what "without ...", "with no ..." or "despite a lack of ..." says is lacking, None for another phrase."""
    noun = sentence.kid(prep.i, "pobj", "pcomp")
    if prep.lower == "without" or noun is None or prep.dep != "prep" or noun.dep == "pcomp":
        return noun if prep.lower == "without" else None
    if prep.lower == "with":
        none = sentence.has(noun.i, ("no", "little", "zero"), "det", "amod")
        return noun if none else None
    of = next((k for k in sentence.kids(noun.i, "prep") if k.lower == "of"), None)
    return sentence.kid(of.i, "pobj") if of is not None and noun.lemma in english["negative_nouns"] else None


#: Prepositions that may lead to what is lacking.
_LEADING = frozenset({"without", "with", "despite", "given", "considering"})
