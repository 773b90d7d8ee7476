"""A full disk, a read-only folder, a file that is no library: a clear error, and an intact library."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import sqlalchemy as sa
from stored import TEXT, article, put

from twosource.model import BadSetting, MissingExtra, StoreError
from twosource.store import Store

HERE = Path(__file__).parent


def integrity(path):
    store = Store.open(str(path))
    with store.view() as view:
        assert view.connection.execute(sa.text("PRAGMA integrity_check")).scalar() == "ok"
        ids = [found.id for found in view.articles()]
        assert list(view.mentions_of(ids)) == ids
        assert all(view.versions(id) for id in ids)
    store.close()
    return ids


def run(code, *arguments, **more):
    """Run Python code in a process of its own, with what tests of the store share at hand."""
    head = f"import sys; sys.path.insert(0, {str(HERE)!r})\n"
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", head + code, *arguments], capture_output=True, text=True, env=environment, **more
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_full_database_says_so_and_keeps_what_was_committed(tmp_path):
    path = tmp_path / "library.db"
    store = Store.open(str(path))

    @sa.event.listens_for(store.engine, "connect")
    def small(connection, record):
        connection.execute("PRAGMA max_page_count=400")

    store.close()
    added = []
    with pytest.raises(StoreError, match=r"the disk is full; nothing that was added before is lost"):
        for number in range(1000):
            with store.writer() as writer:
                put(writer, article(f"a{number}", TEXT * 20))
            added.append(f"a{number}")
    store.close()
    assert len(added) > 10
    assert integrity(path) == added


FULL = """
import resource, signal
from stored import TEXT, article, put
from twosource.model import StoreError
from twosource.store import Store
store = Store.open(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))  # the disk takes no more than this
try:
    for number in range(1000):
        with store.writer() as writer:
            put(writer, article(f"a{number}", TEXT * 20))
        print(f"a{number}")
except StoreError as error:
    print(error)
"""


def test_processes_that_make_one_library_at_the_same_moment_all_get_it(tmp_path):
    code = """
import os, random, time
from twosource.store import Store
def open_it(path):
    time.sleep(random.random() / 50)
    store = Store.open(path)
    with store.view() as view:
        assert view.newest() == 0
for number in range(10):
    children = []
    for _ in range(6):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                open_it(f"{sys.argv[1]}/{number}.db")
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert all(os.waitpid(child, 0)[1] == 0 for child in children)
"""
    run(code, str(tmp_path))


def test_a_disk_that_takes_no_more_says_so_and_keeps_what_was_committed(tmp_path):
    path = tmp_path / "library.db"
    *added, error = run(FULL, str(path)).splitlines()
    assert "the disk" in error and "nothing that was added before is lost" in error
    assert len(added) > 10
    assert integrity(path) == added


READ_ONLY = """
import os
from stored import article, put
from twosource.model import StoreError
from twosource.store import Store
Store.open(sys.argv[1]).close()  # so that all modules are loaded
if os.getuid() == 0:  # root may write anywhere: go on as nobody
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for name in sys.argv[1:]:
    try:
        store = Store.open(name)
        with store.view() as view:
            print([found.id for found in view.articles()])
        with store.writer() as writer:
            put(writer, article("b"))
    except StoreError as error:
        print(error)
"""


def test_a_read_only_folder_can_be_read_and_says_that_it_cannot_be_written():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "library.db"
        store = Store.open(str(path))
        with store.writer() as writer:
            put(writer, article("a"))
        store.close()
        path.chmod(0o444)
        folder.chmod(0o555)
        try:
            told = run(READ_ONLY, str(path), str(folder / "new.db")).splitlines()
        finally:
            folder.chmod(0o755)
        assert told[0] == "['a']"
        assert "it may not be written" in told[1] and str(path) in told[1]
        assert "cannot be opened or made" in told[2]
        assert sorted(found.name for found in folder.iterdir()) == ["library.db"]
        assert integrity(path) == ["a"]


def test_a_folder_that_is_absent_is_named(tmp_path):
    with pytest.raises(StoreError, match=r"absent/library\.db: the file cannot be opened or made"):
        Store.open(str(tmp_path / "absent" / "library.db"))


@pytest.mark.parametrize("content", [b"Dam bursts\n" * 100, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_file_that_is_no_library_is_left_as_it_is(tmp_path, content):
    path = tmp_path / "library.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"no library|damaged"):
        Store.open(str(path))
    assert path.read_bytes() == content


@pytest.mark.parametrize("address", ["", "mysql://host/db", "http://x.example/library"])
def test_an_address_that_names_no_library_is_refused(address):
    with pytest.raises(BadSetting, match="names no library"):
        Store.open(address)


def test_a_server_that_does_not_answer_is_named_without_its_password():
    with pytest.raises(StoreError, match="does not answer") as error:
        Store.open("postgresql://ann:secret@127.0.0.1:1/news?connect_timeout=2")
    assert "secret" not in str(error.value)


def test_a_database_that_is_absent_says_how_to_make_it(new_database):
    with pytest.raises(StoreError, match="createdb"):
        Store.open(new_database().replace("/library", "/nosuch"))


def test_postgresql_without_its_package_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra, match=r"twosource\[postgres\]"):
        Store.open("postgresql://host/news")
