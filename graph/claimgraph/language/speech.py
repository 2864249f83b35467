"""Direct speech: which words stand in quotation marks, and whose they are."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile
from types import MappingProxyType
from typing import Generic, Protocol, TypeVar

from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Speech, Token
from claimgraph.model import Interest, Voice

_SINGLE = re.compile(r"(?<![\w'’])['‘](?=[A-Z\d])((?:[^'‘’\r\n]|(?<=\w)['’](?=\w)){12,2500})['’](?!\w)")
_CURLY = re.compile(r"[“«]([^“”«»\r\n]{3,2500})[”»]")
_STRAIGHT = re.compile(r'(?<![\w"])"([^"\r\n]{3,2500})"')
#: A quotation left open at the end of its line, as the next line opens it again.
_OPEN = re.compile(r"[“«]([^“”«»\r\n]{3,2500})(?=\r?\n\s*[“«])" r'|(?<![\w"])"(?=\S)([^"\r\n]{3,2500})(?=\r?\n\s*")')
_SIGNED = re.compile(
    r"^[\s*_]*(?:[-–—~]|by\b|\()\s*(?P<name>[A-Z][\w.'’\-]*(?:\s+(?:[A-Z][\w.'’\-]*|of|de|van|von)){0,4})"
)
#: A name and a place that end a passage within its marks: "... It works. Ada, Hull".
_SIGNED_INSIDE = re.compile(
    r"[.!?…]\s+(?P<name>[A-Z][\w'’\-]+(?: (?:[A-Z]\.?|[A-Z][\w'’\-]+)){0,2}), [A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+){0,2}$"
)
#: How many characters may stand between a passage and the verb that tells who says it.
_NEAR = 140
#: How many characters of the teller's may stand between two passages of one speaker.
_INTERRUPTION = 160
#: The longest label of a speaker, in characters.
_LONGEST = 80
#: How nouns end that tell who does a thing.
DOERS = ("er", "or", "ist", "ian", "eer", "ant")
#: A name by itself behind a passage or under it, and where or what else its bearer is: "Carol T., Hull".
_BARE = re.compile(
    r"^[\s*_]*(?P<name>[A-Z][\w'’\-]+(?: (?:[A-Z]\.?|[A-Z][\w'’\-]+)){0,2}\.?)(?:,? (?:\d{1,3}|\(\d{1,3}\)))?"
    r"(?:,\s[\w'’\- ]{2,40}?)?\s*$"
)


@dataclass(frozen=True, slots=True)
class _Saying:
    """A verb of saying with its subject.

    Attributes:
        start: where the verb stands in the document.
        subject: the head of its subject.
        sentence: its sentence.
    """

    start: int
    subject: Token
    sentence: Sentence

    @property
    def end(self) -> int:
        """Return where it stands, as if it had no length."""
        return self.start


class _Stretch(Protocol):
    """What stands somewhere in a document."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Stretch)


@dataclass(frozen=True, slots=True)
class _Placed(Generic[S]):
    """Sentences or speeches by where they stand: a page may have thousands of both.

    Attributes:
        items: by their starts.
        starts: of each.
        reach: how far each and those before it go.
    """

    items: Sequence[S]
    starts: Sequence[int]
    reach: Sequence[int]

    @classmethod
    def of(cls, items: Iterable[S]) -> "_Placed[S]":
        """Return some stretches by where they stand."""
        ordered = sorted(items, key=lambda item: item.start)
        reach = list(accumulate((item.end for item in ordered), max))
        return cls(ordered, [item.start for item in ordered], reach)

    def touching(self, start: int, end: int) -> list[S]:
        """Return those that share a character with a stretch."""
        first, last = bisect_right(self.reach, start), bisect_left(self.starts, end)
        return [item for item in self.items[first:last] if item.end > start]

    def before(self, place: int, most: int) -> Sequence[S]:
        """Return the last of those that begin before a place."""
        last = bisect_left(self.starts, place)
        return self.items[max(0, last - most) : last]


@dataclass(frozen=True, slots=True)
class _Line:
    """The line of some passages.

    Attributes:
        span: where it begins and ends.
        sentences: that touch it.
        sayings: the verbs of saying in them.
    """

    span: tuple[int, int]
    sentences: _Placed[Sentence]
    sayings: _Placed[_Saying]

    @property
    def of_page(self) -> bool:
        """Say whether the page itself speaks in it, no poster and nobody reported."""
        return not any(s.voice.role == "poster" or s.voice.reported_by for s in self.sentences.items)


def with_speech(text: str, sentences: Sequence[Sentence], english: English) -> list[Sentence]:
    """Return the sentences, each knowing the passages of direct speech that touch it and who its "he" and "she" are.

    A passage belongs to the subject of the verb of saying nearest to it in its paragraph, to the name signed behind
    it, or to whoever spoke the passage before it in the paragraph.

    Args:
        text: the document's.
        sentences: all of them, in order.
        english: the word lists.
    """
    named = _with_people(sentences, english)
    speeches = _Placed.of(_speeches(text, named, english))
    touching = [tuple(speeches.touching(sentence.start, sentence.end)) for sentence in named]
    return [replace(s, speeches=found) if found else s for s, found in zip(named, touching, strict=True)]


def _with_people(sentences: Sequence[Sentence], english: English) -> list[Sentence]:
    """Return the sentences, each with the pronouns that act in it and the name of whom they stand for.

    Who has no name is meant only as long as the paragraph lasts.
    """
    named: list[str] = []
    described: list[str] = []
    sex: dict[str, str] = {}
    result = []
    block = -1
    for sentence in sentences:
        if sentence.block != block:
            block = sentence.block
            named = [name for name in named if name not in described]
        people: list[tuple[int, str]] = []
        for token in sentence.tokens:
            if pronoun := _acting(sentence, token, english):
                if (meant := _last_of(named, sex, pronoun)) is not None:
                    people.append((token.i, meant))
                    sex.setdefault(meant.split()[-1], pronoun)
            elif (name := _person_name(sentence, token, english)) and name != sentence.voice.label:
                named.append(name)
            elif called := _called(sentence, token, english):
                named.append(called)
                described.append(called)
                if pronoun := _pronoun_of(token, english):
                    sex[called.split()[-1]] = pronoun
        result.append(replace(sentence, people=tuple(people)) if people else sentence)
    return result


def _acting(sentence: Sentence, token: Token, english: English) -> str:
    """Return the "he" or "she" that a pronoun is where it acts in a sentence or has a view ("in her view"), else ""."""
    if token.lower in {"he", "she"} and token.dep in {"nsubj", "nsubjpass"}:
        return token.lower
    held = token.lower in _WHOSE and token.dep == "poss"
    holds = held and sentence.tokens[token.head].lemma in english.of("voice.views", "voice.positions")
    return _WHOSE[token.lower] if holds else ""


_WHOSE = MappingProxyType({"his": "he", "her": "she"})


def _called(sentence: Sentence, token: Token, english: English) -> str:
    """Return what a person without a name is called who says something: "an accountant" of "an accountant reckons"."""
    if token.dep != "nsubj" or token.tag != "NN":
        return ""
    if sentence.tokens[token.head].lemma not in english.of("report_verbs", "denial_verbs"):
        return ""
    people = english.of("kin_and_trades", "reference.people", "voice.practising", "person_nouns")
    known = token.lemma in people or token.lemma.endswith(DOERS)
    one = known and any(k.lower != "no" for k in sentence.kids(token.i, "det", "poss"))
    return speaker_label(sentence, token) if one else ""


def _pronoun_of(token: Token, english: English) -> str:
    """Return the pronoun that a noun for a person asks for, "" where it may be either."""
    if token.lemma in english["reference.female"]:
        return "she"
    return "he" if token.lemma in english["reference.male"] else ""


def _last_of(named: Sequence[str], sex: Mapping[str, str], pronoun: str) -> str | None:
    """Return the name last heard whose family name no other pronoun has stood for, None where there is none."""
    return next((name for name in reversed(named) if sex.get(name.split()[-1], pronoun) == pronoun), None)


def _person_name(sentence: Sentence, token: Token, english: English) -> str:
    """Return the name of a person who acts or speaks in a sentence, "" where a token names nobody.

    A proper noun counts where it is the subject of a verb of saying, is a full name or carries a title, or stands in
    apposition to a subject that says something or is one's kin; a party behind a name does not: "Ann Hale (Lab)".
    """
    if token.tag != "NNP" or token.dep in {"compound", "nmod", "amod", "poss"}:
        return ""
    below = [sentence.tokens[k] for k in token.kids]
    titled = any(k.lower in english["voice.titles"] for k in below)
    of_two = any(k.pos == "PROPN" for k in below)
    full = of_two and (token.dep == "nsubj" or _spoken_to(sentence, token, english))
    subject = sentence.tokens[token.head] if token.dep == "appos" else token
    if subject is not token and subject.pos == "PROPN" and sentence.tokens[token.i - 1].text == "(":
        return ""
    says = subject.dep == "nsubj" and sentence.tokens[subject.head].lemma in english["report_verbs"]
    kin = subject is not token and subject.dep in {"nsubj", "nsubjpass"} and subject.lemma in english["kin_and_trades"]
    return speaker_label(sentence, token) if titled or full or says or kin else ""


def _spoken_to(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a name is of somebody asked or followed: "I asked Ann Hale", "according to Ann Hale", "who ran"."""
    above = sentence.tokens[token.head]
    asked = token.dep in {"dobj", "dative"} and above.lemma in {"ask", "tell", "interview", "meet", "quote", "visit"}
    followed = token.dep == "pobj" and "according" in {sentence.tokens[above.head].lower, above.lower}
    clause = sentence.kid(token.i, "relcl")
    who = clause is not None and sentence.has(clause.i, ("who",), "nsubj")
    return asked or followed or who


def speaker_label(sentence: Sentence, subject: Token) -> str:
    """Return a speaker's name or description without appositions and relative clauses.

    Where the apposition is the name ("its president, Obi Marchetti"), the name is returned.
    """
    apposed = sentence.kid(subject.i, "appos")
    if apposed is not None and apposed.pos == "PROPN" and subject.pos != "PROPN":
        return speaker_label(sentence, apposed)
    added = list(sentence.kids(subject.i, "appos", "relcl", "acl", "punct", "conj", "cc"))
    added += [k for k in sentence.kids(subject.i, "prep") if sentence.tokens[k.i - 1].text == ","]
    cut = {k for token in added for k in sentence.spans[token.i]}
    kept = [i for i in sentence.spans[subject.i] if i not in cut]
    while kept and sentence.tokens[kept[-1]].pos == "PUNCT":
        kept.pop()
    return sentence.words(kept)[:_LONGEST]


def passages(text: str) -> list[tuple[int, int]]:
    """Return the stretches in quotation marks, each within one line; the marks themselves left out.

    A quotation that goes on in the next paragraph is opened anew there and closed only at its end.

    >>> text = 'He wrote: "The tide comes early."'
    >>> [text[start:end] for start, end in passages(text)]
    ['The tide comes early.']
    """
    found = [(m.start(1), m.end(1)) for m in _CURLY.finditer(text)]
    found += [(m.start(1), m.end(1)) for m in _STRAIGHT.finditer(text)]
    found += [m.span(1) if m[1] else m.span(2) for m in _OPEN.finditer(text)]
    found += [m.span(1) for m in _SINGLE.finditer(text) if not any(a <= m.end(1) and m.start(1) <= b for a, b in found)]
    return sorted(found)


def _speeches(text: str, sentences: Sequence[Sentence], english: English) -> list[Speech]:
    """Return the passages of direct speech whose speaker is known, in order."""
    found: list[Speech] = []
    told: set[int] = set()
    nobody: list[tuple[int, int]] = []
    placed, line = _Placed.of(sentences), _Line((-1, -1), _Placed.of(()), _Placed.of(()))
    for start, end in passages(text):
        if not line.span[0] <= start <= line.span[1]:
            line = _line_of(text, (start, end), placed, english)
        voice = (
            _continued(text, found, start)
            or _nearest(line.sayings, start, end, english)
            or _signed(text, (start, end), line.span)
            or _still_speaking(found, line.span[0], start)
            or _told_of(text, (start, end), line.sentences, english)
            or (_speaking_on(text, found[-1], line.span[0], start) if found and found[-1].start in told else None)
        )
        if voice is None:
            nobody += [(start, end)] if line.of_page and _fills(text, (start, end), line.span) else []
        else:
            found.append(Speech(start, end, voice))
            told.update({start} if line.sayings.items or (len(found) > 1 and found[-2].start in told) else ())
    return sorted([*found, *_repeated(text, nobody, found)], key=lambda speech: speech.start)


def _line_of(text: str, passage: tuple[int, int], placed: _Placed[Sentence], english: English) -> _Line:
    """Return the line of a passage with its sentences and verbs of saying."""
    span = _line(text, *passage)
    here = _Placed.of(placed.touching(*span))
    return _Line(span, here, _Placed.of(saying for s in here.items for saying in _sayings(s, english)))


def _repeated(text: str, nobody: Sequence[tuple[int, int]], found: Sequence[Speech]) -> list[Speech]:
    """Return the passages nobody near is named for: who says the same words elsewhere in the page, else somebody."""
    known = {_plain(text[s.start : s.end]): s.voice for s in found}
    result = []
    for number, (start, end) in enumerate(nobody):
        words = _plain(text[start:end])
        same = known.get(words)
        if number < _MOST_REPEATED:
            same = next((voice for other, voice in known.items() if words in other), None)
        result.append(Speech(start, end, same or Voice(_SOMEBODY, "person", uncertain=True)))
    return result


def _plain(text: str) -> str:
    """Return words without marks at their ends, in lower case."""
    return " ".join(text.lower().strip(" .,!?…'’\"”").split())


#: For how many passages of nobody's it is asked whether they are part of another one: each is looked for in all.
_MOST_REPEATED = 200
#: Whose words a quotation is that names nobody.
_SOMEBODY = "somebody quoted"


def _fills(text: str, passage: tuple[int, int], line: tuple[int, int]) -> bool:
    """Say whether a passage is all that stands in its line, but for marks and a number."""
    return not (_LETTER.search(text, line[0], passage[0]) or _LETTER.search(text, passage[1], line[1]))


_LETTER = re.compile(r"[^\W\d_]")


def _told_of(text: str, passage: tuple[int, int], here: _Placed[Sentence], english: English) -> Voice | None:
    """Return who a paragraph tells of before a passage that stands by itself: "Here she is careful. "It may ..."."""
    start, end = passage
    alone = text[end - 1] in _ENDS and text[max(0, start - _NEAR) : start].rstrip(' \t"“«')[-1:] in _ENDS
    for sentence in reversed(here.before(start, _BACK)) if alone else ():
        if sentence.end > start or any(s.start < sentence.end and s.end > sentence.start for s in sentence.speeches):
            continue
        told = {token.i: name for token in sentence.tokens if (name := _person_name(sentence, token, english))}
        acting = {**told, **dict(sentence.people)}
        subjects = [i for i in acting if sentence.tokens[i].dep in {"nsubj", "nsubjpass"} or i in told]
        if subjects:
            return Voice(acting[subjects[0]], "person")
    return None


#: How many sentences back a paragraph may have told of somebody.
_BACK = 24
#: What ends a sentence.
_ENDS = frozenset(".!?…")


def _continued(text: str, found: Sequence[Speech], start: int) -> Voice | None:
    """Return who spoke the paragraph before, where its quotation was left open for this one to go on."""
    before = found[-1] if found else None
    between = text[before.end : start] if before is not None else ""
    left_open = bool(between) and not between.strip(' \t\r\n“«"') and "\n" in between and "”" not in between
    closed = text[before.end : before.end + 1] in {"”", "»", '"'} if before is not None else True
    return before.voice if before is not None and left_open and not closed else None


def _speaking_on(text: str, before: Speech, line: int, start: int) -> Voice | None:
    """Return who spoke in the paragraph before where a paragraph opens with a quotation and names nobody."""
    over = text.find("\n", before.end)
    follows = 0 <= over < line and not text[over:line].strip()
    return before.voice if follows and text[line:start].strip() in {'"', "“", "«"} else None


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the line of a passage begins and ends."""
    below = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, below if below >= 0 else len(text)


def _still_speaking(found: Sequence[Speech], line: int, start: int) -> Voice | None:
    """Return who spoke the passage before in the same line, None where too much stands between."""
    same_line = takewhile(lambda speech: speech.start >= line, reversed(found))
    before = next((s for s in same_line if s.start < start), None)
    close = before is not None and start - before.end - 2 < _INTERRUPTION
    return before.voice if before is not None and close else None


def _sayings(sentence: Sentence, english: English) -> list[_Saying]:
    """Return the verbs of saying of a sentence that have a subject."""
    found = []
    for token in sentence.tokens:
        if token.pos != "VERB" or token.lemma not in english["report_verbs"]:
            continue
        subject = sentence.kid(token.i, "nsubj")
        if subject is not None and subject.lower == "who" and token.dep == "relcl":
            subject = sentence.tokens[token.head]
        measured = sentence.has(token.i, ("than", "as"), "mark")
        if measured or subject is None or subject.tag in {"WDT", "WP"}:
            continue
        if subject.lower not in english["second_person"]:
            found.append(_Saying(token.start, subject, sentence))
    return found


def _nearest(sayings: _Placed[_Saying], start: int, end: int, english: English) -> Voice | None:
    """Return the subject of the verb of saying nearest to a passage, outside any quotation marks."""
    near = [
        (distance, saying)
        for saying in sayings.touching(start - _NEAR - 1, end + _NEAR + 1)
        if (distance := _distance(saying, start, end)) <= _NEAR
        and not start <= saying.start < end
        and (saying.start > end or _introduces(saying, start))
    ]
    if not near:
        return None
    saying = min(near, key=lambda pair: pair[0])[1]
    subject = saying.subject
    if start <= subject.start < end or subject.lower in english["first_person"]:
        return None
    label = dict(saying.sentence.people).get(subject.i) or speaker_label(saying.sentence, subject)
    return Voice(label, "group" if subject.tag == "NNS" and subject.pos not in {"PROPN", "PRON"} else "person")


def _distance(saying: _Saying, start: int, end: int) -> int:
    """Return how many characters stand between a verb of saying and a passage."""
    return start - saying.start if saying.start < start else saying.start - end


def _introduces(saying: _Saying, start: int) -> bool:
    """Say whether a verb before a passage leads into it: only a comma, a colon or an object stands between."""
    between = [t for t in saying.sentence.tokens if saying.start < t.start < start]
    return saying.sentence.end >= start - 2 and (len(between) < 8 or any(t.text == ":" for t in between[-2:]))


def _signed(text: str, passage: tuple[int, int], line: tuple[int, int]) -> Voice | None:
    """Return the name signed behind a passage that fills its line, or on the next one: "... ." - Dan R., Leeds."""
    start, end = passage
    inside = _SIGNED_INSIDE.search(text[start:end]) if _fills(text, passage, line) else None
    if inside is not None:
        return Voice(inside["name"], "person", Interest.TRIED)
    behind = text[end + 1 : min(line[1], end + 1 + _SIGNATURE)]
    match = _SIGNED.match(behind)
    fills = text[end - 1] in _ENDS and not text[line[0] : start].strip(' \t"“«*_>•-–—★☆⭐')
    if match is None and fills:
        below = text[line[1] : line[1] + _SIGNATURE].lstrip("\r\n ").partition("\n")[0]
        rest = behind.strip(' \t*_”»"')
        match = _BARE.match(behind) if rest else _SIGNED.match(below) or _BARE.match(below)
    return Voice(match["name"].strip(), "person", Interest.TRIED) if match else None


#: How far behind a passage its signature may stand, in characters.
_SIGNATURE = 80
