"""The little English that questions and findings need: plurals, verb forms, lists, numbers in words."""

import re
from collections.abc import Sequence

#: Plurals that do not end in s, with their singulars.
IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "data": "datum",
    "bacteria": "bacterium",
    "media": "medium",
}
IRREGULAR_PLURALS = frozenset(IRREGULAR)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
#: Words that end in s and are singular.
SINGULAR_ENDINGS = ("ss", "us", "is", "ics", "ous")
#: A noun phrase's head stands before the first of these.
PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "for",
        "from",
        "with",
        "without",
        "by",
        "to",
        "as",
        "about",
        "after",
        "before",
        "during",
        "against",
        "between",
        "among",
        "into",
        "inside",
        "outside",
        "near",
        "around",
        "over",
        "under",
        "through",
        "than",
        "per",
        "within",
        "until",
        "that",
        "which",
        "who",
    ]
)
#: Words that name nothing by themselves.
PRONOUNS = frozenset(
    {
        *("i", "me", "you", "he", "him", "she", "her", "it", "we", "us", "they", "them", "one", "this", "that"),
        *("these", "those", "all", "some", "none", "many", "most", "other", "others", "another", "each", "both"),
        *("which", "who", "what", "there", "thing", "things", "something", "someone", "anyone", "everyone"),
        *("everything", "nothing", "anything", "anybody", "nobody", "everybody", "somebody", "someone's", "oneself"),
        *("itself", "themselves", "myself", "yourself", "half", "part", "few", "several", "same", "such", "so", "mine"),
    }
)
#: Whom, by whom and when: what every subject speaks of.
PEOPLE_AND_TIMES = frozenset(
    {
        *("person", "people", "man", "woman", "child", "adult", "patient", "doctor", "expert", "user", "family"),
        *("customer", "resident", "volunteer", "participant", "researcher", "scientist", "author", "reader", "friend"),
        *(
            "staff",
            "visitor",
            "member",
            "officer",
            "worker",
            "supervisor",
            "clinician",
            "physician",
            "surgeon",
            "nurse",
        ),
        *(
            "day",
            "night",
            "morning",
            "evening",
            "afternoon",
            "hour",
            "minute",
            "week",
            "month",
            "year",
            "time",
            "today",
        ),
        *("thing", "way", "lot", "number", "case", "example", "fact", "reason", "point", "question", "answer", "story"),
        *(
            "study",
            "trial",
            "review",
            "research",
            "evidence",
            "report",
            "article",
            "paper",
            "letter",
            "idea",
            "problem",
        ),
    }
)
MODALS = frozenset(["can", "could", "may", "might", "must", "shall", "should", "will", "would"])
BE = {"be": "", "is": "s", "are": "p", "am": "s", "was": "past-s", "were": "past-p"}
#: Participles whose form does not tell that they are one; after "has" they make a perfect tense.
PARTICIPLES = frozenset(
    [
        "been",
        "shown",
        "proven",
        "done",
        "given",
        "taken",
        "seen",
        "known",
        "found",
        "made",
        "become",
        "begun",
        "come",
        "gone",
        "grown",
        "led",
        "left",
        "lost",
        "meant",
        "met",
        "said",
        "set",
        "brought",
        "built",
        "felt",
        "got",
        "gotten",
        "held",
        "kept",
        "put",
        "run",
        "thought",
        "undergone",
        "written",
    ]
)
#: Third-person forms that do not follow the rule.
LEMMAS = {"has": "have", "does": "do", "goes": "go", "dies": "die", "lies": "lie", "ties": "tie"}


def is_plural(phrase: str) -> bool:
    """Return whether a noun phrase takes a plural verb, by its head's form or because it joins two.

    >>> is_plural("growth factors in the scalp"), is_plural("androgenetic alopecia"), is_plural("stress and age")
    (True, False, True)
    """
    head = noun_head(phrase)
    if phrase.casefold() in ("i", "we", "you", "they"):
        return True
    if " and " in f" {phrase.casefold()} ":
        return True
    if head.isupper():
        return False
    if head[:-1].isupper() and head.endswith("s"):
        return True
    low = head.casefold()
    return low in IRREGULAR_PLURALS or (low.endswith("s") and len(low) > 2 and not low.endswith(SINGULAR_ENDINGS))


def noun_head(phrase: str) -> str:
    """Return the head of a noun phrase: the word before its first preposition, or its last word.

    >>> noun_head("loss of hair in women")
    'loss'
    """
    heads = phrase.split()
    for place, word in enumerate(heads):
        if place and word.casefold() in PREPOSITIONS:
            return heads[place - 1].strip(",.;:")
    return heads[-1].strip(",.;:") if heads else ""


def article(name: str) -> str:
    """Return the indefinite article that a name sounds right with.

    >>> article("hour"), article("exosome"), article("unit"), article("BMS"), article("MRI")
    ('an', 'an', 'a', 'a', 'an')
    """
    first = name.split(" ", 1)[0]
    if first.isupper() and len(first) > 1:
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    vowel = re.match(r"[aeiou]|hour|honest|honou?r|heir", first.casefold())
    return "an" if vowel and not re.match(r"uni|us[ei]|eu|on(?:e|ce)\b", first.casefold()) else "a"


def in_background(name: str) -> bool:
    """Return whether a name is a person's role, a time or an evasion, which every subject has.

    >>> in_background("pregnant women"), in_background("caffeine")
    (True, False)
    """
    head = noun_head(name).casefold()
    return head in PEOPLE_AND_TIMES or IRREGULAR.get(head, head.rstrip("s")) in PEOPLE_AND_TIMES


def plural(word: str) -> str:
    """Return the plural of a phrase's last word.

    >>> plural("hair follicle"), plural("therapy"), plural("patch"), plural("pregnant woman")
    ('hair follicles', 'therapies', 'patches', 'pregnant women')
    """
    for many, one in IRREGULAR.items():
        if word == one or word.endswith(f" {one}"):
            return word[: -len(one)] + many
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")


def third(verb: str) -> str:
    """Return the third-person form of a base form.

    >>> third("go"), third("carry"), third("help")
    ('goes', 'carries', 'helps')
    """
    return verb + "es" if re.search(r"[^aeiou]o$", verb) else plural(verb)


def lemma(verb: str) -> str:
    """Return the base form of a third-person verb; a base form stays as it is.

    >>> [lemma(v) for v in ("promotes", "carries", "possesses", "focus", "contain", "has")]
    ['promote', 'carry', 'possess', 'focus', 'contain', 'have']
    """
    low = verb.casefold()
    if low in LEMMAS:
        return LEMMAS[low]
    if not low.endswith("s") or low.endswith(("ss", "us")):
        return verb
    if low.endswith("ies"):
        return verb[:-3] + "y"
    if re.search(r"(ss|sh|ch|x|zz|o)es$", low):
        return verb[:-2]
    return verb[:-1]


def agreeing(predicate: str, many: bool) -> str:
    """Return a predicate's label with its verb in the form its subject asks for.

    >>> agreeing("contains", True), agreeing("be rich in", False), agreeing("carry", False), agreeing("can help", True)
    ('contain', 'is rich in', 'carries', 'can help')
    """
    first, _, rest = predicate.partition(" ")
    low = first.casefold()
    if low in MODALS or low in ("was", "were", "had", "did"):
        return predicate
    if low in BE:
        verb = "are" if many else "is"
    elif low in ("has", "have"):
        verb = "have" if many else "has"
    else:
        verb = lemma(first) if many else third(lemma(first))
    return f"{verb} {rest}".strip()


def counted(number: int, singular: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "claim"), counted(12000, "claim"), counted(0, "reply")
    ('1 claim', '12,000 claims', '0 replies')
    """
    return f"{number:,} {singular if number == 1 else many or plural(singular)}"


def listed(items: Sequence[str], most: int = 4) -> str:
    """Return items as people list them, the rest counted.

    >>> listed(["a", "b", "c"]), listed(list("abcdef"), 3), listed(["Dr. A, Rome", "B", "C"])
    ('a, b and c', 'a, b, c and 3 more', 'Dr. A, Rome; B; and C')
    """
    mark = "; " if any("," in item for item in items) and len(items) > 2 else ", "
    shown = [*items[:most], f"{len(items) - most} more"] if len(items) > most else list(items)
    if len(shown) < 2:
        return "".join(shown)
    return mark.join(shown[:-1]) + ("; and " if mark == "; " else " and ") + shown[-1]


def number_word(number: int) -> str:
    """Return a small number in words, others in figures.

    >>> number_word(5), number_word(1200)
    ('five', '1,200')
    """
    return NUMBERS[number] if 0 < number < len(NUMBERS) else f"{number:,}"


def titled(name: str) -> str:
    """Return a name fit to stand in a sentence: in quotation marks where it would end the sentence.

    >>> titled("Does it work?"), titled("Dr. Smith")
    ('“Does it work?”', 'Dr. Smith')
    """
    return f"“{name}”" if name.endswith(("?", "!")) else name


def tidied(text: str) -> str:
    """Return a text without the spaces that cutting it into words left behind.

    >>> tidied("a grant of £ 2,000 , or 5 %")
    'a grant of £2,000, or 5%'
    """
    line = re.sub(r"([£$€(\[]) (?=\S)", r"\1", " ".join(text.split()))
    return re.sub(r" (?=[,;:.)\]])|(?<=\d) (?=%)", "", line)


def shortened(text: str, most: int = 160) -> str:
    """Return a text on one line, cut at a word where it is long.

    >>> shortened("one two three", 8)
    'one two…'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[:most]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:.") + "…"
