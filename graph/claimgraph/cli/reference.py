"""The reference page of the command line, made from every command's own --help."""

import click

from claimgraph.cli.config import commands_by_path
from claimgraph.cli.main import commands

_INTRODUCTION = """\
# Command line

Made from each command's `--help` by `make docs`; a test keeps it current, another runs every example.

Results go to stdout, messages and progress to stderr. `-` as a source or text means standard input, and as the
file of `-o` standard output. Colours are left out where the output is no terminal or `NO_COLOR` is set.

`eval "$(_CLAIMGRAPH_COMPLETE=bash_source claimgraph)"` completes commands and options in Bash (`zsh_source`,
`fish_source` in other shells).

## Exit codes

| code | meaning |
| ---: | --- |
| 0 | done |
| 1 | failed: nothing was written or changed |
| 2 | usage: the command line, a settings file or a query is wrong |
| 3 | done, but some inputs failed; they are named on stderr and in `problems.jsonl` |
| 4 | done, and a check found what `--fail-on` names |
| 130 | interrupted |

## Settings

A flag overrules the environment, the environment overrules `claimgraph.toml`, and that overrules the default.
Every option `--some-option` of `claimgraph command` can be set as `CLAIMGRAPH_COMMAND_SOME_OPTION`;
`CLAIMGRAPH_MODEL`, `CLAIMGRAPH_PACK` and `CLAIMGRAPH_CONFIG` hold for all commands. `claimgraph.toml` in the current
folder (or `--config FILE`) holds options without their dashes, at the top for all commands, in a table for one:

```toml
model = "en_core_web_lg"

[build]
out = "out/pages"
fail-on = ["problem"]

["pack suggest"]
top = 50
```
"""


def reference(width: int = 100) -> str:
    """Return the page as Markdown.

    Args:
        width: columns that the help texts are wrapped to.
    """
    top = click.Context(commands, info_name="claimgraph", terminal_width=width, **commands.context_settings)
    parts = [_INTRODUCTION, _section("claimgraph", commands.get_help(top))]
    for path, command in commands_by_path(commands).items():
        context = click.Context(command, info_name=path, parent=top)
        parts.append(_section(f"claimgraph {path}", command.get_help(context)))
    return "\n".join(parts)


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```text\n{text.rstrip()}\n```\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
