"""Dependency trees mended where the parser is known to slip, by rules on tags alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from claimgraph.language.parsed import Token

Repair = Callable[[Sequence[Token]], dict[int, int]]


def _infinitive_conjunct(tokens: Sequence[Token]) -> dict[int, int]:
    """Hang a bare infinitive on the infinitive before it, not on a finite verb: "shown to heal wounds and grow hair"."""
    moved: dict[int, int] = {}
    for token in tokens:
        head = tokens[token.head]
        if token.dep != "conj" or token.tag != "VB" or head.tag not in {"VBZ", "VBP", "VBD", "VBN"}:
            continue
        if any(tokens[k].dep in {"aux", "auxpass", "nsubj", "nsubjpass"} for k in token.kids):
            continue
        if any(tokens[k].dep == "aux" and tokens[k].tag in {"MD", "VBP", "VBZ", "VBD"} for k in head.kids):
            continue
        before = [t for t in tokens[head.i + 1 : token.i] if t.tag == "VB" and t.dep in {"xcomp", "conj", "ccomp"}]
        if before:
            moved[token.i] = before[-1].i
    return moved


#: The repairs, in order; each gives for some tokens their new head.
REPAIRS: tuple[Repair, ...] = (_infinitive_conjunct,)


def _clausal_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a finite verb with a subject of its own as a clause, where the parser took it for a noun's place."""
    if not any(t.dep == "dobj" and t.tag in {"VBZ", "VBP", "VBD"} for t in tokens):
        return tokens
    return tuple(
        replace(t, dep="ccomp")
        if t.dep == "dobj" and t.tag in {"VBZ", "VBP", "VBD"} and any(tokens[k].dep == "nsubj" for k in t.kids)
        else t
        for t in tokens
    )


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens of a sentence with the known slips mended."""
    tokens = _clausal_object(tokens)
    for repair in REPAIRS:
        moved = repair(tokens)
        if moved:
            tokens = _reheaded(tokens, moved)
    return tokens


def _reheaded(tokens: tuple[Token, ...], moved: dict[int, int]) -> tuple[Token, ...]:
    """Return the tokens with new heads, dependents brought up to date."""
    heads = [moved.get(t.i, t.head) for t in tokens]
    kids: list[list[int]] = [[] for _ in tokens]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return tuple(replace(t, head=heads[t.i], kids=tuple(kids[t.i])) for t in tokens)
