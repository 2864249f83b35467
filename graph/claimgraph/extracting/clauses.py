"""How the clauses of a sentence hang together: what every rule asks of the tree (ClearNLP labels)."""

from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVES = frozenset({"that", "which", "who", "whom", "whose"})
VERBAL = frozenset({"VERB", "AUX"})
_AUXILIARY_TAGS = frozenset({"MD", "VBZ", "VBP", "VBD"})
_REPORTING_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBN"})
#: How many words a reported thing and what is reported of it may stand apart.
_NEAR = 6


def told_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the "be" of a "there is" whose noun a clause gives the content of: "there is no proof that salt hurts".

    Args:
        sentence: of both.
        verb: of the clause.
    """
    noun = sentence.tokens[verb.head]
    be = sentence.tokens[noun.head]
    inside = verb.dep in {"acl", "ccomp", "relcl"} and noun.dep in {"attr", "nsubj"}
    return be if inside and sentence.kid(be.i, "expl") is not None else None


def mark_word(sentence: Sentence, token: Token) -> str:
    """Return a conjunction in lower case; an acronym that looks like one ("IF") as it stands."""
    acronym = token.text.isupper() and len(token.text) > 1 and not sentence.tokens[-2].text.isupper()
    return token.text if acronym else token.lower


def negated(sentence: Sentence, i: int, english: English) -> tuple[int, ...]:
    """Return the negating words that hang directly on a token, pseudo-negations ("not only") left out.

    The tree gives the scope that NegEx takes from a window of words (Chapman et al. 2001); look-alikes are left out as
    there.

    Args:
        sentence: the token's.
        i: index of the token.
        english: the word lists.
    """
    unheard = sentence.lowers.isdisjoint(_NOT) and sentence.lowers.isdisjoint(english["near_negators"])
    if unheard and "neg" not in sentence.deps:
        return ()
    found = []
    for kid in (*sentence.kids(i), *_through(sentence, i, english)):
        plain = kid.dep == "neg" or kid.lower in _NOT
        if not plain and not (kid.dep == "advmod" and _nearly_denies(kid, english)):
            continue
        if not plain and between_commas(sentence, kid):
            continue
        following = sentence.tokens[kid.i + 1].lower if kid.i + 1 < len(sentence.tokens) else ""
        if following not in english["clause.not_only"] or kid.lower == "never":
            found.append(kid.i)
    return tuple(found)


_NOT = frozenset({"not", "n't", "never"})


def between_commas(sentence: Sentence, adverb: Token) -> bool:
    """Say whether commas stand around an adverb, so that it tells how often a thing is so: "and, rarely, it cracks".

    Args:
        sentence: the adverb's.
        adverb: that may deny.
    """
    beside = sentence.tokens[max(0, adverb.i - 1) : adverb.i + 2]
    return len(beside) == 3 and beside[0].text == "," == beside[2].text


def _through(sentence: Sentence, i: int, english: English) -> list[Token]:
    """Return what denies a verb by a word that stands for it: "hardly ever", "never once", "rarely does it run"."""
    if sentence.lowers.isdisjoint(english["negation.through"]) and sentence.tags.isdisjoint(_AUXILIARY_TAGS):
        return []
    auxiliaries = [k.i for k in sentence.kids(i, "aux", "auxpass") if k.kids]
    adverbs = (k for above in (i, *auxiliaries) for k in sentence.kids(above, "advmod") if k.kids)
    carriers = [*auxiliaries, *(k.i for k in adverbs if k.lower in english["negation.through"])]
    return [below for carrier in carriers for below in sentence.kids(carrier, "neg", "advmod")]


def _nearly_denies(adverb: Token, english: English) -> bool:
    """Say whether an adverb comes close to denying: "hardly", "rarely"; amounts are told elsewhere."""
    return adverb.lower in english["near_negators"] and adverb.lower not in {"few", "little"}


def infinitive(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb is an infinitive with "to"."""
    return any(k.lower == "to" and k.dep == "aux" for k in sentence.kids(verb.i))


def meanwhile(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause without a subject or object tells during what another one holds: "do not eat while riding".

    With an object it may as well be something more that is done: "it cuts soot while raising costs".
    """
    if "while" not in sentence.lowers or verb.dep != "advcl":
        return False
    first = sentence.tokens[sentence.spans[verb.i][0]]
    plain = all(sentence.tokens[k].dep in {"mark", "prep", "advmod", "npadvmod"} for k in verb.kids)
    return first.lower == "while" and plain and (verb.tag in {"VBG", "VBN"} or verb.pos in {"ADJ", "ADV"})


def during(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause tells on which occasions another holds: "levels drop while a joint is sore".

    What is set against it is no single thing at large: "rents fell while wages rose".

    Args:
        sentence: the clause's.
        clause: its verb.
    """
    if "while" not in sentence.lowers or clause.dep != "advcl":
        return False
    who = sentence.kid(clause.i, *SUBJECTS)
    first = sentence.tokens[sentence.spans[clause.i][0]]
    at_large = who is not None and sentence.has(who.i, ("a", "an"), "det")
    tensed = next(iter(sentence.kids(clause.i, "aux", "auxpass")), clause)
    return first.lower == "while" and at_large and tensed.tag in {"VBZ", "VBP"}


def first_conjunct(sentence: Sentence, token: Token) -> Token:
    """Return the first of the words that a word is coordinated with, itself where it is the first."""
    while token.dep == "conj" and token.head != token.i:
        token = sentence.tokens[token.head]
    return token


def that_clause(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether a clause under a noun tells the noun's content ("no evidence that it works")."""
    mark = sentence.kid(verb.i, "mark")
    if verb.dep == "relcl" and _has_content(sentence, sentence.tokens[verb.head], english):
        mark = next((k for k in sentence.kids(verb.i, "dobj", "mark") if k.lower == "that"), None)
    if sentence.kid(verb.i, *SUBJECTS) is None:
        return False
    return (mark is not None and mark.lower == "that") or _undoubted(sentence, verb, english)


def _undoubted(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether a clause without "that" tells what there is no doubt of: "there's no doubt the exam was hard"."""
    noun = sentence.tokens[verb.head]
    if verb.dep not in {"relcl", "acl"}:
        return False
    bare = not any(k.tag in {"WDT", "WP", "WRB"} for k in sentence.kids(verb.i))
    if unaware(sentence, noun, english):
        return bare and not sentence.has(verb.i, ("if", "whether"), "mark")
    if noun.lemma not in english["clause.undoubted"]:
        return False
    return bare and noun.dep == "attr" and sentence.has(noun.i, ("no",), "det")


def unaware(sentence: Sentence, noun: Token, english: English) -> bool:
    """Say whether a noun tells that one does not know what its clause tells: "had no idea it was late"."""
    if noun.dep != "dobj" or noun.lemma not in english["clause.unaware"] or sentence.tokens[noun.head].lemma != "have":
        return False
    return sentence.has(noun.i, english["negative_determiners"], "det")


def _has_content(sentence: Sentence, noun: Token, english: English) -> bool:
    """Say whether a noun, or what it is an amount of, is one whose content a clause tells: "a sign that"."""
    known = english.of("clause.content_nouns", "clause.unfulfilled_nouns", "clause.maybe")
    of = next((k for k in sentence.kids(noun.i, "prep") if k.lower == "of"), None)
    inner = sentence.kid(of.i, "pobj") if of is not None else None
    return noun.lemma in known or (inner is not None and inner.lemma in known)


def verb_above(sentence: Sentence, i: int) -> Token | None:
    """Return the verb of the clause that a token stands in, itself left out."""
    for token in sentence.ancestors(i):
        if token.pos in VERBAL:
            return token
    return None


def clause_above(sentence: Sentence, i: int) -> int:
    """Return the index of the verb of the clause a noun stands in, or the noun's own."""
    verb = verb_above(sentence, i)
    return verb.i if verb is not None else i


def correlated(sentence: Sentence) -> tuple[int, int] | None:
    """Return where the halves of "the more ..., the faster ..." begin, by their articles, None for no such sentence."""
    if sentence.tags.isdisjoint(("JJR", "RBR")):
        return None
    tokens = sentence.tokens
    graded = [t.i for t in tokens[:-1] if t.lower == "the" and tokens[t.i + 1].tag in {"JJR", "RBR"}]
    second = next((i for i in graded if i > 0 and tokens[i - 1].text == ","), None)
    first = next((i for i in graded if second is not None and i < second), None)
    return (first, second) if first is not None and second is not None else None


def correlates(sentence: Sentence, verb: int) -> bool:
    """Say whether a clause only tells with what another one grows: "the more you use it, the faster it wears"."""
    halves = correlated(sentence)
    return halves is not None and halves[0] < verb < halves[1]


def relative_head(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun a relative clause is about, through coordinated verbs."""
    here = verb
    while here.dep == "conj" and here.head != here.i and sentence.tokens[here.head].pos in VERBAL:
        here = sentence.tokens[here.head]
    if here.dep in {"xcomp", "ccomp"} and here.head != here.i:
        return relative_head(sentence, sentence.tokens[here.head])
    return sentence.tokens[here.head] if here.dep in {"relcl", "acl"} else None


def cleft(sentence: Sentence, verb: Token) -> Token | None:
    """Return the copula of a cleft whose relative clause a verb heads: "it is the damp that ruins guitars".

    "It is a pump that leaks" may tell what a thing is, and is none.
    """
    noun = sentence.tokens[verb.head]
    be = sentence.tokens[noun.head]
    it = sentence.kid(be.i, "nsubj") if verb.dep == "relcl" and noun.dep == "attr" and be.lemma == "be" else None
    that = sentence.kid(verb.i, "nsubj", "nsubjpass") if it is not None and it.lower == "it" else None
    if that is None or that.tag not in {"WDT", "WP"}:
        return None
    articles = {k.lower for k in sentence.kids(noun.i, "det")}
    return be if not articles & {"a", "an", "no", "any", "some"} else None


def contrasted(sentence: Sentence, noun: int, end: int) -> tuple[int, int] | None:
    """Return the "not" and the head of what is set against a noun between commas: "damp, not age, ruins guitars".

    Args:
        sentence: the noun's.
        noun: its index.
        end: index of the first word behind the contrast.
    """
    if "not" not in sentence.lowers:
        return None
    tokens = sentence.tokens
    opening = next((t.i for t in tokens[noun + 2 : end] if t.lower == "not" and tokens[t.i - 1].text == ","), None)
    closing = next((t.i for t in tokens[opening or end : end] if t.text == ","), None)
    if opening is None or closing is None:
        return None
    between, inside = tokens[noun + 1 : opening - 1], tokens[opening + 1 : closing]
    if any(t.pos in {"PUNCT", *VERBAL} for t in (*between, *inside)):
        return None
    named = (t for t in inside if t.pos in {"NOUN", "PROPN"} and t.dep in {"appos", "conj"})
    heads = [t.i for t in named if not opening < t.head < closing]
    return (opening, heads[0]) if heads else None


def raised_report(sentence: Sentence, verb: Token, english: English) -> Token | None:
    """Return the infinitive that tells what a report says of its object: "studies have shown stress to cause this"."""
    raises = verb.pos == "VERB" and verb.lemma in english["clause.raising_reports"]
    thing = sentence.kid(verb.i, "dobj") if raises else None
    if thing is None:
        return None
    below = [k for k in sentence.kids(verb.i, "xcomp", "advcl", "ccomp") if thing.i < k.i < thing.i + _NEAR]
    return next((k for k in below if k.tag == "VB" and infinitive(sentence, k)), None)


def trailing_report(sentence: Sentence, verb: Token, english: English) -> Token | None:
    """Return the verb of a report that interrupts or follows a clause: "A, she argues, does B", "A does B, X said"."""
    for kid in sentence.kids(verb.i, "parataxis", "conj", "ccomp", "dep"):
        reports = kid.lemma in english["report_verbs"] and kid.tag in _REPORTING_TAGS
        if reports and _has_only_subject(sentence, kid) and _set_off(sentence, verb, kid):
            return kid
    return None


def interrupted(sentence: Sentence, report: Token, english: English) -> Token | None:
    """Return the verb of the clause that a report interrupts, which goes on after it: "A is so, they say, but B".

    Args:
        sentence: of both.
        report: verb of the clause in between.
        english: the word lists.
    """
    clause, who = sentence.kid(report.i, "ccomp"), sentence.kid(report.i, "nsubj")
    if report.lemma not in english["report_verbs"] or clause is None or who is None:
        return None
    first = sentence.spans[who.i][0]
    commas = [t.i for t in sentence.tokens if t.text == ","]
    parted = first - 1 in commas and any(i > report.i for i in commas)
    return clause if clause.i < first < report.i and parted else None


def _has_only_subject(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb has a subject, and nothing behind it that it would report."""
    subject = sentence.kid(verb.i, "nsubj", "nsubjpass")
    if subject is None or subject.tag in {"WP", "WDT"}:
        return False
    following = sentence.tokens[min(verb.i + 1, len(sentence.tokens) - 1)]
    if following.dep in SUBJECTS and following.i > verb.i and following.head > following.i:
        return False
    parted = following.text == "," and sentence.kid(verb.i, "mark", "ccomp") is None
    return parted or sentence.kid(verb.i, "dobj", "ccomp", "xcomp", "mark", "attr", "acomp") is None


def _set_off(sentence: Sentence, verb: Token, report: Token) -> bool:
    """Say whether a report is set off from its clause by a comma, quotation mark or dash and no conjunction."""
    first = sentence.spans[report.i][0]
    linked = any(t.dep == "cc" and t.head == verb.i for t in sentence.tokens[max(0, first - 2) : first])
    marked = first > 0 and not linked and sentence.tokens[first - 1].text in {",", '"', "-", "—", ";"}
    return marked or sentence.tokens[first].text == ","


def independent(sentence: Sentence, here: Token, parent: Token, english: English) -> bool:
    """Say whether the parser hung a main or causal clause under a later one: "A is B, C does D"."""
    if here.dep != "ccomp" or here.i > parent.i or infinitive(sentence, here):
        return False
    if parent.lemma in english["report_verbs"] and not _complete(sentence, here, parent, english):
        return False
    marks = {k.lower for k in sentence.kids(here.i, "mark")}
    own = sentence.kid(parent.i, *SUBJECTS)
    reason = marks <= english["clause.reason_marks"]
    return reason and sentence.kid(here.i, *SUBJECTS, "expl") is not None and own is not None and own.i > here.i


def _complete(sentence: Sentence, here: Token, parent: Token, english: English) -> bool:
    """Say whether a verb of saying after a clause has an object of its own, so that the clause is not what is said."""
    subject = sentence.kid(parent.i, "nsubj")
    told = sentence.kid(parent.i, "dobj")
    if told is not None and parent.lemma not in english["clause.telling"]:
        return True
    if any(k.i > parent.i for k in sentence.kids(parent.i, "ccomp")):
        return True
    so = [k for k in sentence.kids(parent.i, "advmod", "mark", "cc") if k.lower in english["clause.therefore"]]
    return subject is not None and any(here.i < k.i < subject.i for k in so)


def comes_of(sentence: Sentence, clause: Token, english: English) -> bool:
    """Say whether a clause tells what comes of doing what its sentence tells to do: "stop at 80% and it will last".

    Args:
        sentence: an instruction.
        clause: a verb of it.
        english: the word lists.
    """
    verb = sentence.tokens[clause.head]
    joint = sentence.kid(verb.i, "cc") if clause.dep == "conj" and verb.head == verb.i else None
    who = sentence.kid(clause.i, "nsubj", "nsubjpass") if joint is not None else None
    if joint is None or who is None or joint.lower != "and" or not verb.i < joint.i < who.i < clause.i:
        return False
    will = sentence.has(clause.i, ("will", "'ll", "should", "can"), "aux")
    return will and who.lower not in english.of("first_person", "second_person")


def judges_act(sentence: Sentence, word: Token) -> bool:
    """Say whether a word without a verb tells what it is to do a thing: "(find) it hard to sleep".

    Args:
        sentence: the word's.
        word: an adjective or noun.
    """
    it = sentence.kid(word.i, "nsubj") if word.pos in {"ADJ", "NOUN"} else None
    acts = sentence.kids(word.i, "xcomp", "advcl", "acl", "relcl") if it is not None and it.lower == "it" else []
    return any(infinitive(sentence, act) for act in acts)
