"""The house's rules that no linter knows. Each failure names file, line and text."""

import ast
import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "scrutable"
SOURCES = sorted(path for path in SRC.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(path for path in SRC.rglob("*") if path.suffix in (".jinja", ".html"))
MOST_LINES = 400


def room(path: Path) -> str:
    """Return the room a source file is in: `rules` for `contracts/rules/judging.py`."""
    parts = path.relative_to(SRC).with_suffix("").parts
    return parts[1] if len(parts) > 1 else parts[0]


def in_rooms(*rooms: str) -> list[Path]:
    return [path for path in SOURCES if room(path) in rooms]


def found(pattern: str, paths: list[Path]) -> list[str]:
    """Return `file:line: text` for every line that the pattern is found in."""
    expression = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if expression.search(line)
    ]


def tracked() -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]


def tracked_text() -> list[Path]:
    paths = []
    for path in tracked():
        try:
            path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        paths.append(path)
    return paths


def strings(path: Path) -> list[tuple[int, str]]:
    """Return the lines and texts of all strings but docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    docstrings = {id(node.value) for node in statements if isinstance(node.value, ast.Constant)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
    ]


def test_only_doors_read_the_clock():
    elsewhere = [
        path
        for path in SOURCES
        if room(path) not in ("views", "cli", "api", "tasks")
        and path not in (SRC / "audit" / "clock.py", SRC / "config" / "pages.py")
    ]

    assert found(r"(?<!def )\b(now|today|utcnow|localdate|localtime)\(", elsewhere) == []


def test_pure_rooms_and_writes_take_thresholds_as_arguments():
    paths = in_rooms("facts", "rules", "writes", "presenters", "compose", "intake", "kernel")
    ours = [path for path in paths if "demo" not in path.parts]  # which is about its own settings

    assert found(r"\bsettings\.[A-Z]|django\.conf", ours) == []


def test_views_ask_reads_and_never_the_tables():
    assert found(r"\.objects\.|\.raw\(|\.cursor\(", in_rooms("views", "api", "cli")) == []


def test_forms_and_presenters_never_save():
    assert found(r"\.save\(|\.objects\.", in_rooms("forms", "presenters", "compose")) == []


def test_models_neither_decide_on_saving_nor_send_signals():
    assert found(r"def (save|delete)\(|post_save|pre_save|@receiver", in_rooms("models")) == []


def test_only_settings_read_the_environment():
    outside = [path for path in SOURCES if "config" not in path.parts]

    assert found(r"os\.environ(?!\.setdefault)|os\.getenv", outside) == []


def test_every_source_file_can_be_read_at_a_sitting():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in [*SOURCES, *TEMPLATES]
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }

    assert long == {}


def test_no_file_is_a_drawer_for_odds_and_ends():
    drawers = {"utils", "helpers", "common", "managers", "signals", "mixins", "misc", "tools"}

    assert [str(path) for path in SOURCES if {path.stem, path.parent.name} & drawers] == []


def test_every_exemption_from_a_linter_says_why():
    paths = [path for path in tracked() if path.suffix == ".py"]
    bare = (
        r"#\s*noqa(?!: [A-Z0-9, ]+ {1,2}\(\S)|#\s*type:\s*ignore(?!\[[a-z, -]+\] {1,2}(#|\()\s*\S)"
    )

    assert found(bare, [path for path in paths if path != Path(__file__)]) == []


def test_nothing_is_left_for_later():
    paths = [path for path in tracked() if path.suffix in (".py", ".jinja", ".js", ".scss", ".sh")]
    later = r"\b(TODO|FIXME|XXX|HACK)\b|raise NotImplementedError"
    skipped = r"pytest\.(mark\.)?(skip|xfail)"

    mine = Path(__file__)

    assert found(f"{later}|{skipped}", [path for path in paths if path != mine]) == []


def test_no_address_of_a_registry_and_no_path_of_a_machine_is_in_the_project():
    hosts = ("py" + "pi.org", "python" + "hosted", "npm" + "js.", "deb." + "debian", "yarn" + "pkg")
    here = (Path.home(), Path(__file__).parents[2])
    telling = [path for path in here if len(path.parts) > 2 or path.name == "root"]
    places = (*(f"{path}/" for path in telling), "../sha" + "red")
    pattern = "|".join(map(re.escape, hosts + places))

    assert found(pattern, tracked_text()) == []


def test_templates_hold_no_inline_style_and_no_handler():
    assert found(r"""\sstyle=["']|\son[a-z]+=["']|autoescape false""", TEMPLATES) == []


def test_templates_trust_only_their_own_words_and_our_own_drawings():
    trusted = r"""(?<!['"])(?<!svg)(?<!styles)(?<!article)\s*\|\s*safe\b"""

    assert found(trusted, TEMPLATES) == []


def test_an_inline_script_runs_only_if_the_policy_names_its_hash():
    inline = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
    scripts = [
        text for path in TEMPLATES for text in inline.findall(path.read_text(encoding="utf-8"))
    ]

    hashes = {b64encode(sha256(text.encode()).digest()).decode() for text in scripts}
    permitted = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["script-src"]
    assert {f"'sha256-{digest}'" for digest in hashes} <= set(permitted)


WORDS = re.compile(r"\b(successfully|please|invalid)\b", re.IGNORECASE)


@pytest.mark.parametrize("folder", ["templates", "sources"])
def test_our_words_do_not_gloat_beg_or_blame(folder):
    if folder == "templates":
        bad = found(WORDS.pattern.replace(r"\b(", r"(?i)\b("), TEMPLATES)
        bad = [line for line in bad if "aria-invalid" not in line]
    else:
        bad = [
            f"{path.relative_to(ROOT)}:{line}: {text}"
            for path in SOURCES
            for line, text in strings(path)
            if WORDS.search(text) and text.lower() != "invalid"  # Django's own key
        ]

    assert bad == []


def test_migrations_say_what_they_do():
    paths = [path for path in SRC.rglob("migrations/0*.py") if not path.stem.endswith("_initial")]

    assert [
        str(path) for path in paths if re.fullmatch(r"\d{4}_(auto_.*|alter_.*)", path.stem)
    ] == []


def test_test_files_have_names_of_their_own():
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]

    assert sorted(names) == sorted(set(names))


def test_only_audit_has_the_two_files_that_are_not_rooms():
    strays = [path for path in SOURCES if path.stem in ("clock", "triggers")]

    assert strays == [SRC / "audit" / "clock.py", SRC / "audit" / "triggers.py"]
