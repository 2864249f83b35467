"""The closed classes and cues of English that the stages look up, read from `ontology/english.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimgraph.model import Evidence
from claimgraph.vocabulary.resources import ontology_text


@dataclass(frozen=True, slots=True)
class English:
    """Word lists by name; the file says what each is for.

    Attributes:
        lists: the words of each list, those of a table under "table.list".
        evidence: the cues of each evidence basis, strongest first.
    """

    lists: Mapping[str, frozenset[str]]
    evidence: tuple[tuple[Evidence, frozenset[str]], ...]

    def __getitem__(self, name: str) -> frozenset[str]:
        """Return the words of a list; raise KeyError where there is none of that name."""
        return self.lists[name]


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


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, in lower case.

    >>> sorted(words_of("A tea-tree, a Tree"))
    ['a', 'tea', 'tree']
    """
    return frozenset(_WORD.findall(text.lower()))


@cache
def telling(phrases: frozenset[str]) -> frozenset[str]:
    """Return the longest word of each of some phrases: a text with none of these words holds none of the phrases.

    >>> sorted(telling(frozenset({"in a survey", "e-mail"})))
    ['mail', 'survey']
    """
    return frozenset(max(_WORD.findall(phrase.lower()), key=len) for phrase in phrases)


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
