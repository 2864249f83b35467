"""Lets `python -m claimgraph` do what `claimgraph` does."""

from claimgraph.cli.main import main

if __name__ == "__main__":
    main()
