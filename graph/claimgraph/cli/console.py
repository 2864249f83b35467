"""Messages for the person at the terminal: always on stderr, so that stdout carries data only."""

import logging
import re
import sys
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import click

from claimgraph.model import Problem

#: Characters that steer a terminal, reorder what is seen, or cannot be encoded; line ends and tabs may stay.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""Return text from a document with every character that could steer a terminal written out.

    >>> visible("red \x1b[31malert")
    'red \\x1b[31malert'
    """
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


@dataclass
class Console:
    """How much a command says, and where.

    Attributes:
        verbosity: -1 only what went wrong, 0 results too, 1 steps too, 2 everything and tracebacks.
        color: False for none; None for colours where stderr is a terminal.
    """

    verbosity: int = 0
    color: bool | None = None

    def louder(self, by: int) -> None:
        """Raise (or lower) the verbosity; from 2 on, libraries' warnings and log lines are shown."""
        self.verbosity += by
        if self.verbosity >= 2:
            warnings.resetwarnings()
            logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(name)s: %(message)s")

    def note(self, message: str) -> None:
        """Say what was done; silent with -q."""
        if self.verbosity >= 0:
            click.echo(visible(message), err=True, color=self.color)

    def detail(self, message: str) -> None:
        """Say what is being done; with -v only."""
        if self.verbosity >= 1:
            click.echo(visible(message), err=True, color=self.color)

    def problems(self, problems: Iterable[Problem]) -> None:
        """Name each input that failed (always) and each that was used with a doubt (unless -q)."""
        for problem in problems:
            if problem.fatal or self.verbosity >= 0:
                label = click.style("failed" if problem.fatal else "warning", fg="red" if problem.fatal else "yellow")
                click.echo(f"{label}: {_one_line(str(problem))}", err=True, color=self.color)

    def failure(self, message: str) -> None:
        """Say in one line why the command stops."""
        click.echo(f"{click.style('claimgraph', fg='red')}: {_one_line(message)}", err=True, color=self.color)

    def progress(self) -> Callable[[str, int, int], None] | None:
        """Return a listener for (stage, done, total): a line rewritten on a terminal, with -v elsewhere a line a stage.

        None where nobody watches.
        """
        if self.verbosity < 0 or not (sys.stderr.isatty() or self.verbosity):
            return None
        return _rewrite if sys.stderr.isatty() else _log


def _one_line(message: str) -> str:
    return " ".join(visible(message).split())


def _rewrite(stage: str, done: int, total: int) -> None:
    """Rewrite the terminal's last line; wipe it when all is done."""
    line = "" if done >= total else f"{stage} {done + 1}/{total}"
    click.echo(f"\r\x1b[K{line}", nl=False, err=True)


def _log(stage: str, done: int, total: int) -> None:
    """Say when a stage begins."""
    if done == 0 < total:
        click.echo(f"{stage}: {total}", err=True)
