"""Documents about a contested subject become a knowledge graph of claims."""
