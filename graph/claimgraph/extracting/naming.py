"""The rules of naming and lacking: what somebody calls something, and what it is without."""

from collections.abc import Iterator
from dataclasses import replace

from claimgraph.extracting.clauses import VERBAL, negated
from claimgraph.extracting.context import context
from claimgraph.extracting.denying import deniers
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.introducing import is_empty
from claimgraph.extracting.subjects import subject
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token


def naming(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield what somebody calls something: "X called it theatre", "he dismissed the figures as guesswork".

    Args:
        sentence: to read.
        english: the word lists.
    """
    for verb in sentence.tokens:
        named = verb.pos == "VERB" and verb.lemma in english["predicate.naming"]
        what = sentence.kid(verb.i, "dobj") if named else None
        if what is None:
            continue
        name, link = _name(sentence, verb)
        who = subject(sentence, verb, english)
        above = context(sentence, verb.i, english)
        if name is None or who is None or not above.asserted or name.i < what.i:
            continue
        yield Frame(
            rule="naming",
            verbs=(verb.i,),
            head=verb.i,
            subject=what.i,
            object=name.i,
            links=link,
            negations=deniers(sentence, (verb.i,), None, None, english),
            hedges=above.hedges,
            context=replace(above, speakers=(who.i, *above.speakers), verbs=(verb.i, *above.verbs)),
            key="be",
        )


def _name(sentence: Sentence, verb: Token) -> tuple[Token | None, tuple[int, ...]]:
    """Return what something is called, and the "as" that leads to it."""
    name = sentence.kid(verb.i, "oprd")
    prep = next((k for k in sentence.kids(verb.i, "prep") if k.lower == "as"), None)
    if name is not None or prep is None:
        return name, ()
    return sentence.kid(prep.i, "pobj", "amod"), (prep.i,)


def without(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield a denial for every "without Y" that hangs on a clause: "it works without side effects".

    Args:
        sentence: to read.
        english: the word lists.
    """
    for prep in sentence.tokens:
        noun = sentence.kid(prep.i, "pobj", "pcomp")
        verb = sentence.tokens[prep.head]
        if noun is None or not _lacks(sentence, prep, verb, noun, english):
            continue
        above = context(sentence, verb.i, english)
        who = subject(sentence, verb, english)
        if not above.asserted or who is None or is_empty(sentence, verb, who, english):
            continue
        frame = Frame("without", (verb.i,), prep.i, who.i, noun.i, key="have")
        yield replace(frame, negations=(prep.i,), hedges=above.hedges, context=above)


def _lacks(sentence: Sentence, prep: Token, verb: Token, noun: Token, english: English) -> bool:
    """Say whether "without" tells of a thing that is lacking, behind a verb that is not denied itself."""
    without = prep.lower == "without" and prep.dep in {"prep", "mark"} and prep.i > verb.i
    doing = noun.dep == "pcomp" and noun.pos in VERBAL
    return without and not doing and verb.pos in VERBAL and not negated(sentence, verb.i, english)
