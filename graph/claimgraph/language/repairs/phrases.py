"""Noun phrases that the parser cut, joined to the wrong noun or took for another part of the sentence."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.mending import known_verbs
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import (
    FINITE,
    NOUN_TAGS,
    SUBJECTS,
    first_of,
    kid,
    last_of,
    reheaded,
    renamed,
    retagged,
)

_PARTICIPLES = frozenset({"VBD", "VBN"})

#: How a participle inside a phrase is taken for a clause.
_LOOSE = frozenset({"ccomp", "conj", "advcl", "acl", "relcl"})


def description_of_opening(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a description between commas the noun of the opening phrase: "At Ely, the largest, ten men are ill"."""
    opening = tokens[0]
    verb, noun = tokens[opening.head], kid(tokens, opening, "pobj")
    if opening.dep != "prep" or noun is None:
        return tokens
    subjects = [tokens[k] for k in verb.kids if tokens[k].dep in {"nsubj", "nsubjpass"} and k < verb.i]
    if len(subjects) != 2:
        return tokens
    told, who = subjects
    first, second = first_of(tokens, told), first_of(tokens, who)
    inside = all(noun.i in {t.head, t.i} or t.dep == "case" for t in tokens[noun.i : first - 1])
    set_off = tokens[first - 1].text == "," and tokens[second - 1].text == ","
    agrees = told.tag not in {"NNS", "NNPS"} or noun.tag in {"NNS", "NNPS"}
    if not inside or not set_off or not agrees or tokens[first].lower not in {"the", "a", "an", "its"}:
        return tokens
    return renamed(reheaded(tokens, {told.i: noun.i}), {told.i: "appos"})


def noun_behind_adjectives(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give two adjectives their noun where the first was taken for it: "compares a wet, windy spring with frost"."""
    for word in tokens[2:-3]:
        article, comma, second = tokens[word.i - 1], tokens[word.i + 1], tokens[word.i + 2]
        if word.tag != "JJ" or word.dep not in {"dobj", "pobj", "attr"} or comma.text != "," or second.dep != "amod":
            continue
        noun = tokens[second.head]
        alone = noun.i == second.i + 1 and noun.tag in NOUN_TAGS and noun.head != noun.i
        if not alone or article.head != word.i or article.lower not in {"a", "an"} or noun.dep in SUBJECTS:
            continue
        heads = dict.fromkeys(word.kids, noun.i) | {noun.i: word.head, word.i: noun.i, comma.i: noun.i}
        return renamed(reheaded(tokens, heads), {noun.i: word.dep, word.i: "amod"})
    return tokens


def adjective_taken_for_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a word that is no verb, behind a comma, as describing its noun: "Meet yeasts, minute fungi that feed"."""
    for word in tokens[2:-1]:
        comma, noun = tokens[word.i - 1], kid(tokens, word, "dobj")
        if word.tag not in {"VBP", "VB"} or comma.text != "," or noun is None or word.dep not in {"conj", "ROOT"}:
            continue
        before = tokens[word.i - 2]
        if not known_verbs().isdisjoint((word.lower, word.lemma)) or before.tag not in NOUN_TAGS:
            continue
        if kid(tokens, word, "cc", "aux", "expl", "csubj") is not None:
            continue
        who = kid(tokens, word, "nsubj")
        if (who is None) != (word.dep == "conj") or (who is not None and who.i != before.i):
            continue
        heads = {k: noun.i for k in word.kids if k < noun.i} | {word.i: noun.i, noun.i: before.i, comma.i: before.i}
        heads |= {k: before.i for k in word.kids if k > noun.i} | ({before.i: before.i} if who is not None else {})
        names = {word.i: "amod", noun.i: "appos"} | ({before.i: "ROOT"} if who is not None else {})
        return renamed(reheaded(retagged(tokens, {word.i: "JJ"}), heads), names)
    return tokens


def participle_inside_phrase(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle between an article and its noun as one: "from an FDA cleared biologics company"."""
    for word in tokens[3:-1]:
        doer = tokens[word.i - 1]
        if word.tag not in _PARTICIPLES or doer.dep != "pobj" or doer.tag not in {"NN", "NNP"}:
            continue
        article, noun = tokens[doer.i - 1], _described(tokens, word, doer)
        if noun is None or article.head != doer.i or article.lower not in {"a", "an"} or noun.tag not in NOUN_TAGS:
            continue
        heads = dict.fromkeys((*doer.kids, *(k for k in word.kids if k > word.i)), noun.i)
        heads |= {noun.i: doer.head, word.i: noun.i, doer.i: word.i}
        as_participle = tuple(replace(t, tag="VBN") if t.i == word.i else t for t in tokens)
        names = {noun.i: "pobj", word.i: "amod", doer.i: "npadvmod"}
        return renamed(reheaded(as_participle, heads), names)
    return tokens


def _described(tokens: Sequence[Token], word: Token, doer: Token) -> Token | None:
    """Return the noun that a participle describes, hung under it as an object or beside the doer as a second one."""
    noun = kid(tokens, word, "dobj")
    if word.dep in _LOOSE:
        own = noun is not None and kid(tokens, noun, "det", "poss") is None
        return noun if own and kid(tokens, word, *SUBJECTS, "aux", "mark", "cc") is None else None
    beside = tokens[word.head]
    first = beside.dep == "dobj" and first_of(tokens, beside) == word.i and beside.head < doer.i
    return beside if word.dep == "amod" and first else None


def second_of_phrase(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Join a bare singular noun to the bare one before "and": "admissions for flu and Covid", not Covid itself."""
    for noun in tokens[4:]:
        head, joint, other = tokens[noun.head], tokens[noun.i - 1], tokens[noun.i - 2]
        if noun.dep != "conj" or noun.kids or noun.tag not in {"NN", "NNP"} or head.tag != "NNS":
            continue
        inside = other.dep == "pobj" and tokens[other.head].head == head.i and joint.dep == "cc"
        bare = other.tag in {"NN", "NNP"} and kid(tokens, other, "det", "poss", "amod") is None
        if inside and bare and noun.lemma not in english()["group_words"]:
            return reheaded(tokens, {noun.i: other.i, joint.i: other.i})
    return tokens


def before_and_after(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "before and after" in front of a noun as describing it: "he has before/after pictures"."""
    for before in tokens[:-3]:
        joint, after, noun = tokens[before.i + 1 : before.i + 4]
        if before.lower != "before" or after.lower != "after" or joint.lower not in {"and", "/", "-"}:
            continue
        opens = tokens[before.i - 1].tag if before.i else ""
        sure = opens in {"DT", "PRP$", "IN"} or (joint.lower != "and" and opens[:2] == "VB")
        if noun.tag not in NOUN_TAGS or not sure:
            continue
        heads, names = _described_by(tokens, before, after, noun)
        as_adjectives = retagged(tokens, {before.i: "JJ", after.i: "JJ"})
        return renamed(reheaded(as_adjectives, heads), names)
    return tokens


def _described_by(
    tokens: Sequence[Token], before: Token, after: Token, noun: Token
) -> tuple[dict[int, int], dict[int, str]]:
    """Return the heads and relations of "before and after" and of the noun they describe."""
    heads = {before.i: noun.i, before.i + 1: before.i, after.i: before.i}
    names = {before.i: "amod", before.i + 1: "cc", after.i: "conj"}
    if before.dep in {"pobj", "dobj"}:
        heads |= {noun.i: before.head} | {k: noun.i for k in before.kids if k < before.i}
        names[noun.i] = before.dep
    elif noun.head in {after.i, before.i}:
        verb = tokens[before.i - 1]
        heads[noun.i], names[noun.i] = verb.i, "pobj" if verb.tag == "IN" else "dobj"
    return heads, names


def dose_of_day(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give "a day" behind a measured thing to the measure: "find up to 400 mg of caffeine a day safe"."""
    for time in tokens[3:]:
        article, thing = tokens[time.i - 1], tokens[time.i - 2]
        if time.dep != "npadvmod" or time.head < time.i or article.lower not in {"a", "an", "per"}:
            continue
        of = tokens[thing.head]
        measure = tokens[of.head] if of.lower == "of" else thing
        if thing.dep in {"pobj", "dobj"} and kid(tokens, measure, "nummod") is not None:
            return reheaded(tokens, {time.i: measure.i})
    return tokens


def subject_behind_phrase(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part the subject of a clause from the phrase before it: "whereas at 40 degrees full cells aged faster"."""
    for prep in tokens[1:-3]:
        if prep.tag != "IN" or prep.dep not in {"advcl", "ccomp"}:
            continue
        things = [tokens[k] for k in prep.kids if tokens[k].dep == "pobj"]
        mark = kid(tokens, prep, "mark")
        if len(things) != 2 or mark is None:
            continue
        who = things[1]
        verb = kid(tokens, who, "acl")
        if verb is None or verb.tag not in _PARTICIPLES or verb.i < who.i:
            continue
        heads = {verb.i: prep.head, prep.i: verb.i, mark.i: verb.i, who.i: verb.i}
        finite = tuple(replace(t, tag="VBD") if t.i == verb.i else t for t in tokens)
        return renamed(reheaded(finite, heads), {verb.i: prep.dep, prep.i: "prep", who.i: "nsubj"})
    return tokens


def subject_before_aside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a second verb the noun before an aside: "they woke late, and sleep, the rest of all, shrank by a fifth"."""
    for verb in tokens[4:]:
        if verb.dep not in {"conj", "advcl"} or verb.tag not in FINITE | {"VBN"} or tokens[verb.head].i > verb.i:
            continue
        left = min([verb.i, *(k for k in verb.kids if tokens[k].dep in {"aux", "auxpass"})])
        if tokens[left - 1].text != "," or kid(tokens, verb, *SUBJECTS, "nsubjpass", "mark") is not None:
            continue
        first = tokens[verb.head]
        if any(tokens[k].dep == "cc" and _next_to(tokens, k, left) for k in first.kids):
            continue
        noun = _joined_subject(tokens, first, left)
        passive = kid(tokens, verb, "auxpass") is not None
        irregular = verb.tag != "VBN" or passive or kid(tokens, verb, "aux") is not None
        if noun is None or not (irregular or not verb.lower.endswith("ed")):
            continue
        return _with_subject(tokens, noun, verb, first)
    return tokens


def _next_to(tokens: Sequence[Token], joint: int, left: int) -> bool:
    """Say whether only adverbs and marks stand between a conjunction and where a verb begins."""
    return joint < left and all(t.pos in {"ADV", "PUNCT"} for t in tokens[joint + 1 : left])


def _joined_subject(tokens: Sequence[Token], first: Token, left: int) -> Token | None:
    """Return the noun joined by ", and" to the clause of a verb whose phrase reaches up to an index."""
    for noun in tokens[first.i + 1 : left]:
        if noun.dep != "conj" or noun.tag not in NOUN_TAGS or kid(tokens, noun, "appos", "relcl") is None:
            continue
        opening = first_of(tokens, noun)
        comma, joint = tokens[opening - 2], tokens[opening - 1]
        if joint.dep == "cc" and comma.text == "," and left - 2 <= last_of(tokens, noun) < left:
            return noun
    return None


def _with_subject(tokens: Sequence[Token], noun: Token, verb: Token, first: Token) -> tuple[Token, ...]:
    """Return the tokens with a noun as the subject of a verb that goes on after another."""
    joint = first_of(tokens, noun) - 1
    passive = kid(tokens, verb, "auxpass") is not None
    finite = verb.tag == "VBN" and kid(tokens, verb, "auxpass", "aux") is None
    tagged = tuple(replace(t, tag="VBD") if finite and t.i == verb.i else t for t in tokens)
    names = {noun.i: "nsubjpass" if passive else "nsubj", verb.i: "conj"}
    names |= {k: "prep" for k in verb.kids if finite and tokens[k].dep == "agent"}
    return renamed(reheaded(tagged, {noun.i: verb.i, verb.i: first.i, joint: first.i}), names)


def each_of_gerund(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang how often on a gerund that is the subject: "going down every ride is worse"."""
    for noun in tokens[2:]:
        first = kid(tokens, noun, "det")
        if noun.dep != "nsubj" or first is None or first.lower not in {"every", "each"}:
            continue
        doing = kid(tokens, tokens[noun.head], "csubj")
        if doing is not None and doing.tag == "VBG" and doing.i < noun.i < noun.head:
            return renamed(reheaded(tokens, {noun.i: doing.i}), {noun.i: "npadvmod"})
    return tokens


def middle_of_time(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "mid" with a hyphen as part of the time behind it: "it peaked in mid-January"."""
    for mid in tokens[:-2]:
        hyphen, noun = tokens[mid.i + 1], tokens[mid.i + 2]
        if mid.lower != "mid" or hyphen.text != "-" or noun.tag not in NOUN_TAGS | {"CD"} or noun.dep == "compound":
            continue
        heads = {mid.i: noun.i, hyphen.i: noun.i}
        names = {mid.i: "compound", hyphen.i: "punct"}
        before = tokens[mid.i - 1] if mid.i else mid
        if before.dep == "prep":
            heads[noun.i], names[noun.i] = before.i, "pobj"
        return renamed(reheaded(tokens, heads), names)
    return tokens


def subject_behind_than(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a clause behind "than" its subject: "drains faster than a pump working at 45 degrees can fill it"."""
    for than in tokens:
        who = kid(tokens, than, "pobj") if than.lower == "than" and than.dep == "mark" else None
        if who is not None and who.i < than.head and kid(tokens, tokens[than.head], *SUBJECTS) is None:
            graded = tokens[than.i - 1]
            measured = graded.tag in {"RBR", "JJR"} and graded.head == tokens[than.head].head
            heads = {who.i: than.head} | ({than.head: graded.i} if measured else {})
            return renamed(reheaded(tokens, heads), {who.i: "nsubj"})
    return tokens


def second_of_compared(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Join a second graded noun to the first, not to what that exceeds: "more rain than Kent, and more frost"."""
    for noun in tokens[6:]:
        than, joint = tokens[tokens[noun.head].head], tokens[first_of(tokens, noun) - 1]
        if noun.dep != "conj" or than.lower != "than" or tokens[noun.head].dep != "pobj" or joint.dep != "cc":
            continue
        if tokens[joint.i - 1].text != "," or not _graded(tokens, noun):
            continue
        first = tokens[than.head]
        while not _graded(tokens, first) and first.dep in {"pobj", "prep"}:
            first = tokens[first.head]
        if first.tag in NOUN_TAGS and _graded(tokens, first):
            heads = {noun.i: first.i, joint.i: first.i}
            told = kid(tokens, tokens[noun.head], "relcl")
            heads |= {told.i: noun.i} if told is not None and told.i > noun.i else {}
            return reheaded(tokens, heads)
    return tokens


def _graded(tokens: Sequence[Token], noun: Token) -> bool:
    """Say whether a noun has a comparative before it: "more frost", "higher levels"."""
    return any(tokens[k].tag == "JJR" and tokens[k].dep == "amod" for k in noun.kids)


def time_before_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part the time that opens a sentence from its subject: "Over the last three years trams have become quiet"."""
    opening = tokens[0]
    noun, verb = kid(tokens, opening, "pobj"), tokens[opening.head]
    if opening.dep != "prep" or noun is None or noun.tag not in NOUN_TAGS or verb.i < noun.i:
        return tokens
    time = tokens[first_of(tokens, noun)]
    time = next((t for t in tokens[1 : noun.i] if t.head == noun.i and t.lemma in english()["argument.times"]), time)
    if time.dep not in {"compound", "nmod"} or kid(tokens, verb, *SUBJECTS) is not None:
        return tokens
    measured = any(k.dep in {"det", "nummod", "amod"} for k in tokens[1 : time.i] if k.head in {noun.i, time.i})
    between = tokens[last_of(tokens, noun) + 1 : verb.i]
    if not measured or any(t.head != verb.i or t.pos == "PUNCT" for t in between):
        return tokens
    heads = {time.i: opening.i, noun.i: verb.i} | dict.fromkeys((k for k in noun.kids if k < time.i), time.i)
    subject = "nsubjpass" if kid(tokens, verb, "auxpass") is not None else "nsubj"
    return renamed(reheaded(tokens, heads), {time.i: "pobj", noun.i: subject})


def phrase_behind_semicolon(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part a phrase without a verb from the clause before a semicolon: "rust stops in days; smooth runs from May"."""
    mark = next((t for t in tokens[3:-1] if t.text == ";"), None)
    if mark is None:
        return tokens
    behind = tokens[mark.i + 1 :]
    if any(t.tag in FINITE or t.tag == "MD" for t in behind) or any(t.head > mark.i > t.i for t in tokens):
        return tokens
    loose = [t.i for t in behind if t.head < mark.i and t.dep in {"dobj", "advcl", "attr", "npadvmod", "xcomp"}]
    verbs = [i for i in loose if tokens[i].tag == "VBG"]
    if any(tokens[i].pos == "VERB" and i not in verbs for i in loose):
        return tokens
    return renamed(retagged(tokens, dict.fromkeys(verbs, "NN")), dict.fromkeys(loose, "dep")) if loose else tokens


def subject_behind_opening(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part the time before a subject from it: "After three rounds of peat my parting is narrower"."""
    opening, verb = tokens[0], tokens[tokens[0].head]
    time = kid(tokens, verb, "nsubj")
    of = kid(tokens, time, "prep") if time is not None else None
    things = [tokens[k] for k in of.kids if tokens[k].dep == "pobj"] if of is not None else []
    if opening.dep != "prep" or kid(tokens, opening, "pobj") is not None or time is None or len(things) != 2:
        return tokens
    who = things[1]
    own = kid(tokens, who, "poss", "det")
    if own is None or own.i != things[0].i + 1 or last_of(tokens, who) >= verb.i or time.i > things[0].i:
        return tokens
    return renamed(reheaded(tokens, {time.i: 0, who.i: verb.i}), {time.i: "pobj", who.i: "nsubj"})
