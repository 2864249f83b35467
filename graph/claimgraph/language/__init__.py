"""From a Document to parsed text: blocks, sentences, voices, cues and references."""
