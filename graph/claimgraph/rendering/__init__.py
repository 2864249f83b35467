"""From graph and findings to the page people open."""
