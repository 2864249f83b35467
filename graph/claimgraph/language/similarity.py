"""How near two phrases are in meaning, by the word vectors that come with the pipeline."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.vocab import Vocab


@dataclass(frozen=True)
class VectorSimilarity:
    """Cosine of the mean vectors of two phrases' content words.

    Mitchell & Lapata, "Composition in Distributional Models of Semantics", Cognitive Science 34(8), 2010, section 3:
    the additive model.

    Attributes:
        vocab: the pipeline's vocabulary, with its vectors.
    """

    vocab: "Vocab" = field(repr=False)

    def __call__(self, one: str, other: str) -> float:
        """Return a number from -1 to 1; 0 where a phrase has no word with a vector."""
        first, second = self.vector(one), self.vector(other)
        if first is None or second is None:
            return 0.0
        return float(first @ second)

    def vector(self, phrase: str) -> "NDArray[np.float32] | None":
        """Return the mean unit vector of a phrase's content words, None where no word has one."""
        return _vector(self.vocab, phrase)


@lru_cache(maxsize=65536)
def _vector(vocab: "Vocab", phrase: str) -> "NDArray[np.float32] | None":
    """Return the unit mean vector of a phrase; remembered, since the same phrases meet again and again."""
    import numpy as np  # noqa: PLC0415 - costs start-up time, needed for comparing only

    words = [vocab[word] for word in phrase.split()]
    content = [w for w in words if w.has_vector and not w.is_stop] or [w for w in words if w.has_vector]
    if not content:
        return None
    mean = np.mean([w.vector / (w.vector_norm or 1.0) for w in content], axis=0)
    norm = float(np.linalg.norm(mean))
    return mean / norm if norm else None
