"""`claimgraph.toml`: settings that hold where neither a flag nor the environment says otherwise."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

#: The file looked for in the current folder.
CONFIG_NAME = "claimgraph.toml"


def load_config(path: Path | None, group: click.Group) -> dict[str, Any]:
    """Return a group's defaults from a settings file, as click's `default_map`.

    A key at the top of the file is the default of that option in every command that has it; a table named after a
    command holds for that command alone: `[build]`, `["pack suggest"]`. Options are named without their dashes
    (`fail-on`).

    Args:
        path: the file; None for `claimgraph.toml` in the current folder, if there is one.
        group: whose commands the settings are for.

    Raises:
        click.UsageError: if the file is no TOML, names no option of any command, or gives one a wrong value.
    """
    file = path or Path(CONFIG_NAME)
    if path is None and not file.is_file():
        return {}
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise click.UsageError(f"{file}: cannot be read as TOML settings: {error}") from error
    leaves = commands_by_path(group)
    tables = {key: value for key, value in settings.items() if isinstance(value, dict)}
    shared = {key: value for key, value in settings.items() if key not in tables}
    _refuse_unknown(tables, shared, leaves, file)
    defaults: dict[str, Any] = {}
    for name, command in leaves.items():
        *groups, last = name.split(" ")
        place = defaults
        for part in groups:
            place = place.setdefault(part, {})
        place[last] = _command_defaults(tables.get(name, {}), shared, command, f"{file}: [{name}]")
    return defaults


def commands_by_path(group: click.Group) -> dict[str, click.Command]:
    """Return every command that does something, those of inner groups as "pack suggest"."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": leaf for inner, leaf in commands_by_path(command).items()}
        else:
            found[name] = command
    return found


def _command_defaults(
    table: Mapping[str, Any], shared: Mapping[str, Any], command: click.Command, at: str
) -> dict[str, Any]:
    """Return one command's defaults by parameter name, each checked against the option's type."""
    options = _options(command)
    if unknown := sorted(set(table) - set(options)):
        raise click.UsageError(f"{at}: no such option: {unknown[0]!r}; there are {', '.join(sorted(options))}")
    chosen = {key: value for key, value in {**shared, **table}.items() if key in options}
    return {options[key].name or key: _checked(options[key], value, f"{at} {key}") for key, value in chosen.items()}


def _checked(option: click.Option, value: object, at: str) -> object:
    """Return a setting's value if its option can take it."""
    values = value if option.multiple and isinstance(value, list) else [value]
    try:
        for one in values:
            option.type.convert(one, option, None)
    except click.BadParameter as error:
        raise click.UsageError(f"{at}: {error.message}") from error
    return values if option.multiple else value


def _refuse_unknown(
    tables: Mapping[str, Any], shared: Mapping[str, Any], leaves: Mapping[str, click.Command], file: Path
) -> None:
    """Raise where a table or a setting fits no command at all, which is most likely a misspelling."""
    known = {name for command in leaves.values() for name in _options(command)}
    for key in tables:
        if key not in leaves:
            raise click.UsageError(f"{file}: no such command: [{key}]; there are {', '.join(leaves)}")
    for key in shared:
        if key not in known:
            raise click.UsageError(f"{file}: no such option: {key!r}")


def _options(command: click.Command) -> dict[str, click.Option]:
    """Return a command's long options by name without dashes; help and verbosity are no settings."""
    named: dict[str, click.Option] = {}
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.expose_value:
            named |= {flag.removeprefix("--"): parameter for flag in parameter.opts if flag.startswith("--")}
    return named
