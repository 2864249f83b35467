"""Records and what is read back from them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.knowledge.pack import Pack
from claimgraph.model import (
    Certainty,
    Claim,
    ClaimgraphError,
    Evidence,
    Facts,
    Interest,
    Mention,
    Polarity,
    Proposition,
    Qualifier,
    Quantity,
    Quote,
    Term,
    Voice,
)
from claimgraph.storing.dataset import to_trig
from claimgraph.storing.reading_back import read_build
from claimgraph.storing.records import (
    claim_from_record,
    claim_record,
    json_line,
    problem_from_record,
    problem_record,
    read_records,
    relation_from_record,
    relation_record,
    write_records,
)

text = st.text(st.characters(), max_size=12)
iri = st.none() | st.sampled_from(["https://example.org/a", "https://example.org/b"])
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
terms = st.builds(Term, text, iri)
qualifiers = st.builds(
    Qualifier,
    st.sampled_from(["time", "population", "hedge"]),
    text,
    text,
    iri,
    st.none() | st.builds(Quantity, numbers, numbers, text, text),
)
mentions = st.builds(Mention, text, text, iri, st.none() | text, st.integers(-1, 99), st.integers(-1, 99))
pages = st.builds(Voice, text, text, st.sampled_from(Interest), st.none(), st.booleans())
claims = st.builds(
    Claim,
    document=text,
    quote=st.builds(Quote, text, text, text, st.integers(0, 99), st.integers(0, 99)),
    subject=mentions,
    predicate=mentions,
    object=st.none() | mentions,
    polarity=st.sampled_from(Polarity),
    certainty=st.sampled_from(Certainty),
    voice=st.builds(Voice, text, text, st.sampled_from(Interest), st.none() | pages, st.booleans()),
    evidence=st.sampled_from(Evidence),
    qualifiers=st.lists(qualifiers, max_size=4).map(tuple),
    content=st.builds(Proposition, terms, terms, st.none() | terms, st.lists(qualifiers, max_size=2).map(tuple)),
    rule=text,
)


@given(claims)
@settings(max_examples=50, deadline=None)
def test_any_claim_comes_back_from_its_line(claim: Claim) -> None:
    """Whatever a claim holds, broken character pairs too, its line of JSON gives back an equal claim."""
    line = json_line(claim_record(claim))
    assert line.count(b"\n") == 1
    assert claim_from_record(json.loads(line)) == claim


def test_claim_record_has_the_fixed_fields(facts: Facts) -> None:
    """A claim's record has the fields other programs rely on, under their names."""
    record = claim_record(facts.claims[0])
    fixed = ["id", "document", "quote", "subject", "predicate", "object", "polarity", "certainty", "voice", "evidence"]
    assert list(record)[:10] == fixed
    assert {"qualifiers", "proposition"} <= record.keys()
    assert list(record["quote"]) == ["exact", "prefix", "suffix", "start", "end"]
    assert {"label", "role", "reported_by", "interest", "uncertain", "chain"} == record["voice"].keys()
    [time] = record["qualifiers"]["time"]
    assert (time["text"], time["unit"], time["dimension"]) == ("within 2-4 hours", "day", "time")


def test_claim_record_tells_what_a_pronoun_stands_for(facts: Facts) -> None:
    """`resolved` is there where a pronoun stood, and only there; a missing object is null."""
    first, second = (claim_record(claim) for claim in facts.claims[:2])
    assert "resolved" not in first["subject"]
    assert second["subject"]["resolved"] == "Mint tea"
    assert second["object"] is None
    assert second["voice"]["reported_by"] == "The Clinic"


def test_relations_and_problems_come_back(facts: Facts) -> None:
    """Relations with their slots, and problems, are equal after a round trip."""
    assert [relation_from_record(relation_record(r)) for r in facts.relations] == list(facts.relations)
    assert [problem_from_record(problem_record(p)) for p in facts.problems] == list(facts.problems)


def _write(facts: Facts, pack: Pack, folder: Path) -> None:
    write_records(folder / "claims.jsonl", map(claim_record, facts.claims))
    write_records(folder / "relations.jsonl", map(relation_record, facts.relations))
    write_records(folder / "problems.jsonl", map(problem_record, facts.problems))
    (folder / "graph.trig").write_bytes(to_trig(facts, pack=pack))


def test_a_build_comes_back_whole(facts: Facts, pack: Pack, tmp_path: Path) -> None:
    """Documents with text and regions, claims, relations, problems, packs and bounds are read back as they were."""
    _write(facts, pack, tmp_path)
    assert read_build(tmp_path) == facts


def test_a_large_build_comes_back_whole(made_up: Callable[[int], Facts], tmp_path: Path) -> None:
    """So are five hundred made-up claims."""
    facts = made_up(500)
    _write(facts, Pack(), tmp_path)
    assert read_build(tmp_path) == facts


@pytest.mark.parametrize("line", [b"{}\n", b"not json\n", b"[1]\n", b'{"id": 1}\n'])
def test_a_broken_line_is_named(line: bytes, tmp_path: Path) -> None:
    """A line that is no claim's is named by file and number."""
    (tmp_path / "claims.jsonl").write_bytes(line)
    with pytest.raises(ClaimgraphError, match=r"claims\.jsonl:1: not a record"):
        list(read_records(tmp_path / "claims.jsonl", claim_from_record))


def test_a_folder_without_a_build_is_named(tmp_path: Path) -> None:
    """Reading a folder that holds no build says so in one line."""
    with pytest.raises(ClaimgraphError, match="is this the folder of a build"):
        read_build(tmp_path)
