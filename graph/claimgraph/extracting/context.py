"""What the clauses above a predicate say of it: asserted or not, by whom, how firmly."""

from dataclasses import replace

from claimgraph.extracting.frame import Context
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_WISHES = frozenset(
    {"hope", "wish", "want", "pray", "dream", "pretend", "imagine", "wonder", "ask", "request", "demand", "prefer"}
)
_DUTY = frozenset(
    {
        "important",
        "essential",
        "necessary",
        "advisable",
        "best",
        "vital",
        "crucial",
        "worth",
        "time",
        "hard",
        "easy",
        "difficult",
        "possible",
    }
)
_TRUTH = frozenset(
    {
        "clear",
        "true",
        "obvious",
        "evident",
        "certain",
        "sure",
        "undeniable",
        "known",
        "fact",
        "problem",
        "reason",
        "point",
        "thing",
        "news",
        "result",
        "truth",
        "issue",
        "conclusion",
        "advantage",
        "downside",
        "upside",
        "catch",
        "trouble",
        "answer",
        "bottom",
    }
)
_FALSE = frozenset({"false", "untrue", "wrong", "myth", "misconception", "fallacy", "lie", "hoax"})
_MAYBE = frozenset(
    {
        "likely",
        "possible",
        "probable",
        "plausible",
        "conceivable",
        "possibility",
        "chance",
        "hope",
        "idea",
        "theory",
        "hypothesis",
        "belief",
        "opinion",
        "suggestion",
        "claim",
        "view",
        "unlikely",
    }
)


def context(sentence: Sentence, start: int, english: English) -> Context:
    """Return what the clauses above a predicate say of it.

    Args:
        sentence: the predicate's.
        start: index of the predicate's outermost verb.
        english: the word lists.
    """
    found = Context()
    here = sentence.tokens[start]
    while found.asserted:
        told = trailing_report(sentence, here, english)
        if told is not None and told.i != start:
            found = replace(
                found, speakers=(*found.speakers, _subject_of(sentence, told)), verbs=(*found.verbs, told.i)
            )
        if here.head == here.i:
            if any(
                mark_word(sentence, k) in english["clause.conditional_marks"] for k in sentence.kids(here.i, "mark")
            ):
                found = replace(found, asserted=False)
            break
        parent = sentence.tokens[here.head]
        content = here.dep == "relcl" and _that_clause(sentence, here)
        if here.dep == "relcl" and here.tag == "VB" and _infinitive(sentence, here):
            found = replace(found, asserted=False)
            break
        if not content and here.dep == "relcl" and _restrictive(sentence, here, parent, english):
            found = replace(found, asserted=False)
            break
        if not content and (
            here.dep in {"relcl", "appos"}
            or (here.dep == "acl" and not _that_clause(sentence, here) and not _infinitive(sentence, here))
        ):
            return _presupposed(sentence, parent, found, english)
        if here.dep != "xcomp" or here.i == start:
            found = _step(sentence, here, parent, found, english)
        here = parent
    return found


def mark_word(sentence: Sentence, token: Token) -> str:
    """Return a conjunction in lower case; an acronym that looks like one ("IF") as it stands."""
    return (
        token.text
        if token.text.isupper() and len(token.text) > 1 and not sentence.tokens[-2].text.isupper()
        else token.lower
    )


def _presupposed(sentence: Sentence, noun: Token, found: Context, english: English) -> Context:
    """Return the context of what is said in passing of a noun: the speakers above hold, their doubts do not."""
    above = context(sentence, noun.i, english)
    return replace(found, speakers=(*found.speakers, *above.speakers), verbs=(*found.verbs, *above.verbs))


def _restrictive(sentence: Sentence, verb: Token, noun: Token, english: English) -> bool:
    """Say whether a relative clause only picks out which people are meant: "people who fast", "anyone who smokes"."""
    generic = noun.lemma in english["person_nouns"] or noun.lower in {
        "anyone",
        "someone",
        "everyone",
        "anybody",
        "nobody",
        "those",
        "one",
        "ones",
        "all",
    }
    determiner = sentence.kid(noun.i, "det")
    definite = (determiner is not None and determiner.lower in {"the", "this", "these"}) or noun.pos == "PROPN"
    comma = noun.i + 1 < len(sentence.tokens) and sentence.tokens[noun.i + 1].text == ","
    relative = any(k.tag in {"WP", "WDT"} for k in sentence.kids(verb.i))
    return generic and relative and not comma and not definite


def raised_report(sentence: Sentence, verb: Token, english: English) -> Token | None:
    """Return the infinitive that tells what a report says of its object: "studies have shown stress to cause this"."""
    if verb.lemma not in _RAISING_REPORTS or verb.pos != "VERB":
        return None
    thing = sentence.kid(verb.i, "dobj")
    if thing is None:
        return None
    below = sentence.kids(verb.i, "xcomp", "advcl", "ccomp")
    return next(
        (k for k in below if k.i > thing.i and k.tag == "VB" and _infinitive(sentence, k) and k.i - thing.i < 6), None
    )


_RAISING_REPORTS = frozenset(
    {
        "show",
        "find",
        "believe",
        "report",
        "prove",
        "think",
        "consider",
        "know",
        "suspect",
        "estimate",
        "judge",
        "understand",
        "reveal",
        "demonstrate",
        "claim",
    }
)


def trailing_report(sentence: Sentence, verb: Token, english: English) -> Token | None:
    """Return the verb of a report that interrupts or follows a clause: "A, she argues, does B", "A does B, X said"."""
    for kid in sentence.kids(verb.i, "parataxis", "conj", "ccomp", "dep"):
        if kid.lemma not in english["report_verbs"] or kid.tag not in {"VBD", "VBZ", "VBP", "VBN"}:
            continue
        subject = sentence.kid(kid.i, "nsubj")
        if (
            subject is None
            or sentence.kid(kid.i, "dobj", "ccomp", "xcomp", "mark", "attr", "acomp") is not None
            or subject.tag in {"WP", "WDT"}
        ):
            continue
        first = sentence.spans[kid.i][0]
        linked = any(t.dep == "cc" and t.head == verb.i for t in sentence.tokens[max(0, first - 2) : first])
        if (first > 0 and not linked and sentence.tokens[first - 1].text in {",", '"', "-", ";"}) or sentence.tokens[
            first
        ].text == ",":
            return kid
    return None


def _subject_of(sentence: Sentence, verb: Token) -> int:
    """Return the index of a verb's subject, -1 where it has none."""
    subject = sentence.kid(verb.i, "nsubj")
    return subject.i if subject is not None else -1


def _step(sentence: Sentence, here: Token, parent: Token, found: Context, english: English) -> Context:
    """Return the context with one more clause above taken in."""
    if here.dep in {"advcl", "xcomp", "ccomp"} and raised_report(sentence, parent, english) is here:
        return _under_report(sentence, parent, found, negated(sentence, parent.i, english), english)
    if here.dep in {"ccomp", "csubj", "xcomp", "acl", "relcl"} and (
        here.dep not in {"acl", "relcl"} or _that_clause(sentence, here)
    ):
        return _under_complement(sentence, here, parent, found, english)
    if here.dep == "acl" and _infinitive(sentence, here):
        return replace(found, asserted=False)
    if here.dep == "advcl":
        return _under_adverbial(sentence, here, found, english)
    if here.dep == "pcomp":
        return (
            found
            if parent.lower in {"by", "through", "without", "in", "with", "while"}
            else replace(found, asserted=False)
        )
    if here.dep == "conj":
        return _beside_report(sentence, here, parent, found, english)
    return found


def _beside_report(sentence: Sentence, here: Token, parent: Token, found: Context, english: English) -> Context:
    """Return the context of a clause that goes on with what a report began: "X found that A, but B" reports B too."""
    reported = sentence.kid(parent.i, "ccomp")
    if parent.lemma not in english["report_verbs"] or reported is None or not parent.i < reported.i < here.i:
        return found
    if sentence.kid(here.i, "nsubj", "nsubjpass", "expl") is None or here.lemma in english["report_verbs"]:
        return found
    between = {t.lower for t in sentence.tokens[reported.i : here.i] if t.dep == "cc"}
    return _under_report(sentence, parent, found, (), english) if between & {"but", "and"} else found


def _that_clause(sentence: Sentence, here: Token) -> bool:
    """Say whether a clause under a noun tells the noun's content ("no evidence that it works")."""
    mark = sentence.kid(here.i, "mark")
    if here.dep == "relcl" and sentence.tokens[here.head].lemma in CONTENT:
        mark = next((k for k in sentence.kids(here.i, "dobj", "mark") if k.lower == "that"), None)
    return mark is not None and mark.lower == "that" and sentence.kid(here.i, *SUBJECTS) is not None


CONTENT = frozenset(
    {
        "sign",
        "evidence",
        "proof",
        "fact",
        "idea",
        "doubt",
        "claim",
        "indication",
        "belief",
        "myth",
        "hint",
        "suggestion",
        "news",
        "chance",
        "guarantee",
        "hope",
    }
)


def _infinitive(sentence: Sentence, here: Token) -> bool:
    """Say whether a verb is an infinitive with "to"."""
    return any(k.lower == "to" and k.dep == "aux" for k in sentence.kids(here.i))


def _under_adverbial(sentence: Sentence, here: Token, found: Context, english: English) -> Context:
    """Return the context of an adverbial clause: a condition or purpose is not asserted."""
    marks = [mark_word(sentence, k) for k in sentence.kids(here.i, "mark", "advmod")]
    if (
        here.tag in {"VBG", "VBN"}
        and here.lemma in {"say", "put", "speak", "tell", "give", "oppose", "compare", "depend"}
        and here.i < sentence.tokens[here.head].i
    ):
        return replace(found, asserted=False)
    if any(m in english["clause.conditional_marks"] or m in {"before", "until", "till", "how", "lest"} for m in marks):
        return replace(found, asserted=False)
    if _infinitive(sentence, here) and sentence.kid(here.i, *SUBJECTS) is None:
        return replace(found, asserted=False)
    if (
        "as" in marks
        and (here.lemma in english["report_verbs"] or here.lemma == "put")
        and sentence.kid(here.i, "nsubj")
    ):
        return replace(found, asserted=False)
    if "when" in marks or "whenever" in marks:
        return replace(found, asserted=False)
    return found


def negated(sentence: Sentence, i: int, english: English) -> tuple[int, ...]:
    """Return the negating words that hang directly on a token, pseudo-negations ("not only") left out."""
    found = []
    for kid in sentence.kids(i):
        if (
            kid.dep == "neg"
            or kid.lower in {"not", "n't", "never"}
            or (kid.dep == "advmod" and kid.lower in english["near_negators"] - {"few", "little"})
        ):
            following = sentence.tokens[kid.i + 1].lower if kid.i + 1 < len(sentence.tokens) else ""
            if following in {"only", "just", "merely", "simply", "solely", "necessarily"} and kid.lower != "never":
                continue
            found.append(kid.i)
    return tuple(found)


def _under_complement(sentence: Sentence, here: Token, parent: Token, found: Context, english: English) -> Context:
    """Return the context of a clause that another one reports, judges or asks about."""
    marks = {mark_word(sentence, k) for k in sentence.kids(here.i, "mark")} | {
        k.lower for k in sentence.kids(here.i, "advmod") if k.tag == "WRB"
    }
    negations = negated(sentence, parent.i, english)
    first = sentence.tokens[sentence.spans[here.i][0]] if here.dep == "ccomp" else here
    asks = (
        bool(marks & {"if", "whether"}) or first.tag in {"WP", "WRB"} or (first.tag == "WDT" and first.lower == "what")
    )
    asks = asks or any(
        k.tag in {"WRB", "WP", "WDT"} and k.i < here.i
        for k in sentence.kids(here.i, "advmod", "dobj", "nsubj", "attr", "pobj")
    )
    if parent.pos in {"NOUN", "PROPN"}:
        return _under_noun(sentence, parent, found, english)
    if independent(sentence, here, parent, english):
        return found
    if asks:
        remains = parent.lemma in {"see", "know"} and any(
            a.lemma == "remain" for a in (parent, *sentence.ancestors(parent.i))
        )
        return replace(found, asserted=remains, speculative=True, hedges=(*found.hedges, parent.i))
    if parent.lemma in _WISHES and here.dep != "parataxis":
        return replace(found, asserted=False)
    if parent.lemma == "be" or parent.pos == "ADJ":
        return _under_judgement(sentence, here, parent, found, negations, english)
    if parent.lemma in english["report_verbs"] | english["denial_verbs"] or _tells(sentence, here, parent):
        return _under_report(sentence, parent, found, negations, english)
    finite = here.tag in {"VBD", "VBZ", "VBP"}
    if parent.tag == "VBN" and sentence.kid(parent.i, *SUBJECTS, "aux") is None and here.i > parent.i and finite:
        return found
    return replace(found, asserted=False)


def independent(sentence: Sentence, here: Token, parent: Token, english: English) -> bool:
    """Say whether the parser hung a main or causal clause under a later one: "A is B, C does D", "since A is B, C ..."."""
    if here.dep != "ccomp" or here.i > parent.i or _infinitive(sentence, here):
        return False
    if parent.lemma in english["report_verbs"] and not _complete(sentence, here, parent):
        return False
    marks = {k.lower for k in sentence.kids(here.i, "mark")}
    if marks and not marks <= {"since", "because", "although", "though", "while", "whereas", "as"}:
        return False
    own = sentence.kid(parent.i, *SUBJECTS)
    return sentence.kid(here.i, *SUBJECTS, "expl") is not None and own is not None and own.i > here.i


def _tells(sentence: Sentence, here: Token, parent: Token) -> bool:
    """Say whether a verb tells what its "that" clause says, as most verbs with one do; not those that make it so."""
    if parent.lemma in {
        "ensure",
        "require",
        "demand",
        "insist",
        "propose",
        "request",
        "order",
        "ask",
        "prefer",
        "guarantee",
        "arrange",
        "care",
        "mind",
        "fear",
        "worry",
    }:
        return False
    mark = sentence.kid(here.i, "mark")
    return (
        mark is not None
        and mark.lower == "that"
        and here.dep == "ccomp"
        and here.tag in {"VBZ", "VBP", "VBD", "MD", "VB", "VBN", "VBG"}
        and parent.pos == "VERB"
    )


def _complete(sentence: Sentence, here: Token, parent: Token) -> bool:
    """Say whether a verb of saying after a clause has an object of its own, so that the clause is not what is said."""
    subject = sentence.kid(parent.i, "nsubj")
    told = sentence.kid(parent.i, "dobj")
    if told is not None and parent.lemma not in {
        "tell",
        "remind",
        "inform",
        "assure",
        "warn",
        "advise",
        "persuade",
        "convince",
    }:
        return True
    so = [
        k
        for k in sentence.kids(parent.i, "advmod", "mark", "cc")
        if k.lower in {"so", "therefore", "but", "and", "thus"}
    ]
    return subject is not None and any(here.i < k.i < subject.i for k in so)


def _under_noun(sentence: Sentence, parent: Token, found: Context, english: English) -> Context:
    """Return the context of a noun's content clause: "no evidence that", "the myth that", "the idea that"."""
    denied = any(k.lower in english["negative_determiners"] for k in sentence.kids(parent.i, "det", "neg"))
    if not denied and parent.head != parent.i:
        denied = bool(negated(sentence, parent.head, english))
    if parent.lemma in {
        "guarantee",
        "assurance",
        "promise",
        "need",
        "requirement",
        "condition",
        "demand",
        "wish",
        "fear",
        "risk",
        "danger",
        "concern",
        "worry",
    }:
        return replace(found, asserted=False)
    judged = sentence.tokens[parent.head]
    verdict = sentence.kid(judged.i, "acomp", "attr") if parent.dep == "nsubj" and judged.lemma == "be" else None
    if verdict is not None and verdict.lemma in _FALSE:
        return replace(found, flipped=not found.flipped)
    if parent.lemma in _FALSE:
        return replace(found, flipped=not found.flipped ^ denied)
    if parent.lemma in {"doubt", "question"} and denied:
        return found
    if parent.lemma in _MAYBE:
        return replace(found, flipped=found.flipped ^ denied, hedges=(*found.hedges, parent.i))
    return replace(found, flipped=found.flipped ^ denied, hedges=found.hedges)


def _under_judgement(
    sentence: Sentence, here: Token, parent: Token, found: Context, negations: tuple[int, ...], english: English
) -> Context:
    """Return the context of "it is clear that", "it is not true that", "the problem is that"."""
    judged = parent if parent.pos == "ADJ" else None
    word = judged or sentence.kid(parent.i, "acomp", "attr")
    subject = sentence.kid(parent.i, *SUBJECTS)
    words = {t.lemma for t in (word, subject) if t is not None}
    flipped = found.flipped ^ (len(negations) % 2 == 1)
    if words & _FALSE:
        return replace(found, flipped=not flipped)
    if words & _MAYBE:
        weak = tuple(t.i for t in (word, subject) if t is not None and t.lemma in _MAYBE)
        flipped ^= "unlikely" in words
        return replace(found, flipped=flipped, hedges=(*found.hedges, *weak))
    if _infinitive(sentence, here) or words & _DUTY:
        return replace(found, asserted=False)
    if words & _TRUTH or here.dep == "ccomp":
        return replace(found, flipped=flipped)
    return replace(found, asserted=False)


def _under_report(
    sentence: Sentence, parent: Token, found: Context, negations: tuple[int, ...], english: English
) -> Context:
    """Return the context of reported speech or thought, with the speaker where one is named."""
    subject = sentence.kid(parent.i, "nsubj") or _shared_subject(sentence, parent)
    if subject is not None and (
        subject.lower in english["negative_pronouns"]
        or any(k.lower in {"no", "neither"} for k in sentence.kids(subject.i, "det"))
    ):
        negations = (*negations, subject.i)
    passive = sentence.kid(parent.i, "nsubjpass", "auxpass") is not None
    if subject is not None and subject.lower in english["second_person"]:
        return replace(found, asserted=False)
    flipped, hedges, asserted = found.flipped, found.hedges, True
    if parent.lemma in english["denial_verbs"]:
        flipped = not flipped
        hedges = (*hedges, parent.i) if parent.lemma in {"doubt", "question"} else hedges
    if negations:
        raising = (
            parent.lemma in english["neg_raising"]
            or parent.lemma in english["factive_verbs"]
            or parent.lemma in {"say", "claim", "doubt", "deny"}
        )
        asserted = raising
        flipped = not flipped
        if parent.lemma in {"say", "claim"} and not found.flipped:
            hedges = (*hedges, parent.i)
    speculative = found.speculative or parent.lemma in english["speculations"]
    if (
        parent.lemma in english["hedge_verbs"]
        or speculative
        or any(k.lower in english["hedges"] - {"would"} for k in sentence.kids(parent.i, "aux", "advmod"))
    ):
        hedges = (*hedges, parent.i)
    speaker = -1 if passive or subject is None else subject.i
    return replace(
        found, asserted=asserted, flipped=flipped, hedges=hedges, speculative=speculative,
        speakers=(*found.speakers, speaker), verbs=(*found.verbs, parent.i),
    )  # fmt: skip


def _shared_subject(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject a coordinated verb shares with the one before it."""
    while verb.dep in {"conj", "xcomp"} and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
        subject = sentence.kid(verb.i, "nsubj")
        if subject is not None:
            return subject
    return None
