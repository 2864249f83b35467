"""Abstract argumentation: what stands when claims attack one another. Plain graphs in, labels and numbers out."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

IN, OUT, UNDECIDED = "in", "out", "undecided"
#: Where iterations stop: change below, rounds at most.
SETTLED, ROUNDS = 1e-9, 300


@dataclass(frozen=True)
class Framework:
    """Arguments with attacks and supports among them.

    Attributes:
        arguments: names, in a fixed order.
        attackers: for each argument those that attack it.
        targets: for each argument those it attacks.
        supporters: for each argument those that support it.
    """

    arguments: tuple[str, ...]
    attackers: Mapping[str, tuple[str, ...]]
    targets: Mapping[str, tuple[str, ...]]
    supporters: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(
        cls,
        arguments: Iterable[str],
        attacks: Iterable[tuple[str, str]],
        supports: Iterable[tuple[str, str]] = (),
    ) -> "Framework":
        """Return the framework of pairs (from, to); the order of the pairs does not matter."""
        names = tuple(sorted(set(arguments)))
        hits, backs = sorted(set(attacks)), sorted(set(supports))
        return cls(
            names,
            _table(names, ((end, start) for start, end in hits)),
            _table(names, hits),
            _table(names, ((end, start) for start, end in backs)),
        )


def _table(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return for each name its partners in the pairs."""
    table: dict[str, list[str]] = {name: [] for name in names}
    for name, other in pairs:
        table[name].append(other)
    return {name: tuple(sorted(others)) for name, others in table.items()}


def grounded(framework: Framework, without: str | None = None, among: Sequence[str] | None = None) -> dict[str, str]:
    """Return the grounded labelling: the one that commits to least (Dung 1995; Caminada 2006).

    What nothing attacks is in, what something in attacks is out, what only outs attack is in, and so on; the rest is
    undecided. Linear in the attacks.

    Args:
        framework: arguments and attacks.
        without: an argument taken away, with its attacks.
        among: arguments to label, closed under attack; all by default.

    >>> grounded(Framework.of("abc", [("a", "b"), ("b", "c")]))
    {'a': 'in', 'b': 'out', 'c': 'in'}
    >>> grounded(Framework.of("ab", [("a", "b"), ("b", "a")]))
    {'a': 'undecided', 'b': 'undecided'}
    """
    names = [name for name in (framework.arguments if among is None else among) if name != without]
    label = dict.fromkeys(names, UNDECIDED)
    standing = {name: sum(other != without for other in framework.attackers[name]) for name in names}
    ready = deque(name for name in names if not standing[name])
    while ready:
        name = ready.popleft()
        label[name] = IN
        for hit in framework.targets[name]:
            if hit == without or label[hit] != UNDECIDED:
                continue
            label[hit] = OUT
            for freed in framework.targets[hit]:
                if freed == without:
                    continue
                standing[freed] -= 1
                if not standing[freed] and label[freed] == UNDECIDED:
                    ready.append(freed)
    return label


def h_categoriser(framework: Framework) -> dict[str, float]:
    """Return how strong each argument is under attack: 1 over 1 plus the strength of its attackers.

    Besnard & Hunter 2001, "A logic-based theory of deductive arguments"; for graphs with cycles the unique fixed
    point of Pu et al. 2014, "Argument ranking with categoriser function", reached by iteration.

    >>> h_categoriser(Framework.of("ab", [("a", "b")]))
    {'a': 1.0, 'b': 0.5}
    """
    value = dict.fromkeys(framework.arguments, 1.0)
    for _ in range(ROUNDS):
        new = {name: 1 / (1 + sum(value[other] for other in framework.attackers[name])) for name in value}
        moved = max((abs(new[name] - value[name]) for name in value), default=0.0)
        value = {name: (new[name] + value[name]) / 2 if moved > SETTLED else new[name] for name in value}
        if moved <= SETTLED:
            break
    return value


def df_quad(framework: Framework, base: float = 0.5) -> tuple[dict[str, float], bool]:
    """Return how strong each argument is under attack and support, and whether the values settled.

    DF-QuAD (Rago et al. 2016, "Discontinuity-free decision support with quantitative argumentation debates"):
    attackers and supporters are each aggregated as a probabilistic sum, and the larger of the two moves the base
    score. On graphs with cycles the values are followed by small steps (Potyka 2018, "Continuous dynamical systems
    for weighted bipolar argumentation"), which agrees with the recursive definition where there is none.

    >>> df_quad(Framework.of("abc", [("a", "b")], [("c", "b")]))
    ({'a': 0.5, 'b': 0.5, 'c': 0.5}, True)
    """
    value = dict.fromkeys(framework.arguments, base)
    for _ in range(ROUNDS):
        new = {name: _moved(framework, value, name, base) for name in value}
        moved = max((abs(new[name] - value[name]) for name in value), default=0.0)
        if moved <= SETTLED:
            return new, True
        value = {name: (new[name] + value[name]) / 2 for name in value}
    return value, False


def _moved(framework: Framework, value: Mapping[str, float], name: str, base: float) -> float:
    """Return the base score moved by the attackers and supporters of one argument."""
    attack = _aggregate(value[other] for other in framework.attackers[name])
    support = _aggregate(value[other] for other in framework.supporters[name])
    if attack >= support:
        return base - base * (attack - support)
    return base + (1 - base) * (support - attack)


def _aggregate(values: Iterable[float]) -> float:
    """Return the probabilistic sum of strengths."""
    left = 1.0
    for value in values:
        left *= 1 - value
    return 1 - left


def parts(framework: Framework) -> list[tuple[str, ...]]:
    """Return the arguments in parts that no attack joins, each sorted."""
    seen: set[str] = set()
    found = []
    for start in framework.arguments:
        if start in seen:
            continue
        part, waiting = {start}, [start]
        while waiting:
            name = waiting.pop()
            new = [n for n in framework.attackers[name] + framework.targets[name] if n not in part]
            part.update(new)
            waiting += new
        seen |= part
        found.append(tuple(sorted(part)))
    return found


def sensitivity(framework: Framework, budget: int) -> dict[str, list[tuple[str, str, str]]]:
    """Return for arguments what changes in the grounded labelling if one is rejected: argument, before, after.

    Rejecting an argument that is out changes nothing; of the others those that attack most are tried first, until
    the budget of attacks looked at is spent. Arguments not tried are not in the answer.
    """
    tried: dict[str, list[tuple[str, str, str]]] = {}
    candidates = []
    for part in parts(framework):
        before = grounded(framework, among=part)
        cost = len(part) + sum(len(framework.attackers[name]) for name in part)
        for name in part:
            if before[name] == OUT or not framework.targets[name]:
                tried[name] = []
            else:
                candidates.append((-len(framework.targets[name]), name, cost, part, before))
    for _, name, cost, part, before in sorted(candidates, key=lambda c: c[:2]):
        if cost > budget:
            continue
        budget -= cost
        after = grounded(framework, without=name, among=part)
        tried[name] = [(other, before[other], label) for other, label in after.items() if label != before[other]]
    return tried
