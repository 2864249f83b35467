"""The words claimgraph shares with other programs: closed RDF namespaces, and the data files that define its own."""
