"""How things are said to work: chains of affirmed propositions from a treatment to an outcome."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice, pairwise

import networkx as nx

from claimgraph.analysing.english import BE, agreeing, counted, in_background, is_plural, lemma, listed
from claimgraph.analysing.evidence import firmness, strength
from claimgraph.analysing.pile import Pile
from claimgraph.analysing.wording import Wording, wording
from claimgraph.model import Claim, Note, Polarity, Proposition, Term
from claimgraph.model.findings import MechanismPath, Mechanisms, Step

#: Kinds of concept a chain starts from and ends in.
STARTS = frozenset({"Treatment", "Procedure", "Product"})
ENDS = frozenset({"Outcome", "Condition"})
#: Kinds of concept that no chain runs through: who is treated, when, by whom.
NO_LINKS = frozenset({"Population", "Measure", "Event", "Organisation", "Evidence"})
#: Starts and ends tried, those with the most claims first.
MOST_ENDPOINTS = 25
#: Chains kept for one pair of start and end, links in a chain, chains in the report, and chains looked at.
PER_PAIR, LONGEST, MOST, TRIED = 3, 6, 60, 40
#: Adjectives that make a copula say what its subject holds ("is rich in").
HOLDING = frozenset({"rich", "full", "enriched", "made", "composed"})
#: Verbs that hand on what they hold or reach, though they bring nothing about by themselves.
HANDING_ON = frozenset(
    {
        *("act", "affect", "attract", "bring", "carry", "communicate", "consist", "contain", "convert", "deliver"),
        *("have", "hold", "initiate", "involve", "lead", "provide", "recruit", "release", "result", "secrete", "send"),
        *("supply", "target", "transform", "transmit", "transport", "turn", "use"),
    }
)
NONE_DISPUTED = " No link is disputed."
#: Verbs that say where or how a thing is.
STATIC = frozenset(
    {
        *("appear", "be", "belong", "cost", "differ", "exist", "last", "lie", "live", "mean", "occur", "remain"),
        *("resemble", "seem", "sit", "stay"),
    }
)
#: A verb that ends in one of these looks back to where a thing comes from, or compares.
BACKWARD_ENDINGS = frozenset({"from", "than"})


def mechanisms(pile: Pile) -> Mechanisms:
    """Return the shortest and best supported chains of two links or more.

    A link is a proposition with at least one claim that affirms it; comparisons, statements about evidence, and
    statements of place or origin are no links. Chains are shortest simple paths (Yen 1971, "Finding the k shortest
    loopless paths in a network") by links and their weakness. Where the pack gives no kinds, a chain runs from any
    concept that nothing leads to, to any that leads nowhere.
    """
    links = _links(pile)
    graph = _graph(links)
    starts, ends, cut, known = _endpoints(graph, pile)
    pairs = [(start, end) for start in starts for end in ends if start != end]
    paths = [path for start, end in pairs for path in _paths(graph, start, end) if _direct(path, starts)]
    paths.sort(key=lambda p: (len(p.steps), -min(s.strength for s in p.steps), p.start_label, p.end_label, p.sentence))
    if len(paths) > MOST:
        cut += f" The {MOST} shortest and best supported of {len(paths):,} chains are listed."
    return Mechanisms(_note(paths, cut.strip(), known), tuple(paths[:MOST]))


def _note(paths: list[MechanismPath], cut: str, known: bool) -> Note:
    """Return what a reader is told about the chains."""
    disputed = sum(bool(path.disputed) for path in paths)
    ends = "from a treatment to an outcome" if known else "from one thing through a second to a third"
    chains = counted(len(paths), "chain of statements leads", "chains of statements lead")
    links = f"{counted(disputed, 'has', 'have')} a disputed link" if disputed else "no link is disputed"
    return Note(
        "How it is said to work",
        "A chain of statements is as good as its weakest link, which is named, and so is every link that someone "
        "denies.",
        f"{chains} {ends}; {links}. {paths[0].sentence.removesuffix(NONE_DISPUTED)}"
        if paths
        else f"No chain of statements leads {ends}.",
        "Shortest paths over affirmed propositions (Yen 1971); a link's strength is the mean of independent sources, "
        "firmness and evidence.",
        cut,
    )


def _links(pile: Pile) -> list[Step]:
    """Return every proposition that can be a link, with what stands for and against it."""
    against = _against(pile)
    homes, words = _homes(pile), wording(pile)
    found = []
    for proposition, claims in pile.propositions.values():
        affirming = [claim for claim in claims if claim.polarity is Polarity.POSITIVE]
        if affirming and proposition.object and _leads(proposition, pile) and words.askable(proposition):
            denying = [claim.id for claim in claims if claim.polarity is Polarity.NEGATIVE]
            denying += [other for claim in affirming for other in against.get(claim.id, ())]
            step = _step(proposition, affirming, tuple(sorted(set(denying))), words, pile)
            found.append(
                replace(step, subject=homes.get(step.subject, step.subject), object=homes.get(step.object, step.object))
            )
    return [step for step in found if step.subject != step.object]


def _against(pile: Pile) -> dict[str, list[str]]:
    """Return for each claim those it is in conflict with."""
    found: dict[str, list[str]] = {}
    for relation in pile.conflicts:
        found.setdefault(relation.source, []).append(relation.target)
        found.setdefault(relation.target, []).append(relation.source)
    return found


def _homes(pile: Pile) -> Mapping[str, str]:
    """Return for each treatment the concept that is its working part: a claim about either bears on the other."""
    return {
        iri: concept.uses[0] for iri, concept in pile.pack.concepts.items() if concept.uses and concept.uses[0] != iri
    }


def _leads(proposition: Proposition, pile: Pile) -> bool:
    """Whether a proposition can be a link: its subject does something to its object, or holds it and hands it on."""
    for term in (proposition.subject, proposition.object):
        concept = pile.pack.concepts.get((term.concept if term else None) or "")
        if concept.kind in NO_LINKS if concept else term is not None and in_background(term.label):
            return False
    known = pile.pack.predicates.get(proposition.predicate.concept or "")
    if known and (known.effect or known.beneficial):
        return not (known.comparative or known.evidential)
    verbs = proposition.predicate.label.casefold().split()
    if not verbs or verbs[-1] in BACKWARD_ENDINGS:
        return False
    if BE.keys() & set(verbs):
        return verbs[0] in BE and len(verbs) > 1 and verbs[1] in HOLDING
    return lemma(verbs[0]) in HANDING_ON if known else lemma(verbs[0]) not in STATIC


def _step(
    proposition: Proposition, affirming: list[Claim], against: tuple[str, ...], words: Wording, pile: Pile
) -> Step:
    """Return a proposition as a link."""
    subject, target = proposition.subject, proposition.object or Term("")
    name = words.noun(subject)
    sources = len({claim.document for claim in affirming})
    return Step(
        proposition=proposition.iri,
        subject=subject.iri,
        subject_label=name,
        predicate=agreeing(proposition.predicate.label, is_plural(name)),
        object=target.iri,
        object_label=words.noun(target),
        claims=tuple(claim.id for claim in affirming),
        against=against,
        sources=sources,
        strength=_strength(affirming, pile),
        disputed=bool(against),
    )


def _strength(affirming: list[Claim], pile: Pile) -> float:
    """Return the mean of independent voices (1 of 2, 2 of 3, ...), firmest wording and strongest evidence."""
    voices = len(pile.independent(affirming))
    firm = max(firmness(claim)[0] for claim in affirming)
    ground = max(strength(claim.evidence) for claim in affirming)
    return (voices / (voices + 1) + firm + ground) / 3


def _graph(links: Iterable[Step]) -> "nx.DiGraph[str]":
    """Return the links as a graph, the strongest of several between two concepts."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for step in sorted(links, key=lambda s: (-s.strength, s.proposition)):
        if not graph.has_edge(step.subject, step.object):
            graph.add_edge(step.subject, step.object, step=step, cost=2 - step.strength)
    return graph


def _direct(path: MechanismPath, starts: list[str]) -> bool:
    """Whether a chain runs through no other start; the part behind that is a chain of its own."""
    return not {step.object for step in path.steps} & (set(starts) - {path.end})


def _endpoints(graph: "nx.DiGraph[str]", pile: Pile) -> tuple[list[str], list[str], str, bool]:
    """Return the starts and ends tried, a sentence where there were more, and whether the pack names them."""
    weight: Counter[str] = Counter()
    for start, end, data in graph.edges(data=True):
        step: Step = data["step"]
        weight[start] += len(step.claims)
        weight[end] += len(step.claims)
    kinds = {iri: concept.kind for iri, concept in pile.pack.concepts.items()}
    starts = [node for node in graph if kinds.get(node) in STARTS or _working_part(node, kinds, pile)]
    ends = [node for node in graph if kinds.get(node) in ENDS]
    known = bool(starts and ends)
    if not known:
        starts = [node for node in graph if graph.in_degree(node) == 0]
        ends = [node for node in graph if graph.out_degree(node) == 0]
    cut = ""
    if max(len(starts), len(ends)) > MOST_ENDPOINTS:
        cut = f"Chains between the {MOST_ENDPOINTS} most named starts and ends were looked for."
    first, last = (sorted(nodes, key=lambda n: (-weight[n], n))[:MOST_ENDPOINTS] for nodes in (starts, ends))
    return first, last, cut, known


def _working_part(node: str, kinds: Mapping[str, str | None], pile: Pile) -> bool:
    """Whether a concept is the working part of a treatment of the pack."""
    return any(node in c.uses for iri, c in pile.pack.concepts.items() if c.uses and kinds[iri] in STARTS)


def _paths(graph: "nx.DiGraph[str]", start: str, end: str) -> list[MechanismPath]:
    """Return the best chains between two concepts."""
    if not nx.has_path(graph, start, end):
        return []
    found: list[MechanismPath] = []
    for nodes in islice(nx.shortest_simple_paths(graph, start, end, weight="cost"), TRIED):
        if len(nodes) - 1 > LONGEST or len(found) == PER_PAIR:
            break
        steps = tuple(graph.edges[pair]["step"] for pair in pairwise(nodes))
        if len(steps) > 1:
            found.append(_path(start, end, steps))
    return found


def _path(start: str, end: str, steps: tuple[Step, ...]) -> MechanismPath:
    """Return a chain with its weakest and its disputed links."""
    weakest = min(range(len(steps)), key=lambda place: (round(steps[place].strength, 9), place))
    disputed = tuple(place for place, step in enumerate(steps) if step.disputed)
    labels = steps[0].subject_label, steps[-1].object_label
    return MechanismPath(
        start, labels[0], end, labels[1], steps, weakest, disputed, _sentence(steps, weakest, disputed)
    )


def _sentence(steps: tuple[Step, ...], weakest: int, disputed: tuple[int, ...]) -> str:
    """Return a chain in words."""
    weak = steps[weakest]
    chain = _chained(steps)
    named = f"{chain}. The weakest link, that {_said(weak)}, has {counted(weak.sources, 'source')}."
    against = listed([f"“{_said(steps[place])}”" for place in disputed])
    return named + (f" Disputed: {against}." if disputed else NONE_DISPUTED)


def _chained(steps: tuple[Step, ...]) -> str:
    """Return links one after the other: "PRP contains growth factors, which promote hair growth"."""
    words = _said(steps[0])
    for before, step in pairwise(steps):
        linked = before.object_label == step.subject_label
        words += f", which {step.predicate} {step.object_label}" if linked else f"; {_said(step)}"
    return words[:1].upper() + words[1:]


def _said(step: Step) -> str:
    """Return a link in words."""
    return f"{step.subject_label} {step.predicate} {step.object_label}"
