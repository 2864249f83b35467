"""Tables for spreadsheets, data frames and databases: CSV, Parquet, and the JSON lines of a build."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO, StringIO

from claimgraph.model.problem import ClaimgraphError
from claimgraph.storing.exports.base import Exported, Files
from claimgraph.storing.locating import Locator
from claimgraph.storing.records import claim_record, json_line, relation_record
from claimgraph.storing.tables import (
    CLAIM_COLUMNS,
    DOCUMENT_COLUMNS,
    PROPOSITION_COLUMNS,
    RELATION_COLUMNS,
    Row,
    Value,
    claim_rows,
    document_rows,
    proposition_rows,
    relation_rows,
)
from claimgraph.storing.terms import carried

# A spreadsheet runs a cell that begins so as a formula (OWASP, CSV injection).
_FORMULA = re.compile(r"[=+\-@\t\r]")


def tables(source: Exported) -> Files:
    """Return claims, relations, documents and propositions as CSV (RFC 4180), UTF-8.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    return {
        "claims.csv": written(claim_rows(source.facts), CLAIM_COLUMNS),
        "relations.csv": written(relation_rows(source.facts), RELATION_COLUMNS),
        "documents.csv": written(document_rows(source.facts), DOCUMENT_COLUMNS),
        "propositions.csv": written(proposition_rows(source.facts), PROPOSITION_COLUMNS),
    }


def carried_by_csv(value: Value) -> Value:
    """Return a cell as it is, but for the characters that no file of CSV holds."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return carried(value).replace("\x00", "\ufffd") if isinstance(value, str) else value


def harmless(value: Value) -> Value:
    """Return a cell that no spreadsheet runs.

    >>> harmless("=1+1"), harmless(-1), harmless(True)
    ("'=1+1", -1, 'true')
    """
    kept = carried_by_csv(value)
    return f"'{kept}" if isinstance(kept, str) and _FORMULA.match(kept) else kept


def written(rows: Iterable[Row], columns: Sequence[str], cell: Callable[[Value], Value] = harmless) -> bytes:
    """Return rows as CSV, with its heading where there are none too.

    Args:
        rows: what a row leaves out is empty.
        columns: in their order.
        cell: makes a value fit for the program that reads the table; without it, fit for a spreadsheet.
    """
    out = StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8")


def jsonl(source: Exported) -> Files:
    """Return claims and relations as JSON lines, as in the build."""
    located = Locator(source.facts.documents)
    return {
        "claims.jsonl": b"".join(json_line(claim_record(claim, located(claim))) for claim in source.facts.claims),
        "relations.jsonl": b"".join(json_line(relation_record(relation)) for relation in source.facts.relations),
    }


def parquet(source: Exported) -> Files:
    """Return the claims as one Parquet file, a row a claim.

    Raises:
        ClaimgraphError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415 -- an extra
        from pyarrow import parquet as pq  # noqa: PLC0415 -- an extra
    except ImportError:
        raise ClaimgraphError("Parquet needs pyarrow; run: pip install 'claimgraph[parquet]'") from None
    out = BytesIO()
    rows = [{k: carried(v) if isinstance(v, str) else v for k, v in row.items()} for row in claim_rows(source.facts)]
    table = pa.Table.from_pylist(rows) if rows else pa.table({name: pa.nulls(0) for name in CLAIM_COLUMNS})
    pq.write_table(table, out, compression="zstd")
    return {"": out.getvalue()}
