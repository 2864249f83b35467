"""`negex`: is a phrase of a clinical sentence denied? The scope of negation against the NegEx test kit."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.quality.sources import HERE, parsed, rows
from benchmarks.quality.tables import Table

from claimgraph.knowledge.english import english
from claimgraph.language.negation import negated
from claimgraph.language.parsed import Sentence
from claimgraph.model import Document


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of the kit.

    Attributes:
        id: its number; the odd ones were looked at while the cues were chosen, the even ones were not.
        start: first character of the phrase in the text of all sentences.
        end: one past its last; -1 where the sentence does not hold the phrase.
        denied: what the annotators say.
    """

    id: int
    start: int
    end: int
    denied: bool


def negex_table(fast: bool = False) -> Table:
    """Return precision, recall and F1 for "negated", on the odd lines, the even lines and all."""
    cases, answers = answered()
    halves = (
        ("odd lines, looked at while the cues were chosen", 1),
        ("even lines, never looked at", 0),
        ("all", None),
    )
    found = []
    for name, half in halves:
        chosen = [(c.denied, a) for c, a in zip(cases, answers, strict=True) if half is None or c.id % 2 == half]
        found.append((name, str(len(chosen)), *_measures(chosen)))
    explanation = (
        "The NegEx/ConText test kit: is the marked phrase denied or not? Precision, recall and F1 are for denied. "
        "Capitals, which only mark the phrase there, are made small first; phrases that run past their sentence's "
        "end count as not denied."
    )
    columns = ("lines", "sentences", "denied", "precision", "recall", "F1", "wrong")
    return Table("negex", "Scope of negation", explanation, columns, tuple(found))


def _measures(pairs: Sequence[tuple[bool, bool]]) -> tuple[str, ...]:
    """Return how many are denied, precision, recall, F1 and the number of wrong answers, of (truth, answer) pairs."""
    right = sum(truth and answer for truth, answer in pairs)
    denied, said = sum(truth for truth, _ in pairs), sum(answer for _, answer in pairs)
    precision, recall = right / max(1, said), right / max(1, denied)
    f1 = 2 * right / max(1, denied + said)
    wrong = sum(truth != answer for truth, answer in pairs)
    return (str(denied), f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}", str(wrong))


def answered() -> tuple[list[Case], list[bool]]:
    """Return the kit's cases, and for each whether the program takes its phrase for denied."""
    text, cases = _corpus()
    [document] = parsed([Document("negex", text, "0", "negex")]).documents
    starts = [s.start for s in document.sentences]
    return cases, [case.end >= 0 and _answer(case, document.sentences, starts) for case in cases]


def _answer(case: Case, sentences: Sequence[Sentence], starts: Sequence[int]) -> bool:
    """Say whether a case's phrase is denied in the sentence in which it begins."""
    sentence = sentences[max(0, bisect_right(starts, case.start) - 1)]
    return negated(sentence, case.start, case.end, english())


def _corpus() -> tuple[str, list[Case]]:
    """Return all sentences as one text, a paragraph each, and where each phrase stands in it."""
    paragraphs: list[str] = []
    cases: list[Case] = []
    at = 0
    for identifier, phrase, sentence, label in rows(HERE / "data" / "negex.tsv"):
        found = re.search(_pattern(phrase.upper()), sentence) or re.search(_pattern(phrase), sentence, re.IGNORECASE)
        start, end = (at + found.start(), at + found.end()) if found else (-1, -1)
        paragraphs.append(_unmarked(sentence, found))
        cases.append(Case(int(identifier), start, end, label == "Negated"))
        at += len(sentence) + 2
    return "\n\n".join(paragraphs), cases


def _unmarked(sentence: str, found: re.Match[str] | None) -> str:
    """Return a sentence with the capitals that mark its phrase made small, the first letter of the sentence kept."""
    if found is None:
        return sentence
    words = found.group().lower() if found.start() else found.group().capitalize()
    return sentence[: found.start()] + words + sentence[found.end() :]


def _pattern(phrase: str) -> str:
    """Return an expression for a phrase, however its words are spaced."""
    return r"\s+".join(re.escape(word) for word in phrase.split())
