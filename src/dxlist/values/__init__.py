"""One reader for each kind of cell: text to a typed value."""
