"""What is expected to happen, which the parser takes for what somebody does."""

from collections.abc import Sequence

from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import kid, reheaded, renamed, retagged


def expected_gerund(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a gerund behind "expect" as what is to last or go, and no deed: "expect swelling in the feet to last"."""
    for gerund in tokens:
        verb = tokens[gerund.head]
        if gerund.tag != "VBG" or gerund.dep != "xcomp" or verb.lemma != "expect" or verb.i > gerund.i:
            continue
        below = kid(tokens, gerund, "advcl", "xcomp")
        if below is None or not _infinitive(tokens, below) or kid(tokens, gerund, "dobj", "aux") is not None:
            continue
        nouns = retagged(tokens, {gerund.i: "NN"})
        heads = {gerund.i: below.i, below.i: verb.i}
        return renamed(reheaded(nouns, heads), {gerund.i: "nsubj", below.i: "ccomp"})
    return tokens


def _infinitive(tokens: Sequence[Token], verb: Token) -> bool:
    """Say whether a verb is an infinitive with "to"."""
    return any(tokens[k].lower == "to" and tokens[k].dep == "aux" for k in verb.kids)
