"""Activity, surveys, leads and money become one row a customer. The only package that imports ibis or duckdb.

Every module holds expressions (Ibis tables in, Ibis tables out) that know nothing of the engine; `source.Source` runs
them on DuckDB and gives pandas frames whose index is the customer's row number in `Dataset.customers`.
"""
