"""Who says it: reported speech inside a sentence, nested as deep as it goes."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from claimgraph.extracting.clauses import SUBJECTS, negated
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.phrases import phrase
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token
from claimgraph.language.speech import DOERS
from claimgraph.model import Interest, Voice

#: Looks up what a pronoun at a token index stands for, "" where nothing fits.
Resolve = Callable[[int], str]
_LONGEST = 80
#: Who tells what somebody "was told".
_OTHERS = "unnamed others"
#: The pronouns of people who speak, and of those whose view is told with what they are called by.
_THIRD, _WHOSE = frozenset({"he", "she", "they"}), MappingProxyType({"his": "he", "her": "she", "their": "they"})


def speaker(sentence: Sentence, frame: Frame, english: English, resolve: Resolve) -> Voice:
    """Return the voice of a frame: the sentence's own, or the innermost one it reports.

    Args:
        sentence: the frame's.
        frame: what is said.
        english: the word lists.
        resolve: looks up pronouns that speak.
    """
    voice = _own(sentence, frame)
    named = [sentence.tokens[who] for who in frame.context.speakers if who >= 0]
    for who in reversed(named):
        voice = _reported(sentence, _antecedent(sentence, who, english), voice, english, resolve)
    source = None if named else _source(sentence, frame, english)
    return _reported(sentence, source, voice, english, resolve) if source is not None else voice


def _source(sentence: Sentence, frame: Frame, english: English) -> Token | None:
    """Return whom a clause names as its source beside any verb of saying."""
    for way in _SOURCES:
        if (found := way(sentence, frame, english)) is not None:
            return found
    return None


def _own(sentence: Sentence, frame: Frame) -> Voice:
    """Return the voice of a sentence, or of the passage of direct speech a frame stands in."""
    place = sentence.tokens[frame.verbs[0] if frame.verbs else frame.head].start
    for speech in sentence.speeches:
        if speech.start <= place < speech.end:
            return replace(speech.voice, reported_by=sentence.voice)
    return sentence.voice


def _antecedent(sentence: Sentence, who: Token, english: English) -> Token:
    """Return the noun a relative pronoun stands for: "a review, which found that ..."."""
    verb = sentence.tokens[who.head]
    if who.tag not in {"WDT", "WP"} or verb.dep != "relcl":
        return who
    studies = english["voice.studies"]
    noun = sentence.tokens[verb.head]
    above = [t for t in sentence.ancestors(noun.i) if t.lemma in studies]
    adds = sentence.tokens[max(0, who.i - 1)].text == ","
    return noun if not above or (noun.lemma in studies and not adds) else above[0]


def _according_to(sentence: Sentence, frame: Frame, english: English) -> Token | None:
    """Return whom a sentence follows "according to"."""
    if "according" not in sentence.lowers:
        return None
    for token in sentence.tokens:
        if token.lower == "according" and token.dep in {"prep", "advcl", "ROOT", "acl"}:
            to = sentence.kid(token.i, "prep")
            noun = sentence.kid(to.i, "pobj") if to is not None else None
            told_of = frame.head in sentence.spans[token.i] and token.dep != "ROOT"
            elsewhere = _before(sentence, frame, token) or _behind(sentence, frame, token)
            outside = told_of or elsewhere or _aside(sentence, frame, token)
            if noun is not None and frame.subject != noun.i and not outside and _speaks(sentence, token, noun, english):
                return noun
    return None


def _speaks(sentence: Sentence, source: Token, noun: Token, english: English) -> bool:
    """Say whether what follows "according to" can say something: it is set off, or names somebody or a study."""
    first = sentence.tokens[sentence.spans[source.i][0]]
    set_off = first.i == 0 or sentence.tokens[first.i - 1].text in {",", ";", "—", "("}
    known = english.of("person_nouns", "group_words", "voice.studies", "voice.practising")
    return set_off or noun.pos == "PROPN" or noun.lemma in known or noun.lower in known


def _aside(sentence: Sentence, frame: Frame, source: Token) -> bool:
    """Say whether a source is named inside a relative clause that the frame is no part of."""
    relative = next((t for t in (source, *sentence.ancestors(source.i)) if t.dep == "relcl"), None)
    return relative is not None and frame.head not in sentence.spans[relative.i]


def _before(sentence: Sentence, frame: Frame, source: Token) -> bool:
    """Say whether a clause is done before a later, coordinated one names its source."""
    clause = next((t for t in sentence.ancestors(source.i) if t.pos in {"VERB", "AUX"}), None)
    if clause is None or clause.dep != "conj" or source.i > clause.i:
        return False
    return frame.head < clause.i and frame.head != clause.i and frame.head < source.i


def _behind(sentence: Sentence, frame: Frame, source: Token) -> bool:
    """Say whether a clause with a subject of its own only goes on from one whose source is named at its end."""
    clause = sentence.tokens[frame.verbs[0] if frame.verbs else frame.head]
    while clause.dep in {"xcomp", "ccomp", "relcl"} and clause.head != clause.i:
        clause = sentence.tokens[clause.head]
    told = sentence.tokens[source.head]
    own = sentence.kid(clause.i, *SUBJECTS, "expl")
    if clause.dep != "conj" or own is None or not told.i < source.i < own.i:
        return False
    return told.i in {t.i for t in sentence.ancestors(clause.i)}


def _claiming(sentence: Sentence, frame: Frame, english: English) -> Token | None:
    """Return who claims a thing of themselves: "some clinics claim to regrow hair"."""
    if len(frame.verbs) < 2 or frame.passive:
        return None
    if sentence.tokens[frame.verbs[0]].lemma not in english["voice.self_claims"]:
        return None
    return sentence.tokens[frame.subject] if frame.subject is not None else None


def _in_study(sentence: Sentence, frame: Frame, english: English) -> Token | None:
    """Return the study a clause places its finding in: "in a trial of 39 rowers, times fell"."""
    if frame.negations or not frame.verbs or "in" not in sentence.lowers:
        return None
    for prep in sentence.kids(frame.verbs[0], "prep"):
        noun = sentence.kid(prep.i, "pobj") if prep.lower == "in" and prep.i not in frame.links else None
        own = noun is not None and sentence.has(noun.i, english["first_person"], "poss")
        if noun is not None and not own and noun.lemma in english["voice.settings"]:
            return noun
    return None


def _in_view(sentence: Sentence, frame: Frame, english: English) -> Token | None:
    """Return whose view a clause is said to be: "in Birch's view, tillage helps", "in the eyes of the council".

    What opens a sentence holds of all that "and" joins.
    """
    verbs = _joined_by_and(sentence, frame.verbs[0]) if frame.verbs and "in" in sentence.lowers else ()
    for prep in (k for n, verb in enumerate(verbs) for k in sentence.kids(verb, "prep") if n == 0 or k.i == 0):
        noun = sentence.kid(prep.i, "pobj") if prep.lower == "in" else None
        if noun is not None and noun.lemma in english["voice.views"]:
            of = next((k for k in sentence.kids(noun.i, "prep") if k.lower == "of"), None)
            who = sentence.kid(of.i, "pobj") if of is not None else None
            return sentence.kid(noun.i, "poss") or (who if who is not None and _is_people(who, english) else None)
    return None


def _joined_by_and(sentence: Sentence, start: int) -> list[int]:
    """Return a verb and those above that it is joined to by "and" alone, or gives a reason for."""
    found = [start]
    while (verb := sentence.tokens[found[-1]]).dep in {"conj", "advcl"} and verb.head != verb.i:
        joints = [k.lower for k in sentence.kids(verb.head, "cc") if k.i < verb.i]
        reason = verb.dep == "advcl" and any(k.lower == "because" for k in sentence.kids(verb.i, "mark"))
        if not reason and (verb.dep == "advcl" or joints[-1:] != ["and"]):
            break
        found.append(verb.head)
    return found


def _is_people(who: Token, english: English) -> bool:
    """Say whether a noun names people."""
    return who.pos == "PROPN" or who.lemma in english.of(*_PEOPLE)


def _in_mind(sentence: Sentence, frame: Frame, english: English) -> Token | None:
    """Return to whom a clause that judges is so, named before it: "to my uncle, a baker, sliced bread is a crime"."""
    verb = sentence.tokens[frame.verbs[0]] if frame.verbs else None
    if verb is None or (verb.lemma != "be" and not any(k.lemma == "be" for k in sentence.kids(verb.i, "aux"))):
        return None
    for prep in sentence.kids(verb.i, "prep"):
        who = sentence.kid(prep.i, "pobj") if prep.i == 0 and prep.lower == "to" else None
        if who is not None and _is_people(who, english):
            last = sentence.spans[prep.i][-1]
            return who if sentence.tokens[last].text == "," or sentence.tokens[last + 1].text == "," else None
    return None


def _if_asked(sentence: Sentence, frame: Frame, english: English) -> Token | None:
    """Return who says a thing when asked: "if you ask my dentist, charcoal is useless"."""
    for clause in sentence.kids(frame.verbs[0], "advcl") if frame.verbs else ():
        who = sentence.kid(clause.i, "nsubj") if clause.lemma == "ask" else None
        marked = sentence.has(clause.i, ("if",), "mark")
        if marked and who is not None and who.lower in english["second_person"]:
            return sentence.kid(clause.i, "dobj")
    return None


def _to_whom(sentence: Sentence, frame: Frame, english: English) -> Token | None:
    """Return those in whose eyes a clause is so: "to some it is a tax", "for its critics the dam is a crime"."""
    start = sentence.tokens[frame.verbs[0]] if frame.verbs else None
    if start is None or start.lemma != "be":
        return None
    for prep in sentence.kids(start.i, "prep"):
        noun = sentence.kid(prep.i, "pobj")
        opens = prep.i < min([start.i, *(k.i for k in sentence.kids(start.i, "nsubj"))])
        sided = noun is not None and noun.lemma in english["voice.taking_sides"]
        some = noun is not None and noun.lower in {"some", "many", "others"} and not sentence.kids(noun.i)
        if opens and ((prep.lower in {"to", "for"} and sided) or (prep.lower == "to" and some)):
            return noun
    return None


def _as_told(sentence: Sentence, frame: Frame, english: English) -> Token | None:
    """Return who a clause is told by: "as one reader put it, the app drains the battery"."""
    for clause in sentence.kids(frame.verbs[0], "advcl") if frame.verbs and "as" in sentence.lowers else ():
        if clause.lemma != "put" and clause.lemma not in english["report_verbs"]:
            continue
        marks = {k.lower for k in sentence.kids(clause.i, "mark", "advmod")}
        who = sentence.kid(clause.i, "nsubj")
        anyone = who is None or who.lower in {"one", "we"} or who.lower in english["second_person"]
        if "as" in marks and not anyone:
            told = sentence.kid(clause.i, "dobj")
            complete = sentence.kid(clause.i, "ccomp") is not None or (told is not None and told.lower != "it")
            return None if complete else who
    return None


#: How a clause names its source, in order.
_SOURCES: tuple[Callable[[Sentence, Frame, English], Token | None], ...] = (
    _according_to,
    _in_study,
    _in_view,
    _to_whom,
    _in_mind,
    _if_asked,
    _as_told,
    _claiming,
)


def _reported(sentence: Sentence, who: Token, by: Voice, english: English, resolve: Resolve) -> Voice:
    """Return the voice of a subject of saying, reported by another; the same voice where it speaks of itself."""
    if who.pos == "VERB":
        return Voice(_OTHERS, "group", reported_by=by, uncertain=True)
    if _is_nobody(sentence, who, english):
        return by
    if who.lower in {"it", "its"} or (who.lower in {"they", "their"} and not dict(sentence.people).get(who.i)):
        return _resolved(resolve(who.i), by, english)
    if who.pos == "PRON" and who.lower in {*_THIRD, *_WHOSE}:
        name = dict(sentence.people).get(who.i, "")
        noun = resolve(who.i) if who.lower in {"he", "she"} else ""
        if not name and noun and noun.split()[-1] in english.of(*_PERSONS):
            return Voice(noun, "person", reported_by=by, uncertain=True)
        person = Voice(name or _WHOSE.get(who.lower, who.text), "person", reported_by=by, uncertain=not name)
        return by if name and name == by.label else person
    label = _label(sentence, who)
    return by if label == by.label else Voice(label, _role(who, english), _interest(who, english), reported_by=by)


def _is_nobody(sentence: Sentence, who: Token, english: English) -> bool:
    """Say whether a subject of saying adds no voice: "no study", "this", "which", the speaker's own "I".

    Nor does a study that is told not to show something, or whoever "will know" what the speaker says.
    """
    studied = who.lower == "it" or who.lemma in english["voice.studies"]
    if studied and negated(sentence, who.head, english):
        return True
    verb = sentence.tokens[who.head]
    if verb.lemma == "know" and any(k.tag == "MD" for k in sentence.kids(verb.i, "aux")):
        return True
    pointing = who.lower in {"one", "this", "that", "which", "what", "anyone", "anybody"}
    none = pointing or who.lower in english.of("negative_pronouns", "first_person")
    before = {k.lower for k in sentence.kids(who.i, "det", "amod")}
    return none or bool(before & {"no", "neither"}) or ("few" in before and "a" not in before)


#: The lists of nouns that "it" or "they" may stand for where they speak.
_SPEAKING = (
    "voice.taking_sides",
    "voice.studies",
    "group_words",
    "person_nouns",
    "kin_and_trades",
    "reference.people",
    "reference.groups",
)


#: The lists of nouns for a single person.
_PERSONS = ("kin_and_trades", "reference.people", "reference.female", "reference.male", "voice.practising")
#: The lists of nouns for people and bodies of people.
_PEOPLE = ("person_nouns", "group_words", "kin_and_trades", "reference.people", "reference.groups")


def _resolved(name: str, by: Voice, english: English) -> Voice:
    """Return the voice that "it" or "they" stands for, as far as that can speak: a study, a group of people."""
    last = name.rsplit(maxsplit=1)[-1] if name else ""
    if last.lower() not in english.of(*_SPEAKING) and not last.endswith(DOERS):
        return by
    role = "study" if last in english["voice.studies"] else "group"
    return Voice(name, role, reported_by=by, uncertain=True)


def _label(sentence: Sentence, who: Token) -> str:
    """Return a speaker's name or description; the name where an apposition gives one."""
    apposed = sentence.kid(who.i, "appos")
    named = apposed if apposed is not None and apposed.pos == "PROPN" and who.pos != "PROPN" else who
    return sentence.words(_short(sentence, named.i)).removesuffix("'s").removesuffix("’s").rstrip("'’")[:_LONGEST]


def _short(sentence: Sentence, i: int) -> list[int]:
    """Return a speaker's words without what follows a comma; which of "those" are meant belongs to them."""
    kept = []
    words = phrase(sentence, i)
    those = next((t for t in (sentence.tokens[k] for k in words) if t.lower == "those"), None)
    which = sentence.kid(those.i, "relcl", "acl") if those is not None else None
    for index in sorted({*words, *(sentence.spans[which.i] if which is not None else ())}):
        if sentence.tokens[index].text in {",", "(", ";"} and index > i:
            break
        kept.append(index)
    return kept


def _role(who: Token, english: English) -> str:
    """Return the role of a speaker."""
    if who.lemma in english["voice.studies"]:
        return "study"
    group = who.tag == "NNS" or who.lower in english["group_words"]
    return "group" if group and who.pos != "PROPN" else "person"


def _interest(who: Token, english: English) -> Interest:
    """Return the interest a speaker's description tells of."""
    kinds = (
        (Interest.PRACTISES, "voice.practising"),
        (Interest.SELLS, "voice.selling"),
        (Interest.TRIED, "voice.using"),
    )
    return next((interest for interest, name in kinds if who.lemma in english[name]), Interest.UNKNOWN)
