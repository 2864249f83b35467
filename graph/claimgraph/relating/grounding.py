"""How well a sentence says that something is shown: proven, or without proof."""

from claimgraph.knowledge.english import English, any_word
from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.nucleus import denied


def ground(sentence: Sentence, words: English) -> int:
    """Return +1 where a sentence says that something is shown, -1 where it says that it is not, 0 where neither.

    Args:
        sentence: to read.
        words: the closed classes and cues of English.
    """
    text = sentence.words(list(range(len(sentence.tokens))))
    if any_word(words["relating.unproven"]).search(text):
        return -1
    telling = [t for t in sentence.tokens if _tells(t, words)]
    if any(denied(sentence, t, words) or _hardly(sentence, t, words) for t in telling):
        return -1
    return 1 if any(t.lemma in words["relating.proving"] for t in telling) else 0


def cue(token: Token, words: English) -> bool:
    """Say whether a word only tells how well something is shown."""
    first = token.lemma.split()[0]
    said = token.lemma in words.of("relating.sayings", "relating.nil_nouns") or first in words["predicate.testing"]
    return (
        said
        or first in words["relating.trying"]
        or _tells(token, words)
        or any(token.lower in phrase.split() for phrase in words["relating.unproven"])
    )


def telling_of_proof(sentence: Sentence, token: Token, words: English) -> bool:
    """Say whether a word only tells what sort of proof there is ("a large study")."""
    return token.dep == "amod" and sentence.tokens[token.head].lemma in words["relating.proofs"]


def _tells(token: Token, words: English) -> bool:
    verbs = words["relating.proving"] | words["relating.trying"]
    return (token.pos == "VERB" and token.lemma in verbs) or (token.lemma in words["relating.proofs"])


def _hardly(sentence: Sentence, token: Token, words: English) -> bool:
    """Say whether a word is all but denied: "hardly studied", "little evidence", "evidence is lacking"."""
    scant = words.of("alignment.hardly", "alignment.scant")
    near = [*sentence.kids(token.i, "advmod", "amod"), sentence.tokens[token.head]]
    return any(t.lower in scant for t in near)
