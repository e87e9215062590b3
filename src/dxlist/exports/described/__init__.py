"""The one description of each table: ``names`` what a row is, ``words`` what stands in a column, the rest the rows.

Columns have the types, names and descriptions of the models; ``content`` has the tables of any lists by name.
"""
