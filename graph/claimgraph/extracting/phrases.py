"""The words of a noun phrase: where it begins and ends, what it is joined with, the clause that narrows it."""

from collections.abc import Sequence

from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

_CUT = frozenset({"relcl", "appos", "cc", "conj", "punct", "advcl", "ccomp", "parataxis", "preconj", "dep", "mark"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})


def phrase(sentence: Sentence, head: int) -> list[int]:
    """Return the indices of a noun phrase as it stands, one unbroken stretch around the head.

    Prepositional phrases belong to it; relative clauses, appositions and what it is coordinated with do not.

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
    """
    found = sentence.phrases.get(head)
    if found is None:
        found = sentence.phrases[head] = tuple(_stretch(sentence, head))
    return list(found)


def _stretch(sentence: Sentence, head: int) -> list[int]:
    """Return the indices of a noun phrase, told by what hangs on its head."""
    kept = {head}
    kids = sentence.kids(head)
    if (beside := added(sentence, head)) is not None:
        kept.update(range(head, beside.i + 1))
    for kid in kids:
        if kid.dep in {"aux", "auxpass"} or (kid.dep == "acl" and kid.i > head):
            continue
        if kid.dep in _CUT and not (kid.dep == "punct" and kid.text in {"-", "/"} and abs(kid.i - head) <= 2):
            continue
        if kid.dep == "nsubj" and sentence.tokens[head].dep == "ccomp" and sentence.tokens[head].pos == "NOUN":
            continue
        if kid.lower == "than" and kid.dep == "prep" and not _is_graded(sentence.tokens[head], kids):
            continue
        kept.update(_with_kids(sentence, kid.i))
    return _unbroken(kept, head, sentence)


def _is_graded(head: Token, kids: Sequence[Token]) -> bool:
    """Say whether a phrase is a comparative, so that "than" belongs to it."""
    return head.tag == "JJR" or any(k.tag in {"JJR", "RBR"} for k in kids)


def is_between(sentence: Sentence, head: int) -> bool:
    """Say whether a noun is the first of two that something is between: "between £7 and £9".

    Args:
        sentence: the noun's.
        head: its index.
    """
    token = sentence.tokens[head]
    return token.dep == "pobj" and sentence.tokens[token.head].lower == "between" and len(conjuncts(sentence, head)) > 1


def nothing_more_than(sentence: Sentence, i: int) -> Token | None:
    """Return what something is said to be and no more: the toy of "nothing more than a toy", None for a number.

    Args:
        sentence: the phrase's.
        i: index of the "nothing", "little" or "no" that may begin it.
    """
    if sentence.tokens[max(0, i)].lower not in _OPENING_MORE:
        return None
    words = tuple(t.lower for t in sentence.tokens[max(0, i) : i + 3])
    copula = sentence.tokens[i - 1].lemma == "be" if i > 0 else False
    if words not in _NOTHING_MORE and not (copula and words in _BARELY_MORE):
        return None
    rest = sentence.tokens[i + 3 : i + 3 + _REACH]
    named = next((t for t in rest if t.pos in _NAMING), None)
    while named is not None and named.dep in {"amod", "compound"} and named.head > named.i:
        named = sentence.tokens[named.head]
    counted = any(t.pos == "NUM" for t in rest[:2])
    sized = named is not None and sentence.tokens[named.i + 1].dep == "acomp"
    return None if counted or sized else named


_OPENING_MORE = frozenset({"nothing", "no", "little"})
#: What affirms what follows, behind any verb and behind a copula, and how far what follows may stand.
_NOTHING_MORE = frozenset({("nothing", "more", "than"), ("nothing", "less", "than"), ("nothing", "short", "of")})
_BARELY_MORE = frozenset({("no", "more", "than"), ("little", "more", "than")})
_NAMING = frozenset({"ADJ", "NOUN", "PROPN"})
_REACH = 6


def shared(sentence: Sentence, head: int) -> tuple[int, int] | None:
    """Return where coordinated nouns begin and end that share what the last is "of", "from" or "in", None for others.

    Of "the size and weight of pumps" it cannot be told by the tree alone whether the size is that of pumps, so each is
    shown with the words of both.

    Args:
        sentence: the phrase's.
        head: index of one of the heads.
    """
    first = sentence.tokens[head]
    while first.dep == "conj" and first.head != first.i and sentence.tokens[first.head].pos == first.pos:
        first = sentence.tokens[first.head]
    heads = conjuncts(sentence, first.i)
    if len(heads) < 2:
        return None
    last = heads[-1]
    if is_between(sentence, first.i):
        return min(phrase(sentence, first.i)[0], first.i), phrase(sentence, last)[-1]
    behind = [k for i in heads for k in sentence.kids(i, "prep") if k.i == last + 1 and k.lower in _SHARED]
    inner = any(k.i < last for i in heads[:-1] for k in sentence.kids(i, "prep", "relcl", "acl"))
    own = any(k.dep in {"poss", "nummod"} for i in heads[1:] for k in sentence.kids(i))
    parted = len(heads) == 2 and any(t.text == "," for t in sentence.tokens[first.i : last])
    if not behind or inner or own or parted:
        return None
    start = min(phrase(sentence, first.i)[0], first.i)
    return start, sentence.spans[behind[0].i][-1] if len(sentence.spans[behind[0].i]) <= MOST_WIDENED else last


def adjectives_before(sentence: Sentence, head: int) -> tuple[Token, ...]:
    """Return the adjectives that the second of two bare plurals shares with the first: "older vans and cars".

    Args:
        sentence: the phrase's.
        head: index of the second one.
    """
    second = sentence.tokens[head]
    first = sentence.tokens[second.head]
    if second.dep != "conj" or {first.tag, second.tag} != {"NNS"} or second.i != first.i + 2:
        return ()
    if sentence.kids(head, "amod", "compound", "det", "poss", "nummod", "conj", "nmod", "prep", "relcl", "acl"):
        return ()
    return tuple(k for k in sentence.kids(first.i, "amod") if k.i < first.i and k.tag in {"JJ", "JJR"})


_SHARED = frozenset({"of", "from", "in", "for", "between"})


def widened(sentence: Sentence, words: list[int]) -> list[int]:
    """Return a noun phrase with the clause that tells which one is meant: "owners who sail", "the right to fish".

    Args:
        sentence: the phrase's.
        words: indices of the phrase.
    """
    last = words[-1]
    if standard := _standard(sentence, last + 1):
        return [*words, *standard]
    if sentence.deps.isdisjoint(_CLAUSES):
        return words
    for place in range(last, words[0] - 1, -1):
        for kid in sentence.kids(place, *_CLAUSES) if sentence.tokens[place].kids else ():
            inside = sentence.spans[kid.i]
            if inside[0] == last + 1 and len(inside) <= MOST_WIDENED:
                clause = _ending(sentence, inside)
                return [*words, *clause] if len(clause) > 1 else words
    return words


#: How a clause hangs on a noun phrase that tells which one is meant.
_CLAUSES = ("relcl", "acl", "ccomp")


def _standard(sentence: Sentence, opening: int) -> list[int]:
    """Return the clause that a comparative just before is measured by: "cleaner than it was", "more than we need"."""
    than = sentence.tokens[opening] if opening < len(sentence.tokens) else sentence.tokens[-1]
    as_much = than.lower == "as" and any(t.lower == "as" for t in sentence.tokens[max(0, opening - 3) : opening])
    if (than.lower != "than" and not as_much) or than.dep != "mark":
        return []
    inside = [i for i in sentence.spans[than.head] if i >= opening]
    return _ending(sentence, inside) if len(inside) <= MOST_WIDENED else []


#: Words of a clause up to which it is shown with the noun it belongs to.
MOST_WIDENED = 24


def _ending(sentence: Sentence, inside: Sequence[int]) -> list[int]:
    """Return a clause up to the first mark that ends it."""
    paired = sum(sentence.tokens[i].text == '"' for i in inside) % 2 == 0
    marks = (
        n for n, i in enumerate(inside) if _closes(sentence, i) and not (paired and sentence.tokens[i].text == '"')
    )
    stop = next((n for n in marks if not _awaits_or(sentence, inside, n)), len(inside))
    kept = list(inside[:stop])
    while kept and sentence.tokens[kept[-1]].pos in {"PUNCT", "CCONJ", "SPACE"}:
        kept.pop()
    return kept


def _awaits_or(sentence: Sentence, inside: Sequence[int], n: int) -> bool:
    """Say whether a mark stands between "either" and its "or": "that holds either 2 g of salt, a pinch, or none"."""
    if "either" not in sentence.lowers or sentence.tokens[inside[n]].text != ",":
        return False
    words = [sentence.tokens[i].lower for i in inside]
    return "either" in words[:n] and "or" not in words[:n] and "or" in words[n:]


def _closes(sentence: Sentence, i: int) -> bool:
    """Say whether a mark ends a clause, and is no comma between coordinated verbs or the adjectives of a noun."""
    token, following = sentence.tokens[i], sentence.tokens[min(i + 1, len(sentence.tokens) - 1)]
    listed = token.text == "," and following.pos == "VERB" and following.dep == "conj"
    before = sentence.tokens[i - 1]
    listed = listed or (token.text == "," and before.dep == following.dep == "amod" and before.head == following.head)
    return token.text in _STOPS and not listed


_STOPS = frozenset({",", ";", ":", "(", ")", '"', ".", "—"})


def _with_kids(sentence: Sentence, i: int) -> list[int]:
    """Return the subtree of a dependent, cut in the same places except for coordination inside it."""
    found = [i]
    for kid in sentence.kids(i) if sentence.tokens[i].kids else ():
        if kid.dep in {"relcl", "appos", "advcl", "parataxis"} or (kid.dep == "acl" and kid.i > i):
            continue
        found += _with_kids(sentence, kid.i)
    return found


def _unbroken(inside: set[int], head: int, sentence: Sentence) -> list[int]:
    """Return the longest run of neighbouring indices around the head, no punctuation at its ends."""
    first = last = head
    while (step := _leftward(sentence, inside, first)) is not None:
        first = step
    while (onward := _rightward(sentence, inside, first, last)) is not None:
        last = onward
    while last + 2 < len(sentence.tokens) and joined(sentence, last):
        last += 2
    while _goes_on(sentence, first, last):
        last += 1
    while first < head and (sentence.tokens[first].pos in {"PUNCT", "CCONJ"} or _joins(sentence, first, head)):
        first += 1
    while last > head and (sentence.tokens[last].pos in {"PUNCT", "CCONJ"} or _in_joint(sentence, last)):
        last -= 1
    if last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text in _QUOTES and _quotes(sentence, first, last):
        last += 1
    if first > 0 and sentence.tokens[first - 1].text == "(" and _closes_more(sentence, first, last):
        first -= 1
    return list(range(first, last + 1))


def _closes_more(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether some words close a bracket that they do not open."""
    texts = [t.text for t in sentence.tokens[first : last + 1]]
    return texts.count(")") > texts.count("(")


def _quotes(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether some words open a quotation behind the first of them and do not close it: 'keyhole "wash-outs'."""
    return sum(t.text in _QUOTES for t in sentence.tokens[first + 1 : last + 1]) % 2 == 1


def _in_joint(sentence: Sentence, i: int) -> bool:
    """Say whether a word is of a joint of several words that leads to what is left out: "as well as"."""
    token = sentence.tokens[i]
    joint = token.dep == "cc" or sentence.tokens[token.head].dep == "cc"
    return joint and token.lower in {"as", "well", "but", "also", "than", "rather"}


def _leftward(sentence: Sentence, inside: set[int], first: int) -> int | None:
    """Return the next word of a phrase to the left, over the comma between two adjectives and over brackets."""
    if first - 1 in inside:
        return first - 1
    before = sentence.tokens[first - 1] if first else None
    if before is None:
        return None
    if before.text == "," and first - 2 in inside and {sentence.tokens[i].pos for i in (first - 2, first)} == {"ADJ"}:
        return first - 2
    if before.text in _QUOTES and first - 2 in inside:
        return first - 2
    if before.text == ")":
        opening = next((i for i in range(first - 2, max(0, first - 8), -1) if sentence.tokens[i].text == "("), None)
        return opening - 1 if opening is not None and opening - 1 in inside else None
    return None


def _rightward(sentence: Sentence, inside: set[int], first: int, last: int) -> int | None:
    """Return the next word of a phrase to the right, over the mark that closes a quotation it opens with."""
    if last + 1 in inside:
        return last + 1
    quoted = first > 0 and sentence.tokens[first - 1].text in _QUOTES and last + 2 in inside
    return last + 2 if quoted and sentence.tokens[last + 1].text in _QUOTES else None


_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})


def _joins(sentence: Sentence, first: int, head: int) -> bool:
    """Say whether a phrase's first word only joins its clause to the one before: "then a fan", "so the pump"."""
    token = sentence.tokens[first]
    return token.lower in {"then", "so", "thus", "also"} and token.dep == "advmod" and token.head == head


def _goes_on(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a phrase ends in a hyphen that a word is joined to: "use of e-" before "cigarettes"."""
    if last <= first or last + 1 >= len(sentence.tokens) or sentence.tokens[last].text != "-":
        return False
    before, hyphen, following = sentence.tokens[last - 1 : last + 2]
    return hyphen.start == before.end and following.start == hyphen.end


def joined(sentence: Sentence, last: int) -> bool:
    """Say whether a hyphen without spaces joins the next word to one.

    Args:
        sentence: the word's.
        last: index of the word; two tokens at least stand behind it.
    """
    if sentence.tokens[last + 1].text != "-":
        return False
    word, hyphen, following = sentence.tokens[last : last + 3]
    return hyphen.start == word.end and following.start == hyphen.end


def conjuncts(sentence: Sentence, head: int, limit: int = 12) -> list[int]:
    """Return a head and what it is coordinated with, as far as these are nouns or adjectives like it.

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
        limit: the most heads to return.
    """
    if not sentence.tokens[head].kids or "conj" not in sentence.deps:
        return [head]
    found = [head]
    pos = sentence.tokens[head].pos
    for place in found:
        beside = added(sentence, place)
        for kid in sentence.kids(place, "conj"):
            if beside is not None and kid.i == beside.i:
                continue
            same = (kid.pos == pos or {kid.pos, pos} <= NOMINAL) and kid.lower.strip(".") != "etc"
            if same and kid.i not in found and len(found) < limit:
                found.append(kid.i)
    return found


def added(sentence: Sentence, head: int) -> Token | None:
    """Return what a noun is taken together with, so that nothing is said of either alone: "zinc plus iron".

    Args:
        sentence: the noun's.
        head: its index.
    """
    if "plus" not in sentence.lowers or all(k.lower != "plus" for k in sentence.kids(head, "cc")):
        return None
    return sentence.kid(head, "conj")


def one_of(sentence: Sentence, head: int) -> bool:
    """Say whether a head is the first of several that "or" joins: "honey or wax", "honey, wax, or oil".

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
    """
    if "or" not in sentence.lowers:
        return False
    joints = {k.lower for i in conjuncts(sentence, head)[:-1] or [head] for k in sentence.kids(i, "cc")}
    return "or" in joints and "and" not in joints


def graded(sentence: Sentence, head: int) -> bool:
    """Say whether a noun has a comparative of its own: "more stress than cooks, and more pain".

    Args:
        sentence: the noun's.
        head: its index.
    """
    return any(k.tag == "JJR" for k in sentence.kids(head, "amod"))


#: What stands for the thing of an owner.
_OWN = frozenset({"mine", "ours", "yours", "hers", "theirs", "his"})


def included(sentence: Sentence, head: int, english: English) -> list[int]:
    """Return the heads a noun is said to include: "proteins, including growth factors", "such as zinc".

    A noun with a topic includes what it is about and not what it is: "screening, including hepatitis".
    """
    found: list[int] = []
    if sentence.tokens[head].lemma in english["phrase.topical"]:
        return found
    for kid in sentence.kids(head, "prep"):
        as_in_such = kid.lower == "as" and any(k.lower == "such" for k in sentence.kids(kid.i))
        like = kid.lower == "like" and sentence.tokens[head].tag == "NNS" and kid.i > head
        if kid.lower == "including" or as_in_such or like:
            noun = sentence.kid(kid.i, "pobj")
            if noun is not None and noun.lower not in _OWN:
                found += conjuncts(sentence, noun.i)
    return found
