"""Disjoint sets, plain and signed, with roots that do not depend on the order of the unions."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class SignedSets(Generic[T]):
    """Disjoint sets whose members also know whether they stand for or against their root.

    Union-find with parity (Tarjan 1975, "Efficiency of a good but not linear set union algorithm"; the parity is
    carried along the path). A union that contradicts an earlier one is refused.

    >>> sets = SignedSets("abc")
    >>> sets.unite("a", "b", -1), sets.unite("b", "c", -1), sets.unite("a", "c", -1)
    (True, True, False)
    >>> sets.groups()
    [[('a', 1), ('b', -1), ('c', 1)]]
    """

    def __init__(self, members: Iterable[T]) -> None:
        self._order: list[T] = list(dict.fromkeys(members))
        self._rank: dict[T, int] = {member: place for place, member in enumerate(self._order)}
        self._parent: dict[T, T] = {member: member for member in self._order}
        self._sign: dict[T, int] = dict.fromkeys(self._order, 1)

    def find(self, member: T) -> tuple[T, int]:
        """Return a member's root and whether the member agrees (+1) or disagrees (-1) with it."""
        path: list[T] = []
        while self._parent[member] != member:
            path.append(member)
            member = self._parent[member]
        sign = 1
        for node in reversed(path):
            sign *= self._sign[node]
            self._parent[node], self._sign[node] = member, sign
        return member, sign

    def unite(self, first: T, second: T, sign: int = 1) -> bool:
        """Put two members together, agreeing or not; return False, changing nothing, where that contradicts."""
        (root, own), (other, others) = self.find(first), self.find(second)
        if root == other:
            return own * others == sign
        if self._rank[other] < self._rank[root]:
            root, other = other, root
        self._parent[other], self._sign[other] = root, own * others * sign
        return True

    def groups(self) -> list[list[tuple[T, int]]]:
        """Return the sets, each by the order its members were given in, with signs relative to the first."""
        found: dict[T, list[tuple[T, int]]] = {}
        for member in self._order:
            root, sign = self.find(member)
            found.setdefault(root, []).append((member, sign))
        return list(found.values())


def merged(members: Iterable[T], keys: Iterable[Iterable[Hashable]]) -> list[list[T]]:
    """Return the members in groups: two that share a key, directly or through others, are together.

    >>> merged(["a", "b", "c"], [[1], [2], [1]])
    [['a', 'c'], ['b']]
    """
    listed = list(members)
    sets = SignedSets(range(len(listed)))
    first: dict[Hashable, int] = {}
    for place, own in enumerate(keys):
        for key in own:
            sets.unite(first.setdefault(key, place), place)
    return [[listed[place] for place, _ in group] for group in sets.groups()]
