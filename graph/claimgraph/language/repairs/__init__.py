"""The repairs of dependency trees, by what they mend; `claimgraph.language.repairing` lists them in order."""
