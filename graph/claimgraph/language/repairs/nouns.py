"""Nouns given their place: lists, subjects and what is said of them."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.cleaning import DASHES
from claimgraph.language.mending import verbs
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


def noun_conjunct(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a noun on the object before it, not on the verb: "tested for its strength (dry or wet) and its colour"."""
    moved: dict[int, int] = {}
    for token in tokens:
        if token.dep != "conj" or token.tag not in NOUN_TAGS:
            continue
        verb = tokens[token.head]
        finite = verb.pos in {"VERB", "AUX"} and verb.tag != "VBG"
        if not finite or token.i < verb.i:
            continue
        joints = (tokens[k] for k in verb.kids if tokens[k].dep == "cc" and verb.i < k < token.i)
        joint = next((t for t in joints if t.lower in {"and", "or"}), None)
        clause = any(tokens[k].dep in {"nsubj", "nsubjpass", "cop", "aux"} for k in token.kids)
        before = _last_object(tokens, verb, joint) if joint is not None and not clause else None
        if joint is not None and before is not None:
            moved |= {token.i: before.i, joint.i: before.i}
    return reheaded(tokens, moved) if moved else tokens


def _last_object(tokens: Sequence[Token], verb: Token, joint: Token) -> Token | None:
    """Return the object that stands last before a conjunction, brackets skipped, where it hangs on the verb."""
    depth = 0
    for token in reversed(tokens[verb.i + 1 : joint.i]):
        depth += (token.text == ")") - (token.text == "(")
        if depth == 0 and token.tag in NOUN_TAGS and token.dep in {"dobj", "pobj"}:
            return token
    return None


def listed_apposition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the second thing of a list as one, not as another name of the first: "lacks proof, rules, or support"."""
    listed = {}
    for token in tokens:
        if token.dep != "appos":
            continue
        head = tokens[token.head]
        article = kid(tokens, token, "det")
        vague = article is None or article.lower in {"some", "many", "several", "any", "other", "most"}
        bare = vague and kid(tokens, token, "poss", "relcl", "acl") is None and token.tag in {"NN", "NNS"}
        goes_on = kid(tokens, token, "conj") is not None
        subject = head.dep in {"nsubj", "nsubjpass"}
        open_ended = bare or (subject and not _closed(tokens, token, head))
        if open_ended and goes_on and head.tag in {"NN", "NNS"} and (subject or head.dep in {"dobj", "pobj"}):
            listed[token.i] = "conj"
    return renamed(tokens, listed) if listed else tokens


def _closed(tokens: Sequence[Token], token: Token, head: Token) -> bool:
    """Say whether a comma stands between a description of a subject and its verb."""
    behind = [t.text for t in tokens[token.i + 1 : tokens[head.head].i]]
    return bool({",", "—", ")"} & set(behind[-2:]))


def fraction_of_size(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a number on the size it is a part of: "grains (almost 1/10th the width of a hair)"."""
    for noun in tokens:
        article = kid(tokens, noun, "det") if noun.dep == "appos" else None
        number = tokens[article.i - 1] if article is not None and article.i > 0 else noun
        both = number.dep == "appos" and number.head == noun.head
        if number.tag == "CD" and both and article is not None and article.lower == "the":
            return renamed(reheaded(tokens, {number.i: noun.i}), {number.i: "nummod"})
    return tokens


def noun_before_dash(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a noun before a dash its place back, what is behind only goes on: "the risks of ice - falls and cuts"."""
    for noun in tokens:
        if noun.dep not in {"compound", "nmod"} or noun.tag not in NOUN_TAGS:
            continue
        behind = tokens[noun.head]
        between = {t.text for t in tokens[noun.i + 1 : behind.i]}
        if between.isdisjoint(DASHES):
            continue
        if behind.dep in {"pobj", "dobj", "attr"} and behind.head < noun.i:
            heads = {noun.i: behind.head, behind.i: noun.i}
            heads |= {k: noun.i for k in behind.kids if k < noun.i}
            return renamed(reheaded(tokens, heads), {noun.i: behind.dep, behind.i: "appos"})
    return tokens


def conjunct_behind_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a noun behind an object on the object, not on the subject: "frost harms beans, some mosses, and herbs"."""
    moved = {}
    for noun in tokens:
        if noun.dep != "conj" or noun.tag not in NOUN_TAGS:
            continue
        subject = tokens[noun.head]
        verb = tokens[subject.head]
        thing = _object_of(tokens, verb) if subject.dep in {"nsubj", "nsubjpass"} else None
        if thing is not None and subject.i < verb.i < thing.i < noun.i:
            moved[noun.i] = thing.i
    return reheaded(tokens, moved) if moved else tokens


def _object_of(tokens: Sequence[Token], verb: Token) -> Token | None:
    """Return the object of a verb, or of the preposition of a passive: "is linked to falls, cuts and bruises"."""
    prep = kid(tokens, verb, "prep") if kid(tokens, verb, "auxpass") is not None else None
    return kid(tokens, prep, "pobj") if prep is not None else kid(tokens, verb, "dobj")


def second_compound(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part two compounds that "and" joins: "good for bone health and muscle function", not a bone health function."""
    for last in tokens[2:]:
        second = tokens[last.i - 1]
        if second.dep != "conj" or last.dep not in {"pobj", "dobj"}:
            continue
        first = tokens[second.head]
        noun = second.tag in NOUN_TAGS and first.tag in {"NN", "NNS"} and last.tag in {"NN", "NNS"}
        joined = first.dep in {"nmod", "compound"} and first.head == last.i
        own = kid(tokens, first, "compound", "nmod")
        if not noun or not joined or own is None or own.i != first.i - 1:
            continue
        if first.lemma not in english()["phrase.qualities"]:
            continue
        heads = {first.i: last.head, last.i: first.i, second.i: last.i}
        heads |= {k: first.i for k in last.kids if k < first.i}
        return renamed(reheaded(tokens, heads), {first.i: last.dep, last.i: "conj", second.i: "compound"})
    return tokens


def compound_in_list(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Join two bare nouns side by side that were taken for two of a list: "sold as a toy and bottle opener"."""
    for last in tokens[3:]:
        noun = tokens[last.i - 1]
        if noun.dep != "conj" or last.dep not in {"conj", "oprd"} or not _second_half(tokens, noun, last):
            continue
        if tokens[noun.head].tag not in {"NN", "NNS"} or any(k < last.i and k != noun.i for k in last.kids):
            continue
        heads = dict.fromkeys((*noun.kids, noun.i), last.i) | {last.i: noun.head}
        read = tokens if last.tag in NOUN_TAGS else retagged(tokens, {last.i: "NN"})
        return renamed(reheaded(read, heads), {noun.i: "compound", last.i: "conj"})
    return tokens


def _second_half(tokens: Sequence[Token], noun: Token, last: Token) -> bool:
    """Say whether a word goes on with the bare noun before it: a noun beside it in its list, or no verb at all."""
    listed = last.tag in {"NN", "NNS"} and (last.head in {noun.i, noun.head} or tokens[noun.i - 1].dep == "cc")
    unknown = last.tag == "VB" and last.lower not in verbs() and tokens[noun.i - 1].dep == "cc"
    return noun.tag == "NN" and (listed or unknown) and not any(k > noun.i for k in noun.kids if k != last.i)


def name_between_dashes(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part a subject from the name between dashes behind it: "the morning star—planet Venus—shines"."""
    dashes = [t for t in tokens[1:] if t.text in DASHES]
    for name in (tokens[t.i - 1] for t in dashes):
        if not _subject_of_verb(tokens, name):
            continue
        inside = [t for t in tokens[: name.i] if t.text in DASHES and t.i > 1]
        noun = tokens[inside[-1].i - 1] if inside else name
        if noun.dep not in {"compound", "nmod"} or noun.tag not in NOUN_TAGS or noun is name:
            continue
        heads = {t.i: noun.i for t in tokens[: noun.i] if t.head >= noun.i} | {noun.i: name.i}
        subject = "nsubj" if name.dep == "compound" else name.dep
        return renamed(reheaded(tokens, heads), {noun.i: "appos", name.i: subject})
    return tokens


def _subject_of_verb(tokens: Sequence[Token], name: Token) -> bool:
    """Say whether a noun is a verb's subject, or hangs before one that has none as if it were a part of its name."""
    verb = tokens[name.head]
    loose = name.dep == "compound" and verb.tag in FINITE and kid(tokens, verb, *SUBJECTS) is None
    return name.dep in {"nsubj", "nsubjpass"} or loose


def noun_with_reflexive(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a verb the noun before "themselves" for its subject: "the cells themselves only hold half of it"."""
    for word in tokens[1:-1]:
        noun, verb = tokens[word.i - 1], tokens[word.head]
        if word.tag != "PRP" or noun.tag not in NOUN_TAGS or not word.lower.endswith(("self", "selves")):
            continue
        if verb is noun or (word.dep not in SUBJECTS and verb.i < word.i):
            verb = next((t for t in tokens[word.i + 1 :] if t.tag in FINITE or t.dep == "cc"), noun)
        own = kid(tokens, verb, "nsubj", "nsubjpass")
        if verb.tag not in FINITE or verb.i < word.i or (own is not None and own is not word):
            continue
        heads = {word.i: noun.i, noun.i: verb.i}
        if noun.head == noun.i or tokens[noun.head].i == verb.i:
            heads |= {verb.i: verb.i if noun.head == noun.i else verb.head}
            heads |= {k: verb.i for k in noun.kids if k > word.i and k != verb.i}
            names = {word.i: "npadvmod", noun.i: "nsubj", verb.i: "ROOT" if noun.head == noun.i else verb.dep}
            return renamed(reheaded(tokens, heads), names)
    return tokens


def subject_of_second_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a second verb the noun that was hung on the first one: "the road stays open and bus lanes become wider"."""
    for noun in tokens[:-1]:
        if noun.dep != "conj" or noun.tag not in NOUN_TAGS:
            continue
        first, second = tokens[noun.head], tokens[noun.i + 1]
        listed = first.tag in FINITE and first.i < noun.i
        own = kid(tokens, second, *SUBJECTS)
        if not listed or second.tag not in FINITE or (own is not None and own is not first):
            continue
        if first.head == second.i or (second.head == first.i and second.dep == "conj"):
            named = {noun.i: "nsubj", **({first.i: "advcl"} if first.head == second.i else {})}
            return renamed(reheaded(tokens, {noun.i: second.i}), named)
    return tokens


def description_of_nearest(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a description the noun it repeats: "the leak of oil from the old pump, the loud pump that fails"."""
    for noun in tokens:
        if noun.dep != "appos":
            continue
        head = tokens[noun.head]
        if noun.lemma == head.lemma:
            continue
        body = noun.lemma in english()["group_words"] and head.tag == "NNP"
        between = [t for t in tokens[head.i + 1 : noun.i] if t.dep == "pobj"]
        near = [t for t in between if t.lemma == noun.lemma or (body and t.tag in {"NNP", "NNPS"})]
        if near and kid(tokens, noun, "det") is not None:
            return reheaded(tokens, {noun.i: near[-1].i})
    return tokens


def last_of_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang the last of several subjects on the ones before: "trams, ferries, and buses run late"."""
    for verb in tokens:
        subjects = [tokens[k] for k in verb.kids if tokens[k].dep in {"nsubj", "nsubjpass"} and k < verb.i]
        if len(subjects) != 2:
            continue
        first, last = subjects
        opening = min([last.i, *(k for k in last.kids if k < last.i)])
        joint = tokens[opening - 1]
        before = tokens[joint.head]
        listed = before is first or (before.head == first.i and before.dep in {"conj", "appos"})
        if joint.dep == "cc" and joint.lower in {"and", "or"} and listed and joint.i > first.i:
            named = {last.i: "conj", **({before.i: "conj"} if before is not first else {})}
            return renamed(reheaded(tokens, {last.i: before.i}), named)
    return tokens


def subject_of_auxiliary(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a subject, modal or denial on the verb, not on its auxiliary: "prices have more than doubled"."""
    led = {*SUBJECTS, "aux", "neg"}
    moved = {t.i: tokens[t.head].head for t in tokens if t.dep in led and tokens[t.head].dep in {"aux", "auxpass"}}
    return reheaded(tokens, moved) if moved else tokens


def counted_in_turn(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a second count and its verb as a clause: "four held dust, and one leaked oil", not as "one leaked oil"."""
    for verb in tokens[4:-1]:
        noun, count = tokens[verb.head], tokens[verb.i - 1]
        if verb.tag != "VBN" or verb.dep != "amod" or count.tag != "CD" or count.head != noun.i or noun.dep != "conj":
            continue
        main = next((tokens[t.head] for t in tokens[: count.i] if t.tag == "CD" and t.dep == "nsubj"), None)
        joint = [t.text.lower() for t in tokens[count.i - 2 : count.i]]
        if main is None or joint != [",", "and"] or main.i > count.i:
            continue
        heads = {verb.i: main.i, count.i: verb.i, noun.i: verb.i, count.i - 1: main.i, count.i - 2: main.i}
        read = tuple(replace(t, tag="VBD", pos="VERB") if t.i == verb.i else t for t in tokens)
        return renamed(reheaded(read, heads), {verb.i: "conj", count.i: "nsubj", noun.i: "dobj"})
    return tokens


def share_with_bound(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "up to" before a share as its bound, not as a place: "without care, up to a third of the bees die"."""
    for up in tokens[:-4]:
        to = tokens[up.i + 1]
        if up.lower != "up" or to.lower != "to" or to.head != up.i or up.dep not in {"prep", "advmod"}:
            continue
        share, verb = kid(tokens, to, "pobj"), tokens[up.head]
        finite = verb.tag in FINITE or any(tokens[k].tag in {"MD", *FINITE} for k in verb.kids)
        if share is None or not finite or verb.i < share.i or kid(tokens, verb, *SUBJECTS) is not None:
            continue
        if kid(tokens, share, "prep", "nummod") is not None or share.tag == "CD":
            heads = {share.i: verb.i, up.i: share.i, to.i: share.i}
            return renamed(reheaded(tokens, heads), {share.i: "nsubj", up.i: "quantmod", to.i: "quantmod"})
    return tokens


def share_of_adjective(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the adjective behind a percentage as what is said, the percentage as how far: "wards are 88% full"."""
    for sign in tokens:
        if sign.dep != "attr" or sign.lower not in {"%", "percent"}:
            continue
        adjective = tokens[min(sign.i + 1, len(tokens) - 1)]
        if adjective.head == sign.i and adjective.dep == "amod" and adjective.tag == "JJ":
            heads = {adjective.i: sign.head, sign.i: adjective.i}
            heads |= {k: adjective.i for k in sign.kids if k > adjective.i}
            return renamed(reheaded(tokens, heads), {adjective.i: "acomp", sign.i: "npadvmod"})
    return tokens


def grown_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part a comparative from the noun it is said of: "the older the roof, the weaker your beams"."""
    for word in tokens[2:-1]:
        if word.dep != "amod" or word.tag not in {"JJR", "RBR"}:
            continue
        noun = tokens[word.head]
        opens = [t.lower for t in tokens[word.i - 2 : word.i]] == [",", "the"]
        graded = any(t.tag in {"JJR", "RBR"} and tokens[t.i - 1].lower == "the" for t in tokens[1 : word.i - 1])
        if opens and graded and tokens[word.i + 1].tag in {"DT", "PRP$"}:
            heads = {word.i: noun.head if noun.head != noun.i else noun.i, word.i - 1: word.i}
            return renamed(reheaded(tokens, heads), {word.i: "dep"})
    return tokens


#: Relations in which a verb heads a clause.
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "csubj", "parataxis"})


def subject_in_compound(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a finite verb the noun that was taken for a part of its name: "it is proven that the gel works"."""
    for verb in tokens[1:]:
        noun = tokens[verb.i - 1]
        if noun.dep != "compound" or verb.tag not in FINITE:
            continue
        agrees = noun.tag in ({"NN", "NNP"} if verb.tag == "VBZ" else {"NNS", "NNPS"} if verb.tag == "VBP" else set())
        inside = noun.head == verb.i and verb.dep in _CLAUSES
        if not agrees or not inside or kid(tokens, verb, *SUBJECTS) is not None:
            continue
        own = [k for k in verb.kids if k < noun.i and tokens[k].dep in {"det", "amod", "compound", "poss", "nummod"}]
        return renamed(reheaded(tokens, dict.fromkeys(own, noun.i)), {noun.i: "nsubj"})
    return tokens


def fronted_description(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a description in front of a subject to that subject: "A native of Peru, the potato reached Spain"."""
    if len(tokens) < _FEWEST or not any(t.text == "," for t in tokens):
        return tokens
    told = next((t for t in tokens if _describes_next(tokens, t)), None)
    comma = next((t for t in tokens if told is not None and t.text == "," and t.i > told.i), None)
    if told is None or comma is None:
        return tokens
    who = next(
        (t for t in tokens[comma.i + 1 :] if _opening(tokens, t) == comma.i + 1 and _beside(tokens, told, t)), None
    )
    if who is None or who.tag not in {*NOUN_TAGS, "PRP"} or not (tokens[0].lower != "the" or who.pos == "PROPN"):
        return tokens
    verb = tokens[told.head].i
    heads = {told.i: who.i, who.i: verb, comma.i: verb}
    return renamed(reheaded(tokens, heads), {told.i: "appos", who.i: told.dep if told.dep in SUBJECTS else who.dep})


#: The fewest words of a sentence that opens with a description.
_FEWEST = 6


def _describes_next(tokens: Sequence[Token], word: Token) -> bool:
    """Say whether a noun phrase opens a sentence, tells no time and hangs on a finite verb further on."""
    if word.dep not in {"nsubj", "nsubjpass", "dep", "advcl"} or word.lemma in english()["argument.times"]:
        return False
    first, verb = tokens[0].lower, tokens[word.head]
    one_of = word.i == 0 and first == "one" and tokens[1].lower == "of"
    noun = word.tag in {"NN", "NNP"} and first in {"a", "an", "the"} and tokens[0].head == word.i
    return (one_of or noun) and verb.i > word.i and verb.pos in {"VERB", "AUX"}


def _opening(tokens: Sequence[Token], word: Token) -> int:
    """Return where a noun phrase begins."""
    return min([word.i, *(k for k in word.kids if tokens[k].dep not in {"punct", "cc"})])


def _beside(tokens: Sequence[Token], told: Token, who: Token) -> bool:
    """Say whether a noun is the subject behind a description, or was taken for a second one."""
    subject = who.dep in {"nsubj", "nsubjpass"} and who.head == told.head
    listed = who.dep == "conj" and who.head == told.i
    joined = [tokens[k] for k in (*told.kids, *who.kids) if tokens[k].dep in {"cc", "conj"}]
    alone = all(t is who for t in joined)
    return alone and (subject or listed) and told.i < who.i < tokens[told.head].i


def quoted_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a plural in quotation marks behind a bare noun as what it names: 'rooftop "hot-spots", which we mend'."""
    for last in tokens[2:-1]:
        noun = tokens[last.head]
        if last.dep != "appos" or last.tag != "NNS" or tokens[last.i + 1].text not in QUOTES:
            continue
        opened = tokens[noun.i + 1].text in QUOTES and last.i - noun.i <= 4
        if not opened or noun.tag != "NN" or kid(tokens, noun, "det", "poss", "appos") is not last:
            continue
        heads = dict.fromkeys((*noun.kids, noun.i), last.i) | {last.i: last.i if noun.head == noun.i else noun.head}
        return renamed(reheaded(tokens, heads), {last.i: noun.dep, noun.i: "compound"})
    return tokens


def hyphened_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a word that a hyphen joins to an adverb as the subject it is: "so break-even is near", "carry-on costs"."""
    for hyphen in tokens[1:-2]:
        word, verb = tokens[hyphen.i - 1], tokens[hyphen.i + 2]
        if hyphen.text != "-" or verb.tag not in FINITE or hyphen.start != word.end or word.dep != "dep":
            continue
        if {word.head, hyphen.head, tokens[hyphen.i + 1].head} != {verb.i} or kid(tokens, verb, *SUBJECTS) is not None:
            continue
        heads = {hyphen.i: word.i, hyphen.i + 1: word.i}
        return renamed(reheaded(tokens, heads), {word.i: "nsubj"})
    return tokens


def label_before_colon(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part a label from a clause that has a subject of its own: "NOTE 3 May: the crew came, so we moved the piano"."""
    colon = next((t for t in tokens[1:6] if t.text == ":"), None)
    if colon is None:
        return tokens
    label = next((t for t in (tokens[0], tokens[colon.i - 1]) if t.dep == "nsubj" and first_of(tokens, t) == 0), None)
    verb = tokens[label.head] if label is not None else colon
    own = [k for k in verb.kids if tokens[k].dep in {"nsubj", "nsubjpass"}]
    if label is None or own[:1] != [label.i] or len(own) != 2 or own[1] < colon.i:
        return tokens
    heads = {k: verb.i for k in label.kids if k >= colon.i}
    return renamed(reheaded(tokens, heads), {label.i: "dep"})
