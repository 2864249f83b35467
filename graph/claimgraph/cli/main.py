"""`claimgraph`: the group of commands, and the one place that turns what happened into an exit code."""

import logging
import os
import sys
import traceback
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from claimgraph.cli.build import build
from claimgraph.cli.command import Command
from claimgraph.cli.compare import compare
from claimgraph.cli.config import load_config
from claimgraph.cli.console import Console
from claimgraph.cli.explain import explain
from claimgraph.cli.export import export
from claimgraph.cli.extract import extract
from claimgraph.cli.model import info, install
from claimgraph.cli.pack import check, list_, suggest
from claimgraph.cli.push import push
from claimgraph.cli.query import query
from claimgraph.cli.report import report
from claimgraph.cli.serve import serve
from claimgraph.model import ClaimgraphError, ExitCode

#: The commands, in the order in which a newcomer needs them.
COMMANDS: tuple[Command, ...] = (build, report, query, explain, export, serve, push, extract, compare)

#: The commands of each group within.
GROUPS: tuple[tuple[str, str, tuple[Command, ...]], ...] = (
    ("pack", "Domain packs: what is known of a subject.", (list_, suggest, check)),
    ("model", "The language model that parses English.", (install, info)),
)


class Ordered(click.Group):
    """A group that lists its commands in the order they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names."""
        return list(self.commands)


def _version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        from importlib.metadata import version

        click.echo(f"claimgraph {version('claimgraph')}")
        ctx.exit()


@click.group(cls=Ordered, context_settings={"auto_envvar_prefix": "CLAIMGRAPH", "help_option_names": ["-h", "--help"]})
@click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="CLAIMGRAPH_CONFIG",
    show_envvar=True,
    help="Settings file.  [default: claimgraph.toml in the current folder]",
)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version and exit."
)
@click.pass_context
def commands(ctx: click.Context, config: Path | None) -> None:
    """Turn documents about a contested subject into a graph of claims.

    It answers who says what, how firmly, on what grounds and in which exact words, and which claims support or
    contradict each other.

    Results go to stdout, messages to stderr. Exit codes: 0 done, 1 failed, 2 usage, 3 done but some inputs failed,
    4 a check found what --fail-on names, 130 interrupted.
    """
    ctx.default_map = load_config(config, commands)


for _command in COMMANDS:
    commands.add_command(_command)
for _name, _help, _members in GROUPS:
    _group = Ordered(_name, help=_help)
    for _command in _members:
        _group.add_command(_command)
    commands.add_command(_group)


def run(arguments: Sequence[str] | None = None) -> ExitCode:
    """Run one command line and return how it ended; every failure has become one line on stderr.

    Args:
        arguments: the words after `claimgraph`; None for the process's own.
    """
    color = False if os.environ.get("NO_COLOR") else None
    console = Console(color=color)
    extra: dict[str, Any] = {"obj": console, "color": color}
    warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        given = None if arguments is None else list(arguments)
        ended = commands.main(given, prog_name="claimgraph", standalone_mode=False, **extra)
        sys.stdout.flush()
        return ExitCode(ended or ExitCode.DONE)
    except click.UsageError as error:
        console.failure(
            f"{error.format_message()} (see `{error.ctx.command_path if error.ctx else 'claimgraph'} --help`)"
        )
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        console.failure("interrupted; nothing half-done was kept")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _abandon_stdout()
        return ExitCode.DONE
    except Exception as error:
        return _explain(error, console)


def _explain(error: Exception, console: Console) -> ExitCode:
    """Say in one line what stopped the command, with the traceback at -vv."""
    if console.verbosity >= 2:
        click.echo("".join(traceback.format_exception(error)), err=True)
    if isinstance(error, ClaimgraphError):
        console.failure(str(error))
        return error.exit_code
    if isinstance(error, click.ClickException):
        console.failure(error.format_message())
    elif isinstance(error, OSError) and error.strerror:
        console.failure(f"{error.filename or 'claimgraph'}: {error.strerror}")
    elif isinstance(error, MemoryError):
        console.failure("out of memory: build fewer documents at a time")
    else:
        console.failure(
            f"a fault in the program ({type(error).__name__}: {error}); run it again with -vv and report it"
        )
    return ExitCode.FAILED


def _abandon_stdout() -> None:
    """Let the interpreter's last flush go nowhere: whoever read our output has closed it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> NoReturn:
    """Run the process's command line and exit with its code."""
    sys.exit(int(run()))
