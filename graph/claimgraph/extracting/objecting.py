"""What a page objects to a report in the same sentence, which whoever it reports does not say."""

from claimgraph.extracting.clauses import SUBJECTS, mark_word, negated
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

_MARKS = frozenset({"though", "although"})
_POINTING = frozenset({"this", "that", "which", "these"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their"})


def objected_to(sentence: Sentence, here: Token, parent: Token, english: English) -> Token | None:
    """Return the verb of the report that a clause below it only objects to, None where the report goes on with it.

    The page speaks of the study or person it reports ("a trial found that it helps, although the trial was short",
    "she says it helps, though she is paid by its maker"), of what befell itself ("he said it is safe, but it hurt me"),
    of the evidence for a view ("some believe it helps, though the evidence is thin") and of what is not proved
    ("though this has not been shown").

    Args:
        sentence: of both.
        here: verb of the clause.
        parent: the verb it hangs on.
        english: the word lists.
    """
    if sentence.lowers.isdisjoint(_MARKS | {"but"}) or not _set_against(sentence, here, parent):
        return None
    report = _report(sentence, parent, english)
    own = sentence.kid(here.i, *SUBJECTS)
    if report is None or own is None or own.i < parent.i or here.lemma in english["report_verbs"] - _unproved(english):
        return None
    teller = sentence.kid(report.i, "nsubj")
    if teller is None or teller.lower in english["first_person"]:
        return None
    told = _of_study(sentence, own, teller, english) or _of_person(sentence, here, own, teller, parent)
    told = told or _of_speaker(sentence, here, own) or _of_grounds(sentence, here, own, teller, english)
    return report if told or _of_claim(sentence, here, own, english) else None


def _unproved(english: English) -> frozenset[str]:
    """Return the verbs for proving a claim."""
    return english["voice.unproved"]


def _set_against(sentence: Sentence, here: Token, parent: Token) -> bool:
    """Say whether a clause is set against what stands before it: "..., though ...", "..., but ..."."""
    if here.dep == "advcl":
        return here.i > parent.i and any(mark_word(sentence, k) in _MARKS for k in sentence.kids(here.i, "mark"))
    return here.dep == "conj" and any(k.lower == "but" and k.i < here.i for k in sentence.kids(parent.i, "cc"))


def _report(sentence: Sentence, verb: Token, english: English) -> Token | None:
    """Return the verb of saying above a clause, or that a clause goes on from."""
    if verb.lemma in english["report_verbs"] and sentence.kid(verb.i, "ccomp") is not None:
        return verb
    while verb.dep in {"conj", "xcomp"} and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
    above = sentence.tokens[verb.head]
    return above if verb.dep == "ccomp" and above.lemma in english["report_verbs"] and above.i < verb.i else None


def _of_study(sentence: Sentence, own: Token, teller: Token, english: English) -> bool:
    """Say whether a clause tells of the study that is reported."""
    named = any(k.lower in _KNOWN for k in sentence.kids(own.i, "det", "poss"))
    return named and own.lemma == teller.lemma and teller.lemma in english["voice.studies"]


def _of_person(sentence: Sentence, here: Token, own: Token, teller: Token, reported: Token) -> bool:
    """Say whether a clause tells now of the person who is reported."""
    tensed = next(iter(sentence.kids(here.i, "aux", "auxpass")), here)
    subject = sentence.kid(reported.i, *SUBJECTS)
    same = subject is not None and subject.lower == own.lower
    person = own.lower in {"she", "he"} and teller.pos in {"PROPN", "NOUN", "PRON"}
    return person and not same and tensed.tag in {"VBZ", "VBP"}


def _of_speaker(sentence: Sentence, here: Token, own: Token) -> bool:
    """Say whether a clause tells what befell the speaker: "he said it is safe, but it hurt me"."""
    me = any(k.lower in {"me", "us"} for k in sentence.kids(here.i, "dobj", "dative"))
    ought = any(k.tag == "MD" for k in sentence.kids(here.i, "aux"))
    return (me or own.lower in {"i", "we"}) and not ought


def _of_grounds(sentence: Sentence, here: Token, own: Token, teller: Token, english: English) -> bool:
    """Say whether a clause weighs what a view rests on: "some believe it helps, though the evidence is thin"."""
    weighed = here.lemma == "be" and sentence.kid(here.i, "acomp", "attr") is not None
    held = teller.lemma not in english["voice.studies"]
    return held and own.lemma in english["clause.grounds"] and weighed and here.dep == "advcl"


def _of_claim(sentence: Sentence, here: Token, own: Token, english: English) -> bool:
    """Say whether a clause tells that a claim has not been proved."""
    passive = sentence.kid(here.i, "auxpass") is not None
    proved = passive and here.lemma in english["voice.unproved"]
    return own.lower in _POINTING and proved and bool(negated(sentence, here.i, english))
