"""A frame: one predicate of a sentence with its subject, object and cues, as places in the tree."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """What the clauses above say of one below: whether it is asserted at all, by whom, how firmly.

    Attributes:
        asserted: False under a condition, a purpose, a wish, a question.
        flipped: whether the polarity is turned round from above ("I don't think that ...").
        hedges: indices of the tokens above that weaken it.
        speakers: indices of the heads of the speakers named above, innermost first; -1 for an unnamed one, the
            verb itself for the unnamed others by whom somebody was told.
        verbs: for each speaker, the index of the verb of saying.
        speculative: whether something above makes it mere speculation.
    """

    asserted: bool = True
    flipped: bool = False
    hedges: tuple[int, ...] = ()
    speakers: tuple[int, ...] = ()
    verbs: tuple[int, ...] = ()
    speculative: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate with its arguments.

    Attributes:
        rule: name of the rule that found it.
        verbs: indices of the chain of verbs, the outermost first, the one that means something last; a copula's
            adjective or noun is not among them.
        head: index of the token that carries the meaning: the last verb, or a copula's adjective.
        subject: index of the subject's head noun, None where nobody is named.
        object: index of the object's head, None where nothing follows.
        links: indices of particles and prepositions between predicate and object.
        passive: whether the subject undergoes.
        agent: whether the object is a passive's agent ("by ...").
        negations: indices of the tokens that deny, an even number of which cancel.
        hedges: indices of the tokens that weaken.
        context: what the clauses above say.
        clause_object: whether the object is a clause, its whole subtree standing for it.
        key: the predicate's key where the rule knows it better than the words.
        comparison: index of the comparative word, where the frame compares its subject with its object.
        dimension: index of the head of what is compared, where it is named.
        extra: indices of further heads whose words belong to the quote.
        single: whether subject and object stand for themselves, without what they are coordinated with.
        affirmed: whether it tells what is so beside what is denied: the grease of "not oil but grease".
        until: offset in the document up to which the quote goes on behind the sentence (an answer), -1 for none.
    """

    rule: str
    verbs: tuple[int, ...]
    head: int
    subject: int | None
    object: int | None = None
    links: tuple[int, ...] = ()
    passive: bool = False
    agent: bool = False
    negations: tuple[int, ...] = ()
    hedges: tuple[int, ...] = ()
    context: Context = Context()
    clause_object: bool = False
    key: str | None = None
    comparison: int | None = None
    dimension: int | None = None
    extra: tuple[int, ...] = ()
    until: int = -1
    single: bool = False
    affirmed: bool = False
