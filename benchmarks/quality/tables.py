"""Tables of measurements: printed, and kept in docs/quality.md with the command that made them."""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "quality.md"


@dataclass(frozen=True, slots=True)
class Table:
    """One measurement.

    Attributes:
        name: of the command that makes it.
        title: of the section.
        explanation: what the columns mean, for a reader of the document.
        columns: their names.
        rows: cells, as many as columns.
    """

    name: str
    title: str
    explanation: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def text(self) -> str:
        """Return the table as aligned text, numbers to the right."""
        lines = [self.columns, *self.rows]
        widths = [max(len(line[i]) for line in lines) for i in range(len(self.columns))]
        return "\n".join(
            "  ".join(_padded(c, w, i) for i, (c, w) in enumerate(zip(line, widths, strict=True))).rstrip()
            for line in lines
        )

    def markdown(self) -> str:
        """Return the table as a section of the document."""
        explanation = textwrap.fill(self.explanation, 120, break_long_words=False)
        command = f"    python -m benchmarks.quality {self.name} --write"
        head = [f"## {self.title}", "", explanation, "", command, ""]
        lines = [self.columns, ("---",) * len(self.columns), *self.rows]
        return "\n".join(
            [*head, *("| " + " | ".join(c.replace("|", "\\|") for c in line) + " |" for line in lines), ""]
        )


def _padded(cell: str, width: int, column: int) -> str:
    """Return a cell at its width: words to the left, numbers to the right."""
    return cell.rjust(width) if column and re.fullmatch(r"[-+]?[\d.,]+%?", cell) else cell.ljust(width)


def write(tables: Sequence[Table], path: Path = DOCUMENT) -> None:
    """Put each table into its section of the document, new sections at the end, the others left as they are."""
    text = path.read_text(encoding="utf-8") if path.exists() else INTRODUCTION
    for table in tables:
        text = _with_section(text, table)
    partial = path.with_suffix(".partial")
    partial.write_text(text.rstrip() + "\n", encoding="utf-8")
    partial.replace(path)


def _with_section(text: str, table: Table) -> str:
    """Return the document with a table's section in its place, or at the end where it has none yet."""
    found = re.search(rf"^## {re.escape(table.title)}\n.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    start, end = found.span() if found else (len(text), len(text))
    return f"{text[:start].rstrip()}\n\n{table.markdown()}\n{text[end:]}"


INTRODUCTION = """\
# Quality

How good the claims and relations are, measured against gold read by hand before any rule was run on it.
Every section is written by the command it names, with `--write`, from the root of a checkout.
`benchmarks/quality/gold/README.md` says how the gold was read and which sets are held out: of those only numbers are
ever shown, and no rule is written against them.
"""
