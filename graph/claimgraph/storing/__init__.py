"""Between the facts and RDF: dataset, SHACL gate, SPARQL, exports."""
