"""Which blocks of a web page are its main text: trafilatura judges, the page itself gives the words.

Trafilatura finds the main text well but drops what does not look like an article's paragraph (a post without a
paragraph element, a heading) and may change the order. So its answer is used as a judgement on the page's own blocks:
one is kept where trafilatura has it, or where it is a sentence among the kept ones or in a container of their class,
or names who wrote a post.
Every word comes from the page, in the page's order.
"""

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.reading.blocks import Blocks
from claimgraph.reading.tree import add_tree

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Document as Extracted

_DROPPED = re.compile("[\\s\\x00-\\x1f\\x7f-\\x9f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]+")
_FURNITURE = ("nav", "footer", "aside", "button", "select", "dialog", "iframe", "object", "noscript", "script", "style")
_SENTENCE = re.compile(r"\w+(?:\W+\w+){5,}.*[.!?]", re.DOTALL)
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*$")
#: Class names of elements that say who wrote a post.
NAMES = re.compile(r"(?:^|[\s_-])(?:author|user|username|poster|nick|nickname|byline)(?:$|[\s_-])", re.IGNORECASE)
_SHORT = 25


@dataclass(frozen=True, slots=True)
class _Block:
    """One block of the page, before it is known whether it is kept."""

    words: str
    kind: str
    container: tuple[str, str]

    @property
    def prose(self) -> bool:
        """Say whether it is made of sentences."""
        return len(self.words.split()) >= 3 and _CLOSED.search(self.words) is not None

    @property
    def names(self) -> bool:
        """Say whether it names who wrote a post."""
        return len(self.words) < 40 and NAMES.search(self.container[1]) is not None


def main_text(root: "HtmlElement", extracted: "Extracted | None") -> Blocks:
    """Return the blocks of a page's main text, none where it has no sentence.

    Where trafilatura finds nothing (a short page, a fragment), all that stands outside menus, headers, footers and
    forms is used.
    """
    parts = [extracted.body, extracted.commentsbody] if extracted is not None else []
    wanted = [squashed(words) for part in parts for words in _pieces(part)]
    blocks = _kept(root, wanted) if any(wanted) else Blocks()
    if not _SENTENCE.search(blocks.text()):
        blocks = Blocks()
        add_tree(_without(root, (*_FURNITURE, "header", "form")), blocks, lambda words, kind, element: True)
    return blocks if _SENTENCE.search(blocks.text()) else Blocks()


def squashed(words: str) -> str:
    """Return words without white space and invisible characters, which extractors change at will."""
    return _DROPPED.sub("", words)


def _pieces(part: "_Element") -> list[str]:
    """Return the lines and cells of trafilatura's answer."""
    found = Blocks()
    add_tree(part, found, lambda words, kind, element: True)
    return [piece for piece in re.split(r"[\n\t]+", found.text()) if piece]


def _kept(root: "HtmlElement", wanted: list[str]) -> Blocks:
    """Return the page's own blocks that are main text."""
    body = _without(root, _FURNITURE)
    met: list[_Block] = []

    def note(words: str, kind: str, element: "_Element") -> bool:
        met.append(_Block(words, kind, _container(element)))
        return True

    add_tree(body, Blocks(), note)
    decisions = iter(_decided(met, wanted, (root.findtext(".//title") or "").casefold()))
    blocks = Blocks()
    add_tree(body, blocks, lambda words, kind, element: next(decisions))
    return blocks


def _decided(met: list[_Block], wanted: list[str], title: str) -> list[bool]:
    """Return for each block whether it is main text."""
    exact, joined = set(wanted), "\n".join(wanted)
    judged = []
    for block in met:
        words = [squashed(line) for line in block.words.split("\n") if line.strip()]
        judged.append(all(one in exact or (len(one) >= _SHORT and one in joined) for one in words))
    chosen = [number for number, good in enumerate(judged) if good]
    if not chosen:
        return judged
    classes = {met[number].container for number in chosen if met[number].prose} - {("", "")}
    among = range(chosen[0], chosen[-1] + 1)
    around = range(chosen[0] - 3, chosen[-1] + 1)
    return [
        good
        or (block.names and number in around)
        or (block.kind == "heading" and (number in among or block.words.casefold() in title))
        or (block.prose and (number in among or block.container in classes))
        for number, (good, block) in enumerate(zip(judged, met, strict=True))
    ]


def _container(element: "_Element") -> tuple[str, str]:
    """Return tag and class of the nearest element around a block that has a class, blank where none has."""
    here: _Element | None = element
    while here is not None:
        if here.get("class"):
            return str(here.tag), str(here.get("class"))
        here = here.getparent()
    return "", ""


def _without(root: "HtmlElement", tags: tuple[str, ...]) -> "HtmlElement":
    """Return a copy of a page's body without some elements and without what is hidden."""
    body = root.find(".//body")
    copy: HtmlElement = deepcopy(root if body is None else body)
    hidden = [one for one in copy.iter() if isinstance(one.tag, str) and _is_hidden(one)]
    for element in [*copy.iter(*tags), *hidden]:
        if element.getparent() is not None:
            element.drop_tree()
    return copy


def _is_hidden(element: "_Element") -> bool:
    """Say whether an element is not shown."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style
