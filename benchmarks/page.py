"""How big the page gets and how quick it is: `python benchmarks/page.py [SIZE ...]`.

For each number of made-up claims: seconds to analyse and to render, megabytes of HTML, and in Chromium milliseconds to
open, to filter by a source, to search, and to open the panel of a matrix cell. Opening counts from the request for the
file until the page answers; the rest from the event until the next frame is painted.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from made_up import made_up  # type: ignore[import-not-found, unused-ignore]
from playwright.sync_api import Page, sync_playwright

from claimgraph.analysing import analyse
from claimgraph.knowledge import Pack
from claimgraph.rendering import page

SIZES = (150, 1000, 5000, 20_000)
PAINTED = "await new Promise(done => requestAnimationFrame(() => setTimeout(done)));"
ACTIONS = {
    "filter": "document.querySelector('details[data-filter=s] input').click();",
    "search": "document.querySelector('#filters').reset(); document.querySelector('#search').value = 'pain';"
    "claimgraph.applyFilters();",
    "panel": "document.querySelector('button.cell:not([hidden])').click();",
}


def timed(tab: Page, action: str) -> float:
    """Return the milliseconds until an action's outcome is painted."""
    took: float = tab.evaluate(
        f"async () => {{ const start = performance.now(); {action} {PAINTED} return performance.now() - start; }}"
    )
    return took


def main() -> None:
    """Print a line a size."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print("claims\tanalyse s\trender s\tMB\topen ms\tfilter ms\tsearch ms\tpanel ms")
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for size in sizes:
            facts = made_up(size)
            start = time.perf_counter()
            findings = analyse(facts, Pack())
            analysed = time.perf_counter()
            html = page(facts, findings, Pack()).encode("utf-8")
            rendered = time.perf_counter()
            path = Path(folder) / f"{size}.html"
            path.write_bytes(html)
            tab = browser.new_page(viewport={"width": 1280, "height": 860})
            opened = time.perf_counter()
            tab.goto(path.as_uri())
            tab.evaluate(f"async () => {{ {PAINTED} }}")
            ready = (time.perf_counter() - opened) * 1000
            took = [timed(tab, action) for action in ACTIONS.values()]
            tab.close()
            seconds = f"{analysed - start:.1f}\t{rendered - analysed:.1f}\t{len(html) / 1e6:.1f}"
            print(f"{size}\t{seconds}\t{ready:.0f}\t" + "\t".join(f"{ms:.0f}" for ms in took), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
