"""Clauses that say nothing of their own: they only report or judge another one, or have nothing for a subject."""

from claimgraph.extracting.chains import Chain
from claimgraph.extracting.clauses import (
    RELATIVES,
    VERBAL,
    independent,
    infinitive,
    judges_act,
    mark_word,
    raised_report,
    that_clause,
    trailing_report,
)
from claimgraph.extracting.complements import unproved_denial
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token


def only_introduces(sentence: Sentence, verb: Token, links: Chain, english: English) -> bool:
    """Say whether a clause only reports or judges another one, which makes the claim itself.

    Args:
        sentence: the clause's.
        verb: its outermost verb.
        links: the chain that begins with it.
        english: the word lists.
    """
    head = sentence.tokens[links.head]
    above = sentence.tokens[verb.head]
    if raised_report(sentence, head, english) is not None:
        return True
    if above.i != verb.i and trailing_report(sentence, above, english) is verb:
        return True
    if _denies_idea(sentence, head, english) or _holds(sentence, head, english):
        return True
    below = next((k for k in sentence.kids(links.head, "ccomp") if not independent(sentence, k, head, english)), None)
    if below is None or (below.pos not in VERBAL and sentence.kid(below.i, "nsubj") is None):
        return False
    if head.lemma != "be" and unproved_denial(sentence, head, below, english):
        return False
    return head.lemma == "be" or _reports(sentence, head, below, english)


def _holds(sentence: Sentence, head: Token, english: English) -> bool:
    """Say whether a copula only tells who is sure of what a clause says or doubts it: "is sceptical that it helps"."""
    word = sentence.kid(head.i, "acomp") if head.lemma == "be" else None
    if word is None or word.lower not in english.of("voice.sure", "voice.doubting"):
        return False
    below = (*sentence.kids(word.i, "ccomp"), *sentence.kids(head.i, "ccomp"))
    return any(k.pos in VERBAL and not _embedded_question(sentence, k) for k in below)


def _denies_idea(sentence: Sentence, head: Token, english: English) -> bool:
    """Say whether a verb only denies what its object's clause tells: "rejects the idea that fees deter students"."""
    idea = sentence.kid(head.i, "dobj") if head.lemma in english["clause.denying"] else None
    if idea is None or idea.lemma in english["clause.unfulfilled_nouns"]:
        return False
    told = (k for k in sentence.kids(idea.i, "acl", "relcl") if k.tag != "VB")
    finite = (k for k in told if not any(a.lower == "be" for a in sentence.kids(k.i, "auxpass")))
    return any(that_clause(sentence, clause, english) for clause in finite)


def _reports(sentence: Sentence, head: Token, below: Token, english: English) -> bool:
    """Say whether a verb reports the clause below rather than bringing it about or asking about it."""
    asks = _embedded_question(sentence, below) and head.lemma not in {"see", "wonder", "ask", "doubt"}
    asks = asks or (_tells_degree(sentence, below) and head.lemma not in english.of("report_verbs", "asking_verbs"))
    bidden = head.lemma in english["clause.bidding"] and infinitive(sentence, below) and head.lemma != "say"
    if asks or bidden or _brings_about(sentence, head, below, english):
        return False
    return (
        head.lemma in english.of("report_verbs", "asking_verbs")
        or sentence.has(below.i, ("that",), "mark")
        or sentence.kid(head.i, "dobj", "attr", "acomp", "prep") is None
    )


def _brings_about(sentence: Sentence, head: Token, below: Token, english: English) -> bool:
    """Say whether a verb of causing has a bare clause behind it: "helps tissue heal"."""
    made = below.pos in {"ADJ", "ADV", "NOUN"}
    bare = below.i > head.i and (made or below.tag in {"VB", "VBG", "VBN"}) and sentence.kid(below.i, "mark") is None
    modal = any(k.dep in {"aux", "auxpass"} and k.lower not in {"to", "be", "being"} for k in sentence.kids(below.i))
    judges = head.lemma in english["predicate.naming"] and judges_act(sentence, below)
    return judges or (head.lemma in english["clause.causative"] and bare and not modal)


def _tells_degree(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause is how much so a thing is: "mulch improves how moist the soil is"."""
    opening = sentence.spans[clause.i][:2]
    words = [sentence.tokens[i] for i in opening]
    return len(words) > 1 and words[0].lower == "how" and words[0].head == words[1].i and words[1].tag in {"JJ", "RB"}


def _embedded_question(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause asks ("how it works", "what is in them") rather than tells."""
    kids = sentence.kids(clause.i)
    fronted = clause.head if sentence.tokens[clause.head].dep == "relcl" else -1
    worded = any(k.tag in {"WRB", "WP", "WDT"} and fronted < k.i < clause.i and k.dep != "mark" for k in kids)
    return worded or any(mark_word(sentence, k) in {"if", "whether"} for k in kids)


def is_empty(sentence: Sentence, verb: Token, who: Token, english: English) -> bool:
    """Say whether a subject names nothing: "it" of judgements ("it is hard to tell"), a question word.

    Args:
        sentence: the clause's.
        verb: its outermost verb.
        who: its subject.
        english: the word lists.
    """
    asks = who.tag in {"WP", "WRB"} or (who.lower in RELATIVES and who.pos == "PRON" and who.tag == "WDT")
    if asks or who.lower != "it":
        return asks
    if _stands_before(sentence, verb, who, english):
        return True
    judged = sentence.kid(verb.i, "acomp", "attr", "oprd")
    if who.head != verb.i or judged is None or verb.lemma == "help":
        return False
    behind = sentence.tokens[min(judged.i + 1, len(sentence.tokens) - 1)]
    why = judged.lemma in english.of("clause.certain", "value.unknown") and behind.tag in {"WRB", "WP"}
    if why or (judged.lemma in english["clause.open"] and _asks_behind(sentence, verb, judged)):
        return True
    unfair = judged.lemma in english["clause.unfair"]
    if judged.lemma == "long" or (unfair and sentence.kid(judged.i, "acl", "relcl", "xcomp") is not None):
        return True
    marked = (k for k in sentence.kids(verb.i, "advcl") if any(m.lower == "for" for m in sentence.kids(k.i, "mark")))
    clause = sentence.kid(verb.i, "ccomp", "xcomp", "csubj") or next(marked, None)
    if clause is None and judged.lemma not in english["capacity_adjectives"]:
        clause = sentence.kid(judged.i, "ccomp", "xcomp", "advcl")
    return clause is not None and any(
        k.lower in {"to", "that", "for", "if", "whether"} for k in sentence.kids(clause.i)
    )


def _stands_before(sentence: Sentence, verb: Token, who: Token, english: English) -> bool:
    """Say whether "it" only keeps the place of what comes after, or of what a clause before it judged."""
    if who.head == verb.i:
        here = verb.lemma == "be" and sentence.has(verb.i, ("here",), "advmod")
        return here or _foretells(sentence, verb) or _bothers(sentence, verb, english)
    above = sentence.tokens[who.head]
    shared = verb.dep == "conj" and above.i != verb.i and above.lemma == "be"
    return shared and is_empty(sentence, above, who, english)


def _asks_behind(sentence: Sentence, verb: Token, judged: Token) -> bool:
    """Say whether a clause with "if" or "whether" follows: "it is unclear if the mayor can ban them"."""
    clauses = (*sentence.kids(verb.i, "advcl", "ccomp"), *sentence.kids(judged.i, "advcl", "ccomp"))
    return any(k.lower in {"if", "whether"} for clause in clauses for k in sentence.kids(clause.i, "mark"))


def _bothers(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether "it" stands for what somebody is told to do: "it doesn't bother me to wait"."""
    below = sentence.kid(verb.i, "xcomp", "advcl", "ccomp")
    to = below is not None and sentence.has(below.i, ("to",), "aux")
    someone = sentence.kid(verb.i, "dobj")
    return verb.lemma in english["clause.bothering"] and to and someone is not None and someone.pos == "PRON"


def _foretells(sentence: Sentence, verb: Token) -> bool:
    """Say whether "it" of a passive only stands before a clause: "it is not understood how tides form"."""
    passive = sentence.kid(verb.i, "nsubjpass") is not None or sentence.kid(verb.i, "auxpass") is not None
    clause = sentence.kid(verb.i, "ccomp", "csubj", "csubjpass")
    return passive and clause is not None and clause.i > verb.i and clause.pos in VERBAL
