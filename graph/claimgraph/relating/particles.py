"""Verbs with their particle taken for one word, so that "turned down" is held against "rejected"."""

from dataclasses import replace

from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.words import Words

#: Links of the tree by which a particle hangs on its verb; a preposition is one where nothing stands behind it.
_PARTICLES = ("prt", "advmod", "prep")


def joined(sentence: Sentence, lexicon: Words) -> Sentence:
    """Return a sentence in which each verb has its particle in its base form, where the lexicon knows the two as one.

    Args:
        sentence: to read.
        lexicon: verbs with their particle among its words.
    """
    tokens = tuple(_whole(sentence, token, lexicon) if token.pos == "VERB" else token for token in sentence.tokens)
    return replace(sentence, tokens=tokens) if tokens != sentence.tokens else sentence


def _whole(sentence: Sentence, verb: Token, lexicon: Words) -> Token:
    """Return a verb with its particle, and with the preposition behind that, in its base form."""
    for particle in sentence.kids(verb.i, *_PARTICLES):
        if particle.i < verb.i or (particle.dep == "prep" and particle.kids):
            continue
        after = sentence.tokens[particle.i + 1 : particle.i + 2]
        whole = f"{verb.lemma} {particle.lower}"
        for phrase in (*(f"{whole} {t.lower}" for t in after if t.pos == "ADP"), whole):
            if lexicon.known(phrase):
                return replace(verb, lemma=phrase)
    return verb
