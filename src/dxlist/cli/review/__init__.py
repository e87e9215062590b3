"""One screen on which a person settles what no program may: doubtful rows, cells of no column, pairs, findings."""
