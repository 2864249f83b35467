"""Train the small model of compare and write its weights.

    python benchmarks/quality/relations_train.py > graph/claimgraph/relating/weights.json

Learns from `data/check_covid_train.jsonl` and from the open files of `pairs/`; what it reaches on pairs it has not seen
(by cross-validation over claims, and on the files that are held out) goes to standard error. Needs scikit-learn.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from claimgraph.knowledge.loading import core_pack
from claimgraph.language.model import load_model
from claimgraph.language.parsed import Sentence
from claimgraph.language.parsing import UNUSED, parse
from claimgraph.language.similarity import VectorSimilarity
from claimgraph.model import Document
from claimgraph.relating.alignment import instruments
from claimgraph.relating.features import features
from claimgraph.relating.words import words

HERE = Path(__file__).parent
#: What is learnt from, and what is only measured.
SEEN = ("data/check_covid_train.jsonl", "pairs/minimal-dev.jsonl", "pairs/styles-dev.jsonl", "pairs/evidence-dev.jsonl")
UNSEEN = ("data/check_covid_dev.jsonl", "pairs/styles-test.jsonl", "pairs/evidence-test.jsonl")
#: Strength of the regularisation (inverse); strong, since there are only two thousand pairs.
C = 0.1


@dataclass(frozen=True)
class Pair:
    """A labelled pair of texts; pairs of one claim share a group."""

    a: str
    b: str
    label: str
    group: str


def read_pairs(path: Path) -> list[Pair]:
    """Return the pairs of a JSON Lines file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Pair(r["a"], r["b"], r["label"], r["id"].removesuffix("-twin").split("_")[0]) for r in rows]


def numbers(pairs: Sequence[Pair]) -> tuple[list[str], "np.ndarray[tuple[int, int], np.dtype[np.float64]]"]:
    """Return the names of the numbers of an alignment, and a row of them for each pair."""
    nlp = load_model(exclude=UNUSED)
    tools = instruments(core_pack(), words(), VectorSimilarity(nlp.vocab))
    texts = sorted({text for pair in pairs for text in (pair.a, pair.b)})
    documents = [Document(f"t{n}", text, "0" * 64, "pair") for n, text in enumerate(texts)]
    parsed: dict[str, Sequence[Sentence]] = {p.document.text: p.sentences for p, _ in parse(documents, nlp)}
    found = [features(parsed[pair.a], parsed[pair.b], tools) for pair in pairs]
    names = list(found[0])
    return names, np.array([[row[name] for name in names] for row in found])


def main() -> None:
    """Train, tell how well, and write the weights."""
    seen, unseen = ([read_pairs(HERE / name) for name in names] for names in (SEEN, UNSEEN))
    names, table = numbers([pair for pairs in (*seen, *unseen) for pair in pairs])
    many = sum(map(len, seen))
    labels = np.array([pair.label for pairs in (*seen, *unseen) for pair in pairs])
    groups = [f"{n} {pair.group}" for n, pairs in enumerate(seen) for pair in pairs]
    model = make_pipeline(StandardScaler(), LogisticRegression(C=C, max_iter=5000))
    guessed = cross_val_predict(model, table[:many], labels[:many], groups=groups, cv=GroupKFold(5))
    for name, part in zip(SEEN, parts(seen), strict=True):
        tell(f"{name}, cross-validated", labels[part], guessed[part])
    model.fit(table[:many], labels[:many])
    for name, part in zip(UNSEEN, parts(unseen, many), strict=True):
        tell(name, labels[part], model.predict(table[part]))
        rules = np.array([by_rules(dict(zip(names, row, strict=True))) for row in table[part]])
        tell(f"{name}, by rules on the same numbers", labels[part], rules)
    scaler, fitted = model[0], model[-1]
    found = {
        "names": names,
        "means": rounded(scaler.mean_),
        "scales": rounded(scaler.scale_),
        "classes": list(fitted.classes_),
        "rows": [rounded(row) for row in fitted.coef_],
        "intercepts": rounded(fitted.intercept_),
    }
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


def parts(files: Sequence[Sequence[Pair]], start: int = 0) -> list[slice]:
    """Return where the pairs of each file stand among those of all."""
    ends = [start + sum(map(len, files[: n + 1])) for n in range(len(files))]
    return [slice(end - len(pairs), end) for end, pairs in zip(ends, files, strict=True)]


def by_rules(row: dict[str, float]) -> str:
    """Return what two thresholds and the cues of conflict say, with nothing trained: the model has to beat it.

    The thresholds are the best of a grid over `check_covid_train`.
    """
    if row["head"] < 0.7 and row["rest"] < 0.3:
        return "none"
    cues = (row["parity_shared"], row["opposed_context"], row["against_context"], row["denied_apart"], row["bolder"])
    return "conflict" if any(cues) or row["apart_shared"] > 0.3 else "support"


def rounded(values: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> list[float]:
    """Return numbers with four digits behind the point, so that two machines write the same file."""
    return [round(float(value), 4) for value in values]


def tell(
    name: str,
    right: "np.ndarray[tuple[int], np.dtype[np.str_]]",
    guessed: "np.ndarray[tuple[int], np.dtype[np.str_]]",
) -> None:
    """Write how well the guesses fit to standard error."""
    conflicts = guessed == "conflict"
    precision = float((right[conflicts] == "conflict").mean()) if conflicts.any() else 0.0
    score = f1_score(right, guessed, average="macro")
    sys.stderr.write(f"{name}: macro-F1 {score:.3f}, precision of conflict {precision:.3f}, pairs {len(right)}\n")


if __name__ == "__main__":
    main()
