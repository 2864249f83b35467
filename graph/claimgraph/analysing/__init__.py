"""From the graph to findings, with networkx."""
