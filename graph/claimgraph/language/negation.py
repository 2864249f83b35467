"""Whether a phrase of a sentence is denied: cues of negation, how far each reaches, and what stops it.

A cue reaches forward ("no fever or cough") or backward ("cancer was ruled out") to the nearest barrier: a word that
turns the sentence ("but", "except"), or the start of a clause that has a subject and verb of its own, which the
dependency tree shows. The cues are data, in the table `scope` of `ontology/english.toml`. After NegEx (Chapman et
al. 2001, doi:10.1006/jbin.2001.1029) and ConText (Harkema et al. 2009, doi:10.1016/j.jbi.2009.05.002), which count
words instead.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_RELATIVES = frozenset({"that", "which", "who", "whom", "whose"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that bears on negation.

    Attributes:
        kind: "pseudo", "forward", "backward" or "barriers", the list of the table `scope` it stands in.
        first: index of its first token.
        last: index of its last token.
    """

    kind: str
    first: int
    last: int


_DENIALS = frozenset({"forward", "backward"})

#: The lists of the table `scope`; where two match at one place the longer wins, then the earlier here.
KINDS = ("pseudo", "forward", "backward", "barriers")


def negated(sentence: Sentence, start: int, end: int, english: English) -> bool:
    """Say whether a phrase of a sentence is denied.

    Args:
        sentence: that holds the phrase.
        start: first character of the phrase in the document's text.
        end: one past its last character.
        english: the word lists.
    """
    phrase = [t.i for t in sentence.tokens if t.start < end and t.end > start]
    if not phrase:
        return False
    return _denied(sentence, phrase[0], phrase[-1], cues(sentence.tokens, english))


def denied(sentence: Sentence, english: English) -> frozenset[int]:
    """Return the indices of the tokens of a sentence that are denied.

    Args:
        sentence: to read.
        english: the word lists.
    """
    found = cues(sentence.tokens, english)
    if not any(c.kind in _DENIALS for c in found):
        return frozenset()
    return frozenset(t.i for t in sentence.tokens if _denied(sentence, t.i, t.i, found))


def _denied(sentence: Sentence, first: int, last: int, found: Sequence[Cue]) -> bool:
    """Say whether one of a sentence's cues denies a phrase, given by its first and last token."""
    return any(_reaches(sentence, cue, first, last, found) for cue in found if cue.kind in _DENIALS)


def cues(tokens: Sequence[Token], english: English) -> tuple[Cue, ...]:
    """Return the cues of a sentence in order; a pseudo-negation hides the denial it looks like.

    A phrase can be a cue in both directions ("ruled out").
    """
    words = [t.lower for t in tokens]
    found: list[Cue] = []
    hidden = -1
    for i in range(len(words)):
        for cue in _at(words, i, english):
            if cue.kind == "pseudo":
                hidden = max(hidden, cue.last)
            elif cue.kind == "barriers" or cue.first > hidden:
                found.append(cue)
    return tuple(found)


def _at(words: Sequence[str], i: int, english: English) -> Iterator[Cue]:
    """Yield the longest cue of each kind that begins at a token, pseudo-negations first."""
    for kind in KINDS:
        for phrase in _phrases(english, kind).get(words[i], ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                yield Cue(kind, i, i + len(phrase) - 1)
                break


def _phrases(english: English, kind: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return a list's phrases by their first word, longest first."""
    return _by_first_word(english[f"scope.{kind}"])


@lru_cache(maxsize=len(KINDS))
def _by_first_word(phrases: frozenset[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return phrases as words, by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda p: (-p.count(" "), p)):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {word: tuple(of) for word, of in found.items()}


def _reaches(sentence: Sentence, cue: Cue, first: int, last: int, found: Sequence[Cue]) -> bool:
    """Say whether a denial reaches a phrase that it is no part of: on its side, and nothing in between stops it."""
    if cue.kind == "forward" and cue.last < first:
        low, high = cue.last + 1, first
        starts = [i for i in clause_starts(sentence, cue) if low < i <= high]
    elif cue.kind == "backward" and cue.first > last:
        low, high = last + 1, cue.first
        starts = [i for i in clause_starts(sentence, cue) if low <= i < high]
    else:
        return False
    stopped = any(c.kind == "barriers" and low <= c.first and c.last < high for c in found)
    return not starts and not stopped and not _leaves_parenthesis(sentence.tokens, cue, low, high)


def _leaves_parenthesis(tokens: Sequence[Token], cue: Cue, low: int, high: int) -> bool:
    """Say whether a denial stands in parentheses that end before the phrase, or begin after it."""
    wall = ")" if cue.kind == "forward" else "("
    other = "(" if wall == ")" else ")"
    depth = 0
    for token in tokens[low:high] if cue.kind == "forward" else reversed(tokens[low:high]):
        depth += (token.text == other) - (token.text == wall)
        if depth < 0:
            return True
    return False


def clause_starts(sentence: Sentence, cue: Cue) -> tuple[int, ...]:
    """Return where clauses with a subject and a finite verb of their own begin.

    Left out are relative clauses, that-clauses, and the clause whose verb the cue itself denies.
    """
    starts = []
    for verb in sentence.tokens:
        if not _finite(sentence, verb):
            continue
        subject = sentence.kid(verb.i, *_SUBJECTS)
        if subject is None or subject.lower in _RELATIVES or _marked(sentence, verb) or _denies(sentence, cue, verb):
            continue
        starts.append(_after_comma(sentence, subject.i))
    return tuple(starts)


def _finite(sentence: Sentence, verb: Token) -> bool:
    """Say whether a token heads a finite clause."""
    return verb.tag in _FINITE or any(k.tag in _FINITE for k in sentence.kids(verb.i, "aux", "auxpass"))


def _marked(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause is a content clause ("evidence that it works")."""
    return verb.dep == "relcl" or sentence.has(verb.i, ("that",), "mark")


def _denies(sentence: Sentence, cue: Cue, verb: Token) -> bool:
    """Say whether a cue hangs on a verb ("nor was it seen")."""
    return any(sentence.tokens[i].head == verb.i and i != verb.i for i in range(cue.first, cue.last + 1))


def _after_comma(sentence: Sentence, subject: int) -> int:
    """Return where a subject begins, behind the last comma of what the parser hung on it."""
    first = sentence.spans[subject][0]
    for i in range(subject, first, -1):
        if sentence.tokens[i - 1].text in {",", "-", "—", "("}:
            return i
    return first
