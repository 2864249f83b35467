"""Which relation type a verb means: the predicate keys of a pack, with the freedom that English takes around them."""

import re
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
#: A participle with the infinitive it governs: a chain of verbs may be asked for without the "to" between them.
INFINITIVE = re.compile(r"^(be \w+) to (?=\w+$)")
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

        The key as it stands is tried first, then without articles, then without a light verb before it ("help",
        "start to", "be able to"). A preposition is never left out: to run, to run on
        and to run out of are three things.

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
        level = " ".join(name.casefold().split())
        for form in dict.fromkeys((level, INFINITIVE.sub(r"\1 ", level))):
            known = index.setdefault(form, [])
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
