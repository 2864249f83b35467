"""The turns of an interview that is printed as a text: labels before questions and answers, or questions by themselves.

"Herald: Is it safe? Dr Moss: It is." puts the second turn in the mouth of Dr Moss.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimgraph.knowledge.english import English, alternatives, holds_any

_WORD = r"[A-Z][\w.'’&-]*"
_LABEL = re.compile(
    rf"^[ \t>*_]*(?P<label>{_WORD}(?: {_WORD}){{0,4}})(?: \([^)\n]{{2,40}}\))?[*_]*[:.][*_]*(?=\s+\S)", re.MULTILINE
)
#: Labels of a question and of an answer, which need no other sign.
_ASKS, _ANSWERS = frozenset({"q", "question"}), frozenset({"a", "answer"})
#: The most characters of a line that is a heading inside an interview, and what ends none.
_LONGEST_HEADING = 60
_TERMINAL = (".", "!", "?", ":", ";", ",", "…", '"', "”")
_FIRST = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|I'd|I’d|I'll|I’ll|my|My|me)\b")
_QUOTED = re.compile(r"[\"“][^\"”\n]*[\"”]")
_QUESTION = re.compile(r"\?[\"”'’)*_]*\s*$")
#: How many questions make an interview, and how many turns make a label one of a speaker.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker of an interview says at a stretch.

    Attributes:
        words: where its words begin, behind any label.
        name: who speaks; "" for who asks for the page.
    """

    words: int
    name: str


def turns(text: str, lines: Sequence[tuple[int, int]], english: English) -> dict[int, Turn]:
    r"""Return the turns of a text that is an interview by where their lines begin, none of any other text.

    Labels that come back are speakers' where one of them mostly asks; without labels, paragraphs that end in a question
    are asked where the page says whom it spoke to and the answers say "I".

    Args:
        text: of the page.
        lines: where its paragraphs begin and end.
        english: the word lists.

    >>> from claimgraph.knowledge.english import english
    >>> text = "Post: Does it rust?\nAda Moss: No.\nPost: Never?\nAda Moss: I have seen none."
    >>> lines = [(0, 19), (20, 33), (34, 46), (47, 74)]
    >>> [(turn.name, text[turn.words : lines[n][1]]) for n, turn in enumerate(turns(text, lines, english()).values())]
    [('', 'Does it rust?'), ('Ada Moss', 'No.'), ('', 'Never?'), ('Ada Moss', 'I have seen none.')]
    """
    return _labelled(text, lines, english) or _by_question(text, lines, english)


def _labelled(text: str, lines: Sequence[tuple[int, int]], english: English) -> dict[int, Turn]:
    """Return the turns that labels begin."""
    heads = {n: match for n, (start, end) in enumerate(lines) if (match := _LABEL.match(text[start:end]))}
    speakers, askers = _speakers(text, lines, heads)
    if not askers or not speakers - askers or len(speakers) > _MOST:
        return {}
    named = {label: _name(label, text, english) for label in speakers}
    hosts = {label: name for label in askers if (name := _host(label, text, english))}
    named |= hosts
    found: dict[int, Turn] = {}
    here: str | None = None
    last = max(n for n, match in heads.items() if match["label"] in speakers)
    for number, (start, end) in enumerate(lines):
        label = heads[number]["label"] if number in heads else ""
        if label in speakers:
            own = label in askers and label not in hosts
            here = "" if own and _is_page(label, named) else named[label]
            found[start] = Turn(_behind(text, start + heads[number].end()), here)
        elif here is not None and not _ends(text[start:end], number > last and not _below(text, lines, number)):
            found[start] = Turn(start, here)
        else:
            here = None
    return found


def _speakers(
    text: str, lines: Sequence[tuple[int, int]], heads: Mapping[int, re.Match[str]]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the labels that come back, who never answers left out, and those of them that mostly ask."""
    often = Counter(match["label"] for match in heads.values())
    asked = Counter(heads[n]["label"] for n in heads if _asks(text, lines, n, heads))
    known = {label for label, times in often.items() if times >= _FEWEST}
    askers = frozenset(label for label in known if 2 * asked[label] > often[label] or label.lower() in _ASKS)
    turns = [match["label"] for match in heads.values() if match["label"] in known]
    return askers | {label for before, label in pairwise(turns) if before in askers}, askers


#: The most speakers of an interview; a page with more labels that come back is another kind of list.
_MOST = 6


def _behind(text: str, end: int) -> int:
    """Return where the words behind a label begin."""
    while text[end : end + 1] in {" ", "\t"}:
        end += 1
    return end


def _asks(text: str, lines: Sequence[tuple[int, int]], number: int, heads: Mapping[int, re.Match[str]]) -> bool:
    """Say whether a labelled turn ends in a question, or goes on with a line that does."""
    start, end = lines[number]
    below = number + 1
    goes_on = below < len(lines) and below not in heads and _QUESTION.search(text[slice(*lines[below])])
    return bool(_QUESTION.search(text[start:end]) or "?" in text[start:end] or goes_on)


def _is_page(label: str, named: Mapping[str, str]) -> bool:
    """Say whether who asks does so for the page: a question's label, initials nobody bears, or no person's name."""
    return label.lower() in _ASKS or len(label.split()) == 1 or named[label] == label


def _host(label: str, text: str, english: English) -> str:
    """Return the full name of who asks under a first name, where the page tells it: "The Warm-Up with Ada Moss"."""
    if " " in label or label.lower() in _ASKS:
        return ""
    ways = alternatives(english["voice.hosting"])
    found = re.search(rf"\b(?i:{ways})\s+(?P<name>(?i:{re.escape(label)}) (?:{_WORD} )?{_WORD})", text)
    return found["name"].rstrip(".,") if found is not None else ""


def _below(text: str, lines: Sequence[tuple[int, int]], number: int) -> bool:
    """Say whether a line stands right under the one before it, no empty one between."""
    return number > 0 and text[lines[number - 1][1] : lines[number][0]].count("\n") == 1


def _ends(line: str, over: bool) -> bool:
    """Say whether a line ends a turn: a heading does, and behind the last label whatever does not say "I"."""
    heading = len(line) <= _LONGEST_HEADING and not line.endswith(_TERMINAL)
    return heading or (over and _FIRST.search(line) is None)


def _name(label: str, text: str, english: English) -> str:
    """Return the name that a speaker's label stands for: of an answer's and of initials it is given by the page."""
    if label.lower() in _ANSWERS:
        return interviewee(text, english)
    initials = label.replace(".", "")
    if initials.isupper() and len(initials) in _INITIALS:
        known = _named(r"[\w'’-]+ ".join(initials) + r"[\w'’-]+", text, english)
        if known:
            return known
    last = rf"(?i:{re.escape(label.rpartition(' ')[2])})(?![\w:])"
    before, behind = rf"(?:{_WORD} ){{1,2}}{last}", rf"{last} {_WORD}(?![\w:])"
    full = _named(before, text, english)
    titled = bool(full) and all(word.lower() in english["voice.titles"] for word in full.split()[:-1])
    if not full or titled:
        full = _named(behind, text, english).rstrip(".") or full
    return full or label


#: How many letters initials have.
_INITIALS = frozenset({2, 3})


def _named(pattern: str, text: str, english: English) -> str:
    """Return the first name in a text that a pattern fits, with the title before it, "" where there is none."""
    titles = alternatives(english["voice.titles"])
    found = re.search(rf"(?:\b(?i:{titles}) )?\b{pattern}", text)
    return found.group() if found else ""


def interviewee(text: str, english: English) -> str:
    """Return whom a page says it spoke to, "" where it says none.

    Args:
        text: of the page.
        english: the word lists.
    """
    titles = alternatives(english["voice.titles"])
    asked, answering = english["voice.interviewing"], english["voice.answering"]
    match = _answering(answering, titles).search(text) if holds_any(text, answering) else None
    match = match or (_spoken_to(asked, titles).search(text) if holds_any(text, asked) else None)
    return match["name"].strip() if match else ""


def _introduced(opening: str, english: English) -> str:
    """Return the person with a title whom a page names before its first question, "" where there is none or several."""
    titled = re.compile(rf"\b(?i:{alternatives(english['voice.titles'])})\s(?:{_WORD}\s)?{_WORD}")
    names = {match.group() for match in titled.finditer(opening)}
    surnames = {name.split()[-1] for name in names}
    return max(names, key=len) if len(surnames) == 1 else ""


def _person(titles: str) -> str:
    """Return the pattern of a person's name."""
    return rf"(?P<name>(?i:{titles}\s)?{_WORD}(?:\s{_WORD}){{1,3}})"


@cache
def _spoken_to(ways: frozenset[str], titles: str) -> re.Pattern[str]:
    """Return the pattern of a page's telling whom it spoke to: "we sat down with Dr Ada Moss"."""
    described = r"(?:[a-z][\w’'-]*,? ){0,6}?"
    return re.compile(rf"\b(?i:{alternatives(ways)})\s+{described}{_person(titles)}")


@cache
def _answering(ways: frozenset[str], titles: str) -> re.Pattern[str]:
    """Return the pattern of a page's telling who answers it: "Dr Ada Moss, of the lab, answers your questions"."""
    return re.compile(rf"{_person(titles)}(?:, [^.!?\n]{{2,100}},)? (?i:{alternatives(ways)})\b")


def _by_question(text: str, lines: Sequence[tuple[int, int]], english: English) -> dict[int, Turn]:
    """Return the answers under paragraphs that only ask, of a page that says whom it spoke to."""
    asking = [n for n, (start, end) in enumerate(lines) if _QUESTION.search(text[start:end])]
    if len(asking) <= _FEWEST:
        return {}
    name = interviewee(text, english) or _introduced(text[: lines[asking[0]][1]], english)
    if not name:
        return {}
    found: dict[int, Turn] = {}
    questions, answering = frozenset(asking), False
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        if number in questions:
            answering = True
            found[start] = Turn(start, "")
        elif answering and not _ends(line, number > asking[-1] + 1):
            found[start] = Turn(start, name)
        else:
            answering = False
    said = sum(_FIRST.search(_QUOTED.sub("", text[start:end])) is not None for start, end in lines if start in found)
    return found if said >= _FEWEST else {}
