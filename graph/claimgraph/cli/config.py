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
    command holds for that command alone: `[build]`, `[pack.suggest]`. Options are named without their dashes
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
    return _group_defaults(settings, {}, group, str(file))


def _group_defaults(
    settings: Mapping[str, Any], above: Mapping[str, Any], group: click.Group, at: str
) -> dict[str, Any]:
    """Return the defaults of every command of a group, the tables' over those from above."""
    tables = {key: value for key, value in settings.items() if key in group.commands}
    shared = {**above, **{key: value for key, value in settings.items() if key not in tables}}
    _refuse_unknown(shared, group, at)
    defaults: dict[str, Any] = {}
    for name, command in group.commands.items():
        table = tables.get(name, {})
        if not isinstance(table, dict):
            raise click.UsageError(f"{at}: {name!r} is a command, so it must be a table: [{name}]")
        if isinstance(command, click.Group):
            defaults[name] = _group_defaults(table, shared, command, f"{at}: [{name}]") if table or shared else {}
        else:
            defaults[name] = _command_defaults(table, shared, command, f"{at}: [{name}]")
    return defaults


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


def _refuse_unknown(shared: Mapping[str, Any], group: click.Group, at: str) -> None:
    """Raise where a setting fits no command at all, which is most likely a misspelling."""
    known = {name for command in _leaves(group) for name in _options(command)}
    for key in shared:
        if key not in known and "[" not in at:
            raise click.UsageError(f"{at}: no such option or command: {key!r}")


def _leaves(group: click.Group) -> list[click.Command]:
    """Return the commands of a group and of the groups in it."""
    found: list[click.Command] = []
    for command in group.commands.values():
        found += _leaves(command) if isinstance(command, click.Group) else [command]
    return found


def _options(command: click.Command) -> dict[str, click.Option]:
    """Return a command's long options by name without dashes; help and verbosity are no settings."""
    named: dict[str, click.Option] = {}
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.expose_value:
            named |= {flag.removeprefix("--"): parameter for flag in parameter.opts if flag.startswith("--")}
    return named
