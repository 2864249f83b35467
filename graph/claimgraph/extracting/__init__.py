"""From parsed text to claims: who says what of what, with the exact quote."""

from claimgraph.extracting.lexicon import Lexicon, lexicon
from claimgraph.extracting.stage import extract

__all__ = ["Lexicon", "extract", "lexicon"]
