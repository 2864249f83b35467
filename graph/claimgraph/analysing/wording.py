"""A proposition as the question a lay reader would ask, by rule.

The predicate's label decides the form: a modal, a form of "be" or a perfect tense is turned round ("Can ...?",
"Are exosomes derived from ...?", "Have ... been studied in ...?"), any other verb takes "do" ("Does PRP grow
hair?"). Nouns are shown in the form the documents use most ("exosomes", "PRP").
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimgraph.analysing.english import (
    BE,
    IRREGULAR,
    MODALS,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    agreeing,
    article,
    is_plural,
    lemma,
    noun_head,
    plural,
    shortened,
    tidied,
)
from claimgraph.analysing.pile import Pile
from claimgraph.knowledge.pack import Concept, Pack
from claimgraph.model import Claim, Mention, Proposition, Qualifier, Term

#: What stands before a qualifier that brings no preposition of its own.
LEADS = {
    "population": "in",
    "comparator": "compared with",
    "dimension": "in terms of",
    "dose": "at",
    "time": "after",
    "duration": "for",
    "frequency": "",
    "quantity": "in the amount of",
    "money": "for",
    "share": "in",
    "site": "in",
    "condition": "with",
    "sessions": "with",
}
#: What may stand before a name, and what a sentence of ours says in its place.
ARTICLES = {
    **dict.fromkeys(("the", "this", "that", "these", "those"), "the"),
    **dict.fromkeys(("a", "an"), "a"),
    **dict.fromkeys(("some", "any", "no", "all", "each", "every", "both", "many", "most"), ""),
    **dict.fromkeys(("their", "its", "our", "your", "my", "his", "her"), ""),
}
#: Kinds of concept that something is tested for; everything else it is tested in.
TESTED_FOR = frozenset({"Measure", "Outcome", "Condition"})
#: Prepositions that want an object.
DANGLING = frozenset({"for", "with", "than", "of", "to", "from", "as", "at", "by"})
#: A qualifier that starts with one of these needs no lead.
OPENERS = PREPOSITIONS | {"once", "when", "while", "if", "because", "every", "each", "compared", "up", "less", "more"}


@dataclass(frozen=True)
class Wording:
    """How this pile names its concepts.

    Attributes:
        names: for each concept IRI the form shown.
        articles: for each concept IRI the article its documents mostly give it: "the", "a" or "".
        pack: what is known of the subject.
    """

    names: Mapping[str, str]
    articles: Mapping[str, str]
    pack: Pack

    def name(self, term: Term) -> str:
        """Return a concept's name as the documents write it most, without article."""
        return tidied(self.names.get(term.iri, term.label))

    def noun(self, term: Term) -> str:
        """Return a concept's name as a sentence needs it: "the zone", "a scrappage grant", "exosomes"."""
        name = self.name(term)
        known = "" if is_plural(name) else self.articles.get(term.iri, "")
        return name if not known or _determined(name) else f"{article(name) if known == 'a' else known} {name}"

    def question(self, proposition: Proposition, skip: tuple[str, ...] = (), *, advised: bool = False) -> str:
        """Return a proposition as a yes-or-no question.

        Args:
            proposition: what is asked.
            skip: kinds of qualifier left out of the words.
            advised: whether the claims say what should be done: "Should ...?".
        """
        subject = self.noun(proposition.subject)
        ahead, rest = turned(self._predicate(proposition), subject, advised=advised)
        named = "" if self._phrase(proposition) else self._object(proposition)
        compared = rest.endswith(" than") and any(q.kind == "comparator" for q in proposition.qualifiers)
        said = rest if compared else fitted(rest, subject, named)
        return asked([ahead, subject, said, named, *self._narrowing(proposition, skip)])

    def statement(self, proposition: Proposition, *, narrowed: bool = True) -> str:
        """Return a proposition as a statement: "exosomes contain growth factors".

        Args:
            proposition: what is said.
            narrowed: whether its qualifiers are told as well.
        """
        subject, named = self.noun(proposition.subject), self._object(proposition)
        said = agreeing(self._label(proposition), is_plural(subject))
        compared = said.endswith(" than") and any(q.kind == "comparator" for q in proposition.qualifiers)
        told = said if compared and narrowed else fitted(said, subject, named)
        words = [*_existing(subject, told), named]
        return tidied(" ".join(part for part in (*words, *(self._narrowing(proposition) if narrowed else ())) if part))

    def which(self, proposition: Proposition, wh: str, skip: tuple[str, ...] = ()) -> str:
        """Return the question that leaves the object open: "What are exosomes derived from?"."""
        subject = self.noun(proposition.subject)
        ahead, rest = turned(self._predicate(proposition), subject)
        bare = " ".join(word for word in rest.split() if word not in ("a", "an"))
        return asked([wh, ahead.lower(), subject, bare, *self._narrowing(proposition, skip)])

    def askable(self, proposition: Proposition) -> bool:
        """Return whether a reader can tell what a question about a proposition is about."""
        target = proposition.object
        return names_something(self.name(proposition.subject)) and (
            target is None or names_something(self.name(target), amount=True)
        )

    def _object(self, proposition: Proposition) -> str:
        """Return the object as the sentence needs it; a sum of money with its currency."""
        if proposition.object is None:
            return ""
        named = self.noun(proposition.object)
        sums = [tidied(q.text) for q in proposition.qualifiers if q.kind == "money"]
        return next((text for text in sums if re.fullmatch(rf"[^\w\s]{re.escape(named)}", text)), named)

    def _label(self, proposition: Proposition) -> str:
        """Return the predicate's label, "tested for" where the object is what was looked at."""
        label = proposition.predicate.label
        known = self.pack.predicates.get(proposition.predicate.concept or "")
        target = self.pack.concepts.get((proposition.object.concept if proposition.object else None) or "")
        looked_at = known is not None and known.evidential and target is not None and target.kind in TESTED_FOR
        return label[: -len("in")] + "for" if looked_at and label.endswith(" in") else label

    def _predicate(self, proposition: Proposition) -> str:
        """Return the predicate's label, or the verb phrase that says the object is brought about."""
        return self._phrase(proposition) or self._label(proposition)

    def _phrase(self, proposition: Proposition) -> str:
        """Return "grow hair" for a predicate that brings hair growth about, "" where nothing of the kind is known.

        A condition has no such phrase: what causes hair loss does not itself lose hair.
        """
        known = self.pack.predicates.get(proposition.predicate.concept or "")
        target = self.pack.concepts.get((proposition.object.concept if proposition.object else None) or "")
        brings = known is not None and known.effect > 0 and not (known.comparative or known.evidential)
        told = target is not None and target.phrases and target.kind != "Condition"
        return target.phrases[0] if brings and told and target is not None else ""

    def _narrowing(self, proposition: Proposition, skip: tuple[str, ...] = ()) -> list[str]:
        """Return the qualifiers as phrases, in a fixed order; none that subject or object tell already."""
        order = {kind: place for place, kind in enumerate(LEADS)}
        kept = [
            q
            for q in proposition.qualifiers
            if q.kind not in skip and q.label.casefold() not in PRONOUNS and not _told(q, proposition)
        ]
        ends_in_than = proposition.object is None and proposition.predicate.label.endswith(" than")
        return [
            led(q, ends_in_than, self.noun(Term(q.label, q.concept)) if q.concept in self.names else "")
            for q in sorted(kept, key=lambda q: (order.get(q.kind, len(order)), q.kind, q.label))
        ]


def _existing(subject: str, said: str) -> list[str]:
    """Return subject and predicate in their order: "there are signs", "I am sceptical"."""
    first, _, rest = said.partition(" ")
    if first.casefold() in ("there", "theres"):
        return ["there", "are" if is_plural(subject) else "is", subject, rest.removeprefix("be").strip()]
    return [subject, f"am {rest}".strip() if subject == "I" and first == "are" else said]


def _compact(text: str) -> str:
    return re.sub(r"\s", "", text.casefold())


def _told(qualifier: Qualifier, proposition: Proposition) -> bool:
    """Whether a qualifier repeats what stands in the subject or the object."""
    said = [term.label for term in (proposition.subject, proposition.object) if term is not None]
    words = _compact(qualifier.text or qualifier.label)
    if qualifier.quantity is None:
        return proposition.object is not None and words == _compact(proposition.object.label)
    return any(words in _compact(label) or (label[:1].isdigit() and _compact(label) in words) for label in said)


def names_something(phrase: str, *, amount: bool = False) -> bool:
    """Return whether a phrase names a thing a reader can know out of context.

    >>> [names_something(p) for p in ("exosomes", "most of it", "I", "", "other cells", "200 mg", "half of us")]
    [True, False, False, False, True, False, False]

    Args:
        phrase: a name.
        amount: whether a bare amount will do, as it does for an object.
    """
    parts = [word.strip(".,;:'’\"()").casefold() for word in phrase.split()]
    if not parts or all(word in PRONOUNS for word in parts) or parts[-1] in PRONOUNS:
        return False
    return amount or not parts[0][:1].isdigit()


def _determined(name: str) -> bool:
    """Whether a name brings its own determiner, or is a number or a proper name that takes none."""
    first = name.split(" ", 1)[0]
    return first.casefold() in ARTICLES or not first[:1].isalpha()


def asked(parts: Iterable[str]) -> str:
    """Return words as a question: one space between, capital first, question mark last."""
    line = tidied(" ".join(parts)).rstrip(" ?.,;:")
    return shortened(line[:1].upper() + line[1:], 200) + "?"


def fitted(predicate: str, subject: str, named: str) -> str:
    """Return what of a predicate fits between subject and object.

    Nothing hangs on a preposition at the end where no object follows; "a" fits one thing only, and its vowel.

    >>> fitted("a", "exosomes", "stem cells"), fitted("is a", "it", "acellular material"), fitted("work for", "it", "")
    ('', 'is an', 'work')
    >>> fitted("is a", "it", "the gold standard"), fitted("is a", "income", "£3 million")
    ('is', 'is')
    """
    verbs = predicate.split()
    if not named:
        while len(verbs) > 1 and verbs[-1] in DANGLING:
            verbs = verbs[:-1]
    if named and verbs and verbs[-1] in ("a", "an"):
        bare = is_plural(subject) or is_plural(named) or _determined(named)
        verbs = verbs[:-1] + ([] if bare else [article(named)])
    return " ".join(verbs)


def led(qualifier: Qualifier, after_than: bool, name: str = "") -> str:
    """Return a qualifier with the preposition it needs; `name` is what the documents call its concept."""
    if qualifier.kind == "comparator" and after_than:
        return name or qualifier.label
    label = qualifier.text if qualifier.quantity else name or qualifier.label or qualifier.text
    if qualifier.kind == "population" and not is_plural(label) and " " not in label:
        label = plural(label)
    first = label.split(" ", 1)[0].casefold()
    return label if first in OPENERS else f"{LEADS.get(qualifier.kind, '')} {label}".strip()


def turned(predicate: str, subject: str, *, advised: bool = False) -> tuple[str, str]:
    """Return the word that opens the question and what of the predicate follows the subject.

    >>> turned("is derived from", "exosomes"), turned("has been studied in", "PRP"), turned("promotes", "PRP")
    (('Are', 'derived from'), ('Has', 'been studied in'), ('Does', 'promote'))
    >>> turned("may help", "it"), turned("has", "exosomes"), turned("be rich in", "PRP")
    (('May', 'help'), ('Do', 'have'), ('Is', 'rich in'))
    >>> turned("stay below", "it", advised=True), turned("is given with", "it", advised=True)
    (('Should', 'stay below'), ('Should', 'be given with'))
    """
    verbs = predicate.split() or ["be"]
    first, rest, many = verbs[0].casefold(), " ".join(verbs[1:]), is_plural(subject)
    if advised and first not in MODALS:
        return "Should", f"be {rest}".strip() if first in BE else " ".join([lemma(verbs[0]), *verbs[1:]])
    if first in MODALS:
        return first.capitalize(), rest
    if first in BE or first == "there":
        past = BE.get(first, "").startswith("past")
        be = ("Were" if many else "Was") if past else ("Are" if many else "Is")
        return (be, rest) if first in BE else (f"{be} there", rest.removeprefix("be").strip())
    if first in ("has", "have", "had") and rest and _participle(verbs[1]):
        return ("Had" if first == "had" else "Have" if many else "Has"), rest
    if first in ("do", "does", "did") and len(verbs) > 1:
        return ("Did" if first == "did" else "Do" if many else "Does"), rest
    return ("Do" if many else "Does"), " ".join([lemma(verbs[0]), *verbs[1:]])


def _participle(word: str) -> bool:
    """Whether a word after "has" makes a perfect tense of it."""
    low = word.casefold()
    return low in PARTICIPLES or (low.endswith("ed") and len(low) > 4)


def wording(pile: Pile) -> Wording:
    """Return how the pile names its concepts: for each the form that its claims use most."""
    return wording_of(pile.claims.values(), pile.pack)


def wording_of(claims: Iterable[Claim], pack: Pack) -> Wording:
    """Return how claims name their concepts; the order of the claims does not matter.

    Args:
        claims: all claims of a build.
        pack: what is known of the subject.
    """
    seen: dict[str, Counter[str]] = {}
    articles: dict[str, Counter[str]] = {}
    longer: dict[str, Counter[str]] = {}
    labels: dict[str, str] = {}
    many: Counter[str] = Counter()
    one: Counter[str] = Counter()
    mentions = Counter((m.label, m.concept, _cased(m, claim)) for claim in claims for m in _mentions(claim))
    for (label, concept, text), number in mentions.items():
        iri = Term(label, concept).iri
        labels[iri] = min(label, labels.get(iri, label))
        before, form = _parts(text)
        if _stems(noun_head(form)) == _stems(noun_head(label)) and " and " not in form:
            (many if is_plural(form) else one)[iri] += number
            longer.setdefault(iri, Counter())[before] += 0 if is_plural(form) else number
        known = pack.concepts.get(concept or "")
        if _names(form, label, known):
            seen.setdefault(iri, Counter())[_as_known(form, known)] += number
            articles.setdefault(iri, Counter())[before] += 0 if is_plural(form) else number
    articles = longer | articles
    names = {iri: _best(seen[iri], labels[iri]) for iri in sorted(seen)}
    for iri in sorted(many.keys() - names.keys()):
        if many[iri] >= one[iri] and not is_plural(labels[iri]):
            names[iri] = plural(labels[iri])
    return Wording(names, {iri: _usual(articles[iri]) for iri in sorted(articles)}, pack)


def _usual(articles: Counter[str]) -> str:
    """Return the article that most singular mentions have; where none leads, the more definite one."""
    return min(articles, key=lambda word: (-articles[word], ("the", "a", "").index(word)))


def _mentions(claim: Claim) -> list[Mention]:
    """Return a claim's subject and object where the words name them themselves."""
    both = [claim.subject] + ([claim.object] if claim.object else [])
    return [mention for mention in both if not mention.resolved and mention.label]


def _cased(mention: Mention, claim: Claim) -> str:
    """Return a mention's words without a capital that only says that a sentence starts there."""
    words = mention.text.split()
    opens = mention.start <= claim.quote.start
    if not opens or not words or mention.label != mention.label.casefold():
        return mention.text
    named = any(word[:1].isupper() for word in words[1:]) or not words[0][1:].islower()
    return mention.text if named else mention.text[:1].lower() + mention.text[1:]


def _parts(text: str) -> tuple[str, str]:
    """Return the article before a mention's words, as a sentence of ours would have it, and the words without it."""
    parts, before = text.split(), ""
    while parts and parts[0].casefold() in ARTICLES:
        before = before or ARTICLES[parts[0].casefold()]
        parts = parts[1:]
    return before, tidied(" ".join(parts))


def _names(form: str, label: str, concept: Concept | None) -> bool:
    """Whether words are no more than a name of their concept, and no longer a name than its own label."""
    if not form:
        return False
    if concept is None:
        return _stems(form) == _stems(tidied(label))
    known = {name.casefold() for name in (label, *concept.labels) if name not in concept.hidden}
    allowed = known | {plural(name) for name in known}
    brief = len(form.split()) <= len(concept.label.split())
    return brief and (form.casefold() in allowed or _stems(form) == _stems(label))


def _as_known(form: str, concept: Concept | None) -> str:
    """Return a form with the capitals of the pack's label, where the pack has one."""
    labels = concept.labels if concept else ()
    same = (label for label in labels if label.casefold() == form.casefold())
    lower = any(label.islower() and plural(label) == form.casefold() for label in labels)
    return next(same, form.casefold() if lower else form)


def _stems(phrase: str) -> tuple[str, ...]:
    """Return a phrase's words in the singular, near enough to compare."""
    return tuple(IRREGULAR.get(word, word).rstrip("s") for word in phrase.casefold().split())


def _best(forms: Counter[str], label: str) -> str:
    """Return the form used most, whatever its capitals; then the written form of it that is least capitalised.

    Of two used alike the one goes first that is the concept's own label, and of these the plural.
    """
    folded: Counter[str] = Counter()
    for form, number in forms.items():
        folded[form.casefold()] += number
    own = _stems(label)
    most = min(folded, key=lambda form: (-folded[form], _stems(form) != own, not is_plural(form), len(form), form))
    written = sorted((form for form in forms if form.casefold() == most), key=lambda f: (-forms[f], f))
    inside = [form for form in written if not form[:1].isupper() or form.isupper()]
    return (inside or written)[0]
