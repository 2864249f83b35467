"""Which relation type a verb means: the predicate keys of a pack, with the freedom that English takes around them."""

from collections.abc import Iterator

from claimgraph.knowledge.pack import Pack
from claimgraph.knowledge.spelling import key, pieces

#: What may stand before a verb without changing what it says of its object; each is tried without.
LIGHT = (
    *("be able to", "be capable of", "be known to", "be likely to", "be said to", "be used to", "be shown to"),
    *("go on to", "have the ability to", "have the potential to", "have the power to", "play a role in"),
    *("begin to", "come to", "continue to", "help to", "manage to", "seem to", "serve to", "start to", "tend to"),
    *("work to", "aim to", "appear to", "attempt to", "seek to", "try to", "help", "begin", "start", "continue"),
)
#: Prepositions that only add a circumstance when the key with them is unknown.
CIRCUMSTANTIAL = frozenset(
    {"about", "across", "after", "against", "among", "around", "as", "at", "before", "between", "by", "during", "for"}
    | {"from", "in", "inside", "into", "of", "on", "onto", "over", "through", "throughout", "to", "toward", "towards"}
    | {"under", "upon", "via", "with", "within", "without"}
)
#: Words inside a key that carry no meaning of their own.
ARTICLES = frozenset({"a", "an", "the"})
#: Words before an object's head that leave it the same thing, as keys.
FILLING = frozenset(
    {"any", "some", "all", "more", "most", "much", "many", "new", "own", "actual", "real", "existing", "additional"}
    | {"my", "your", "his", "her", "it", "its", "our", "their", "this", "that", "these", "those", "no", "every", "each"}
    | {"further", "natural", "visible", "significant", "noticeable", "meaningful", "lost", "kind", "of", "patient", "s"}
)


class VerbIndex:
    """Finds the predicates that a predicate key expresses.

    Args:
        pack: whose predicates and verb phrases of concepts to find.

    >>> from claimgraph.knowledge.loading import core_pack
    >>> [iri.split("#")[1] for iri in VerbIndex(core_pack()).find("continue to promote")]
    ['promotes']
    """

    def __init__(self, pack: Pack) -> None:
        self._sure: dict[str, list[str]] = {}
        self._shared: dict[str, list[str]] = {}
        self._phrases: dict[str, list[str]] = {}
        for predicate in pack.predicates.values():
            _enter(self._sure, predicate.verbs, predicate.iri)
            _enter(self._shared, predicate.shared_verbs, predicate.iri)
        for concept in pack.concepts.values():
            for phrase in concept.phrases:
                _enter(self._phrases, (" ".join(map(key, pieces(phrase))),), concept.iri)

    def find(self, predicate_key: str) -> tuple[str, ...]:
        """Return the IRIs of the predicates a key expresses: one where it is clear, several where it is shared.

        The key as it stands is tried first, then without articles, without a light verb before it ("help",
        "start to", "be able to"), and last without a preposition behind it that no predicate knows.

        Args:
            predicate_key: base form with particle and preposition, such as `Predicate.verbs` holds.
        """
        for variant in _variants(" ".join(predicate_key.casefold().split())):
            if found := self._sure.get(variant) or self._shared.get(variant):
                return tuple(found)
        return ()

    def exactly(self, predicate_key: str) -> tuple[str, ...]:
        """Return the IRIs of the predicates that list a key as it stands."""
        level = " ".join(predicate_key.casefold().split())
        return tuple(self._sure.get(level) or self._shared.get(level) or ())

    def brings_about(self, predicate_key: str, object_phrase: str) -> tuple[str, ...]:
        """Return the IRIs of the concepts that a verb with its object means ("grow" and "new hair": hair growth).

        Args:
            predicate_key: base form of the verb, with its particle.
            object_phrase: the object as normalised; articles, possessives and the like may stand before its head.
        """
        verbs = list(_variants(" ".join(predicate_key.casefold().split())))
        words = [word for word in map(key, pieces(object_phrase)) if word not in ARTICLES]
        filling = next((n for n, word in enumerate(words) if word not in FILLING), len(words))
        tails = [words[start:] for start in range(filling + 1)]
        for verb in verbs:
            for tail in tails:
                if found := self._phrases.get(" ".join([*map(key, pieces(verb)), *tail])):
                    return tuple(found)
        return ()


def _enter(index: dict[str, list[str]], keys: tuple[str, ...], iri: str) -> None:
    for name in keys:
        known = index.setdefault(" ".join(name.casefold().split()), [])
        if iri not in known:
            known.append(iri)


def _variants(predicate_key: str) -> Iterator[str]:
    """Yield a key and what it may be shortened to, nearest first."""
    plain = " ".join(word for word in predicate_key.split() if word not in ARTICLES) or predicate_key
    shorter = [predicate_key, plain]
    for light in LIGHT:
        if plain.startswith(light + " "):
            shorter.append(plain[len(light) + 1 :])
    yield from dict.fromkeys(shorter)
    for name in dict.fromkeys(shorter):
        words = name.split()
        if len(words) > 1 and words[-1] in CIRCUMSTANTIAL and words[0] != "be":
            yield " ".join(words[:-1])
