"""A library of any earlier version is brought to the present one, whole or not at all."""

import hashlib
from importlib.resources import files

import pytest
import sqlalchemy as sa
from stored import article, mentions

from twosource.model import StoreError
from twosource.store import Store, feeds, find_tables, tables
from twosource.store import schema as schemas
from twosource.store.migrations import MIGRATIONS, Migration, version_of
from twosource.store.packing import article_row, pack, squeeze
from twosource.store.views import VIEWS

NEWEST = MIGRATIONS[-1].number


def schema(store):
    """Every table with its columns and indexes, and every view."""
    found = sa.inspect(store.engine)
    described = {
        table: (
            sorted((column["name"], str(column["type"]), column["nullable"]) for column in found.get_columns(table)),
            found.get_pk_constraint(table)["constrained_columns"],
            sorted((tuple(index["column_names"]), bool(index["unique"])) for index in found.get_indexes(table)),
        )
        for table in found.get_table_names()
    }
    return described, sorted(found.get_view_names())


def with_an_article(store):
    """Add an article as the first version of a library holds it, without the tables of later versions."""
    page = dict.fromkeys(("id", "media_type", "charset", "url", "path", "fetched", "added", "digest"), "")
    version = {"key": "/a", "number": 1, "article": "a", "page": 1, "before": ""}
    with store.engine.begin() as connection:
        if store.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.execute(
            tables.pages.insert(), {**page, "page": 1, "key": "/a", "source": "/a", "size": 1, "data": squeeze(b"a")}
        )
        connection.execute(tables.articles.insert(), {"seq": 1, "page": 1, **article_row(article("a"))})
        connection.execute(tables.versions.insert(), version)
        connection.execute(tables.mentions.insert(), {"article": "a", "version": 1, "data": pack(mentions("a"))})
        connection.execute(tables.batches.insert(), {"batch": 1, "last": 1, "added": "2026"})


def test_migrations_are_numbered_without_gaps():
    assert [migration.number for migration in MIGRATIONS] == list(range(1, NEWEST + 1))


def test_what_a_migration_was_when_it_was_made_it_stays():
    scripts = (file for file in files(schemas).iterdir() if file.name.endswith(".sql"))
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest()[:16] for file in scripts} == {
        "1.sql": "0b9cab7b4bc6a477",
        "2.sql": "4cd95d6948c8a32b",
        "2.sqlite.sql": "25907da2b450b033",
        "2.postgresql.sql": "989719cd7fad775e",
        "3.sql": "c10dc2bea8170fbe",
        "4.sql": "cc76d863799f9a98",
    }, "a migration is never edited: write the next one, and change what is declared with it"


def shape(table, dialect):
    """A table's columns, its keys and what is indexed, as declared or as found in a database."""
    indexed = {(tuple(column.name for column in index.columns), index.unique) for index in table.indexes}
    unique = {(tuple(column.name for column in one.columns), True)
              for one in table.constraints if isinstance(one, sa.UniqueConstraint)}  # fmt: skip
    return (
        [(c.name, c.type.compile(dialect), c.nullable, c.primary_key) for c in table.columns],
        {(key.parent.name, key.target_fullname) for key in table.foreign_keys},
        {(columns, bool(only)) for columns, only in indexed | unique},
    )


def test_all_migrations_together_make_the_tables_and_views_that_are_declared(address):
    store = Store.open(address)
    found = sa.MetaData()
    found.reflect(store.engine)
    declared = [
        table
        for metadata in (tables.metadata, find_tables.metadata, feeds.metadata)
        for table in metadata.sorted_tables
    ]
    dialect = store.engine.dialect
    for table in declared:
        assert shape(found.tables[table.name], dialect) == shape(table, dialect), table.name
    rest = found.tables.keys() - {table.name for table in declared}
    assert {name for name in rest if not name.startswith("search_words")} == {"migrations"}
    assert set(sa.inspect(store.engine).get_view_names()) == set(VIEWS)
    script = " ".join(files(schemas).joinpath("1.sql").read_text("utf-8").split())
    for name, select in VIEWS.items():
        assert f"CREATE VIEW {name} AS {' '.join(select.split())};" in script
    store.close()


@pytest.mark.parametrize("earlier", range(1, NEWEST + 1))
def test_a_library_of_an_earlier_version_is_brought_to_this_one(address, earlier, tmp_path):
    old = Store.open(address, MIGRATIONS[:earlier])
    with_an_article(old)
    old.close()
    new = Store.open(address)
    with new.view() as view:
        assert version_of(view.connection) == NEWEST
        assert view.article("a") == article("a")
        assert view.mentions("a") == mentions("a")
    if new.engine.dialect.name == "sqlite":
        fresh = Store.open(str(tmp_path / "fresh.db"))
        assert schema(new) == schema(fresh)
        fresh.close()
    new.close()


def test_a_migration_that_fails_changes_nothing(address):
    def breaks(connection):
        connection.execute(sa.text("CREATE TABLE half (done INTEGER)"))
        raise ZeroDivisionError

    old = Store.open(address)
    before = schema(old)
    with pytest.raises(ZeroDivisionError):
        Store.open(address, (*MIGRATIONS, Migration(NEWEST + 1, "breaks", breaks)))
    assert schema(old) == before
    with old.view() as view:
        assert version_of(view.connection) == NEWEST
    old.close()


def test_a_library_of_a_newer_version_is_left_alone(address):
    Store.open(address, (*MIGRATIONS, Migration(NEWEST + 1, "from the future", lambda connection: None))).close()
    with pytest.raises(StoreError, match=r"newer Twosource .* pip install"):
        Store.open(address)


def test_a_database_of_somebody_else_is_left_alone(address):
    other = Store.open(address, ())  # no tables of ours
    with other.engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE IF EXISTS migrations"))
        connection.execute(sa.text("CREATE TABLE accounts (money INTEGER)"))
    other.close()
    with pytest.raises(StoreError, match="not a library of Twosource"):
        Store.open(address)
