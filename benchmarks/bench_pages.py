"""How fast a contract's page of 50 KPIs × 12 months is, beside a page that says hello.

Own data in a folder of its own; gunicorn with two sync workers; asked by eight clients at once
with wrk where Debian has it, else by a small client in a process of its own.
"""

import http.client
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType

import django

FOLDER = Path(tempfile.mkdtemp(prefix="bench-pages-"))
PORT = int(os.environ.get("BENCH_PORT", "8791"))
SECONDS, CLIENTS = 4, 8
KPIS, MONTHS = 50, 36
os.environ |= {
    "DATA_DIR": str(FOLDER),
    "DEMONSTRATION": "1",
    "BASE_URL": f"http://127.0.0.1:{PORT}",
    "SECRET_KEY": "only-for-measuring-only-for-measuring-only-for-measuring",
    "DJANGO_SETTINGS_MODULE": "scrutable.config.settings",
    "PYTHONPATH": f"{Path(__file__).parents[1] / 'tests'}:{FOLDER}",
}
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

HELLO = """
from django.http import HttpResponse
from django.urls import path
from scrutable.config import urls

urlpatterns = [*urls.urlpatterns, path("hello/", lambda request: HttpResponse("hello"))]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
"""
SERVED = """
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutable.config.settings")
from django.conf import settings
settings.ROOT_URLCONF = "hello_urls"
from django.core.wsgi import get_wsgi_application
application = get_wsgi_application()
"""


def data() -> ModuleType:
    """Return what stores and measures in this process; it may be loaded once Django is up."""
    django.setup()
    return import_module("pages_data")


def serve() -> subprocess.Popen[bytes]:
    """Start the pages with two sync workers and wait until they answer."""
    (FOLDER / "hello_urls.py").write_text(HELLO)
    (FOLDER / "hello_served.py").write_text(SERVED)
    command = [sys.executable, "-m", "gunicorn", "hello_served", "--bind", f"127.0.0.1:{PORT}"]
    started = subprocess.Popen([*command, "--workers", "2", "--log-level", "error"])
    for _ in range(100):
        with suppress(OSError):
            ask("/hello/", {})
            return started
        time.sleep(0.1)
    raise SystemExit("the pages did not start")


def ask(path: str, headers: dict[str, str]) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Ask once."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


def measure(path: str, headers: dict[str, str]) -> tuple[float, float]:
    """Return requests a second and the 95th percentile in milliseconds."""
    if shutil.which("wrk"):
        return by_wrk(path, headers)
    return by_threads(path, headers)


LATENCY = 'done = function(s, l, r) io.write(string.format("P95 %f\\n", l:percentile(95))) end\n'


def by_wrk(path: str, headers: dict[str, str]) -> tuple[float, float]:
    """Measure with wrk."""
    script = FOLDER / "latency.lua"
    script.write_text(LATENCY)
    given = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{SECONDS}s", "-s", str(script), *given]
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{PORT}{path}"], capture_output=True, text=True, check=True
    ).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    slow = re.search(r"P95 ([\d.]+)", said)
    if not rate or not slow or "Non-2xx" in said:
        raise SystemExit(said)
    return float(rate[1]), float(slow[1]) / 1000


def by_threads(path: str, headers: dict[str, str]) -> tuple[float, float]:
    """Measure with threads of our own; they take some of the cores that are measured."""
    took: list[float] = []
    until = time.perf_counter() + SECONDS

    def client() -> None:
        while time.perf_counter() < until:
            start = time.perf_counter()
            ask(path, headers)
            took.append(time.perf_counter() - start)

    clients = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    return len(took) / SECONDS, statistics.quantiles(took, n=20)[-1] * 1000


def checked(cookie: dict[str, str]) -> dict[str, str]:
    """Ask for the page a few times, say how large it is, and return what asks if it changed."""
    status, headers, body = ask("/contracts/CSS/", cookie)
    unchanged = {**cookie, "If-None-Match": headers.get("ETag", "")}
    if status != 200 or ask("/contracts/CSS/", unchanged)[0] != 304:
        raise SystemExit(f"the page answered {status}, or does not say when it is the same")
    print(f"the page is {len(body) / 1000:.0f} kB, {KPIS} KPIs × 12 months with sparklines")
    for _ in range(6):
        ask("/contracts/CSS/", cookie)
    return unchanged


def main() -> None:
    """Measure hello, the page, the page not modified, and the first page after a change."""
    here = data()
    cookie = {"Cookie": here.seed(KPIS, MONTHS)}
    started = serve()
    try:
        unchanged = checked(cookie)
        hello, _ = measure("/hello/", {})
        page, p95 = measure("/contracts/CSS/", cookie)
        same, _ = measure("/contracts/CSS/", unchanged)
        share, said = page / hello, f"{same:,.0f} requests/s"
        print(f"hello | {hello:,.0f} requests/s | this run’s yardstick | 1.00")
        print(f"page of 50 KPIs | {page:,.0f} requests/s | 200 requests/s | {share:.3f} of hello")
        print(f"page of 50 KPIs, p95 | {p95:.0f} ms | 60 ms | {p95 / 60:.2f} of the limit")
        print(f"page not modified | {said} | 2,000 requests/s | {same / 2000:.2f} of the limit")
        print(f"first page after a change | {here.first_after_change():.0f} ms | none | —")
    finally:
        started.send_signal(signal.SIGTERM)
        started.wait()
        shutil.rmtree(FOLDER, ignore_errors=True)


if __name__ == "__main__":
    main()
