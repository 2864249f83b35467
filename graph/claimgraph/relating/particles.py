"""Verbs with their particle or noun taken for one word, so that "turned down" is held against "rejected"."""

from dataclasses import replace

from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.words import Words

#: Links of the tree by which a particle hangs on its verb; a preposition is one where nothing stands behind it, a noun
#: where it stands bare ("take part").
_PARTICLES = ("prt", "advmod", "prep", "dobj")


def joined(sentence: Sentence, lexicon: Words) -> Sentence:
    """Return a sentence in which each verb has its particle in its base form, where the lexicon knows the two as one.

    Args:
        sentence: to read.
        lexicon: verbs with their particle among its words.
    """
    tokens = list(sentence.tokens)
    for verb in sentence.tokens:
        found = _whole(sentence, verb, lexicon) if verb.pos == "VERB" else None
        if found is not None:
            particle, phrase = found
            tokens[verb.i] = replace(verb, lemma=phrase)
            tokens[particle.i] = replace(particle, pos="PART")
    return sentence if tokens == list(sentence.tokens) else replace(sentence, tokens=tuple(tokens))


def _whole(sentence: Sentence, verb: Token, lexicon: Words) -> tuple[Token, str] | None:
    """Return a verb's particle and the two, or the two and the preposition behind, as one word."""
    for particle in sentence.kids(verb.i, *_PARTICLES):
        held = particle.kids and particle.dep != "advmod" and not (particle.dep == "dobj" and _bare(sentence, particle))
        if particle.i < verb.i or held:
            continue
        after = sentence.tokens[particle.i + 1 : particle.i + 2]
        whole = f"{verb.lemma} {particle.lemma}"
        for phrase in (*(f"{whole} {t.lower}" for t in after if t.pos == "ADP"), whole):
            if lexicon.known(phrase):
                return particle, phrase
    return None


def _bare(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun has nothing before it."""
    return all(kid.i > noun.i for kid in sentence.kids(noun.i))
