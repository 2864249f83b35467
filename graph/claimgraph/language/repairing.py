"""Dependency trees mended where the parser is known to slip, by rules on tags alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from claimgraph.language.parsed import Token

#: A function from a sentence's tokens to the same tokens, one kind of slip mended.
Repair = Callable[[tuple[Token, ...]], tuple[Token, ...]]


def clausal_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a finite verb with a subject of its own as a clause, where the parser took it for a noun's place."""
    return tuple(replace(t, dep="ccomp") if _is_clause(tokens, t) and t.dep == "dobj" else t for t in tokens)


def _is_clause(tokens: Sequence[Token], verb: Token) -> bool:
    """Say whether a token is a finite verb with a subject of its own."""
    return verb.tag in {"VBZ", "VBP", "VBD"} and any(tokens[k].dep == "nsubj" for k in verb.kids)


def infinitive_conjunct(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a bare infinitive on the infinitive before it, not on a finite verb: "said to calm bees and mask scent"."""
    moved: dict[int, int] = {}
    for token in tokens:
        head = tokens[token.head]
        if not _bare_conjunct(tokens, token) or head.tag not in {"VBZ", "VBP", "VBD", "VBN"}:
            continue
        if any(tokens[k].dep == "aux" and tokens[k].tag in {"MD", "VBP", "VBZ", "VBD"} for k in head.kids):
            continue
        before = [t for t in tokens[head.i + 1 : token.i] if t.tag == "VB" and t.dep in {"xcomp", "conj", "ccomp"}]
        if before:
            moved[token.i] = before[-1].i
    return _reheaded(tokens, moved) if moved else tokens


def _bare_conjunct(tokens: Sequence[Token], token: Token) -> bool:
    """Say whether a coordinated verb is an infinitive with neither auxiliary nor subject of its own."""
    own = {"aux", "auxpass", "nsubj", "nsubjpass"}
    return token.dep == "conj" and token.tag == "VB" and not any(tokens[k].dep in own for k in token.kids)


#: The repairs, in order.
REPAIRS: tuple[Repair, ...] = (clausal_object, infinitive_conjunct)


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens of a sentence with the known slips mended."""
    for repair in REPAIRS:
        tokens = repair(tokens)
    return tokens


def _reheaded(tokens: Sequence[Token], moved: Mapping[int, int]) -> tuple[Token, ...]:
    """Return the tokens with new heads, dependents brought up to date."""
    heads = [moved.get(t.i, t.head) for t in tokens]
    kids: list[list[int]] = [[] for _ in tokens]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return tuple(replace(t, head=heads[t.i], kids=tuple(kids[t.i])) for t in tokens)
