"""The rules. A module here is loaded by itself; a function of it under ``@rule`` is a rule.

DX1xx how the table is printed, DX2xx what its texts say, DX3xx values, DX4xx records against each other.
"""
