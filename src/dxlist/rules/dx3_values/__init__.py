"""DX3xx: the values: departments, codes, years and targets."""
