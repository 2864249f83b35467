"""The small trained model of compare: from the numbers of an alignment to support, conflict or neither.

Multinomial logistic regression; its weights (`weights.json`) are made by `benchmarks/quality/relations_train.py` and
see no words, only how the words of both sides relate.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from claimgraph.vocabulary.resources import weights_text


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model.

    Attributes:
        names: of the numbers it looks at, in order.
        means: of each over the training pairs.
        scales: standard deviation of each over the training pairs.
        classes: "conflict", "none" and "support", in the order of the rows.
        rows: a weight for each number, for each class.
        intercepts: one for each class.
    """

    names: tuple[str, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    classes: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]
    intercepts: tuple[float, ...]

    def probabilities(self, numbers: Mapping[str, float]) -> dict[str, float]:
        """Return how likely each class is, by the numbers of an alignment; they add up to 1."""
        scaled = [
            (numbers[name] - mean) / scale
            for name, mean, scale in zip(self.names, self.means, self.scales, strict=True)
        ]
        totals = [
            bias + sum(w * x for w, x in zip(row, scaled, strict=True))
            for row, bias in zip(self.rows, self.intercepts, strict=True)
        ]
        most = max(totals)
        parts = [exp(total - most) for total in totals]
        return {name: part / sum(parts) for name, part in zip(self.classes, parts, strict=True)}


def read_weights(text: str) -> Weights:
    """Return the model that a JSON text holds."""
    found = json.loads(text)
    return Weights(
        tuple(found["names"]),
        tuple(found["means"]),
        tuple(found["scales"]),
        tuple(found["classes"]),
        tuple(tuple(row) for row in found["rows"]),
        tuple(found["intercepts"]),
    )


@cache
def weights() -> Weights:
    """Return the model the program ships with, read once."""
    return read_weights(weights_text())
