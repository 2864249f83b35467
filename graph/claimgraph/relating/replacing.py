"""What a sentence says of one thing in the place of another: that it does, or that it will not do."""

from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.nucleus import denied

#: Words before a cue in which its denial is looked for, where the tree tells of none.
_BEFORE = 6
#: Words that open a sentence, a denial among which is of all of it ("nothing can replace"); words of the longest cue.
_OPENING, _LONGEST = 3, 4


def replacing(sentence: Sentence, words: English) -> int:
    """Return +1 where a sentence says that one thing does for another, -1 where it says that none does, 0 for neither.

    Args:
        sentence: to read.
        words: the closed classes and cues of English.
    """
    needed = _cue(sentence, words["relating.needed"])
    if needed is not None:
        return 0 if _denied_before(sentence, needed, words) else -1
    cue = _cue(sentence, words["relating.substituting"])
    single = next((t for t in sentence.tokens if t.lemma in words["relating.substitutes"]), None)
    if cue is None and single is None:
        return 0
    refused = single is not None and denied(sentence, single, words)
    refused |= cue is not None and _denied_before(sentence, cue, words)
    return -1 if refused or any(t.lower in words["negators"] for t in sentence.tokens[:_OPENING]) else 1


def placing(token: Token, words: English) -> bool:
    """Say whether a word only tells that one thing does for another, or that it does not."""
    cues = words.of("relating.substituting", "relating.needed", "relating.substitutes")
    return any(token.lower in cue.split() or token.lemma in cue.split() for cue in cues)


def _cue(sentence: Sentence, cues: frozenset[str]) -> Token | None:
    """Return the first word of the first cue in a sentence, None where there is none."""
    for token in sentence.tokens:
        after = sentence.tokens[token.i : token.i + _LONGEST]
        if any(" ".join(t.lower for t in after[:size]) in cues for size in range(1, len(after) + 1)):
            return token
    return None


def _denied_before(sentence: Sentence, cue: Token, words: English) -> bool:
    """Say whether a cue is denied where it stands, or a denial stands in the few words before it."""
    before = sentence.tokens[max(0, cue.i - _BEFORE) : cue.i]
    return any(t.lower in words["negators"] for t in before) or denied(sentence, cue, words)
