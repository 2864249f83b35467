"""List items that go on from what leads in their list: "Benefits of tea" over "Reduces stress" and "Helps you rest".

Such an item begins with a verb and leaves its subject out (zero anaphora). The parser, which sees the item alone,
takes the verb for a plural noun or an order. Each is parsed again behind a pronoun, which is then taken away, and the
sentence that leads in the list is noted, so that the subject can be looked for there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimgraph.language.blocks import Block
from claimgraph.language.mending import LONGEST, SecondLook, third_person, unparsed, verbs
from claimgraph.language.parsed import Sentence, SentenceKind, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_ITEMS = frozenset({"item", "topic"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TENSED = frozenset({"VBZ", "VBP", "VBD", "MD"})
#: Words behind a noun that no verb has right behind it: "causes of rust", "cuts and bruises".
_BEHIND_NOUN = frozenset({"of", "and", "or", ",", ":", "(", "for"})


@dataclass(frozen=True, slots=True)
class _Item:
    """A sentence that begins with a verb.

    Attributes:
        place: its number.
        lead: number of the sentence that leads in its list.
        verb: the verb's base form.
        plural: whether the verb is that of several things.
        behind: how many words stand before the verb: "unlike steel, does not rust".
    """

    place: int
    lead: int
    verb: str
    plural: bool
    behind: int = 0


def with_leads(sentences: Sequence[Sentence], look: SecondLook) -> list[Sentence]:
    """Return the sentences, the items of lists that leave out their subject with a new tree and what leads them in.

    Args:
        sentences: of a document, in order.
        look: at them again.
    """
    found = list(sentences)
    items = _items(found, look.blocks)
    docs = [_behind_pronoun(found[item.place].tokens, item, look.nlp) for item in items]
    for item, doc in zip(items, look.nlp.pipe(docs), strict=True):
        if _says_of_it(doc, item.behind):
            tokens = look.repaired(_without_pronoun(found[item.place].tokens, doc, item))
            found[item.place] = replace(found[item.place], tokens=tokens, kind=SentenceKind.STATEMENT, lead=item.lead)
    return found


def _items(sentences: Sequence[Sentence], blocks: Sequence[Block]) -> list[_Item]:
    """Return the items that may leave out a subject which their list's lead names."""
    found: list[_Item] = []
    lead: int | None = None
    for place, sentence in enumerate(sentences):
        block = blocks[sentence.block]
        first = place == 0 or sentences[place - 1].block != sentence.block
        if block.kind not in _ITEMS:
            lead = place if _leads(sentence, block) else None
            continue
        topic = place > 0 and blocks[sentences[place - 1].block].kind == "topic" and block.kind == "item"
        named = place - 1 if topic and blocks[sentences[place - 1].block].group == block.group else lead
        item = _item(sentence, sentences[named], place, named) if first and named is not None else None
        if item is not None and block.kind == "item":
            found.append(item)
    return found


def _leads(sentence: Sentence, block: Block) -> bool:
    """Say whether a sentence may lead in a list: a heading or a few words, or one that ends in a colon or question."""
    few = sentence.kind is SentenceKind.FRAGMENT and len(sentence.tokens) <= _FEW and sentence.tokens[-1].text != "."
    return block.kind == "heading" or few or sentence.tokens[-1].text in {":", "?"}


#: How many words without a verb may lead in a list.
_FEW = 8


def _item(sentence: Sentence, lead: Sentence, place: int, number: int) -> _Item | None:
    """Return what is to be known of a sentence that begins with a verb, None for any other."""
    behind = _aside(sentence.tokens)
    tokens = sentence.tokens[behind:]
    continued = sentence.tokens[0].start < lead.end
    if continued or not 2 <= len(tokens) <= LONGEST or tokens[1].lower in _BEHIND_NOUN or not tokens[0].text.isalpha():
        return None
    word = tokens[0].lower
    if any(_owns_subject(sentence.tokens, t, behind) for t in tokens):
        return None
    if word in _AUXILIARIES:
        return _Item(place, number, word, word in {"do", "are", "have"}, behind)
    one = third_person(word) if word.endswith("s") else None
    if one is not None and word not in verbs():
        return _Item(place, number, one, plural=False, behind=behind)
    goes_on = tokens[0].text.islower() and lead.tokens[-1].text == ":" and lead.tokens[-2].tag in {"NNS", "NNPS"}
    return _Item(place, number, word, plural=True, behind=behind) if goes_on and word in verbs() else None


def _aside(tokens: Sequence[Token]) -> int:
    """Return how many words a comparison that opens an item has, up to its comma: "unlike steel, ..."."""
    if tokens[0].lower not in {"unlike", "like"}:
        return 0
    return next((t.i + 1 for t in tokens[2:_FEW] if t.text == ","), 0)


#: Auxiliaries that open an item: "may cause drowsiness", "does not rust".
_AUXILIARIES = frozenset({"may", "can", "might", "could", "will", "does", "do", "must", "is", "are", "has", "have"})


def _owns_subject(tokens: Sequence[Token], verb: Token, behind: int) -> bool:
    """Say whether a main verb has a subject, unless all it has is the first word: "resists rot"."""
    main = verb.tag in _TENSED and verb.dep in {"ROOT", "conj", "ccomp"}
    who = next((k for k in verb.kids if tokens[k].dep == "nsubj"), None) if main else None
    bare = who == behind and all(tokens[k].dep in {"nsubj", "punct"} for k in verb.kids)
    return who is not None and not bare


def _behind_pronoun(tokens: Sequence[Token], item: _Item, nlp: "Language") -> "Doc":
    """Return an item's words, a pronoun before its verb, not yet parsed."""
    at, verb = item.behind, tokens[item.behind]
    pronoun = replace(verb, text="They" if item.plural else "It", end=verb.start - 1, start=verb.start - 1)
    with_pronoun = [*tokens[:at], pronoun, *tokens[at:]]
    words = [t.text for t in with_pronoun]
    words[at + 1] = verb.lower
    return unparsed(with_pronoun, words, nlp)


def _says_of_it(doc: "Doc", at: int) -> bool:
    """Say whether a parse tells something of its pronoun, by the verb or auxiliary behind it."""
    pronoun, word = doc[at], doc[at + 1]
    verb = word if word.dep_ == "ROOT" else word.head
    opens = word.i == verb.i or word.dep_ in {"aux", "auxpass"}
    told = verb.dep_ == "ROOT" and word.tag_ in _TENSED and pronoun.dep_ in _SUBJECTS and pronoun.head.i == verb.i
    return told and opens and len(list(doc.sents)) == 1


def _without_pronoun(tokens: Sequence[Token], doc: "Doc", item: _Item) -> tuple[Token, ...]:
    """Return an item's tokens with the tree of its parse behind a pronoun, which is taken away."""
    at = item.behind
    found: list[Token] = []
    for old, new in zip(tokens, [t for t in doc if t.i != at], strict=True):
        first = old.i == at
        tag = "VBP" if first and new.tag_ == "VBD" and old.lower == item.verb else new.tag_
        kids = tuple(k.i - (k.i > at) for k in new.children if k.i != at)
        lemma = item.verb if first else new.lemma_.lower()
        head = new.head.i - (new.head.i > at)
        found.append(replace(old, lemma=lemma, tag=tag, pos=new.pos_, dep=new.dep_, head=head, kids=kids))
    return tuple(found)
