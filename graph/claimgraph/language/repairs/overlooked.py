"""Finite verbs that the parser overlooked: it took them for nouns, or hung the sentence on something else."""

from dataclasses import replace

from claimgraph.language.mending import known_verbs, third_person, verbs
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, NOUN_TAGS, SUBJECTS, kid, reheaded, renamed, retagged


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


def verb_behind_unknown(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the bare noun behind a word that is no verb as the verb: "mouse follicles cycle together"."""
    for word in tokens[1:-1]:
        if word.tag != "VBZ" or not word.text.islower() or _is_verb(word):
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


def _is_verb(word: Token) -> bool:
    """Say whether a word can be the third person singular of a verb."""
    return word.lemma in known_verbs() or third_person(word.lower) is not None


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
