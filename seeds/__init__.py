"""The sample documents: five pages about exosome and PRP treatment for hair loss."""
