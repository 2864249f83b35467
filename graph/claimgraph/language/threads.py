"""The turns of a thread: which poster writes which block, and whom a post quotes."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from claimgraph.knowledge.english import English, alternatives
from claimgraph.language.blocks import Block
from claimgraph.language.commenting import Comments, find_comments
from claimgraph.language.parsed import Sentence, SentenceKind
from claimgraph.language.posts import is_detail, post_heads, thread_starter
from claimgraph.language.quoting import Page, Quotations, quotations, read_page
from claimgraph.model import Document, Interest, SourceKind, Voice

#: How the first line of a post gives its poster's name, a way a line.
_MARKERS = (
    re.compile(
        r"^@?(?P<name>[\w.\-]{2,30}(?: [\w.\-]{1,20}){0,2}) (?:wrote|said|posted|replied|writes|says)"
        r"(?: on [^:]{3,40})?\s*:",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:posted|written|comment|reply|answer|post) by:? @?(?P<name>[\w.\-]{2,30}(?: [A-Z][\w.\-]{0,20})?)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:user|poster|member|author|from|username):\s*@?(?P<name>[\w.\- ]{2,30}?)\s*(?:[|,·(\-].*)?$", re.IGNORECASE
    ),
    re.compile(r"^@?(?P<name>[A-Za-z][\w.\-]*[\d_][\w.\-]*):?\s*$"),
    re.compile(r"^@?(?P<name>[A-Za-z]\w*[\d_]\w*):\s+\S"),
)
#: A name and a colon, as posters' names stand and much else.
_LABEL = re.compile(r"^(?P<name>[A-Z][\w.\-'’]{1,24}(?: [A-Z][\w.\-'’]{0,20}){0,2}):(?=\s|$)")
#: A name on a line of its own, and the details that forums show under it.
_NAME = re.compile(r"^@?[A-Za-z][\w.\-]{2,24}$")
_DETAILS = re.compile(
    r"^(?:joined|posts?|location|member|registered|rank|reputation|\d+ posts|posted|\d{1,2} \w+ \d{4}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d)",
    re.IGNORECASE,
)
_QUOTING = re.compile(
    r"^(?:\[?quote[\]:]?|originally posted by|quoting)\s*[=(:]?\s*@?(?P<name>[\w.\- ]{2,30}?)\s*[\])]?\s*:",
    re.IGNORECASE,
)
_STANCE = re.compile(
    r"(?:i (?:do|think|believe|am|agree|disagree|have|'ve|'d|would)|imo|imho|you (?:will|wo|can|should|are)|honestly"
    r"|well ,|no ,|yes ,|agreed|sorry)"
)
#: How many posts a page of no declared kind must mark to be read as a thread.
_FEWEST = 3
_LONGEST_HEAD = 120


@dataclass(frozen=True, slots=True)
class Thread:
    """A page on which posters take turns.

    Attributes:
        blocks: of the page.
        texts: their words.
        markers: the numbers of the blocks that begin a post, with the poster's name.
        openers: the numbers of the blocks that open with a question or a stance of their own.
        appeals: the numbers of the blocks that open with a question to everybody.
        quoted: the words of others that posts repeat, by the name given with them.
        silent: the numbers of the blocks that are nobody's words: heads of posts, details, buttons.
        ends: the numbers of the blocks at which the page itself goes on.
        starter: who began the thread, where the page says so.
        begins: number of the block under which it begins, 0 where the page is nothing else.
        english: the word lists.
    """

    blocks: Sequence[Block]
    texts: Sequence[str]
    markers: Mapping[int, str]
    openers: frozenset[int]
    appeals: frozenset[int]
    quoted: Quotations
    silent: frozenset[int]
    ends: frozenset[int]
    starter: str | None
    english: English
    begins: int = 0


@dataclass(frozen=True, slots=True)
class _Turn:
    """State while the blocks of a thread are read.

    Attributes:
        voice: who is speaking.
        posters: how many have spoken.
        marked: whether the poster's name began the turn.
        after_letter: whether a quoted letter has just ended.
    """

    voice: Voice
    posters: int = 1
    marked: bool = False
    after_letter: bool = False


def find_thread(
    document: Document, blocks: Sequence[Block], sentences: Sequence[Sentence], english: English
) -> Thread | None:
    """Return a document as a thread, None where it is none: no forum, and hardly any posts are marked.

    Args:
        document: with its markup blanked.
        blocks: of the document.
        sentences: of the document.
        english: the word lists.
    """
    page = read_page(document.text, blocks)
    declared = document.kind is SourceKind.FORUM
    own = {n: text for n, text in enumerate(page.texts) if blocks[n].kind != "quotation"}
    heads = post_heads(own, declared, english)
    markers = heads or _markers(page.texts, blocks)
    if not declared and len(markers) < _FEWEST:
        comments = find_comments(page.texts, english)
        return _under_article(page, sentences, comments, english) if comments is not None else None
    markers = {**_offices(page.texts, english), **markers}
    return _thread(page, sentences, markers, heads, english)


def _thread(
    page: Page, sentences: Sequence[Sentence], markers: Mapping[int, str], heads: Collection[int], english: English
) -> Thread:
    """Return a page as a thread whose markers are known, and which of them only head a post."""
    texts, blocks = page.texts, page.blocks
    opening = _opening(sentences)
    openers = frozenset(number for number, sentence in opening.items() if _opens_turn(sentence))
    appeals = frozenset(number for number in openers if _appeals(opening[number], english))
    quoted = quotations(page, markers, english)
    others = {n: text for n, text in enumerate(texts) if n not in markers and blocks[n].kind != "quotation"}
    details = frozenset(n for n, text in others.items() if is_detail(text, english))
    ends = frozenset(n for n in details if _ends(texts[n], english))
    silent = details | frozenset(heads) | quoted.marks
    starter = thread_starter(texts, english)
    return Thread(blocks, texts, markers, openers, appeals, quoted, silent, ends, starter, english)


def _under_article(page: Page, sentences: Sequence[Sentence], comments: Comments, english: English) -> Thread:
    """Return the comments under an article as a thread that begins where they do."""
    found = _thread(page, sentences, comments.markers, comments.heads, english)
    silent = {n for n in found.silent if n > comments.begins} | {comments.begins}
    ends = frozenset(n for n, text in enumerate(page.texts) if n > comments.begins and _ends(text, english))
    return replace(found, begins=comments.begins, silent=frozenset(silent), ends=ends, starter=None)


def thread_voices(thread: Thread, letters: Mapping[int, Voice], page: Voice) -> dict[int, Voice]:
    """Return the voice of each block of a thread.

    Args:
        thread: to read.
        letters: the voices of the blocks inside quoted letters.
        page: who speaks first.
    """
    voices: dict[int, Voice] = {}
    turn = _Turn(page if thread.starter is None else replace(page, label=thread.starter, role="poster"))
    for number in range(len(thread.blocks)):
        if number < thread.begins:
            voices[number] = letters.get(number, page)
            turn = replace(turn, marked=True)
        elif number in letters:
            voices[number] = letters[number]
            turn = replace(turn, after_letter=True)
        elif number not in thread.markers and (quoted := _quoted(thread, number, voices)) is not None:
            voices[number] = replace(quoted, reported_by=turn.voice)
        elif number in thread.ends:
            turn = _Turn(page, turn.posters, marked=True)
            voices[number] = page
        else:
            turn = _tried(_turn_at(thread, number, turn), thread, number)
            voices[number] = turn.voice
    return voices


def _turn_at(thread: Thread, number: int, turn: _Turn) -> _Turn:
    """Return who speaks a block that is neither letter nor quotation."""
    if name := thread.markers.get(number):
        return _Turn(Voice(name, "poster"), turn.posters + 1, marked=True)
    return _next_turn(thread, number, turn)


def _next_turn(thread: Thread, number: int, turn: _Turn) -> _Turn:
    """Return who speaks a paragraph without a marker: a guess from the turn of paragraph and stance.

    A new poster is taken to begin after a quoted letter, unless with a question to everybody, and where a paragraph
    opens with a question or a stance of its own ("I think", "IMO", "You will") after a paragraph that did not. A line
    that looks like a heading begins one only as a question about a letter ("Where is the proof of that?").
    """
    kind = thread.blocks[number].kind
    answers = turn.after_letter and number not in thread.appeals
    if turn.marked or kind in {"item", "topic"}:
        return replace(turn, after_letter=False)
    if kind == "heading" and not (answers and number in thread.openers):
        return replace(turn, after_letter=answers)
    opens = number > 1 and number in thread.openers and number - 1 not in thread.openers
    if answers or (opens and not turn.after_letter):
        return _Turn(Voice(f"poster {turn.posters + 1}", "poster", uncertain=True), turn.posters + 1)
    return replace(turn, after_letter=False)


def _tried(turn: _Turn, thread: Thread, number: int) -> _Turn:
    """Return a turn whose poster is known to have tried the thing where the block says so ("I've been using")."""
    tried = _trying(thread.english["voice.trying"]).search(thread.texts[number])
    if turn.voice.interest is not Interest.UNKNOWN or tried is None:
        return turn
    return replace(turn, voice=replace(turn.voice, interest=Interest.TRIED))


@cache
def _trying(verbs: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a poster's "I have been using"."""
    return re.compile(rf"\bI(?:'ve|'m| have| had| am)? (?:been )?{alternatives(verbs)}\b", re.IGNORECASE)


def _markers(texts: Sequence[str], blocks: Sequence[Block]) -> dict[int, str]:
    """Return the blocks that begin a post, with the poster's name.

    Where names stand on lines of their own with details under them, "X wrote:" only introduces a quotation.
    """
    headed = {
        text
        for text, below in pairwise(texts)
        if _NAME.match(text) and (_DETAILS.match(below) or _QUOTING.match(below))
    }
    own = [(n, text) for n, text in enumerate(texts) if blocks[n].kind != "quotation"]
    if headed:
        return {n: text for n, text in own if text in headed}
    found = {n: name for n, text in own if (name := _marker(text))}
    return {**_labels(own, texts), **found} if found else {}


def _labels(own: Sequence[tuple[int, str]], texts: Sequence[str]) -> dict[int, str]:
    """Return the blocks that a plain name and a colon begin, where a post of the page speaks to it: "@Ana"."""
    addressed = "\n".join(text for text in texts if "@" in text)
    labels = {n: match["name"] for n, text in own if (match := _LABEL.match(text))}
    return {n: name for n, name in labels.items() if re.search(rf"(?<!\w)@{re.escape(name)}(?!\w)", addressed)}


def _ends(text: str, english: English) -> bool:
    """Say whether a line shows that the thread is over: "Similar threads: ..."."""
    return text.lower().startswith(tuple(english["voice.thread_ends"]))


def _offices(texts: Sequence[str], english: English) -> dict[int, str]:
    """Return the blocks in which who keeps order in a thread speaks, by office: "Moderator: Thread closed."."""
    office = _office(english["voice.offices"])
    return {n: match["name"] for n, text in enumerate(texts) if (match := office.match(text))}


@cache
def _office(names: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a line that begins with an office."""
    return re.compile(rf"^(?:\W{{0,3}})(?P<name>{alternatives(names)})(?: (?:note|edit|here))?\s*:", re.IGNORECASE)


def _marker(text: str) -> str | None:
    """Return the poster's name where a block begins with one."""
    head = text[:_LONGEST_HEAD].split("\n", maxsplit=1)[0]
    match = next((found for pattern in _MARKERS if (found := pattern.match(head))), None)
    return match["name"].strip() if match else None


def _quoted(thread: Thread, number: int, voices: Mapping[int, Voice]) -> Voice | None:
    """Return whose words a quoted block of a post repeats: the name it gives, or who wrote the same words before."""
    if name := thread.quoted.names.get(number):
        return Voice(name, "poster")
    match = _QUOTING.match(thread.texts[number])
    if match:
        return Voice(match["name"].strip(), "poster")
    if thread.blocks[number].kind != "quotation":
        return None
    words = thread.texts[number].lstrip("> ").strip()[:80]
    earlier = [n for n in range(number) if n in voices and words and words in thread.texts[n]]
    return (
        replace(voices[earlier[0]], reported_by=None) if earlier else Voice("a quoted poster", "poster", uncertain=True)
    )


def spoken(sentences: Sequence[Sentence], thread: Thread) -> list[Sentence]:
    """Return the sentences of a thread that are somebody's words, none with the head of a post for its section.

    Args:
        sentences: of the page.
        thread: the page read as a thread.
    """
    heads = {thread.texts[n] for n in thread.silent}
    kept = [n for n, s in enumerate(sentences) if s.block not in thread.silent]
    places = {old: new for new, old in enumerate(kept)}
    found = [sentences[n] for n in kept]
    found = [s if s.lead is None else replace(s, lead=places.get(s.lead)) for s in found]
    return [replace(s, section="") if s.section in heads else s for s in found]


def _opening(sentences: Sequence[Sentence]) -> dict[int, Sentence]:
    """Return the first sentence of each block, by the block's number."""
    first: dict[int, Sentence] = {}
    for sentence in sentences:
        first.setdefault(sentence.block, sentence)
    return first


def _appeals(sentence: Sentence, english: English) -> bool:
    """Say whether a sentence asks everybody who reads along: "Has anyone tried it?", "What do you think?"."""
    return sentence.kind is SentenceKind.QUESTION and not sentence.lowers.isdisjoint(english["voice.everybody"])


def _opens_turn(sentence: Sentence) -> bool:
    """Say whether a sentence is a question or a stance of its own."""
    opening = " ".join(t.lower for t in sentence.tokens[:4])
    return sentence.kind is SentenceKind.QUESTION or _STANCE.match(opening) is not None
