"""What a sentence says of one thing in the place of another: that it does, or that it will not do."""

from claimgraph.knowledge.english import English, any_word
from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.nucleus import denied

#: Words before a cue in which its denial is looked for, where the tree tells of none.
_BEFORE = 6


def replacing(sentence: Sentence, words: English) -> int:
    """Return +1 where a sentence says that one thing does for another, -1 where it says that none does, 0 for neither.

    Args:
        sentence: to read.
        words: the closed classes and cues of English.
    """
    text = sentence.words(list(range(len(sentence.tokens)))).casefold()
    if any_word(words["relating.needed"]).search(text):
        return 0 if _denied_all(sentence, words, words["relating.needed"]) else -1
    cue = any_word(words["relating.substituting"]).search(text)
    single = next((t for t in sentence.tokens if t.lemma in words["relating.substitutes"]), None)
    if cue is None and single is None:
        return 0
    if single is not None and denied(sentence, single, words):
        return -1
    if cue is not None and _denied_all(sentence, words, words["relating.substituting"]):
        return -1
    nothing = {"nothing", "none", "no", "nobody"} & {t.lower for t in sentence.tokens[:3]}
    return -1 if nothing else 1


def placing(token: Token, words: English) -> bool:
    """Say whether a word only tells that one thing does for another, or that it does not."""
    cues = words.of("relating.substituting", "relating.needed", "relating.substitutes")
    return any(token.lower in cue.split() or token.lemma in cue.split() for cue in cues)


def _denied_all(sentence: Sentence, words: English, cues: frozenset[str]) -> bool:
    """Say whether a denial stands in the few words before a cue."""
    tokens = sentence.tokens
    heads = {cue.split()[0] for cue in cues}
    for token in tokens:
        if token.lower not in heads and token.lemma not in heads:
            continue
        before = tokens[max(0, token.i - _BEFORE) : token.i]
        if any(t.lower in words["negators"] for t in before) or denied(sentence, token, words):
            return True
    return False
