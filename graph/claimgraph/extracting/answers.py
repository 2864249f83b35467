"""Questions answered by the next sentence: "Is it safe? Yes." claims that it is safe."""

from collections.abc import Iterator, Sequence

from claimgraph.extracting.frame import Frame
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence


def answered(sentences: Sequence[Sentence], number: int, english: English) -> Iterator[Frame]:
    """Yield the frames a bare "yes" or "no" gives to the question before it."""
    yield from ()
