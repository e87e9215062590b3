"""Lists that are meant to do harm: `python -m tests.hostile --inputs N` sends mutated lists through all that dxlist does.

The way of an input: `lists` (a small list) → `mutations` (what is done to it) → `making` (its bytes, by seed and number)
→ `checks` (what must hold of whatever dxlist makes of it) → `running` (many of them, in processes, with a state).
"""
