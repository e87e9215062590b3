"""Plain functions on text: two languages, folding, widths, control characters; they know nothing of lists."""
