"""Things that many tests share: the example stories, and the benchmark folder beside the checkout if there is one."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with pages and benchmark data that are not ours to ship; the test says so where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(
            "the folder ../shared with other people's pages and benchmark data is absent: not tested against it"
        )
    return SHARED


@pytest.fixture(scope="session")
def score_facts(shared):
    """The scorer of dossiers, as a function of gold and dossier."""
    spec = importlib.util.spec_from_file_location("score_facts", shared / "bench" / "score_facts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score
