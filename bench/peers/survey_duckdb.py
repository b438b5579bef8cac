"""Raking and 160 estimates by DuckDB, in SQL on cells: survey_duckdb.py <answers.csv> <margins.csv> <tolerance>"""
import json
import sys
import time

import duckdb

answers, known, tolerance = sys.argv[1], sys.argv[2], float(sys.argv[3])
base = duckdb.connect()
base.execute("create table answers as select * from read_csv(?)", [answers])
base.execute("create table known as select * from read_csv(?)", [known])
names = [row[0] for row in base.execute("select margin from known group by margin order by min(rowid)").fetchall()]
columns = ", ".join(names)
needs = [f"need{number}" for number in range(10)]
began = time.perf_counter()
worked = time.process_time()
sums = ", ".join(f"sum({need})::double as {need}" for need in needs)
base.execute(
    f"create table cells as select {columns}, count(*)::double as n, 1.0::double as w, {sums} from answers group by all"
)
for _ in range(500):
    base.execute("create or replace temp table before as select w as old, " + columns + " from cells")
    for name in names:
        base.execute(
            f"""create or replace table cells as select c.* replace (
                  c.w * k.count / sum(c.n * c.w) over (partition by c.{name}) as w)
                from cells c join known k on k.margin = '{name}' and k.code = c.{name}"""
        )
    (change,) = base.execute(
        f"select max(n * abs(w - old)) from cells join before using ({columns})"
    ).fetchone()
    if change < tolerance:
        break
raked = time.perf_counter()
# One row for each cell and estimate: the sum of the linearised variable, and what is left of it after each margin.
union = " union all ".join(
    f"select {columns}, n, w, {number} as need, {need} as y from cells" for number, need in enumerate(needs)
)
base.execute(
    f"""create table long as with one as ({union}), domain as (
          select need, place as d, sum(w * y) / sum(w * n) as mean, sum(w * n) as weight from one group by need, place)
        select one.*, d, mean, weight,
               case when place = d then w * (y - n * mean) / weight else 0 end as x,
               case when place = d then (w / weight) ** 2 * (y - y * y / n) else 0 end as inside
        from one join domain using (need)"""
)
for _ in range(10):
    for name in names:
        base.execute(
            f"""create or replace table long as select * replace (
                  x - n * w * sum(x / w) over part / sum(n) over part as x)
                from long window part as (partition by need, d, {name})"""
        )
rows = base.execute(
    """with means as (select *, sum(x) over (partition by need, d) / sum(n) over (partition by need, d) as m from long)
       select any_value(mean), sqrt(sum(n) / (sum(n) - 1) * sum(inside + n * (x / n - m) ** 2))
       from means group by d, need order by d, need"""
).fetchall()
ended = time.perf_counter()
print(
    json.dumps(
        {
            "raking": raked - began,
            "all": ended - began,
            "processor": time.process_time() - worked,
            "values": [row[0] for row in rows],
            "errors": [row[1] for row in rows],
        }
    )
)
