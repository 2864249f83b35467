"""The command line: every command is one library call, and says by its exit code how that went."""
