"""Names torn apart, and what something is called by whom: "Bone & Joint Clinic", "called a crime by chefs"."""

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


def name_with_ampersand(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read proper nouns around "&" as one name, unless a plural verb tells two: "Hale Bone & Joint Clinic opens"."""
    for mark in tokens[1:-1]:
        first = tokens[mark.head]
        if mark.text != "&" or mark.dep != "cc" or first.i != mark.i - 1:
            continue
        last = kid(tokens, first, "conj")
        inside = tokens[mark.i + 1 : last.i] if last is not None else ()
        if last is None or not {first.tag, last.tag} <= _PROPER or any(t.head != last.i for t in inside):
            continue
        plural = tokens[first.head].tag == "VBP" or any(tokens[k].tag == "VBP" for k in tokens[first.head].kids)
        if plural or any(t.dep not in {"compound", "nmod"} for t in inside):
            continue
        heads = dict.fromkeys((*first.kids, first.i), last.i)
        heads[last.i] = last.i if first.head == first.i else first.head
        return renamed(reheaded(tokens, heads), {last.i: first.dep, first.i: "compound", mark.i: "compound"})
    return tokens


_PROPER = frozenset({"NNP", "NNPS"})
