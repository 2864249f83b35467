"""What an open phrase comes down to: the thing that is taken, measured, lacked or undergone in it, and its head."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimgraph.knowledge.english import english

#: Name of the step from what there is too little of.
LACK = "lack"
#: Words of a phrase before its first preposition that are dropped one by one.
DROPPED = 5
#: How often a phrase is reduced in a row: "high dose of zinc supplement" is zinc.
DEPTH = 3
#: Reductions of one phrase that are followed.
MOST = 16


@dataclass(frozen=True, slots=True)
class Reduced:
    """A plainer phrase that a phrase leads to.

    Attributes:
        phrase: the plainer phrase.
        step: how it leads there: "taken" (the same thing, taken or measured), "lack", "broader" or "synonym".
        sign: -1 where the phrase names a lack or loss of the plainer one.
        up: whether the plainer one says less.
        score: how sure the step is, from 0 to 1.
    """

    phrase: str
    step: str
    sign: int
    up: bool
    score: float


def reduced(phrase: str, *, oriented: bool) -> Iterator[Reduced]:
    """Yield the plainer phrases that a phrase leads to, the nearest first, each once.

    Args:
        phrase: in lower case.
        oriented: whether it is an object, of which it counts that there is more, less or an opposite of it.
    """
    seen = {phrase}
    waiting = [Reduced(phrase, "same", 1, False, 1.0)]
    for _ in range(DEPTH):
        found = [further for here in waiting for further in _steps(here, oriented=oriented)]
        waiting = []
        for further in found:
            if further.phrase not in seen and len(seen) <= MOST:
                seen.add(further.phrase)
                waiting.append(further)
                yield further


def plain(phrase: str, *, oriented: bool) -> str:
    """Return a phrase without heads that only say that the thing is taken or comes about.

    >>> plain("intake of zinc", oriented=False), plain("risk of gout", oriented=True)
    ('zinc', 'gout')
    """
    lists = english()
    heads = lists["relating.intake"] if not oriented else lists["relating.intake"] | lists["relating.chances"]
    while True:
        parts = phrase.split()
        if not parts or parts[0] in lists["relating.scant"] | lists["relating.excess"]:
            return phrase
        rests = (*_taken(parts, heads), *_undergone(parts if oriented else ()))
        if not rests:
            return phrase
        phrase = rests[0].phrase


def _steps(here: Reduced, *, oriented: bool) -> Iterator[Reduced]:
    """Yield what one phrase leads to by one step."""
    parts = here.phrase.split()
    for reduce in OBJECT_STEPS if oriented else SUBJECT_STEPS:
        for step in reduce(parts):
            name = next((n for n in (LACK, "broader") if n in (here.step, step.step)), step.step)
            yield Reduced(step.phrase, name, here.sign * step.sign, here.up or step.up, here.score * step.score)


def _weighed(parts: Sequence[str]) -> Iterator[Reduced]:
    """Yield a phrase without a word that only lays weight on it ("complete failure")."""
    if len(parts) > 1 and parts[0] in english()["relating.weight"]:
        yield Reduced(" ".join(parts[1:]), "synonym", 1, False, 0.8)


def _changed(parts: Sequence[str]) -> Iterator[Reduced]:
    """Yield what a phrase says grows or shrinks.

    >>> [(r.phrase, r.sign) for r in _changed(["muscle", "loss"])]
    [('muscle', -1)]
    """
    for word in english()["relating.gains"]:
        yield from (Reduced(rest, "taken", 1, False, 0.8) for rest in _without(parts, word))
    for word in english()["relating.losses"]:
        yield from (Reduced(rest, "taken", -1, False, 0.8) for rest in _without(parts, word))


def _without(parts: Sequence[str], word: str) -> Iterator[str]:
    """Yield the rest of a phrase that a word heads."""
    if len(parts) > 1 and parts[-1] == word and parts[-2] not in english()["relating.prepositions"]:
        yield " ".join(parts[:-1])
    cut = next((n for n, p in enumerate(parts) if p in ("of", "in")), 0)
    if cut and parts[cut - 1] == word and cut + 1 < len(parts):
        yield " ".join(parts[cut + 1 :])


def _lacked(parts: Sequence[str]) -> Iterator[Reduced]:
    """Yield what a phrase says there is too little of.

    >>> [(r.phrase, r.sign) for r in _lacked("low level of iron".split())]
    [('iron', -1)]
    """
    lists = english()
    rests = [rest for word in sorted(lists["relating.lacks"]) for rest in _without(parts, word)]
    if len(parts) > 1 and parts[0] in lists["relating.scant"]:
        rests += [r.phrase for r in _taken(parts[1:], lists["relating.measures"] - lists["relating.single"])]
    yield from (Reduced(rest, LACK, -1, False, 0.75) for rest in rests)


def _carried(parts: Sequence[str]) -> Iterator[Reduced]:
    """Yield the thing that is taken or used in a phrase, unless too little or too much of it is.

    >>> [r.phrase for r in _carried(["zinc", "supplement"])], [r.phrase for r in _carried("dose of zinc".split())]
    (['zinc'], ['zinc'])
    """
    lists = english()
    if parts[0] not in lists["relating.scant"] | lists["relating.excess"]:
        yield from _taken(parts, lists["relating.carriers"] | lists["relating.doses"])


def _functioning(parts: Sequence[str]) -> Iterator[Reduced]:
    """Yield the thing whose function does something ("main role of the valve")."""
    yield from _taken(parts, english()["reference.roles"])


def _measured(parts: Sequence[str]) -> Iterator[Reduced]:
    """Yield the thing that a phrase measures ("rate of tooth decay", "fire risk")."""
    lists = english()
    yield from _taken(parts, lists["relating.carriers"] | lists["relating.measures"])
    if len(parts) > 1 and parts[-1] in lists["relating.behind"] and parts[-2] not in english()["relating.prepositions"]:
        yield Reduced(" ".join(parts[:-1]), "taken", 1, False, 0.85)


def _taken(parts: Sequence[str], heads: frozenset[str]) -> Iterator[Reduced]:
    """Yield what stands before a head of some, or behind it and "of"."""
    behind = english()["relating.carriers"] & heads
    if len(parts) > 1 and parts[-1] in behind and parts[-2] not in english()["relating.prepositions"]:
        yield Reduced(" ".join(parts[:-1]), "taken", 1, False, 0.85)
    cut = next((n for n, word in enumerate(parts) if word in ("of", "to")), 0)
    if cut and parts[cut - 1] in heads and cut + 1 < len(parts):
        yield Reduced(" ".join(parts[cut + 1 :]), "taken", 1, False, 0.85)


def _ailing(parts: Sequence[str]) -> Iterator[Reduced]:
    """Yield a trouble of some part by the word that most use ("heart problem", "heart disease")."""
    if (
        len(parts) > 1
        and parts[-1] in english()["relating.ailments"]
        and not english()["relating.prepositions"] & set(parts)
    ):
        yield Reduced(" ".join((*parts[:-1], "disease")), "synonym", 1, False, 0.85)


def _undergone(parts: Sequence[str]) -> Iterator[Reduced]:
    """Yield what is got or undergone ("get flu", "develop gout")."""
    if (
        len(parts) > 1
        and parts[0] in english()["relating.undergoing"]
        and parts[1] not in english()["relating.prepositions"]
    ):
        yield Reduced(" ".join(parts[1:]), "synonym", 1, False, 0.9)


def _joined(parts: Sequence[str]) -> Iterator[Reduced]:
    """Yield each of the things that "and" joins, with the head they share ("kidney and bladder stone").

    >>> [r.phrase for r in _joined("kidney and bladder stone".split())]
    ['kidney stone', 'bladder stone']
    """
    if "and" not in parts[1:-1] or english()["relating.prepositions"] & set(parts):
        return
    cuts = [-1, *(n for n, word in enumerate(parts) if word == "and"), len(parts)]
    members = [list(parts[a + 1 : b]) for a, b in pairwise(cuts)]
    shared = len(members[-1]) > 1 and all(len(member) == 1 for member in members[:-1])
    tail = members[-1][-1:] if shared else []
    for member in (*(m + tail for m in members[:-1]), members[-1]):
        if member:
            yield Reduced(" ".join(member), "broader", 1, False, 0.85)


def joined(parts: Sequence[str]) -> tuple[str, ...]:
    """Return each of the things that "and" joins, one that is a harm by itself without the head of the last.

    >>> joined("diabetes and liver disease".split()), joined("heart and liver disease".split())
    (('diabetes', 'liver disease'), ('heart disease', 'liver disease'))
    """
    first = parts[: parts.index("and")] if "and" in parts else ()
    alone = " ".join(first) in english()["value.harms"]
    whole = tuple(member.phrase for member in _joined(parts))
    return (" ".join(first), *whole[1:]) if alone else whole


def _headed(parts: Sequence[str]) -> Iterator[Reduced]:
    """Yield the broader phrases of a phrase: its modifiers dropped one by one, then what follows its head.

    >>> [r.phrase for r in _headed(["small", "piece", "of", "cell"])]
    ['piece of cell', 'small piece', 'piece']
    """
    cut = next((n for n, word in enumerate(parts) if n and word in english()["relating.prepositions"]), len(parts))
    for start in range(1, min(cut, DROPPED)):
        yield Reduced(" ".join(parts[start:]), "broader", 1, True, 0.9)
    if cut < len(parts):
        for start in range(min(cut, DROPPED)):
            yield Reduced(" ".join(parts[start:cut]), "broader", 1, True, 0.9)


#: Every way of reducing a subject and an object, the surest first.
SUBJECT_STEPS: tuple[Callable[[Sequence[str]], Iterator[Reduced]], ...] = (
    _carried,
    _functioning,
    _lacked,
    _joined,
    _headed,
)
OBJECT_STEPS: tuple[Callable[[Sequence[str]], Iterator[Reduced]], ...] = (
    _weighed,
    _changed,
    _measured,
    _lacked,
    _undergone,
    _ailing,
    _joined,
    _headed,
)
