"""On what grounds a claim is made: the evidence its own words name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from types import MappingProxyType

from claimgraph.knowledge.english import any_lower, english, telling, words_of
from claimgraph.model import Evidence

#: The bases in the order in which their cues are looked for: what is said to be missing or only lived through first.
_ORDER = (
    Evidence.EXPLICITLY_NONE,
    Evidence.TESTIMONIAL,
    Evidence.ANIMAL_STUDY,
    Evidence.LABORATORY_STUDY,
    Evidence.SYSTEMATIC_REVIEW,
    Evidence.RANDOMISED_TRIAL,
    Evidence.CASE_SERIES,
    Evidence.CONTROLLED_STUDY,
    Evidence.PICTURES,
    Evidence.PRACTICE,
    Evidence.LECTURE,
    Evidence.STUDY,
)


def grounds(clause: str, sentence: str, *, denied: bool = False) -> tuple[Evidence, str]:
    """Return the evidence a claim names, and the cue's words ("" for none).

    Cues of the clause itself count before those of the rest of the sentence; what says that there is no evidence
    counts before what names some.

    Args:
        clause: the claim's quote.
        sentence: the sentence it stands in, with its attribution.
        denied: whether the words above the clause deny it ("there is no evidence that ..."): then their cue is its own.

    >>> grounds("the paint lasts ten years", "In a cohort study the paint lasts ten years.")
    (<Evidence.CONTROLLED_STUDY: 'controlled-study'>, 'cohort study')
    """
    whole = sentence if clause in sentence else f"{clause} {sentence}"
    bases = _possible(whole)
    if not bases:
        return Evidence.BARE_ASSERTION, ""
    elsewhere = (b for b in bases if b is not Evidence.EXPLICITLY_NONE or denied or clause == sentence)
    cues = chain(_cues(clause, _possible(clause)), _cues(sentence, elsewhere))
    basis, cue = next(cues, (Evidence.BARE_ASSERTION, ""))
    if cue and basis in _TESTS and _lacking(sentence, cue):
        return Evidence.EXPLICITLY_NONE, cue
    return basis, cue


def _lacking(sentence: str, cue: str) -> bool:
    """Say whether a sentence says that there is none of the evidence it names: "no double-blind trials".

    >>> _lacking("we have no reliable data on tea", "data"), _lacking("trials found no harm", "trials")
    (True, False)
    """
    before, found, _ = sentence.lower().replace("’", "'").partition(cue)
    words = before.split()[-5:]
    none = {"no", "without", "lacks", "lack", "lacking", "few", "little"}
    return bool(found) and any(word in none for word in words) and not any(word[-1] in ",;:" for word in words)


#: Bases that name a study of some sort.
_TESTS = frozenset(
    {Evidence.SYSTEMATIC_REVIEW, Evidence.RANDOMISED_TRIAL, Evidence.CONTROLLED_STUDY, Evidence.STUDY}
    | {Evidence.CASE_SERIES, Evidence.ANIMAL_STUDY, Evidence.LABORATORY_STUDY}
)


@cache
def _known() -> Mapping[Evidence, frozenset[str]]:
    """Return the cues of each basis."""
    return dict(english().evidence)


@cache
def _told_by() -> Mapping[str, tuple[tuple[Evidence, frozenset[str]], ...]]:
    """Return the bases that have a cue with a word, by that word, each with all the words of the cue."""
    found: dict[str, tuple[tuple[Evidence, frozenset[str]], ...]] = {}
    for basis in _ORDER:
        for word, cues in telling(_known()[basis]).items():
            found[word] = (*found.get(word, ()), *((basis, cue) for cue in cues))
    return MappingProxyType(found)


@lru_cache(maxsize=64)
def _possible(text: str) -> tuple[Evidence, ...]:
    """Return the bases a text may name by the words it has, in order; most texts have the words of no cue.

    The claims of one sentence ask for the same few texts again and again.
    """
    words, told = words_of(text), _told_by()
    named = {basis for word in words for basis, cue in told.get(word, ()) if cue <= words}
    return tuple(basis for basis in _ORDER if basis in named) if named else ()


def _cues(text: str, bases: Iterable[Evidence]) -> Iterator[tuple[Evidence, str]]:
    """Yield the bases a text names, with the first cue of each, in the order of the bases."""
    for basis in bases:
        if cue := _cue(text, basis):
            yield basis, cue


@lru_cache(maxsize=256)
def _cue(text: str, basis: Evidence) -> str:
    """Return the first cue of a basis in a text, "" for none; the claims of one sentence all ask for its own."""
    plain = text.lower().replace("’", "'")
    cues = any_lower(_known()[basis]).finditer(plain)
    return next((m.group() for m in cues if not _looks_alike(text, m)), "")


def _looks_alike(text: str, match: re.Match[str]) -> bool:
    """Say whether a cue is none where it stands: part of a name, a field of study, a habit of the past.

    >>> cue = re.compile("research|study|i used", re.IGNORECASE)
    >>> texts = ["Give to Tea Research UK.", "The study of tea began early.", "I used to sail."]
    >>> [_looks_alike(text, cue.search(text)) for text in texts]
    [True, True, True]
    """
    start, end = match.span()
    word, before, after = text[start:end], text[:start].rstrip(), text[end:]
    in_name = word[:1].isupper() and not word.isupper() and before[-1:].isalnum() and not before.endswith("I")
    field = word.lower() == "study" and before.lower().endswith("the") and bool(_FIELD.match(after))
    doing = word.lower() in {"study", "research", "survey"} and before.lower().endswith((" to", "\nto"))
    return in_name or field or doing or (word.lower().endswith("used") and after.startswith(" to "))


_FIELD = re.compile(r" of (?![\d]|(?:the|these|those|over|about|nearly|more)\b)")
