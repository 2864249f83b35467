"""What a thing is said to be without, and what is spoken of as its part all the same."""

from collections.abc import Iterator

from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.nucleus import SUBJECTS, denied
from claimgraph.relating.words import Words, base


def spoken_of(ours: Sentence, theirs: Sentence, lexicon: Words, words: English) -> tuple[str, str] | None:
    """Return what one sentence says a thing lacks and the other names as in it or of it, None where there is none.

    "The ointment is free of fragrance", "perfume in the ointment may sting".

    Args:
        ours: a sentence.
        theirs: the other.
        lexicon: synonyms and broader words of English.
        words: the closed classes.
    """
    for owner, thing in _lacking(ours, words):
        owners = {ours.tokens[i].lemma for i in ours.spans[owner.i] if ours.tokens[i].pos in ("NOUN", "PROPN")}
        for part in theirs.tokens:
            if part.pos != "NOUN" or not _is_sort_of(part, thing, lexicon) or denied(theirs, part, words):
                continue
            if any(t.lemma in owners for t in _owners(theirs, part)):
                return thing.lower, part.lower
    return None


def _lacking(sentence: Sentence, words: English) -> Iterator[tuple[Token, Token]]:
    """Yield each thing with what the sentence says that it does not have."""
    root = sentence.root
    subject = sentence.kid(root.i, *SUBJECTS)
    if subject is None or subject.pos not in ("NOUN", "PROPN"):
        return
    thing = sentence.kid(root.i, "dobj")
    held = root.lemma in words["relating.holding"] and thing is not None and denied(sentence, thing, words)
    if thing is not None and (held or root.lemma == "lack"):
        yield subject, thing
    empty = [(t, "of") for t in sentence.kids(root.i, "acomp") if t.lemma in words["negative_adjectives"]]
    for above, link in (*empty, (root, "without")):
        for preposition in sentence.kids(above.i, "prep"):
            part = sentence.kid(preposition.i, "pobj")
            if preposition.lower in (link, "from" if link == "of" else link) and part is not None:
                yield subject, part


def _is_sort_of(part: Token, thing: Token, lexicon: Words) -> bool:
    """Say whether a noun names a thing or a sort of it."""
    one, two = base(part.lemma, lexicon), base(thing.lemma, lexicon)
    return lexicon.alike(one, two) or two in lexicon.linked("broader", one)


def _owners(sentence: Sentence, part: Token) -> Iterator[Token]:
    """Yield the words that tell what a part is in or of."""
    yield from sentence.kids(part.i, "poss", "compound")
    for preposition in sentence.kids(part.i, "prep"):
        if preposition.lower in ("in", "of", "inside"):
            yield from sentence.kids(preposition.i, "pobj")
