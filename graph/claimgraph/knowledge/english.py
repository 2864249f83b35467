"""The closed classes and cues of English that the stages look up, read from `ontology/english.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType

from claimgraph.model import Evidence
from claimgraph.vocabulary.resources import ontology_text


@dataclass(frozen=True, slots=True)
class English:
    """Word lists by name; the file says what each is for.

    Attributes:
        lists: the words of each list, those of a table under "table.list".
        evidence: the cues of each evidence basis, strongest first.
        made: lists put together before, since the rules ask for the same ones at every word.
    """

    lists: Mapping[str, frozenset[str]]
    evidence: tuple[tuple[Evidence, frozenset[str]], ...]
    made: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __getitem__(self, name: str) -> frozenset[str]:
        """Return the words of a list; raise KeyError where there is none of that name."""
        return self.lists[name]

    def of(self, *names: str) -> frozenset[str]:
        """Return the words of several lists together.

        >>> sorted(English({"few": frozenset({"few"}), "many": frozenset({"many"})}, ()).of("few", "many"))
        ['few', 'many']
        """
        found = self.made.get(names)
        if found is None:
            found = self.made[names] = frozenset().union(*(self.lists[name] for name in names))
        return found

    def without(self, name: str, *others: str) -> frozenset[str]:
        """Return the words of a list that stand in none of some others.

        >>> English({"all": frozenset({"few", "many"}), "few": frozenset({"few"})}, ()).without("all", "few")
        frozenset({'many'})
        """
        key = ("without", name, *others)
        found = self.made.get(key)
        if found is None:
            found = self.made[key] = self.lists[name].difference(*(self.lists[other] for other in others))
        return found


def alternatives(words: frozenset[str]) -> str:
    r"""Return words as a regular expression's group, the longest first.

    >>> alternatives(frozenset({"e-mail", "letter"}))
    '(?:e\\-mail|letter)'
    """
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


@cache
def any_word(words: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern that finds any of some words or phrases, whole and in either case.

    >>> any_word(frozenset({"letter", "e-mail"})).search("Two e-mails and a Letter came.").group()
    'Letter'
    """
    return re.compile(rf"(?<!\w){alternatives(words)}(?!\w)", re.IGNORECASE)


@cache
def any_lower(words: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern that finds any of some words or phrases, whole, in a text that is in lower case.

    It is several times faster than one that reads either case.

    >>> any_lower(frozenset({"letter", "FDA"})).search("by the fda").group()
    'fda'
    """
    return re.compile(rf"(?<!\w){alternatives(frozenset(word.lower() for word in words))}(?!\w)")


@lru_cache(maxsize=64)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, in lower case.

    >>> sorted(words_of("A tea-tree, a Tree"))
    ['a', 'tea', 'tree']
    """
    return frozenset(_WORD.findall(text.lower()))


@cache
def telling(phrases: frozenset[str]) -> Mapping[str, tuple[frozenset[str], ...]]:
    """Return the words of each of some phrases, by the longest word of each.

    >>> telling(frozenset({"in a survey"}))["survey"] == (frozenset({"in", "a", "survey"}),)
    True
    """
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for phrase in sorted(phrases):
        longest = max(_WORD.findall(phrase.lower()), key=len)
        found[longest] = (*found.get(longest, ()), words_of(phrase))
    return MappingProxyType(found)


def holds_any(text: str, phrases: frozenset[str]) -> bool:
    """Say whether a text holds one of some phrases, whole and in either case.

    >>> holds_any("We ran a Survey.", frozenset({"a survey", "cohort"}))
    True
    """
    words, known = words_of(text), telling(phrases)
    may = any(needed <= words for word in words if word in known for needed in known[word])
    return may and any_lower(phrases).search(text.lower()) is not None


_WORD = re.compile(r"\w+")


@cache
def english() -> English:
    """Return the shipped word lists.

    >>> "may" in english()["hedges"]
    True
    """
    tables = tomllib.loads(ontology_text("english.toml"))
    lists: dict[str, frozenset[str]] = {}
    for name, value in tables.items():
        if isinstance(value, list):
            lists[name] = frozenset(value)
        elif name != "evidence":
            lists.update({f"{name}.{key}": frozenset(words) for key, words in value.items()})
    cues = tables["evidence"]
    return English(lists, tuple((basis, frozenset(cues.get(basis.value, ()))) for basis in Evidence))
