"""How good the claims and relations are, as tables.

    python -m benchmarks.quality [COMMAND ...] [--fast] [--write]
    python -m benchmarks.quality --misses SET [--pack shipped|none]
    python -m benchmarks.quality precision|judged --draw N [--seed S]

Without a command all of them run. `--misses` lists the gold rows of a set that were not wholly
found; `--draw` puts claims or relations into the files that a person judges.
"""

import argparse
import sys
from collections.abc import Callable

from benchmarks.quality import ablation, claims, judged, links, negex, precision, pronouns, speed
from benchmarks.quality.sources import OPEN_SETS
from benchmarks.quality.tables import Table, write

#: Every measurement: its command, and what makes its table.
COMMANDS: dict[str, Callable[[bool], Table]] = {
    "claims": claims.claims_table,
    "sentences": claims.sentences_table,
    "negex": negex.negex_table,
    "pronouns": pronouns.pronouns_table,
    "relations": links.relations_table,
    "pairs": links.pairs_table,
    "precision": precision.precision_table,
    "judged": judged.judged_table,
    "ablation": ablation.ablation_table,
    "speed": speed.speed_table,
}


#: What is judged by reading, and what draws it.
DRAWN: dict[str, Callable[[int, int], int]] = {"precision": precision.draw, "judged": judged.draw}


def main() -> int:
    """Run the commands asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__.splitlines()[0])
    parser.add_argument("command", nargs="*", choices=[*COMMANDS, []], help="what to measure, all by default")
    parser.add_argument("--fast", action="store_true", help="open sets and shipped packs only")
    parser.add_argument("--write", action="store_true", help="keep the tables in docs/quality.md")
    parser.add_argument(
        "--misses", metavar="SET", choices=[*OPEN_SETS, "dev", "pronouns", "all"], help="list what a set misses"
    )
    parser.add_argument("--pack", choices=("shipped", "none"), default="shipped", help="packs for --misses")
    parser.add_argument("--draw", metavar="N", type=int, help="draw N claims to be judged by reading")
    parser.add_argument("--seed", type=int, default=7, help="of the draw")
    given = parser.parse_args()
    if given.draw and set(given.command) - set(DRAWN):
        parser.error(f"only {' and '.join(DRAWN)} are judged by reading")
    if given.draw:
        for name in given.command or DRAWN:
            print(f"{name}: {DRAWN[name](given.draw, given.seed)} to judge")
        return 0
    if given.misses == "pronouns":
        print("\n".join(pronouns.misses()))
        return 0
    if given.misses:
        for subject in (*OPEN_SETS, "dev") if given.misses == "all" else (given.misses,):
            listed = list(claims.misses(subject, given.pack))
            listed += claims.wrongly_said() if subject == "dev" else links.misses(subject)
            print("\n".join([f"== {subject}: {len(listed)}", *listed]), flush=True)
        return 0
    tables = []
    for name in given.command or COMMANDS:
        table = COMMANDS[name](given.fast)
        tables.append(table)
        print(f"{table.title}\n{table.text()}\n", flush=True)
    if given.write:
        write(tables)
    return 0


if __name__ == "__main__":
    sys.exit(main())
