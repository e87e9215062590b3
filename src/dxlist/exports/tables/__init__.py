"""Documents, projects and findings -> the seven tables of every relational format.

``shape`` says what a table is, ``gathering`` brings together what the tables are made of, ``lists`` and ``found`` make
them, ``content`` has them by name.
"""
