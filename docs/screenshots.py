"""Take the README's picture of the built sample site: `make screenshots`. Needs Chromium on the machine."""

from __future__ import annotations

import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
SITE = HERE.parent / "site"
PICTURES = {"home": ""}
"""File name -> address."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None or not (SITE / "index.html").is_file():
        sys.exit("Needs Chromium, and the sample site: run `make site` first.")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"]).new_page(
            viewport={"width": 1280, "height": 1000}
        )
        for name, address in PICTURES.items():
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/{address}")
            page.screenshot(path=HERE / "images" / f"{name}.png")
    server.shutdown()


if __name__ == "__main__":
    main()
