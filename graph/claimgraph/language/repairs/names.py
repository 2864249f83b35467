"""What something is called and by whom: "regarded by engineers as a hazard", "called a crime by chefs"."""

from claimgraph.knowledge.english import english
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import kid, reheaded, renamed


def called_by(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang "as" and "by" on the passive verb of naming, not on the noun between: "seen by locals as a ruin"."""
    if not any(t.dep == "auxpass" for t in tokens):
        return tokens
    for verb in tokens:
        if verb.tag != "VBN" or verb.lemma not in english()["predicate.naming"] or kid(tokens, verb, "auxpass") is None:
            continue
        agent, name = kid(tokens, verb, "agent"), kid(tokens, verb, "oprd") or kid(tokens, verb, "prep")
        who = kid(tokens, agent, "pobj") if agent is not None else None
        inner = name if name is None or name.dep == "oprd" else kid(tokens, name, "pobj")
        led = next((k for k in who.kids if tokens[k].lower == "as"), None) if who is not None else None
        by = next((k for k in inner.kids if tokens[k].lower == "by"), None) if inner is not None else None
        if led is not None and name is None:
            return renamed(reheaded(tokens, {led: verb.i}), {led: "prep"})
        if by is not None and agent is None:
            return renamed(reheaded(tokens, {by: verb.i}), {by: "agent"})
    return tokens
