"""A pack's concepts found in running text: by label, synonym, acronym, inflection and slip of spelling."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from claimgraph.knowledge.pack import Pack
from claimgraph.knowledge.spelling import Speller, acronym_key, is_acronym, key, pieces

SHORTEST_JOINED = 6
OPENING = 5
#: How many words a matcher remembers the keys of.
REMEMBERED = 65_536
_SOFT = frozenset("-‐‑‒–/'’")


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of tokens that names a concept, or one of several.

    Attributes:
        start: index of its first token.
        end: one past the index of its last.
        iri: of the concept, None where the label is ambiguous.
        candidates: the IRIs it could mean, where it is ambiguous; else empty.
        how: "label" (as written in the pack but for case and number), "lemma" (another inflection) or
            "spelling" (a label misspelt).
    """

    start: int
    end: int
    iri: str | None
    candidates: tuple[str, ...] = ()
    how: str = "label"


_HOW = ("label", "lemma", "spelling")


@dataclass(slots=True)
class _Node:
    """One step of the trie of labels; filled while the matcher is made, only read afterwards."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    iris: list[str] = field(default_factory=list)


class _Piece(NamedTuple):
    """A run of letters or digits of the text.

    Attributes:
        word: as it stands.
        lemma: of its token, where the token is this one piece.
        first: index of the token it opens, -1 inside one.
        last: one past the index of the token it closes, -1 inside one.
    """

    word: str
    lemma: str
    first: int
    last: int


class _Known(NamedTuple):
    """What a word of the text may be of a label.

    Attributes:
        keys: it may stand for, each with how freely it was read.
        opens: whether a label may open with it.
        begins: whether a word of a label may begin with it, the rest written apart.
    """

    keys: tuple[tuple[str, int], ...]
    opens: bool
    begins: bool


#: A mark between words, and what it may be of a label: nothing.
_MARK, _UNKNOWN = _Piece("", "", -1, -1), _Known((), opens=False, begins=False)


class ConceptMatcher:
    """Finds the concepts of a pack in tokens; longest match first, from left to right, in linear time.

    Case, regular plurals, hyphens, spaces inside compounds and British or American endings never matter; a label
    with two capitals or more ("SCF") must be written so, but for a plural "s". Words of six letters or more that are
    no English are taken for a label's word one or two letters away.

    Args:
        pack: whose concepts to find.

    >>> from claimgraph.knowledge.loading import default_pack
    >>> matcher = ConceptMatcher(default_pack())
    >>> [m.end for m in matcher.find([("Hair", "hair"), ("losses", "loss"), ("hurt", "hurt")])]
    [2]
    """

    def __init__(self, pack: Pack) -> None:
        self._root = _trie(pack)
        self._keys = frozenset(_keys_below(self._root))
        self._openings = frozenset(name[:OPENING] for name in self._keys)
        self._beginnings = frozenset(name[:n] for name in self._openings for n in range(1, OPENING + 1))
        self._words = frozenset(
            key(word) for c in pack.concepts.values() for label in c.labels for word in pieces(label)
        )

    @cached_property
    def _known(self) -> Callable[[str, str], _Known]:
        return lru_cache(maxsize=REMEMBERED)(self._known_of)

    @cached_property
    def _speller(self) -> Speller:
        return Speller.of(self._words & self._keys)

    def find(self, tokens: Sequence[tuple[str, str]]) -> tuple[Match, ...]:
        """Return the matches in (text, lemma) tokens, by place, none overlapping another."""
        stream = _stream(tokens)
        known_of, found = self._known, list[Match]()
        at = 0
        while at < len(stream):
            word, lemma, first, _ = stream[at] or _MARK
            # No label begins at most words of a text, and these end here.
            _, opens, begins = known_of(word, lemma) if first >= 0 else _UNKNOWN
            if not opens and begins:
                opens = self._joined(stream, at) in self._root.next
            hit = self._longest(stream, at) if opens else None
            if hit is None:
                at += 1
                continue
            upto, iris, cost = hit
            last = stream[upto - 1]
            end = last.last if last is not None else first + 1
            one = iris[0] if len(iris) == 1 else None
            found.append(Match(first, end, one, () if one else tuple(iris), _HOW[cost]))
            at = upto
        return tuple(found)

    def find_in(self, phrase: str) -> tuple[Match, ...]:
        """Return the matches in a phrase; its tokens are its words, divided at spaces."""
        return self.find([(word, "") for word in phrase.split()])

    def named(self, phrase: str) -> tuple[str, ...]:
        """Return the IRIs of the concepts that a whole phrase names, none where it holds more or less than a label."""
        words = phrase.split()
        matches = self.find([(word, "") for word in words])
        if len(matches) != 1 or (matches[0].start, matches[0].end) != (0, len(words)):
            return ()
        return (matches[0].iri,) if matches[0].iri else matches[0].candidates

    def _longest(self, stream: Sequence[_Piece | None], at: int) -> tuple[int, list[str], int] | None:
        """Return where the longest label from a piece on ends, whom it names and how freely it was read."""
        best: tuple[int, list[str], int] | None = None
        waiting: dict[int, list[tuple[_Node, int]]] = {at: [(self._root, 0)]}
        here = at - 1
        while waiting:
            here += 1
            if (states := waiting.pop(here, None)) is None:
                continue
            ends = [(cost, node.iris) for node, cost in states if node.iris]
            if ends and _closes(stream, here):
                least = min(cost for cost, _ in ends)
                iris = dict.fromkeys(iri for cost, named in ends if cost == least for iri in named)
                best = (here, list(iris), least)
            steps = self._steps(stream, here)
            for node, cost in states:
                for upto, name, more in steps:
                    after = node.next.get(name)
                    if after is not None:
                        waiting.setdefault(upto, []).append((after, max(cost, more)))
        return best

    def _steps(self, stream: Sequence[_Piece | None], at: int) -> list[tuple[int, str, int]]:
        """Return the keys the next piece, or the next two written apart, may stand for: end, key, cost."""
        piece = stream[at] if at < len(stream) else None
        if piece is None:
            return []
        keys, _, begins = self._known(piece.word, piece.lemma)
        steps = [(at + 1, name, cost) for name, cost in keys] if keys else []
        if begins and (joined := self._joined(stream, at)):
            steps.append((at + 2, joined, 0))
        return steps

    def _joined(self, stream: Sequence[_Piece | None], at: int) -> str:
        """Return the key that the next two pieces stand for where they are one word written apart, "" for none."""
        piece, after = stream[at], stream[at + 1] if at + 1 < len(stream) else None
        together = piece.word + after.word if piece is not None and after is not None else ""
        if len(together) < SHORTEST_JOINED or together[:OPENING].casefold() not in self._openings:
            return ""
        joined = key(together)
        return joined if joined in self._keys else ""

    def _known_of(self, word: str, lemma: str) -> _Known:
        """Return what a word may be of a label: one of its words, or the beginning of one written apart."""
        keys = self._keys_of(word, lemma)
        opens = any(name in self._root.next for name, _ in keys)
        return _Known(keys, opens, word[:OPENING].casefold() in self._beginnings)

    def _keys_of(self, word: str, lemma: str) -> tuple[tuple[str, int], ...]:
        """Return the keys of the trie that a word may stand for, with 0 as written, 1 by lemma, 2 by spelling."""
        written = key(word)
        found = {name: 0 for name in (acronym_key(word), written) if name in self._keys}
        by_lemma = key(lemma) if lemma else written
        if by_lemma in self._keys:
            found.setdefault(by_lemma, 1)
        if not found and not is_acronym(word):
            found = dict.fromkeys(self._speller.meant(written), 2)
        return tuple(found.items())


def _closes(stream: Sequence[_Piece | None], upto: int) -> bool:
    last = stream[upto - 1]
    return last is not None and last.last >= 0


def _stream(tokens: Sequence[tuple[str, str]]) -> list[_Piece | None]:
    """Return the pieces of the tokens; None where a mark stands that no label reaches across."""
    stream: list[_Piece | None] = []
    for index, (text, lemma) in enumerate(tokens):
        if text.isalnum() and text.isascii():
            stream.append(_Piece(text, lemma, index, index + 1))
            continue
        words = pieces(text)
        for place, word in enumerate(words):
            first, last = (index if place == 0 else -1), (index + 1 if place == len(words) - 1 else -1)
            stream.append(_Piece(word, lemma if len(words) == 1 else "", first, last))
        if not words and not (text.isspace() or set(text) <= _SOFT):
            stream.append(None)
    return stream


def _trie(pack: Pack) -> _Node:
    root = _Node()
    for concept in pack.concepts.values():
        for label in concept.labels:
            for path in _paths(pieces(label)):
                node = root
                for name in path:
                    node = node.next.setdefault(name, _Node())
                if concept.iri not in node.iris:
                    node.iris.append(concept.iri)
    return root


def _paths(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the ways a label may be written: as it stands, and in one word where it has two or three."""
    if words:
        yield tuple(_label_key(word) for word in words)
    if 2 <= len(words) <= 3 and sum(map(len, words)) >= min(SHORTEST_JOINED, 4):
        yield (_label_key("".join(words)),)


def _label_key(word: str) -> str:
    return acronym_key(word) if is_acronym(word) else key(word)


def _keys_below(node: _Node) -> Iterable[str]:
    for name, after in node.next.items():
        yield name
        yield from _keys_below(after)


def labels_of(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """Return for each label of a pack, brought to its key, the IRIs of the concepts that share it."""
    shared: dict[str, list[str]] = {}
    for concept in pack.concepts.values():
        for label in dict.fromkeys(" ".join(_label_key(word) for word in pieces(name)) for name in concept.labels):
            shared.setdefault(label, []).append(concept.iri)
    return {label: tuple(iris) for label, iris in shared.items()}
