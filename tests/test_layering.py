"""Imports go down only: cli -> web -> run -> steps, store -> text -> model; steps do not import each other."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "twosource"
STEPS = frozenset({"gather", "read", "trace", "annotate", "link", "stories", "check", "dossier"})
BELOW = {
    "model": frozenset(),
    "text": frozenset({"model"}),
    "store": frozenset({"text", "model"}),
    **{step: frozenset({"text", "model"}) for step in STEPS},
    "run": STEPS | {"store", "text", "model"},
    "web": STEPS | {"run", "store", "text", "model"},
    "cli": STEPS | {"web", "run", "store", "text", "model"},
}

WITHIN_CHECK = (
    "language",
    "voices",
    "coreference",
    "claims",
    "slots",
    "tellings",
    "figures",
    "events",
    "carry",
    "twins",
    "judge",
)
"""The packages of `check`, lowest first; what stands beside them (contexts, what is compatible) serves all."""


def imported(path: Path, root: str = "twosource") -> set[str]:
    """The packages and modules right under `root` that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        modules = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            modules = [node.module or ""]
            if node.module == root:
                modules = [f"{root}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        found |= {module.removeprefix(f"{root}.").split(".")[0] for module in modules if module.startswith(f"{root}.")}
    return found


@pytest.mark.parametrize("package", sorted(BELOW))
def test_imports_go_down_only(package):
    files = sorted((SOURCE / package).rglob("*.py"))
    assert files, f"no files in {package}"
    for path in files:
        wrong = imported(path) - BELOW[package] - {package}
        assert not wrong, f"{path.relative_to(SOURCE)} imports {sorted(wrong)}"


def test_every_package_has_its_layer():
    assert {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(BELOW)


@pytest.mark.parametrize("package", WITHIN_CHECK)
def test_imports_within_check_go_down_only(package):
    above = set(WITHIN_CHECK[WITHIN_CHECK.index(package) + 1 :])
    files = sorted((SOURCE / "check" / package).rglob("*.py"))
    assert files, f"no files in check/{package}"
    for path in files:
        wrong = imported(path, "twosource.check") & above
        assert not wrong, f"{path.relative_to(SOURCE)} imports {sorted(wrong)}"


def test_every_package_of_check_has_its_place():
    packages = {path.name for path in (SOURCE / "check").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert packages == set(WITHIN_CHECK)
