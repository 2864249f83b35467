"""From a file to a Document: one small module a format."""
