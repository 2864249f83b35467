"""What the clauses above a predicate say of it: asserted or not, by whom, how firmly.

Whether a cue reaches a clause is told by the tree, where ConText (Harkema et al. 2009) counts words; what a matrix verb
does to its clause follows the factuality profiles of Saurí & Pustejovsky, "FactBank", 2009, section 3.
"""

from dataclasses import replace

from claimgraph.extracting.clauses import (
    SUBJECTS,
    VERBAL,
    cleft,
    correlates,
    during,
    infinitive,
    interrupted,
    mark_word,
    negated,
    raised_report,
    that_clause,
    trailing_report,
    unaware,
)
from claimgraph.extracting.complements import told_unnamed, under_complement, under_report
from claimgraph.extracting.frame import Context
from claimgraph.extracting.objecting import objected_to
from claimgraph.extracting.refuting import calls_false
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token


def context(sentence: Sentence, start: int, english: English) -> Context:
    """Return what the clauses above a predicate say of it.

    Args:
        sentence: the predicate's.
        start: index of the predicate's outermost verb.
        english: the word lists.
    """
    here = sentence.tokens[start]
    found = Context(asserted=not correlates(sentence, start))
    passed = {start}
    announcing = _announcing(sentence, start, english)
    while found.asserted:
        passed.add(here.i)
        if announcing is not None and _left(sentence, here):
            return under_report(sentence, announcing, found, negated(sentence, announcing.i, english), english)
        told = trailing_report(sentence, here, english)
        if told is not None and told.i not in passed:
            found = _told_by(sentence, told, found, english)
        if here.head == here.i:
            return _at_root(sentence, start, here, found, english)
        parent = sentence.tokens[here.head]
        outer = _outer_report(sentence, here, parent, english) or objected_to(sentence, here, parent, english)
        if outer is not None:
            here = outer
            continue
        held = _picks_out(sentence, here, parent, english) or _instead_of(sentence, here)
        if held or _of_what_may_be(sentence, here) or _of_none_in_particular(sentence, here, parent):
            return replace(found, asserted=False)
        if _in_passing(sentence, here, english):
            if _no_way(sentence, here, parent, english):
                above = context(sentence, parent.head, english) if parent.head != parent.i else found
                return replace(found, asserted=above.asserted, flipped=not found.flipped)
            be = cleft(sentence, here)
            denied = be is not None and bool(negated(sentence, be.i, english))
            return _presupposed(sentence, parent, replace(found, flipped=found.flipped ^ denied), english)
        tough = parent.pos == "ADJ" and parent.lemma not in english["capacity_adjectives"]
        if here.dep != "xcomp" or here.i == start or tough:
            found = _step(sentence, here, parent, found, english)
        here = parent
    return found


def _at_root(sentence: Sentence, start: int, root: Token, found: Context, english: English) -> Context:
    """Return the context of a predicate with what the root of its sentence, and what is told of it as a whole, add."""
    told_false = start == root.i and _disproved(sentence, root, english)
    asserted = not _conditional(sentence, root, english)
    turned = told_false ^ (sentence.refuted >= 0)
    return replace(found, asserted=asserted, flipped=found.flipped ^ turned) if turned or not asserted else found


def _outer_report(sentence: Sentence, here: Token, parent: Token, english: English) -> Token | None:
    """Return the reported clause that a clause goes on with where the parser took the one it reports in turn.

    Its tense tells: "she said that men had told them that it was shut and that goods had been stolen".
    """
    teller = sentence.tokens[parent.head]
    if here.dep != "conj" or "had" not in sentence.lowers or parent.dep != "ccomp" or teller.dep != "ccomp":
        return None
    first = sentence.tokens[teller.head]
    reports = teller.lemma in english["report_verbs"] and first.lemma in english["report_verbs"] and first.tag == "VBD"
    said = all(sentence.has(t.i, ("that",), "mark") for t in (teller, here))
    earlier = [sentence.has(t.i, ("had",), "aux") for t in (teller, parent, here)]
    return teller if reports and said and earlier == [True, False, True] else None


def _no_way(sentence: Sentence, here: Token, noun: Token, english: English) -> bool:
    """Say whether a clause tells what there is no way for: "no way that it could", "no mechanism by which it could"."""
    own = sentence.kid(here.i, "nsubj", "nsubjpass")
    denied = sentence.has(noun.i, english["negative_determiners"], "det", "neg")
    free = own is not None and own.tag not in {"WDT", "WP"}
    return here.dep == "relcl" and noun.lemma in english["clause.ways"] and denied and free


def _disproved(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether what goes on from a clause calls it false: "but this has been disproven", "but it's a myth"."""
    if "but" not in sentence.lowers:
        return False
    later = (k for k in sentence.kids(verb.i, "conj") if calls_false(sentence, k, english))
    return any("but" in {t.lower for t in sentence.tokens[verb.i : k.i]} for k in later)


def _told_by(sentence: Sentence, verb: Token, found: Context, english: English) -> Context:
    """Return the context with the speaker of a report that interrupts or follows the clause, hedged by hearsay."""
    if sentence.kid(verb.i, "nsubjpass") is not None:
        heard = verb.lemma in english.of("clause.hearsay", "hedge_verbs")
        found = replace(found, hedges=(*found.hedges, verb.i)) if heard else found
        others = told_unnamed(sentence, verb, english)
        return replace(found, speakers=(*found.speakers, verb.i), verbs=(*found.verbs, verb.i)) if others else found
    who = sentence.kid(verb.i, "nsubj")
    speaker = who.i if who is not None else -1
    return replace(found, speakers=(*found.speakers, speaker), verbs=(*found.verbs, verb.i))


def _announcing(sentence: Sentence, start: int, english: English) -> Token | None:
    """Return the verb that tells who says what stands behind a colon: "she said two things: rents fell, wages rose"."""
    if ":" not in sentence.lowers or sentence.lowers.isdisjoint(english["clause.announced"]):
        return None
    colon = next(t.i for t in sentence.tokens if t.text == ":")
    known = english.of("report_verbs", "clause.being_told")
    for noun in sentence.tokens[max(0, colon - 3) : colon] if colon < start else ():
        verb = sentence.tokens[noun.head]
        if noun.lower in english["clause.announced"] and noun.dep == "dobj" and verb.lemma in known:
            return verb
    return None


def _left(sentence: Sentence, here: Token) -> bool:
    """Say whether a clause hangs on nothing that stands behind the colon before it."""
    above = sentence.tokens[here.head]
    return here.i == above.i or any(t.text == ":" for t in sentence.tokens[above.i : here.i])


def _conditional(sentence: Sentence, root: Token, english: English) -> bool:
    """Say whether a whole sentence stands under a condition."""
    marks = sentence.kids(root.i, "mark")
    return any(mark_word(sentence, k) in english["clause.conditional_marks"] for k in marks)


def _picks_out(sentence: Sentence, verb: Token, noun: Token, english: English) -> bool:
    """Say whether a relative clause claims nothing: "a pump to drain it", or one that picks out which people are meant.

    That is so of "people who fast" and "anyone who smokes", not of "my uncle, who smokes".
    """
    if verb.dep in {"relcl", "acl"} and unaware(sentence, noun, english):
        return not that_clause(sentence, verb, english)
    if verb.dep != "relcl":
        return False
    when = sentence.has(verb.i, ("when", "where"), "advmod")
    if infinitive(sentence, verb) or (when and noun.lemma in english["clause.occasions"]):
        return True
    generic = noun.lemma in english["person_nouns"] or noun.lower in english["clause.anybody"]
    determiner = sentence.kid(noun.i, "det")
    definite = (determiner is not None and determiner.lower in {"the", "this", "these"}) or noun.pos == "PROPN"
    comma = noun.i + 1 < len(sentence.tokens) and sentence.tokens[noun.i + 1].text == ","
    opening = sentence.tokens[sentence.spans[verb.i][0]]
    relative = opening.tag == "WP$" or any(k.tag in {"WP", "WDT"} for k in sentence.kids(verb.i))
    return generic and relative and not comma and not definite and not that_clause(sentence, verb, english)


def _in_passing(sentence: Sentence, here: Token, english: English) -> bool:
    """Say whether a clause only adds something to a noun: a relative clause, participle or apposition."""
    if here.dep == "appos":
        return True
    if here.dep not in {"relcl", "acl"} or that_clause(sentence, here, english):
        return False
    return here.dep == "relcl" or not infinitive(sentence, here)


def _presupposed(sentence: Sentence, noun: Token, found: Context, english: English) -> Context:
    """Return the context of what is said in passing of a noun: the speakers above hold, their doubts do not."""
    if _comments(sentence, noun):
        return found
    above = context(sentence, noun.i, english)
    determiner = sentence.kid(noun.i, "det", "poss")
    indefinite = noun.pos == "NOUN" and (determiner is None or determiner.lower in {"a", "an", "any", "some"})
    if indefinite and _supposed(sentence, noun, english):
        return replace(found, asserted=False)
    if not (above.speakers or above.verbs):
        return _said_above(sentence, noun, found, english)
    return replace(found, speakers=(*found.speakers, *above.speakers), verbs=(*found.verbs, *above.verbs))


def _said_above(sentence: Sentence, noun: Token, found: Context, english: English) -> Context:
    """Return the context of what is said in passing where an open clause stands between it and a report."""
    for clause in sentence.ancestors(noun.i):
        report = sentence.tokens[clause.head]
        if clause.dep == "ccomp" and report.i < clause.i and report.lemma in english["report_verbs"]:
            told = under_report(sentence, report, found, (), english)
            return replace(found, speakers=told.speakers, verbs=told.verbs)
    return found


def _comments(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun takes up all that was said before it, which the reporter does: "..., something he denies"."""
    return noun.lemma == "something" and noun.dep in {"npadvmod", "appos"} and sentence.tokens[noun.i - 1].text == ","


def _supposed(sentence: Sentence, noun: Token, english: English) -> bool:
    """Say whether a noun stands in a clause of condition or comparison: "if you drive a car that is old"."""
    clauses = (t for t in sentence.ancestors(noun.i) if t.dep == "advcl")
    marks = english["clause.conditional_marks"] | {"than"}
    return any(k.lower in marks for t in clauses for k in sentence.kids(t.i, "mark"))


def _step(sentence: Sentence, here: Token, parent: Token, found: Context, english: English) -> Context:
    """Return the context with one more clause above taken in."""
    if here.dep in {"advcl", "xcomp", "ccomp"} and raised_report(sentence, parent, english) is here:
        return under_report(sentence, parent, found, negated(sentence, parent.i, english), english)
    if here.dep in {"relcl", "advcl"} and _no_matter_what(sentence, here):
        return replace(found, asserted=False)
    of_noun = here.dep in {"acl", "relcl"} and that_clause(sentence, here, english)
    if here.dep in {"ccomp", "csubj", "xcomp"} or of_noun:
        return under_complement(sentence, here, found, english)
    if here.dep == "advcl":
        return _under_adverbial(sentence, here, found, english)
    if here.dep == "conj":
        return _beside_report(sentence, here, parent, found, english)
    purpose = here.dep == "acl" and infinitive(sentence, here)
    leads = parent.lower in english["clause.gerund_prepositions"] and not _asks(sentence, here)
    noun = sentence.tokens[parent.head]
    helped = noun.dep == "dobj" and sentence.tokens[noun.head].lemma in english["clause.helping"]
    in_noun = parent.lower == "in" and noun.pos == "NOUN" and noun.lemma not in english["clause.helping"] and not helped
    is_by = parent.lower == "by" and noun.lemma == "be"
    governed = here.dep == "pcomp" and (not leads or is_by or in_noun)
    return replace(found, asserted=False) if purpose or governed else found


def _asks(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause behind a preposition is a question: "a difference in how much heat it takes"."""
    opening = sentence.tokens[sentence.spans[verb.i][0] : verb.i]
    return any(t.tag in {"WRB", "WP", "WP$"} or (t.tag == "WDT" and t.lower == "what") for t in opening[:2])


def _instead_of(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause tells what is not done, or the standard of more: "rather than go", "than is needed".

    So does what others are as likely to do: "vans are twice as likely as cars to be stopped".
    """
    if sentence.lowers.isdisjoint(("than", "instead", "as")):
        return False
    first = sentence.spans[verb.i][0]
    opening = {mark_word(sentence, k) for k in sentence.kids(verb.i, "mark")}
    measured = any(k.lower == "as" for k in sentence.kids(verb.head, "advmod"))
    if "as" in opening and measured and sentence.tokens[verb.head].dep == "acomp" and infinitive(sentence, verb):
        return True
    near = ([t.lower for t in sentence.tokens[max(0, i - 2) : i]] for i in (first, verb.i))
    return "than" in opening or any(words in (["rather", "than"], ["instead", "of"]) for words in near)


def _beside_report(sentence: Sentence, here: Token, parent: Token, found: Context, english: English) -> Context:
    """Return the context of a clause that goes on with what a report began: "X found that A, but B" reports B too."""
    reported = sentence.kid(parent.i, "ccomp")
    if interrupted(sentence, parent, english) is not None and here.lemma not in english["report_verbs"]:
        return under_report(sentence, parent, found, (), english)
    if parent.lemma not in english["report_verbs"] or reported is None or not parent.i < reported.i < here.i:
        return found
    if sentence.kid(here.i, "nsubj", "nsubjpass") is None or here.lemma in english["report_verbs"]:
        return found
    if _they_report(sentence, parent, here, english):
        return found
    between = {t.lower for t in sentence.tokens[reported.i : here.i] if t.dep == "cc"}
    return under_report(sentence, parent, found, (), english) if between & {"but", "and"} else found


def _they_report(sentence: Sentence, report: Token, here: Token, english: English) -> bool:
    """Say whether "they" are the studies that report: "small trials suggest it holds, but they used other glues"."""
    they, who = sentence.kid(here.i, "nsubj"), sentence.kid(report.i, "nsubj")
    if they is None or who is None or they.lower != "they":
        return False
    told = sentence.tokens[report.i + 1 : here.i]
    return who.lemma in english["voice.studies"] and not any(t.tag in {"NNS", "NNPS"} for t in told)


def _no_matter_what(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause only tells what makes no difference: "honey does nothing, whatever your aunt tells you"."""
    if sentence.lowers.isdisjoint(("whatever", "whichever")):
        return False
    what = next((k for k in sentence.kids(clause.i) if k.lower in {"whatever", "whichever"}), None)
    return what is not None and what.dep not in SUBJECTS and sentence.kid(clause.i, *SUBJECTS) is not None


def done_so(sentence: Sentence, participle: Token, english: English) -> bool:
    """Say whether a participle only tells on what condition a thing is possible: "stored well, pears can last".

    Args:
        sentence: the participle's.
        participle: that stands before its clause.
        english: the word lists.
    """
    how = sentence.kids(participle.i)
    possible = sentence.kid(participle.head, "aux")
    if participle.tag != "VBN" or not how or possible is None or possible.tag != "MD":
        return False
    return all(k.i > participle.i and k.lower in english["clause.done_so"] for k in how)


def _elsewhere(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause only tells where something holds: "where foam is present, it rots"; not where it was."""
    where = sentence.has(clause.i, ("where", "wherever"), "advmod")
    past = any(t.tag == "VBD" for t in (clause, *sentence.kids(clause.i, "aux", "auxpass")))
    return where and not past


def _made_possible(sentence: Sentence, here: Token, found: Context, english: English) -> Context:
    """Return the context of what an adjective says may be, or how often it is: "it is possible for pumps to freeze"."""
    parent = sentence.tokens[here.head]
    word = (sentence.kid(parent.i, "acomp", "attr") if parent.lemma == "be" else None) or parent
    copula = sentence.tokens[word.head]
    denied = negated(sentence, copula.i, english) if copula.lemma == "be" else ()
    if word.lemma in english.of("clause.usual", "clause.rare"):
        return replace(found, flipped=found.flipped ^ bool(denied) ^ (word.lemma in english["clause.rare"]))
    if word.lemma not in english["clause.maybe"]:
        return replace(found, asserted=False)
    return replace(found, flipped=found.flipped ^ bool(denied), hedges=(*found.hedges, word.i))


def _asked_beside(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause behind an adjective asks: "I'm curious what paint they use"."""
    first = sentence.tokens[sentence.spans[clause.i][0]]
    above = sentence.kid(clause.head, "acomp")
    return first.lower in {"what", "which", "whose"} and first.dep in {"det", "poss"} and above is not None


def _of_what_may_be(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause tells how much of a thing there only may be: "you may feel pain so bad that you faint"."""
    if "so" not in sentence.lowers or sentence.lowers.isdisjoint(_MAYBE) or clause.dep not in {"advcl", "ccomp"}:
        return False
    parent = sentence.tokens[clause.head]
    word = parent if parent.pos in {"ADJ", "ADV"} else sentence.kid(parent.i, "acomp")
    if word is None or word.i > clause.i or all(k.lower != "so" for k in sentence.kids(word.i, "advmod")):
        return False
    verb = next((t for t in (parent, *sentence.ancestors(parent.i)) if t.pos in VERBAL), None)
    return verb is not None and sentence.has(verb.i, _MAYBE, "aux")


_MAYBE = frozenset({"may", "might"})


def _of_none_in_particular(sentence: Sentence, clause: Token, noun: Token) -> bool:
    """Say whether a clause tells more of a thing that only stands for any such: "replacing a pump that leaks is dear".

    So does one of a thing that another is only like: "it sounds like a lorry idling".
    """
    if clause.dep not in {"relcl", "acl"} or noun.dep not in {"dobj", "pobj"}:
        return False
    if all(k.lower not in {"a", "an"} for k in sentence.kids(noun.i, "det")):
        return False
    above = sentence.tokens[noun.head]
    alike = above.lower == "like" and noun.dep == "pobj" and clause.tag == "VBG"
    return alike or (noun.dep == "dobj" and above.tag == "VBG" and above.dep == "csubj")


def _under_adverbial(sentence: Sentence, here: Token, found: Context, english: English) -> Context:
    """Return the context of an adverbial clause: conditions, purposes, asides and standards of "than" claim nothing."""
    marks = {mark_word(sentence, k) for k in sentence.kids(here.i, "mark", "advmod")}
    enabled = sentence.has(here.i, ("can", "could", "may", "might"), "aux")
    possible = "so" in marks and enabled and sentence.tokens[sentence.spans[here.i][0] - 1].text != ","
    if possible or _asked_beside(sentence, here) or during(sentence, here):
        return replace(found, asserted=False)
    parent = sentence.tokens[here.head]
    if "if" in marks and parent.lemma == "doubt" and parent.i < here.i:
        return under_report(sentence, parent, found, negated(sentence, parent.i, english), english)
    if "for" in marks and infinitive(sentence, here):
        return _made_possible(sentence, here, found, english)
    before = here.tag in {"VBG", "VBN"} and here.i < sentence.tokens[here.head].i
    aside = before and (here.lemma in english["clause.asides"] or done_so(sentence, here, english))
    conditional = marks & english.of("clause.conditional_marks", "clause.unasserted_marks")
    purpose = infinitive(sentence, here) and sentence.kid(here.i, *SUBJECTS) is None
    says = here.lemma == "put" or here.lemma in english["report_verbs"]
    told = says and "as" in marks and sentence.kid(here.i, "nsubj") is not None
    thing = sentence.kid(here.i, "dobj")
    source = told and sentence.kid(here.i, "ccomp") is None and (thing is None or thing.lower == "it")
    standard = "than" in marks or _elsewhere(sentence, here)
    simile = "like" in marks or {"as", "though"} <= marks or {"as", "if"} <= marks
    if simile and sentence.tokens[here.head].lemma in english["clause.seeming"]:
        return replace(found, asserted=False)
    if simile and sentence.tokens[here.head].lemma == "be":
        return replace(found, asserted=bool(negated(sentence, here.head, english)), flipped=not found.flipped)
    return replace(found, asserted=False) if aside or conditional or purpose or source or standard else found
