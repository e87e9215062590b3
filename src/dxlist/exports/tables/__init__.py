"""Documents, projects and findings -> the seven tables of every relational format.

``shape`` says what a table is, ``lists`` and ``found`` make them, ``content`` gathers what they are made of.
"""
