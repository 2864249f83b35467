"""Who says it: reported speech inside a sentence, nested as deep as it goes."""

from collections.abc import Callable
from dataclasses import replace

from claimgraph.extracting.frame import Frame
from claimgraph.extracting.phrases import phrase
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token
from claimgraph.model import Interest, Voice

_STUDIES = frozenset(
    {
        "study",
        "trial",
        "research",
        "review",
        "analysis",
        "survey",
        "paper",
        "report",
        "evidence",
        "datum",
        "data",
        "meta-analysis",
        "experiment",
        "literature",
        "finding",
        "investigation",
        "poll",
        "measurement",
        "result",
        "figure",
        "statistic",
    }
)


def speaker(sentence: Sentence, frame: Frame, english: English, resolve: Callable[[int], str]) -> Voice:
    """Return the voice of a frame: the sentence's own, or the innermost one it reports."""
    voice = _own(sentence, frame)
    for who in reversed(frame.context.speakers):
        if who >= 0:
            voice = _reported(sentence, _antecedent(sentence, sentence.tokens[who]), voice, english, resolve)
    if not any(w >= 0 for w in frame.context.speakers):
        named = _according_to(sentence, frame, english) or _in_study(sentence, frame) or _in_view(sentence, frame)
        named = named or _as_told(sentence, frame, english)
        if named is not None:
            voice = _reported(sentence, named, voice, english, resolve)
    return voice


def _own(sentence: Sentence, frame: Frame) -> Voice:
    """Return the voice of a sentence, or of the passage of direct speech a frame stands in."""
    place = sentence.tokens[frame.verbs[0] if frame.verbs else frame.head].start
    for speech in sentence.speeches:
        if speech.start <= place < speech.end:
            return replace(speech.voice, reported_by=sentence.voice)
    return sentence.voice


def _antecedent(sentence: Sentence, who: Token) -> Token:
    """Return the noun a relative pronoun stands for: "a review, which found that ..."."""
    verb = sentence.tokens[who.head]
    if who.tag not in {"WDT", "WP"} or verb.dep != "relcl":
        return who
    noun = sentence.tokens[verb.head]
    above = [t for t in sentence.ancestors(noun.i) if t.lemma in _STUDIES]
    return noun if noun.lemma in _STUDIES or not above else above[0]


def _in_study(sentence: Sentence, frame: Frame) -> Token | None:
    """Return the study a clause places its finding in: "in a trial of 39 men, density rose"."""
    for verb in frame.verbs[:1] if not frame.negations else ():
        for prep in sentence.kids(verb, "prep"):
            noun = sentence.kid(prep.i, "pobj")
            if (
                prep.lower == "in"
                and noun is not None
                and noun.lemma in _STUDIES - {"result", "figure", "datum", "data", "evidence", "research"}
                and prep.i not in frame.links
            ):
                return noun
    return None


def _reported(sentence: Sentence, who: Token, by: Voice, english: English, resolve: Callable[[int], str]) -> Voice:
    """Return the voice of a subject of saying, reported by another; the same voice where it speaks of itself."""
    if (
        who.lower in english["negative_pronouns"]
        or who.lower == "one"
        or any(k.lower in {"no", "neither", "few"} for k in sentence.kids(who.i, "det", "amod"))
    ):
        return by
    if who.lower in english["first_person"] or who.lower in {"this", "that", "which", "what", "one"}:
        return by
    if who.lower == "it" or (who.lower == "they" and not dict(sentence.people).get(who.i)):
        name = resolve(who.i)
        if name and name.split()[-1].lower() not in _STUDIES | english["group_words"]:
            return by
        return Voice(name, _role_of_label(name), reported_by=by, uncertain=True) if name else by
    if who.pos == "PRON" and who.lower in {"he", "she", "they"}:
        name = dict(sentence.people).get(who.i, "")
        return (
            by if name and name == by.label else Voice(name or who.text, "person", reported_by=by, uncertain=not name)
        )
    label = _label(sentence, who)
    return by if label == by.label else Voice(label, _role(who, english), _interest(who), reported_by=by)


def _label(sentence: Sentence, who: Token) -> str:
    """Return a speaker's name or description; the name where an apposition gives one."""
    apposed = sentence.kid(who.i, "appos")
    named = apposed if apposed is not None and apposed.pos == "PROPN" and who.pos != "PROPN" else who
    return sentence.words(_short(sentence, named.i)).removesuffix("'s")[:80]


def _short(sentence: Sentence, i: int) -> list[int]:
    """Return a speaker's words without what follows a comma."""
    kept = []
    for index in phrase(sentence, i):
        if sentence.tokens[index].text in {",", "(", ";"} and index > i:
            break
        kept.append(index)
    return kept


def _in_view(sentence: Sentence, frame: Frame) -> Token | None:
    """Return whose view a clause is said to be: "in Birch's view, tillage helps"."""
    for verb in frame.verbs[:1]:
        for prep in sentence.kids(verb, "prep"):
            noun = sentence.kid(prep.i, "pobj")
            if (
                prep.lower == "in"
                and noun is not None
                and noun.lemma in {"view", "opinion", "word", "eye", "experience"}
            ):
                return sentence.kid(noun.i, "poss")
    return None


def _as_told(sentence: Sentence, frame: Frame, english: English) -> Token | None:
    """Return who a clause is told by: "as one reader put it, the app drains the battery"."""
    for verb in frame.verbs[:1]:
        for clause in sentence.kids(verb, "advcl"):
            marks = {k.lower for k in sentence.kids(clause.i, "mark", "advmod")}
            if "as" in marks and clause.lemma in english["report_verbs"] | {"put"}:
                return sentence.kid(clause.i, "nsubj")
    return None


def _role_of_label(label: str) -> str:
    """Return the role a resolved speaker's label tells of."""
    return "study" if label.rsplit(maxsplit=1)[-1] in _STUDIES else "group"


def _role(who: Token, english: English) -> str:
    """Return the role of a speaker."""
    if who.lemma in _STUDIES:
        return "study"
    if who.pos == "PROPN":
        return "person"
    if who.tag == "NNS" or who.lower in english["group_words"]:
        return "group"
    return "person"


def _interest(who: Token) -> Interest:
    """Return the interest a speaker's description tells of."""
    if who.lemma in {
        "doctor",
        "surgeon",
        "physician",
        "clinician",
        "dermatologist",
        "practitioner",
        "therapist",
        "nurse",
    }:
        return Interest.PRACTISES
    if who.lemma in {"company", "manufacturer", "maker", "seller", "clinic", "retailer", "dealer", "brand", "industry"}:
        return Interest.SELLS
    if who.lemma in {"patient", "user", "customer", "owner"}:
        return Interest.TRIED
    return Interest.UNKNOWN


def _according_to(sentence: Sentence, frame: Frame, english: English) -> Token | None:
    """Return whom a sentence follows "according to"."""
    for token in sentence.tokens:
        if token.lower == "according" and token.dep in {"prep", "advcl", "ROOT", "acl"}:
            to = sentence.kid(token.i, "prep")
            noun = sentence.kid(to.i, "pobj") if to is not None else None
            if noun is not None and frame.subject != noun.i:
                return noun
    return None
