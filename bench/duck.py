"""Ask DuckDB a question about an SQLite file, and print the rows as CSV: `python -m bench.duck DATABASE SQL`."""

import csv
import sys

from bench.parquet import connect


def main() -> None:
    """Print the rows of the command line's question."""
    database, sql = sys.argv[1:]
    found = connect(database).execute(sql)
    writer = csv.writer(sys.stdout)
    writer.writerow(column[0] for column in found.description)
    while rows := found.fetchmany(10_000):
        writer.writerows(rows)


if __name__ == "__main__":
    main()
