"""On what grounds a claim is made: the evidence its own words name."""

import re
from collections.abc import Mapping
from functools import cache

from claimgraph.knowledge.english import english
from claimgraph.model import Evidence

_ORDER = (
    Evidence.EXPLICITLY_NONE, Evidence.TESTIMONIAL, Evidence.ANIMAL_STUDY, Evidence.LABORATORY_STUDY, Evidence.SYSTEMATIC_REVIEW,
    Evidence.RANDOMISED_TRIAL, Evidence.CASE_SERIES, Evidence.CONTROLLED_STUDY, Evidence.PICTURES, Evidence.PRACTICE, Evidence.LECTURE, Evidence.STUDY,
)  # fmt: skip


@cache
def _patterns() -> Mapping[Evidence, "re.Pattern[str]"]:
    """Return for each basis the pattern of its cues."""
    return {
        basis: re.compile(
            r"(?<!\w)(?:" + "|".join(re.escape(c) for c in sorted(cues, key=len, reverse=True)) + r")(?!\w)"
        )
        for basis, cues in english().evidence
        if cues
    }


def grounds(clause: str, sentence: str, *, denied: bool = False) -> tuple[Evidence, str]:
    """Return the evidence a claim names, and the cue's words ("" for none).

    Cues of the clause itself count before those of the rest of the sentence; what says that there is no evidence
    counts before what names some.

    Args:
        clause: the claim's quote.
        sentence: the sentence it stands in, with its attribution.
        denied: whether the words above the clause deny it ("there is no evidence that ..."), so that their cue is its own.
    """
    for text in (clause, sentence):
        plain = text.lower().replace("’", "'")
        for basis in _ORDER:
            match = _patterns()[basis].search(plain) if basis in _patterns() else None
            if match and not (
                basis is Evidence.EXPLICITLY_NONE and text is sentence and not denied and clause != sentence
            ):
                return basis, match.group()
    return Evidence.BARE_ASSERTION, ""
