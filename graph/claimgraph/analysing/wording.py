"""A proposition as the question a lay reader would ask, by rule.

The predicate's label decides the form: a modal, a form of "be" or a perfect tense is turned round ("Can ...?",
"Are exosomes derived from ...?", "Have ... been studied in ...?"), any other verb takes "do" ("Does PRP grow
hair?"). Nouns are shown in the form the documents use most ("exosomes", "PRP").
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimgraph.analysing.english import (
    BE,
    MODALS,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    agreeing,
    is_plural,
    lemma,
    plural,
    shortened,
)
from claimgraph.analysing.pile import Pile
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
ARTICLES = frozenset({"a", "an", "the", "this", "these", "that", "those", "some", "any", "their", "its", "our", "your"})
#: Prepositions that want an object.
DANGLING = frozenset({"for", "with", "than", "of", "to", "from", "as", "at", "by"})
#: A qualifier that starts with one of these needs no lead.
OPENERS = PREPOSITIONS | {"once", "when", "while", "if", "because", "every", "each", "compared", "up", "less", "more"}


@dataclass(frozen=True)
class Wording:
    """How this pile names its concepts.

    Attributes:
        names: for each concept IRI the form shown.
        pile: the facts and the pack.
    """

    names: Mapping[str, str]
    pile: Pile

    def name(self, term: Term) -> str:
        """Return a concept's name as the documents write it most."""
        return self.names.get(term.iri, term.label)

    def question(self, proposition: Proposition, skip: tuple[str, ...] = ()) -> str:
        """Return a proposition as a yes-or-no question.

        Args:
            proposition: what is asked.
            skip: kinds of qualifier left out of the words.
        """
        subject = self.name(proposition.subject)
        ahead, rest = turned(self._predicate(proposition), subject)
        named = self.name(proposition.object) if proposition.object and not self._phrase(proposition) else ""
        compared = rest.endswith(" than") and any(q.kind == "comparator" for q in proposition.qualifiers)
        said = rest if compared else fitted(rest, subject, named)
        return asked([ahead, subject, said, named, *self._narrowing(proposition, skip)])

    def statement(self, proposition: Proposition) -> str:
        """Return a proposition as a statement without its qualifiers: "exosomes contain growth factors"."""
        subject = self.name(proposition.subject)
        named = self.name(proposition.object) if proposition.object else ""
        said = agreeing(proposition.predicate.label, is_plural(subject))
        return " ".join(part for part in (subject, fitted(said, subject, named), named) if part)

    def which(self, proposition: Proposition, wh: str, skip: tuple[str, ...] = ()) -> str:
        """Return the question that leaves the object open: "What are exosomes derived from?"."""
        subject = self.name(proposition.subject)
        ahead, rest = turned(self._predicate(proposition), subject)
        return asked([wh, ahead.lower(), subject, rest, *self._narrowing(proposition, skip)])

    def _predicate(self, proposition: Proposition) -> str:
        """Return the predicate's label, or the verb phrase that says the object is brought about."""
        return self._phrase(proposition) or proposition.predicate.label

    def _phrase(self, proposition: Proposition) -> str:
        """Return "grow hair" for a predicate that brings hair growth about, "" where nothing of the kind is known."""
        known = self.pile.pack.predicates.get(proposition.predicate.concept or "")
        target = self.pile.pack.concepts.get((proposition.object.concept if proposition.object else None) or "")
        brings = known is not None and known.effect > 0 and not (known.comparative or known.evidential)
        return target.phrases[0] if brings and target is not None and target.phrases else ""

    def _narrowing(self, proposition: Proposition, skip: tuple[str, ...]) -> list[str]:
        """Return the qualifiers as phrases, in a fixed order."""
        order = {kind: place for place, kind in enumerate(LEADS)}
        kept = [q for q in proposition.qualifiers if q.kind not in skip and q.label.casefold() not in PRONOUNS]
        ends_in_than = proposition.object is None and proposition.predicate.label.endswith(" than")
        return [
            led(q, ends_in_than) for q in sorted(kept, key=lambda q: (order.get(q.kind, len(order)), q.kind, q.label))
        ]


def asked(parts: Iterable[str]) -> str:
    """Return words as a question: one space between, capital first, question mark last."""
    line = " ".join(" ".join(parts).split()).rstrip(" ?.,;:")
    return shortened(line[:1].upper() + line[1:], 200) + "?"


def fitted(predicate: str, subject: str, named: str) -> str:
    """Return what of a predicate fits between subject and object.

    Nothing hangs on a preposition at the end where no object follows; "a" fits one thing only, and its vowel.

    >>> fitted("a", "exosomes", "stem cells"), fitted("is a", "it", "acellular material"), fitted("work for", "it", "")
    ('', 'is an', 'work')
    """
    verbs = predicate.split()
    if not named:
        while len(verbs) > 1 and verbs[-1] in DANGLING:
            verbs = verbs[:-1]
    if named and verbs and verbs[-1] in ("a", "an"):
        article = "an" if named[:1].casefold() in "aeiou" else "a"
        verbs = verbs[:-1] + ([] if is_plural(subject) or is_plural(named) else [article])
    return " ".join(verbs)


def led(qualifier: Qualifier, after_than: bool) -> str:
    """Return a qualifier with the preposition it needs."""
    if qualifier.kind == "comparator" and after_than:
        return qualifier.label
    label = qualifier.text if qualifier.quantity else qualifier.label or qualifier.text
    if qualifier.kind == "population" and not is_plural(label) and " " not in label:
        label = plural(label)
    first = label.split(" ", 1)[0].casefold()
    return label if first in OPENERS else f"{LEADS.get(qualifier.kind, '')} {label}".strip()


def turned(predicate: str, subject: str) -> tuple[str, str]:
    """Return the word that opens the question and what of the predicate follows the subject.

    >>> turned("is derived from", "exosomes"), turned("has been studied in", "PRP"), turned("promotes", "PRP")
    (('Are', 'derived from'), ('Has', 'been studied in'), ('Does', 'promote'))
    >>> turned("may help", "it"), turned("has", "exosomes"), turned("be rich in", "PRP")
    (('May', 'help'), ('Do', 'have'), ('Is', 'rich in'))
    """
    verbs = predicate.split() or ["be"]
    first, rest, many = verbs[0].casefold(), " ".join(verbs[1:]), is_plural(subject)
    if first in MODALS:
        return first.capitalize(), rest
    if first in BE:
        past = BE[first].startswith("past")
        return (("Were" if many else "Was") if past else ("Are" if many else "Is")), rest
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
    seen: dict[str, Counter[str]] = {}
    labels: dict[str, str] = {}
    for claim in pile.claims.values():
        for mention in _mentions(claim):
            term = Term(mention.label, mention.concept)
            labels.setdefault(term.iri, mention.label)
            form = _form(mention, pile)
            if form:
                seen.setdefault(term.iri, Counter())[form] += 1
    return Wording({iri: _best(seen[iri], labels[iri]) for iri in sorted(seen)}, pile)


def _mentions(claim: Claim) -> list[Mention]:
    """Return a claim's subject and object where the words name them themselves."""
    both = [claim.subject] + ([claim.object] if claim.object else [])
    return [mention for mention in both if not mention.resolved]


def _form(mention: Mention, pile: Pile) -> str:
    """Return a mention's words without article where they are no more than a name of the concept, else ""."""
    parts = mention.text.split()
    while parts and parts[0].casefold() in ARTICLES:
        parts = parts[1:]
    form = " ".join(parts)
    concept = pile.pack.concepts.get(mention.concept or "")
    names = {mention.label, *(concept.labels if concept else ())}
    allowed = {name.casefold() for name in names} | {plural(name).casefold() for name in names}
    return form if form.casefold() in allowed or _stems(form) == _stems(mention.label) else ""


def _stems(phrase: str) -> tuple[str, ...]:
    """Return a phrase's words without their plural s."""
    return tuple(word.rstrip("s") for word in phrase.casefold().split())


def _best(forms: Counter[str], label: str) -> str:
    """Return the form used most, whatever its capitals; then the written form of it that is least capitalised."""
    folded: Counter[str] = Counter()
    for form, number in forms.items():
        folded[form.casefold()] += number
    most = min(folded, key=lambda form: (-folded[form], len(form), form))
    written = sorted((form for form in forms if form.casefold() == most), key=lambda f: (-forms[f], f))
    if label.islower() and not any(form.split()[0].isupper() for form in written):
        return most
    inside = [form for form in written if not form[:1].isupper() or form.isupper()]
    return (inside or written)[0]
