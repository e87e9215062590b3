"""Physical rows to raw records; everything here is still only text."""
