"""Claims become relations: propositions that meet, support and conflict by kind, each with its reason."""

from claimgraph.relating.explaining import Explanation, explain
from claimgraph.relating.judging import judge
from claimgraph.relating.limits import Limits, Similarity
from claimgraph.relating.relate import relate
from claimgraph.relating.ways import Background

__all__ = ["Background", "Explanation", "Limits", "Similarity", "explain", "judge", "relate"]
