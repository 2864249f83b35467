"""The list that stands behind a clause and is its object: "Other sorts include:" and three items."""

import re
from collections.abc import Iterator, Sequence

from claimgraph.extracting.frame import Frame
from claimgraph.extracting.place import Place
from claimgraph.model import Mention, Region

#: What opens a line of a list, and where the name of an item ends.
_BULLET = re.compile(r"^[\s•▪●◦‣·*\-–—+✓✔➤►»]+|^\(?\d{1,2}[.)]\s+")
_NAMED = re.compile(r"\s[–—-]\s|[,;:(.]\s|\s\(|[.;,]?$")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s")
#: The most items of a list that are named.
_MOST = 12


def list_behind(place: Place, frame: Frame) -> Mention | None:
    """Return the list behind a clause that breaks off at a colon, None where there is none.

    Args:
        place: the clause's sentence.
        frame: of the clause, without an object.
    """
    sentence = place.sentence
    if frame.rule != "clause" or frame.passive or sentence.tokens[-1].text != ":" or not place.document.regions:
        return None
    ends = frame.head == len(sentence.tokens) - 2
    if not ends or sentence.tokens[frame.head].lemma not in place.english["clause.listing"]:
        return None
    items = list(_items(place.document.text, place.document.regions, sentence.end))
    if not items:
        return None
    start, end = items[0].start, items[-1].end
    names = [_name(place.document.text[item.start : item.end]) for item in items]
    return Mention(place.document.text[start:end], _label(names), None, None, start, end)


def _items(text: str, regions: Sequence[Region], end: int) -> Iterator[Region]:
    """Yield the items that follow a place one after the other, nothing but blanks and bullets between."""
    for region in regions:
        if region.kind != "item" or region.start < end:
            continue
        if any(map(str.isalnum, _NUMBER.sub("", text[end : region.start]))):
            return
        yield region
        end = region.end


def _name(item: str) -> str:
    """Return what an item is called: its words up to the first mark behind them."""
    words = _BULLET.sub("", item)
    first = _NAMED.search(words)
    name = words[: first.start()] if first is not None else words
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _label(names: Sequence[str]) -> str:
    """Return several names as one."""
    told = [name for name in names if name][:_MOST]
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
