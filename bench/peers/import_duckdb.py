"""Seconds in which DuckDB reads a CSV file of answers into a table that is kept in a file: import_duckdb.py <answers.csv>"""
import os
import sys
import tempfile
import time

import duckdb

with tempfile.TemporaryDirectory() as folder:
    base = duckdb.connect(os.path.join(folder, "answers.duckdb"))
    began = time.perf_counter()
    base.execute("create table answers as select uuid() as id, * from read_csv(?)", [sys.argv[1]])
    base.execute("checkpoint")
    print(time.perf_counter() - began)
