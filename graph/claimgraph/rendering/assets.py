"""The page's own files and the one file it takes from pyvis, read where they lie in the installed packages."""

from functools import cache
from importlib import resources

#: The page's scripts, in the order they run; together they are one inline script.
SCRIPTS = ("core.js", "panel.js", "filters.js", "maps.js", "start.js")
#: The page's style sheets, in the order they apply.
STYLES = ("page.css", "sections.css", "print.css")
_VIS = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")


def _own(name: str) -> str:
    return (resources.files("claimgraph.rendering") / "static" / name).read_text("utf-8")


@cache
def page_script() -> str:
    """Return the page's script."""
    return "\n".join(['"use strict";', "(() => {", *map(_own, SCRIPTS), "})();"]) + "\n"


@cache
def page_style() -> str:
    """Return the page's style sheet."""
    return "\n".join(map(_own, STYLES))


@cache
def vis_script() -> str:
    """Return vis-network as pyvis ships it, without the line that would have a browser ask for its source map."""
    text = resources.files("pyvis").joinpath(*_VIS).read_text("utf-8")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL")) + "\n"
