"""What claims name that no pack knows is counted for the draft of a pack."""

from claimgraph.knowledge.suggesting import counted
from claimgraph.model import Certainty, Claim, Evidence, Mention, Polarity, Proposition, Quote, Term, Voice


def claim(subject: Mention, predicate: Mention, thing: Mention | None) -> Claim:
    """Return an asserted claim of three parts."""
    content = Proposition(Term(subject.label), Term(predicate.label), Term(thing.label) if thing else None)
    return Claim(
        "page",
        Quote.cut("Coffee delays sleep.", 0, 20),
        subject,
        predicate,
        thing,
        Polarity.POSITIVE,
        Certainty.ASSERTED,
        Voice("page"),
        Evidence.BARE_ASSERTION,
        (),
        content,
    )


def test_only_what_has_no_concept_is_counted() -> None:
    """Subjects and objects count as phrases, predicates as verbs, and what a pack named is left out."""
    coffee, known = Mention("Coffee", "coffee"), Mention("sleep", "sleep", "https://example.org/sleep")
    claims = [
        claim(coffee, Mention("delays", "delay"), known),
        claim(coffee, Mention("is", "is a", "https://example.org/is"), Mention("a drink", "drink")),
        claim(coffee, Mention("delays", "delay"), None),
    ]
    phrases, verbs = counted(claims)
    assert phrases == {"coffee": 3, "drink": 1}
    assert verbs == {"delay": 2}
