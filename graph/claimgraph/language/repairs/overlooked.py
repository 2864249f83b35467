"""Finite verbs that the parser overlooked: it took them for nouns, or hung the sentence on something else."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.mending import verbs
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, NOUN_TAGS, SUBJECTS, kid, reheaded, renamed, retagged
from claimgraph.language.repairs.verbs import singular_bases


def verb_of_singular(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a plural that a sentence hangs on as its verb: "the patient returns to work but is weak"."""
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.tag != "NNS" or root.i == 0:
        return tokens
    base = next((b for b in singular_bases(root.lower) if b in verbs()), None)
    noun = _subject_of_noun(tokens, root)
    if noun is None and _goes_on(tokens, root):
        noun = tokens[root.i - 1]
    if base is None or noun is None or noun.i > root.i or noun.tag not in {"NN", "NNP"}:
        return tokens
    if kid(tokens, root, "aux", "auxpass", "neg", "mark", "appos") is not None:
        return tokens
    heads = {k: noun.i for k in root.kids if k < noun.i and tokens[k].dep in {"det", "poss", "amod", "compound"}}
    read = tuple(replace(t, tag="VBZ", pos="VERB", lemma=base) if t.i == root.i else t for t in tokens)
    return renamed(reheaded(read, heads | {noun.i: root.i}), {noun.i: "nsubj"})


def _subject_of_noun(tokens: Sequence[Token], root: Token) -> Token | None:
    """Return the noun right before a plural, taken for its subject, where a clause with its own subject is joined."""
    noun, second = kid(tokens, root, "nsubj"), kid(tokens, root, "conj")
    if noun is None or second is None or second.tag not in FINITE or kid(tokens, second, *SUBJECTS) is None:
        return None
    reach = noun
    while reach.kids and reach.kids[-1] > reach.i:
        reach = tokens[reach.kids[-1]]
    return noun if reach.i == root.i - 1 else None


def _goes_on(tokens: Sequence[Token], root: Token) -> bool:
    """Say whether a verb in the singular without a subject is joined to a plural, and a singular noun stands before."""
    before, second = tokens[root.i - 1], kid(tokens, root, "conj")
    if second is None or before.tag != "NN" or before.head != root.i or kid(tokens, second, *SUBJECTS) is not None:
        return False
    finite = [second, *(tokens[k] for k in second.kids if tokens[k].dep in {"aux", "auxpass"})]
    return any(t.tag == "VBZ" for t in finite) and kid(tokens, second, "nsubjpass") is None


def thing_there_is(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a gerund with an article behind "there is" as what there is: "there is no free parking in town"."""
    for doing in tokens[2:]:
        there = kid(tokens, doing, "expl") if doing.tag == "VBG" else None
        be = kid(tokens, doing, "aux")
        if there is None or be is None or be.lemma != "be" or tokens[doing.i - 1].tag not in {*NOUN_TAGS, "JJ", "DT"}:
            continue
        own = [k for k in doing.kids if be.i < k < doing.i]
        if not own or tokens[be.i + 1].tag != "DT":
            continue
        above = be.i if doing.head == doing.i else doing.head
        inner = {k: doing.i for t in own for k in tokens[t].kids if tokens[k].dep == "det"}
        heads = {k: be.i for k in doing.kids if k not in own and tokens[k].dep != "prep"}
        heads |= inner | {be.i: above, doing.i: be.i}
        return renamed(reheaded(retagged(tokens, {doing.i: "NN"}), heads), {be.i: doing.dep, doing.i: "attr"})
    return tokens


def verb_behind_one(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle between "one" and a plural as the verb: "four were empty, and one held old coins"."""
    for word in tokens[2:-1]:
        one, noun = tokens[word.i - 1], tokens[word.head]
        if one.lower != "one" or one.dep != "nummod" or one.head != noun.i or word.dep != "amod":
            continue
        joint = tokens[one.i - 1]
        if noun.tag != "NNS" or noun.dep != "conj" or joint.dep != "cc" or word.tag not in {"VBN", "VBD"}:
            continue
        verb = tokens[noun.head]
        while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:
            verb = tokens[verb.head]
        if verb.tag != "VBD":
            continue
        heads = {word.i: verb.i, one.i: word.i, noun.i: word.i, joint.i: verb.i}
        read = tuple(replace(t, tag="VBD", pos="VERB") if t.i == word.i else t for t in tokens)
        return renamed(reheaded(read, heads), {word.i: "conj", one.i: "nsubj", noun.i: "dobj"})
    return tokens


def subject_behind_joint(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a second verb the noun right before it: "there are a few trials and the surveys show a gain"."""
    for verb in tokens[4:]:
        first = tokens[verb.head]
        if verb.dep != "conj" or verb.tag not in FINITE or first.i > verb.i or first.pos not in {"VERB", "AUX"}:
            continue
        if kid(tokens, verb, *SUBJECTS, "nsubjpass", "mark", "aux", "auxpass", "advmod") is not None:
            continue
        noun = tokens[verb.i - 1]
        if noun.dep != "conj" or noun.tag not in NOUN_TAGS or not first.i < noun.head < noun.i:
            continue
        opening = min([noun.i, *(k for k in noun.kids if k < noun.i)])
        joint = tokens[opening - 1]
        agrees = verb.tag == "VBD" or (noun.tag in {"NNS", "NNPS"}) == (verb.tag == "VBP")
        if joint.dep != "cc" or joint.head != noun.head or not agrees:
            continue
        if any(tokens[k].dep == "cc" and k > noun.head for k in first.kids):
            continue
        return renamed(reheaded(tokens, {noun.i: verb.i, joint.i: first.i}), {noun.i: "nsubj"})
    return tokens


def short_is(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "'s" between an opening noun and a preposition as "is": "My dad's on leave, so I cook"."""
    for mark in tokens[1:-2]:
        noun, prep = tokens[mark.i - 1], tokens[mark.i + 1]
        if mark.tag != "POS" or mark.lower != "'s" or noun.dep not in {"npadvmod", "nsubj"} or prep.dep != "prep":
            continue
        verb = tokens[noun.head]
        opens = all(t.head == noun.i or t.pos == "PUNCT" for t in tokens[: noun.i])
        opens = opens and (noun.dep == "npadvmod" or any(tokens[k].dep == "nsubj" and k > prep.i for k in verb.kids))
        if not opens or kid(tokens, prep, "pobj") is None or verb.i < prep.i or prep.head != noun.i:
            continue
        heads = {mark.i: verb.i, noun.i: mark.i, prep.i: mark.i}
        read = tuple(replace(t, tag="VBZ", pos="AUX", lemma="be") if t.i == mark.i else t for t in tokens)
        return renamed(reheaded(read, heads), {mark.i: "ccomp", noun.i: "nsubj"})
    return tokens


def name_like_mark(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a conjunction in capitals before a verb as a name: "IF is a diet that alternates"."""
    mark, verb = tokens[0], tokens[1] if len(tokens) > 1 else tokens[0]
    if mark.dep != "mark" or len(mark.text) < 2 or not mark.text.isupper() or verb.tag not in FINITE:
        return tokens
    if mark.head != verb.i or any(t.text.isupper() and len(t.text) > 1 for t in tokens[1:4]):
        return tokens
    names = {0: "nsubj"} | {k: "attr" for k in verb.kids if tokens[k].dep == "nsubj" and k > verb.i}
    read = tuple(replace(t, tag="NNP", pos="PROPN") if t.i == 0 else t for t in tokens)
    return renamed(read, names)


def share_before_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "up to" before a share as how much it is: "up to a third of the loss can be muscle"."""
    for up in tokens[:-3]:
        to = tokens[up.i + 1]
        if up.lower != "up" or to.lower != "to" or up.dep != "prep" or to.head != up.i:
            continue
        share, verb = kid(tokens, to, "pobj"), tokens[up.head]
        if share is None or verb.i < share.i or verb.pos not in {"VERB", "AUX"}:
            continue
        if kid(tokens, verb, *SUBJECTS, "nsubjpass") is None:
            dep = "nsubj" if kid(tokens, verb, "auxpass") is None else "nsubjpass"
            heads = {share.i: verb.i, up.i: share.i, to.i: up.i}
            return renamed(reheaded(tokens, heads), {share.i: dep, up.i: "advmod", to.i: "advmod"})
    return tokens


def asked_first(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a participle that opens a sentence on its clause: "Asked why, she said that the clinics lack time"."""
    opening = tokens[0]
    if opening.head != 0 or opening.tag not in {"VBN", "VBG"} or kid(tokens, opening, *SUBJECTS, "aux", "auxpass"):
        return tokens
    verb = kid(tokens, opening, "ccomp", "conj")
    who = kid(tokens, verb, "nsubj", "nsubjpass") if verb is not None else None
    if verb is None or who is None or who.i < 2 or kid(tokens, verb, "mark") is not None:
        return tokens
    first = min([who.i, *(k for k in who.kids if k < who.i)])
    if tokens[first - 1].text != "," or verb.tag not in FINITE | {"VB"}:
        return tokens
    heads = {verb.i: verb.i, 0: verb.i}
    heads |= {k: 0 for k in verb.kids if k < first - 1}
    heads |= {k: verb.i for k in opening.kids if k > verb.i}
    return renamed(reheaded(tokens, heads), {verb.i: "ROOT", 0: "advcl"})


def mind_you(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "mind you" and "believe me" beside a clause as asides: "my wife can't eat nuts, mind you"."""
    root = next((t for t in tokens if t.head == t.i), tokens[0])
    you, told = kid(tokens, root, "dobj"), kid(tokens, root, "ccomp")
    if you is None or told is None or f"{root.lower} {you.lower}" not in english()["clause.appeals"]:
        return tokens
    if kid(tokens, root, *SUBJECTS, "aux") is not None or kid(tokens, told, *SUBJECTS, "nsubjpass") is None:
        return tokens
    heads = {told.i: told.i, root.i: told.i} | {k: told.i for k in root.kids if tokens[k].dep == "punct"}
    return renamed(reheaded(tokens, heads), {told.i: "ROOT", root.i: "intj"})


def verb_behind_unknown(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the bare noun behind a word that is no verb as the verb: "mouse follicles cycle together"."""
    for word in tokens[1:-1]:
        if word.tag != "VBZ" or not word.text.islower() or _is_verb(word.lower):
            continue
        part, verb = tokens[word.i - 1], tokens[word.i + 1]
        sure = part.dep == "nsubj" and part.head == word.i and verb.dep == "dobj" and verb.head == word.i
        if not sure or verb.tag != "NN" or verb.kids or verb.lower not in verbs() or part.tag not in {"NN", "NNP"}:
            continue
        above = verb.i if word.head == word.i else word.head
        heads = dict.fromkeys(word.kids, verb.i) | {k: word.i for k in part.kids if k < part.i}
        heads |= {verb.i: above, word.i: verb.i, part.i: word.i}
        as_noun = tuple(replace(t, tag="NNS", pos="NOUN") if t.i == word.i else t for t in tokens)
        names = {verb.i: word.dep, word.i: "nsubj", part.i: "compound"}
        return renamed(reheaded(retagged(as_noun, {verb.i: "VBP"}), heads), names)
    return tokens


#: Verbs that are in no list, as they say nothing by themselves.
_SHORT = frozenset({"be", "have", "do", "ha", "doe", "i", "'"})


def _is_verb(word: str) -> bool:
    """Say whether a word can be the third person singular of a verb."""
    return any(base in verbs() or base in _SHORT for base in singular_bases(word))


def verb_behind_next(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part "the next" from the verb behind it: "carers who drive from one client to the next pay for fuel"."""
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.tag not in {"NNS", "NNPS"} or (inner := kid(tokens, root, "relcl")) is None:
        return tokens
    for word in tokens[inner.i + 4 : -1]:
        after, to = tokens[word.i - 1], tokens[word.head]
        if word.tag != "NN" or word.dep != "pobj" or to.lower != "to" or after.lower not in {"next", "other"}:
            continue
        led = any(t.lower == "from" for t in tokens[inner.i : to.i])
        if not led or after.head != word.i or word.lower not in verbs():
            continue
        heads = dict.fromkeys((k for k in word.kids if k < after.i), after.i) | {after.i: to.i, word.i: word.i}
        heads |= {k: word.i for k in (*root.kids, *inner.kids, *to.kids) if k > word.i} | {root.i: word.i}
        read = retagged(tokens, {word.i: "VBP"})
        return renamed(reheaded(read, heads), {word.i: "ROOT", root.i: "nsubj", after.i: "pobj"})
    return tokens
