"""A library of any earlier version is brought to the present one, whole or not at all."""

import pytest
import sqlalchemy as sa
from stored import article, mentions

from twosource.model import StoreError
from twosource.store import Store, tables
from twosource.store.migrations import MIGRATIONS, Migration, version_of
from twosource.store.packing import article_row, pack, squeeze

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
