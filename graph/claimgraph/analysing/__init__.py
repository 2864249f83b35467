"""From the graph to findings, with networkx."""

from claimgraph.analysing.networks import network
from claimgraph.analysing.run import analyse

__all__ = ["analyse", "network"]
