"""A source -> rows of cells and how they were read; nothing is interpreted here."""
