"""Debian's chromium against the live server, with the assets as they are served."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import handlers
from django.core.management import call_command
from django.test import override_settings
from django.test.testcases import _StaticFilesHandler
from playwright.sync_api import sync_playwright

from scrutable.config.settings import STORAGES

PASSWORD = "a long enough password"  # that of the shared world
STANDARDS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
CHROMIUM = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run"]


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker("browser")
            item.add_marker("enable_socket")  # the live server's; chromium is let nowhere else


@pytest.fixture(scope="session", autouse=True)
def _served_as_collected(tmp_path_factory):
    """Serve hashed names from collected files; the live server's own way knows only the finders."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's loop runs in the test's thread
    with override_settings(STORAGES=STORAGES, STATIC_ROOT=tmp_path_factory.mktemp("static")):
        call_command("collectstatic", interactive=False, verbosity=0)
        plain, handlers.StaticFilesHandler = handlers.StaticFilesHandler, _StaticFilesHandler
        yield
        handlers.StaticFilesHandler = plain


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as driver:
        chromium = shutil.which("chromium")
        started = driver.chromium.launch(executable_path=chromium, args=CHROMIUM)
        yield started
        started.close()


class Page:
    """A page of the live server: what playwright has, and our questions to it."""

    def __init__(self, page, address):
        self.page = page
        self.address = address
        self.refused = []  # a refused script or a missing file lands here
        page.on("console", lambda said: said.type == "error" and self.refused.append(said.text))

    def __getattr__(self, name):
        return getattr(self.page, name)

    def open(self, path):
        """Go to the path and wait for the script."""
        self.page.goto(self.address + path)
        self.page.locator("html[data-started=yes]").wait_for()

    def sign_in(self, username, password=PASSWORD):
        self.open("/account/sign-in/")
        self.page.get_by_label("Username").fill(username)
        self.page.get_by_label("Password", exact=True).fill(password)
        self.page.get_by_role("button", name="Sign in").click()

    def assert_good(self):
        """Hold the page to WCAG 2.2 AA, at both widths, and to its own scripts and files."""
        self.page.wait_for_load_state("load")
        self.page.locator("html[data-started=yes]").wait_for()
        for width in (1280, 390):
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.evaluate(TWO_FRAMES)  # the menu folds when it has heard of the width
            assert self.refused == []
            found = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": STANDARDS}})
            assert found.violations_count == 0, found.generate_report()
            wide = self.page.locator("html").evaluate("page => page.scrollWidth")
            assert wide <= width, f"{self.page.url} is {wide} wide at {width}"


@pytest.fixture
def page(browser, live_server):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(5000)
    yield Page(context.new_page(), live_server.url)
    context.close()


@pytest.fixture
def plain_page(browser, live_server):
    """The same without JavaScript; `open` would wait for a script that never starts."""
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    context.set_default_timeout(5000)
    yield Page(context.new_page(), live_server.url)
    context.close()
