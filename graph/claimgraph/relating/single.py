"""Places that one thing only can have: where somebody was born, what a thing is made of, who wrote a book."""

from claimgraph.knowledge.english import english
from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.words import Words


def one_holder(ours: Sentence, x: Token, theirs: Sentence, y: Token, lexicon: Words) -> bool:
    """Say whether two words fill one place in two sentences, and one that only one thing can fill.

    "Was born in Prague" and "was born in Vienna"; "Eliot wrote it" and "it was written by Hardy".

    Args:
        ours: a sentence.
        x: a word of it.
        theirs: the other.
        y: a word of that.
        lexicon: synonyms of English.
    """
    one, two = _place(ours, x), _place(theirs, y)
    if one is None or two is None or one[1] != two[1]:
        return False
    single = english()["alignment.single"]
    alike = one[0] == two[0] or lexicon.alike(one[0], two[0])
    return alike and any(f"{verb} {link}" in single for verb, link in (one, two))


def _place(sentence: Sentence, token: Token) -> tuple[str, str] | None:
    """Return the verb and the preposition that a word fills a place of, "by" where it does what the verb says."""
    head = sentence.tokens[token.head]
    if token.dep == "nsubj" and head.pos == "VERB":
        return (head.lemma, "by") if sentence.kid(head.i, "dobj") else None
    if token.dep != "pobj":
        return None
    above = sentence.tokens[head.head]
    return (above.lemma, head.lower) if above.pos in ("VERB", "ADJ") else None
