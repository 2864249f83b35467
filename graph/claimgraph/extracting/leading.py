"""What the items of a list are about by what leads it in: "Benefits of tea", "What does tea do?", "Tea has uses:"."""

from collections import Counter
from collections.abc import Sequence

from claimgraph.extracting.entities import Being, Entity
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.linking import Link, link
from claimgraph.knowledge.matching import Match
from claimgraph.language.parsed import Sentence, Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OF = frozenset({"of", "for", "from"})


def acting(named: Sequence[Sequence[Entity]], topic: Link | None) -> Link | None:
    """Return the thing that a document says most of what is done by, None where none stands out.

    That is the topic where it acts often; of a page about a knee it is the injection.

    Args:
        named: for each sentence, what it names.
        topic: what the document is mainly about.
    """
    things = {Being.THING, Being.EITHER}
    acts = Counter(e.link for found in named for e in found if e.dep in _SUBJECTS and e.being in things)
    if topic is not None and acts[topic] >= _OFTEN:
        return topic
    named_at_all = Counter(e.link for found in named for e in found)
    seen = [((acts[thing], named_at_all[thing]), thing) for thing in acts if acts[thing] >= _CLEAR]
    often = sorted(seen, key=lambda pair: pair[0])
    clear = bool(often) and (len(often) == 1 or often[-1][0] > often[-2][0])
    return often[-1][1] if clear else None


#: How often a topic acts to be what lists are about, and anything else.
_OFTEN, _CLEAR = 3, 2
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def led_in(sentence: Sentence, matches: Sequence[Match], lexicon: Lexicon, topic: Link | None) -> Link | None:
    """Return what the items of a list are about, None where that is not told.

    A lead that names nothing ("Safe and simple", "Better sleep", "Overview") leaves them to be about what its page is.

    Args:
        sentence: that leads in the list.
        matches: concepts named in it.
        lexicon: what is known.
        topic: what the document says most of what is done by, which bare "Benefits" are of.
    """
    noun = _about(sentence)
    if noun is None and sentence.root.pos in {"VERB", "AUX"} and sentence.tokens[-1].text == ":":
        return None
    if noun is None or noun.lemma in lexicon.english["answer.leads_of_page"] or _praises(sentence, noun):
        return topic
    if noun.lemma not in lexicon.english["answer.lead_nouns"]:
        return link(sentence, noun.i, matches, lexicon)
    of = next((k for k in sentence.kids(noun.i, "prep") if k.lower in _OF), None)
    thing = sentence.kid(of.i, "pobj") if of is not None else sentence.kid(noun.i, "poss", "compound")
    if of is None and thing is None:
        return topic
    return link(sentence, thing.i, matches, lexicon) if thing is not None and thing.tag in _NOUNS else None


def _about(sentence: Sentence) -> Token | None:
    """Return the noun that a lead tells or asks of: its own, its verb's subject, or what "what are" asks for."""
    root = sentence.root
    noun: Token | None = root
    if root.pos in {"VERB", "AUX"}:
        noun = sentence.kid(root.i, "nsubj", "nsubjpass")
        asks = noun is None or noun.tag in {"WP", "EX"}
        noun = (sentence.kid(root.i, "attr") if root.lemma == "be" else None) if asks else noun
        noun = sentence.kid(root.i, "dobj") if noun is not None and _chosen(sentence, noun) else noun
    return noun if noun is not None and noun.tag in _NOUNS else None


def _chosen(sentence: Sentence, who: Token) -> bool:
    """Say whether a lead asks why people like or choose a thing: "Why 1,000 gardeners trust it"."""
    asks = sentence.tokens[0].lower in {"why", "what"} or any(t.lower == "why" for t in sentence.tokens[: who.i])
    return asks and who.tag == "NNS" and sentence.kid(sentence.root.i, "dobj") is not None


def _praises(sentence: Sentence, noun: Token) -> bool:
    """Say whether a lead only tells what gets better or less: "Better sleep", "Less pain"."""
    return any(k.tag in {"JJR", "RBR"} for k in sentence.kids(noun.i, "amod", "advmod"))
