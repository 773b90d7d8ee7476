"""Run the SQL of a migration, which is written down beside this file as it was when it was made.

Reads   N.sql, and N.sqlite.sql or N.postgresql.sql where the databases differ
Gives   `run`: the tables, indexes and views of a migration
Misses  values: a migration that has to fill tables does so itself

So what `tables` says now can change no earlier version of a library. A test holds each file to its digest, and what all
of them make together to `tables`. In the files {bytes}, {double} and {by_key} stand for what each database calls these.
"""

from importlib.resources import files

import sqlalchemy as sa

NAMES = {
    "sqlite": {"{bytes}": "BLOB", "{double}": "DOUBLE", "{by_key}": " WITHOUT ROWID"},
    "postgresql": {"{bytes}": "BYTEA", "{double}": "DOUBLE PRECISION", "{by_key}": ""},
}
"""What the databases call bytes and numbers; SQLite may keep rows in the order of their key."""


def run(connection: sa.Connection, number: int) -> None:
    """Run the SQL of a migration, one statement after the other, in the caller's transaction."""
    database = connection.dialect.name
    for name in (f"{number}.sql", f"{number}.{database}.sql"):
        file = files(__name__).joinpath(name)
        if file.is_file():
            for statement in statements(file.read_text("utf-8"), database):
                connection.exec_driver_sql(statement)


def statements(script: str, database: str) -> list[str]:
    r"""Return the statements of a script as a database takes them: a semicolon ends a statement where it ends a line.

    >>> statements("-- Why.\nCREATE TABLE a (b {bytes});\nCREATE TABLE c (d TEXT);\n", "sqlite")
    ['CREATE TABLE a (b BLOB)', 'CREATE TABLE c (d TEXT)']
    """
    for name, its in NAMES[database].items():
        script = script.replace(name, its)
    lines = "\n".join(line for line in script.splitlines() if not line.startswith("--"))
    return [statement for part in f"{lines}\n".split(";\n") if (statement := part.strip())]
