"""From graph and findings to the page people open."""

from claimgraph.rendering.page import page

__all__ = ["page"]
