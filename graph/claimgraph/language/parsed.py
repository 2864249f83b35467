"""Parsed text as plain values, so that no later stage needs spaCy."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from claimgraph.model import Document, Voice


class SentenceKind(StrEnum):
    """What a sentence does; only statements make claims, questions matter for the answer that follows."""

    STATEMENT = "statement"
    QUESTION = "question"
    INSTRUCTION = "instruction"
    HEADING = "heading"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence with its place in the dependency tree (ClearNLP labels, as spaCy's English models).

    Attributes:
        i: index in its sentence.
        text: the word, typographic characters made plain.
        lower: the word in lower case.
        lemma: base form, lower case (the text's case for proper nouns and acronyms is lost here, not in `text`).
        tag: Penn Treebank tag.
        pos: universal part of speech.
        dep: relation to the head, "ROOT" where there is none.
        head: index of the head in the sentence; its own index for the root.
        kids: indices of the dependents, in order.
        start: first character in the document's text.
        end: one past the last character.
    """

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    kids: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speech:
    """A passage of direct speech.

    Attributes:
        start: first character in the document's text, behind the opening mark.
        end: one past the last, before the closing mark.
        voice: whose words they are; who reports them is the sentence's own voice.
    """

    start: int
    end: int
    voice: Voice


class Tree:
    """What the tokens of a sentence tell all rules alike, looked up when it is first asked for.

    The fields of `Sentence` itself are slots, since rules read little else and those are read quickest.

    Attributes:
        tokens: in order.
    """

    tokens: tuple[Token, ...]

    @cached_property
    def spans(self) -> tuple[tuple[int, ...], ...]:
        """Return for each token the indices of its subtree, in order."""
        found: list[list[int]] = [[token.i] for token in self.tokens]
        for i in self._leaves_first():
            token = self.tokens[i]
            if token.head != i:
                found[token.head].extend(found[i])
        return tuple([tuple(sorted(indices)) if len(indices) > 1 else (indices[0],) for indices in found])

    @cached_property
    def lowers(self) -> frozenset[str]:
        """Return the words in lower case; a rule whose cue is not among them need not look at the tree."""
        return frozenset([token.lower for token in self.tokens])

    @cached_property
    def tags(self) -> frozenset[str]:
        """Return the tags of the words."""
        return frozenset([token.tag for token in self.tokens])

    @cached_property
    def phrases(self) -> dict[int, tuple[int, ...]]:
        """Return the noun phrases told so far, by their heads: all claims of a sentence ask for the same few."""
        return {}

    @cached_property
    def deps(self) -> frozenset[str]:
        """Return the relations of the words to their heads."""
        return frozenset([token.dep for token in self.tokens])

    def _leaves_first(self) -> list[int]:
        """Return the token indices so that every token comes before its head."""
        order: list[int] = []
        waiting = [t.i for t in self.tokens if t.head == t.i]
        while waiting:
            i = waiting.pop()
            order.append(i)
            waiting.extend(self.tokens[i].kids)
        return order[::-1]

    @cached_property
    def _below(self) -> tuple[tuple[Token, ...], ...]:
        """Return the dependents of each token."""
        tokens = self.tokens
        return tuple([tuple([tokens[k] for k in token.kids]) if token.kids else () for token in tokens])

    @cached_property
    def _deps(self) -> tuple[frozenset[str], ...]:
        """Return the relations of each token's dependents: most questions for dependents end here."""
        return tuple([frozenset([kid.dep for kid in below]) if below else _NONE for below in self._below])


@dataclass(frozen=True, slots=True)
class Sentence(Tree):
    """A sentence with its tokens, what it does and who speaks.

    Attributes:
        tokens: in order.
        start: first character in the document's text.
        end: one past the last character.
        kind: what the sentence does.
        voice: who speaks, before any attribution inside the sentence.
        block: number of the block it stands in.
        section: text of the nearest heading before it, "" where there is none.
        speeches: the passages of direct speech that touch it.
        people: the pronouns that act in it by token index, with the name of whom they stand for.
        lead: number of the sentence that leads in its list and names the subject it leaves out, None where it has one.
        refuted: where a label begins that says that it is not so ("Myth: ..."), -1 for none.
        joint: index of the first word of a list's item that goes on with the clause before it, 0 for no such sentence.
    """

    tokens: tuple[Token, ...]
    start: int
    end: int
    kind: SentenceKind
    voice: Voice
    block: int
    section: str = ""
    speeches: tuple[Speech, ...] = ()
    people: tuple[tuple[int, str], ...] = ()
    lead: int | None = None
    joint: int = 0
    refuted: int = -1

    @property
    def root(self) -> Token:
        """Return the root of the tree."""
        return next(t for t in self.tokens if t.head == t.i)

    def kids(self, i: int, *deps: str) -> list[Token]:
        """Return the dependents of a token, those of the given relations where any are given."""
        if not deps:
            return list(self._below[i])
        return [] if self._deps[i].isdisjoint(deps) else [token for token in self._below[i] if token.dep in deps]

    def kid(self, i: int, *deps: str) -> Token | None:
        """Return the first dependent of one of the given relations."""
        for token in self._below[i]:
            if token.dep in deps:
                return token
        return None

    def has(self, i: int, words: Container[str], *deps: str) -> bool:
        """Say whether a dependent of one of the given relations is one of some words, in lower case."""
        if not self._deps[i].isdisjoint(deps):
            for token in self._below[i]:
                if token.lower in words and token.dep in deps:
                    return True
        return False

    def ancestors(self, i: int) -> Iterator[Token]:
        """Yield the head of a token, that one's head, and so on."""
        here = self.tokens[i]
        while here.head != here.i:
            here = self.tokens[here.head]
            yield here

    def words(self, indices: tuple[int, ...] | list[int]) -> str:
        """Return tokens as they read, single spaces between those that stand apart."""
        parts: list[str] = []
        previous: Token | None = None
        for i in indices:
            token = self.tokens[i]
            if previous is not None and token.start > previous.end:
                parts.append(" ")
            parts.append(token.text)
            previous = token
        return "".join(parts)


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document with its sentences, in reading order."""

    document: Document
    sentences: tuple[Sentence, ...]
