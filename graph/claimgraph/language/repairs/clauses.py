"""Clauses hung where they belong: complements, infinitives and what opens a sentence."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.cleaning import DASHES
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, NOUN_TAGS, SUBJECTS, first_of, kid, last_of, reheaded, renamed


def clausal_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a finite verb with a subject of its own as a clause, where the parser took it for a noun's place."""
    clauses = {t.i: "ccomp" for t in tokens if t.dep == "dobj" and _is_clause(tokens, t)}
    return renamed(tokens, clauses) if clauses else tokens


def _is_clause(tokens: Sequence[Token], verb: Token) -> bool:
    """Say whether a token is a finite verb with a subject of its own."""
    return verb.tag in {"VBZ", "VBP", "VBD"} and any(tokens[k].dep == "nsubj" for k in verb.kids)


def infinitive_conjunct(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a bare infinitive on the infinitive before it, not on a finite verb: "said to calm bees and mask scent"."""
    moved: dict[int, int] = {}
    for token in tokens:
        if not _bare_conjunct(tokens, token):
            continue
        head = tokens[token.head]
        if head.tag not in {"VBZ", "VBP", "VBD", "VBN"}:
            continue
        if any(tokens[k].dep == "aux" and tokens[k].tag in {"MD", "VBP", "VBZ", "VBD"} for k in head.kids):
            continue
        before = [t for t in tokens[head.i + 1 : token.i] if t.tag == "VB" and t.dep in {"xcomp", "conj", "ccomp"}]
        if before:
            moved[token.i] = before[-1].i
    return reheaded(tokens, moved) if moved else tokens


def _bare_conjunct(tokens: Sequence[Token], token: Token) -> bool:
    """Say whether a coordinated verb is an infinitive with neither auxiliary nor subject of its own."""
    if token.dep != "conj" or token.tag != "VB":
        return False
    return kid(tokens, token, "aux", "auxpass", "nsubj", "nsubjpass") is None


def content_conjunct(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a second "that" on the verb of saying, not on a noun inside: "said that no proof exists that A and that B".

    What denies the noun does not reach the second clause.
    """
    moved: dict[int, int] = {}
    for token in tokens:
        if token.dep != "conj":
            continue
        inner = tokens[token.head]
        if inner.dep not in {"acl", "relcl"} or not _says_that(tokens, token):
            continue
        outer = tokens[inner.head]
        while outer.dep != "ccomp" and outer.head != outer.i:
            outer = tokens[outer.head]
        if outer.dep == "ccomp" and _says_that(tokens, outer):
            moved[token.i] = outer.i
    return reheaded(tokens, moved) if moved else tokens


def _says_that(tokens: Sequence[Token], verb: Token) -> bool:
    return any(tokens[k].dep == "mark" and tokens[k].lower == "that" for k in verb.kids)


def candid_opening(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "to be fair" before a sentence as an aside, where no comma keeps the parser from its noun."""
    if len(tokens) < 5 or [t.lower for t in tokens[:2]] != ["to", "be"]:
        return tokens
    be, word = tokens[1], tokens[2]
    noun, verb = kid(tokens, be, "attr", "dobj"), tokens[be.head]
    if word.lower not in english()["clause.candid"] or be.dep != "csubj" or noun is None or noun.i > verb.i:
        return tokens
    moved = {noun.i: verb.i, word.i: be.i}
    return renamed(reheaded(tokens, moved), {noun.i: "nsubj", word.i: "acomp", be.i: "advcl"})


def infinitive_of_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang an infinitive on the noun it tells of, not on the verb before: "nothing replaces the freedom to roam"."""
    moved: dict[int, int] = {}
    for token in tokens:
        if token.dep != "xcomp" or token.tag != "VB":
            continue
        verb = tokens[token.head]
        noun = kid(tokens, verb, "dobj")
        if noun is None or not verb.i < noun.i < token.i:
            continue
        first = min((tokens[k].i for k in token.kids), default=token.i)
        if noun.lemma in english()["clause.infinitive_nouns"] and first == noun.i + 1 and tokens[first].lower == "to":
            moved[token.i] = noun.i
    return renamed(reheaded(tokens, moved), dict.fromkeys(moved, "acl")) if moved else tokens


def helped_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a bare verb behind "help" and its object as what the object is helped to do: "help towns save water"."""
    helpers = english()["clause.helping"]
    for word in tokens:
        if word.dep != "conj" or word.tag not in {"VB", "VBP"} or kid(tokens, word, *SUBJECTS, "aux") is not None:
            continue
        helping = next((t for t in reversed(tokens[: word.i]) if t.lemma in helpers and t.tag == "VB"), None)
        noun = kid(tokens, helping, "dobj") if helping is not None else None
        if helping is None or noun is None or not helping.i < noun.i < word.i:
            continue
        if word.head == helping.i or any(t.dep == "cc" or t.text in {",", ";"} for t in tokens[noun.i : word.i]):
            continue
        as_bare = tuple(replace(t, tag="VB") if t is word else t for t in tokens)
        heads = {word.i: helping.i, noun.i: word.i}
        return renamed(reheaded(as_bare, heads), {word.i: "ccomp", noun.i: "nsubj"})
    return tokens


def verbs_after_help(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the first of several bare verbs behind "help" as one: "helps clean, wax and seal wooden floors"."""
    helpers = english()["clause.helping"]
    for word in tokens:
        if word.tag != "VB" or word.dep != "dobj" or tokens[word.head].lemma not in helpers:
            continue
        last = word
        while (following := kid(tokens, last, "conj")) is not None and following.tag == "VB":
            last = following
        if last is not word and kid(tokens, last, "dobj") is not None:
            return renamed(tokens, {word.i: "xcomp"})
    return tokens


def prevented_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what is kept from happening as a clause under its verb: "the levy stopped firms leaving"."""
    for doing in tokens:
        if doing.tag != "VBG" or doing.dep not in {"ccomp", "advcl", "xcomp", "acl"}:
            continue
        above = tokens[doing.head]
        verb = tokens[above.head] if doing.dep == "acl" else above
        noun = above if doing.dep == "acl" else kid(tokens, doing, "nsubj") or kid(tokens, verb, "dobj")
        if verb.lemma not in english()["clause.preventing"] or noun is None or not verb.i < noun.i < doing.i:
            continue
        own = noun.head == doing.i or noun.dep == "dobj"
        sure = doing.dep != "acl" or verb.lemma != "stop"
        if own and sure and not any(t.pos in {"PUNCT", "ADP", "SCONJ"} for t in tokens[verb.i : doing.i]):
            heads = {noun.i: doing.i, doing.i: verb.i}
            return renamed(reheaded(tokens, heads), {noun.i: "nsubj", doing.i: "xcomp"})
    return tokens


def result_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang what a quality leads to on the verb, so that the quality is told: "so salty that the dog left it"."""
    for clause in tokens:
        above = tokens[clause.head]
        verb = tokens[above.head] if above.dep == "acomp" else above
        quality = kid(tokens, verb, "acomp") if clause.dep == "ccomp" else None
        who = kid(tokens, verb, "nsubj")
        if quality is None or who is None or who.lower in {"it", "there"} or not quality.i < clause.i:
            continue
        so = any(tokens[k].lower == "so" and k == quality.i - 1 for k in quality.kids)
        denied = kid(tokens, verb, "neg") is not None
        if so and not denied and kid(tokens, clause, "nsubj", "nsubjpass") is not None:
            return renamed(reheaded(tokens, {clause.i: verb.i}), {clause.i: "advcl"})
    return tokens


def wished_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what is wanted to be done as a clause, not as telling of a noun: "wants the cuts to be reversed"."""
    causing = english()["clause.causative"]
    for verb in tokens:
        if verb.dep != "relcl":
            continue
        noun = tokens[verb.head]
        wish = tokens[noun.head]
        to = any(tokens[k].dep == "aux" and tokens[k].lower == "to" for k in verb.kids)
        passive = kid(tokens, verb, "auxpass") is not None and kid(tokens, verb, *SUBJECTS) is None
        if to and passive and noun.dep == "dobj" and wish.lemma in causing and noun.i > wish.i:
            heads = {noun.i: verb.i, verb.i: wish.i}
            return renamed(reheaded(tokens, heads), {noun.i: "nsubjpass", verb.i: "ccomp"})
    return tokens


def gerund_with_pronoun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "it" behind a gerund that opens a clause as the gerund's object: "boiling it kills the yeast"."""
    for gerund in tokens[:-2]:
        if gerund.tag != "VBG":
            continue
        it, before = tokens[gerund.i + 1], tokens[gerund.i - 1]
        opens = gerund.i == 0 or before.pos in {"PUNCT", "CCONJ", "SCONJ"}
        if not opens or it.lower not in {"it", "them"} or it.dep != "nsubj":
            continue
        verb = tokens[it.head]
        if gerund.head == verb.i and verb.i > it.i and not any(t.text == "," for t in tokens[it.i : verb.i]):
            heads = {it.i: gerund.i, gerund.i: verb.i}
            as_verb = tuple(replace(t, pos="VERB") if t is gerund else t for t in tokens)
            return renamed(reheaded(as_verb, heads), {it.i: "dobj", gerund.i: "csubj"})
    return tokens


def object_of_opening_infinitive(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the object back to an infinitive that opens a sentence: "To quote Ada Moss, the figures are wrong"."""
    for thing in tokens[2:]:
        who = kid(tokens, thing, "appos") if thing.dep in {"nsubj", "nsubjpass"} else None
        if who is None or who.i < thing.i or who.i > tokens[thing.head].i:
            continue
        first = min([thing.i, *(k for k in thing.kids if k < thing.i)])
        verb = tokens[first - 1]
        opens = verb.tag == "VB" and verb.dep == "advcl" and verb.head == thing.head and first == verb.i + 1
        if opens and tokens[first - 2].lower == "to" and kid(tokens, verb, "dobj") is None:
            heads = {thing.i: verb.i, who.i: thing.head}
            return renamed(reheaded(tokens, heads), {thing.i: "dobj", who.i: thing.dep})
    return tokens


def opening_time(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a preposition that opens a clause the noun the subject took: "In modern times more people read"."""
    for opening in tokens[:-3]:
        first = opening.i == 0
        if opening.dep != "prep" or (not first and tokens[opening.i - 1].pos not in {"PUNCT", "CCONJ"}):
            continue
        if kid(tokens, opening, "pobj", "pcomp") is not None:
            continue
        noun = next((t for t in tokens[opening.i + 1 : opening.i + 4] if t.pos in {"NOUN", "PROPN"}), None)
        if noun is None or noun.dep not in {"npadvmod", "compound", "nmod"}:
            continue
        above = tokens[noun.head]
        inside = above.dep in SUBJECTS or tokens[above.head].dep in SUBJECTS
        if inside and (first or noun.lemma in english()["argument.times"]):
            return renamed(reheaded(tokens, {noun.i: opening.i}), {noun.i: "pobj"})
    return tokens


def opening_phrase(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part what opens a sentence from the subject behind it: "After the last repair the fan hardly ever comes on"."""
    opening = next((t for t in tokens[:5] if t.tag == "IN"), tokens[0])
    measured = opening.i > 0 and opening.head == opening.i and all(t.head <= opening.i for t in tokens[: opening.i])
    if opening.tag != "IN" or (opening.i > 0 and not measured):
        return tokens
    verb = tokens[opening.head]
    subjects = [tokens[k] for k in verb.kids if tokens[k].dep in {"nsubj", "nsubjpass"} and k < verb.i]
    if opening.dep == "mark" and len(subjects) > 1:
        heads, names = {subjects[0].i: opening.i}, {subjects[0].i: "pobj", opening.i: "prep"}
        return renamed(reheaded(tokens, heads), names)
    noun = kid(tokens, opening, "pobj") if opening.head == opening.i else None
    told = kid(tokens, noun, "relcl") if noun is not None else None
    who = kid(tokens, told, "nsubj", "nsubjpass") if told is not None else None
    if noun is None or told is None or who is None or who.tag in {"WDT", "WP"} or told.tag not in FINITE:
        return tokens
    first = min([who.i, *(k for k in who.kids if k < who.i)])
    if first != noun.i + 1 or any(tokens[k].tag in {"WDT", "WP", "WRB"} for k in told.kids):
        return tokens
    heads = {opening.i: told.i, told.i: told.i} | {k: told.i for k in opening.kids if tokens[k].dep == "punct"}
    return renamed(reheaded(tokens, heads), {opening.i: "prep", told.i: "ROOT"})


def speaker_behind_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a verb of saying the speaker behind it: "the plan, says the union, will fail", "it rots, warns the mill"."""
    for verb in tokens[1:-1]:
        if verb.tag not in FINITE or tokens[verb.i - 1].text not in {",", '"'}:
            continue
        who = _named_behind(tokens, verb) if verb.lemma in english()["report_verbs"] else None
        said = tokens[verb.head] if verb.dep == "parataxis" else kid(tokens, verb, "ccomp")
        before = kid(tokens, verb, "nsubj")
        if who is None or said is None or said.pos not in {"VERB", "AUX"} or before is who:
            continue
        doing = kid(tokens, who, "acl") if who.head == said.i else None
        heads, names = {who.i: verb.i}, {who.i: "nsubj"}
        if before is not None and before.i < verb.i:
            heads[before.i], names[before.i] = said.i, "nsubj"
        if doing is not None and doing.i > who.i:
            heads[doing.i], names[doing.i] = said.i, "csubj"
        return renamed(reheaded(tokens, heads), names)
    return tokens


def _named_behind(tokens: Sequence[Token], verb: Token) -> Token | None:
    """Return the noun of the phrase between a verb and the mark behind it, None where something else stands there."""
    for token in tokens[verb.i + 1 :]:
        if token.text in {",", ".", ";"}:
            last = tokens[token.i - 1]
            return last if last.tag in NOUN_TAGS and last.i > verb.i else None
        if token.pos not in {"DET", "ADJ", "NOUN", "PROPN"} and token.tag != "PRP$":
            return None
    return None


def modal_before_aside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a modal and its "not" back to the verb behind an aside: "cannot by law be moved", "will in time recover"."""
    for modal in tokens[:-3]:
        if modal.tag != "MD":
            continue
        denied = tokens[modal.i + 1].dep == "neg"
        prep = tokens[modal.i + 1 + denied]
        own = [modal, *([tokens[modal.i + 1]] if denied else [])]
        if prep.tag != "IN" or all(t.head != prep.i for t in own):
            continue
        behind = (t for t in tokens[prep.i :] if t.pos == "VERB")
        verb = next((t for t in behind if t.dep in {"ROOT", "ccomp", "relcl", "conj", "advcl"}), None)
        if verb is not None:
            moved = reheaded(tokens, {t.i: verb.i for t in (*own, prep)})
            return renamed(moved, {modal.i: "aux", prep.i: "prep"})
    return tokens


def particle_and_preposition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a preposition behind a verb's particle on the verb: "went back to work", "moved away from plastic"."""
    particles = english()["predicate.particles"]
    moved = {}
    for prep in tokens[1:]:
        particle = tokens[prep.i - 1]
        if prep.dep != "prep" or prep.head != particle.i:
            continue
        behind = particle.dep == "advmod" and tokens[particle.head].pos == "VERB" and particle.head == particle.i - 1
        if behind and particle.lower in particles:
            moved[prep.i] = particle.head
    return reheaded(tokens, moved) if moved else tokens


def content_of_participle(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what a participle of showing tells as its clause: "yields fell, suggesting mulch is no better than soil"."""
    words = english()
    telling = words.of("clause.concluding", "report_verbs")
    for word in tokens[1:-2]:
        if word.tag != "VBG" or word.lemma not in telling:
            continue
        verb = _next_finite(tokens, word)
        if verb is None or not _set_off(tokens, word) or word.dep not in {"csubj", "amod", "nsubj", "compound"}:
            continue
        noun = kid(tokens, word, "dobj") if word.dep == "csubj" else tokens[word.head]
        if noun is None or not word.i < noun.i < verb.i or noun.tag not in NOUN_TAGS:
            continue
        main = _clause_before(tokens, verb, word)
        above = main or tokens[verb.head]
        heads = {word.i: above.i, noun.i: verb.i, verb.i: word.i}
        before = [k for k in verb.kids if k < word.i and k != above.i]
        heads |= {k: above.i if main is not None else word.i for k in before if tokens[k].dep in {"cc", "punct"}}
        names = {word.i: "advcl", noun.i: "nsubj", verb.i: "ccomp"}
        if main is not None:
            heads[main.i], names[main.i] = main.i, "ROOT"
        return renamed(reheaded(tokens, heads), names)
    return tokens


def _next_finite(tokens: Sequence[Token], word: Token) -> Token | None:
    """Return the finite verb a participle hangs on, itself or through the noun between them."""
    above = tokens[word.head]
    verb = above if word.dep == "csubj" else tokens[above.head]
    subject = word.dep == "csubj" or above.dep in SUBJECTS
    inside = verb.head < word.i or _clause_before(tokens, verb, word) is not None
    return verb if subject and verb.tag in FINITE and verb.i > word.i and inside else None


def _clause_before(tokens: Sequence[Token], verb: Token, word: Token) -> Token | None:
    """Return the verb of the clause before a participle that was hung under the verb behind it, None for none."""
    clause = kid(tokens, verb, "ccomp", "advcl") if verb.head == verb.i else None
    if clause is None or clause.i > word.i or kid(tokens, clause, *SUBJECTS) is None:
        return None
    return clause if kid(tokens, clause, "mark") is None else None


def _set_off(tokens: Sequence[Token], word: Token) -> bool:
    """Say whether a mark, with an adverb behind it at most, stands before a word."""
    before = tokens[word.i - 1]
    before = tokens[before.i - 1] if before.pos == "ADV" and before.i else before
    return before.text in {",", *DASHES}


def content_behind_that(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "that" right behind a verb as what opens its clause: "a paper rediscovers that coffee is bad for sleep"."""
    for that in tokens[1:-2]:
        noun, verb = tokens[that.head], tokens[that.i - 1]
        if that.lower != "that" or that.dep != "det" or noun.dep not in SUBJECTS:
            continue
        said = tokens[noun.head]
        if said.dep == "ccomp" and said.head == verb.i and verb.pos == "VERB" and said.tag in {*FINITE, "MD"}:
            marked = tuple(replace(t, tag="IN", pos="SCONJ") if t.i == that.i else t for t in tokens)
            return renamed(reheaded(marked, {that.i: said.i}), {that.i: "mark"})
    return tokens


def subject_of_content(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a reported clause the noun before it for its subject: "finding a low-cost pump is more effective"."""
    for verb in tokens[2:]:
        if verb.dep != "ccomp" or verb.tag not in FINITE:
            continue
        above = tokens[verb.head]
        noun = kid(tokens, above, "dobj") or tokens[verb.i - 1]
        told = above.lemma in english()["report_verbs"] and last_of(tokens, noun) == verb.i - 1
        taken = noun.dep == "dobj" and noun.head == above.i and noun.tag in NOUN_TAGS
        if told and taken and above.i < noun.i and kid(tokens, verb, *SUBJECTS, "mark") is None:
            return renamed(reheaded(tokens, {noun.i: verb.i}), {noun.i: "nsubj"})
    return tokens


def clause_behind_joint(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Join a clause behind "and" to the one before: "floods upset the village, and rats take over the mill"."""
    for verb in tokens[5:]:
        main, who = tokens[verb.head], kid(tokens, verb, "nsubj")
        if verb.dep != "ccomp" or who is None or main.i > who.i or verb.tag not in {"VB", "VBP", "VBZ", "VBD"}:
            continue
        joint = tokens[first_of(tokens, who) - 1]
        before = tokens[joint.head]
        if joint.dep != "cc" or before.dep != "dobj" or before.head != main.i or tokens[joint.i - 1].text != ",":
            continue
        if kid(tokens, verb, "mark", "aux") is None and kid(tokens, before, "conj") is None:
            tag = "VBP" if verb.tag == "VB" else verb.tag
            read = tuple(replace(t, tag=tag) if t is verb else t for t in tokens)
            return renamed(reheaded(read, {joint.i: main.i}), {verb.i: "conj"})
    return tokens


def asked_with_if(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "if" right behind a verb of knowing as "whether": "nobody knows if the coating lasts"."""
    for mark in tokens[2:-1]:
        verb, clause = tokens[mark.i - 1], tokens[mark.head]
        led = verb.lemma in _ASKING_VERBS and clause.dep == "advcl" and clause.head == verb.i
        if mark.lower == "if" and mark.dep == "mark" and led and kid(tokens, verb, "dobj", "ccomp") is None:
            return renamed(tokens, {clause.i: "ccomp"})
    return tokens


_ASKING_VERBS = frozenset({"know", "ask", "wonder", "tell", "see", "check", "say"})


def aside_of_anything(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "if anything" as an aside, no condition: "the fare did not fall; if anything it rose slightly"."""
    for word in tokens[1:]:
        mark = tokens[word.i - 1]
        if word.lower != "anything" or mark.lower != "if" or mark.head != word.i or word.dep != "advcl":
            continue
        verb = kid(tokens, word, "relcl")
        own = verb.i if verb is not None else word.head
        names = {mark.i: "advmod", word.i: "advmod"}
        heads = {mark.i: word.i, word.i: own}
        if verb is not None:
            heads[verb.i], names[verb.i] = word.head, "conj"
        return renamed(reheaded(tokens, heads), names)
    return tokens


def rarity_of_second(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the adverb behind "and" to the second verb: "it may fade and, rarely, has stained worktops"."""
    for adverb in tokens[3:-2]:
        first = tokens[adverb.head]
        verb = kid(tokens, first, "conj")
        joint = kid(tokens, first, "cc")
        if adverb.dep != "advmod" or adverb.kids or verb is None or joint is None or first.pos not in {"VERB", "AUX"}:
            continue
        set_off = tokens[adverb.i - 1].text == "," == tokens[adverb.i + 1].text
        if set_off and joint.i == adverb.i - 2 and verb.i > adverb.i:
            return reheaded(tokens, {adverb.i: verb.i})
    return tokens


def answer_before_colon(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part a short answer from the clause behind its colon: "it doesn't: a third of the roofs still leak"."""
    for does in tokens[1:-4]:
        colon = does.i + 2
        verb = tokens[does.head]
        who = tokens[does.i - 1]
        short = tokens[colon].text == ":" and tokens[does.i + 1].dep == "neg" and verb.i > colon
        if not short or does.lemma not in {"do", "be", "have"} or who.dep != "nsubj" or who.head != verb.i:
            continue
        if any(k > colon and tokens[k].dep in {"nsubj", "nsubjpass"} for k in verb.kids):
            heads = {k: does.i for k in verb.kids if k < does.i} | {does.i + 1: does.i, colon: does.i}
            return renamed(reheaded(tokens, heads), {does.i: "parataxis"})
    return tokens


def content_of_maybe(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "that" behind "it may be" as what opens a clause: "it may be that shade matters more than water"."""
    for that in tokens[2:-2]:
        who = tokens[that.head]
        verb, be = tokens[who.head], tokens[that.i - 1]
        if that.lower != "that" or that.dep != "det" or be.lemma != "be" or who.tag not in NOUN_TAGS:
            continue
        above = verb.head == be.i and verb.tag in FINITE and who.i < verb.i
        told = (verb.dep == "attr" and who.dep == "compound") or (verb.dep == "ccomp" and who.dep == "nsubj")
        it = kid(tokens, be, "nsubj")
        if above and told and it is not None and it.lower == "it" and kid(tokens, be, "aux") is not None:
            marked = tuple(replace(t, tag="IN", pos="SCONJ") if t.i == that.i else t for t in tokens)
            names = {that.i: "mark", who.i: "nsubj", verb.i: "ccomp"}
            return renamed(reheaded(marked, {that.i: verb.i}), names)
    return tokens
