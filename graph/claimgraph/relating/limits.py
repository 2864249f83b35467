"""How much relating may do and find, so that a large pile costs no more than it must."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

#: How near two phrases are in meaning, from 0 to 1; the pipeline's word vectors stand behind it.
Similarity: TypeAlias = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on the pairs that are written down; what is cut is told.

    Attributes:
        pairs: relations of one type made between the claims of two wordings that meet.
        wordings: wordings (propositions with their polarity) of one topic that are compared with one another.
        keys: keys under which one wording looks for others.
        close: whether the claims are few and known to speak of one thing, as where two texts are compared: then times
            and amounts of any predicate are held against each other, not only of functional ones.
    """

    pairs: int = 40
    wordings: int = 120
    keys: int = 400
    close: bool = False
