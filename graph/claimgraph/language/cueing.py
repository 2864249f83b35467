"""Which repairs a sentence needs to be asked for, told by how its words look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import Repair, is_tree


@dataclass(frozen=True, slots=True)
class Look:
    """How a word looks that a sentence must have; what is left empty may be anything.

    Attributes:
        words: names of the word lists, parted by spaces, one of which it is in.
        reads: what it reads where it is in none of them: small words and marks, parted by spaces.
        tags: its tag is one of these, parted by spaces.
        deps: its relation to its head is one of these, parted by spaces.
    """

    words: str = ""
    reads: str = ""
    tags: str = ""
    deps: str = ""

    def allowed(self, english: English) -> frozenset[str]:
        """Return what the word may read, in lower case; nothing where it may read anything."""
        return frozenset(self.reads.split()).union(*(english[name] for name in self.words.split()))


@dataclass(frozen=True)
class Step:
    """A repair with the looks without which it has nothing to mend.

    Attributes:
        repair: itself.
        looks: each of which some word of the sentence must have.
    """

    repair: Repair
    looks: tuple[Look, ...]


def step(repair: Repair, *looks: Look) -> Step:
    """Return a repair with the looks that a sentence must have for it, none for a repair that looks at all."""
    return Step(repair, looks)


@dataclass(frozen=True)
class Plan:
    """Repairs in order, each asked only of the sentences whose words look as it needs.

    Every look is one bit of a number, so that a sentence is read once for all repairs.

    Attributes:
        steps: the repairs.
        english: the word lists.
    """

    steps: tuple[Step, ...]
    english: English

    def repaired(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return the tokens of a sentence with the known slips mended.

        A repair that would hang words on one another in a circle is not carried out: whoever goes up such a tree never
        comes to its end.
        """
        seen = self._seen(tokens)
        for needed, repair in self._needed:
            if seen & needed == needed:
                mended = repair(tokens)
                if mended is not tokens and is_tree(mended):
                    tokens, seen = mended, self._seen(mended)
        return tokens

    def _seen(self, tokens: Sequence[Token]) -> int:
        """Return the looks that words of a sentence have."""
        reads, tags, deps = self._reads, self._tags, self._deps
        any_reads, any_tag, any_dep = reads[""], tags[""], deps[""]
        seen = 0
        for token in tokens:
            seen |= reads.get(token.lower, any_reads) & tags.get(token.tag, any_tag) & deps.get(token.dep, any_dep)
        return seen

    @cached_property
    def _looks(self) -> tuple[Look, ...]:
        """Return every look that a repair needs, once; its place is its bit."""
        return tuple(dict.fromkeys(look for s in self.steps for look in s.looks))

    @cached_property
    def _needed(self) -> tuple[tuple[int, Repair], ...]:
        """Return the repairs, each with the looks it needs."""
        bits = {look: 1 << place for place, look in enumerate(self._looks)}
        return tuple((sum(bits[look] for look in set(s.looks)), s.repair) for s in self.steps)

    @cached_property
    def _reads(self) -> Mapping[str, int]:
        """Return the looks a word may have by what it reads."""
        return _index([look.allowed(self.english) for look in self._looks])

    @cached_property
    def _tags(self) -> Mapping[str, int]:
        """Return the looks a word may have by its tag."""
        return _index([frozenset(look.tags.split()) for look in self._looks])

    @cached_property
    def _deps(self) -> Mapping[str, int]:
        """Return the looks a word may have by its relation."""
        return _index([frozenset(look.deps.split()) for look in self._looks])


def _index(wanted: Sequence[frozenset[str]]) -> dict[str, int]:
    """Return for each value the bits of the looks that allow it; under "" those that allow any.

    >>> _index([frozenset({"VB"}), frozenset()])
    {'': 2, 'VB': 3}
    """
    free = sum(1 << place for place, values in enumerate(wanted) if not values)
    found = {"": free}
    for place, values in enumerate(wanted):
        for value in sorted(values):
            found[value] = found.get(value, free) | 1 << place
    return found
