"""What "this" and "that" stand for where it is no thing but what was just said: "Roy rejects that", "that is a myth".

Discourse deixis after Webber, "Structure and ostension in the interpretation of discourse deixis", Language and
Cognitive Processes 6(2), 1991: only what stands at the right edge of the discourse can be pointed at, which is the
clause that comes right before, or what somebody says in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimgraph.extracting.asking import OBJECTS, SUBJECTS
from claimgraph.extracting.labelling import in_words
from claimgraph.extracting.linking import Link
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, SentenceKind, Token

_MODALS = frozenset({"can", "could", "may", "might"})
_JOINED = frozenset({"and", "but", "so", "yet", ";", "although", "though", "because"})
#: Words of a clause up to which it is named by its words, and how many sentences back it may stand.
_MOST, _BACK = 25, 2
#: Tokens from which a sentence is taken to have a verb.
_WHOLE = 8


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that has been read.

    Attributes:
        sentence: itself.
        answers: what its pronouns stand for, by their index.
    """

    sentence: Sentence
    answers: Mapping[int, Link | None]


def told(sentence: Sentence, token: Token, heard: Sequence[Heard], english: English) -> Link | None:
    """Return the clause that a demonstrative stands for, by its words; None where it may stand for a thing.

    Args:
        sentence: the demonstrative's.
        token: itself.
        heard: the sentences up to its own, which comes last.
        english: the word lists.
    """
    if not _asks_for_clause(sentence, token, english):
        return None
    for words in _clauses(sentence, token, heard, english):
        if words:
            return Link(words)
    return None


def _asks_for_clause(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether what is said of a demonstrative is said of facts and events rather than of things."""
    verb = sentence.tokens[token.head]
    if sums_up(sentence, token, english) or watched(sentence, token, english):
        return True
    if token.lemma in english["reference.statements"]:
        return token.tag == "NN" and [sentence.tokens[k].lower for k in token.kids] in (["this"], ["that"])
    if token.lower == "it":
        return verb.lemma == "be" and _judged(sentence, token, verb, english["clause.false"])
    if token.lower not in {"this", "that"} or token.pos != "PRON" or token.tag == "WDT" or token.kids:
        return False
    if token.dep in SUBJECTS:
        judging = english.of("reference.judging", *_ABSTRACT)
        judged = _judged(sentence, token, verb, judging) or _sounds(sentence, token, verb)
        return judged or _found_out(sentence, token, verb, english) or _happens(sentence, token, verb, english)
    return _doubted(sentence, token, verb, english)


def sums_up(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a noun behind a comma takes up the whole clause before it: "the fleet grew, a feat hailed as bold".

    One thing does not take up several: "they sort rags, a process that pays".

    Args:
        sentence: the noun's.
        token: the noun.
        english: the word lists.
    """
    if token.tag != "NN" or token.dep not in _BEHIND or token.lemma not in english["reference.summing"]:
        return False
    first = sentence.spans[token.i][0]
    if first < 2 or sentence.tokens[first - 1].text != "," or sentence.kid(token.i, "relcl", "acl") is None:
        return False
    above = sentence.tokens[token.head]
    if token.lemma == "something":
        below = sentence.kid(token.i, "relcl")
        return below is not None and any(k.tag not in {"WDT", "WP"} for k in sentence.kids(below.i, *SUBJECTS))
    apposed = above.tag in {"NN", "NNP", "NNPS"} and token.dep in {"appos", "conj"}
    return not apposed and sentence.has(token.i, ("a", "an"), "det")


#: How a noun hangs that takes up a clause, where the parser found a place for it.
_BEHIND = frozenset({"appos", "attr", "npadvmod", "conj", "dobj", "dep"})


def watched(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether "it" is what the clause before says and somebody is careful about: "she is cautious about it".

    Args:
        sentence: the pronoun's.
        token: the pronoun.
        english: the word lists.
    """
    about = sentence.tokens[token.head]
    felt = sentence.tokens[about.head]
    aside = sentence.tokens[felt.head].dep in {"advcl", "conj"} and felt.dep == "acomp"
    told = token.lower in {"it", "this", "that"} and token.dep == "pobj" and about.lower == "about"
    return aside and told and felt.lemma in english["reference.stances"]


def _doubted(sentence: Sentence, token: Token, above: Token, english: English) -> bool:
    """Say whether a demonstrative is what is denied, known, looked into or done as well: "the firm denies this"."""
    if token.dep == "pobj":
        verb = sentence.tokens[above.head]
        return verb.lemma in english["clause.investigating"] | {"agree", "disagree"} and above.i > verb.i
    denied = above.lemma in english.of("reference.disputed", "reference.matching", "denial_verbs")
    blamed = above.lemma in english.of("predicate.attributing", "predicate.blaming")
    put_down = blamed and sentence.kid(above.i, "prep") is not None
    return token.dep in OBJECTS and (denied or put_down) and above.pos == "VERB"


#: The lists of nouns for what is said or happens rather than for things.
_ABSTRACT = ("reference.abstract_nouns", "reference.verdicts", "clause.false")


def _judged(sentence: Sentence, token: Token, verb: Token, words: frozenset[str]) -> bool:
    """Say whether a copula says of a pronoun one of some words, and no clause follows that it may announce."""
    verdict = sentence.kid(verb.i, "acomp", "attr") if verb.lemma == "be" and token.dep == "nsubj" else None
    if verdict is None or verdict.lemma not in words:
        return False
    return sentence.kid(verb.i, "ccomp", "csubj") is None and sentence.kid(verdict.i, "relcl", "acl", "ccomp") is None


def _sounds(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Say whether something said or found sounds so or so: "that sounds promising"."""
    return token.lower == "that" and verb.lemma == "sound" and sentence.kid(verb.i, "acomp", "oprd") is not None


def _found_out(sentence: Sentence, token: Token, verb: Token, english: English) -> bool:
    """Say whether a copula tells whose finding or view something is: "that's our own audit", "that is my guess"."""
    named = sentence.kid(verb.i, "attr") if verb.lemma == "be" and token.lower == "that" else None
    if named is None or named.lemma not in english.of("reference.texts", "reference.statements", "reference.views"):
        return False
    return sentence.kid(named.i, "poss") is not None and sentence.kid(named.i, "relcl", "acl", "prep") is None


def _happens(sentence: Sentence, token: Token, verb: Token, english: English) -> bool:
    """Say whether a verb tells what comes of an event, or what people say and find of a fact."""
    if token.dep == "nsubjpass":
        return verb.lemma in english.of("reference.disputed", "denial_verbs", "clause.investigating")
    able = token.lower == "this" and sentence.has(verb.i, _MODALS, "aux")
    effect = verb.lemma in english["reference.following"] and not able
    joined = token.lower == "that" and verb.dep == "conj" and verb.pos == "VERB"
    joined = joined and _beside(sentence, token) is not None
    return effect or (joined and verb.lemma not in english["reference.inert"])


def _clauses(sentence: Sentence, token: Token, heard: Sequence[Heard], english: English) -> Iterator[str]:
    """Yield the words of the clauses that a demonstrative may stand for, the nearest first, "" for one it cannot."""
    here = heard[-1] if heard and heard[-1].sentence is sentence else Heard(sentence, {})
    if sums_up(sentence, token, english):
        above = (t for t in sentence.ancestors(token.i) if t.pos in {"VERB", "AUX"} and _has_subject(sentence, t))
        verb = next(above, None)
        yield _words(here, _content(sentence, verb, english), sentence.spans[token.i]) if verb is not None else ""
        return
    if (beside := _beside(sentence, token)) is not None:
        yield _words(here, _content(sentence, beside, english))
        return
    if (before := _spliced(sentence, token)) is not None:
        yield _words(here, before)
        return
    earlier = heard[:-1] if here in heard else heard
    earlier = () if earlier and _unread(earlier[-1].sentence) else earlier
    judged = sentence.kid(token.head, "acomp", "attr") is not None
    if judged and earlier and (asked := _asked(earlier[-1].sentence, english)):
        yield asked
        return
    finite = [(past, root) for past in reversed(earlier) if (root := _root(past.sentence)) is not None]
    for past, root in finite[:_BACK]:
        if past.sentence.kind is SentenceKind.HEADING or (past.sentence.kind is SentenceKind.QUESTION and not judged):
            return
        verb = _content(past.sentence, _last(past.sentence, root), english)
        if not _points(past, verb, english):
            yield _words(past, verb)
            return


def _unread(sentence: Sentence) -> bool:
    """Say whether a whole sentence has no verb at its head, which the parser has missed."""
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    whole = sentence.kind is SentenceKind.STATEMENT and len(sentence.tokens) > _WHOLE
    return whole and root is not None and root.pos not in {"VERB", "AUX"}


def _asked(sentence: Sentence, english: English) -> str:
    """Return what a short yes-no question asks or reminds of, in its words: "tea stain teeth"; "" for any other."""
    opening = english["answer.asking"] | {"remember", "recall"}
    asks = sentence.kind is SentenceKind.QUESTION and sentence.tokens[0].lower in opening
    if not asks or len(sentence.tokens) > _MOST or _told_well(sentence):
        return ""
    return in_words(sentence, [t.i for t in sentence.tokens[1:] if t.pos not in {"PUNCT", "SPACE"}])


def _told_well(sentence: Sentence) -> bool:
    """Say whether a sentence has a verb that says something of a subject."""
    root = _root(sentence)
    return root is not None and _has_subject(sentence, root)


def _root(sentence: Sentence) -> Token | None:
    """Return the verb of a sentence that says something by itself."""
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    return root if root is not None and root.pos in {"VERB", "AUX"} and not _leads_in(sentence) else None


def _leads_in(sentence: Sentence) -> bool:
    """Say whether a sentence only names who speaks next ("Ann wrote:") or asks what is not said ("What is it?")."""
    asks = sentence.kind is SentenceKind.QUESTION and sentence.tokens[0].tag in {"WP", "WDT", "WRB"}
    return asks or sentence.tokens[-1].text == ":"


def _points(heard: Heard, verb: Token, english: English) -> bool:
    """Say whether a clause itself points back at what was said before it: "we do not want this", "this view"."""
    tokens, said = heard.sentence.tokens, english["reference.statements"]
    inside = (t for i in _kept(heard.sentence, verb) if (t := tokens[i]).lower in {"this", "that"} and t.tag == "DT")
    return any(t.dep != "det" or tokens[t.head].lemma in said for t in inside)


def _beside(sentence: Sentence, token: Token) -> Token | None:
    """Return the clause before in the same sentence: "the heat rises and that cracks the glaze"."""
    for verb in sentence.ancestors(token.i):
        above = sentence.tokens[verb.head]
        between = {t.lower for t in sentence.tokens[above.i : verb.i]}
        late = verb.dep in {"conj", "advcl", "ccomp", "parataxis"} and above.i < verb.i and above.pos in {"VERB", "AUX"}
        own = sentence.kid(verb.i, *SUBJECTS) is not None and verb.pos in {"VERB", "AUX"}
        if late and own and verb.dep != "ccomp" and between & _JOINED:
            return above
    return None


def _spliced(sentence: Sentence, token: Token) -> Token | None:
    """Return the clause that a comma joins in front of what is said of it: "trees cool streets, we all know that"."""
    if token.dep not in OBJECTS:
        return None
    above = sentence.tokens[token.head]
    who = sentence.kid(above.i, "nsubj")
    before = sentence.kid(above.i, "ccomp")
    fits = before is not None and who is not None and before.i < who.i and _has_subject(sentence, before)
    return before if fits else None


def _last(sentence: Sentence, verb: Token) -> Token:
    """Return the last of some coordinated clauses that does not itself point back at the one before."""
    later = [k for k in sentence.kids(verb.i, "conj") if sentence.kid(k.i, *SUBJECTS) is not None]
    who = sentence.kid(later[-1].i, *SUBJECTS) if later else None
    return verb if who is None or who.lower in {"this", "that"} else _last(sentence, later[-1])


def _content(sentence: Sentence, verb: Token, english: English) -> Token:
    """Return the clause that a verb of saying or thinking reports, the verb itself where it reports none."""
    below = sentence.kid(verb.i, "ccomp")
    saying = verb.lemma in english["report_verbs"]
    if below is not None and (saying or (verb.lemma == "be" and below.i > verb.i)) and _has_subject(sentence, below):
        return _content(sentence, _last(sentence, below), english)
    likes = sentence.kid(verb.i, "xcomp") if below is None else None
    inner = _content(sentence, likes, english) if likes is not None else verb
    return inner if likes is not None and inner.i != likes.i else verb


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause says of what it is told: of a noun, of what is done, of nothing ("there is")."""
    return sentence.kid(verb.i, *SUBJECTS, "expl", "csubj") is not None


def _words(heard: Heard, verb: Token, beside: Sequence[int] = ()) -> str:
    """Return the words of a clause, a pronoun as its subject replaced; "" where they are too many or no clause."""
    sentence = heard.sentence
    kept = _trimmed(sentence, [i for i in _kept(sentence, verb) if i not in beside])
    if not kept or len(kept) > _MOST or not _has_subject(sentence, verb):
        return ""
    who = sentence.tokens[kept[0]]
    meant = heard.answers.get(who.i) if who.pos == "PRON" and who.tag != "PRP$" else None
    return f"{meant.label} {in_words(sentence, kept[1:])}" if meant is not None else in_words(sentence, kept)


def _kept(sentence: Sentence, verb: Token) -> list[int]:
    """Return the indices of a clause without what is added to it: other clauses, asides, what stands before it."""
    added = [k for k in sentence.kids(verb.i) if k.dep in _ADDED or _opens(sentence, verb, k) or _adds_on(sentence, k)]
    added += [k for k in sentence.kids(verb.i, "conj") if sentence.kid(k.i, *SUBJECTS, "expl") is not None]
    if added and added[-1].dep == "conj":
        added += sentence.kids(verb.i, "cc")
    added += [k for k in sentence.kids(verb.i, "advcl", "prep") if k.i > verb.i and _conceding(sentence, k)]
    cut = {i for k in added for i in sentence.spans[k.i]}
    beside = cut | {i + 1 for i in cut} | {i - 1 for i in cut}
    kept = [i for i in sentence.spans[verb.i] if i not in cut]
    return _trimmed(sentence, [i for i in kept if i not in beside or sentence.tokens[i].text != ","])


def _trimmed(sentence: Sentence, kept: list[int]) -> list[int]:
    """Return the indices of words without marks and joints at either end."""
    while kept and sentence.tokens[kept[-1]].pos in {"PUNCT", "SPACE", "CCONJ"}:
        kept.pop()
    while kept and sentence.tokens[kept[0]].pos in {"PUNCT", "SPACE", "CCONJ", "INTJ"}:
        kept.pop(0)
    return kept


_ADDED = frozenset({"parataxis", "intj", "mark", "meta", "discourse", "preconj"})


def _opens(sentence: Sentence, verb: Token, kid: Token) -> bool:
    """Say whether a word or clause stands before the subject: an adverb, the auxiliary of a question, a run-on."""
    who = sentence.kid(verb.i, *SUBJECTS)
    first = who is not None and kid.i < sentence.spans[who.i][0]
    return first and kid.dep in {"aux", "advmod", "ccomp"}


def _adds_on(sentence: Sentence, kid: Token) -> bool:
    """Say whether a phrase only tells that more is said: "in addition"."""
    return kid.i == 0 and kid.dep == "prep" and sentence.tokens[1].lower == "addition"


def _conceding(sentence: Sentence, clause: Token) -> bool:
    """Say whether an adverbial clause or participle only concedes, contrasts or compares something."""
    beside = clause.lower == "compared" and sentence.tokens[clause.i - 1].text == ","
    return beside or sentence.has(clause.i, ("although", "though", "while", "whereas"), "mark")
