"""The columns in which the rows of one project disagree: which, how far, and in which parts of their texts."""
