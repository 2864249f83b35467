"""Who or what a verb is said of: its own subject, an antecedent, or the one it shares with the clause above."""

from collections.abc import Callable
from itertools import takewhile

from claimgraph.extracting.clauses import (
    RELATIVES,
    SUBJECTS,
    VERBAL,
    infinitive,
    interrupted,
    raised_report,
    relative_head,
)
from claimgraph.extracting.phrases import conjuncts
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

#: How many clauses up a shared subject is looked for.
_DEEPEST = 8
_TENSED = frozenset({"VBZ", "VBP", "VBD", "MD"})
_CLAUSAL = frozenset({"xcomp", "advcl", "ccomp", "dep", "parataxis"})


def subject(sentence: Sentence, verb: Token, english: English, depth: int = 0) -> Token | None:
    """Return the head noun of a verb's subject, None where nobody is named.

    Args:
        sentence: the verb's.
        verb: whose subject is asked for.
        english: the word lists.
        depth: how many clauses below the first one asked this one stands.
    """
    own = _nearest(sentence, verb)
    if own is not None:
        return _own(sentence, verb, own, english)
    if (beside := _beside(sentence, verb)) is not None:
        return beside
    if depth > _DEEPEST or verb.head == verb.i:
        return None
    sharing = next((way for dep, way in _SHARING if verb.dep in dep), None)
    return sharing(sentence, verb, english, depth + 1) if sharing is not None else None


def _nearest(sentence: Sentence, verb: Token) -> Token | None:
    """Return a verb's subject, the second where the parser gave it a time as well: "after the war the mill closed"."""
    found = sentence.kids(verb.i, *SUBJECTS)
    mark = sentence.kid(verb.i, "mark") if len(found) > 1 else None
    if mark is not None and mark.i < found[0].i and found[1].i < verb.i:
        return found[1]
    return found[0] if found else None


def _own(sentence: Sentence, verb: Token, own: Token, english: English) -> Token | None:
    """Return a verb's own subject, or what stands for it: the antecedent of "which", the focus of a cleft."""
    cleft = _cleft(sentence, verb) if own.lower == "what" else None
    if cleft is not None:
        return cleft
    antecedent = relative_head(sentence, verb) if own.lower in RELATIVES and own.dep != "csubj" else None
    if antecedent is not None and _comments(sentence, verb, own, antecedent, english):
        return None
    antecedent = _nearer(sentence, verb, own, antecedent) if antecedent is not None else None
    antecedent = _matter(sentence, verb, antecedent, english) if antecedent is not None else None
    antecedent = _person(sentence, own, antecedent, english) if antecedent is not None else None
    return _agreeing(sentence, verb, antecedent, english) if antecedent is not None else own


def _comments(sentence: Sentence, verb: Token, which: Token, noun: Token, english: English) -> bool:
    """Say whether "which" goes back to a whole clause: "it runs without mains power, which is a relief"."""
    said = sentence.kid(verb.i, "attr", "acomp") if verb.lemma == "be" and which.lower == "which" else None
    fewer = said is not None and said.lower in _AMOUNTS and noun.dep == "pobj"
    if said is None or not (fewer or said.lemma in english["clause.comments"]) or noun.dep in SUBJECTS:
        return False
    return sentence.tokens[which.i - 1].text == ","


#: What only an amount is: "rents rose by £9 more than in Kent, which is less than feared" is not about Kent.
_AMOUNTS = frozenset({"less", "more", "fewer"})


def _person(sentence: Sentence, who: Token, noun: Token, english: English) -> Token:
    """Return the people right before ", who" where the parser went back to a thing: "the mood of voters, who"."""
    if who.lower != "who" or noun.tag not in {"NN", "NNS"}:
        return noun
    people = english.of("person_nouns", "group_words") | {"public"}
    if noun.lemma in people:
        return noun
    near = sentence.tokens[who.i - 2] if who.i > 1 and sentence.tokens[who.i - 1].text == "," else noun
    return near if near.lemma in people and near.i > noun.i else noun


def _nearer(sentence: Sentence, verb: Token, which: Token, noun: Token) -> Token:
    """Return the noun right before ", which" that agrees with its verb, where the parser went back to a subject.

    "The pumps were not tested in frosts, which are the hardest trial" tells of frosts.
    """
    above = sentence.tokens[noun.head]
    set_off = which.lower == "which" and which.i > 0 and sentence.tokens[which.i - 1].text == ","
    if not set_off or noun.dep not in SUBJECTS or above.i > which.i:
        return noun
    finite = next((k for k in (*sentence.kids(verb.i, "aux", "auxpass"), verb) if k.tag in {"VBZ", "VBP"}), None)
    wanted = {"VBZ": {"NN", "NNP"}, "VBP": {"NNS", "NNPS"}}[finite.tag] if finite is not None else {"NN", "NNS"}
    between = [t for t in sentence.tokens[above.i : which.i] if t.dep in {"pobj", "dobj"} and t.tag in wanted]
    return between[-1] if between else noun


def _matter(sentence: Sentence, verb: Token, noun: Token, english: English) -> Token:
    """Return the question that is to be settled, not the thing: "aspects of the law that need clarifying"."""
    below = sentence.kid(verb.i, "xcomp")
    done = below if below is not None and verb.lemma in {"need", "have", "remain", "deserve"} else verb
    if done.lemma not in english["clause.settling"] or noun.lemma in english["clause.matters"]:
        return noun
    above = takewhile(lambda t: t.pos not in VERBAL or t.dep == "prep", sentence.ancestors(noun.i))
    return next((t for t in above if t.lemma in english["clause.matters"] and t.tag == noun.tag), noun)


def _agreeing(sentence: Sentence, verb: Token, noun: Token, english: English) -> Token | None:
    """Return a relative clause's antecedent, or the noun above it that the verb agrees with in number instead.

    In "methods of a firm that are cheap" only one noun fits; "it had good reviews, which is nice" is about none.
    """
    forms = (*sentence.kids(verb.i, "aux", "auxpass"), verb)
    finite = next((k for k in forms if k.tag in {"VBZ", "VBP"} or k.lower in {"was", "were"}), None)
    last = conjuncts(sentence, noun.i)[-1]
    one = finite is not None and (finite.tag == "VBZ" or finite.lower == "was")
    if one and last != noun.i and last + 1 < verb.i and sentence.tokens[last + 1].text == ",":
        return sentence.tokens[last]
    if finite is None or sentence.kid(noun.i, "conj") is not None or noun.tag not in {"NN", "NNS"}:
        return noun
    wanted = "NN" if finite.tag == "VBZ" or finite.lower == "was" else "NNS"
    if noun.tag == wanted:
        return noun
    above = (t for t in sentence.ancestors(noun.i) if t.pos in {"NOUN", *VERBAL})
    for token in above:
        if token.pos in VERBAL:
            break
        if token.tag == wanted:
            return token
    which = sentence.kid(verb.i, "nsubj", "nsubjpass")
    set_off = which is not None and which.lower == "which" and sentence.tokens[which.i - 1].text == ","
    many = finite.lower == "were" and noun.lemma not in english["group_words"]
    return None if (set_off and wanted == "NN") or many else noun


def _cleft(sentence: Sentence, verb: Token) -> Token | None:
    """Return what a pseudo-cleft is about: "heat is what kills it", "what kills it is heat"."""
    copula = sentence.tokens[verb.head]
    if copula.lemma != "be" or copula.i == verb.i:
        return None
    deps = ("nsubj", "csubj") if verb.dep in {"ccomp", "attr"} else ("attr",)
    found = sentence.kid(copula.i, *deps)
    return found if found is not None and found.i != verb.i else None


def _beside(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun before a finite verb that the parser gave to the clause before: "as far as I know cells are"."""
    if verb.dep != "conj" or verb.tag not in {"VBZ", "VBP", "VBD"} or verb.i == 0:
        return None
    before = sentence.tokens[verb.i - 1]
    inside = sentence.tokens[before.head]
    noun = before.pos in {"NOUN", "PROPN", "PRON"} and before.dep in {"dobj", "pobj"}
    return before if noun and inside.i != verb.head and inside.i < before.i else None


def _of_noun(sentence: Sentence, verb: Token, english: English, depth: int) -> Token | None:
    """Return the noun that a relative clause or participle tells of."""
    parent = sentence.tokens[verb.head]
    return parent if parent.pos not in VERBAL else subject(sentence, parent, english, depth)


def _of_coordinated(sentence: Sentence, verb: Token, english: English, depth: int) -> Token | None:
    """Return the subject a coordinated verb shares; of a verb coordinated with a noun, that of the verb above it."""
    parent = sentence.tokens[verb.head]
    above = (parent, *sentence.ancestors(parent.i))
    governor = next((t for t in above if t.pos in VERBAL), None)
    if governor is None:
        return None
    told = interrupted(sentence, governor, english)
    return subject(sentence, told if told is not None else governor, english, depth)


def _of_clause(sentence: Sentence, verb: Token, english: English, depth: int) -> Token | None:
    """Return the subject a subordinate verb shares: the object it is said of, else the subject above."""
    parent = sentence.tokens[verb.head]
    thing = sentence.kid(parent.i, "dobj")
    if thing is not None and thing.lower in RELATIVES and thing.i < parent.i:
        thing = relative_head(sentence, parent) or thing
    if verb.dep in {"xcomp", "advcl", "ccomp"} and raised_report(sentence, parent, english) is verb:
        return thing
    if verb.dep == "xcomp" and thing is not None and parent.pos == "VERB":
        return thing
    if (
        verb.lemma == "be"
        and infinitive(sentence, verb)
        and (found := _found_to_be(sentence, parent, english)) is not None
    ):
        return found
    if verb.dep == "ccomp" and any(t.tag in _TENSED for t in (verb, *sentence.kids(verb.i, "aux", "auxpass"))):
        return None
    above = parent if parent.pos in VERBAL else sentence.tokens[parent.head]
    return subject(sentence, above, english, depth)


def _found_to_be(sentence: Sentence, finding: Token, english: English) -> Token | None:
    """Return what a relative clause tells of where its people find that to be so: "claims they found to be false"."""
    if finding.lemma not in english["clause.finding"] or sentence.kid(finding.i, "auxpass") is not None:
        return None
    first = finding
    while first.dep == "conj" and sentence.tokens[first.head].pos == "VERB":
        first = sentence.tokens[first.head]
    own = sentence.kid(first.i, "nsubj")
    within = first.dep in {"relcl", "acl"} and own is not None and own.tag not in {"WDT", "WP"}
    return relative_head(sentence, finding) if within else None


def _of_gerund(sentence: Sentence, verb: Token, english: English, depth: int) -> Token | None:
    """Return the subject of the clause that a gerund after a preposition hangs on: "by cooling the room"."""
    leads = sentence.tokens[verb.head]
    governor = sentence.tokens[leads.head]
    if leads.lower == "by" and sentence.kid(governor.i, "auxpass") is not None:
        return None
    while governor.pos not in VERBAL and governor.head != governor.i:
        governor = sentence.tokens[governor.head]
    return subject(sentence, governor, english, depth) if governor.pos in VERBAL else None


#: Whose subject a verb without one shares, by how it hangs on the rest.
_SHARING: tuple[tuple[frozenset[str], Callable[[Sentence, Token, English, int], Token | None]], ...] = (
    (frozenset({"acl", "relcl"}), _of_noun),
    (frozenset({"conj"}), _of_coordinated),
    (_CLAUSAL, _of_clause),
    (frozenset({"pcomp"}), _of_gerund),
)
