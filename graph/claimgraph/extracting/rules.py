"""The rules that find predicates in a sentence, a visible list of small functions."""

from collections.abc import Callable, Iterator

from claimgraph.extracting.clauses import comes_of
from claimgraph.extracting.existing import existential, taking
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.naming import linking, made, naming, without
from claimgraph.extracting.nominal import appositive, nominal
from claimgraph.extracting.verbal import verbal
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, SentenceKind, Token

#: A function from a sentence and the word lists to the frames it finds.
Rule = Callable[[Sentence, English], Iterator[Frame]]

#: Every rule, in the order their frames come out; a new one is a new line here.
RULES: tuple[Rule, ...] = (verbal, existential, appositive, nominal, naming, made, linking, taking, without)

#: The fewest words of a fragment that may say something in passing.
_FEWEST = 6


def frames(sentence: Sentence, english: English, rules: tuple[Rule, ...] = RULES) -> Iterator[Frame]:
    """Yield the frames of a sentence, none for questions and headings.

    Args:
        sentence: to read.
        english: the word lists.
        rules: to apply, in order.
    """
    stated = sentence.kind is SentenceKind.STATEMENT
    if not stated and _claims_nothing(sentence):
        return
    for rule in rules:
        for frame in rule(sentence, english):
            if stated or _in_passing(sentence, frame, english):
                yield frame


def _claims_nothing(sentence: Sentence) -> bool:
    """Say whether nothing is claimed in a sentence that is no statement, not even in passing."""
    if sentence.kind in {SentenceKind.QUESTION, SentenceKind.HEADING}:
        return True
    adds = not sentence.deps.isdisjoint(("appos", "relcl"))
    return sentence.kind is SentenceKind.FRAGMENT and (len(sentence.tokens) < _FEWEST or not adds)


def _in_passing(sentence: Sentence, frame: Frame, english: English) -> bool:
    """Say whether a frame stands beside what a sentence asks or tells to do.

    That is so in a relative clause or apposition, in what an instruction gives for its reason ("avoid salt because it
    rusts steel") and in what is said to come of it ("stop at 80% and it will last longer").
    """
    start = frame.verbs[0] if frame.verbs else frame.head
    above = (sentence.tokens[start], *sentence.ancestors(start))
    if any(t.dep == "appos" or (t.dep == "relcl" and _adds(sentence, t)) for t in above):
        return True
    told = sentence.kind is SentenceKind.INSTRUCTION
    return told and any(_reasons(sentence, t, english) or comes_of(sentence, t, english) for t in above)


def _reasons(sentence: Sentence, clause: Token, english: English) -> bool:
    """Say whether a clause gives the reason for what its sentence tells to do."""
    marks = {k.lower for k in sentence.kids(clause.i, "mark")} if clause.dep == "advcl" else set()
    return bool(marks & english["clause.grounding_marks"]) and sentence.kid(clause.i, "nsubj", "nsubjpass") is not None


def _adds(sentence: Sentence, relative: Token) -> bool:
    """Say whether a relative clause adds something and does not pick out which is meant: a mark sets it off."""
    first = sentence.spans[relative.i][0]
    return first > 0 and sentence.tokens[first - 1].text in {",", "(", "—", "-"}
