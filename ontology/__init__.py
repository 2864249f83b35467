"""What the program knows: ontology, shapes, domain packs, word lists and named queries."""
