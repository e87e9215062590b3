"""Documents and their projects -> findings; a rule is one decorated function in ``rules/checks``."""
