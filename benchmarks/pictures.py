"""Take the pictures of docs/pictures from a build's page: `python benchmarks/pictures.py [BUILD_FOLDER]`.

`page.png` is the first screen, `disagreement.png` the first disagreement, `map.png` the map of the subject, all at
1280 pixels in light colours, as Chromium shows them; each is written only where it stays under 300 kB.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES = 300_000


def kept(name: str, picture: bytes) -> None:
    """Write a picture, or stop where it is too big for a repository."""
    if len(picture) > MOST_BYTES:
        raise SystemExit(f"{name} has {len(picture)} bytes, more than {MOST_BYTES}: make the window smaller")
    (PICTURES / name).write_bytes(picture)
    print(f"docs/pictures/{name}\t{len(picture)} bytes")


def take(page: Page) -> None:
    """Take the three pictures of an open page."""
    kept("page.png", page.screenshot())
    page.locator(".dispute").first.scroll_into_view_if_needed()
    kept("disagreement.png", page.locator(".dispute").first.screenshot())
    page.locator('[data-map="subject"]').scroll_into_view_if_needed()
    page.wait_for_function("() => claimgraph.maps.has('subject')")
    kept("map.png", page.locator("#map-subject").screenshot())


def main() -> None:
    """Open the page of a build, by default the sample documents', and take its pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "out" / "demo"
    source = folder / "index.html"
    if not source.is_file():
        raise SystemExit(f"{source} is not there: run `make demo` first")
    PICTURES.mkdir(parents=True, exist_ok=True)
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 960}, reduced_motion="reduce")
        page.goto(source.resolve().as_uri())
        take(page)
        browser.close()


if __name__ == "__main__":
    main()
