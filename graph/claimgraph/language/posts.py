"""What forums print around the posts of a thread that is copied as text: heads with a name, and lines of details."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimgraph.knowledge.english import English, alternatives

_NAME = r"(?:/?u/|@)?(?P<name>[^\W_][\w.\-'’]{1,29}(?: (?!on\b|at\b)[\w.\-'’]{1,20}){0,2}?)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|yesterday|today|just now)"
_SPAN = r"\d{1,3} ?(?:(?:second|sec|minute|min|hour|hr|day|week|wk|month|mo|year|yr)s?|[smhdwy])"
_NUMBER = r"(?:\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b)?|\d{1,4}(?:[./-]\d{1,4}){1,2}|'?\d{1,4}(?:st|nd|rd|th)?)"
#: A line's end that holds nothing but when a post was written, and its number.
WHEN = (
    rf"(?=[^\n]*\d|\W*(?:yesterday|today|just now))(?:(?>(?:-?\d+ (?:points?|replies|likes)|{_SPAN}|{_MONTH}|{_DAY}"
    rf"|{_NUMBER}|ago|at|on|edited|posted|commented|replied|answered|wrote|said|am|pm|op|#\d+)(?!\w)[\s.,·•|»()\[\]*–-]*))+"
)
#: Signs in the same line that a post was written, as no diary or list has them.
_POSTED = r"(?=.*(?:\bago\b|\d ?[hdwm]\b|\bpoints?\b|\d:\d\d))"
GAP = r"(?:\s*[|·•,»(–—-]+\s*|\s+)"
#: What names of posters have and few other names: a digit or underscore within, a capital amid, a small letter first.
_HANDLE = re.compile(r"[a-z].*[\d_]|_|[a-z][A-Z]|^[a-z]")
#: The longest line that heads a post or gives details, in characters.
_LONGEST_LINE = 140
#: What ends a sentence, and no head of a post.
_TERMINAL = frozenset(".!?")
#: What a line must hold to give a number or a date.
_TELLING = re.compile(r"\d|yesterday|today|just now", re.IGNORECASE)
#: How many names a form must give on a page before it heads posts.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Signs:
    """By what the names in the lines of some forms show that they are posters'.

    Attributes:
        returning: whether by coming back: those of places in a diary come back too.
        odd: whether by looking like no other names: cars in a list of the best bear such names too.
    """

    returning: bool = True
    odd: bool = True


@dataclass(frozen=True, slots=True)
class _Form:
    """How a forum heads its posts.

    Attributes:
        pattern: of the whole line, with the poster's name.
        signs: by what its names show that they are posters'.
    """

    pattern: re.Pattern[str]
    signs: _Signs = _Signs()


def _form(pattern: str, *, returning: bool = True, odd: bool = True) -> _Form:
    """Return a form by the pattern of its line."""
    return _Form(re.compile(rf"^{pattern}\s*:?\s*$", re.IGNORECASE), _Signs(returning, odd))


_DATED_NAME = rf"\[?[–+-]?\]?\s?{_NAME}(?:\s?\[\w{{1,4}}\])?{GAP}{WHEN}"
_FORMS = (
    _form(rf"{_NAME}(?:{GAP}{WHEN})?(?<=[\s,.|·•])#\d{{1,6}}"),
    _form(rf"#\d{{1,6}}(?: of \d+)?[.:)]?\s+{_NAME}(?:{GAP}{WHEN})?", odd=False),
    _form(rf"(?:re: .{{1,80}} )?(?:post(?:ed)?|written|comment|reply|answer)? ?by:? {_NAME}{GAP}{WHEN}"),
    _form(rf"{_POSTED}{_DATED_NAME}"),
    _form(_DATED_NAME, returning=False),
)
#: Details behind a name in its line: a badge, points: "u/kit_7 | Verified vet | -22 points".
_CELLS = r"(?:\s*[|·•]\s*[^|·•\n]{1,30}){1,4}"
#: A name that its sign alone makes a poster's: "u/kit_7", and whether the poster began the thread.
_SIGNED = _Form(
    re.compile(
        r"^(?:(?:submitted|posted) by )?/?u/(?P<name>[\w.\-]{2,30})"
        rf"(?:{GAP}?[\[(]?op[\])]?)?(?:{_CELLS}|{GAP}{WHEN})?\s*:?$",
        re.IGNORECASE,
    ),
    _Signs(returning=False, odd=False),
)
#: Names on lines of their own, with a date or details under them.
_OVER = _Form(
    re.compile(
        r"^@?(?P<name>[A-Za-z][\w.\-]{2,24}|[A-Z][\w.\-'’]+(?: [A-Z0-9][\w.\-'’]*){1,2})(?: \([A-Za-z ]{2,20}\))?$"
    )
)
_DATED = re.compile(rf"^(?:{WHEN}|{_MONTH}\W*)$", re.IGNORECASE)


def post_heads(texts: Mapping[int, str], declared: bool, english: English) -> dict[int, str]:
    """Return the lines that head posts by a name with a number, a date or details under it, each with its poster.

    Forms count where they come back on the page with several names: one line alone may be a heading, and so may be
    any number of lines that name each thing once ("#3 Ford Focus").

    Args:
        texts: of the page's lines, by number, in order.
        declared: whether the page is known to be a thread.
        english: the word lists.
    """
    pressed = _pressed(english["voice.buttons"])
    plain = {n: pressed.sub("", text) for n, text in texts.items() if len(text) <= _LONGEST_LINE}
    short = {n: text for n, text in plain.items() if text and text[-1:] not in _TERMINAL}
    told = {n: text for n, text in short.items() if _TELLING.search(text)}
    alike: dict[_Signs, dict[int, str]] = {_OVER.signs: _over_details(short, texts, english)}
    for form in _FORMS:
        found = {n: name for n, text in told.items() if (name := _name(form, text, english))}
        alike[form.signs] = {**found, **alike.get(form.signs, {})}
    signed = {n: name for n, text in short.items() if (name := _name(_SIGNED, text, english))}
    heads: dict[int, str] = signed if len(set(signed.values())) >= _FEWEST else {}
    for signs, found in alike.items():
        if _name_posters(list(found.values()), signs, declared):
            heads = {**found, **heads}
    return heads


@cache
def _pressed(buttons: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of the buttons at the end of a line: "kit_7 | 3 May 2021 | Reply"."""
    return re.compile(rf"(?:\s+[|·•]\s+{alternatives(buttons)}(?: \(\d+\))?)+$", re.IGNORECASE)


def _name(form: _Form, text: str, english: English) -> str:
    """Return the name in a line of a form, "" where the line has another form or names a detail or a date."""
    match = form.pattern.match(text)
    if match is None or _DATED.match(match["name"]) or _detail(english["voice.details"]).match(match["name"]):
        return ""
    return match["name"]


def _over_details(lines: Mapping[int, str], texts: Mapping[int, str], english: English) -> dict[int, str]:
    """Return the lines that hold only a name, where it has a date or a line of details right under it at least once."""
    alone = {n: text for n, text in lines.items() if _OVER.pattern.match(text) and not is_detail(text, english)}
    over = {text for n, text in alone.items() if is_detail(texts.get(n + 1, ""), english)}
    named = {n: match["name"] for n, text in alone.items() if text in over and (match := _OVER.pattern.match(text))}
    return {n: name for n, name in named.items() if not _DATED.match(name)}


def _name_posters(names: Sequence[str], signs: _Signs, declared: bool) -> bool:
    """Say whether the names that lines of some forms bear are posters'."""
    often = Counter(names)
    if len(often) < _FEWEST:
        return False
    return declared or (signs.returning and len(often) < len(names)) or (signs.odd and any(map(_HANDLE.search, often)))


def is_detail(text: str, english: English) -> bool:
    """Say whether a line only gives details of a thread, a post or its poster: "Joined: May 2010", "Replies: 13".

    >>> from claimgraph.knowledge.english import english
    >>> is_detail("Location: York · Posts: 12", english()), is_detail("Location matters a lot.", english())
    (True, False)
    """
    if len(text) > _LONGEST_LINE:
        return False
    if text.lower().rstrip(":.… ") in english["voice.buttons"] or _NOTICE.match(text) or _DATED.match(text):
        return True
    detail = _detail(english["voice.details"])
    parts = _BETWEEN.split(text)
    row = len(parts) > 1 and all(len(part.split()) <= _WORDS for part in parts)
    return bool(detail.match(text)) or (row and any(map(detail.match, parts)))


#: What stands between the details of one line, and the most words of each: "Member | Joined: May 2010 | Posts: 41".
_BETWEEN = re.compile(r"\s+[|·•]\s+")
_WORDS = 4


#: What forums print under a post or above it: who liked it, its number, the subject it answers.
_NOTICE = re.compile(
    r"^(?:[\w.\-]+(?:,? (?:and )?[\w.\-]+){0,5} (?:likes? (?:this|that)|(?:reacted|replied) to this)\.?"
    r"|#\d{1,6}|re: .{1,80}|\d+ (?:replies|comments|points?|likes?|people (?:like this|found this helpful))\.?)$",
    re.IGNORECASE,
)


@cache
def _detail(labels: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a line that names a detail, with what it is behind a colon, as a number or not at all."""
    value = rf"(?:$|:(?!.*[.!?]$)|\W*{WHEN}$|by [\w.\-]+(?:$|[ ,:;]))"
    return re.compile(rf"^{alternatives(labels)}(?!\w)\s*{value}", re.IGNORECASE)


def thread_starter(texts: Collection[str], english: English) -> str | None:
    """Return who began a thread, where a line of details says so: "Thread starter: kit_7 · Replies: 3"."""
    starts = _starter(english["voice.starting"])
    return next((m["name"].strip() for text in texts if (m := starts.match(text))), None)


@cache
def _starter(labels: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a line that tells who began a thread."""
    name = r"(?P<name>[\w.\-'’]+(?: [\w.\-'’]+){0,2}?)"
    return re.compile(rf"^{alternatives(labels)}\s*:?\s+{name}\s*(?:$|[·|,;(»•])", re.IGNORECASE)
