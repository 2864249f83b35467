"""What every command shares: examples in its help, -q and -v, and the options that several commands take."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimgraph.cli.console import Console

if TYPE_CHECKING:
    from claimgraph.knowledge.pack import Pack
    from claimgraph.model import Facts

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class Command(click.Command):
    """A click command with examples; a test runs each of them.

    Args:
        examples: pairs of a sentence that says what is wanted and the command line that does it.
    """

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)
        self.params += [_quiet(), _verbose()]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples below the options."""
        with formatter.section("Examples"):
            for sentence, line in self.examples:
                formatter.write(f"  # {sentence}\n  {line}\n")
        super().format_epilog(ctx, formatter)


def command(name: str, examples: Sequence[tuple[str, str]]) -> Callable[[Callable[..., Any]], Command]:
    """Return a decorator that makes a function a `Command`; its docstring becomes the help."""

    def decorate(function: Callable[..., Any]) -> Command:
        return click.command(name, cls=Command, examples=examples, no_args_is_help=False)(function)

    return decorate


def console() -> Console:
    """Return the console of the command that runs."""
    return click.get_current_context().ensure_object(Console)


def _quiet() -> click.Option:
    def lower(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
        if value:
            ctx.ensure_object(Console).louder(-1)

    text = "Say only what went wrong."
    return click.Option(["-q", "--quiet"], is_flag=True, expose_value=False, callback=lower, help=text)


def _verbose() -> click.Option:
    def raise_by(ctx: click.Context, _parameter: click.Parameter, value: int) -> None:
        if value:
            ctx.ensure_object(Console).louder(value)

    text = "Say what is being done; twice (-vv): tracebacks and the libraries' messages too."
    return click.Option(["-v", "--verbose"], count=True, expose_value=False, callback=raise_by, help=text)


def build_folder(function: Decorated) -> Decorated:
    """Add the argument OUT: the folder of a build."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.argument("out", type=folder, metavar="OUT")(function)


def model_option(function: Decorated) -> Decorated:
    """Add --model."""
    text = "spaCy pipeline to parse with: an installed one's name or a folder.  [default: en_core_web_md]"
    return click.option("--model", metavar="NAME", envvar="CLAIMGRAPH_MODEL", show_envvar=True, help=text)(function)


def pack_option(function: Decorated) -> Decorated:
    """Add --pack, as the parameter `pack` (several)."""
    text = (
        'Domain pack to use: a Turtle file, a name from `claimgraph pack list`, or "none" for general English alone; '
        "repeatable.  [default: those of the list that the texts are about]"
    )
    add = click.option("--pack", multiple=True, metavar="FILE", envvar="CLAIMGRAPH_PACK", show_envvar=True, help=text)
    return add(function)


def chosen_pack(facts: "Facts", names: Sequence[str]) -> "Pack":
    """Return the packs that --pack names, or else those that come along and a build's facts name."""
    from claimgraph import api
    from claimgraph.storing.dataset import packs_of

    return api.chosen_pack(names) if names else packs_of(facts)


def output_option(function: Decorated) -> Decorated:
    """Add -o, as the parameter `output`."""
    file = click.Path(dir_okay=False, path_type=Path, allow_dash=True)
    text = "File to write instead of stdout; its suffix chooses the format where --format does not."
    return click.option("-o", "--output", type=file, metavar="FILE", help=text)(function)


def format_option(formats: Sequence[str], default: str | None) -> Callable[[Decorated], Decorated]:
    """Return a decorator that adds --format, as the parameter `format_`."""
    text = "How to write the result." + (f"  [default: by -o's suffix, else {default}]" if default else "")
    return click.option("--format", "format_", type=click.Choice(formats, case_sensitive=False), help=text)


def fail_on_option(findings: Sequence[str]) -> Callable[[Decorated], Decorated]:
    """Return a decorator that adds --fail-on, as the parameter `fail_on` (several)."""
    text = "End with exit code 4 where the result holds this; repeatable."
    return click.option("--fail-on", multiple=True, type=click.Choice(findings), help=text)
