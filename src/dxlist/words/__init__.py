"""Tables of words and patterns that several rooms read; each names its source."""
