"""All findings together: complete, in the documented shape, and the same however the facts are ordered."""

import json
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.analysing import analyse
from claimgraph.analysing.run import STAGES
from claimgraph.analysing.schema import schema
from claimgraph.knowledge.pack import Pack
from claimgraph.model import Facts, Findings, Note, Problem, Qualifier, Quantity, Relation, to_record

if TYPE_CHECKING:
    from tests.analysing.conftest import Teller

    from claimgraph.api import Build

SUBJECTS = ("tea", "milk", "exosomes", "stem cells", "caffeine")
VERBS = ("promotes", "contains", "prevents", "is derived from")
STEMS = "abcdef"


def _json(findings: Findings) -> str:
    """Return the findings as report.json holds them."""
    return json.dumps(to_record(findings), ensure_ascii=False, sort_keys=False)


def _facts(tell: "Teller", chosen: list[tuple[int, int, int, int, bool]]) -> Facts:
    """Return claims chosen by number, each related to the one before it."""
    claims = [
        tell.say(STEMS[stem], f"{SUBJECTS[one]} | {VERBS[verb]} | {SUBJECTS[two]}", no=no)
        for stem, one, verb, two, no in chosen
    ]
    links: list[Relation] = []
    for place, (one, other) in enumerate(pairwise(claims)):
        type_, kind = (("conflict", "contradictory"), ("support", "same"), ("conflict", "evidence"))[place % 3]
        links.append(tell.relate(type_, kind, one, other))
    return tell.facts(claims, links)


CHOICES = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 4), st.integers(0, 3), st.integers(0, 4), st.booleans()),
    max_size=14,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=CHOICES, shuffled=st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(
    tell: "Teller", chosen: list[tuple[int, int, int, int, bool]], shuffled: Random
) -> None:
    """Shuffled documents, claims and relations give the same findings, byte for byte."""
    facts = _facts(tell, chosen)
    documents, claims, relations = list(facts.documents), list(facts.claims), list(facts.relations)
    for part in (documents, claims, relations):
        shuffled.shuffle(part)
    again = Facts(tuple(documents), tuple(claims), tuple(relations))
    assert _json(analyse(facts, Pack())) == _json(analyse(again, Pack()))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=CHOICES)
def test_scores_stay_within_their_bounds(tell: "Teller", chosen: list[tuple[int, int, int, int, bool]]) -> None:
    """Whatever is said, shares and strengths lie where their definitions put them."""
    found = analyse(_facts(tell, chosen), Pack())
    assert all(0 <= item.division <= 1 for item in found.disputed.propositions)
    assert all(0 <= item.betweenness <= 1 for item in found.central.concepts + found.central.propositions)
    assert found.communities.modularity <= 1
    assert all(0 < item.h_categoriser <= 1 and 0 <= item.df_quad <= 1 for item in found.argumentation.standings)
    assert all(0 <= step.strength <= 1 for path in found.mechanisms.paths for step in path.steps)
    assert all(-1 <= item.gap <= 1 for item in found.overclaims.worst)
    assert 0 <= found.balance.balanced_triangles <= found.balance.triangles
    assert found.balance.frustration <= found.balance.edges // 2
    rows = found.matrix.questions
    assert all(row.yes + row.no == sum(len(cell.claims) for cell in row.cells) for row in rows)
    assert all(len(row.silent) + row.sources == len(found.matrix.sources) for row in rows)


def _dispute(tell: "Teller") -> Facts:
    """Return a pile in which every section finds something."""
    weeks = (Qualifier("time", "after 4 weeks", "after 4 weeks", quantity=Quantity(28, 28, "day", "time")),)
    claims = [
        tell.say("a", "tea | contains | caffeine"),
        tell.say("a", "caffeine | prevents | sleep", qualifiers=weeks),
        tell.say("b", "caffeine | prevents | sleep", no=True),
        tell.say("a", "caffeine | prevents | sleep", no=True),
        tell.say("b", "tea | contains | caffeine"),
    ]
    return tell.facts(claims, [tell.relate("conflict", "contradictory", claims[1], claims[3])], selling=["a"])


def test_the_record_has_the_documented_shape(tell: "Teller") -> None:
    """The record of a dispute and of nothing at all validate against the schema, and a wrong one does not."""
    for facts in (_dispute(tell), Facts()):
        jsonschema.validate(json.loads(_json(analyse(facts, Pack()))), schema())
    broken = json.loads(_json(analyse(Facts(), Pack())))
    del broken["matrix"]["note"]["method"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema())


def test_the_schema_in_the_docs_is_the_schema(repository: Path) -> None:
    """docs/report.schema.json says what the findings are, field for field."""
    assert json.loads((repository / "docs" / "report.schema.json").read_text("utf-8")) == schema()


def test_a_real_report_has_the_documented_shape(seeds_out: Path, seeds_build: "Build") -> None:
    """The report.json of the sample documents validates, finds a dispute, and names only claims that exist."""
    record = json.loads((seeds_out / "report.json").read_text("utf-8"))
    jsonschema.validate(record, schema())
    assert record["counts"]["disputed"] > 0
    known = {claim.id for claim in seeds_build.claims}
    named = {claim for row in record["matrix"]["questions"] for cell in row["cells"] for claim in cell["claims"]}
    assert named <= known


def test_every_section_explains_itself(tell: "Teller") -> None:
    """Each section has a title, an explanation, a finding and a method, each finding one or two plain sentences."""
    found = analyse(_dispute(tell), Pack())
    notes = [getattr(getattr(found, name), "note", None) for name in to_record(found)]
    told = [note for note in notes if isinstance(note, Note)]
    assert len(told) == 15
    for note in told:
        assert note.title
        assert note.explanation.endswith(".")
        assert note.method.endswith(".")
        assert note.sentence[:1].isupper() or note.sentence[:1].isdigit()
        assert note.sentence.endswith((".", "?"))


def test_nothing_found_is_said_in_words() -> None:
    """An empty pile has no headlines, and each section says that there is nothing."""
    found = analyse(Facts(), Pack())
    assert found.headlines == ()
    assert found.disputed.note.sentence == "Nothing is disputed."
    assert found.mechanisms.note.sentence == "No chain of statements leads from one thing through a second to a third."
    assert found.communities.note.sentence == "No two claims share a concept."


def test_limits_and_problems_are_passed_on(tell: "Teller") -> None:
    """What an earlier stage cut or could not read stands in the report."""
    facts = Facts(packs=("core",), bounds=("At most 5 pairs.",), problems=(Problem("x.pdf", "no text", "empty"),))
    found = analyse(facts, Pack())
    assert (found.packs, found.bounds, found.problems) == (("core",), ("At most 5 pairs.",), ("x.pdf: no text",))


def test_a_relation_to_an_unknown_claim_is_passed_over(tell: "Teller") -> None:
    """A relation whose claim is not there breaks nothing and counts for nothing."""
    one, other = tell.say("a", "tea | works"), tell.say("b", "tea | works", no=True)
    facts = tell.facts([one], [tell.relate("conflict", "contradictory", one, other)])
    assert dict(analyse(facts, Pack()).counts.relations)["conflict"] == 0


def test_progress_counts_through_the_stages() -> None:
    """Every stage is told once, in order, with the number of stages."""
    told: list[tuple[str, int, int]] = []
    analyse(Facts(), Pack(), progress=lambda name, place, total: told.append((name, place, total)))
    expected = [(name, place, len(STAGES)) for place, name in enumerate(STAGES)]
    assert told == [*expected, ("done", len(STAGES), len(STAGES))]


def test_sampled_versions_say_so(tell: "Teller", monkeypatch: pytest.MonkeyPatch) -> None:
    """Above its size each heavy measure samples, says so in a sentence, and gives the same answer twice."""
    from claimgraph.analysing import balance, centrality, standing

    monkeypatch.setattr(centrality, "BUDGET", 1)
    monkeypatch.setattr(centrality, "LEAST_STARTS", 3)
    monkeypatch.setattr(standing, "BUDGET", 0)
    monkeypatch.setattr(balance, "EXACT", 1)
    facts = _dispute(tell)
    found = analyse(facts, Pack())
    assert "drawn with a seed" in found.central.note.sampled
    assert "not tried" in found.argumentation.note.sampled
    assert {item.sensitivity for item in found.argumentation.standings} == {-1}
    assert not found.balance.exact
    assert _json(found) == _json(analyse(facts, Pack()))
