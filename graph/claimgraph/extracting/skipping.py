"""Verbs that make no clause of their own: what only describes, opens, lists or stands for a preposition."""

from collections.abc import Callable

from claimgraph.extracting.clauses import SUBJECTS, first_conjunct, infinitive, meanwhile
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

#: The most words from "should have" to the verb behind an aside.
_ASIDE = 10


def _in_brackets(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a verb without a subject stands in brackets: "(see the video below)"."""
    if token.tag not in {"VB", "VBP"} or sentence.lowers.isdisjoint(("(", "[")):
        return False
    first = sentence.spans[token.i][0]
    before = reversed(sentence.tokens[max(0, first - 1) : token.i])
    bracket = next((t for t in before if t.text in {"(", "[", ")", "]"}), None)
    if bracket is None or bracket.text in {")", "]"}:
        return False
    return not any(k.i > bracket.i for k in sentence.kids(token.i, *SUBJECTS, "aux"))


def _hyphenated(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a participle is the end of a compound word: "stem cell-derived"."""
    before = sentence.tokens[token.i - 1] if token.i else token
    return before.text == "-" and before.end == token.start and token.tag in {"VBN", "VBD", "VBG"}


def _opening_idiom(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a participle without a subject only opens a sentence: "put in a nutshell", "that being said"."""
    early = token.i <= 2 and token.tag in {"VBN", "VBG", "VBD", "VB"} and token.head != token.i
    return early and token.lemma in english["clause.openers"] and sentence.kid(token.i, "nsubj") is None


def _prepositional_verb(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a verb stands for a preposition: "using", "ranging from"."""
    return token.lower in {"using", "ranging"}


def _listed_gerund(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a gerund only goes on a list of objects: "causes fading but not cracking"."""
    if token.tag != "VBG" or token.dep != "conj":
        return False
    first = first_conjunct(sentence, token)
    return first.tag == "VBG" and first.dep in {"dobj", "pobj", "xcomp"}


def _describing(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a participle only goes on describing a noun: "a popping or cracking noise"."""
    if token.tag not in {"VBG", "VBN"} or token.dep != "conj":
        return False
    return first_conjunct(sentence, token).dep in {"amod", "compound"}


def _beside_noun(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a gerund is coordinated with a noun behind a preposition: "sold on fear and protecting you"."""
    return token.dep == "conj" and token.tag == "VBG" and first_conjunct(sentence, token).dep == "pobj"


def _candid(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether an infinitive only tells how candid a speaker is: "and, to be quite honest, I like it"."""
    if token.lemma != "be" or token.dep not in {"advcl", "xcomp", "conj"} or not infinitive(sentence, token):
        return False
    word = sentence.kid(token.i, "acomp", "attr")
    return word is not None and word.lower in english["clause.candid"]


def _confessing(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether speakers only tell that they will be candid: "I'll be honest", "I won't lie", "we must admit"."""
    who = sentence.kid(token.i, "nsubj")
    if who is None or who.lower not in {"i", "we"} or all(k.tag != "MD" for k in sentence.kids(token.i, "aux")):
        return False
    if token.lemma == "be":
        word = sentence.kid(token.i, "acomp")
        return word is not None and word.lower in english["clause.candid"] and not sentence.kids(word.i)
    bare = sentence.kid(token.i, "dobj", "ccomp", "xcomp", "prep") is None
    denied = token.lemma in {"own", "admit", "confess"} or sentence.kid(token.i, "neg") is not None
    return bare and denied and token.lemma in english["clause.confessing"]


def _advised_so(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a verb tells the reader what to do therefore: "paint drips, so wear gloves"."""
    own = any(k.i > token.i for k in sentence.kids(token.i, *SUBJECTS))
    if token.tag not in {"VB", "VBP"} or own or token.lemma in {"be", "do", "have"}:
        return False
    before = sentence.tokens[max(0, token.i - 2) : token.i]
    return [t.lower for t in before] in ([",", "so"], [";", "so"])


def _bare_modal(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a modal stands for a verb that comes later: "may or may not help"."""
    behind = sentence.tokens[token.i + 1 : token.i + 2] if token.tag == "MD" else ()
    return any(word.lower == "or" for word in behind)


def _lone_participle(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a participle behind a noun only tells which is meant: "per unit of energy generated"."""
    if token.dep not in {"acl", "relcl"} or token.tag not in {"VBN", "VBD"}:
        return False
    return all(k.dep == "advmod" and k.lower.endswith("ly") for k in sentence.kids(token.i))


def _state_of_object(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a participle tells the state that a verb keeps its object in: "never left me stranded"."""
    above = sentence.tokens[token.head]
    if token.tag != "VBN" or token.dep not in {"advcl", "xcomp"} or above.lemma not in english["clause.keeping"]:
        return False
    thing = sentence.kid(above.i, "dobj")
    return thing is not None and thing.i == token.i - 1 and sentence.kid(token.i, *SUBJECTS, "aux", "auxpass") is None


def _of_none(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a participle goes on a list of what is not there: "no glue, no nails, made in Kent"."""
    if token.dep != "acl" or token.tag != "VBN" or sentence.tokens[token.i - 1].text != ",":
        return False
    return sentence.has(token.head, ("no",), "det")


def _missed(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether an aside parts a verb from the "should have" of what did not happen: "should have, at best, sunk"."""
    if token.tag not in {"VBN", "VBD"} or not {"should", "have"} <= sentence.lowers:
        return False
    return any(_behind_aside(sentence, verb) for verb in (token, first_conjunct(sentence, token)))


def _behind_aside(sentence: Sentence, verb: Token) -> bool:
    """Say whether only an aside between commas stands between "should have" and a verb."""
    words = [t.lower for t in sentence.tokens[max(0, verb.i - _ASIDE) : verb.i]]
    if not words or words[-1] != ",":
        return False
    opening = next((n for n in range(len(words) - 2, 1, -1) if words[n] == ","), 0)
    return words[max(0, opening - 2) : opening] == ["should", "have"]


def _meanwhile(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a verb only tells during what another one holds: "do not eat while riding"."""
    return meanwhile(sentence, token)


def _compared(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether an infinitive belongs to what two are compared in: "twice as likely as others to be hurt"."""
    if token.dep != "advcl" or token.tag not in {"VB", "VBN"} or not infinitive(sentence, token):
        return False
    led = any(k.lower in {"as", "than"} for k in sentence.kids(token.i, "mark"))
    return led and sentence.tokens[token.head].dep == "acomp" and token.head < token.i


def _aged(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a participle only tells how old somebody is: "a study of 31 boys, aged 8 to 11"."""
    behind = sentence.tokens[min(token.i + 1, len(sentence.tokens) - 1)]
    return token.lower == "aged" and token.dep in {"acl", "relcl"} and behind.tag in {"CD", "IN"}


def _across_bar(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a bar parts a verb from its subject, as in a row of links: "Letters | Sign in"."""
    who = sentence.kid(token.i, "nsubj") if "|" in sentence.lowers else None
    return who is not None and any(t.text == "|" for t in sentence.tokens[who.i : token.i])


def makes_none(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a verb makes no clause of its own.

    Args:
        sentence: the verb's.
        token: the verb.
        english: the word lists.
    """
    return token.tag != "VBZ" and any(is_none(sentence, token, english) for is_none in _NO_CLAUSES)


#: Verbs that make no clause; none of them is tensed as in "it heals".
_NO_CLAUSES: tuple[Callable[[Sentence, Token, English], bool], ...] = (
    _in_brackets,
    _hyphenated,
    _opening_idiom,
    _prepositional_verb,
    _listed_gerund,
    _describing,
    _beside_noun,
    _candid,
    _confessing,
    _advised_so,
    _bare_modal,
    _lone_participle,
    _state_of_object,
    _missed,
    _of_none,
    _meanwhile,
    _compared,
    _aged,
    _across_bar,
)
