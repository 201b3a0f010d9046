"""Takes docs/screenshot.png, the overview as the app opens: python docs/make_screenshot.py"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import open_browser, running_app, wait_done  # noqa: E402

WIDTH, HEIGHT = 1440, 900
CHARTS_MS = 1500  # for drawing the charts after the run is done

if __name__ == "__main__":
    with running_app(ROOT / "app.py") as address, open_browser() as browser:
        page = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}).new_page()
        page.goto(f"{address}?lang={sys.argv[1] if len(sys.argv) > 1 else 'id'}")
        wait_done(page)
        page.wait_for_timeout(CHARTS_MS)
        page.screenshot(path=str(ROOT / "docs" / "screenshot.png"))
