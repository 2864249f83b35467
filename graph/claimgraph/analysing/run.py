"""All analyses of a pile, one after the other."""

from collections.abc import Callable
from dataclasses import replace

from claimgraph.analysing.agreement import agreement
from claimgraph.analysing.balance import balance
from claimgraph.analysing.centrality import central, communities
from claimgraph.analysing.disputes import counts, disputed, self_contradictions
from claimgraph.analysing.evidence import ladder, overclaims
from claimgraph.analysing.grounds import independence, missing, sellers_only
from claimgraph.analysing.mechanisms import mechanisms
from claimgraph.analysing.networks import concept_graph
from claimgraph.analysing.pile import gather
from claimgraph.analysing.questions import bounded, matrix
from claimgraph.analysing.standing import argumentation
from claimgraph.knowledge.pack import Pack
from claimgraph.model import Facts, Findings

#: What the progress shows, in order.
STAGES = ("questions", "disputes", "sources", "centre", "topics", "mechanisms", "arguments", "evidence", "gaps")

Progress = Callable[[str, int, int], None]


def analyse(facts: Facts, pack: Pack, *, progress: Progress | None = None) -> Findings:
    """Return all findings of a pile; the order of the facts does not matter, and nothing is random.

    Args:
        facts: documents, claims and relations of a build.
        pack: what is known of the subject; an empty pack is fine.
        progress: called with a stage's name, its number from 0, and the number of stages, and once at the end.

    >>> from claimgraph.model import Facts
    >>> analyse(Facts(), Pack()).disputed.note.sentence
    'Nothing is disputed.'
    """
    step = _steps(progress)
    step()
    pile = gather(facts, pack)
    rows = matrix(pile)
    step()
    most, own = disputed(pile, rows), self_contradictions(pile)
    step()
    agreed, pairs = agreement(rows)
    camps = balance(pairs, rows)
    step()
    graph = concept_graph(pile)
    centre = central(pile, graph)
    step()
    topics = communities(pile, graph, rows)
    step()
    chains = mechanisms(pile)
    step()
    stands = argumentation(pile)
    step()
    grounds, firm = ladder(pile), overclaims(pile)
    step()
    findings = Findings(
        headlines=(),
        counts=counts(pile, rows),
        matrix=bounded(rows),
        disputed=most,
        self_contradictions=own,
        agreement=agreed,
        balance=camps,
        central=centre,
        communities=topics,
        mechanisms=chains,
        argumentation=stands,
        evidence=grounds,
        overclaims=firm,
        sellers_only=sellers_only(pile),
        independence=independence(pile),
        missing=missing(pile, rows),
        packs=facts.packs,
        bounds=facts.bounds,
        problems=tuple(sorted(str(problem) for problem in facts.problems)),
    )
    step()
    return replace(findings, headlines=headlines(findings))


def headlines(findings: Findings) -> tuple[str, ...]:
    """Return the sentences that matter most, disagreement first; sections that found nothing are passed over."""
    found = (
        (findings.disputed, findings.disputed.propositions),
        (findings.agreement, findings.agreement.pairs),
        (findings.argumentation, findings.argumentation.standings),
        (findings.overclaims, findings.overclaims.worst),
        (findings.sellers_only, findings.sellers_only.propositions),
        (findings.self_contradictions, findings.self_contradictions.contradictions),
        (findings.missing, findings.missing.unconfirmed),
    )
    return tuple(section.note.sentence for section, items in found if items)


def _steps(progress: Progress | None) -> Callable[[], None]:
    """Return a function that tells the progress of the next stage each time it is called."""
    names = iter([*enumerate(STAGES), (len(STAGES), "done")])

    def step() -> None:
        place, name = next(names)
        if progress:
            progress(name, place, len(STAGES))

    return step
