"""From the findings of a list to the list without them: edits of its text, a corrected copy, a sidecar."""
