"""Add up promised jobs by country in DuckDB, from Parquet files: `python -m bench.parquet DATABASE DIRECTORY`.

DuckDB's scanner of SQLite files exports the tables that the question needs; Spark or Trino read the same files. Which
promises count, and for how much, a load of ocdb has decided; DuckDB adds up.
"""

import csv
import sys
from importlib.resources import files
from pathlib import Path

import duckdb

TABLES = ("job_pledge", "ledger")
QUESTION = """
    SELECT country_id, line, coalesce(sum(adds_low), 0)::BIGINT AS low, count(*) AS pledges
    FROM '{folder}/job_pledge.parquet' AS job_pledge JOIN '{folder}/ledger.parquet' ON pledge_id = id
    WHERE counts AND basis = 'operator' GROUP BY country_id, line ORDER BY country_id, line
"""


def connect(database: str) -> duckdb.DuckDBPyConnection:
    """Return DuckDB with the tables of an SQLite file, found by their bare names."""
    connection = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    version = f"extensions/v{duckdb.__version__}/sqlite_scanner.duckdb_extension"
    connection.load_extension(str(files("duckdb_extension_sqlite_scanner") / version))
    connection.execute(f"ATTACH '{database}' AS world (TYPE sqlite, READ_ONLY)")
    connection.execute("USE world")
    return connection


def main() -> None:
    """Export the tables where they aren't there yet, and print the answer as CSV."""
    database, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(exist_ok=True)
    for table in TABLES:
        if not (folder / f"{table}.parquet").exists():
            connect(database).execute(f"COPY (SELECT * FROM {table}) TO '{folder / table}.parquet' (FORMAT parquet)")
    found = duckdb.connect().execute(QUESTION.format(folder=folder))
    csv.writer(sys.stdout).writerows([[name for name, *_kind in found.description or ()], *found.fetchall()])


if __name__ == "__main__":
    main()
