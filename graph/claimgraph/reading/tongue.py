"""Which language a text is in, told by its most frequent small words; enough to say that it is not English."""

import re
from collections import Counter
from dataclasses import replace

from claimgraph.model import Document, Problem

#: BCP 47 tag, English name and small words that are frequent in the language and rare in the others.
SMALL_WORDS = (
    ("en", "English", "the of and to is that for it with as are on this be by not have from or at which"),
    ("de", "German", "der die und das ist nicht mit den von zu ein eine auf für sich dem auch werden wird"),
    ("fr", "French", "le les des est et une du dans que pour pas qui sur avec sont au plus ce ne par"),
    ("es", "Spanish", "el los las es una y que del por con para se no su lo más como son pero al"),
    ("it", "Italian", "il di che è una per non sono del della con le gli si anche dei più nel ha alla"),
    ("pt", "Portuguese", "o os uma não que do da para com em é por mais dos como ao são no na se"),
    ("nl", "Dutch", "de het een van en niet dat zijn voor met op te er aan ook bij naar wordt maar om"),
    ("sv", "Swedish", "och att det som är en på för av med inte den till har ett om kan så men de"),
    ("pl", "Polish", "nie się na jest że do to jak po co tak za od przez dla są oraz ale przy może"),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SAMPLE = 30_000
_FEWEST = 25
_FEWEST_DISTINCT = 8


def told(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Return a document with its language, and a problem where that is not English.

    What the small words say stands over what the file's metadata says, which templates often get wrong. Too short a
    text is taken for what its metadata says.
    """
    found = language_of(document.text)
    if found is None:
        found = document.language or "en"
    language = document.language if (document.language or "").split("-")[0] == found else found
    if found.split("-")[0] == "en":
        return replace(document, language=language), ()
    name = next((name for tag, name, _ in SMALL_WORDS if tag == found), None)
    what = f"seems to be {name}" if name else "does not seem to be English"
    message = f"the text {what}; only English is understood, so expect few claims or none"
    return replace(document, language=language), (Problem(document.source, message, "language", fatal=False),)


def language_of(text: str) -> str | None:
    """Return a text's language as a BCP 47 tag: "und" for one unknown, None where the text is too short to tell.

    >>> words = "Der Tee ist nicht für die Nacht, das Wasser auch nicht, und das wird sich mit der Zeit für uns "
    >>> language_of(words + "auf keinen Fall mehr ändern, sagen die Leute von hier.")
    'de'
    """
    sample = text if len(text) <= 3 * _SAMPLE else text[:_SAMPLE] + text[len(text) // 2 :][:_SAMPLE] + text[-_SAMPLE:]
    words = Counter(word.casefold() for word in _WORD.findall(sample))
    count = sum(words.values())
    if count < _FEWEST or len(words) < _FEWEST_DISTINCT:
        return None if _LATIN.search(sample) or not count else "und"
    shares = {tag: sum(words[word] for word in small.split()) / count for tag, _, small in SMALL_WORDS}
    best = max(shares, key=lambda tag: (shares[tag], tag == "en"))
    if shares["en"] >= 0.08 and shares["en"] >= 0.6 * shares[best]:
        return "en"
    return best if shares[best] >= 0.08 else "en" if shares["en"] >= 0.03 else "und"
