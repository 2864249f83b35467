"""Finite verbs that the parser overlooked: it took them for nouns, or hung the sentence on something else."""

from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.mending import known_verbs, third_person, verbs
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import (
    FINITE,
    NOUN_TAGS,
    QUOTES,
    SUBJECTS,
    first_of,
    kid,
    reheaded,
    renamed,
    retagged,
)


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


def plural_behind_that(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a word behind "that" that is no verb as the subject of the next: "that platelets release growth factors"."""
    for word in tokens[1:-2]:
        that, verb = tokens[word.i - 1], tokens[word.i + 1]
        if word.tag != "VBZ" or that.lower != "that" or not word.text.islower() or _is_verb(word):
            continue
        thing = tokens[verb.head]
        inside = verb.dep == "compound" and thing.i > verb.i and thing.tag in NOUN_TAGS and set(verb.kids) <= {word.i}
        beside = {word.head, thing.head} & {word.i, verb.i, thing.i} and word.head in {thing.head, verb.i, thing.i}
        top = word if thing.head == word.i else thing
        if verb.tag != "NN" or verb.lower not in verbs() or not inside or not (top is word or beside):
            continue
        heads = {k: verb.i for t in (word, thing) for k in t.kids if k < verb.i or (t is word and k > thing.i)}
        heads |= {verb.i: verb.i if top.head == top.i else top.head, word.i: verb.i, thing.i: verb.i, that.i: verb.i}
        read = tuple(replace(t, tag="NNS", pos="NOUN") if t.i == word.i else t for t in tokens)
        names = {verb.i: top.dep, word.i: "nsubj", thing.i: "dobj", that.i: "mark"}
        return renamed(reheaded(retagged(read, {verb.i: "VBP"}), heads), names)
    return tokens


def verb_behind_adverb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a bare noun with subjects and an adverb as their verb: "rust and swelling usually fade in two days"."""
    for word in tokens[2:]:
        adverb, who = tokens[word.i - 1], kid(tokens, word, "nsubj")
        led = adverb.tag == "RB" and adverb.dep == "advmod" and adverb.head == word.i
        led = led or (word.head == word.i and kid(tokens, word, "dobj") is not None)
        if word.tag != "NN" or not led or who is None or who.i > adverb.i or word.lower not in verbs():
            continue
        if kid(tokens, word, "det", "amod", "poss", "compound", "cop", "nummod") is not None:
            continue
        others = [tokens[k] for k in who.kids if tokens[k].dep == "conj"]
        if who.tag in {"NNS", "NNPS"} or any(t.tag in NOUN_TAGS | {"VBG"} for t in others):
            gerunds = {t.i: "NN" for t in others if t.tag == "VBG" and not t.kids}
            return retagged(tokens, {word.i: "VBP"} | gerunds)
    return tokens


def verb_behind_bound(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the noun behind a bound of age as the verb: "riders over 65 account for half of the deaths"."""
    for verb in tokens[3:-1]:
        number, over, who = tokens[verb.i - 1], tokens[verb.i - 2], tokens[verb.i - 3]
        bounded = over.lower in _BOUNDS and over.head == number.i and number.tag == "CD" and number.head == verb.i
        if (
            not bounded
            or verb.tag != "NN"
            or verb.head != who.i
            or verb.dep not in {"appos", "nmod", "dep", "npadvmod"}
        ):
            continue
        behind = tokens[verb.i + 1]
        if who.tag not in {"NNS", "NNPS"} or verb.lower not in verbs() or behind.dep != "prep":
            continue
        heads = {verb.i: verb.i if who.head == who.i else who.head, who.i: verb.i, over.i: who.i, number.i: over.i}
        heads |= {k: verb.i for k in who.kids if k > verb.i}
        names = {verb.i: who.dep, who.i: "nsubj", over.i: "prep", number.i: "pobj"}
        return renamed(reheaded(retagged(tokens, {verb.i: "VBP"}), heads), names)
    return tokens


_BOUNDS = frozenset({"over", "under", "above", "below", "aged"})


def verb_behind_these(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle behind "most of these" as their verb: "most of these involved pumps bought abroad"."""
    for verb in tokens[3:-1]:
        these, of = tokens[verb.i - 1], tokens[verb.i - 2]
        if verb.tag != "VBN" or verb.dep != "amod" or these.lower not in {"these", "those", "them"}:
            continue
        thing, share = tokens[verb.head], tokens[of.head]
        led = these.head == thing.i and of.lower == "of" and thing.head == of.i and of.dep == "prep"
        last = tokens[share.head]
        if not led or verb.lemma not in english()["repair.relating"] or thing.i < verb.i:
            continue
        other = share.dep in {"nsubj", "nsubjpass"}
        if other and (last.i != thing.i + 1 or last.tag not in {"VBD", "VBN"} or kid(tokens, last, "aux", "dobj")):
            continue
        if not other and share.head != share.i:
            continue
        heads = {these.i: of.i, thing.i: verb.i, share.i: verb.i, verb.i: verb.i if last.head == last.i else last.head}
        heads |= {last.i: thing.i} if other else {}
        heads |= {k: verb.i for k in share.kids if k > thing.i}
        names = {these.i: "pobj", thing.i: "dobj", verb.i: last.dep, share.i: "nsubj"}
        names |= {last.i: "acl"} if other else {}
        past = {verb.i: "VBD"} | ({last.i: "VBN"} if other else {})
        read = tuple(replace(t, tag=past[t.i]) if t.i in past else t for t in tokens)
        return renamed(reheaded(read, heads), names)
    return tokens


def past_behind_relative(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle behind a relative clause as the verb: "the trial, which cost £9m, offered toast and fruit"."""
    who = next((t for t in tokens if t.head == t.i), None)
    told = kid(tokens, who, "relcl") if who is not None and who.tag in NOUN_TAGS else None
    if who is None or told is None or tokens[who.i + 1].text != "," or who.i + 1 >= told.i:
        return tokens
    for verb in tokens[told.i + 2 : -1]:
        thing = tokens[verb.head]
        joined = thing.dep == "conj" and told.i < thing.head < verb.i - 1 and first_of(tokens, thing) == verb.i
        if verb.tag not in {"VBN", "VBD"} or verb.dep != "amod" or tokens[verb.i - 1].text != "," or not joined:
            continue
        before = tokens[thing.head]
        more = [k for k in before.kids if k > thing.i and tokens[k].dep in {"conj", "cc"}]
        heads = dict.fromkeys(more, thing.i) | {verb.i: verb.i, who.i: verb.i, thing.i: verb.i}
        heads |= {k: verb.i for t in (who, told, before) for k in t.kids if k > thing.i and k not in more}
        read = tuple(replace(t, tag="VBD", pos="VERB") if t.i == verb.i else t for t in tokens)
        return renamed(reheaded(read, heads), {verb.i: "ROOT", who.i: "nsubj", thing.i: "dobj"})
    return tokens


def past_with_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what describes a noun but has a subject as its verb: "but my barber noticed baby hairs after a week"."""
    for verb in tokens[2:-1]:
        thing = tokens[verb.head]
        who = kid(tokens, verb, "nsubj") if verb.dep == "amod" and verb.tag in {"JJ", "VBN", "VBD"} else None
        if who is None or who.i > verb.i or thing.i < verb.i or not verb.lower.endswith("ed"):
            continue
        base = next((b for b in (verb.lower[:-2], verb.lower[:-1]) if b in verbs()), None)
        if base is None or thing.dep not in {"conj", "ROOT", "ccomp"}:
            continue
        above = tokens[thing.head]
        heads = {verb.i: verb.i if above is thing else above.i, thing.i: verb.i}
        heads |= {k: verb.i for k in thing.kids if k < who.i}
        heads |= {k: verb.i for k in above.kids if k > thing.i and tokens[k].dep in {"prep", "npadvmod", "advcl"}}
        read = tuple(replace(t, tag="VBD", pos="VERB", lemma=base) if t.i == verb.i else t for t in tokens)
        return renamed(reheaded(read, heads), {verb.i: thing.dep, thing.i: "dobj"})
    return tokens


def verb_behind_examples(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a subject the verb behind its examples: "paints such as distemper shed dust and can make asthma worse"."""
    last = next((t for t in tokens if t.head == t.i), tokens[0])
    who = kid(tokens, last, "nsubj")
    joint = kid(tokens, who, "cc") if who is not None else None
    if who is None or joint is None or who.tag not in {"NNS", "NNPS"} or kid(tokens, who, "conj") is not None:
        return tokens
    thing = tokens[joint.i - 1]
    led = tokens[thing.head]
    inside = [tokens[k] for k in thing.kids if k < thing.i]
    verb = inside[-1] if inside and inside[-1].i == thing.i - 1 else thing
    example = tokens[verb.i - 1]
    known = verb.tag == "NN" and verb.dep == "compound" and verb.lower in verbs()
    if led.lower != "as" or tokens[led.i - 1].lower != "such" or not known or example.i <= led.i or joint.i > last.i:
        return tokens
    heads = {verb.i: verb.i, who.i: verb.i, joint.i: verb.i, last.i: verb.i, thing.i: verb.i, example.i: led.i}
    heads |= {k: example.i for t in (verb, thing) for k in t.kids if k < example.i}
    named = {verb.i: "ROOT", last.i: "conj", thing.i: "dobj", example.i: "pobj"}
    nouns = {} if example.tag in NOUN_TAGS else {example.i: "NN"}
    return renamed(reheaded(retagged(tokens, {verb.i: "VBP"} | nouns), heads), named)


def verb_behind_quote(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what opens a quotation as the verb, not the unknown word behind it: "the blanket 'boosts serotonin'"."""
    for word in tokens[3:]:
        verb, mark = tokens[word.i - 1], tokens[word.i - 2]
        if word.tag not in {"VBP", "VB", "VBD"} or mark.text not in QUOTES or verb.tag != "NNS" or verb.head != word.i:
            continue
        base, who = third_person(verb.lower), kid(tokens, verb, "nsubj", "compound", "nmod", "poss")
        if base is None or {word.lower, word.lemma} & known_verbs() or who is None or who.i > mark.i:
            continue
        heads = dict.fromkeys((*word.kids, *verb.kids), verb.i)
        heads |= {verb.i: verb.i if word.head == word.i else word.head, word.i: verb.i}
        read = tuple(replace(t, tag="VBZ", pos="VERB", lemma=base) if t is verb else t for t in tokens)
        names = {verb.i: word.dep, word.i: "dobj", who.i: "nsubj"}
        return renamed(reheaded(retagged(read, {word.i: "NN"}), heads), names)
    return tokens


def verb_before_gerund(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a plain verb before a gerund as no auxiliary of it: "they say that trains displace driving"."""
    for gerund in tokens[2:]:
        verb = tokens[gerund.i - 1]
        if gerund.tag != "VBG" or verb.head != gerund.i or verb.tag not in {"VBP", "VBZ"}:
            continue
        if verb.dep not in {"aux", "nsubj"} or verb.lemma in {"be", "have", "do", "get", "keep"}:
            continue
        whose = kid(tokens, verb, "nsubj") or kid(tokens, gerund, "nsubj")
        if whose is None or whose.i > verb.i or whose.i == verb.i:
            whose = tokens[verb.i - 1] if tokens[verb.i - 1].tag in NOUN_TAGS else None
        if whose is None:
            continue
        heads = {k: verb.i for k in gerund.kids if k < verb.i} | {gerund.i: verb.i, whose.i: verb.i}
        heads[verb.i] = verb.i if gerund.head == gerund.i else gerund.head
        names = {verb.i: gerund.dep, gerund.i: "xcomp", whose.i: "nsubj"}
        read = tuple(replace(t, pos="VERB") if t is verb else t for t in tokens)
        return renamed(reheaded(read, heads), names)
    return tokens
