"""Direct speech: which words stand in quotation marks, and whose they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Speech, Token
from claimgraph.model import Interest, Voice

_CURLY = re.compile(r"[“«]([^“”«»\r\n]{3,2500})[”»]")
_STRAIGHT = re.compile(r'(?<![\w"])"([^"\r\n]{3,2500})"')
_SIGNED = re.compile(
    r"^[\s*_]*(?:[-–—~]|by\b|\()\s*(?P<name>[A-Z][\w.'’\-]*(?:\s+(?:[A-Z][\w.'’\-]*|of|de|van|von)){0,4})"
)
_NEAR = 140
_TITLES = frozenset(
    {"dr", "dr.", "prof", "prof.", "professor", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "councillor", "cllr"}
)


@dataclass(frozen=True, slots=True)
class _Saying:
    """A verb of saying with its subject.

    Attributes:
        start: where the verb stands in the document.
        subject: index of the subject's head in its sentence.
        sentence: its sentence.
    """

    start: int
    subject: int
    sentence: Sentence


def with_speech(text: str, sentences: Sequence[Sentence], english: English) -> list[Sentence]:
    """Return the sentences, each knowing the passages of direct speech that touch it and who its "he" and "she" are.

    A passage belongs to the subject of the verb of saying nearest to it in its paragraph, to the name signed behind
    it, or to whoever spoke the passage before it in the paragraph.
    """
    named = _named_speakers(sentences, english)
    speeches = _speeches(text, sentences, english, named)
    result = []
    for number, sentence in enumerate(sentences):
        touching = tuple(s for s in speeches if s.start < sentence.end and s.end > sentence.start)
        result.append(replace(sentence, speeches=touching, people=named.get(number, ())))
    return result


def _sayings(sentence: Sentence, english: English) -> list[_Saying]:
    """Return the verbs of saying of a sentence that have a subject."""
    found = []
    for token in sentence.tokens:
        if token.pos != "VERB" or token.lemma not in english["report_verbs"]:
            continue
        subject = sentence.kid(token.i, "nsubj")
        if subject is not None and subject.lower not in english["second_person"] and subject.tag not in {"WDT", "WP"}:
            found.append(_Saying(token.start, subject.i, sentence))
    return found


def _named_speakers(sentences: Sequence[Sentence], english: English) -> dict[int, tuple[tuple[int, str], ...]]:
    """Return for each sentence the pronouns that speak in it, with the name of whom they stand for."""
    last_name = ""
    found: dict[int, tuple[tuple[int, str], ...]] = {}
    for number, sentence in enumerate(sentences):
        people: list[tuple[int, str]] = []
        for token in sentence.tokens:
            if token.lower in {"he", "she"} and token.dep in {"nsubj", "nsubjpass"} and last_name:
                people.append((token.i, last_name))
            elif name := _person_name(sentence, token, english):
                last_name = name
        if people:
            found[number] = tuple(people)
    return found


def _person_name(sentence: Sentence, token: Token, english: English) -> str:
    """Return the name of a person who acts or speaks in a sentence, "" where a token names nobody.

    A proper noun counts where it is the subject of a verb of saying, carries a title, or stands in apposition to one.
    """
    if token.tag != "NNP" or token.dep in {"compound", "nmod", "amod"}:
        return ""
    titled = any(sentence.tokens[k].lower in _TITLES for k in token.kids)
    full = token.dep == "nsubj" and token.tag == "NNP" and any(sentence.tokens[k].pos == "PROPN" for k in token.kids)
    head = sentence.tokens[token.head]
    says = token.dep == "nsubj" and head.lemma in english["report_verbs"]
    apposed = (
        token.dep == "appos" and head.dep == "nsubj" and sentence.tokens[head.head].lemma in english["report_verbs"]
    )
    return speaker_label(sentence, token) if titled or full or says or apposed else ""


def speaker_label(sentence: Sentence, subject: Token) -> str:
    """Return a speaker's name or description without appositions and relative clauses; the name where the apposition
    is one ("its president, Obi Marchetti").
    """
    apposed = sentence.kid(subject.i, "appos")
    if apposed is not None and apposed.pos == "PROPN" and subject.pos != "PROPN":
        return speaker_label(sentence, apposed)
    cut = {
        k for t in sentence.kids(subject.i, "appos", "relcl", "acl", "punct", "conj", "cc") for k in sentence.spans[t.i]
    }
    kept = [i for i in sentence.spans[subject.i] if i not in cut]
    while kept and sentence.tokens[kept[-1]].pos == "PUNCT":
        kept.pop()
    return sentence.words(kept)[:80]


def _speeches(
    text: str, sentences: Sequence[Sentence], english: English, named: dict[int, tuple[tuple[int, str], ...]]
) -> list[Speech]:
    """Return the passages of direct speech whose speaker is known, in order."""
    numbered = {id(s): n for n, s in enumerate(sentences)}
    found: list[Speech] = []
    for start, end in passages(text):
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        here = [s for s in sentences if s.start < line_end and s.end > line_start]
        voice = _nearest(here, start, end, english, named, numbered) or _signed(text, end + 1, line_end)
        if voice is None:
            before = [s for s in found if line_start <= s.start < start]
            voice = before[-1].voice if before and _flows(text, before[-1].end + 1, start - 1) else None
        if voice is not None:
            found.append(Speech(start, end, voice))
    return found


def _flows(text: str, start: int, end: int) -> bool:
    """Say whether what stands between two passages leaves the speaker the same."""
    return end - start < 160


def passages(text: str) -> list[tuple[int, int]]:
    """Return the stretches in quotation marks, each within one line; the marks themselves left out."""
    found = [(m.start(1), m.end(1)) for m in _CURLY.finditer(text)]
    found += [(m.start(1), m.end(1)) for m in _STRAIGHT.finditer(text)]
    return sorted(found)


def _nearest(
    sentences: Sequence[Sentence],
    start: int,
    end: int,
    english: English,
    named: dict[int, tuple[tuple[int, str], ...]],
    numbered: dict[int, int],
) -> Voice | None:
    """Return the subject of the verb of saying nearest to a passage, outside any quotation marks."""
    best: tuple[int, _Saying] | None = None
    for sentence in sentences:
        for saying in _sayings(sentence, english):
            if start <= saying.start < end:
                continue
            distance = start - saying.start if saying.start < start else saying.start - end
            introduces = saying.start > end or _introduces(sentence, saying, start)
            if distance <= _NEAR and introduces and (best is None or distance < best[0]):
                best = (distance, saying)
    if best is None:
        return None
    saying = best[1]
    subject = saying.sentence.tokens[saying.subject]
    if start <= subject.start < end or subject.lower in english["first_person"]:
        return None
    people = dict(named.get(numbered[id(saying.sentence)], ()))
    label = people.get(subject.i) or speaker_label(saying.sentence, subject)
    return Voice(label, "person" if subject.pos in {"PROPN", "PRON"} else "group" if subject.tag == "NNS" else "person")


def _introduces(sentence: Sentence, saying: _Saying, start: int) -> bool:
    """Say whether a verb before a passage leads into it: only a comma, a colon or an object stands between."""
    between = [t for t in sentence.tokens if saying.start < t.start < start]
    return sentence.end >= start - 2 and (len(between) < 8 or any(t.text == ":" for t in between[-2:]))


def _signed(text: str, start: int, end: int) -> Voice | None:
    """Return the name signed behind a passage ("... ." - Dan R.)."""
    match = _SIGNED.match(text[start : min(end, start + 80)])
    return Voice(match["name"].strip(), "person", Interest.TRIED) if match else None
