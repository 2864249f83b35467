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
        similar: least similarity of two phrases that no pack and no lexicon brings together.
    """

    pairs: int = 40
    wordings: int = 120
    keys: int = 400
    similar: float = 0.82
